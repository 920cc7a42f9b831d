// Package object reads and writes the objects a PDF file is made of. It reads
// files that were written once, with a plain table of cross-references or as it
// packs them itself, and writes them in one canonical form: the same objects
// always give the same bytes.
//
// Clauses are those of ISO 32000-1:2008.
package object

import "errors"

// ErrSyntax says that data is not PDF, or of a kind this package does not
// read: updated in place, encrypted, or packed otherwise than by Pack.
// Every error of Parse and Content wraps it.
var ErrSyntax = errors.New("pdf syntax")

// An Object is a value of a PDF file (7.3).
//
// Object is implemented by: Null, Bool, Integer, Real, String, Name, Array,
// Dict, *Stream, Ref.
type Object interface{ object() }

// Null is the absent value.
type Null struct{}

// Bool is true or false.
type Bool bool

// Integer is a whole number.
type Integer int64

// Real is a number with a decimal point, kept as it is written so that no
// machine can round it its own way: "-12.5".
type Real string

// String is a row of bytes; Text and TextString turn it into characters and
// back.
type String string

// Name is a name without its slash, escapes undone.
type Name string

// Array is a list of objects.
type Array []Object

// Dict is a dictionary. It is written with its keys in order of their bytes.
type Dict map[Name]Object

// Stream is a dictionary and data, encoded as the dictionary's Filter says.
// Its Length is written from the data.
type Stream struct {
	Dict Dict
	Data []byte
}

// Ref is a reference to the object with that number, generation 0.
type Ref int

func (Null) object()    {}
func (Bool) object()    {}
func (Integer) object() {}
func (Real) object()    {}
func (String) object()  {}
func (Name) object()    {}
func (Array) object()   {}
func (Dict) object()    {}
func (*Stream) object() {}
func (Ref) object()     {}

// MostObjects is how many objects a file may have (Annex C.2, table C.1).
const MostObjects = 8_388_607

// A File is the objects of a PDF file and its trailer.
type File struct {
	Objects []Object // by number; number 0 and free ones are nil
	Trailer Dict
}

// Add appends an object and returns a reference to it.
func (f *File) Add(o Object) Ref {
	if len(f.Objects) == 0 {
		f.Objects = append(f.Objects, nil) // number 0 is never used
	}
	f.Objects = append(f.Objects, o)
	return Ref(len(f.Objects) - 1)
}

// Resolve returns what o refers to, or o itself if it is no reference. A
// reference to nothing is Null (7.3.10).
func (f *File) Resolve(o Object) Object {
	ref, ok := o.(Ref)
	if !ok {
		return o
	}
	if ref <= 0 || int(ref) >= len(f.Objects) || f.Objects[ref] == nil {
		return Null{}
	}
	return f.Objects[ref]
}

// Dict returns the dictionary o is or refers to, also that of a stream; nil,
// which reads as an empty one, for anything else.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array returns the array o is or refers to, nil for anything else.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Stream returns the stream o refers to, nil for anything else.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Catalog returns the root of the document, nil if there is none.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }
