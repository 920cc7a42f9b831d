package layout

import (
	"unicode/utf8"

	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// emit turns the characters of a line into text items, one for each stretch
// of one face and node. x is the left edge of the line's frame, y its baseline.
func (l *layouter) emit(s *shaped, line typeset.Line, x, y page.Length) []page.Item {
	var items []page.Item
	var text *page.Text
	var pen page.Length                             // origin of the last glyph of text
	next := -1                                      // the character after it
	str := make([]byte, 0, 3*(line.End-line.Start)) // the characters of text
	end := func() {
		if text != nil {
			text.String, str = string(str), str[:0]
		}
	}
	for i := line.Start; i < line.End; i++ {
		g, at := s.glyphs[i], x+line.X[i-line.Start]
		if g.image != nil {
			end()
			items, text = append(items, g.image.item(at, y, g.node, s.size)), nil
			continue
		}
		if s.faces[i] < 0 || s.vanishes(line, i) {
			continue
		}
		size, rise := s.sizeOf(&s.glyphs[i]), s.riseOf(&s.glyphs[i])
		if text == nil || text.Face != s.faces[i] || text.Node != g.node || text.Size != size || text.Y != y-rise {
			at = afterBlank(text, g.r, at, pen, s.chars[i].Width)
			if text != nil && (next == i || at-pen < text.Advances[len(text.Advances)-1]) { // its room ends where the next begins
				text.Advances[len(text.Advances)-1] = at - pen
			}
			end()
			text = &page.Text{X: at, Y: y - rise, Face: s.faces[i], Size: size, Color: s.color, Node: g.node, Advances: make([]page.Length, 0, line.End-i),
				File: g.at.File(), Offset: g.at.Offset}
			items, l.last[g.node] = append(items, text), text
		} else {
			text.Advances[len(text.Advances)-1] = at - pen
		}
		str = utf8.AppendRune(str, g.r)
		text.Advances = append(text.Advances, x+line.X[i-line.Start]+s.chars[i].Width-at)
		pen, next = at, i+1
	}
	if text != nil && next == s.inkEnd(line) && s.partsWords(line) { // read as two words also by those who do not see the line end
		if _, ok := l.faceAt(text.Face).glyph(' '); ok {
			str, text.Advances = append(str, ' '), append(text.Advances, 0)
		}
	}
	end()
	items = append(items, l.dashes(s, line, x, y)...)
	items = append(items, dots(s, line, x, y)...)
	return append(items, links(s, line, x, y)...)
}

// partsWords reports whether a line ends between two Latin words or numbers: at a
// blank, which itself stands without room where the next line begins, or where
// the editor ends it.
func (s *shaped) partsWords(line typeset.Line) bool {
	i := s.inkEnd(line)
	if i == line.Start || i+1 >= len(s.chars) || s.chars[i].Class != typeset.Space && s.chars[i].Class != typeset.LineEnd {
		return false
	}
	return s.chars[i-1].Class == typeset.Western && s.chars[i+1].Class == typeset.Western
}

// inkEnd returns where a line ends, without the break an editor typed.
func (s *shaped) inkEnd(line typeset.Line) int {
	if i := line.End - 1; i >= line.Start && s.chars[i].Class == typeset.LineEnd {
		return i
	}
	return line.End
}

// vanishes reports whether a character is not drawn where it stands: a blank
// at the start of a line or without room, a soft hyphen anywhere but at the
// end of a broken word. There it is drawn as U+00AD, which looks like a hyphen
// and extracts as what the editor typed.
func (s *shaped) vanishes(line typeset.Line, i int) bool {
	switch s.chars[i].Class {
	case typeset.Space:
		return i == line.Start || s.chars[i].Width == 0
	case typeset.Blank:
		return s.chars[i].Width == 0
	case typeset.SoftHyphen:
		return !line.Hyphen || i != line.End-1
	}
	return false
}

// blankRoom is how many tenths of an em a wide blank keeps of its room.
const blankRoom = 3

// afterBlank gives most of the room of a wide blank that begins a new item to
// the character before it: readers then see a blank, and not two columns. It
// returns where the blank stands.
func afterBlank(before *page.Text, r rune, at, pen, width page.Length) page.Length {
	if before == nil || r != ' ' && r != '\u3000' || width <= before.Size/2 {
		return at
	}
	at += width - before.Size*blankRoom/10
	before.Advances[len(before.Advances)-1] = at - pen
	return at
}

// dashes draws the line that joins the two halves of —— where the face leaves
// white at their sides: it is one unbroken line of two cells (clreq §1).
func (l *layouter) dashes(s *shaped, line typeset.Line, x, y page.Length) []page.Item {
	var items []page.Item
	for i := line.Start; i+1 < line.End; i++ {
		a, b := s.chars[i], s.chars[i+1]
		if a.Class != typeset.Dash || b.Class != typeset.Dash || a.Rune != b.Rune || s.faces[i] < 0 || s.faces[i] != s.faces[i+1] {
			continue
		}
		stroke, ok := l.stroke(s.faces[i], a.Rune, s.size)
		if white := line.X[i+1-line.Start] - line.X[i-line.Start] + stroke.left - stroke.right; !ok || white <= 0 {
			continue
		}
		// Over both, for a screen rounds rules and glyphs apart.
		from, to := x+line.X[i-line.Start]+stroke.left, x+line.X[i+1-line.Start]+stroke.right
		items = append(items, &page.Rule{X: from, Y: y - stroke.top, Width: to - from, Height: stroke.top - stroke.bottom, Color: s.color, Node: page.Artifact})
		i++
	}
	return items
}

// A stroke is the ink of a glyph, from its origin, upwards from the baseline.
type stroke struct{ left, right, top, bottom page.Length }

// stroke returns the ink of a character in a face of the document.
func (l *layouter) stroke(face int, r rune, size page.Length) (stroke, bool) {
	font := l.faceAt(face).Font
	gid, ok := font.Glyph(r)
	if !ok {
		return stroke{}, false
	}
	xMin, yMin, xMax, yMax, ok := font.Bounds(gid)
	upem := int64(font.UnitsPerEm())
	scaled := func(v int) page.Length { return size.Times(int64(v), upem) }
	return stroke{scaled(int(xMin)), scaled(int(xMax)), scaled(int(yMax)), scaled(int(yMin))}, ok
}

// The 着重号: its size and how far its centre stands below the em box, in
// hundredths of the em. Lines have room for it, see clreq §7.
const (
	dotSize = 14
	dotDrop = 13
)

// dots returns the marks of emphasis of a line, one centred under each
// character, none under marks and blanks (clreq §8).
func dots(s *shaped, line typeset.Line, x, y page.Length) []page.Item {
	var items []page.Item
	for i := line.Start; i < line.End; i++ {
		g, c := &s.glyphs[i], s.chars[i]
		if !g.dot || s.faces[i] < 0 || c.Class != typeset.Han && c.Class != typeset.Western {
			continue
		}
		size := s.sizeOf(g)
		items = append(items, &page.Dot{
			X: x + line.X[i-line.Start] + glyphWidth(c, size)/2, Y: y - baseline(size) + size.Times(100+dotDrop, 100),
			Diameter: size.Times(dotSize, 100), Color: s.color, Node: page.Artifact,
		})
	}
	return items
}

// glyphWidth is how wide a character is drawn: Han by its em.
func glyphWidth(c typeset.Char, size page.Length) page.Length {
	if c.Class == typeset.Western {
		return c.Width
	}
	return size
}

// links returns the areas of a line that lead to an address.
func links(s *shaped, line typeset.Line, x, y page.Length) []page.Item {
	var items []page.Item
	var open *page.Link
	for i := line.Start; i < line.End; i++ {
		g, at := s.glyphs[i], x+line.X[i-line.Start]
		if open != nil && (g.href != open.URL || g.link != open.Node) {
			open = nil
		}
		if g.href == "" || s.faces[i] < 0 && g.image == nil {
			continue
		}
		if open == nil {
			open = &page.Link{X: at, Y: y - baseline(s.size), Height: s.size, URL: g.href, Node: g.link}
			items = append(items, open)
		}
		open.Width = at + s.chars[i].Width - open.X
	}
	return items
}
