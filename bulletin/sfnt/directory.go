package sfnt

import (
	"encoding/binary"
	"fmt"
)

// Signatures at the start of a font file ("Organization of an OpenType Font").
const (
	tagTrueType   = 0x00010000
	tagAppleTrue  = 0x74727565 // true, on fonts made for old Macintoshes
	tagOpenType   = 0x4F54544F // OTTO, PostScript outlines
	tagCollection = 0x74746366 // ttcf
)

// Lengths of the fixed tables, in bytes.
const (
	headLength = 54
	hheaLength = 36
	maxpLength = 32
)

// tables are views of the tables we know; nil where the font lacks one.
type tables struct {
	head, hhea, maxp, hmtx, loca, glyf, cmap []byte // must be there
	os2, post, name                          []byte // describe the font
	cvt, fpgm, prep                          []byte // programs that fit outlines to pixels
	cff, fvar                                []byte // other kinds of outlines
}

// slot returns where the table with the given tag is kept, nil for others.
func (t *tables) slot(tag string) *[]byte {
	switch tag {
	case "head":
		return &t.head
	case "hhea":
		return &t.hhea
	case "maxp":
		return &t.maxp
	case "hmtx":
		return &t.hmtx
	case "loca":
		return &t.loca
	case "glyf":
		return &t.glyf
	case "cmap":
		return &t.cmap
	case "OS/2":
		return &t.os2
	case "post":
		return &t.post
	case "name":
		return &t.name
	case "cvt ":
		return &t.cvt
	case "fpgm":
		return &t.fpgm
	case "prep":
		return &t.prep
	case "CFF ", "CFF2":
		return &t.cff
	case "fvar":
		return &t.fvar
	}
	return nil
}

// readDirectory finds the tables of one face.
func readDirectory(data []byte, index int) (tables, error) {
	start, err := faceStart(data, index)
	if err != nil {
		return tables{}, err
	}
	n := int(u16(data, start+4))
	records := data[start+12:]
	if len(records) < 16*n {
		return tables{}, broken("directory of %d tables is cut off", n)
	}
	var t tables
	for ; n > 0; n, records = n-1, records[16:] {
		if err := t.take(data, records); err != nil {
			return tables{}, err
		}
	}
	return t, t.complete()
}

// take keeps the table that one record of the directory describes. Tables we
// do not use may lie anywhere; that is not our business.
func (t *tables) take(data, record []byte) error {
	slot := t.slot(string(record[:4]))
	if slot == nil {
		return nil
	}
	at, length := uint64(u32(record, 8)), uint64(u32(record, 12))
	if at+length > uint64(len(data)) {
		return broken("table %s goes beyond the end of the file", record[:4])
	}
	// The capacity is cut too, so that no append can reach the caller's bytes.
	*slot = data[at : at+length : at+length]
	return nil
}

// complete says what a face still lacks to be used.
func (t *tables) complete() error {
	if t.glyf == nil && t.cff != nil {
		return ErrCFF
	}
	for _, tag := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} {
		if *t.slot(tag) == nil {
			return broken("table %s is missing", tag)
		}
	}
	return nil
}

// faceStart returns where the directory of a face begins; twelve bytes there
// are sure to exist.
func faceStart(data []byte, index int) (int, error) {
	if len(data) < 12 {
		return 0, ErrNotFont
	}
	start, err := 0, error(nil)
	if u32(data, 0) == tagCollection {
		start, err = memberStart(data, index)
	} else if index != 0 {
		err = fmt.Errorf("%w: face %d of a file with one", ErrIndex, index)
	}
	if err != nil {
		return 0, err
	}
	switch u32(data, start) {
	case tagTrueType, tagAppleTrue:
		return start, nil
	case tagOpenType:
		return 0, ErrCFF
	}
	return 0, ErrNotFont
}

// Count returns how many faces a file holds by its header: 1 for all but
// collections, whatever they hold.
func Count(data []byte) int {
	if len(data) < 12 || u32(data, 0) != tagCollection {
		return 1
	}
	return int(u32(data, 8))
}

// memberStart returns where the directory of a member of a collection begins
// ("TTC Header").
func memberStart(data []byte, index int) (int, error) {
	n := u32(data, 8)
	if index < 0 || uint64(index) >= uint64(n) {
		return 0, fmt.Errorf("%w: face %d of %d", ErrIndex, index, n)
	}
	at := 12 + 4*uint64(index)
	if at+4 > uint64(len(data)) {
		return 0, broken("header of the collection is cut off")
	}
	start := uint64(u32(data, int(at)))
	if start+12 > uint64(len(data)) {
		return 0, broken("face %d begins beyond the end of the file", index)
	}
	return int(start), nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

func i16(b []byte, at int) int { return int(int16(u16(b, at))) }
