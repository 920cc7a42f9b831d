package sfnt

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Subset returns a TrueType program in which glyph i is this font's
// glyphs[i]. glyphs[0] must be 0, the box for missing characters, as readers
// expect. The same glyph may be named more than once and then stands in the
// program more than once. Parts of composite glyphs that glyphs does not name
// are added behind.
//
// The program holds what a PDF reader needs of a CIDFontType2 (ISO 32000-1,
// 9.9): glyf, head, hhea, hmtx, loca, maxp, and cvt, fpgm and prep as they are.
// Those three and the instructions inside glyphs are kept because older Chinese
// fonts put their strokes in place by instructions and fall apart without, and
// readers know such fonts by the checksums of just these tables; fonts with
// plain outlines have next to none, so that it costs little.
//
// advances gives new glyphs another advance than their own, in font units; it
// may be nil.
//
// Equal arguments give equal bytes. The error wraps ErrGlyph or ErrBroken.
func (f *Font) Subset(glyphs []uint16, advances map[uint16]uint16) ([]byte, error) {
	if len(glyphs) == 0 || glyphs[0] != 0 {
		return nil, fmt.Errorf("%w: a subset must begin with glyph 0", ErrGlyph)
	}
	s := f.newSubset(slices.Clone(glyphs))
	s.advances = advances
	if err := s.copyOutlines(); err != nil {
		return nil, err
	}
	return assemble(s.tables()), nil
}

// A subset is a font being built.
type subset struct {
	font     *Font
	order    []uint16          // old glyph of each new one; grows by components
	advances map[uint16]uint16 // of new glyphs, where not their own
	place    map[uint16]uint16 // new glyph of each old one
	glyf     []byte
	loca     []byte

	// budget is how many bytes of outlines may still be copied for the first
	// time. In a sound font outlines do not overlap, so that all of them
	// together are no longer than glyf; in a broken one each could be as long
	// as the whole table.
	budget int
}

// newSubset begins a subset of glyphs in their order, which it takes over.
func (f *Font) newSubset(order []uint16) subset {
	s := subset{font: f, order: order, place: make(map[uint16]uint16, len(order)), budget: len(f.tables.glyf)}
	for i, gid := range order {
		if _, ok := s.place[gid]; !ok {
			s.place[gid] = uint16(i)
		}
	}
	return s
}

// copyOutlines fills glyf and loca. Components found on the way are put at the
// end of the order and so copied in their turn; each at most once, so that it
// ends even where a broken font makes a glyph a part of itself.
func (s *subset) copyOutlines() error {
	s.glyf = make([]byte, 0, s.size())
	s.loca = make([]byte, 0, 4*len(s.order)+4)
	for i := 0; i < len(s.order); i++ {
		if len(s.order) > 0xFFFF {
			return fmt.Errorf("%w: a font holds at most 65535", ErrGlyph)
		}
		if err := s.copyOutline(i); err != nil {
			return fmt.Errorf("glyph %d: %w", s.order[i], err)
		}
	}
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
	return nil
}

// size returns how long glyf will be at least, were it not for components. A
// broken font cannot make it longer than the font itself.
func (s *subset) size() int {
	n := 0
	for _, gid := range s.order {
		if outline, err := s.font.outline(gid); err == nil {
			n += len(outline) + len(outline)%2
		}
	}
	return min(n, len(s.font.tables.glyf))
}

// copyOutline appends new glyph i to glyf, at an even place.
func (s *subset) copyOutline(i int) error {
	outline, err := s.font.outline(s.order[i])
	if err != nil {
		return err
	}
	if s.place[s.order[i]] == uint16(i) {
		if s.budget -= len(outline); s.budget < 0 {
			return broken("outlines overlap")
		}
	}
	start := len(s.glyf)
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(start))
	s.glyf = append(s.glyf, outline...)
	if isComposite(outline) {
		if err := s.renumber(s.glyf[start:]); err != nil {
			return err
		}
	}
	if len(s.glyf)%2 != 0 {
		s.glyf = append(s.glyf, 0)
	}
	return nil
}

// renumber replaces the numbers of a composite glyph's parts.
func (s *subset) renumber(outline []byte) error {
	places, err := components(outline)
	if err != nil {
		return err
	}
	for _, at := range places {
		old := u16(outline, at)
		place, ok := s.place[old]
		if !ok {
			place = uint16(len(s.order))
			s.place[old] = place
			s.order = append(s.order, old)
		}
		binary.BigEndian.PutUint16(outline[at:], place)
	}
	return nil
}

// tables returns the tables of the program in the order of their tags, as the
// directory wants them.
func (s *subset) tables() []table {
	t := &s.font.tables
	list := []table{
		{"cvt ", t.cvt},
		{"fpgm", t.fpgm},
		{"glyf", s.glyf},
		{"head", s.head()},
		{"hhea", s.hhea()},
		{"hmtx", s.hmtx()},
		{"loca", s.loca},
		{"maxp", withUint16(t.maxp[:maxpLength], 4, len(s.order))},
		{"prep", t.prep},
	}
	return slices.DeleteFunc(list, func(t table) bool { return t.data == nil })
}

// head returns the header with long loca and an empty checksum, which assemble
// fills in.
func (s *subset) head() []byte {
	head := withUint16(s.font.tables.head[:headLength], 50, 1)
	clear(head[8:12])
	return head
}

// hhea returns the horizontal header with full metrics for every glyph and the
// widest advance there is now.
func (s *subset) hhea() []byte {
	hhea := withUint16(s.font.tables.hhea[:hheaLength], 34, len(s.order))
	widest := u16(hhea, 10)
	for _, a := range s.advances {
		widest = max(widest, a)
	}
	return withUint16(hhea, 10, int(widest))
}

// hmtx returns full metrics for every glyph.
func (s *subset) hmtx() []byte {
	b := make([]byte, 0, 4*len(s.order))
	for i, gid := range s.order {
		advance, ok := s.advances[uint16(i)]
		if !ok {
			advance = uint16(s.font.Advance(gid))
		}
		b = binary.BigEndian.AppendUint16(b, advance)
		b = binary.BigEndian.AppendUint16(b, s.font.bearing(gid))
	}
	return b
}

// withUint16 returns a copy of b with v at the given place.
func withUint16(b []byte, at, v int) []byte {
	b = slices.Clone(b)
	binary.BigEndian.PutUint16(b[at:], uint16(v))
	return b
}
