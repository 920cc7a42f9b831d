package archive

import (
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// leastMoved is how many characters say the same when they stand elsewhere; of
// fewer that may be chance.
const leastMoved = 4

// farTooMuch is how many characters more than twice those of its source a PDF
// may have for all to be compared. The rest says no more.
const farTooMuch = 100_000

// compareScripts compares a stretch of text character by character.
func compareScripts(what string, want *script, got *printed) []Difference {
	list := gaps(want.runes, got.runes[:min(len(got.runes), 2*len(want.runes)+farTooMuch)])
	var found []Difference
	for len(list) > 0 && len(found) < mostDifferences {
		g := list[0]
		list = list[1:]
		if k := slices.IndexFunc(list, func(o gap) bool { return elsewhere(g, o, want.runes, got.runes) }); k >= 0 {
			found = append(found, moved(what, g, list[k], want, got))
			list = slices.Delete(slices.Clone(list), k, k+1)
			continue
		}
		found = append(found, Difference{Page: got.page(shownAt(g.c, g.d)), At: want.place(shownAt(g.a, g.b)), What: what,
			Want: excerpt(want.runes, g.a), Got: excerpt(got.runes, g.c)})
	}
	return found
}

// shownAt is the character whose place is that of a stretch: its first, or where
// there is none the one before.
func shownAt(from, to int) int {
	if from == to {
		return max(from-1, 0)
	}
	return from
}

// place returns where character i stands in the source; of an empty text, no
// place.
func (s *script) place(i int) diag.Pos {
	if i >= len(s.at) {
		return diag.Pos{}
	}
	return s.at[i]
}

// elsewhere reports whether what one gap lacks stands in the other. Its first
// characters may have been taken for those of what stands there now.
func elsewhere(g, o gap, want, got []rune) bool {
	if g.a == g.b {
		g, o = o, g
	}
	n := g.b - g.a
	if n < leastMoved || g.c != g.d || o.a != o.b || o.d-o.c != n {
		return false
	}
	lost := string(want[g.a:g.b])
	return strings.Contains(lost+lost, string(got[o.c:o.d]))
}

// moved says that a text stands elsewhere.
func moved(what string, g, o gap, want *script, got *printed) Difference {
	if g.a == g.b {
		g, o = o, g
	}
	a, b := sentence(want.runes, g.a, g.b)
	c, _ := sentence(got.runes, o.c, o.d)
	after := func(text []rune, i int) string {
		if i == 0 {
			return "最前面"
		}
		return "“…" + string(text[max(i-8, 0):i]) + "”之后"
	}
	return Difference{
		Page: got.page(c), At: want.place(a), What: what,
		Want: excerpt(want.runes, a), Got: excerpt(got.runes, c),
		Note: "次序不同，“" + strings.Trim(excerpt(want.runes[a:b], 0), "…") + "”稿件排在" + after(want.runes, a) + "，PDF 排在" + after(got.runes, c),
	}
}

// sentence moves a stretch that could as well begin a few characters before or
// behind, since it is the same there, to where it begins a sentence, if it can.
func sentence(text []rune, from, to int) (int, int) {
	begins := func(i int) bool { return i == 0 || strings.ContainsRune("。！？", text[i-1]) }
	for i, j := from, to; ; i, j = i-1, j-1 {
		if begins(i) {
			return i, j
		}
		if text[i-1] != text[j-1] {
			break
		}
	}
	for i, j := from, to; j < len(text) && text[i] == text[j]; i, j = i+1, j+1 {
		if begins(i + 1) {
			return i + 1, j + 1
		}
	}
	return from, to
}

// An excerpt is 20 characters, 8 of them before the place.
const (
	excerptLength = 20
	excerptBefore = 8
)

// excerpt returns the characters around a place, with … where there are more.
func excerpt(text []rune, at int) string {
	start := max(min(at, len(text))-excerptBefore, 0)
	end := min(start+excerptLength, len(text))
	s := string(text[start:end])
	if start > 0 {
		s = "…" + s
	}
	if end < len(text) {
		s += "…"
	}
	return s
}

// around returns the characters of a text around the first in which another
// differs.
func around(text, other []rune) string { return excerpt(text, common(text, other)) }

// common returns how many characters two texts begin with alike.
func common(a, b []rune) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}
