package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A wordReader turns the elements of a part into lines.
type wordReader struct {
	*word
	lines  []line
	open   []*wordParagraph // paragraphs, an inner one in a text box within an outer one
	tables []*wordTable     // within each other
	skip   int              // how many elements are open whose content is none of the text
	in     []string         // properties that are open: rPr, pPr …
	isText bool             // within w:t
	run    wordRun
}

// A wordParagraph is a paragraph while it is read.
type wordParagraph struct {
	text      strings.Builder // with inline marks
	style     style
	styleID   string
	number    string // numId
	level     int    // ilvl
	bold, all int    // characters
	outline   int
	outer     wordRun // the run of the paragraph around a text box
	page      bool
	pictures  int
}

// A wordRun is the properties of a run.
type wordRun struct {
	bold    bool
	boldSet bool
	shift   string // superscript or subscript
}

// skipped are elements whose text is not printed, or stands in another one too.
var skipped = map[string]string{
	"del": "删去了的文字（修订）没有导入", "moveFrom": "", "instrText": "", "delText": "", "delInstrText": "",
	"altChunk": "插入的另一个文件没有导入", "subDoc": "插入的另一个文件没有导入", "Fallback": "", "pPrChange": "", "rPrChange": "", "sectPr": "", "tblPrChange": "",
}

// pictures are elements that show something that is no text.
var pictures = map[string]bool{"drawing": true, "pict": true, "object": true}

func (b *wordReader) start(e xml.StartElement) {
	name := e.Name.Local
	if what, ok := skipped[name]; ok || b.skip > 0 {
		if b.skip++; what != "" && b.skip == 1 && len(b.in) == 0 {
			b.lost[what]++
		}
		return
	}
	switch name {
	case "rPr", "pPr", "tblPr", "tcPr", "numPr":
		b.in = append(b.in, name)
	}
	switch {
	case name == "p" && isWord(e):
		b.open = append(b.open, &wordParagraph{outline: -1, outer: b.run})
		b.run = wordRun{}
	case name == "r":
		b.run = wordRun{}
	case name == "t":
		b.isText = true
	case pictures[name] && len(b.open) > 0:
		b.open[len(b.open)-1].pictures++
	case name == "txbxContent" && len(b.open) > 0: // a box of text is no picture
		b.open[len(b.open)-1].pictures = 0
	case name == "textpath" && len(b.open) > 0: // WordArt, as of a 刊名
		b.open[len(b.open)-1].pictures = 0
		b.put(newLine(b.paper.cleaned(attr(e, "string"))))
	case name == "oMath":
		b.lost["公式按平排的字导入"]++
	case b.startTable(e):
	case len(b.in) > 0:
		b.property(e)
	case len(b.open) > 0:
		b.startInline(e)
	}
}

// isWord tells whether an element is of the main vocabulary: DrawingML has
// paragraphs of its own.
func isWord(e xml.StartElement) bool {
	return strings.Contains(e.Name.Space, "wordprocessingml") || e.Name.Space == "w" || e.Name.Space == ""
}

// startInline reads an element that stands for a character.
func (b *wordReader) startInline(e xml.StartElement) {
	switch e.Name.Local {
	case "tab", "ptab":
		b.add("\t")
	case "cr":
		b.add("\n")
	case "br":
		if t := attr(e, "type"); t == "" || t == "textWrapping" {
			b.add("\n")
		} else {
			b.open[len(b.open)-1].page = t == "page"
		}
	case "noBreakHyphen":
		b.add("-")
	case "softHyphen":
		b.add("\u00AD")
	case "sym":
		b.symbol(e)
	case "footnoteReference", "endnoteReference":
		b.note(e)
	}
}

// property reads an element within the properties of a paragraph or a run.
func (b *wordReader) property(e xml.StartElement) {
	if len(b.open) == 0 {
		return
	}
	p := b.open[len(b.open)-1]
	switch b.in[len(b.in)-1] {
	case "rPr":
		switch {
		case len(b.in) > 1: // of the mark at the end of the paragraph
		case e.Name.Local == "b":
			b.run.bold, b.run.boldSet = isOn(e), true
		case e.Name.Local == "vertAlign":
			b.run.shift = attr(e, "val")
		}
	case "numPr":
		switch e.Name.Local {
		case "numId":
			p.number = attr(e, "val")
		case "ilvl":
			p.level, _ = strconv.Atoi(attr(e, "val"))
		}
	case "pPr":
		switch e.Name.Local {
		case "pStyle":
			p.styleID = attr(e, "val")
		case "jc":
			p.style.centred, p.style.right = attr(e, "val") == "center", attr(e, "val") == "right" || attr(e, "val") == "end"
		case "outlineLvl":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil {
				p.outline = n
			}
		case "pageBreakBefore":
			b.put(line{page: true})
		}
	}
}

func (b *wordReader) end(name string) {
	if b.skip > 0 {
		b.skip--
		return
	}
	if n := len(b.in); n > 0 && b.in[n-1] == name {
		b.in = b.in[:n-1]
		return
	}
	switch name {
	case "t":
		b.isText = false
	case "p":
		b.endParagraph()
	case "tc", "tr", "tbl":
		b.endTable(name)
	}
}

func (b *wordReader) text(s string) {
	if b.isText && b.skip == 0 {
		b.add(b.shifted(b.paper.cleaned(b.unsymboled(s))))
	}
}

// shiftedDigits are the digits of CO₂ and m².
var shiftedDigits = map[string][]rune{"superscript": []rune("⁰¹²³⁴⁵⁶⁷⁸⁹"), "subscript": []rune("₀₁₂₃₄₅₆₇₈₉")}

// shifted returns a text with its digits raised or lowered as the run says.
// Other raised characters are told.
func (b *wordReader) shifted(s string) string {
	digits := shiftedDigits[b.run.shift]
	if digits == nil || length(s) == 0 {
		return s
	}
	if strings.ContainsFunc(s, func(r rune) bool { return !isDigit(r) }) {
		b.lost["上标或下标按平排的字导入"]++
		return s
	}
	return strings.Map(func(r rune) rune { return digits[r-'0'] }, s)
}

// add appends characters to the paragraph that is open, marked when bold.
func (b *wordReader) add(s string) {
	if len(b.open) == 0 || s == "" {
		return
	}
	p := b.open[len(b.open)-1]
	b.budget.text += len(s)
	bold := b.run.bold || !b.run.boldSet && b.styles[p.styleID].bold
	n := length(s)
	if p.all += n; bold && n > 0 {
		p.bold += n
		s = string(boldOn) + s + string(boldOff)
	}
	p.text.WriteString(s)
}

// boldSeam is where bold type ends and begins again, with nothing or blanks
// between.
var boldSeam = pattern(string(boldOff) + `([ \t　]*)` + string(boldOn))

// endParagraph makes the paragraph that is open a line, or part of a cell.
func (b *wordReader) endParagraph() {
	if len(b.open) == 0 {
		return
	}
	p := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	b.run = p.outer
	text := boldSeam().ReplaceAllString(p.text.String(), "$1")
	text = b.numbers.next(p, b.styles) + text
	l := newLine(text)
	s := b.styles[p.styleID]
	l.style = p.style
	l.style.centred = l.style.centred || s.centred && !l.style.right
	switch {
	case p.outline >= 0 && p.outline < 9:
		l.style.heading = p.outline + 1
	case s.heading > 0:
		l.style.heading = s.heading
	}
	if l.style.bold = p.all > 0 && p.bold == p.all; l.style.bold || l.style.heading > 0 {
		l.text = withoutBold(l.text)
	}
	for range p.pictures {
		b.put(line{picture: true})
	}
	b.put(l)
	if p.page {
		b.put(line{page: true})
	}
}

// put appends a line to the text or to the cell that is open. A box of text
// comes before the paragraph it hangs on.
func (b *wordReader) put(l line) {
	if n := len(b.tables); n > 0 {
		b.tables[n-1].put(l)
		return
	}
	if l.blank() && !l.page && len(b.lines) > 0 && b.lines[len(b.lines)-1].blank() {
		return
	}
	b.budget.lines++
	b.lines = append(b.lines, l)
}

// finish returns the lines of the part.
func (b *wordReader) finish() []line {
	for len(b.tables) > 0 { // the part ended early
		b.endTable("tbl")
	}
	return b.lines
}

// withoutBold takes the marks of bold out of a text.
func withoutBold(s string) string {
	return strings.NewReplacer(string(boldOn), "", string(boldOff), "").Replace(s)
}
