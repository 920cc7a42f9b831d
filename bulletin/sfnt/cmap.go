package sfnt

import "sort"

// A cmap is the subtable of the cmap table that serves Unicode best.
type cmap struct {
	format uint16
	data   []byte // from the subtable's format field to the end of the table
}

// chooseCmap returns the best of the subtables whose format we read and whose
// size holds. A subtable's own length field is not relied on: that of format 4
// overflows in large fonts.
func chooseCmap(table []byte) (cmap, error) {
	if len(table) < 4 {
		return cmap{}, broken("cmap is %d bytes long", len(table))
	}
	n := int(u16(table, 2))
	if len(table) < 4+8*n {
		return cmap{}, broken("cmap: list of %d subtables is cut off", n)
	}
	var best cmap
	score := 0
	for i := range n {
		record := table[4+8*i:]
		at := u32(record, 4)
		if uint64(at)+2 > uint64(len(table)) {
			continue
		}
		c := cmap{format: u16(table, int(at)), data: table[at:]}
		if s := c.score(u16(record, 0), u16(record, 2)); s > score && c.sound() {
			best, score = c, s
		}
	}
	if score == 0 {
		return cmap{}, ErrNoUnicode
	}
	return best, nil
}

// score ranks subtables by platform and encoding: all of Unicode before the
// basic plane, Windows before others; 0 for what is no Unicode.
func (c cmap) score(platform, encoding uint16) int {
	switch {
	case platform == 3 && encoding == 10:
		return 4
	case platform == 0 && c.format == 12:
		return 3
	case platform == 3 && encoding == 1:
		return 2
	case platform == 0 && c.format != 14: // 14 holds variation sequences
		return 1
	}
	return 0
}

// sound reports whether the format is known and all of its arrays lie within
// the table, so that lookup need not check again.
func (c cmap) sound() bool {
	n := len(c.data)
	switch c.format {
	case 0:
		return n >= 6+256
	case 4:
		return n >= 14 && n >= 16+4*int(u16(c.data, 6)&^1)
	case 6:
		return n >= 10 && n >= 10+2*int(u16(c.data, 8))
	case 12:
		return n >= 16 && uint64(n) >= 16+12*uint64(u32(c.data, 12))
	}
	return false
}

// lookup returns the glyph for a code, 0 for none.
func (c cmap) lookup(code uint32) uint32 {
	switch c.format {
	case 0:
		if code < 256 {
			return uint32(c.data[6+code])
		}
	case 4:
		if code <= 0xFFFF {
			return uint32(c.segment(uint16(code)))
		}
	case 6:
		first, count := uint32(u16(c.data, 6)), uint32(u16(c.data, 8))
		if code >= first && code-first < count {
			return uint32(u16(c.data, 10+2*int(code-first)))
		}
	case 12:
		return c.group(code)
	}
	return 0
}

// segment looks a code up in format 4: four parallel arrays of segment ends,
// starts, deltas and offsets, the last counted from its own place.
func (c cmap) segment(code uint16) uint16 {
	size := int(u16(c.data, 6) &^ 1) // bytes of one array
	ends, starts, deltas, offsets := 14, 16+size, 16+2*size, 16+3*size
	i := 2 * sort.Search(size/2, func(i int) bool { return u16(c.data, ends+2*i) >= code })
	if i == size || u16(c.data, starts+i) > code {
		return 0
	}
	delta, offset := u16(c.data, deltas+i), int(u16(c.data, offsets+i))
	if offset == 0 {
		return code + delta
	}
	at := offsets + i + offset + 2*int(code-u16(c.data, starts+i))
	if at+2 > len(c.data) {
		return 0
	}
	glyph := u16(c.data, at)
	if glyph == 0 {
		return 0
	}
	return glyph + delta
}

// group looks a code up in format 12: sorted groups of first code, last code
// and first glyph.
func (c cmap) group(code uint32) uint32 {
	n := int(u32(c.data, 12))
	i := sort.Search(n, func(i int) bool { return u32(c.data, 16+12*i+4) >= code })
	if i == n {
		return 0
	}
	first := u32(c.data, 16+12*i)
	if first > code {
		return 0
	}
	return u32(c.data, 16+12*i+8) + code - first
}
