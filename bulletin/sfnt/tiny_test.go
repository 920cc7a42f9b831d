package sfnt

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// The tiny font of the tests has five glyphs: the missing box, A, B (blank),
// Ä made of A and a part, and the part.
const (
	tinyBox = iota
	tinyA
	tinyBlank
	tinyComposite
	tinyPart
)

// be writes numbers of the sizes of their types, big end first.
func be(values ...any) []byte {
	var b []byte
	for _, v := range values {
		if s, ok := v.(string); ok {
			b = append(b, s...)
			continue
		}
		b, _ = binary.Append(b, binary.BigEndian, v)
	}
	return b
}

// i and u make lists of 16-bit numbers readable.
func i(v ...int16) []int16   { return v }
func u(v ...uint16) []uint16 { return v }

// square is an outline of one contour of four points with a box of its own.
func square(size int16) []byte {
	return be(i(1, 0, -10, size, size), u(3), u(0), // one contour, last point 3, no instructions
		[]byte{1, 1, 1, 1}, i(0, size, 0, -size), i(-10, 0, size, 0))
}

// tinyTables returns the tables of the tiny font by tag.
func tinyTables() map[string][]byte {
	outlines := [][]byte{
		square(500), square(700), {},
		be(i(-1, 0, -10, 700, 900),
			u(argumentsAreWords|moreComponents|haveScale, tinyA), i(0, 0), u(0x4000),
			u(0, tinyPart), []byte{5, 6}),
		square(90),
	}
	var glyf, loca []byte
	for _, o := range outlines {
		loca = be(loca, uint16(len(glyf)/2))
		glyf = append(glyf, o...)
		if len(glyf)%2 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return map[string][]byte{
		"head": be(uint32(0x00010000), uint32(0), uint32(7), uint32(0x5F0F3CF5), u(0, 1000), make([]byte, 16),
			i(-5, -120, 1000, 880), u(0, 8), i(2, 0, 0)),
		"hhea": be(uint32(0x00010000), i(880, -120, 0), make([]byte, 24), u(3)),
		"maxp": be(uint32(0x00010000), u(uint16(len(outlines))), make([]byte, 26)),
		"hmtx": be(u(500, 10, 720, 20, 250, 30), i(40, 50)), // the last two share 250
		"loca": be(loca, uint16(len(glyf)/2)),
		"glyf": glyf,
		"cmap": tinyCmap(u(3, 1), format4()),
		"OS/2": be(u(4), i(500), u(700, 5, 8), make([]byte, 20), []byte{1, 0}, make([]byte, 56), i(650), make([]byte, 6)),
		"post": be(uint32(0x00030000), int32(-12<<16), i(0, 0), uint32(1), make([]byte, 16)),
		"name": be(u(0, 1, 18), u(3, 1, 0x409, 6, 8, 0), utf16.Encode([]rune("Tiny"))),
		"cvt ": {1, 2, 3},
	}
}

// tinyFont returns the tiny font with some tables put in the place of its own;
// a nil table is left out.
func tinyFont(changes map[string][]byte) []byte {
	tables := tinyTables()
	for tag, data := range changes {
		tables[tag] = data
	}
	var list []table
	for tag, data := range tables {
		if data != nil {
			list = append(list, table{tag, data})
		}
	}
	slices.SortFunc(list, func(a, b table) int {
		if a.tag < b.tag {
			return -1
		}
		return 1
	})
	return assemble(list)
}

// tinyCmap puts subtables behind a list of them: key, subtable, key, subtable.
func tinyCmap(parts ...any) []byte {
	n := len(parts) / 2
	list, subtables := be(u(0, uint16(n))), []byte(nil)
	for k := 0; k < len(parts); k += 2 {
		list = be(list, parts[k], uint32(4+8*n+len(subtables)))
		subtables = append(subtables, parts[k+1].([]byte)...)
	}
	return append(list, subtables...)
}

// format4 maps A–B by a delta and Ä by the array of glyphs; 中 to none.
func format4() []byte {
	return be(u(4, 0, 0, 8, 0, 0, 0),
		u('B', 'Ä', 0x4E2D, 0xFFFF), u(0), u('A', 'Ä', 0x4E2D, 0xFFFF),
		i(tinyA-'A', 0, 0, 1), u(0, 6, 6, 0), u(tinyComposite, 0))
}

// format6 maps A–B; format 12 also a character beyond the basic plane.
func format6() []byte { return be(u(6, 14, 0, 'A', 2, tinyA, tinyBlank)) }

func format12() []byte {
	return be(u(12, 0), []uint32{40, 0, 2, 'A', 'B', tinyA, 0x2CC56, 0x2CC57, tinyComposite})
}

func format0() []byte {
	b := be(u(0, 262, 0), make([]byte, 256))
	b[6+'A'] = tinyA
	return b
}
