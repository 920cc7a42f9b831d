package layout

import (
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// address appends the mark of the address of a link, which stands at the foot
// of the page, since nobody can click on paper. Addresses have numbers of
// their own, [1] as GB/T 7714 sets references: the numbers of footnotes are
// the same on paper and on a screen, which needs none for links.
func (l *layouter) address(r *run, in *bulletin.Link, role Role, node int) {
	l.addresses++
	ref := l.node(page.RoleReference, 0, node)
	n := &note{label: "[" + strconv.Itoa(l.addresses) + "]", mark: ref}
	r.raised(n.label, role, ref, in.At)
	l.marks[ref] = n
	par := l.node(page.RoleNote, 0, ref)
	text := run{size: l.noteSize()}
	text.add(n.label, FangSong, l.node(page.RoleLabel, 0, par), in.At)
	text.space(l.noteCell()/2, true, par)
	start := len(text.glyphs)
	link := l.node(page.RoleLink, 0, par)
	text.add(in.URL, FangSong, link, in.At)
	for i := range text.glyphs[start:] {
		g := &text.glyphs[start+i]
		g.href, g.link, g.at = in.URL, link, in.At
	}
	n.lines = l.noteLinesOf(text, false, l.noteHang(""))
}

// spoken reports whether the text of a link says its address, or it has none
// that paper could say: another file beside the issue.
func spoken(in *bulletin.Link) bool {
	text := bulletin.Plain(in.Text)
	bare := func(s string) string {
		for _, scheme := range []string{"mailto:", "tel:", "https://", "http://"} {
			s = strings.TrimPrefix(s, scheme)
		}
		return strings.TrimSuffix(s, "/")
	}
	return !strings.Contains(in.URL, ":") || bare(text) == bare(in.URL)
}
