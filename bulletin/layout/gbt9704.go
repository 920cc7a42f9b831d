package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// The measures of the page, each with where it comes from. GB is GB/T
// 9704-2012; "practice" is what a 简报 does, which that standard does not
// govern. Places are in mm from the top left corner of the 版心 unless said
// otherwise.
const (
	paperWidth  = 210 * page.Mm // A4, GB 5.1 (规定)
	paperHeight = 297 * page.Mm

	bodySize     = 16 * page.Pt // 三号, GB 5.2.2 (一般)
	titleSize    = 22 * page.Pt // 二号, GB 7.3.1 (一般)
	colophonSize = 14 * page.Pt // 四号, GB 7.4.2 (规定)
	numberSize   = 14 * page.Pt // 四号, GB 7.5 (一般)

	// ascent is how much of the em box stands above the baseline, in
	// hundredths: what the faces are made for (practice).
	ascent = 88

	signatureIndent = 2 // cells right of office or date after the text, GB 7.3.5.2

	keepLines = 2 // lines of text that stay with a heading (clreq, practice)
)

// The masthead (practice; GB 7.2.4 and 7.2.7 for 文件).
const (
	aboveSize      = 26 * page.Pt
	aboveBaseline  = 9350 * micron  // 46.35 mm on paper
	aboveSides     = 7900 * micron  // white of 刊名上行 at both sides together; longer ones get smaller
	aboveGap       = 4 * page.Mm    // least room between 刊名上行 and the em box of the name
	nameSize       = 54 * page.Pt   // of one line
	nameTwoLines   = 36 * page.Pt   // of two lines
	nameLeast      = 30 * page.Pt   // one line is not set smaller than this
	displayLeast   = 9 * page.Pt    // what the measure holds only in smaller type is too long
	nameBaseline   = 32820 * micron // 69.82 mm on paper
	nameSecond     = 33180 * micron // last baseline of two lines, 70.18 mm
	nameLead       = 1276           // thousandths of the size from line to line
	nameSides      = 3600 * micron  // least white at both sides together
	nameClear      = 4 * page.Mm    // least room below 密级 and copy number
	nameGap        = 7500 * micron  // between four characters
	quoteSqueeze   = 36             // hundredths of an em off the blank half of a mark
	numberTop      = 43700 * micron // em box of the 期号, 80.70 mm
	issuerTop      = 57740 * micron // em box of the issuing office, 94.74 mm
	ruleGap        = 4 * page.Mm    // from the em box above to the red rule, GB 7.2.7
	ruleThickness  = 700 * micron   // 2 pt (practice)
	mastheadFoot   = 4 * page.Mm    // least room below the red rule
	issuerIndent   = 1              // cells left and right of office and date, as GB 7.2.6
	issuerApart    = 1              // cells at least between office and date
	numberBlank    = 4              // of the 期号: an em over this beside a digit
	contentsIndent = 2              // cells before ★
	breakCells     = 8              // of the rule between two articles without titles
	noteLeast      = 10             // cells a line of the 编者按 keeps
	widestStep     = 12 * page.Mm   // lines of the masthead stand no farther apart
	balancedLines  = 4              // so many lines are made about equally long
	stampFoot      = 30 * page.Mm   // of the room of the 归档章, 45 × 16 mm, from the head of the paper (DA/T 22-2015, practice)

	// gbPitch is the distance of two lines of GB 5.2.2: 22 on 225 mm.
	gbPitch = (225*page.Mm - bodySize) / 21
)

// The 版记 at the foot (GB 7.4).
const (
	colophonPitch  = 8 * page.Mm    // from line to line (practice)
	colophonPad    = 2980 * micron  // between a rule and the em box beside it
	thickRule      = 350 * micron   // first and last rule, GB 7.4.1 (推荐)
	thinRule       = 250 * micron   // between parts, GB 7.4.1 (推荐)
	colophonIndent = 1              // cells left and right, GB 7.4.2
	colophonName   = 15450 * micron // where names begin behind a label of one character: 43.45 mm
	colophonClear  = 4 * page.Mm    // least room between text and first rule
)

// Page numbers (GB 7.5): the dash 7 mm below the 版心.
const (
	numberBaseline = 8880 * micron // below the foot of the 版心
	numberIndent   = 1             // cells from the outer edge
)

// Notes at the foot (practice): 五号 on half grid lines, so that two of their
// lines take one of the text.
const (
	noteSize      = 21 * page.Pt / 2 // 五号
	noteRule      = 250 * micron
	noteRuleCells = 7             // a quarter of the measure
	noteRuleGap   = 1500 * micron // from the rule to the em box of the first note
	noteClear     = 3 * page.Mm   // least room between text and rule
	noteMark      = 50            // size of a mark in hundredths of that of its text: half a cell
	noteRise      = 36            // of a mark, in hundredths of the size of its text
)

const micron = page.Mm / 1000

// geometry is the page of one issue: the grid that 版式 asks for.
type geometry struct {
	top, binding  page.Length // white at the head and at the spine
	width, height page.Length // 版心
	lines, cells  int
	duplex        bool
	size          page.Length // of the glyphs of the body
}

func newGeometry(s bulletin.Style) geometry {
	g := geometry{
		top: page.Length(s.Top) * micron, binding: page.Length(s.Binding) * micron,
		width: page.Length(s.Width) * micron, height: page.Length(s.Height) * micron,
		lines: s.Lines, cells: s.Cells, duplex: s.Duplex, size: bodySize,
	}
	// 28 cells of 156 mm are a little narrower than 三号 (GB 5.2.2: 28 × 22
	// fills the 版心); much narrower cells want smaller type.
	for g.size > 6*page.Pt && (g.size*98 > g.cell()*100 || g.size*115 > g.pitch()*100) {
		g.size -= page.Pt / 2
	}
	return g
}

// scaled is a length beside 三号 in proportion to the text of this page.
func (g geometry) scaled(x page.Length) page.Length { return x.Times(int64(g.size), int64(bodySize)) }

// cell is the advance of one character.
func (g geometry) cell() page.Length { return g.width / page.Length(g.cells) }

// pitch is the distance of two lines, rounded; lineTop is exact.
func (g geometry) pitch() page.Length { return g.lineTop(1) - g.lineTop(0) }

// lineTop is where the em box of grid line k (from 0) begins, from the top of
// the 版心: the first at its head, the last ending at its foot.
func (g geometry) lineTop(k int) page.Length {
	if g.lines < 2 {
		return g.height * page.Length(k)
	}
	return (g.height - g.size).Times(int64(k), int64(g.lines-1))
}

// left is the left edge of the 版心 on a page (from 0): the spine is right of
// even pages when both sides are printed.
func (g geometry) left(pageIndex int) page.Length {
	if g.duplex && pageIndex%2 == 1 {
		return paperWidth - g.binding - g.width
	}
	return g.binding
}

// baseline is where the baseline of type stands in an em box of its size.
func baseline(size page.Length) page.Length { return size.Times(ascent, 100) }
