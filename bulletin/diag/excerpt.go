package diag

import (
	"strings"
	"unicode"
)

// excerptWidth is how many terminal columns of a source line a finding shows.
const excerptWidth = 72

// excerpt returns the part of a source line around a column (in characters,
// counted from 1) and a line with a caret under it. Han and full-width marks
// take two columns of a terminal.
func excerpt(line string, column int) (text, caret string) {
	runes := []rune(line)
	at := min(max(column-1, 0), len(runes))
	from, width := at, 0
	for from > 0 && width < excerptWidth/2 {
		from--
		width += Width(runes[from])
	}
	to := at
	for to < len(runes) && width < excerptWidth {
		width += Width(runes[to])
		to++
	}
	var b strings.Builder
	indent := 0
	if from > 0 {
		b.WriteString("…")
		indent = 1
	}
	for i, r := range runes[from:to] {
		switch {
		case unicode.IsControl(r):
			b.WriteByte(' ')
		case !unicode.Is(unicode.Cf, r): // marks of direction would reorder the finding itself
			b.WriteRune(r)
		}
		if from+i < at {
			indent += Width(r)
		}
	}
	if to < len(runes) {
		b.WriteString("…")
	}
	return b.String(), strings.Repeat(" ", indent) + "^"
}

// Columns returns how many columns of a terminal a text takes.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		n += Width(r)
	}
	return n
}

// Width returns how many columns of a terminal a character takes: 0, 1 or 2.
func Width(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return 0
	case r < 0x1100:
		return 1
	case r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F,
		r >= 0xFF01 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1FAFF,
		r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}
