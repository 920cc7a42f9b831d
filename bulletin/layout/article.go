package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// body sets the articles.
func (l *layouter) body() []row {
	var rows []row
	article := l.node(page.RoleSection, 0, 0)
	above := 0 // where the rows of the heading before begin
	for i, b := range l.issue.Body {
		if bulletin.IsTitle(b) && i > 0 {
			article = l.node(page.RoleSection, 0, 0)
		}
		switch b.(type) {
		case *bulletin.PageBreak:
			rows = append(rows, row{blank: true, turn: true})
		case *bulletin.ArticleBreak:
			rows = append(rows, l.articleBreak(i)...)
		default:
			if i > 0 && isTable(b) && isTable(l.issue.Body[i-1]) {
				rows = append(rows, row{blank: true})
			}
			l.lead = nil
			if above > 0 && isTable(b) && isHeading(l.issue.Body[i-1]) { // the first title is text for page 1
				l.lead = rows[above:]
			}
			set := l.block(b, article, inset{})
			l.marked(b, set)
			if len(l.lead) > 0 && len(set) > 0 && set[0].plate != nil && set[0].plate.led {
				rows = rows[:above] // the heading went with it
			}
			if i == 0 || !isHeading(b) || !isHeading(l.issue.Body[i-1]) { // headings in a row stay together
				above = len(rows)
			}
			rows = append(rows, set...)
		}
		rows = l.withLoose(rows)
	}
	if len(rows) == 0 && len(l.loose) > 0 { // notes and nothing else
		rows = l.withLoose([]row{{}})
	}
	if len(rows) > 0 && !rows[0].blank {
		rows = append([]row{{blank: true}}, rows...)
	}
	return tidied(rows)
}

// isHeading reports whether a block is a title of whatever level.
func isHeading(b bulletin.Block) bool {
	switch b.(type) {
	case *bulletin.Heading, *bulletin.Banner:
		return true
	}
	return false
}

// An inset is the room of a block within others: how far the edges of its text
// stand from those of the 版心, and the role of its text.
type inset struct {
	left, right page.Length
	role        Role
}

// within is the width that is left.
func (l *layouter) within(in inset) page.Length { return l.geo.width - in.left - in.right }

// indented is the room of a paragraph: its first line begins two cells in (GB
// 7.3.3).
func (l *layouter) indented(in inset) typeset.Setting {
	return l.frame(in.left+l.cells(contentsIndent), in.left, in.right)
}

// articleBreak sets the white line between two articles that have no title to
// part them, with a short rule in its middle.
func (l *layouter) articleBreak(i int) []row {
	if _, again := l.issue.Body[max(i-1, 0)].(*bulletin.ArticleBreak); i == 0 || again {
		return nil
	}
	for _, b := range l.issue.Body[i+1:] {
		switch b := b.(type) {
		case *bulletin.Note, *bulletin.ArticleBreak, *bulletin.PageBreak:
			continue
		case *bulletin.Heading:
			if b.Level == 1 {
				return nil
			}
		case *bulletin.Banner:
			return nil
		}
		width := l.cells(min(breakCells, l.geo.cells))
		rule := &page.Rule{X: (l.geo.width - width) / 2, Y: (l.geo.size - thinRule) / 2, Width: width, Height: thinRule, Color: page.Black, Node: page.Artifact}
		return []row{{blank: true, items: []page.Item{rule}}}
	}
	return nil
}

// roleOf is the face of a level: 一、 in 黑体, （一） in 楷体, deeper ones in 仿宋
// (GB 7.3.3).
func roleOf(level int) Role {
	switch level {
	case 2:
		return Hei
	case 3:
		return Kai
	}
	return FangSong
}

// block sets one block of an article. parent is its node in the tree.
func (l *layouter) block(b bulletin.Block, parent int, in inset) []row {
	switch b := b.(type) {
	case *bulletin.Heading:
		if b.Level == 1 {
			return l.title(b, b.Text, 1, parent)
		}
		return l.heading(b, parent, in)
	case *bulletin.Banner:
		return l.title(b, b.Text, 1, parent)
	case *bulletin.Paragraph:
		return l.text(b, parent, in)
	case *bulletin.RunIn:
		return l.runIn(b, parent, in)
	case *bulletin.List:
		return l.list(b, parent, inset{in.left + l.cells(contentsIndent), in.right, in.role})
	case *bulletin.Quote:
		return l.quote(b, parent, in)
	case *bulletin.Code:
		return l.code(b, parent, in)
	case *bulletin.ArticleBreak, *bulletin.PageBreak:
		return nil // reading refuses them within other blocks
	case *bulletin.Table:
		return l.table(b, parent, in.left, l.within(in))
	case *bulletin.Figure:
		return l.figure(b, parent, in.left, l.within(in))
	case *bulletin.Note:
		l.unmarked(b, parent)
	}
	return nil
}

// heading sets a heading within an article: two cells in like a paragraph,
// and never parted from the text below it.
func (l *layouter) heading(h *bulletin.Heading, parent int, in inset) []row {
	r := run{size: l.geo.size}
	l.inlines(&r, h.Text, roleOf(h.Level), l.node(page.RoleHeading, h.Level, parent))
	rows := l.paragraph(r, l.indented(in))
	return kept(rows, h.At)
}

// kept returns the rows of a heading, which stay with the text below it.
func kept(rows []row, at diag.Pos) []row {
	for i := range rows {
		rows[i].keep, rows[i].at = true, at
	}
	return rows
}

// text sets a paragraph: two cells in (GB 7.3.3), a lead in the face of its
// level, a 供稿 line at the right.
func (l *layouter) text(p *bulletin.Paragraph, parent int, in inset) []row {
	node := l.node(page.RoleParagraph, 0, parent)
	r := run{size: l.geo.size}
	text := p.Text
	if p.Lead > 0 && len(text) > 0 {
		if lead, ok := text[0].(*bulletin.Strong); ok {
			l.inlines(&r, lead.Text, roleOf(p.Lead), node)
			text = text[1:]
		}
	}
	l.inlines(&r, text, in.role, node)
	if p.Credit {
		return l.credit(r, in)
	}
	return l.paragraph(r, l.indented(in))
}

// credit sets the 供稿 line: at the right edge when it fits one line.
func (l *layouter) credit(r run, in inset) []row {
	s, line := l.single(r, l.geo.cell())
	if line.Ink > l.within(in)-l.cells(contentsIndent) {
		return l.paragraph(r, l.indented(in))
	}
	return []row{{items: l.emit(s, line, l.geo.width-in.right-line.Ink, baseline(r.size))}}
}

// runIn sets an item of a column: mark, half a cell, head in 黑体, a cell, text.
func (l *layouter) runIn(b *bulletin.RunIn, parent int, in inset) []row {
	node := l.node(page.RoleParagraph, 0, parent)
	r := run{size: l.geo.size}
	r.add(b.Mark, FangSong, node, b.At)
	r.space(l.geo.cell()/2, true, node)
	l.inlines(&r, b.Head, Hei, node)
	if len(b.Text) > 0 {
		r.space(l.geo.cell(), false, node)
		l.inlines(&r, b.Text, in.role, node)
	}
	return l.paragraph(r, l.indented(in))
}
