package pdf

import (
	"jianbao/bulletin/pdf/object"
)

// A charMap is the characters of the codes of a font.
type charMap struct {
	wide  bool     // codes have two bytes
	chars []string // by code; "" where it has none
}

// unknown stands for a code that has no character.
const unknown = "\uFFFD"

// charMap reads the ToUnicode of a font, once.
func (r *reader) charMap(font object.Object) (*charMap, error) {
	ref, isRef := font.(object.Ref)
	if m := r.fonts[ref]; m != nil {
		return m, nil
	}
	d := r.file.Dict(font)
	m := &charMap{wide: d["Subtype"] == object.Name("Type0")}
	if s := r.file.Stream(d["ToUnicode"]); s != nil && m.wide {
		data, err := r.unfold(s)
		if err != nil {
			return nil, err
		}
		operations, err := object.Content(data)
		if err != nil {
			return nil, err
		}
		for _, op := range operations {
			if op.Operator == "endbfchar" {
				m.pairs(op.Operands)
			}
		}
		if err := r.take(len(m.chars)); err != nil {
			return nil, err
		}
	}
	if isRef {
		r.fonts[ref] = m
	}
	return m, nil
}

// pairs takes the pairs of a block: codes and characters in turn (9.10.3).
func (m *charMap) pairs(operands []object.Object) {
	for i := 0; i+1 < len(operands); i += 2 {
		code, ok1 := operands[i].(object.String)
		text, ok2 := operands[i+1].(object.String)
		if !ok1 || !ok2 || len(code) != 2 || len(text) > longestChar {
			continue
		}
		n := int(code[0])<<8 | int(code[1])
		for len(m.chars) <= n {
			m.chars = append(m.chars, "")
		}
		m.chars[n] = text.FromUTF16()
	}
}

// each calls write for the character of each code. Without a font, and in one of
// another kind than ours, a byte is read as a letter of Latin.
func (m *charMap) each(codes object.String, write func(string)) {
	if m == nil || !m.wide {
		for i := range len(codes) {
			write(string(rune(codes[i])))
		}
		return
	}
	for i := 0; i < len(codes); i += 2 {
		write(m.char(codes[i:min(i+2, len(codes))]))
	}
}

func (m *charMap) char(code object.String) string {
	if len(code) == 2 {
		if n := int(code[0])<<8 | int(code[1]); n < len(m.chars) && m.chars[n] != "" {
			return m.chars[n]
		}
	}
	return unknown
}
