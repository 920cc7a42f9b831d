package typeset

import "jianbao/bulletin/page"

// Costs of penalties in hundredths of a cell squared.
const (
	costNumber    = 50     // between a number and its 年, 月, 日, 起, 期; between 第 and a number
	costOrphan    = 400    // one Han alone on the last line (clreq, orphans)
	costHyphen    = 20     // after a hyphen within a Latin word
	costAddress   = 60     // after a sign of an address that is long
	costWord      = 600    // within a long Latin word
	costEmergency = 100000 // where only a break keeps the text on the paper
)

// longToken is how many characters of Latin may be broken at signs and, three
// from either end, between letters.
const longToken = 8

// paragraph is a text as items, with the way back to its characters.
type paragraph struct {
	items   []Item
	char    []int         // of each item: the character it belongs to; of a penalty the first one after it
	blank   []int         // of each item: the character a glue stands for, or -1
	bearing []page.Length // of each character: origin of its glyph from the start of its box
}

// builder makes the items of one paragraph.
type builder struct {
	paragraph
	chars []Char
	set   Setting

	start, end []int         // of each character: the run of Latin, or of marks, it stands in
	before     []page.Length // of each character: the widths of the Latin ones before it
}

// measure finds the runs of Latin and of marks.
func (b *builder) measure() {
	n := len(b.chars)
	b.start, b.end, b.before = make([]int, n), make([]int, n), make([]page.Length, n+1)
	for i, c := range b.chars {
		b.start[i], b.before[i+1] = i, b.before[i]
		if c.Class == Western {
			b.before[i+1] += c.Width
		}
		if i > 0 && sameRun(b.chars[i-1].Class, c.Class) {
			b.start[i] = b.start[i-1]
		}
	}
	for i := n - 1; i >= 0; i-- {
		b.end[i] = i + 1
		if i+1 < n && b.start[i+1] == b.start[i] {
			b.end[i] = b.end[i+1]
		}
	}
}

func sameRun(a, c Class) bool { return a == Western && c == Western || isMark(a) && isMark(c) }

// itemise turns characters into items. Punctuation is half a cell of box and
// half a cell of glue; from that the squeezing of neighbours, of line starts
// and line ends follows.
func itemise(chars []Char, s Setting) *paragraph {
	b := &builder{chars: chars, set: s}
	b.bearing = make([]page.Length, len(chars))
	b.measure()
	orphan := b.lastHan()
	for i := range chars {
		b.character(i)
		if i+1 < len(chars) {
			b.boundary(i+1, i+1 >= orphan && orphan > 0)
		}
	}
	b.add(Item{Kind: Penalty, Cost: Forced}, len(chars), -1)
	return &b.paragraph
}

func (b *builder) add(it Item, char, blank int) {
	b.items = append(b.items, it)
	b.char = append(b.char, char)
	b.blank = append(b.blank, blank)
}

// character adds the box of a character with its own blank halves.
func (b *builder) character(i int) {
	c, half := b.chars[i], b.set.Cell/2
	switch c.Class {
	case Stop, Pause, Close:
		b.add(Item{Kind: Box, Width: half}, i, -1)
		b.trailing(i)
	case Open:
		b.leading(i)
		b.bearing[i] = -(b.set.Cell - half)
		b.add(Item{Kind: Box, Width: half}, i, -1)
	case Half:
		b.bearing[i] = (half - c.Width) / 2
		b.add(Item{Kind: Box, Width: half}, i, -1)
	case Western, Raised, Object, Blank:
		b.add(Item{Kind: Box, Width: c.Width}, i, -1)
	case Space:
		b.space(i)
	case ZeroWidth, Joiner, LineEnd:
		// no room of their own
	default:
		b.add(Item{Kind: Box, Width: b.set.Cell}, i, -1)
	}
}

// leading adds the free left half of an opening mark: none after another
// opening mark, none after the free right half of a mark (that half stays) or
// after a blank, none at the start of the paragraph.
func (b *builder) leading(i int) {
	if i == 0 {
		return
	}
	switch b.chars[i-1].Class {
	case Open, Stop, Pause, Close, Space, Blank:
		return
	}
	half := b.set.Cell - b.set.Cell/2
	b.add(Item{Kind: Glue, Width: half, Shrink: half, ShrinkAt: Bracket}, i, -1)
}

// trailing adds the free right half of a closing mark: none before another
// one; before an opening mark half a cell stays between the two.
func (b *builder) trailing(i int) {
	half := b.set.Cell - b.set.Cell/2
	rank := map[Class]Rank{Stop: StopBlank, Pause: PauseBlank, Close: Bracket}[b.chars[i].Class]
	if i+1 < len(b.chars) {
		switch b.chars[i+1].Class {
		case Stop, Pause, Close, Raised:
			return
		case Open:
			rank = AtEnd
		}
	}
	b.add(Item{Kind: Glue, Width: half, Shrink: half, ShrinkAt: rank}, i, -1)
}

// space adds a blank that vanishes at the end of a line; between Latin words
// it is the first to stretch, up to half an em; one of a cell gives way with
// the blanks of ，、；： so that no comma has to do it alone.
func (b *builder) space(i int) {
	it := Item{Kind: Glue, Width: b.chars[i].Width}
	if it.Width >= b.set.Cell {
		it.Shrink, it.ShrinkAt = b.set.Cell-b.set.Cell/2, PauseBlank
	}
	if i > 0 && i+1 < len(b.chars) && b.chars[i-1].Class == Western && b.chars[i+1].Class == Western {
		it.Stretch, it.StretchAt = max(b.set.Cell/2-it.Width, 0), WordSpace
	}
	b.add(it, i, i)
}

// boundary adds what stands between characters i-1 and i: the penalty of a
// break there, and the gap that justification may open.
func (b *builder) boundary(i int, orphan bool) {
	cost, ok := b.cost(i)
	if ok {
		if cost != Forced {
			cost += b.chars[i].Keep
			if orphan {
				cost += costOrphan
			}
			cost = cost * int64(b.set.Cell) / 100 * int64(b.set.Cell)
		}
		b.add(Item{Kind: Penalty, Cost: cost}, i, -1)
	}
	a, c := b.chars[i-1].Class, b.chars[i].Class
	switch {
	case mixed(a, c) && b.set.LatinGap > 0:
		least := min(b.set.Cell/8, b.set.LatinGap)
		b.add(Item{Kind: Glue, Width: b.set.LatinGap, Shrink: b.set.LatinGap - least, ShrinkAt: LatinShrink,
			Stretch: max(b.set.Cell/2-b.set.LatinGap, 0), StretchAt: LatinSpace}, i, -1)
	case b.mayOpen(a, c):
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: Letter}, i, -1)
	case a != Dash && a != Ellipsis && c != Raised && a < Space && c < Space:
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: LastResort}, i, -1)
	}
}

// mixed reports whether two neighbours are Han and Latin.
func mixed(a, c Class) bool {
	return a == Han && c == Western || a == Western && c == Han
}

// mayOpen reports whether a gap may open between two characters (clreq §6.3:
// not within a pair or a Latin word, not around connectors and solidus).
func (b *builder) mayOpen(a, c Class) bool {
	switch {
	case a == Western && c == Western, a == Dash && c == Dash, a == Ellipsis && c == Ellipsis, c == Raised:
		return false
	}
	fixed := func(k Class) bool { return k == Connector || k == Half || k >= Space }
	return !fixed(a) && !fixed(c)
}

// lastHan returns the boundary before the last character that is no mark,
// when that is a single Han: a break there, or later, leaves an orphan.
func (b *builder) lastHan() int {
	for i := len(b.chars) - 1; i > 0; i-- {
		switch c := b.chars[i].Class; {
		case c == Han:
			return i
		case !isMark(c):
			return 0
		}
	}
	return 0
}
