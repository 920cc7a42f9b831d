package layout

import (
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// inlines appends running text in a role: bold in 黑体, since Chinese type has
// no false bold; emphasis with a dot under each character, the 着重号 of GB/T
// 15834 4.14, since italics are none of Chinese and 楷体 is taken for the second
// level of headings.
func (l *layouter) inlines(r *run, text []bulletin.Inline, role Role, node int) {
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.Text:
			r.add(in.String, role, node, in.At)
		case *bulletin.CodeSpan:
			start := len(r.glyphs)
			r.add(in.String, role, node, in.At)
			for i := range r.glyphs[start:] {
				if g := &r.glyphs[start+i]; g.r == ' ' { // as typed, also beside Han
					g.gap = l.geo.cell() / 2
				}
			}
		case *bulletin.Strong:
			l.inlines(r, in.Text, Hei, node)
		case *bulletin.Emphasis:
			start := len(r.glyphs)
			l.inlines(r, in.Text, role, node)
			emphasise(r.glyphs[start:])
		case *bulletin.HardBreak:
			r.add("\n", role, node, in.At)
		case *bulletin.Link:
			l.link(r, in, role, node)
		case *bulletin.Picture:
			l.inlinePicture(r, in, node)
		case *bulletin.NoteMark:
			l.noteMark(r, in, role, node)
		}
	}
}

// emphasise marks characters with the 着重号. Latin letters, which have none,
// get the bold face.
func emphasise(glyphs []glyph) {
	for i := range glyphs {
		g := &glyphs[i]
		if unicode.Is(unicode.Latin, g.r) {
			g.role = Hei
		} else {
			g.dot = true
		}
	}
}

// link appends the text of a link, which can be clicked, and on paper, where
// nobody can click, the mark of its address when the text does not say it.
func (l *layouter) link(r *run, in *bulletin.Link, role Role, node int) {
	start, link := len(r.glyphs), l.node(page.RoleLink, 0, node)
	l.checkWords("网址", in.URL, longestAddress, in.At)
	l.inlines(r, in.Text, role, link)
	if !spoken(in) && l.inNote { // no notes to notes: the address stands behind
		r.add("（", role, link, in.At)
		r.add(in.URL, role, link, in.At)
		r.add("）", role, link, in.At)
	}
	for i := range r.glyphs[start:] {
		g := &r.glyphs[start+i]
		if !g.mark { // the mark of a note leads to the note, if anywhere
			g.href, g.link = in.URL, link
		}
		if g.at.Source == nil {
			g.at = in.At
		}
	}
	if !spoken(in) && !l.inNote {
		l.address(r, in, role, node)
	}
}
