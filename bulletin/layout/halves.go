package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/typeset"
)

// halves parts a name that is too long for one line into two of about one
// length: at the editor's blank, else by sense.
func (l *layouter) halves(p bulletin.Phrase) []bulletin.Phrase {
	quiet := *l // measuring reports nothing
	quiet.findings = nil
	r := run{size: nameTwoLines}
	r.phrase(p, BiaoSong, 0)
	s := quiet.shape(r, r.size)
	at := typeset.Halves(s.chars, r.size, l.level())
	runes := []rune(p.Text)
	first, second := string(runes[:at]), string(runes[at:])
	start := p.At.Plus(len(first))
	if len(second) > 0 && second[0] == ' ' {
		second, start = second[1:], start.Plus(1)
	}
	return []bulletin.Phrase{{Text: first, At: p.At}, {Text: second, At: start}}
}
