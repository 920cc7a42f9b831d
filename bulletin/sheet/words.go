package sheet

import (
	"strings"
	"unicode/utf8"

	"jianbao/bulletin"
)

// Words is a text of several pieces, each of which keeps its place in the
// source.
type Words []bulletin.Phrase

// Plain is a text that stands in no source.
func Plain(s string) Words { return Words{{Text: s}} }

// String returns the characters of a text.
func (w Words) String() string {
	var b strings.Builder
	for _, p := range w {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Empty reports whether there is no character.
func (w Words) Empty() bool {
	for _, p := range w {
		if p.Text != "" {
			return false
		}
	}
	return true
}

// long reports whether a text has more characters than longestWhole.
func (w Words) long() bool {
	n := 0
	for _, p := range w {
		n += utf8.RuneCountInString(p.Text)
	}
	return n > longestWhole
}

// Spaced puts a blank between phrases.
func (w Words) Spaced() Words {
	var out Words
	for i, p := range w {
		if i > 0 {
			out = append(out, bulletin.Phrase{Text: " "})
		}
		out = append(out, p)
	}
	return out
}
