package layout

import (
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// What a printer would point at. It changes no page.
const (
	widestGap   = 40 // hundredths of a cell more between two Han: wider looks torn
	shortTitle  = 2  // characters of the last line of a title
	unevenTitle = 8  // by how many cells the lines of a title may differ
	emptyPage   = 2  // lines of text on the last page: no more looks lost
)

// place returns where a line begins in the source.
func (s *shaped) place(line typeset.Line) diag.Pos {
	for _, g := range s.glyphs[line.Start:line.End] {
		if g.at.Source != nil {
			return g.at
		}
	}
	return diag.Pos{}
}

// checkLine points at a line that ends within a word, or that is torn apart. None
// stands out of its frame: rather a word is cut.
func (l *layouter) checkLine(s *shaped, line typeset.Line, set typeset.Setting) {
	switch {
	case line.End >= len(s.chars) || line.End == line.Start:
	case !line.Hyphen && s.glyphs[line.End].href == "" && inWord(s.chars[line.End-1]) && inWord(s.chars[line.End]):
		l.findings.Add(s.glyphs[line.End-1].at, diag.Info, "词中断开", "在可以断开处加空格，或把长的网址、代码改短",
			"一长串字母、数字在这里断开，转到下一行")
	case !set.Ragged && s.widestGap(line, set.Cell)*100 > set.Cell*widestGap:
		l.findings.Add(s.place(line), diag.Info, "行过疏", "改动一两个字，或在长的词里可以断开处加空格",
			"从这里起的一行字距拉得太开：行末的词太长，放不进这一行")
	}
}

// inWord reports whether a character is part of a Latin word or a number.
func inWord(c typeset.Char) bool {
	return c.Class == typeset.Western && (unicode.IsLetter(c.Rune) || unicode.IsDigit(c.Rune))
}

// widestGap returns the most room between two Han of a line beyond their cells.
func (s *shaped) widestGap(line typeset.Line, cell page.Length) page.Length {
	widest := page.Length(0)
	for i := line.Start; i+1 < line.End; i++ {
		if s.chars[i].Class == typeset.Han && s.chars[i+1].Class == typeset.Han {
			widest = max(widest, line.X[i+1-line.Start]-line.X[i-line.Start]-cell)
		}
	}
	return widest
}

// checkTitle points at a title that could not be broken well (GB 7.3.1): its last
// line is a remnant, or its lines differ much.
func (l *layouter) checkTitle(s *shaped, lines []typeset.Line) {
	if len(lines) < 2 {
		return
	}
	least, most := lines[0].Ink, lines[0].Ink
	for _, line := range lines {
		least, most = min(least, line.Ink), max(most, line.Ink)
	}
	last := lines[len(lines)-1].Ink
	if last <= shortTitle*s.size || most-least > unevenTitle*s.size {
		l.findings.Add(s.place(lines[0]), diag.Info, "标题断行", "在要转行处空一格，或写 \\",
			"标题分%d行，最长的约%d字，最短的约%d字，不匀称", len(lines), (most+s.size/2)/s.size, (least+s.size/2)/s.size)
	}
}

// checkSheets points at a heading alone at the foot of a page, and at a last page
// with hardly any text.
func (l *layouter) checkSheets(p *paginator, sheets []sheet) {
	for _, s := range sheets[:len(sheets)-1] {
		if s.end == s.start || s.end == len(p.rows) || p.rows[s.end].turn {
			continue
		}
		for i := s.end - 1; i > s.start && (p.rows[i].blank || p.rows[i].keep); i-- {
			if p.rows[i].keep {
				l.findings.Add(p.rows[i].at, diag.Info, "标题在页末", "补上正文，或移动下面的图表", "标题排在页末，下面的内容在下一页")
				break
			}
		}
	}
	last := sheets[len(sheets)-1]
	at := l.issue.NumberAt
	if b := l.lastBlock(); b != bulletin.Block(nil) {
		at = b.Pos()
	}
	text, plate := 0, false
	for _, r := range p.rows[last.start:last.end] {
		if plate = plate || r.plate != nil; !r.blank {
			text++
		}
		if plate || r.whole {
			text = emptyPage + 1 // a table or picture of its own
		}
	}
	switch {
	case last.foot != onPage && !plate && !p.foot.even && p.foot.pieces[0].lines < l.geo.lines-1:
		l.findings.Add(at, diag.Info, "报尾独页", "删去几个字，让报尾收在前一页；或移一段到末页", "报尾前一页放不下，单独占了一页")
	case len(sheets) > 1 && text > 0 && text <= emptyPage && last.noteLines == 0 && !p.rows[last.start].turn:
		l.findings.Add(at, diag.Info, "末页太空", "删去几个字，让正文收在前一页；或调一调 版式 里的每页行数", "末页正文只有%d行", text)
	}
}
