package typeset

import "jianbao/bulletin/page"

// A Char is one character to be set.
type Char struct {
	Rune  rune
	Class Class
	Width page.Length // advance of its glyph at the size it is set in, in EMU; of a Space or Blank its room
	Keep  int64       // what a break before it costs beyond the rules, in hundredths of a cell squared
}

// Setting is how a paragraph is set.
type Setting struct {
	Frame
	Indent   page.Length // of the first line from the left edge of the frame
	Hang     page.Length // of the other lines
	Level    Level       // of prohibition
	LatinGap page.Length // between Han and Latin; 0 by default in official papers
	Ragged   bool        // lines keep their natural width
}

// A Line is a run of characters on one line.
type Line struct {
	Start, End int           // characters Start to End-1
	X          []page.Length // origin of each glyph from the left edge of the frame
	Width      page.Length   // from the left edge of the first body to the right edge of the last, with its blank half
	Ink        page.Length   // the same without the blank half of a mark at the end
}

// Set breaks a paragraph into lines and places every character. A blank that
// vanishes where a line ends begins the next line, at its edge, without room.
func Set(chars []Char, s Setting) []Line {
	if len(chars) == 0 {
		return nil
	}
	p := itemise(chars, s)
	var lines []Line
	b := newBreaker(p.items, s.Frame)
	breaks := Break(p.items, s.Frame)
	prev := -1
	for n, at := range breaks {
		lines = append(lines, p.place(b, s, prev, at, n == 0, chars))
		prev = at
	}
	return lines
}

// place lays out one line: the items between two breaks, justified to the
// frame.
func (p *paragraph) place(b *breaker, s Setting, prev, at int, first bool, chars []Char) Line {
	from := prev + 1
	for !first && from < at && p.items[from].Kind != Box {
		from++
	}
	missing := s.Frame.width(first) - (b.width[at] - b.width[from])
	if missing > 0 && (p.items[at].Cost == Forced || s.Ragged) {
		missing = 0
	}
	j := newJustifier(b, from, at, missing)
	left := s.Hang
	if first {
		left = s.Indent
	}
	line := Line{Start: p.char[prev+1], End: p.char[at]}
	line.X = make([]page.Length, line.End-line.Start)
	x := left
	for k := range line.X {
		line.X[k] = x // characters that vanished stand at the edge
	}
	for i := from; i < at; i++ {
		it := p.items[i]
		if it.Kind == Box {
			c := p.char[i]
			line.X[c-line.Start] = x + p.bearing[c]
			line.Ink = x + it.Width - left
		}
		if c := p.blank[i]; c >= 0 {
			line.X[c-line.Start] = x
		}
		if it.Kind != Penalty {
			x += it.Width + j.change(it, i == at-1)
		}
	}
	line.Width = x - left
	return line
}

// A justifier hands out the change of a line over its glues, rank by rank,
// evenly within a rank, to the last EMU.
type justifier struct {
	shrink  [shrinkRanks]share
	stretch [stretchRanks]share
}

// share is an amount for a number of places, and how many have had theirs.
type share struct {
	amount       page.Length
	places, done int64
}

func (s *share) next() page.Length {
	if s.places == 0 {
		return 0
	}
	a := page.Length(int64(s.amount) * (s.done + 1) / s.places)
	b := page.Length(int64(s.amount) * s.done / s.places)
	s.done++
	return a - b
}

func newJustifier(b *breaker, from, to int, missing page.Length) *justifier {
	j := &justifier{}
	excess := max(-missing, 0)
	for r := range j.shrink {
		g := b.shrinks(from, to, Rank(r))
		j.shrink[r] = share{amount: min(excess, g.amount), places: g.places}
		excess -= j.shrink[r].amount
	}
	missing = max(missing, 0)
	for r := range j.stretch {
		g := b.stretches(from, to, Rank(r))
		amount := missing
		if g.places == 0 {
			amount = 0
		} else if Rank(r) < Letter {
			amount = min(amount, g.amount)
		}
		j.stretch[r] = share{amount: amount, places: g.places}
		missing -= amount
	}
	return j
}

// change returns by how much a glue differs from its natural width; end says
// that it is the last item of its line.
func (j *justifier) change(it Item, end bool) page.Length {
	if it.Kind != Glue {
		return 0
	}
	d := page.Length(0)
	if it.Shrink > 0 {
		if end {
			d -= j.shrink[AtEnd].next()
		} else if it.ShrinkAt != AtEnd {
			d -= j.shrink[it.ShrinkAt].next()
		}
	}
	if it.Stretch > 0 {
		d += j.stretch[it.StretchAt].next()
	}
	return d
}
