package sfnt

import (
	"encoding/binary"
	"math/bits"
)

// A table is one table of a font program to be assembled.
type table struct {
	tag  string
	data []byte
}

// checksumWhole is what the checksums of a font sum up to (head:
// checksumAdjustment).
const checksumWhole = 0xB1B0AFBA

// assemble puts tables, sorted by tag, behind a directory and fills in the
// checksums.
func assemble(list []table) []byte {
	size := 12 + 16*len(list)
	for _, t := range list {
		size += padded(len(t.data))
	}
	font := appendHeader(make([]byte, 0, size), len(list))
	at := 12 + 16*len(list)
	for _, t := range list {
		font = append(font, t.tag...)
		font = binary.BigEndian.AppendUint32(font, checksum(t.data))
		font = binary.BigEndian.AppendUint32(font, uint32(at))
		font = binary.BigEndian.AppendUint32(font, uint32(len(t.data)))
		at += padded(len(t.data))
	}
	head := -1
	for _, t := range list {
		if t.tag == "head" {
			head = len(font)
		}
		font = append(font, t.data...)
		font = append(font, make([]byte, padded(len(t.data))-len(t.data))...)
	}
	if head >= 0 {
		binary.BigEndian.PutUint32(font[head+8:], checksumWhole-checksum(font))
	}
	return font
}

// appendHeader writes the offset table: signature, number of tables and three
// numbers for a binary search.
func appendHeader(b []byte, tables int) []byte {
	log := bits.Len(uint(tables)) - 1
	b = binary.BigEndian.AppendUint32(b, tagTrueType)
	for _, v := range []int{tables, 16 << log, log, 16 * (tables - 1<<log)} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// padded rounds a length up to whole four bytes.
func padded(n int) int { return (n + 3) &^ 3 }

// checksum sums big-endian words up; a last word cut short is filled with
// zeros ("Calculating Checksums").
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += u32(b, 0)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + u32(last[:], 0)
}
