package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// body sets the articles.
func (l *layouter) body() []row {
	var rows []row
	article := l.node(page.RoleSection, 0, 0)
	for i, b := range l.issue.Body {
		if h, ok := b.(*bulletin.Heading); ok && h.Level == 1 && i > 0 {
			article = l.node(page.RoleSection, 0, 0)
		}
		if _, ok := b.(*bulletin.PageBreak); ok {
			rows = append(rows, row{blank: true, turn: true})
			continue
		}
		rows = append(rows, l.block(b, article)...)
		if n := len(rows); n > 0 {
			rows[n-1].notes = append(rows[n-1].notes, l.loose...)
			l.loose = nil
		}
	}
	if len(rows) > 0 && !rows[0].blank {
		rows = append([]row{{blank: true}}, rows...)
	}
	return rows
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
func (l *layouter) block(b bulletin.Block, parent int) []row {
	switch b := b.(type) {
	case *bulletin.Heading:
		if b.Level == 1 {
			return l.title(b.Text, 1, parent)
		}
		return l.heading(b, parent)
	case *bulletin.Banner:
		return l.title(b.Text, 1, parent)
	case *bulletin.Paragraph:
		return l.text(b, parent)
	case *bulletin.RunIn:
		return l.runIn(b, parent)
	case *bulletin.List:
		return l.list(b, parent, contentsIndent)
	case *bulletin.Quote:
		return l.quote(b, parent)
	case *bulletin.Code:
		return l.code(b, parent)
	case *bulletin.ArticleBreak:
		return []row{{blank: true}}
	case *bulletin.PageBreak:
		return nil // reading refuses it within other blocks
	case *bulletin.Table:
		l.findings.Add(b.At, diag.Error, "未支持", "先改用文字表述；只要网页时可用 --only html", "表格还不能排到纸面上")
	case *bulletin.Figure:
		return l.figure(b, parent, 0, l.geo.width)
	case *bulletin.Note:
		l.unmarked(b, parent)
	}
	return nil
}

// heading sets a heading within an article: two cells in like a paragraph,
// and never parted from the text below it.
func (l *layouter) heading(h *bulletin.Heading, parent int) []row {
	r := run{size: l.geo.size}
	l.inlines(&r, h.Text, roleOf(h.Level), l.node(page.RoleHeading, h.Level, parent))
	rows := l.paragraph(r, l.frame(l.cells(contentsIndent), 0, 0))
	return kept(rows)
}

func kept(rows []row) []row {
	for i := range rows {
		rows[i].keep = true
	}
	return rows
}

// text sets a paragraph: two cells in (GB 7.3.3), a lead in the face of its
// level, a 供稿 line at the right.
func (l *layouter) text(p *bulletin.Paragraph, parent int) []row {
	node := l.node(page.RoleParagraph, 0, parent)
	r := run{size: l.geo.size}
	text := p.Text
	if p.Lead > 0 && len(text) > 0 {
		if lead, ok := text[0].(*bulletin.Strong); ok {
			l.inlines(&r, lead.Text, roleOf(p.Lead), node)
			text = text[1:]
		}
	}
	l.inlines(&r, text, FangSong, node)
	if p.Credit {
		return l.credit(r)
	}
	return l.paragraph(r, l.frame(l.cells(contentsIndent), 0, 0))
}

// credit sets the 供稿 line: at the right edge when it fits one line.
func (l *layouter) credit(r run) []row {
	s, line := l.single(r, l.geo.cell())
	if line.Ink > l.geo.width-l.cells(contentsIndent) {
		return l.paragraph(r, l.frame(l.cells(contentsIndent), 0, 0))
	}
	return []row{{items: l.emit(s, line, l.geo.width-line.Ink, baseline(r.size))}}
}

// runIn sets an item of a column: mark, half a cell, head in 黑体, a cell, text.
func (l *layouter) runIn(b *bulletin.RunIn, parent int) []row {
	node := l.node(page.RoleParagraph, 0, parent)
	r := run{size: l.geo.size}
	r.add(b.Mark, FangSong, node, b.At)
	r.space(l.geo.cell()/2, true, node)
	l.inlines(&r, b.Head, Hei, node)
	if len(b.Text) > 0 {
		r.space(l.geo.cell(), false, node)
		l.inlines(&r, b.Text, FangSong, node)
	}
	return l.paragraph(r, l.frame(l.cells(contentsIndent), 0, 0))
}

// listStep is how far a list stands within the one around it, in cells;
// deeper lists than listDeepest stand no further in.
const (
	listStep    = 1
	listDeepest = 8
)

// list sets a list, its markers as typed, its lines hanging behind them.
func (l *layouter) list(b *bulletin.List, parent, indent int) []row {
	list := l.node(page.RoleList, 0, parent)
	var rows []row
	for _, item := range b.Items {
		node := l.node(page.RoleListItem, 0, list)
		rows = append(rows, l.listItem(item, node, indent)...)
	}
	return rows
}

// listMarker is the mark of an item as it is printed: numbers as typed, a dot
// for the signs of Markdown.
func listMarker(item *bulletin.ListItem) string {
	switch item.Marker {
	case "-", "*", "+":
		return "•"
	}
	return item.Marker
}

func (l *layouter) listItem(item *bulletin.ListItem, node, indent int) []row {
	r := run{size: l.geo.size}
	r.add(listMarker(item), FangSong, node, item.At)
	r.space(l.geo.cell()/2, true, node)
	_, width := l.single(r, l.geo.cell())
	hang := l.cells(indent) + width.Width
	rest := item.Blocks
	if len(rest) > 0 {
		if p, ok := rest[0].(*bulletin.Paragraph); ok {
			l.inlines(&r, p.Text, FangSong, node)
			rest = rest[1:]
		}
	}
	rows := l.paragraph(r, l.frame(l.cells(indent), hang, 0))
	for _, b := range rest {
		switch b := b.(type) {
		case *bulletin.List:
			rows = append(rows, l.list(b, node, min(indent+listStep, contentsIndent+listDeepest))...)
		case *bulletin.Paragraph:
			more := run{size: l.geo.size}
			l.inlines(&more, b.Text, FangSong, l.node(page.RoleParagraph, 0, node))
			rows = append(rows, l.paragraph(more, l.frame(hang, hang, 0))...)
		default:
			rows = append(rows, l.block(b, node)...)
		}
	}
	return rows
}

// quote sets a quotation in 楷体, two cells in on both sides.
func (l *layouter) quote(b *bulletin.Quote, parent int) []row {
	quote := l.node(page.RoleQuote, 0, parent)
	in := l.cells(contentsIndent)
	var rows []row
	for _, block := range b.Blocks {
		p, ok := block.(*bulletin.Paragraph)
		if !ok {
			rows = append(rows, l.block(block, quote)...)
			continue
		}
		r := run{size: l.geo.size}
		l.inlines(&r, p.Text, Kai, l.node(page.RoleParagraph, 0, quote))
		rows = append(rows, l.paragraph(r, l.frame(2*in, in, in))...)
	}
	return rows
}

// code sets a fenced block line by line as it was typed.
func (l *layouter) code(b *bulletin.Code, parent int) []row {
	node := l.node(page.RoleParagraph, 0, parent)
	in := l.cells(contentsIndent)
	var rows []row
	for _, line := range b.Lines {
		r := run{size: l.geo.size}
		r.add(line.String, FangSong, node, line.At)
		set := l.frame(in, in, 0)
		set.Ragged = true
		rows = append(rows, l.paragraph(r, set)...)
	}
	return rows
}
