package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// inlines appends running text in a role: bold in 黑体, emphasis in 楷体 (in
// 楷体 text: 仿宋), since Chinese type has neither false bold nor italics.
func (l *layouter) inlines(r *run, text []bulletin.Inline, role Role, node int) {
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.Text:
			r.add(in.String, role, node, in.At)
		case *bulletin.CodeSpan:
			r.add(in.String, role, node, in.At)
		case *bulletin.Strong:
			l.inlines(r, in.Text, Hei, node)
		case *bulletin.Emphasis:
			l.inlines(r, in.Text, emphasised(role), node)
		case *bulletin.HardBreak:
			r.add("\n", role, node, in.At)
		case *bulletin.Link:
			l.link(r, in, role, node)
		case *bulletin.Picture:
			l.refuseBlock(in.At, "图片")
		case *bulletin.NoteMark:
			l.refuseBlock(in.At, "脚注")
		}
	}
}

func emphasised(role Role) Role {
	if role == Kai {
		return FangSong
	}
	return Kai
}

// link appends the text of a link, and on paper, where nobody can click, its
// address behind it when the text does not say it.
func (l *layouter) link(r *run, in *bulletin.Link, role Role, node int) {
	start := len(r.glyphs)
	l.inlines(r, in.Text, role, node)
	if bulletin.Plain(in.Text) != in.URL && in.URL != "" {
		r.add("（", role, node, in.At)
		r.add(in.URL, role, node, in.At)
		r.add("）", role, node, in.At)
	}
	for i := range r.glyphs[start:] {
		g := &r.glyphs[start+i]
		if g.href = in.URL; g.at.Source == nil {
			g.at = in.At
		}
	}
}

// refuseBlock reports a construct that paper does not carry yet.
func (l *layouter) refuseBlock(at diag.Pos, what string) {
	l.findings.Add(at, diag.Error, "未支持", "先改用文字表述；只要网页时可用 --only html", "%s还不能排到纸面上", what)
}
