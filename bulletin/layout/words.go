package layout

import (
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// What a document says beside its pages must not be longer, in characters: a
// string of a PDF file has no more than 32767 bytes (ISO 19005-2, 6.1.13), a
// character up to four of them, in an address up to twelve. Longer addresses no
// browser opens for certain (practice).
const (
	longestWords   = 8000 // the title of a bookmark, or what stands for a picture
	longestAddress = 2000
)

// checkWords reports words that are too long to be said beside the pages. They
// are no title and no address, but something that was put there by mistake. It
// returns whether they are.
func (l *layouter) checkWords(what, words string, most int, at diag.Pos) bool {
	n := utf8.RuneCountInString(words)
	if n > most {
		l.findings.Add(at, diag.Error, "过大", "检查这里是否误贴了别的内容", "%s有%d字，最多%d字", what, n, most)
	}
	return n > most
}
