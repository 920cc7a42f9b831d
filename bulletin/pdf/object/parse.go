package object

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// Parse reads a file: header, cross-references, trailer and every object in
// use. Streams share the bytes of data. An error wraps ErrSyntax.
func Parse(data []byte) (*File, error) {
	p := parser{lexer: lexer{data: data}, places: map[int]int{}}
	if !p.has("%PDF-1.") {
		return nil, p.fail("no PDF header")
	}
	if err := p.seekTable(); err != nil {
		return nil, err
	}
	if !p.follows("xref") {
		return p.packed()
	}
	if err := p.table(); err != nil {
		return nil, err
	}
	trailer, err := p.trailer()
	if err != nil {
		return nil, err
	}
	objects, err := p.objects()
	if err != nil {
		return nil, err
	}
	return &File{Objects: objects, Trailer: trailer}, nil
}

// A parser is a lexer that knows where the objects are.
type parser struct {
	lexer
	places map[int]int // offset of each object in use
	end    int         // highest object number and one
}

// seekTable goes to the place that startxref names (7.5.5).
func (p *parser) seekTable() error {
	const word = "startxref"
	at := bytes.LastIndex(p.data, []byte(word))
	if at < 0 {
		return p.fail("no %s", word)
	}
	p.pos = at + len(word)
	offset, err := p.integer()
	if err != nil {
		return err
	}
	if offset < 0 || offset >= int64(len(p.data)) {
		return p.fail("cross-references beyond the end")
	}
	p.pos = int(offset)
	return nil
}

// table reads the sections of the table of cross-references up to the word
// trailer (7.5.4).
func (p *parser) table() error {
	if err := p.expect("xref"); err != nil {
		return err
	}
	for {
		v, err := p.value(0)
		if err != nil {
			return err
		}
		if v == keyword("trailer") {
			return nil
		}
		first, ok := v.(Integer)
		if !ok {
			return p.fail("no section of cross-references")
		}
		if err := p.section(int64(first)); err != nil {
			return err
		}
	}
}

// section reads the entries of consecutive objects. An object takes more than
// eight bytes, so that no table can ask for more room than the file accounts
// for.
func (p *parser) section(first int64) error {
	count, err := p.integer()
	if err != nil {
		return err
	}
	most := int64(len(p.data) / 8)
	if first < 0 || count < 0 || first > most || count > most-first {
		return p.fail("section of %d objects from %d", count, first)
	}
	for i := range count {
		if err := p.entry(int(first + i)); err != nil {
			return err
		}
	}
	p.end = max(p.end, int(first+count))
	return nil
}

// entry reads place, generation and state of one object.
func (p *parser) entry(number int) error {
	offset, err := p.integer()
	if err != nil {
		return err
	}
	generation, err := p.integer()
	if err != nil {
		return err
	}
	state, err := p.value(0)
	switch {
	case err != nil:
		return err
	case state == keyword("f"):
		return nil
	case state != keyword("n") || generation != 0 || offset < 0 || offset >= int64(len(p.data)):
		return p.fail("bad entry for object %d", number)
	}
	p.places[number] = int(offset)
	return nil
}

// trailer reads the trailer's dictionary.
func (p *parser) trailer() (Dict, error) {
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(Dict)
	if !ok {
		return nil, p.fail("no trailer")
	}
	return d, p.simple(d)
}

// simple makes sure that a trailer is not of a file that was updated, nor of an
// encrypted one; we read neither.
func (p *parser) simple(trailer Dict) error {
	for _, key := range []Name{"Prev", "XRefStm", "Encrypt"} {
		if _, ok := trailer[key]; ok {
			return p.fail("trailer has %s", key)
		}
	}
	return nil
}

// objects reads all objects in the order they lie in the file. None may begin
// before the last has ended: so each byte is read once, whatever the table
// says.
func (p *parser) objects() ([]Object, error) {
	inFile := slices.SortedFunc(maps.Keys(p.places), func(a, b int) int {
		return cmp.Or(p.places[a]-p.places[b], a-b)
	})
	objects := make([]Object, p.end)
	p.pos = 0
	for _, number := range inFile {
		if p.places[number] < p.pos {
			return nil, p.fail("object %d lies within another", number)
		}
		p.pos = p.places[number]
		o, err := p.indirect(number)
		if err != nil {
			return nil, err
		}
		objects[number] = o
	}
	return objects, nil
}

// indirect reads an object with its number before and endobj behind.
func (p *parser) indirect(number int) (Object, error) {
	if err := p.begin(number); err != nil {
		return nil, err
	}
	return p.body()
}

// body reads what stands between obj and endobj, and the latter.
func (p *parser) body() (Object, error) {
	o, err := p.value(0)
	if err != nil {
		return nil, err
	}
	if k, ok := o.(keyword); ok {
		return nil, p.fail("%q for an object", string(k))
	}
	if d, ok := o.(Dict); ok && p.follows("stream") {
		if o, err = p.stream(d); err != nil {
			return nil, err
		}
	}
	return o, p.expect("endobj")
}

// begin reads the start of the object with the given number: 7 0 obj.
func (p *parser) begin(number int) error {
	n, err := p.integer()
	if err != nil {
		return err
	}
	if n != int64(number) {
		return p.fail("object %d where %d should be", n, number)
	}
	if _, err := p.integer(); err != nil {
		return err
	}
	return p.expect("obj")
}

// stream reads the data that follow a dictionary (7.3.8).
func (p *parser) stream(d Dict) (Object, error) {
	if err := p.expect("stream"); err != nil {
		return nil, err
	}
	if p.has("\r\n") {
		p.pos++
	}
	if !p.has("\n") {
		return nil, p.fail("no line feed after stream")
	}
	p.pos++
	n, err := p.length(d["Length"])
	if err != nil {
		return nil, err
	}
	if n < 0 || n > int64(len(p.data)-p.pos) {
		return nil, p.fail("stream of %d bytes", n)
	}
	end := p.pos + int(n)
	s := &Stream{Dict: d, Data: p.data[p.pos:end:end]}
	p.pos = end
	return s, p.expect("endstream")
}

// length returns the length of a stream, which may stand in an object of its
// own further on.
func (p *parser) length(o Object) (int64, error) {
	switch o := o.(type) {
	case Integer:
		return int64(o), nil
	case Ref:
		if at, ok := p.places[int(o)]; ok {
			there := parser{lexer: lexer{data: p.data, pos: at}}
			if err := there.begin(int(o)); err != nil {
				return 0, err
			}
			return there.integer()
		}
	}
	return 0, p.fail("stream without length")
}

// integer reads a whole number.
func (p *parser) integer() (int64, error) {
	v, err := p.value(0)
	if err != nil {
		return 0, err
	}
	n, ok := v.(Integer)
	if !ok {
		return 0, p.fail("no whole number")
	}
	return int64(n), nil
}

// expect reads a keyword.
func (p *parser) expect(word string) error {
	if !p.follows(word) {
		return p.fail("no %s", word)
	}
	p.pos += len(word)
	return nil
}

// follows reports whether a keyword stands behind white space.
func (p *parser) follows(word string) bool {
	p.skipSpace()
	return p.has(word)
}
