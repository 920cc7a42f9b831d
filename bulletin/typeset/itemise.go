package typeset

import "jianbao/bulletin/page"

// Costs of penalties in hundredths of a cell squared.
const (
	costNumber   = 50     // between a number and its 年, 月, 日, 起, 期; within a Han number
	costRange    = 100    // behind the connector of two numbers
	costOrdinal  = 200    // between 第 and its number
	costDocument = 200    // between an office and the 〔2020〕12号 of its paper
	costHyphen   = 20     // after a hyphen within a Latin word
	costAddress  = 60     // after a sign of an address that is long
	costWord     = 4000   // within a long Latin word: rather gaps of ⅛ em
	costAnywhere = 100000 // within Latin wider than half a line, anywhere
	costRemedy   = 1000   // within a pair or against the rules, where they cannot be kept
)

// longToken is how many characters of Latin may be broken at signs and, three
// from either end, between letters.
const longToken = 8

// paragraph is a text as items, with the way back to its characters.
type paragraph struct {
	items   []Item
	char    []int32       // of each item: the character it belongs to; of a penalty the first one after it
	bearing []page.Length // of each character: origin of its glyph from the start of its box
}

// builder makes the items of one paragraph.
type builder struct {
	paragraph
	seen
	set Setting

	start, end []int32        // of each character: the run of Latin, or of one mark, it stands in
	room       []page.Length  // the natural width of the characters before each one
	steered    map[int32]bool // of the start of a word: whether it has soft hyphens, which then are the places to break it
	tied       []bool         // whether the character and the one before it never part
	points     []breakpoint   // of each character: a line end before it
}

// measure finds the runs of Latin and of marks, and the width of all.
func (b *builder) measure() {
	n := len(b.chars)
	b.start, b.end, b.room = cleared(b.start, n), cleared(b.end, n), cleared(b.room, n+1)
	for i, c := range b.chars {
		b.start[i], b.room[i+1] = int32(i), b.room[i]+b.natural(c)
		if i > 0 {
			if sameRun(b.chars[i-1], c) {
				b.start[i] = b.start[i-1]
			}
			if mixed(b.chars[i-1], c) {
				b.room[i+1] += b.set.LatinGap
			}
		}
	}
	b.steered = nil
	for i, k := range b.controls {
		if k.hyphen && i < n {
			if b.steered == nil {
				b.steered = map[int32]bool{}
			}
			b.steered[b.start[i]] = true
		}
	}
	for i := n - 1; i >= 0; i-- {
		b.end[i] = int32(i + 1)
		if i+1 < n && b.start[i+1] == b.start[i] {
			b.end[i] = b.end[i+1]
		}
	}
}

func sameRun(a, c Char) bool {
	switch c.Class {
	case Western, Dash, Ellipsis:
		return a.Class == c.Class
	}
	return isRepeated(a.Rune) && isRepeated(c.Rune)
}

// natural is the width of a character by itself.
func (b *builder) natural(c Char) page.Length {
	switch {
	case c.Class == Half:
		return b.set.Cell / 2
	case c.Class == LineEnd:
		return 0
	case c.Rune == '⸺':
		return 2 * b.set.Cell
	case isCell(c.Class):
		return b.set.Cell
	}
	return c.Width
}

// itemise turns characters into items. Punctuation is half a cell of box and
// half a cell of glue; from that the squeezing of neighbours, of line starts
// and line ends follows.
func itemise(s seen, set Setting) *paragraph { return new(builder).itemise(s, set) }

// itemise is the same in the room of the paragraph before, which is lost.
func (b *builder) itemise(s seen, set Setting) *paragraph {
	b.seen, b.set = s, set
	n := len(s.chars)
	b.items, b.char = emptied(b.items, 3*n+n/4+1), emptied(b.char, 3*n+n/4+1)
	b.bearing = cleared(b.bearing, n)
	b.measure()
	b.tie()
	b.breakpoints()
	b.orphans()
	for i := range s.chars {
		b.character(i)
		if i+1 < n {
			b.boundary(i + 1)
		}
	}
	b.add(Item{Kind: Penalty, Cost: Forced}, n)
	return &b.paragraph
}

func (b *builder) add(it Item, char int) {
	b.items = append(b.items, it)
	b.char = append(b.char, int32(char))
}

// character adds the box of a character with its own blank halves.
func (b *builder) character(i int) {
	c, half := b.chars[i], b.set.Cell/2
	switch c.Class {
	case Stop, Pause, Close:
		if c.Rune == '？' && b.end[i]-b.start[i] > 1 {
			b.bearing[i] = -b.set.Cell / 10 // in some faces it reaches beyond its half
		}
		b.add(Item{Kind: Box, Width: half}, i)
		b.trailing(i)
	case Open:
		b.leading(i)
		b.bearing[i] = -min(b.set.Cell-half, c.Width-c.Width/2) // the ink stands in its half, however wide the cell
		b.add(Item{Kind: Box, Width: half}, i)
	case Half:
		b.bearing[i] = (half - c.Width) / 2
		b.add(Item{Kind: Box, Width: half}, i)
	case Space:
		b.space(i)
	case LineEnd:
		// no room of its own
	case Blank:
		b.blank(i)
	default:
		if c.Rune == '⸺' {
			b.bearing[i] = b.set.Cell - c.Width/2
		}
		b.add(Item{Kind: Box, Width: b.natural(c)}, i)
	}
}

// leading adds the free left half of an opening mark: none after another
// opening mark, none after the free right half of a mark (that half stays) or
// after a blank, none at the start of the paragraph.
func (b *builder) leading(i int) {
	if i == 0 {
		return
	}
	rank := Bracket
	switch b.chars[i-1].Class {
	case Open, Pause, Close, Space, Blank:
		return
	case Stop:
		if !b.shared(i - 1) {
			return
		}
		rank = AtEnd
	}
	half := b.set.Cell - b.set.Cell/2
	b.add(Item{Kind: Glue, Width: half, Shrink: half, ShrinkAt: rank}, i)
}

// shared reports whether a mark is the last of ？！ or ！！ that fill a cell
// together (GB/T 15834 5.1.3: two take one, three take two).
func (b *builder) shared(i int) bool {
	return isRepeated(b.chars[i].Rune) && (b.end[i]-b.start[i])%2 == 0
}

// trailing adds the free right half of a closing mark: none before another
// one; before an opening mark half a cell stays between the two.
func (b *builder) trailing(i int) {
	if b.shared(i) {
		return
	}
	half, rank := b.set.Cell-b.set.Cell/2, Bracket
	switch b.chars[i].Class {
	case Stop:
		rank = StopBlank
	case Pause:
		rank = PauseBlank
	}
	if i+1 < len(b.chars) {
		switch b.chars[i+1].Class {
		case Stop, Pause, Close, Double, Raised:
			return
		case Open:
			rank = AtEnd
		}
	}
	b.add(Item{Kind: Glue, Width: half, Shrink: half, ShrinkAt: rank}, i)
}

// space adds a blank that vanishes at the end of a line. Between Latin words
// it gives way first, between a quarter and half a cell; one without room
// between Han and Latin is their gap; one of a cell that layout put in gives
// way with the blanks of ，、；： so that no comma has to do it alone. A typed one
// grows with the gaps between characters. Of several the first stretches.
func (b *builder) space(i int) {
	it := Item{Kind: Glue, Width: b.chars[i].Width}
	if i > 0 && b.chars[i-1].Class == Space {
		if b.items[len(b.items)-1] == (Item{Kind: Glue}) {
			it.Width = 0 // with the one before
		}
		b.add(it, i)
		return
	}
	next := b.afterSpace(i)
	switch {
	case b.blankEnd(next):
		b.add(Item{Kind: Glue}, i) // it vanishes like at the end of any line
		return
	case i == 0:
		b.add(it, i)
		return
	}
	a, c := b.chars[i-1], b.chars[next]
	more := Letter
	switch {
	case it.Width == 0 && mixed(a, c):
		it, more = b.gap(), LastResort
	case a.Class == Western && c.Class == Western:
		it, more = b.wordSpace(it.Width), LastResort
	case it.Width >= b.set.Cell && b.chars[i].Rune != '\u3000':
		it.Shrink, it.ShrinkAt, more = b.set.Cell-b.set.Cell/2, PauseBlank, LastResort
	}
	b.add(it, i)
	if !b.tied[i] {
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: more}, i)
	}
}

// blank adds a blank where no line ends: between Latin words it gives way like
// the others, between Han and Latin it is their gap.
func (b *builder) blank(i int) {
	c := b.chars[i]
	if i > 0 && i+1 < len(b.chars) && c.Rune == '\u00A0' {
		a, z := b.chars[i-1], b.chars[i+1]
		switch {
		case a.Class == Western && z.Class == Western:
			b.add(b.wordSpace(c.Width), i)
			return
		case c.Width == 0 && mixed(a, z):
			b.add(b.gap(), i)
			return
		}
	}
	b.add(Item{Kind: Box, Width: c.Width}, i)
}

// wordSpace is the glue between two Latin words.
func (b *builder) wordSpace(width page.Length) Item {
	return Item{Kind: Glue, Width: width, Shrink: max(width-b.set.Cell/4, 0), ShrinkAt: WordShrink,
		Stretch: max(b.set.Cell/2-width, 0), StretchAt: WordSpace}
}

// gap is the glue between Han and Latin; where the setting has none, it is one
// between any two characters.
func (b *builder) gap() Item {
	if b.set.LatinGap == 0 {
		return Item{Kind: Glue, Stretch: 1, StretchAt: Letter}
	}
	least := min(b.set.Cell/8, b.set.LatinGap)
	return Item{Kind: Glue, Width: b.set.LatinGap, Shrink: b.set.LatinGap - least, ShrinkAt: LatinShrink,
		Stretch: max(b.set.Cell/2-b.set.LatinGap, 0), StretchAt: LatinSpace}
}

// boundary adds what stands between characters i-1 and i: the penalty of a
// break there, and the gap that justification may open.
func (b *builder) boundary(i int) {
	if p := b.points[i]; p.ok {
		it := Item{Kind: Penalty, Cost: p.cost, Fault: p.fault}
		if k := b.controls[i]; k.hyphen && b.chars[i-1].Class == Western && b.chars[i].Class == Western {
			it.Width = k.width
		}
		if p.cost != Forced {
			it.Cost = (p.cost + b.chars[i].Keep) * int64(b.set.Cell) / 100 * int64(b.set.Cell)
		}
		b.add(it, i)
	}
	a, c := b.chars[i-1], b.chars[i]
	switch {
	case c.Class == Raised || a.Class >= Space || c.Class >= Space:
	case b.tied[i]:
		if mixed(a, c) && b.set.LatinGap > 0 { // 〔2020〕12 号: like any number, but it does not grow
			it := b.gap()
			it.Stretch = 0
			b.add(it, i)
		}
	case mixed(a, c) && b.set.LatinGap > 0:
		b.add(b.gap(), i)
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: LastResort}, i)
	case a.Class == Western && c.Class == Western:
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: Within}, i)
	case isFixed(a.Class) || isFixed(c.Class):
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: LastResort}, i)
	default:
		b.add(Item{Kind: Glue, Stretch: 1, StretchAt: Letter}, i)
	}
}

// isFixed reports whether no gap should open beside a class (clreq §6).
func isFixed(c Class) bool { return c == Connector || c == Half }

// mixed reports whether two neighbours are Han and a Latin letter or digit.
func mixed(a, c Char) bool {
	han := func(c Char) bool { return c.Class == Han && isIdeograph(c.Rune) }
	latin := func(c Char) bool {
		return c.Class == Western && (isLetter(c.Rune) || isDigit(c.Rune) || c.Rune == '%' || c.Rune == '‰')
	}
	return han(a) && latin(c) || latin(a) && han(c)
}
