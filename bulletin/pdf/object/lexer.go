package object

import (
	"fmt"
	"strconv"
)

// maxDepth bounds how deep arrays and dictionaries lie within each other, so
// that hostile input cannot exhaust the stack.
const maxDepth = 64

// keyword is a word of the syntax that is no object: obj, R, Tj. It lives only
// within the reader.
type keyword string

func (keyword) object() {}

// A lexer reads objects from data, one after the other.
type lexer struct {
	data []byte
	pos  int
}

func (l *lexer) fail(format string, args ...any) error {
	return fmt.Errorf("%w: %s at byte %d", ErrSyntax, fmt.Sprintf(format, args...), l.pos)
}

// value reads one object or keyword; at the end of the data an empty keyword.
func (l *lexer) value(depth int) (Object, error) {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return keyword(""), nil
	}
	if depth > maxDepth {
		return nil, l.fail("nested deeper than %d", maxDepth)
	}
	switch c := l.data[l.pos]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '[':
		l.pos++
		return l.array(depth)
	case l.has("<<"):
		l.pos += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case l.has(">>"):
		l.pos += 2
		return keyword(">>"), nil
	case isDelimiter(c):
		l.pos++
		return keyword(c), nil
	}
	return l.word()
}

// has reports whether s stands at the place of reading.
func (l *lexer) has(s string) bool {
	return len(l.data)-l.pos >= len(s) && string(l.data[l.pos:l.pos+len(s)]) == s
}

// skipSpace goes past white space and comments (7.2.2, 7.2.3).
func (l *lexer) skipSpace() {
	for ; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; {
		case c == '%':
			for l.pos+1 < len(l.data) && l.data[l.pos+1] != '\n' && l.data[l.pos+1] != '\r' {
				l.pos++
			}
		case !isSpace(c):
			return
		}
	}
}

// regular reads characters up to the next space or delimiter.
func (l *lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

// word reads a number, true, false, null or a keyword.
func (l *lexer) word() (Object, error) {
	switch w := l.regular(); {
	case isNumber(w):
		return l.number(string(w))
	case string(w) == "true":
		return Bool(true), nil
	case string(w) == "false":
		return Bool(false), nil
	case string(w) == "null":
		return Null{}, nil
	default:
		return keyword(w), nil
	}
}

func (l *lexer) number(w string) (Object, error) {
	for i := range len(w) {
		if w[i] == '.' {
			return Real(w), nil
		}
	}
	n, err := strconv.ParseInt(w, 10, 64)
	if err != nil {
		return nil, l.fail("number %s is too large", w)
	}
	return Integer(n), nil
}

// name reads a name; #41 stands for A (7.3.5).
func (l *lexer) name() (Object, error) {
	l.pos++
	w := l.regular()
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c == '#' && i+2 < len(w) && isHex(w[i+1]) && isHex(w[i+2]) {
			c = unhex(w[i+1])<<4 | unhex(w[i+2])
			i += 2
		}
		out = append(out, c)
	}
	return Name(out), nil
}

// array reads objects up to the closing bracket. A pair of numbers before R is
// a reference.
func (l *lexer) array(depth int) (Object, error) {
	a := Array{}
	for {
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		k, isKeyword := v.(keyword)
		switch {
		case !isKeyword:
			a = append(a, v)
		case k == "]":
			return a, nil
		case k == "R":
			if a, err = l.reference(a); err != nil {
				return nil, err
			}
		default:
			return nil, l.fail("%q in an array", string(k))
		}
	}
}

// reference replaces the last two numbers of a list by what they refer to.
func (l *lexer) reference(a []Object) ([]Object, error) {
	if len(a) >= 2 {
		number, ok1 := a[len(a)-2].(Integer)
		generation, ok2 := a[len(a)-1].(Integer)
		if ok1 && ok2 && number > 0 && number < 1<<31 && generation == 0 {
			return append(a[:len(a)-2], Ref(number)), nil
		}
	}
	return nil, l.fail("R without number and generation 0")
}

// dict reads keys and values up to the closing brackets.
func (l *lexer) dict(depth int) (Object, error) {
	var list []Object
	for {
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		k, isKeyword := v.(keyword)
		switch {
		case !isKeyword:
			list = append(list, v)
		case k == ">>":
			return l.pairs(list)
		case k == "R":
			if list, err = l.reference(list); err != nil {
				return nil, err
			}
		default:
			return nil, l.fail("%q in a dictionary", string(k))
		}
	}
}

// pairs makes a dictionary of a list of keys and values.
func (l *lexer) pairs(list []Object) (Object, error) {
	if len(list)%2 != 0 {
		return nil, l.fail("dictionary with a key and no value")
	}
	d := make(Dict, len(list)/2)
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(Name)
		if !ok {
			return nil, l.fail("dictionary with a key that is no name")
		}
		d[key] = list[i+1]
	}
	return d, nil
}
