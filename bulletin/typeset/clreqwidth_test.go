package typeset

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// advances returns how far the origin of each character's body stands from
// that of the one before it, in 24ths of a cell, the first from the left edge.
func advances(cs []Char, l Line) []int {
	body := func(i int) page.Length {
		switch cs[l.Start+i].Class {
		case Open:
			return l.X[i] + unit/2 // the ink begins in the middle of the glyph
		case Half:
			return l.X[i] + cs[l.Start+i].Width/2 - unit/4
		}
		return l.X[i]
	}
	out := make([]int, len(l.X))
	for i := range l.X {
		out[i] = int(body(i) * 24 / unit)
		if i > 0 {
			out[i] -= int(body(i-1) * 24 / unit)
		}
	}
	return out
}

// TestClreq4Squeezing: where marks meet and where lines begin and end. Numbers
// are 24ths of a cell from ink to ink.
func TestClreq4Squeezing(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"CLOSE+PAUSE", "督》，察", "0 24 12 24"},
		{"CLOSE+CLOSE", "督》）察", "0 24 12 24"},
		{"PAUSE+CLOSE", "督。”察", "0 24 12 24"},
		{"PAUSE+PAUSE", "督。，察", "0 24 12 24"},
		{"OPEN+OPEN", "督（《察", "0 36 12 12"},
		{"CLOSE+OPEN keeps half a cell", "督》《察", "0 24 24 12"},
		{"PAUSE+OPEN keeps half a cell", "督，《察", "0 24 24 12"},
		{"three marks", "督。”）察", "0 24 12 12 24"},
		{"a pair of cells", "督‼（察", "0 24 36 12"},
		{"OPEN at the start of a paragraph", "“督", "0 12"},
		{"beside ·", "《督》·《察》", "0 12 24 24 24 12 24"},
		{"beside Latin no more room", "督，GDP。察", "0 24 24 12 12 12 24"},
		{"beside dashes", "督”——“察", "0 24 24 24 36 12"},
		{"beside blanks", "督，\u00A0（察", "0 24 24 0 12"},
		{"unseen characters part no pair", "督。\u2060”\u200B（察", "0 24 12 0 12 12 12"},
	} {
		cs := exact(c.text)
		lines := Set(cs, column(40))
		if got := strings.Trim(fmt.Sprint(advances(cs, lines[0])), "[]"); got != c.want {
			t.Errorf("%s: %s stands at %s, want %s", c.what, c.text, got, c.want)
		}
	}
}

// TestClreq4LineEnds: a mark at the end keeps its cell where the line has it
// (natural first), and gives its half for nothing where the line has not; an
// opening mark at the start gives its own.
func TestClreq4LineEnds(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells page.Length // in halves
		lines string
		ink   []page.Length // of each line, in halves
	}{
		{"督察组环。境保护益", 10, "督察组环。|境保护益", []page.Length{9, 8}},
		{"督察组环。境保护益", 9, "督察组环。|境保护益", []page.Length{9, 8}},
		{"督察组环（境保护）", 8, "督察组环|（境保护）", []page.Length{8, 8}},
		{"督察组环。“境保护”", 10, "督察组环。|“境保护”", []page.Length{9, 8}},
		{"督察组环”。境保护益", 10, "督察组环”。|境保护益", []page.Length{10, 8}},
	} {
		s := column(1)
		s.First, s.Rest = c.cells*unit/2, c.cells*unit/2
		if got := broken(c.text, s); got != c.lines {
			t.Errorf("in %d halves %s, want %s", c.cells, got, c.lines)
			continue
		}
		for n, l := range Set(exact(c.text), s) {
			if got := l.Ink * 2 / unit; got != c.ink[n] {
				t.Errorf("in %d halves line %d of %s has %d halves of ink, want %d", c.cells, n+1, c.lines, got, c.ink[n])
			}
		}
	}
	s := column(8)
	s.First, s.Indent = 6*unit, 2*unit
	if l := Set(exact("“督察组环境保护益阳市"), s)[0]; l.X[0] != 2*unit-unit/2 {
		t.Errorf("on an indented line the ink of an opening mark begins %d EMU from two cells", l.X[0]+unit/2-2*unit)
	}
}

// TestClreq5LatinGap: the gap between Han and Latin, typed or not, beside what
// it stands and beside what not.
func TestClreq5LatinGap(t *testing.T) {
	for _, c := range []struct {
		text      string
		gap, none string // advances with a gap of ¼ cell and without
	}{
		{"督a察", "0 30 18", "0 24 12"},
		{"督 a 察", "0 24 6 12 6", "0 24 0 12 0"},
		{"督\u00A0a\u00A0察", "0 24 6 12 6", "0 24 0 12 0"},
		{"督  a察", "0 24 6 0 18", "0 24 0 0 12"},
		{"2020年", "0 12 12 12 18", "0 12 12 12 12"},
		{"5%督", "0 12 18", "0 12 12"},
		{"督，a。察", "0 24 24 12 24", "0 24 24 12 24"},
		{"（a）督", "0 12 12 24", "0 12 12 24"},
		{"督(a)察", "0 24 12 12 12", "0 24 12 12 12"},
		{"督——a", "0 24 24 24", "0 24 24 24"},
		{"25℃", "0 12 12", "0 12 12"},
		{"〔9〕1号", "0 12 12 24 18", "0 12 12 24 12"},
		{"〔2020〕1号", "0 12 12 12 12 12 24 18", "0 12 12 12 12 12 24 12"},
		{"①a", "0 24", "0 24"},
		{"a\u200B督", "0 18 0", "0 12 0"},
	} {
		for _, gap := range []page.Length{0, unit / 4} {
			s, want := column(40), c.none
			if s.LatinGap = gap; gap > 0 {
				want = c.gap
			}
			cs := exact(c.text)
			if got := strings.Trim(fmt.Sprint(advances(cs, Set(cs, s)[0])), "[]"); got != want {
				t.Errorf("with a gap of %d, %q stands at %s, want %s", gap, c.text, got, want)
			}
		}
	}
	s := column(4)
	s.LatinGap = unit / 4
	for _, text := range []string{"督察组环abcd察组", "督察组环 abcd 察组"} {
		for n, l := range Set(exact(text), s) {
			if l.Width > s.Rest || l.X[0] != 0 {
				t.Errorf("line %d of %q has a gap at its edge", n+1, text)
			}
		}
	}
}

// justified places a text as one line, so much narrower or wider than natural,
// in 24ths of a cell, and returns by how much each advance changed.
func justified(cs []Char, s Setting, by page.Length) string {
	text := newSeen(cs)
	p := itemise(text, s)
	ragged := s
	ragged.Ragged = true
	natural := p.place(newBreaker(oneLine(p), s.Frame, false), ragged, 0, 1, text.chars, make([]page.Length, len(cs)))
	s.First = natural.Width + by*unit/24
	l := p.place(newBreaker(p.items, s.Frame, false), s, 0, 1, text.chars, make([]page.Length, len(cs)))
	was, is := advances(cs, natural), advances(cs, l)
	var b strings.Builder
	for i := range was {
		if d := is[i] - was[i]; d != 0 {
			fmt.Fprintf(&b, " %c%+d", cs[i].Rune, d)
		}
	}
	if l.Width != s.First {
		fmt.Fprintf(&b, " width %+d", (l.Width-s.First)*24/unit)
	}
	return strings.TrimSpace(b.String())
}

// oneLine takes all breaks out of a text and unforces its end.
func oneLine(p *paragraph) []Item {
	items, char := p.items[:0], p.char[:0]
	for i, it := range p.items {
		if it.Kind != Penalty || i == len(p.items)-1 {
			items, char = append(items, it), append(char, p.char[i])
		}
	}
	items[len(items)-1].Cost = 0
	p.items, p.char = items, char
	return items
}

// TestClreq6CompressOrder squeezes a line with every kind of place, ever more:
// each step gives all it has before the next gives anything, and its places
// give evenly. What changes is the advance of the character named.
func TestClreq6CompressOrder(t *testing.T) {
	cs := exact("督·a b c，（察）d；组。环！境”")
	for i := range cs {
		if cs[i].Class == Space {
			cs[i].Width = unit / 2
		}
	}
	s := column(60)
	s.LatinGap = unit / 4
	for _, c := range []struct {
		by   page.Length
		want string
	}{
		{-6, ""}, {-12, ""}, // 1 the mark at the end
		{-18, "b-3 c-3"}, {-24, "b-6 c-6"}, // 2 word spaces, to ¼; 3 · is fixed
		{-30, "b-6 c-6 d-6"}, {-36, "b-6 c-6 d-12"}, // 4 before OPEN and after CLOSE; between ， and （ half a cell stays
		{-42, "b-6 c-6 d-12 组-6"}, {-48, "b-6 c-6 d-12 组-12"}, // 5 ，、；：
		{-60, "b-6 c-6 d-12 组-12 环-6 境-6"}, {-72, "b-6 c-6 d-12 组-12 环-12 境-12"}, // 7 。？！
		{-78, "b-6 c-6 d-12 组-12 环-12 境-12 width +6"}, // no more to give
	} {
		if got := justified(cs, s, c.by); got != c.want {
			t.Errorf("squeezed by %d/24: %s, want %s", -c.by, got, c.want)
		}
	}
	for _, c := range []struct {
		by   page.Length
		want string
	}{
		{-2, "a-1 察-1"}, {-6, "a-3 察-3"}, {-12, "a-3 察-3 组-6"}, // 6 the Han–Latin gap, to ⅛, after 5 and before 7
	} {
		if got := justified(exact("督a察。组"), s, c.by); got != c.want {
			t.Errorf("squeezed by %d/24: %s, want %s", -c.by, got, c.want)
		}
	}
	if got, want := justified(exact("督，察；组a环"), s, -28), "察-12 组-12 a-2 环-2"; got != want {
		t.Errorf("，； before the gap: %s, want %s", got, want)
	}
}

// TestClreq6ExpandWithoutGap: where Han and Latin have no gap, a typed blank
// between them grows like any place, not before the others.
func TestClreq6ExpandWithoutGap(t *testing.T) {
	for _, text := range []string{"督a察组", "督 a 察组", "督\u00A0a\u00A0察组"} {
		want := "a+2 察+2 组+2"
		if got := justified(exact(text), column(60), 6); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestClreq6Expand stretches lines: word spaces, then Han–Latin gaps, each to
// half a cell, then all gaps evenly, but not within pairs nor around
// connectors and solidus while anything else can give.
func TestClreq6Expand(t *testing.T) {
	s := column(60)
	s.LatinGap = unit / 4
	for _, c := range []struct {
		text string
		by   page.Length
		want string
	}{
		{"a b督察c", 6, "b+6"},
		{"a b督察c", 12, "b+6 督+3 c+3"},
		{"a b督察c", 18, "b+6 督+6 c+6"},
		{"a b督察c", 21, "b+6 督+6 察+3 c+6"},
		{"督察，组（环）境", 28, "察+4 ，+4 组+4 （+4 环+4 ）+4 境+4"},
		{"督——察……组", 12, "—+3 察+3 …+3 组+3"},
		{"督～察/组·环", 12, "～+2 察+2 /+2 组+2 ·+2 环+2"}, // nothing else can give
		{"督察～组", 6, "察+6"},
		{"督25℃察－5组", 18, "2+6 察+3 －+3 组+6"},
		{"督？！察", 6, "？+3 察+3"},
		{"①督察", 6, "察+6"},
		{"a b c", 24, "b+12 c+12"}, // beyond half a cell where a line has only words
		{"abc", 6, "b+3 c+3"},      // and within a word where it has nothing
		{"abc督察", 30, "督+6 察+24"},
		{"叶　飞督", 6, "督+6"},
	} {
		if got := justified(exact(c.text), s, c.by); got != c.want {
			t.Errorf("%s stretched by %d/24: %s, want %s", c.text, c.by, got, c.want)
		}
	}
}
