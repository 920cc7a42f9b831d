package bulletin

import "strings"

// longestLabel is how many characters a label before an office may have:
// 主办：, 报送单位：.
const longestLabel = 6

// CutLabel parts the label of an office, with its colon, from its name; without
// a label it is "".
func (p Phrase) CutLabel() (label, name string) {
	before, after, ok := strings.Cut(p.Text, "：")
	if n := len([]rune(before)); !ok || n == 0 || n > longestLabel || after == "" {
		return "", p.Text
	}
	return before + "：", after
}

// Signing returns the offices that sign an issue and send it: of several those
// without a label as 主办：, or when all have one the first; without its label.
func (f *Front) Signing() []Phrase {
	var plain, labelled []Phrase
	for _, p := range f.Issuer {
		label, name := p.CutLabel()
		if label == "" {
			plain = append(plain, p)
			continue
		}
		trimmed := strings.TrimLeft(name, " ")
		at := p.At.Plus(len(label) + len(name) - len(trimmed))
		labelled = append(labelled, Phrase{trimmed, at})
	}
	if len(plain) == 0 && len(labelled) > 0 {
		return labelled[:1]
	}
	return plain
}
