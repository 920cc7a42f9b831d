package object

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// header is the first line and a comment of bytes beyond ASCII, by which
// programs that carry files see that this is no text (7.5.2).
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

// Write writes a file in its canonical form: the objects that can be reached
// from the catalogue, nearest first and keys in order, then those of the
// information dictionary; numbered without gaps; behind them an exact table
// of cross-references and a trailer whose ID is made from all bytes before
// (14.4). References to nothing become null.
func Write(w io.Writer, f *File) error {
	c, err := newCanon(f)
	if err != nil {
		return err
	}
	_, err = w.Write(c.write())
	return err
}

// newCanon puts the objects of a file in order.
func newCanon(f *File) (*canon, error) {
	if f.Catalog() == nil {
		return nil, fmt.Errorf("%w: no catalogue", ErrSyntax)
	}
	c := &canon{file: f, number: make([]int, len(f.Objects))}
	c.reach(f.Trailer["Root"])
	c.reach(f.Trailer["Info"])
	for i := 0; i < len(c.order); i++ {
		c.reach(f.Objects[c.order[i]])
	}
	return c, nil
}

// A canon is a file being put in order.
type canon struct {
	file   *File
	order  []Ref // old number of each new one, from 1 on at index 0
	number []int // new number of each old one, 0 for those not reached
	out    []byte
}

// reach numbers everything that o refers to and that has no number yet.
func (c *canon) reach(o Object) {
	switch o := o.(type) {
	case Ref:
		if c.exists(o) && c.number[o] == 0 {
			c.order = append(c.order, o)
			c.number[o] = len(c.order)
		}
	case Array:
		for _, v := range o {
			c.reach(v)
		}
	case Dict:
		for _, key := range keys(o) {
			c.reach(o[key])
		}
	case *Stream:
		for _, key := range keys(o.Dict) {
			if key != "Length" { // which is written from the data
				c.reach(o.Dict[key])
			}
		}
	}
}

func (c *canon) exists(r Ref) bool {
	return r > 0 && int(r) < len(c.number) && c.file.Objects[r] != nil
}

// write writes header, objects, table and trailer.
func (c *canon) write() []byte {
	c.out = make([]byte, 0, c.size())
	c.out = append(c.out, header...)
	offsets := make([]int, len(c.order))
	for i, old := range c.order {
		offsets[i] = len(c.out)
		c.indirect(i+1, c.file.Objects[old])
	}
	id := sha256.Sum256(c.out)
	table := len(c.out)
	c.table(offsets)
	c.out = append(c.out, "trailer\n"...)
	c.append(c.trailer(String(id[:16])))
	return c.end(table)
}

// indirect writes an object with its number before it (7.3.10).
func (c *canon) indirect(number int, o Object) {
	c.out = strconv.AppendInt(c.out, int64(number), 10)
	c.out = append(c.out, " 0 obj\n"...)
	c.append(o)
	c.out = append(c.out, "\nendobj\n"...)
}

// table writes the table of cross-references: twenty bytes an entry, the first
// for object 0, which is never used (7.5.4).
func (c *canon) table(offsets []int) {
	c.out = fmt.Appendf(c.out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		c.out = fmt.Appendf(c.out, "%010d 00000 n \n", offset)
	}
}

// end writes the last lines, by which readers find the table (7.5.5).
func (c *canon) end(table int) []byte {
	return fmt.Appendf(c.out, "\nstartxref\n%d\n%%%%EOF\n", table)
}

// size guesses the length of the file from above in most cases.
func (c *canon) size() int {
	n := 1 << 12
	for _, old := range c.order {
		n += 256
		if s, ok := c.file.Objects[old].(*Stream); ok {
			n += len(s.Data)
		}
	}
	return n
}

func (c *canon) trailer(id String) Dict {
	t := Dict{"Size": Integer(len(c.order) + 1), "Root": c.file.Trailer["Root"], "ID": Array{id, id}}
	if info, ok := c.file.Trailer["Info"]; ok {
		t["Info"] = info
	}
	return t
}

// append writes one object.
func (c *canon) append(o Object) {
	switch o := o.(type) {
	case Bool:
		c.out = strconv.AppendBool(c.out, bool(o))
	case Integer:
		c.out = strconv.AppendInt(c.out, int64(o), 10)
	case Real:
		c.out = append(c.out, o...)
	case String:
		c.out = appendString(c.out, o)
	case Name:
		c.out = appendName(c.out, o)
	case Array:
		c.array(o)
	case Dict:
		c.dict(o)
	case *Stream:
		c.stream(o)
	case Ref:
		c.ref(o)
	default:
		c.out = append(c.out, "null"...)
	}
}

func (c *canon) array(a Array) {
	c.out = append(c.out, '[')
	for i, v := range a {
		if i > 0 {
			c.out = append(c.out, ' ')
		}
		c.append(v)
	}
	c.out = append(c.out, ']')
}

// dict writes a dictionary without its null values, which mean nothing (7.3.7).
func (c *canon) dict(d Dict) {
	c.out = append(c.out, "<<"...)
	for _, key := range keys(d) {
		if c.isNull(d[key]) {
			continue
		}
		c.out = appendName(c.out, key)
		c.out = append(c.out, ' ')
		c.append(d[key])
	}
	c.out = append(c.out, ">>"...)
}

func (c *canon) isNull(o Object) bool {
	ref, isRef := o.(Ref)
	return o == nil || o == Object(Null{}) || isRef && !c.exists(ref)
}

func (c *canon) stream(s *Stream) {
	d := maps.Clone(s.Dict)
	if d == nil {
		d = Dict{}
	}
	d["Length"] = Integer(len(s.Data))
	c.dict(d)
	c.out = append(c.out, "\nstream\n"...)
	c.out = append(c.out, s.Data...)
	c.out = append(c.out, "\nendstream"...)
}

func (c *canon) ref(r Ref) {
	if !c.exists(r) {
		c.out = append(c.out, "null"...)
		return
	}
	c.out = strconv.AppendInt(c.out, int64(c.number[r]), 10)
	c.out = append(c.out, " 0 R"...)
}

// keys returns the keys of a dictionary in order of their bytes.
func keys(d Dict) []Name {
	return slices.SortedFunc(maps.Keys(d), cmp.Compare[Name])
}

// appendString writes readable text in round brackets and all else in
// hexadecimal digits.
func appendString(b []byte, s String) []byte {
	if !isASCII(string(s)) {
		return fmt.Appendf(b, "<%X>", string(s))
	}
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

func appendName(b []byte, n Name) []byte {
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}
