package intake

import (
	"strings"
)

// An editorNote is the 编者按: its label and its paragraphs.
type editorNote struct {
	label string
	lines []string // marked texts
}

const noteWords = `编[\s　]*者[\s　]*按|编[\s　]*者[\s　]*的[\s　]*话|编者语|按[\s　]*语|编[\s　]*按|按`

// noteLabel finds the label of a 编者按 at the start of a line.
var noteLabel = pattern(`^[\s　]*(?:[【\[（(〔](` + noteWords + `)[】\]）)〕][\s　]*[：:]?|(` + noteWords + `)[\s　]*(?:[：:]|$))[\s　]*`)

// mostNote is how many paragraphs a 编者按 may have whose label stands alone.
const mostNote = 5

// readNote reads the 编者按 before the first article and returns the lines below
// it.
func (g *guess) readNote(lines []line) []line {
	i := nextText(lines, 0)
	if i >= len(lines) || lines[i].grid != nil || len(g.note.lines) > 0 {
		return lines
	}
	text := lines[i].text
	p := plain(text)
	m := noteLabel().FindStringSubmatch(p)
	if m == nil {
		return lines
	}
	g.note.label = squash(m[1] + m[2])
	_, rest := cut(text, len(m[0]))
	if rest = trim(rest); length(rest) > 0 {
		g.note.lines = []string{rest}
		if next := nextText(lines, i+1); next < len(lines) && !g.startsArticle(lines, next) {
			g.doubt("编者按", "编者按还有几段的，移到这里来", "编者按只当作这一段")
		}
		return lines[i+1:]
	}
	j := nextText(lines, i+1)
	for j < len(lines) && len(g.note.lines) < mostNote && lines[j].grid == nil && !lines[j].picture && (len(g.note.lines) == 0 || !g.startsArticle(lines, j)) {
		g.note.lines = append(g.note.lines, lines[j].text)
		j = nextText(lines, j+1)
	}
	if len(g.note.lines) == 0 {
		return lines
	}
	if len(g.note.lines) > 1 || j < len(lines) && !g.startsArticle(lines, j) {
		g.doubt("编者按", "多了的移到正文，少了的移到这里来", "编者按当作到“%s”为止", clipped(g.note.lines[len(g.note.lines)-1]))
	}
	return lines[j:]
}

// startsArticle tells whether an article, a column or another part begins at a
// line.
func (g *guess) startsArticle(lines []line, i int) bool {
	text := plain(lines[i].text)
	if isContentsLabel(text) || bannerOf(text) != "" || isRule(text) || opens(text) {
		return true
	}
	_, _, ok := g.title(lines, i)
	return ok
}

// clipped returns the end of a long text.
func clipped(s string) string {
	r := []rune(plain(s))
	if len(r) > 12 {
		return "…" + string(r[len(r)-12:])
	}
	return strings.TrimSpace(string(r))
}

// readClosing reads the office and the date at the end of the text of an issue
// whose 报头 has no date.
func (g *guess) readClosing(lines []line) []line {
	if g.head.dated {
		return lines
	}
	last := len(lines) - 1
	for last >= 0 && lines[last].blank() {
		last--
	}
	if last < 0 || lines[last].grid != nil {
		return lines
	}
	text := plain(lines[last].text)
	office := ""
	d, same, ok := day(squash(text))
	if !ok {
		m := dateBehind().FindStringSubmatch(text)
		if m == nil || !officeEnd().MatchString(squash(m[1])) {
			return lines
		}
		office = strings.TrimSpace(m[1])
		d, same, ok = day(squash(m[2]))
		if !ok {
			return lines
		}
	}
	h := &g.head
	h.date, h.dated, h.dateAtEnd = d, true, true
	if !same {
		g.changed("date", "", "日期原写作“%s”，现印作 %s", text, d)
	}
	end := last
	for end > 0 && lines[end-1].blank() {
		end--
	}
	if office == "" && end > 0 && lines[end-1].grid == nil && officeEnd().MatchString(squash(lines[end-1].text)) && length(lines[end-1].text) <= longestName {
		end--
		office = strings.TrimSpace(plain(lines[end].text))
	}
	switch {
	case office == "" || len(h.issuer) == 1 && squash(h.issuer[0]) == squash(office):
	case len(h.issuer) == 0:
		h.issuer = []string{office}
	default:
		g.drop("文末的单位", office)
		g.doubt("编发单位", "文末印的是编发单位；要另印别的单位，改写编发单位", "文末的单位是“%s”", office)
	}
	return lines[:end]
}
