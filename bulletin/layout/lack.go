package layout

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// A lack is a character that cannot be set: no face has it, or it works on its
// neighbours in a way we do not follow.
type lack struct {
	at    diag.Pos
	r     rune
	role  Role
	latin bool // looked for in the Latin face first
}

// Bounds of what is said about lacks, so that a text in a foreign script fills
// no screen: places of one character, and characters.
const (
	mostLackPlaces = 3
	mostLacks      = 30
)

// lack takes note of a character that cannot be set. A text is measured and
// set several times, so that each place counts once.
func (l *layouter) lack(g glyph, latin bool) {
	if l.lacks == nil {
		l.lacks = map[lackPlace]lack{}
	}
	place := lackPlace{g.at, g.r}
	if _, ok := l.lacks[place]; !ok {
		l.lacks[place] = lack{g.at, g.r, g.role, latin}
	}
}

// A lackPlace tells lacks apart. Text that layout makes up, such as that of the
// 期号, has one place for all of its characters.
type lackPlace struct {
	at diag.Pos
	r  rune
}

// A cluster is what a reader takes for one character: one that lacks with those
// that only change its looks, at all its places.
type cluster struct {
	text   string
	first  lack
	places []diag.Pos
}

// reportLacks makes findings of what was noted.
func (l *layouter) reportLacks() {
	list := clusters(slices.SortedFunc(maps.Values(l.lacks), func(a, b lack) int {
		return cmp.Or(cmp.Compare(a.at.File(), b.at.File()), cmp.Compare(a.at.Offset, b.at.Offset), cmp.Compare(a.r, b.r))
	}))
	for _, c := range list[:min(len(list), mostLacks)] {
		message, hint := c.words()
		for i, at := range c.places[:min(len(c.places), mostLackPlaces)] {
			more := ""
			if i == 0 && len(c.places) > mostLackPlaces {
				more = fmt.Sprintf("；全文共 %d 处，只列前 %d 处", len(c.places), mostLackPlaces)
			}
			l.findings.Add(at, diag.Error, "缺字", hint, "%s%s", message, more)
		}
	}
	if len(list) > mostLacks {
		rest := list[mostLacks:]
		n := 0
		for _, c := range rest {
			n += len(c.places)
		}
		l.findings.Add(rest[0].places[0], diag.Error, "缺字", "检查是不是误放了别的文件；确实要用的，在 版式 → 字体 中指定有这些字的 .ttf 字体文件",
			"从这里起还有 %d 个不同的字排不出，共 %d 处：%s", len(rest), n, sample(rest))
	}
}

// sample shows some of many clusters.
func sample(list []*cluster) string {
	const most = 20
	var b strings.Builder
	for _, c := range list[:min(len(list), most)] {
		b.WriteString(c.text)
	}
	if len(list) > most {
		b.WriteString("……")
	}
	return b.String()
}

// clusters groups lacks, which are in the order of their places.
func clusters(lacks []lack) []*cluster {
	var list []*cluster
	known := map[string]*cluster{}
	for i := 0; i < len(lacks); {
		first, text := lacks[i], string(lacks[i].r)
		if rides(first.r) {
			if before, ok := before(first); ok {
				text = string(before) + text
			}
		}
		last := first
		for i++; i < len(lacks) && follows(last, lacks[i]); i++ {
			last = lacks[i]
			text += string(last.r)
		}
		c := known[text]
		if c == nil {
			c = &cluster{text: text, first: first}
			known[text] = c
			list = append(list, c)
		}
		c.places = append(c.places, first.at)
		if first.role != c.first.role {
			c.first.role = Song // which is asked for every role
		}
	}
	return list
}

// follows reports whether b stands right behind a and belongs to the same
// picture or letter.
func follows(a, b lack) bool {
	if b.at.Source != a.at.Source || b.at.Offset != a.at.Offset+utf8.RuneLen(a.r) {
		return false
	}
	return rides(b.r) || isSkin(b.r) || a.r == joiner || isFlag(a.r) && isFlag(b.r)
}

// before returns the character that the source has right before a lack.
func before(l lack) (rune, bool) {
	if l.at.Source == nil {
		return 0, false
	}
	text := l.at.Source.Text
	if !strings.HasPrefix(text[l.at.Offset:], string(l.r)) {
		return 0, false // written as an escape
	}
	r, _ := utf8.DecodeLastRuneInString(text[:l.at.Offset])
	return r, r > ' ' && r != utf8.RuneError
}
