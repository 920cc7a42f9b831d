package layout

import (
	"strconv"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// The marks of a draft (practice): small and grey beside the text, so that they
// are found when looked for and not read otherwise.
const (
	draftWordSize   = 14 * page.Pt
	draftLegendSize = 9 * page.Pt
	draftHead       = 20 * page.Mm     // baseline of the word, from the head of the paper
	draftLeastHead  = 7 * page.Mm      // a 版心 higher up leaves no room for it
	lineNumberSize  = 15 * page.Pt / 2 // of the numbers of lines
	lineNumberGap   = 3 * page.Mm      // between them and the 版心
	turnedNumberGap = 1500 * micron
	changeGap       = 3 * page.Mm   // between the 版心 and the bars
	changeBar       = 700 * micron  // how thick they are
	changeTick      = 4 * page.Mm   // of the stroke where something was dropped
	draftEdge       = 2500 * micron // of the paper, where printers print nothing
	digitRise       = 33            // the middle of digits above the baseline, in hundredths of their size
	joinedLines     = 115           // hundredths of a pitch: bars of lines no farther apart are one
)

// draftLegend says what the marks of changes mean.
const draftLegend = "右侧竖线：比上一稿有改动；短横：此处有删去"

var (
	numberColor = page.Color{R: 0x66, G: 0x66, B: 0x66}
	changeColor = page.Color{R: 0x40, G: 0x40, B: 0x40}
)

// A marker draws the marks of a draft.
type marker struct {
	*layouter
	draft   Draft
	owner   []int        // of each node, the piece it belongs to
	changes map[int]bool // pieces that changed, by node
	drops   map[int]bool // those before which something was dropped
	dropEnd int          // the piece after which something was dropped; 0 for none
	begun   map[int]bool // pieces that stand on pages that are done
	ends    map[int]int  // the last page of each piece
}

func newMarker(l *layouter, d Draft) *marker {
	m := &marker{layouter: l, draft: d, owner: ownersOf(l.doc), changes: map[int]bool{}, drops: map[int]bool{}, begun: map[int]bool{}, ends: map[int]int{}}
	for n, p := range l.doc.Pages {
		for _, it := range p.Items {
			if _, _, node, ok := m.extent(n, p, it); ok {
				m.ends[m.owner[node]] = n
			}
		}
	}
	return m
}

// compare notes which pieces changed since the draft before.
func (m *marker) compare(pieces []piece) DraftChanges {
	now := make([]string, len(pieces))
	for i, p := range pieces {
		now[i] = p.text
	}
	was, next, fresh := matched(m.draft.Before, now), 0, 0
	var c DraftChanges
	for i, k := range was {
		if k < 0 {
			m.changes[pieces[i].node] = true
			c.Changed++
			fresh++
			continue
		}
		if k-next > fresh { // more went than came in their place
			m.drops[pieces[i].node] = true
			c.Dropped++
		}
		next, fresh = k+1, 0
	}
	if n := len(pieces); n > 0 && len(m.draft.Before)-next > fresh {
		m.dropEnd = pieces[n-1].node
		c.Dropped++
	}
	return c
}

// fits reports whether the margins have room for the marks; what does not fit is
// a finding.
func (m *marker) fits() bool {
	at := m.keyAt("版式")
	if at.Source == nil {
		at = m.issue.NumberAt
	}
	for _, r := range m.draft.Word {
		if f, _ := m.assets.find(Hei, r, false); f == nil || !settable(r) {
			m.findings.Add(m.issue.NumberAt, diag.Error, "送审稿", "--draft 后面换一个字样", "字样“%s”里的“%c”没有字形", m.draft.Word, r)
			return false
		}
	}
	if m.geo.top < draftLeastHead {
		m.findings.Add(at, diag.Error, "送审稿", "天头至少留 7mm", "天头太窄，放不下“%s”和日期", m.draft.Word)
		return false
	}
	for n := range min(len(m.doc.Pages), 2) {
		if left := m.geo.left(n); left < draftEdge+lineNumberSize || paperWidth-left-m.geo.width < draftEdge+2*changeBar {
			m.findings.Add(at, diag.Error, "送审稿", "版心左右各留 6mm 以上", "版心离纸边太近，放不下行号和改动的标记")
			return false
		}
	}
	return true
}

// page draws the marks of one page.
func (m *marker) page(n int, p *page.Page) {
	lines := m.lines(n, p)
	var items []page.Item
	number := 0
	for _, l := range lines {
		if n == 0 && !p.Turned && l.bottom <= m.geo.lineTop(m.headLines) || !l.text {
			continue
		}
		number++
		items = append(items, m.lineNumber(n, p, number, l)...)
	}
	bars := m.bars(n, p, lines)
	p.Items = append(append(append(p.Items, items...), bars...), m.header(n, len(bars) > 0)...)
}

// side returns the width and height of the 版心 as its text runs, and the room
// at its left and right.
func (m *marker) side(n int, p *page.Page) (width, left, right page.Length) {
	if p.Turned { // the foot of the paper is its left
		foot := m.geo.top + m.geo.height
		return m.geo.height, paperHeight - foot, m.geo.top
	}
	left = m.geo.left(n)
	return m.geo.width, left, paperWidth - left - m.geo.width
}

// placed moves items from the 版心, as its text runs, onto the page.
func (m *marker) placed(n int, p *page.Page, items []page.Item) []page.Item {
	if !p.Turned {
		return shift(items, m.geo.left(n), m.geo.top)
	}
	for i, it := range items {
		items[i] = turned(it, m.geo.left(n), m.geo.top+m.geo.height)
	}
	return items
}

// lineNumber sets the number of a line at the left of it.
func (m *marker) lineNumber(n int, p *page.Page, number int, l markedLine) []page.Item {
	r := run{size: lineNumberSize, color: numberColor}
	r.add(strconv.Itoa(number), FangSong, page.Artifact, diag.Pos{})
	s, line := m.single(r, lineNumberSize)
	_, left, _ := m.side(n, p)
	gap := lineNumberGap
	if p.Turned { // the page number stands there
		gap = turnedNumberGap
	}
	gap = min(gap, max(left-draftEdge-line.Ink, 0))
	y := (l.top+l.bottom)/2 + lineNumberSize.Times(digitRise, 100)
	return m.placed(n, p, m.emit(s, line, -gap-line.Ink, y))
}

// bars draws a bar beside the lines of what changed, and a stroke where something
// was dropped.
func (m *marker) bars(n int, p *page.Page, lines []markedLine) []page.Item {
	width, _, right := m.side(n, p)
	x := width + min(changeGap, right-draftEdge-changeBar)
	var items []page.Item
	rule := func(x, y, w, h page.Length) {
		items = append(items, &page.Rule{X: x, Y: y, Width: w, Height: h, Color: changeColor, Node: page.Artifact})
	}
	tick := func(y page.Length) {
		w := min(changeTick, right-draftEdge)
		rule(min(x-changeTick/2, width+right-draftEdge-w), y-changeBar/2, w, changeBar)
	}
	joined := m.geo.pitch().Times(joinedLines, 100) - m.geo.size
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.drop {
			tick(l.top - m.geo.size.Times(15, 100))
		}
		if l.dropAfter {
			tick(l.bottom + m.geo.size.Times(15, 100))
		}
		if !l.changed {
			continue
		}
		foot := l.bottom
		for i+1 < len(lines) && lines[i+1].changed && !lines[i+1].drop && lines[i+1].top-foot <= joined {
			i++
			foot = max(foot, lines[i].bottom)
		}
		rule(x, l.top, changeBar, foot-l.top)
	}
	return m.placed(n, p, items)
}

// header sets the word and the date of the draft above the 版心 at the right, and
// at the left, on a page that has marks of changes, what these mean.
func (m *marker) header(n int, marked bool) []page.Item {
	r := run{size: draftWordSize}
	r.add(m.draft.Word, Hei, page.Artifact, diag.Pos{})
	r.space(draftWordSize, true, page.Artifact)
	r.add(m.draft.Date.String(), FangSong, page.Artifact, diag.Pos{})
	s, line := m.single(r, draftWordSize)
	left, y := m.geo.left(n), min(draftHead, m.geo.top-draftLeastHead/2)
	items := m.emit(s, line, max(left+m.geo.width-line.Ink, draftEdge), y)
	if !marked {
		return items
	}
	room := m.geo.width - line.Ink - draftWordSize
	r = run{size: draftLegendSize, color: changeColor}
	r.add(draftLegend, FangSong, page.Artifact, diag.Pos{})
	if s, line = m.single(r, draftLegendSize); line.Ink <= room {
		items = append(items, m.emit(s, line, left, y)...)
	}
	return items
}
