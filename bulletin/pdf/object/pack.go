package object

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
)

// groupSize is how many objects a stream of objects holds: a reader unpacks all
// of them for one.
const groupSize = 256

// Pack writes a file as Write does, but packs objects that are not streams
// into streams of objects (7.5.7), and with a stream of cross-references in
// place of the table (7.5.8). It is for files of thousands of small objects,
// which weigh a tenth so; all else is plainer without.
func Pack(w io.Writer, f *File) error {
	c, err := newCanon(f)
	if err != nil {
		return err
	}
	p := packer{canon: c}
	if p.deflater, err = NewDeflater(); err != nil {
		return err
	}
	if err := p.pack(); err != nil {
		return err
	}
	_, err = w.Write(p.out)
	return err
}

// A packer is a canon that writes a file in packed form.
type packer struct {
	*canon
	deflater *Deflater
	entries  []byte // of the stream of cross-references, by number
}

// Kinds of entries, and the widths of their fields: kind, offset or stream of
// objects, place in it (7.5.8.3, table 18).
const (
	entryFree   = 0
	entryPlain  = 1
	entryPacked = 2

	entrySize = 1 + 4 + 2 // bytes
)

// predictor tells that each entry is written as what it differs by from the one
// before, behind the byte that says so (7.4.4.4; PNG, filter Up): a tenth of the
// weight.
var predictor = Dict{"Predictor": Integer(12), "Columns": Integer(entrySize)}

const filterUp = 2

// differences writes entries so.
func differences(entries []byte) []byte {
	var out []byte
	for i := range entries {
		if i%entrySize == 0 {
			out = append(out, filterUp)
		}
		b := entries[i]
		if i >= entrySize {
			b -= entries[i-entrySize]
		}
		out = append(out, b)
	}
	return out
}

// sums undoes differences; nil where the data is not such.
func sums(data []byte) []byte {
	if len(data)%(entrySize+1) != 0 {
		return nil
	}
	var out []byte
	for i, b := range data {
		switch {
		case i%(entrySize+1) == 0:
			if b != filterUp {
				return nil
			}
			continue
		case len(out) >= entrySize:
			b += out[len(out)-entrySize]
		}
		out = append(out, b)
	}
	return out
}

var entryWidths = Array{Integer(1), Integer(4), Integer(2)}

func (p *packer) entry(kind byte, where, place int) {
	p.entries = append(p.entries, kind)
	p.entries = binary.BigEndian.AppendUint32(p.entries, uint32(where))
	p.entries = binary.BigEndian.AppendUint16(p.entries, uint16(place))
}

// pack writes the streams, then the others in groups, then the
// cross-references. Streams of objects have the numbers after all objects.
func (p *packer) pack() error {
	p.out = append(make([]byte, 0, p.size()), header...)
	p.entry(entryFree, 0, 0xFFFF) // object 0 is never used (7.5.4)
	next := len(p.order) + 1
	var packed []int
	for i, old := range p.order {
		if s, ok := p.file.Objects[old].(*Stream); ok {
			p.entry(entryPlain, len(p.out), 0)
			p.indirect(i+1, s)
			continue
		}
		p.entry(entryPacked, next+len(packed)/groupSize, len(packed)%groupSize)
		packed = append(packed, i+1)
	}
	for group := range slices.Chunk(packed, groupSize) {
		if err := p.group(next, group); err != nil {
			return err
		}
		next++
	}
	return p.crossReferences(next)
}

// group writes a stream of objects: number and place of each, then the objects
// (7.5.7).
func (p *packer) group(number int, members []int) error {
	inner := canon{file: p.file, number: p.number}
	var index []byte
	for _, n := range members {
		index = fmt.Appendf(index, "%d %d ", n, len(inner.out))
		inner.append(p.file.Objects[p.order[n-1]])
		inner.out = append(inner.out, '\n')
	}
	d := Dict{"Type": Name("ObjStm"), "N": Integer(len(members)), "First": Integer(len(index))}
	p.entry(entryPlain, len(p.out), 0)
	return p.compressed(number, d, append(index, inner.out...))
}

// crossReferences writes the last stream, which is the trailer too, and where
// it is. The ID is made from all bytes before, as in Write.
func (p *packer) crossReferences(number int) error {
	id := sha256.Sum256(p.out)
	d := p.trailer(String(id[:16]))
	d["Type"], d["Size"], d["W"], d["DecodeParms"] = Name("XRef"), Integer(number+1), entryWidths, predictor
	at := len(p.out)
	p.entry(entryPlain, at, 0) // its own
	if err := p.compressed(number, d, differences(p.entries)); err != nil {
		return err
	}
	p.out = p.end(at)
	return nil
}

// compressed writes a stream and compresses it.
func (p *packer) compressed(number int, d Dict, data []byte) error {
	data, err := p.deflater.Compress(data)
	if err != nil {
		return err
	}
	d["Filter"] = Name("FlateDecode")
	p.indirect(number, &Stream{Dict: d, Data: data})
	return nil
}
