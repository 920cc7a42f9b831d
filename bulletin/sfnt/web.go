package sfnt

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Web returns a TrueType program that browsers take, with the glyphs of some
// characters and nothing that would set them otherwise than one by one: what
// Subset keeps, and the tables a browser asks for (cmap, name, OS/2, post). shown
// tells for each character whose glyph draws it.
//
// Equal arguments give equal bytes. The error wraps ErrGlyph or ErrBroken.
func (f *Font) Web(shown map[rune]rune) ([]byte, error) {
	chars := slices.Sorted(maps.Keys(shown))
	glyphs := make([]uint16, 1, len(chars)+1)
	for _, r := range chars {
		gid, ok := f.Glyph(shown[r])
		if !ok {
			return nil, fmt.Errorf("%w: %q", ErrGlyph, shown[r])
		}
		glyphs = append(glyphs, gid)
	}
	s := f.newSubset(glyphs)
	if err := s.copyOutlines(); err != nil {
		return nil, err
	}
	list := append(s.tables(), table{"OS/2", f.webOS2()}, table{"cmap", webCmap(chars)}, table{"name", webName}, table{"post", webPost})
	slices.SortFunc(list, func(a, b table) int {
		return slices.Compare([]byte(a.tag), []byte(b.tag))
	})
	return assemble(list), nil
}

// Tables of a Web font that say nothing: no names (name: version 0), and no names
// of glyphs (post: version 3.0).
var (
	webName = []byte{0, 0, 0, 0, 0, 6}
	webPost = append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
)

// webOS2 returns metrics of the font as a whole (OS/2: version 3).
func (f *Font) webOS2() []byte {
	d := f.Describe()
	b := make([]byte, 96)
	for _, v := range [...]struct{ at, value int }{
		{0, 3}, {4, d.Weight}, {6, 5}, // of normal width
		{62, 1 << 6}, // a regular face
		{66, 0xFFFF},
		{68, d.Ascent}, {70, d.Descent}, {74, max(d.Ascent, 0)}, {76, max(-d.Descent, 0)}, {88, d.CapHeight},
	} {
		binary.BigEndian.PutUint16(b[v.at:], uint16(v.value))
	}
	return b
}

// webCmap maps characters, in ascending order, to the glyphs 1, 2, 3 … (cmap:
// format 12, segmented coverage).
func webCmap(chars []rune) []byte {
	var groups []byte
	for i := 0; i < len(chars); {
		n := 1
		for i+n < len(chars) && chars[i+n] == chars[i]+rune(n) {
			n++
		}
		for _, v := range []int{int(chars[i]), int(chars[i]) + n - 1, i + 1} {
			groups = binary.BigEndian.AppendUint32(groups, uint32(v))
		}
		i += n
	}
	b := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0} // one table, for all of Unicode
	b = binary.BigEndian.AppendUint32(b, uint32(16+len(groups)))
	b = binary.BigEndian.AppendUint32(b, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(groups)/12))
	return append(b, groups...)
}
