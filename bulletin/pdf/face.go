package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"unicode"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
	"jianbao/bulletin/sfnt"
)

// A letter is a character as one place of the document needs it: with the
// advance of its glyph, or with a wider one in font units. Spaced type gets
// glyphs as wide as their room, for readers take the white between glyphs for
// a blank that nobody typed.
type letter struct {
	char rune
	wide uint16 // 0: the glyph's own advance
}

// A face is what a document uses of one of its faces. Each letter has a code
// of its own, even where two share a glyph, so that each can be read back as
// itself. Codes are also the glyphs of the embedded program: 0 is the box for
// missing characters, which is never shown.
type face struct {
	name    string // of the face, for messages
	key     string // resource name
	font    *sfnt.Font
	letters []letter          // in ascending order; letters[i] has code i+1
	codes   map[letter]uint16 // code of each letter
	advance []int64           // by code, in millionths of the em as written in W
	program []byte            // the subset
	packed  []byte            // the same compressed
}

// gatherFaces returns the faces that show any text, by index in the document;
// nil for others. Their programs are cut and compressed.
func gatherFaces(d *page.Document, deflater *object.Deflater) ([]*face, error) {
	faces := make([]*face, len(d.Faces))
	for items := range layers(d) {
		for _, it := range items {
			t, ok := it.(*page.Text)
			if !ok || t.String == "" {
				continue
			}
			if faces[t.Face] == nil {
				f, err := openFace(d.Faces, t.Face, faces)
				if err != nil {
					return nil, err
				}
				faces[t.Face] = f
			}
			faces[t.Face].use(t)
		}
	}
	for _, f := range faces {
		if f == nil || f.program != nil {
			continue
		}
		err := f.cut()
		if err == nil {
			f.packed, err = deflater.Compress(f.program)
		}
		if err != nil {
			return nil, fmt.Errorf("face %s: %w", f.name, err)
		}
	}
	return faces, nil
}

// openFace parses a face, or returns the one opened before that is of the same
// program: an office may name one file for two roles.
func openFace(list []page.Face, index int, opened []*face) (*face, error) {
	p := &list[index]
	for i, f := range opened {
		if f != nil && list[i].Index == p.Index && bytes.Equal(list[i].Data, p.Data) {
			return f, nil
		}
	}
	font, err := sfnt.Parse(p.Data, p.Index)
	if err != nil {
		return nil, fmt.Errorf("face %s: %w", p.Name, err)
	}
	return &face{name: p.Name, key: fmt.Sprintf("F%d", index), font: font, codes: map[letter]uint16{}}, nil
}

// use takes note of the letters of a run.
func (f *face) use(t *page.Text) {
	advances := f.rooms(t)
	for i, r := range []rune(t.String) {
		f.codes[f.letter(t, i, r, advances)] = 0
	}
}

// spacing is how many tenths of an em a glyph's room must exceed its advance
// to count as spaced type. Readers see a blank from about there on.
const spacing = 1

// narrowing is in how many steps of an em a mark whose blank half is squeezed
// gets narrower. Readers take glyphs that overlap for two lines.
const narrowing = 64

// letter returns what character i of a run needs.
func (f *face) letter(t *page.Text, i int, r rune, advances []page.Length) letter {
	gid, ok := f.font.Glyph(r)
	if !ok || t.Size <= 0 {
		return letter{char: r}
	}
	upem := int64(f.font.UnitsPerEm())
	room := divRound(int64(advances[i])*upem, int64(t.Size))
	step := upem / narrowing
	switch more := room - int64(f.font.Advance(gid)); {
	case more > upem*spacing/10 && room <= 0x7FFF:
		return letter{r, uint16(room)}
	case more < -upem*spacing/10 && room >= step && step > 0:
		return letter{r, uint16(room / step * step)}
	}
	return letter{char: r}
}

// blankRoom is how many tenths of an em of a wide blank stay with it: readers
// that reckon blanks by the white between glyphs see one word end and another
// begin, and not two columns.
const blankRoom = 3

// rooms returns the advances of a run with what a wide blank has beyond
// blankRoom given to the character before it.
func (f *face) rooms(t *page.Text) []page.Length {
	advances := slices.Clone(t.Advances)
	runes := []rune(t.String)
	for i := 1; i < len(runes); i++ {
		if (runes[i] == ' ' || runes[i] == '\u3000') && advances[i] > t.Size/2 {
			rest := t.Size * blankRoom / 10
			advances[i-1] += advances[i] - rest
			advances[i] = rest
		}
	}
	return advances
}

// cut numbers the letters and cuts the program.
func (f *face) cut() error {
	f.letters = slices.SortedFunc(maps.Keys(f.codes), func(a, b letter) int {
		return cmp.Or(cmp.Compare(a.char, b.char), cmp.Compare(a.wide, b.wide))
	})
	if len(f.letters) > 0xFFFE {
		return fmt.Errorf("%d characters, more than one font can hold", len(f.letters))
	}
	glyphs := make([]uint16, 1, len(f.letters)+1)
	wide := map[uint16]uint16{}
	for i, l := range f.letters {
		gid, err := f.glyph(l.char)
		if err != nil {
			return err
		}
		code := uint16(i + 1)
		f.codes[l] = code
		glyphs = append(glyphs, gid)
		if l.wide > 0 {
			wide[code] = l.wide
		}
	}
	f.measure(glyphs, wide)
	var err error
	f.program, err = f.font.Subset(glyphs, wide)
	return err
}

// glyph returns the glyph of a character. Layout has found missing characters
// long before; this is the last guard against boxes on paper. Some fonts map
// control characters to a blank, but none is text; and the marks of byte order
// cannot stand for text in a PDF file (ISO 19005-2, 6.2.11.7.2).
func (f *face) glyph(r rune) (uint16, error) {
	gid, ok := f.font.Glyph(r)
	if !ok || unicode.IsControl(r) || r == 0xFEFF || r == 0xFFFE {
		return 0, fmt.Errorf("no glyph for %q (%U)", r, r)
	}
	return gid, nil
}

// measure takes the advances of the glyphs, by code.
func (f *face) measure(glyphs []uint16, wide map[uint16]uint16) {
	f.advance = make([]int64, len(glyphs))
	for code, gid := range glyphs {
		units, ok := wide[uint16(code)]
		if !ok {
			units = uint16(f.font.Advance(gid))
		}
		f.advance[code] = divRound(int64(units)*1e6, int64(f.font.UnitsPerEm()))
	}
}
