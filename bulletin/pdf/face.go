package pdf

import (
	"fmt"
	"maps"
	"slices"
	"unicode"

	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// A face is what a document uses of one of its faces. Each character has a
// code of its own, even where two share a glyph, so that each can be read back
// as itself. Codes are also the glyphs of the embedded program: 0 is the box
// for missing characters, which is never shown.
type face struct {
	name    string // of the face, for messages
	key     string // resource name
	font    *sfnt.Font
	chars   []rune          // in ascending order; chars[i] has code i+1
	codes   map[rune]uint16 // code of each character
	advance []int64         // by code, in millionths of the em as written in W
	program []byte          // the subset
}

// gatherFaces returns the faces that show any text, by index in the document;
// nil for others.
func gatherFaces(d *page.Document) ([]*face, error) {
	used := make([]map[rune]uint16, len(d.Faces))
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*page.Text); ok {
				use(used, t)
			}
		}
	}
	faces := make([]*face, len(d.Faces))
	for i, codes := range used {
		if len(codes) == 0 {
			continue
		}
		f, err := newFace(&d.Faces[i], codes)
		if err != nil {
			return nil, fmt.Errorf("face %s: %w", d.Faces[i].Name, err)
		}
		f.key = fmt.Sprintf("F%d", i)
		faces[i] = f
	}
	return faces, nil
}

func use(used []map[rune]uint16, t *page.Text) {
	if used[t.Face] == nil {
		used[t.Face] = map[rune]uint16{}
	}
	for _, r := range t.String {
		used[t.Face][r] = 0
	}
}

// newFace numbers the characters that are the keys of codes and cuts the
// program.
func newFace(p *page.Face, codes map[rune]uint16) (*face, error) {
	font, err := sfnt.Parse(p.Data, p.Index)
	if err != nil {
		return nil, err
	}
	f := &face{name: p.Name, font: font, codes: codes, chars: slices.Sorted(maps.Keys(codes))}
	if len(f.chars) > 0xFFFE {
		return nil, fmt.Errorf("%d characters, more than one font can hold", len(f.chars))
	}
	glyphs := make([]uint16, 1, len(f.chars)+1)
	for i, r := range f.chars {
		gid, err := f.glyph(r)
		if err != nil {
			return nil, err
		}
		codes[r] = uint16(i + 1)
		glyphs = append(glyphs, gid)
	}
	f.measure(glyphs)
	f.program, err = font.Subset(glyphs)
	return f, err
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
func (f *face) measure(glyphs []uint16) {
	f.advance = make([]int64, len(glyphs))
	for code, gid := range glyphs {
		f.advance[code] = divRound(int64(f.font.Advance(gid))*1e6, int64(f.font.UnitsPerEm()))
	}
}
