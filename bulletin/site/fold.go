package site

import "unicode"

// folded returns the characters of a text by which it is found: white space and
// marks are dropped, as few type them, full-width letters and digits are those of
// ASCII, capitals are small. The point between two digits stays: 98.5 is not 985.
// search.js does the same.
func folded(s string) []rune { return appendFolded(nil, s) }

func appendFolded(out []rune, s string) []rune {
	point, digit := false, false // a point stood right behind a digit; the last character was a digit
	for _, r := range s {
		if r >= 0x4E00 && r < 0xA000 { // most of all
			out = append(out, r)
			point, digit = false, false
			continue
		}
		r = fold(r)
		isDigit := r >= '0' && r <= '9'
		switch {
		case r == '.':
			point, digit = digit, false
			continue
		case isDigit && point:
			out = append(out, '.', r)
		case r != 0:
			out = append(out, r)
		}
		point, digit = false, isDigit
	}
	return out
}

// marks are the ranges of characters that are dropped, beside those of ASCII.
var marks = [...][2]rune{
	{0x80, 0xA9}, {0xAB, 0xB1}, {0xB4, 0xB4}, {0xB6, 0xB8}, {0xBB, 0xBB}, {0xBF, 0xBF}, {0xD7, 0xD7}, {0xF7, 0xF7},
	{0x1680, 0x1680}, {0x180B, 0x180F},
	{0x2000, 0x206F}, // spaces, dashes, quotation marks …
	{0x2190, 0x245F}, // arrows, mathematics
	{0x2500, 0x2BFF}, // ■ ▲ ★
	{0x2E00, 0x2E7F},
	{0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0x303D, 0x303F}, // but 々〆〇
	{0x30FB, 0x30FB},
	{0xFE00, 0xFE6F}, // variation selectors, vertical and small forms
	{0xFEFF, 0xFEFF}, {0xFF5F, 0xFF65},
	{0xE0100, 0xE01EF}, // variation selectors of Han
}

// fold returns the character a character is found by; 0 for one that is dropped.
func fold(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFF01 - '!'
	}
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.':
		return r
	case r < 0x80:
		return 0
	case r >= 0x3040 && r < 0xFE00 && r != 0x30FB: // no marks, no capitals
		return r
	}
	for _, m := range marks {
		if r >= m[0] && r <= m[1] {
			return 0
		}
	}
	if (r < 0x590 || r >= 0x1E00 && r < 0x1F00) && r != 'İ' { // whose small form is two in JavaScript
		return unicode.ToLower(r)
	}
	return r
}
