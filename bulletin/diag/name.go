package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Greatest lengths of what is printed, in characters.
const (
	longestName = 240
	longestText = 2000
)

// Name returns the name of a file as a message prints it: in one line, with what
// cannot be seen written out, and only the ends of one that would fill a screen.
func Name(name string) string { return shortened(Visible(name), longestName) }

// Visible returns a text with the characters that do not show, or that change the
// line, as 〈U+000A〉, and bytes that are no UTF-8 as 〈B5〉.
func Visible(s string) string {
	if !strings.ContainsFunc(s, unseen) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "〈%02X〉", s[0])
		case unseen(r):
			fmt.Fprintf(&b, "〈U+%04X〉", r)
		default:
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

// unseen tells whether a character does not show or moves others.
func unseen(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }

// shortened returns a text of at most so many characters: its beginning and, twice
// as long, its end.
func shortened(s string, most int) string {
	if len(s) <= most || utf8.RuneCountInString(s) <= most {
		return s
	}
	all := []rune(s)
	head := most / 3
	return string(all[:head]) + "……" + string(all[len(all)-(most-head-2):])
}
