package object

import (
	"unicode/utf16"
	"unicode/utf8"
)

// literal reads a string in round brackets (7.3.4.2).
func (l *lexer) literal() (Object, error) {
	var out []byte
	l.pos++
	for depth := 1; l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return String(out), nil
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r': // any end of line reads as a line feed
			if l.has("\n") {
				l.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return nil, l.fail("string without end")
}

// escape appends what stands for the characters after a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	l.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r': // a line carried on
		if l.has("\n") {
			l.pos++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	code := c - '0'
	for n := 1; n < 3 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; n++ {
		code = code<<3 | l.data[l.pos] - '0'
		l.pos++
	}
	return append(out, code)
}

// hex reads a string of hexadecimal digits; a last digit alone has a zero
// after it (7.3.4.3).
func (l *lexer) hex() (Object, error) {
	var out []byte
	half, odd := byte(0), false
	for l.pos++; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; {
		case c == '>':
			l.pos++
			if odd {
				out = append(out, half)
			}
			return String(out), nil
		case isSpace(c):
		case !isHex(c):
			return nil, l.fail("%q in a hexadecimal string", c)
		case odd:
			out, odd = append(out, half|unhex(c)), false
		default:
			half, odd = unhex(c)<<4, true
		}
	}
	return nil, l.fail("hexadecimal string without end")
}

// TextString returns the string that stands for text (7.9.2.2): plain ASCII
// as it is, which is PDFDocEncoding too, all else as UTF-16 with its mark.
func TextString(text string) String {
	if isASCII(text) {
		return String(text)
	}
	return "\xFE\xFF" + UTF16(text)
}

// UTF16 returns text as UTF-16, big end first, without a mark; characters
// beyond U+FFFF are surrogate pairs.
func UTF16(text string) String {
	b := make([]byte, 0, 2*len(text))
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return String(b)
}

// Text returns the text a string stands for if it is of the kinds TextString
// writes; for others their bytes.
func (s String) Text() string {
	if len(s) < 2 || s[:2] != "\xFE\xFF" {
		return string(s)
	}
	return s[2:].FromUTF16()
}

// FromUTF16 returns the text of a string of UTF-16 without a mark.
func (s String) FromUTF16() string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

// isASCII reports whether text has only printable characters of ASCII.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= utf8.RuneSelf-1 {
			return false
		}
	}
	return true
}
