package archive

import (
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A script is what a source has for one stretch of text: the running text, or a
// footnote. Only characters that are seen are in it.
type script struct {
	label string // of a footnote: ① or [1]
	runes []rune
	at    []diag.Pos // of each
}

// placed is a text of the source with its place.
type placed struct {
	text string
	at   diag.Pos
}

// add appends a text whose characters stand one after another from at on.
func (s *script) add(text string, at diag.Pos) {
	for i, r := range text {
		if seen(r) {
			s.runes, s.at = append(s.runes, r), append(s.at, at.Plus(i))
		}
	}
}

// phrase appends a text of the front matter.
func (s *script) phrase(p bulletin.Phrase) { s.add(p.Text, p.At) }

// made appends a text that the source has not letter by letter: all of it comes
// from one place.
func (s *script) made(text string, at diag.Pos) {
	for _, r := range text {
		if seen(r) {
			s.runes, s.at = append(s.runes, r), append(s.at, at)
		}
	}
}

// seen reports whether a character can be seen on paper: no white space, no
// control character, nothing that only steers where lines end.
func seen(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}

// seenOf returns the characters of a text that are seen.
func seenOf(text string) string {
	out := make([]rune, 0, len(text)/3)
	for _, r := range text {
		if seen(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
