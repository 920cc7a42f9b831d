package object

import (
	"encoding/binary"
	"errors"
	"reflect"
)

// packed reads a file that Pack has written, from its stream of
// cross-references on.
func (p *parser) packed() (*File, error) {
	table, err := p.crossReferences()
	if err != nil {
		return nil, err
	}
	entries, err := table.entries()
	if err != nil {
		return nil, p.fail("cross-references: %v", err)
	}
	groups, err := p.entries(entries)
	if err != nil {
		return nil, err
	}
	objects, err := p.objects()
	if err != nil {
		return nil, err
	}
	room := packedRoom * len(p.data)
	for _, number := range groups {
		used, err := unpack(objects, number, entries, room)
		if err != nil {
			return nil, err
		}
		room -= used
	}
	return &File{Objects: objects, Trailer: table.Dict}, nil
}

// crossReferences reads the stream at the place of reading.
func (p *parser) crossReferences() (*Stream, error) {
	for range 2 { // number and generation
		if _, err := p.integer(); err != nil {
			return nil, err
		}
	}
	if err := p.expect("obj"); err != nil {
		return nil, err
	}
	o, err := p.body()
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") || s.Dict["Index"] != nil || !reflect.DeepEqual(s.Dict["W"], Object(entryWidths)) {
		return nil, p.fail("no cross-references")
	}
	return s, p.simple(s.Dict)
}

// entries returns the cross-references of a stream: packed as Pack does, or plain.
func (s *Stream) entries() ([]byte, error) {
	if !reflect.DeepEqual(s.Dict["DecodeParms"], Object(predictor)) || s.Dict["Filter"] != Name("FlateDecode") {
		return s.Decode()
	}
	data, err := Inflate(s.Data)
	if err != nil {
		return nil, err
	}
	if data = sums(data); data == nil {
		return nil, errPredictor
	}
	return data, nil
}

var errPredictor = errors.New("rows of another kind")

// entries takes note of the places of objects, and returns the numbers of the
// streams of objects in their order.
func (p *parser) entries(entries []byte) ([]int, error) {
	if p.end = len(entries) / entrySize; len(entries)%entrySize != 0 || p.end > MostObjects {
		return nil, p.fail("%d bytes of cross-references", len(entries))
	}
	var groups []int
	for number := range p.end {
		kind, where, _ := entryOf(entries, number)
		switch {
		case kind == entryPlain && where < len(p.data):
			p.places[number] = where
		case kind == entryPacked && where < p.end && (len(groups) == 0 || where > groups[len(groups)-1]):
			groups = append(groups, where)
		case kind == entryFree, kind == entryPacked && len(groups) > 0 && where == groups[len(groups)-1]:
		default:
			return nil, p.fail("bad entry for object %d", number)
		}
	}
	return groups, nil
}

func entryOf(entries []byte, number int) (kind byte, where, place int) {
	e := entries[number*entrySize:]
	return e[0], int(binary.BigEndian.Uint32(e[1:])), int(binary.BigEndian.Uint16(e[5:]))
}

// packedRoom is how many times its own length the objects packed in a file may
// unfold to: those of copies, which say the same again and again, to about 20.
const packedRoom = 100

// unpack adds the objects of the stream of objects with the given number, which
// may unfold to so many bytes, and returns how many they were.
func unpack(objects []Object, number int, entries []byte, room int) (int, error) {
	s, ok := objects[number].(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return 0, (&lexer{}).fail("object %d is no stream of objects", number)
	}
	data, err := s.DecodeUpTo(room)
	if err != nil {
		return 0, (&lexer{}).fail("objects of %d: %v", number, err)
	}
	return len(data), unpackFrom(objects, number, entries, s.Dict, data)
}

// unpackFrom adds the objects of the data of a stream. None may begin before the
// last has ended, as in the file.
func unpackFrom(objects []Object, number int, entries []byte, d Dict, data []byte) error {
	index, body := parser{lexer: lexer{data: data}}, lexer{data: data}
	count, _ := d["N"].(Integer)
	first, _ := d["First"].(Integer)
	for i := range int(count) {
		n, err := index.integer()
		if err != nil {
			return err
		}
		offset, err := index.integer()
		if err != nil {
			return err
		}
		at := int64(first) + offset
		if n <= 0 || n >= int64(len(objects)) || offset < 0 || at < int64(body.pos) || at > int64(len(data)) {
			return index.fail("object %d at %d", n, at)
		}
		if kind, where, place := entryOf(entries, int(n)); kind != entryPacked || where != number || place != i {
			return index.fail("object %d is elsewhere", n)
		}
		body.pos = int(at)
		if objects[n], err = body.value(0); err != nil {
			return err
		}
		if _, ok := objects[n].(keyword); ok {
			return body.fail("no object %d", n)
		}
	}
	return nil
}
