package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// A glyph is one character to be set, with what it looks like and where it
// comes from. Rune 0 is a gap that layout itself puts in.
type glyph struct {
	r     rune
	role  Role
	at    diag.Pos
	node  int
	gap   page.Length // room of a gap
	fixed bool        // of a gap: no line may end there
	href  string      // address it leads to
	link  int         // node of that link
	mark  bool        // part of the mark of a note
	dot   bool        // emphasised
	image *inlineImage
	keep  int64 // what a break before it costs, in hundredths of a cell squared
}

// A run is characters of one size and colour on the way to lines.
type run struct {
	glyphs []glyph
	size   page.Length
	color  page.Color
}

// add appends a text whose characters stand one after another from at on.
func (r *run) add(text string, role Role, node int, at diag.Pos) {
	r.glyphs = slices.Grow(r.glyphs, utf8.RuneCountInString(text))
	for i, c := range text {
		r.glyphs = append(r.glyphs, glyph{r: c, role: role, node: node, at: at.Plus(i)})
	}
}

// space appends a gap; at a fixed one no line ends, another vanishes at the
// end of a line.
func (r *run) space(width page.Length, fixed bool, node int) {
	r.glyphs = append(r.glyphs, glyph{gap: width, fixed: fixed, node: node})
}

// raised appends the mark of a note: half as large as the text, so that ①
// takes half a cell.
func (r *run) raised(text string, role Role, node int, at diag.Pos) {
	for _, c := range text {
		r.glyphs = append(r.glyphs, glyph{r: c, role: role, node: node, at: at, mark: true})
	}
}

// sizeOf is the size of the em of a glyph.
func (r *run) sizeOf(g *glyph) page.Length {
	if g.mark {
		return r.size.Times(noteMark, 100)
	}
	return r.size
}

// riseOf is how far its baseline stands above that of the run.
func (r *run) riseOf(g *glyph) page.Length {
	if g.mark {
		return r.size.Times(noteRise, 100)
	}
	return 0
}

// phrase appends a text of the front matter.
func (r *run) phrase(p bulletin.Phrase, role Role, node int) { r.add(p.Text, role, node, p.At) }

// shaped is a run with its characters classed and their faces found.
type shaped struct {
	run
	chars []typeset.Char
	faces []int // index into Document.Faces; -1: nothing to draw
}

// shape finds class, face and advance of every character. A character that no
// face has is a finding.
func (l *layouter) shape(r run, cell page.Length) *shaped {
	s := &shaped{run: r, chars: make([]typeset.Char, len(r.glyphs)), faces: make([]int, len(r.glyphs))}
	runes := make([]rune, len(r.glyphs))
	for i, g := range r.glyphs {
		switch {
		case g.fixed:
			runes[i] = '\u00A0'
		case g.gap > 0:
			runes[i] = ' '
		default:
			runes[i] = g.r
		}
	}
	classes := typeset.Classify(runes)
	for i, g := range r.glyphs {
		switch {
		case g.mark:
			classes[i] = typeset.Raised
		case g.image != nil:
			classes[i] = typeset.Object
		}
	}
	for i, g := range r.glyphs {
		s.faces[i] = -1
		s.chars[i] = typeset.Char{Rune: runes[i], Class: classes[i], Width: g.gap, Keep: g.keep}
		switch {
		case g.image != nil:
			s.chars[i].Width = g.image.width
		case g.r != 0:
			s.faces[i], s.chars[i].Width = l.glyphFace(g, classes[i], fromLatin(runes, classes, i), r.sizeOf(&r.glyphs[i]), cell)
		}
	}
	s.blanks(cell)
	return s
}

// glyphFace returns the face of a character and its advance. Digits of half an
// em take half a cell, so that the grid survives them.
func (l *layouter) glyphFace(g glyph, c typeset.Class, latin bool, size, cell page.Length) (int, page.Length) {
	switch c {
	case typeset.LineEnd, typeset.ZeroWidth, typeset.Joiner:
		return -1, 0
	}
	f, id := l.assets.find(g.role, g.r, latin)
	if f == nil || g.r < ' ' || !settable(g.r) { // some fonts draw something for control characters
		if c != typeset.Space && c != typeset.Blank {
			l.lack(g, latin)
		}
		return -1, cell
	}
	upem := int64(f.Font.UnitsPerEm())
	advance := int64(f.Font.Advance(id))
	switch {
	case c == typeset.Western && g.r >= '0' && g.r <= '9' && 2*advance == upem,
		c == typeset.Raised && advance == upem:
		return l.face(f), cell / 2
	}
	return l.face(f), size.Times(advance, upem)
}

// fromLatin reports whether a character is set from the Latin face: Latin, the
// hyphen and the solidus even beside Han, and a blank after Latin.
func fromLatin(runes []rune, classes []typeset.Class, i int) bool {
	switch classes[i] {
	case typeset.Western, typeset.SoftHyphen:
		return true
	case typeset.Raised:
		return runes[i] < 0x80
	case typeset.Half:
		return runes[i] == '-' || runes[i] == '/' || runes[i] == '–'
	case typeset.Space, typeset.Blank:
		return i > 0 && classes[i-1] == typeset.Western
	}
	return false
}

// blanks gives typed blanks their room: none between Han and Latin, where the
// setting's gap takes their place, nor beside a Chinese mark; half a cell
// between Han; that of the face between Latin words. U+00A0 is as wide as the
// blank it stands for, U+202F a sixth of a cell.
func (s *shaped) blanks(cell page.Length) {
	for i, g := range s.glyphs {
		c := &s.chars[i]
		switch {
		case g.r == 0 || c.Class != typeset.Space && c.Class != typeset.Blank:
		case g.gap > 0:
			c.Width = g.gap
		case g.r == '\u3000':
			c.Width = cell
		case g.r == '\u202F':
			c.Width = cell / 6
		default:
			c.Width = s.blankBetween(i, cell)
		}
	}
}

// blankBetween returns the room of a blank by what stands at both sides of it
// and of other blanks beside it; marks of notes do not count.
func (s *shaped) blankBetween(i int, cell page.Length) page.Length {
	a, b := s.beside(i, -1), s.beside(i, 1)
	if a < 0 || b < 0 {
		return 0
	}
	before, after := s.chars[a].Class, s.chars[b].Class
	switch {
	case isBullet(s.chars[a].Rune) && s.chars[i-1].Class != typeset.Space: // behind ◆ whatever follows
		return cell / 2
	case before == typeset.Western && after == typeset.Western:
		if s.chars[i-1].Class == typeset.Space { // one is enough
			return 0
		}
		return s.chars[i].Width
	case (before == typeset.Close || s.isWord(a)) && (after == typeset.Open || s.isWord(b)):
		return cell / 2
	}
	return 0
}

// isWord reports whether a character is a Han, or another letter as wide: the
// blanks around signs and units (3 × 5, 25 ℃) are of Latin habit.
func (s *shaped) isWord(i int) bool {
	return s.chars[i].Class == typeset.Han && unicode.IsLetter(s.chars[i].Rune)
}

// beside returns the nearest character in a direction that is neither a blank
// nor the mark of a note; -1 when there is none.
func (s *shaped) beside(i, step int) int {
	for i += step; i >= 0 && i < len(s.chars); i += step {
		if c := s.chars[i].Class; c != typeset.Space && c != typeset.Raised {
			return i
		}
	}
	return -1
}

// isBullet reports whether a character heads an item.
func isBullet(r rune) bool {
	return strings.ContainsRune("▲★◆●■▶※◇○□△☆", r) || r >= '①' && r <= '⑳'
}
