package intake

import (
	"strings"
	"unicode"

	"jianbao/bulletin/diag"
)

// A paper is an old paper while it is read.
type paper struct {
	source      *diag.Source // its name, for findings; no text
	findings    *diag.List
	lines       []line
	word        bool       // a Word document: a line is a paragraph
	notes       []footnote // in the order of their marks
	useless     map[rune]int
	tailOnPages bool // the 报尾 stood in the footer
}

// A footnote of a Word document. Its text may have several lines.
type footnote struct {
	label string
	lines []string
}

// A line is a line of a text file, or a paragraph of a Word document.
type line struct {
	text    string // with inline marks; "\n" is a line break within a paragraph
	indent  bool   // it began with blanks
	style   style
	grid    *grid // a table instead of text
	picture bool  // a picture stood here
	page    bool  // a page ended here
	joined  bool  // with the line before it, which is a guess
}

// A style is what a Word document says about a paragraph.
type style struct {
	heading        int // 1 for the highest level of headings and for titles; 0 for none
	centred, right bool
	bold           bool // wholly
}

// A grid is a table.
type grid struct {
	rows    [][]string
	merged  bool // cells run over several columns or rows
	guessed bool // it was lines of text
}

func (l line) blank() bool {
	return l.grid == nil && !l.picture && strings.TrimFunc(plain(l.text), unicode.IsSpace) == "" && !strings.ContainsRune(l.text, noteOn)
}

// textLines parts a text into lines, and sets apart a form feed.
func textLines(text string) []line {
	var out []line
	for i, page := range strings.Split(text, "\f") {
		if i > 0 {
			out = append(out, line{page: true})
		}
		out = append(out, tabled(strings.Split(page, "\n"))...)
	}
	return out
}

// newLine returns a line without the blanks at its ends.
func newLine(s string) line {
	return line{text: trim(strings.ReplaceAll(s, "\t", tabBlank)), indent: startsBlank(plain(s))}
}

// tabBlank stands for a tab: two blanks, as between an office and a date.
const tabBlank = "  "

var (
	pageNumber = pattern(`^(?:[—－–\-_·.~～]+\d{1,3}[—－–\-_·.~～]+|第\d{1,3}页(?:[，,/]?共\d{1,3}页)?|\d{1,3}/\d{1,3})$`)
	barePage   = pattern(`^\d{1,3}$`)
	ruleLine   = pattern(`^[—－–\-_=＝─━═﹏…·.*＊~～☆★◆◇■□●○※▪]+$`)
)

// isRule tells whether a text is nothing but a line drawn with marks.
func isRule(s string) bool {
	s = squash(s)
	return len([]rune(s)) >= 3 && ruleLine().MatchString(s)
}

// unpaged returns lines without the numbers of pages between them, so that a
// paragraph that ran over two pages is whole again.
func (g *guess) unpaged(lines []line) []line {
	var out []line
	for _, l := range lines {
		switch {
		case l.grid == nil && !g.paper.word && l.indent && barePage().MatchString(plain(l.text)),
			pageNumber().MatchString(squash(l.text)) && l.grid == nil && (len(out) == 0 || isBlankOrPage(out[len(out)-1]) || l.indent || g.paper.word):
			g.drop("页码", plain(l.text))
			out = append(out, line{page: true})
		default:
			out = append(out, l)
		}
	}
	return joinedPages(out)
}

func isBlankOrPage(l line) bool { return l.page || l.blank() }

// joinedPages takes out the ends of pages; where the text goes on in the middle
// of a sentence it takes the blank lines around them out too.
func joinedPages(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); i++ {
		if !isBlankOrPage(lines[i]) {
			out = append(out, lines[i])
			continue
		}
		j, page := i, false
		for j < len(lines) && isBlankOrPage(lines[j]) {
			page = page || lines[j].page
			j++
		}
		runsOn := page && i > 0 && j < len(lines) && !endsSentence(lines[i-1].text) && !lines[j].indent && len([]rune(plain(lines[i-1].text))) > 20
		if !runsOn {
			out = append(out, line{})
		}
		i = j - 1
	}
	return out
}

// endsSentence tells whether a text ends as a paragraph does.
func endsSentence(s string) bool {
	r := []rune(squash(s))
	for len(r) > 0 && strings.ContainsRune("”’」』）)】》\"", r[len(r)-1]) {
		r = r[:len(r)-1]
		if len(r) > 0 && strings.ContainsRune("。！？；：…", r[len(r)-1]) {
			return true
		}
	}
	return len(r) == 0 || strings.ContainsRune("。！？；：…!?;:", r[len(r)-1])
}
