package bulletin

import "unicode"

// western tells whether a character belongs to a text whose words are parted
// by blanks. Quotation marks, dashes and other marks that both kinds of text
// use count as Chinese, since that is what a bulletin is.
func western(r rune) bool {
	switch {
	case r == 0,
		r >= 0x2010 && r <= 0x206F, // “ ” ‘ ’ — …
		r >= 0x2190 && r <= 0x2BFF, // arrows, ①, ▲ ◆ ★
		r >= 0x2E80 && r <= 0xA4CF,
		r >= 0xAC00 && r <= 0xD7A3,
		r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE4F,
		r >= 0xFF00 && r <= 0xFFEF,
		r >= 0x20000 && r <= 0x3FFFF,
		r == '·':
		return false
	}
	return !unicode.IsSpace(r)
}
