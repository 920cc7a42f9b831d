package intake

import (
	"strings"
	"unicode"
)

// title reads the title of an article at a line; it may have two or three lines.
func (g *guess) title(lines []line, i int) (b block, n int, ok bool) {
	l := lines[i]
	text := plain(l.text)
	b = block{kind: heading, level: 1, text: text}
	if l.grid != nil || l.picture || length(text) == 0 || length(text) > longestTitle {
		return b, 0, false
	}
	if l.style.heading == 1 && levelOf(text) == 0 {
		n = g.titleLines(lines, i)
		b.text = stacked(lines[i : i+n])
		return b, n, true
	}
	if g.contents.has(text) && !endsBody(text) && (levelOf(text) == 0 || !g.contents.grouped()) {
		n = 1
		if i+1 < len(lines) && strings.HasPrefix(squash(lines[i+1].text), "——") && isCandidate(lines[i+1]) {
			n = 2
		}
		b.text = stacked(lines[i : i+n])
		return b, n, true
	}
	for n = 2; n <= 3 && i+n <= len(lines); n++ {
		if whole := stacked(lines[i : i+n]); !strings.Contains(whole, "\n\n") && g.contents.has(whole) && isCandidate(l) {
			b.text = whole
			return b, n, true
		}
	}
	return g.likelyTitle(lines, i)
}

// likelyTitle reads a title that nothing but its look shows.
func (g *guess) likelyTitle(lines []line, i int) (b block, n int, ok bool) {
	if !isCandidate(lines[i]) || !g.afterEnd(lines, i) || isCaption(lines, i) {
		return b, 0, false
	}
	n = g.titleLines(lines, i)
	next := nextText(lines, i+n)
	styled := lines[i].style.centred || lines[i].style.bold
	if !strings.ContainsFunc(lines[i].text, isHan) || !styled && length(lines[i].text) < shortestTitle {
		return b, 0, false
	}
	if next >= len(lines) || !startsText(lines[next]) && !styled && !strings.HasPrefix(squash(lines[next].text), "（") {
		return b, 0, false
	}
	b = block{kind: heading, level: 1, text: stacked(lines[i : i+n])}
	first := len(g.body) == 0
	switch open := g.openItems(lines); {
	case g.contents.found && open == 0 && !styled:
		return b, 0, false
	case g.contents.found:
		b.doubt("不是标题的，删去行首的 #", "这一行当作标题，导读里没有同样的一条")
	case !first && !styled:
		b.doubt("不是标题的，删去行首的 #", "这一行当作标题")
	}
	if n > 1 && !strings.HasPrefix(squash(lines[i+1].text), "——") && !lines[i+1].style.centred {
		b.doubt("不是一个标题的，分开来写", "这几行当作一个标题")
	}
	return b, n, true
}

// longestAlone is how many characters a line of plain text has at most that may be
// a title though nothing shows it but the blank lines around it.
const longestAlone = 30

// standsAlone tells whether a line of plain text is short, without a mark at its
// end, between blank lines, and before more text: what is signed has its date next.
func (g *guess) standsAlone(lines []line, i int) bool {
	l, next := lines[i], nextText(lines, i+1)
	switch {
	case g.paper.word || l.style.bold || strings.Contains(l.text, "\n") || !isCandidate(l) || length(l.text) > longestAlone || isCaption(lines, i):
		return false
	case i > 0 && !lines[i-1].blank(), next >= len(lines), next == i+1, !strings.ContainsFunc(l.text, isHan) || endsSentence(l.text):
		return false
	}
	_, _, dated := day(squash(lines[next].text))
	return !dated
}

// captionForm begins with the number of a table or a picture.
var captionForm = pattern(`^附?[图表][\s　]*[0-9０-９一二三四五六七八九十]+(?:[-—－.．][0-9]+)?[\s　：:.．、]`)

// isCaption tells whether a line stands at a picture or a table as what it shows.
func isCaption(lines []line, i int) bool {
	text := strings.TrimSpace(plain(lines[i].text))
	next := nextText(lines, i+1)
	before := i - 1
	for before >= 0 && lines[before].blank() {
		before--
	}
	atTable := next < len(lines) && lines[next].grid != nil
	atPicture := before >= 0 && lines[before].picture
	return captionForm().MatchString(text) || atPicture && lines[i].style.heading == 0 || atTable && strings.HasSuffix(text, "表")
}

// openItems counts the items of the 导读 that no line of the text equals.
func (g *guess) openItems(lines []line) int {
	if g.contents.open >= 0 && g.contents.counted {
		return g.contents.open
	}
	there := map[string]bool{}
	for i, l := range lines {
		there[bareWords(l.text)] = true
		if i > 0 {
			there[bareWords(lines[i-1].text)+bareWords(l.text)] = true
		}
	}
	for _, group := range g.contents.groups {
		for _, item := range group.items {
			if !there[bareWords(item.text)] && !there[bareWords(item.mark+item.text)] {
				g.contents.open++
			}
		}
	}
	g.contents.counted = true
	return g.contents.open
}

// titleLines returns how many lines from one on make a title: those that follow
// without a blank line and look the same.
func (g *guess) titleLines(lines []line, i int) int {
	n := 1
	for n < 3 && i+n < len(lines) {
		l := lines[i+n]
		same := l.style == lines[i].style && (!g.paper.word || l.style.centred || l.style.heading == 1)
		if !isCandidate(l) || g.contents.has(l.text) || !same && !strings.HasPrefix(squash(l.text), "——") {
			break
		}
		n++
	}
	return n
}

// annex names what was sent along.
var annex = pattern(`^附[\s　]*件?[\s　]*[0-9一二三四五六七八九十]*[\s　]*[：:]`)

// shortestTitle is how many characters a title has that nothing but its place
// shows; a name of an author has less.
const shortestTitle = 5

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// isCandidate tells whether a line looks like a title or a line of one.
func isCandidate(l line) bool {
	text := plain(l.text)
	tight := squash(text)
	n := len([]rune(tight))
	if l.grid != nil || l.picture || n < 2 || n > longestTitle || endsBody(text) || strings.ContainsAny(tight, "。；") {
		return false
	}
	if _, _, ok := day(tight); ok {
		return false
	}
	if _, ok := readNumber(text); ok {
		return false
	}
	return levelOf(text) == 0 && !columnMark().MatchString(text) && bannerOf(text) == "" && !dashed().MatchString(text) &&
		!strings.HasPrefix(tight, "（") && !strings.HasPrefix(tight, "(") && !isRule(text) && !noteLabel().MatchString(text) && !annex().MatchString(text)
}

// endsBody tells whether a text ends with a mark no title ends with.
func endsBody(s string) bool {
	tight := squash(s)
	return strings.HasSuffix(tight, "。") || strings.HasSuffix(tight, "，") || strings.HasSuffix(tight, "；") || strings.HasSuffix(tight, "：") || strings.HasSuffix(tight, "、")
}

// afterEnd tells whether what stands before a line is at an end.
func (g *guess) afterEnd(lines []line, i int) bool {
	for j := i - 1; j >= 0; j-- {
		if l := lines[j]; !l.blank() {
			tight := squash(l.text)
			return l.grid != nil || l.picture || endsSentence(l.text) || bannerOf(l.text) != "" || isRule(l.text) || strings.HasSuffix(tight, "）") || strings.HasSuffix(tight, ")") || lines[i].style != l.style
		}
	}
	return true
}

// startsText tells whether a line is the beginning of running text.
func startsText(l line) bool {
	text := plain(l.text)
	return l.grid != nil || length(text) >= 24 && strings.ContainsAny(text, "，。；：") || strings.HasSuffix(squash(text), "：") || levelOf(text) > 0 || noteLabel().MatchString(text) || columnMark().MatchString(text)
}

// stacked joins lines with line breaks.
func stacked(lines []line) string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.TrimSpace(plain(l.text)))
	}
	return strings.Join(out, "\n")
}
