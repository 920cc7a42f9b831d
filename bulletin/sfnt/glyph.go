package sfnt

// Flags of a component of a composite glyph (glyf: "Composite Glyph
// Description").
const (
	argumentsAreWords = 0x0001
	haveScale         = 0x0008
	moreComponents    = 0x0020
	haveTwoScales     = 0x0040
	haveMatrix        = 0x0080
)

// Bounds returns the box around a glyph's ink in font units, y upwards from
// the baseline; ok is false for a glyph without ink, broken or not there.
func (f *Font) Bounds(gid uint16) (xMin, yMin, xMax, yMax int, ok bool) {
	g, err := f.outline(gid)
	if err != nil || len(g) == 0 || i16(g, 0) == 0 {
		return 0, 0, 0, 0, false
	}
	return i16(g, 2), i16(g, 4), i16(g, 6), i16(g, 8), true
}

// outline returns the bytes of a glyph in glyf: none for a blank, otherwise at
// least the ten of the header.
func (f *Font) outline(gid uint16) ([]byte, error) {
	if int(gid) >= f.glyphs {
		return nil, ErrGlyph
	}
	var from, to uint64
	if loca, i := f.tables.loca, int(gid); f.longLoca {
		from, to = uint64(u32(loca, 4*i)), uint64(u32(loca, 4*i+4))
	} else {
		from, to = 2*uint64(u16(loca, 2*i)), 2*uint64(u16(loca, 2*i+2))
	}
	if from > to || to > uint64(len(f.tables.glyf)) {
		return nil, broken("loca: glyph %d lies at %d–%d of %d", gid, from, to, len(f.tables.glyf))
	}
	if n := to - from; n > 0 && n < 10 {
		return nil, broken("glyf: glyph %d is %d bytes long", gid, n)
	}
	return f.tables.glyf[from:to], nil
}

// isComposite reports whether a glyph is made of others: its number of
// contours is negative.
func isComposite(outline []byte) bool {
	return len(outline) > 0 && i16(outline, 0) < 0
}

// components returns where in a composite glyph the numbers of its parts
// stand.
func components(outline []byte) ([]int, error) {
	var places []int
	for at := 10; ; {
		if at+4 > len(outline) {
			return nil, broken("glyf: composite glyph is cut off")
		}
		flags := u16(outline, at)
		places = append(places, at+2)
		if at += componentLength(flags); at > len(outline) {
			return nil, broken("glyf: composite glyph is cut off")
		}
		if flags&moreComponents == 0 {
			return places, nil
		}
	}
}

// componentLength returns how many bytes a component with these flags takes.
func componentLength(flags uint16) int {
	n := 6
	if flags&argumentsAreWords != 0 {
		n += 2
	}
	switch {
	case flags&haveScale != 0:
		n += 2
	case flags&haveTwoScales != 0:
		n += 4
	case flags&haveMatrix != 0:
		n += 8
	}
	return n
}
