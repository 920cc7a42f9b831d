package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// refuse reports the settings that paper does not honour, so that none is
// passed over in silence.
func (l *layouter) refuse() {
	f := &l.issue.Front
	for _, later := range []struct {
		key string
		set bool
	}{
		{"份数", f.CopiesAuto},
	} {
		if later.set {
			l.findings.Add(l.keyAt(later.key), diag.Error, "未支持", "先去掉这一项；只要网页时可用 --only html", "“%s”的这种写法还不能排到纸面上", later.key)
		}
	}
	if len(f.Name) == 0 {
		f.Name = []bulletin.Phrase{{}}
	}
}

// keyAt returns where a key stands; within 版式, where that stands; else where
// the 期号 is.
func (l *layouter) keyAt(key string) diag.Pos {
	for _, k := range []string{key, "版式"} {
		if at, ok := l.issue.Keys[k]; ok {
			return at
		}
	}
	return l.issue.NumberAt
}

// halves parts a name into two lines of about equal length: at a blank, before
// or after a quotation, else in the middle.
func (l *layouter) halves(p bulletin.Phrase) []bulletin.Phrase {
	runes := []rune(p.Text)
	best, cost := len(runes)/2, 1<<30
	for i := 1; i < len(runes); i++ {
		c := (2*i - len(runes)) * (2*i - len(runes))
		switch {
		case runes[i] == ' ':
			c -= 60
		case openOrClose(runes[i-1], runes[i]):
			c -= 20
		case insideQuotes(runes, i), digit(runes[i-1]) && digit(runes[i]):
			c += 400
		}
		if c < cost {
			best, cost = i, c
		}
	}
	first, second := string(runes[:best]), string(runes[best:])
	at := p.At.Plus(len(first))
	if len(second) > 0 && second[0] == ' ' {
		second, at = second[1:], at.Plus(1)
	}
	return []bulletin.Phrase{{Text: first, At: p.At}, {Text: second, At: at}}
}

func openOrClose(a, b rune) bool { return a == '”' || a == '》' || b == '“' || b == '《' }

func insideQuotes(runes []rune, i int) bool {
	depth := 0
	for _, r := range runes[:i] {
		switch r {
		case '“', '《', '（':
			depth++
		case '”', '》', '）':
			depth--
		}
	}
	return depth > 0
}
