package typeset

import (
	"math/rand"
	"regexp"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// The literal sets of clreq §2, written out again: what the test asks must not
// come from what it tests.
const (
	clreqNoStart = "。，、；：？！．)）]］}｝》〉】〗〕」』·‧・～／‼⁇⁈⁉%％‰℃°′″!?,.:;"
	clreqNoEnd   = "（([［{｛《〈【〖〔「『／￥¥$＄№#＃@"
	clreqStrict  = "—…⋯⸺"
)

// mayBreak reports whether clreq lets a line end between two characters that
// stand next to each other when unseen ones are left out.
func mayBreak(a, c Char, level Level) bool {
	word := a.Class == Western && c.Class == Western
	switch {
	case c.Class == Open, a.Class == Close: // curly quotes count as brackets beside Han
	case c.Class == Close, a.Class == Open:
		return false
	}
	if word { // a word's own signs, and its quotes, are no marks of the line
		return !strings.ContainsRune("([{$#@", a.Rune) && !strings.ContainsRune(")]}!?,.:;%‰°-–/", c.Rune)
	}
	if strings.ContainsRune("-/–", c.Rune) || strings.ContainsRune("/", a.Rune) {
		return false
	}
	if c.Rune == '—' && c.Class == Connector || c.Class == Close || a.Class == Open || c.Class == Raised {
		return false
	}
	if level == Strict && strings.ContainsRune(clreqStrict, c.Rune) && c.Class != Western {
		return false
	}
	return !strings.ContainsRune(clreqNoStart, c.Rune) && !strings.ContainsRune(clreqNoEnd, a.Rune)
}

// widestGap returns the most that justification opened between two characters
// of a line where every gap may open: beside Han, or a mark behind Han.
func widestGap(cs []Char, l Line, s Setting) page.Length {
	widest := page.Length(0)
	for i := l.Start; i+1 < l.End; i++ {
		a, c := cs[i], cs[i+1]
		if a.Class == Han && (c.Class == Han || c.Class == Stop || c.Class == Pause || c.Class == Close) {
			widest = max(widest, l.X[i+1-l.Start]-l.X[i-l.Start]-s.Cell)
		}
	}
	return widest
}

// TestPropertiesOfLongParagraphs checks of every paragraph: nothing lost; every
// line as wide as its frame; no forbidden start or end, no lone character at
// the end, no gap over ⅛ em, unless a search finds no set of breaks without.
func TestPropertiesOfLongParagraphs(t *testing.T) {
	rules := 0
	for seed := range int64(count(10_000)) {
		r := rand.New(rand.NewSource(seed))
		text := randomText(r, 100+r.Intn(200))
		s := body()
		if r.Intn(4) == 0 {
			cells := page.Length(5 + r.Intn(12))
			s.First, s.Rest = (cells-2)*testCell, cells*testCell
		}
		s.Level = Level(r.Intn(2))
		if r.Intn(3) == 0 {
			s.LatinGap = testCell / 4
		}
		p := newProperties(t, chars(text), s)
		p.check()
		rules += p.excused
		if t.Failed() {
			t.Fatalf("seed %d, %+v: %q", seed, s, text)
		}
	}
	t.Logf("%d lines had no other way", rules)
}

// properties are those of one paragraph.
type properties struct {
	t       *testing.T
	cs      []Char
	s       Setting
	lines   []Line
	ref     *reference
	char    []int // of each break of ref: the character after it
	excused int   // lines with a fault that nothing could avoid
}

func newProperties(t *testing.T, cs []Char, s Setting) *properties {
	text := newSeen(cs)
	p := itemise(text, s)
	q := &properties{t: t, cs: cs, s: s, lines: Set(cs, s), ref: newReference(p.items, s.Frame, s.Ragged)}
	q.char = append(q.char, 0)
	for _, at := range q.ref.at[1:] {
		q.char = append(q.char, text.place(int(p.char[at])))
	}
	return q
}

func (p *properties) check() {
	p.nothingLost()
	p.whole()
	p.offered()
	for n, l := range p.lines {
		last := n == len(p.lines)-1
		p.width(n, last)
		if n > 0 {
			p.start(n)
		}
		if n > 0 && (last || p.cs[l.End-1].Class == LineEnd) && p.cs[l.Start-1].Class != LineEnd && p.lone(l) {
			p.fault(n-1, singleLeft, "a single character is left")
		}
		if !last && p.cs[l.End-1].Class != LineEnd && widestGap(p.cs, l, p.s) > p.s.Cell/8+2 {
			p.fault(n, looseLine, "a gap over ⅛ em")
		}
	}
}

func (p *properties) nothingLost() {
	at := 0
	for _, l := range p.lines {
		if l.Start != at || l.End < l.Start || len(l.X) != l.End-l.Start {
			p.t.Errorf("line has characters %d to %d after %d", l.Start, l.End, at)
		}
		at = l.End
	}
	if at != len(p.cs) {
		p.t.Errorf("%d of %d characters set", at, len(p.cs))
	}
}

// pairs of clreq §3 that stay whole in any line that can hold them.
var pairs = regexp.MustCompile(`——|……|[0-9]+(\.[0-9]+)?[%℃]?|〔[0-9]{4}〕[0-9]+号|GDP|PM2\.5|it’s`)

// whole asks that no line ends within a pair.
func (p *properties) whole() {
	text, start := "", map[int]int{}
	for i, c := range p.cs {
		start[len(text)] = i
		text += string(c.Rune)
	}
	start[len(text)] = len(p.cs)
	ends := map[int]int{}
	for n, l := range p.lines {
		ends[l.End] = n
	}
	for _, m := range pairs.FindAllStringIndex(text, -1) {
		for i := start[m[0]] + 1; i < start[m[1]]; i++ {
			if n, ok := ends[i]; ok && !p.longer(start[m[0]], start[m[1]]) {
				p.fault(n, tornPair, "a line ends within "+text[m[0]:m[1]])
			}
		}
	}
}

// longer reports whether a pair is only a part of a Latin word or address.
func (p *properties) longer(from, to int) bool {
	latin := func(i, step int) bool {
		for i >= 0 && i < len(p.cs) && isUnseen(p.cs[i].Class) {
			i += step
		}
		return i >= 0 && i < len(p.cs) && p.cs[i].Class == Western
	}
	return latin(from-1, -1) && latin(from, 1) || latin(to, 1) && latin(to-1, -1)
}

// offered asks that a line may end between any two Han that are no numbers, so
// that "no other way" is no excuse the items made themselves.
func (p *properties) offered() {
	at := map[int]bool{}
	for _, c := range p.char {
		at[c] = true
	}
	for i := 1; i < len(p.cs); i++ {
		a, c := p.cs[i-1].Rune, p.cs[i].Rune
		if isIdeograph(a) && isIdeograph(c) && !isHanNumeral(a) && !at[i] {
			p.t.Errorf("no line may end between %q and %q", a, c)
		}
	}
}

// body returns the room from the origin of a character to its right edge.
func (p *properties) body(c Char) page.Length {
	switch {
	case isBlank(c.Class), c.Class == Western, c.Class == Raised:
		return c.Width
	case c.Class == Half:
		return p.s.Cell/2/2 + c.Width/2 // it stands in the middle of its half cell
	case isUnseen(c.Class):
		return 0
	}
	return p.s.Cell
}

// width asks that a line fills its frame, by its own word and by where its
// characters stand: the last one ends at the edge, or half a cell before it
// when it is a mark whose blank is there or gone.
//
// A line may be short only where it has no place to give, as a lone dash.
func (p *properties) width(n int, last bool) {
	l := p.lines[n]
	room, left := p.s.Frame.width(n == 0), p.s.Hang
	if n == 0 {
		left = p.s.Indent
	}
	last = last || p.cs[l.End-1].Class == LineEnd
	switch d := l.Width - room; {
	case d > 2:
		p.fault(n, beyondMargin, "a line beyond the margin")
	case d < -2 && !last:
		p.fault(n, looseLine, "a line short of the margin")
		last = true
	}
	z := l.End - 1
	for z > l.Start && (isBlank(p.cs[z].Class) || isUnseen(p.cs[z].Class)) {
		z--
	}
	right := l.X[z-l.Start] + p.body(p.cs[z])
	short := left + room - right
	a := z - 1
	for a > 0 && isUnseen(p.cs[a].Class) {
		a--
	}
	if p.cs[z].Rune == '？' && a >= 0 && strings.ContainsRune("？！", p.cs[a].Rune) {
		short -= p.s.Cell / 10 // in ？！ it stands a little to the left
	}
	switch p.cs[z].Class {
	case Stop, Pause, Close:
		if !last && short != 0 && (short < -p.s.Cell/2-4 || short > 4) {
			p.t.Errorf("%q at the end of a line is off by %d EMU", p.cs[z].Rune, short)
		}
	case Half, Dash:
	default:
		if !last && l.End-1 == z && !l.Hyphen && (short > 4 || short < -4) {
			p.t.Errorf("%q at the end of a line is off by %d EMU", p.cs[z].Rune, short)
		}
	}
	for i := 1; i < len(l.X); i++ {
		if l.X[i] < l.X[i-1]-p.s.Cell/2-2 && p.cs[l.Start+i-1].Class != Space {
			p.t.Errorf("character %d, %q, stands %d EMU before its neighbour", l.Start+i, p.cs[l.Start+i].Rune, l.X[i-1]-l.X[i])
		}
	}
}

// start asks that the break before line n is one clreq allows.
func (p *properties) start(n int) {
	a, c := p.lines[n].Start-1, p.lines[n].Start
	for c < len(p.cs)-1 && (p.cs[c].Class == Space || isUnseen(p.cs[c].Class)) {
		c++
	}
	for a > 0 && (p.cs[a].Class == Space || isUnseen(p.cs[a].Class)) {
		a--
	}
	if p.cs[a].Class != LineEnd && !mayBreak(p.cs[a], p.cs[c], p.s.Level) {
		p.fault(n-1, againstRule, "a line ends between "+string(p.cs[a].Rune)+" and "+string(p.cs[c].Rune))
	}
}

// lone reports whether a line holds one Han, letter or digit and marks.
func (p *properties) lone(l Line) bool {
	n := 0
	for _, c := range p.cs[l.Start:l.End] {
		switch {
		case c.Class == Han, c.Class == Western && (isLetter(c.Rune) || isDigit(c.Rune)):
			n++
		case c.Class == Western, isMark(c.Class), c.Class == Space, c.Class == LineEnd, isUnseen(c.Class):
		default:
			return false
		}
	}
	return n == 1
}

// fault reports a fault of line n when the paragraph, or the lines around it
// alone, could be set without.
func (p *properties) fault(n, kind int, what string) {
	p.excused++
	breakAt := func(n int) int { // the break of ref before line n
		for k, c := range p.char {
			if n < len(p.lines) && c == p.lines[n].Start || n >= len(p.lines) && c == len(p.cs) {
				return k
			}
		}
		p.t.Fatalf("line %d begins at no break", n)
		return 0
	}
	for _, around := range []int{len(p.lines), 2, 1, 0} {
		from, to := breakAt(max(n-around, 0)), breakAt(min(n+around+1, len(p.lines)))
		if p.ref.avoidable(from, to, kind) {
			l := p.lines[n]
			text := ""
			for _, c := range p.cs[l.Start:l.End] {
				text += string(c.Rune)
			}
			p.t.Errorf("%s in %q, but the %d lines around can be set without", what, text, around)
			return
		}
	}
}
