package typeset

import (
	"slices"

	"jianbao/bulletin/page"
)

// A Char is one character to be set.
type Char struct {
	Rune  rune
	Class Class
	Width page.Length // advance of its glyph at the size it is set in, in EMU; of a Space or Blank its room, of a SoftHyphen that of the hyphen
	Keep  int64       // what a break before it costs beyond the rules, in hundredths of a cell squared
}

// Setting is how a paragraph is set.
type Setting struct {
	Frame
	Indent   page.Length // of the first line from the left edge of the frame
	Hang     page.Length // of the other lines
	Level    Level       // of prohibition
	LatinGap page.Length // between Han and Latin, also where a blank without room stands there; 0 by default in official papers
	Ragged   bool        // lines keep their natural width
	Fewest   bool        // as few lines as squeezing its marks can make
}

// A Line is a run of characters on one line.
type Line struct {
	Start, End int           // characters Start to End-1
	X          []page.Length // origin of each glyph from the left edge of the frame
	Width      page.Length   // from the left edge of the first body to the right edge of the last, with its blank half
	Ink        page.Length   // the same without the blank half of a mark at the end
	Hyphen     bool          // the line ends within a word, at the SoftHyphen End-1, which is to be drawn

	right page.Length // the right edge of the last body but the hyphen
}

// A Setter sets one paragraph after another in the same room, which a document
// of many then takes once. The zero Setter is ready; it serves one caller at a
// time, and keeps nothing of what it was given or gave.
type Setter struct {
	builder builder
	breaker breaker
}

// Set sets one paragraph, as Setter.Set does.
func Set(chars []Char, s Setting) []Line {
	var r Setter
	return r.Set(chars, s)
}

// Set breaks a paragraph into lines and places every character. A blank that
// vanishes where a line ends begins the next line, at its edge, without room.
func (r *Setter) Set(chars []Char, s Setting) []Line {
	if len(chars) == 0 {
		return nil
	}
	text := newSeen(chars)
	if len(text.chars) == 0 {
		return []Line{{End: len(chars), X: make([]page.Length, len(chars))}}
	}
	p, b := r.builder.itemise(text, s), &r.breaker
	b.reset(p.items, s.Frame, s.Ragged)
	b.fewest = s.Fewest
	breaks := b.breaks()
	lines := make([]Line, 0, len(breaks))
	xs := make([]page.Length, len(text.chars)) // of all lines together
	prev := 0
	for _, j := range breaks {
		l := p.place(b, s, prev, j, text.chars, xs)
		lines, prev = append(lines, l), j
	}
	return text.restore(lines)
}

// place lays out the line between two breaks, justified to the frame. xs is
// the room for the origins of all characters of the paragraph.
func (p *paragraph) place(b *breaker, s Setting, i, j int, chars []Char, xs []page.Length) Line {
	from, to := int(b.begin[i]), int(b.at[j])
	missing := s.Frame.width(i == 0) - b.width(i, j)
	if missing > 0 && (p.items[to].Cost == Forced || s.Ragged) {
		missing = 0
	}
	give := newJustifier(b, i, j, missing)
	left := s.Hang
	if i == 0 {
		left = s.Indent
	}
	line := Line{Start: p.start(b, i), End: int(p.char[to])}
	line.X = xs[line.Start:line.End:line.End]
	x := left
	for k := range line.X {
		line.X[k] = x // characters that vanished stand at the edge
	}
	for k := from; k < to; k++ {
		it, c := p.items[k], int(p.char[k])
		switch {
		case it.Kind == Box:
			line.X[c-line.Start] = x + p.bearing[c]
			line.Ink = x + it.Width - left
		case it.Kind == Glue && isBlank(chars[c].Class) && (k == from || p.char[k-1] != p.char[k] || p.items[k-1].Kind == Penalty):
			line.X[c-line.Start] = x
		}
		if it.Kind != Penalty {
			x += it.Width + give.change(it, k == to-1)
		}
	}
	if last := len(line.X) - 1; last >= 0 && chars[line.End-1].Class == LineEnd {
		line.X[last] = x
	}
	line.right = x
	if w := p.items[to].Width; w > 0 {
		x += w
		line.Hyphen, line.Ink = true, x-left
	}
	line.Width = x - left
	return line
}

// start returns the first character of the line after a break.
func (p *paragraph) start(b *breaker, i int) int {
	if i == 0 {
		return 0
	}
	return int(p.char[b.at[i]])
}

func isBlank(c Class) bool { return c == Space || c == Blank }

// emptied returns a slice without elements and with room for n, in the place of
// an old one if that has it.
func emptied[T any](old []T, n int) []T { return slices.Grow(old[:0], n) }

// cleared returns a slice of n zero elements, in the place of an old one if
// that has the room.
func cleared[T any](old []T, n int) []T {
	s := emptied(old, n)[:n]
	clear(s)
	return s
}
