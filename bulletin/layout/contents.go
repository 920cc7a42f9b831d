package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// contents sets the 导读: its title in 黑体, the items in 楷体 behind their
// mark, turn lines under the text.
func (l *layouter) contents() []row {
	c := l.issue.Contents
	if c.Off || len(c.Groups) == 0 {
		return nil
	}
	toc := l.node(page.RoleContents, 0, 0)
	indent := l.cells(contentsIndent)
	var rows []row
	if c.Title.Text != "" {
		rows = append(rows, l.line(c.Title, Hei, page.RoleParagraph, toc)...)
	}
	for _, g := range c.Groups {
		if g.Title.Text != "" {
			rows = append(rows, l.line(g.Title, Hei, page.RoleParagraph, toc)...)
		}
		for _, item := range g.Items {
			node := l.node(page.RoleEntry, 0, toc)
			r := run{size: l.geo.size}
			r.phrase(c.Mark, FangSong, node)
			hang := indent
			if c.Mark.Text != "" {
				r.space(l.geo.cell()/2, true, node)
				hang += l.cells(len([]rune(c.Mark.Text))) + l.geo.cell()/2
			}
			l.wideBlanks(&r, item, Kai, node)
			rows = append(rows, l.paragraph(r, l.frame(indent, hang, 0))...)
		}
	}
	for i := range rows {
		rows[i].keep = false
	}
	return rows
}

// line sets one phrase as a paragraph that begins two cells in and stays with
// what follows.
func (l *layouter) line(p bulletin.Phrase, role Role, kind page.Role, parent int) []row {
	r := run{size: l.geo.size}
	r.phrase(p, role, l.node(kind, 0, parent))
	return l.paragraph(r, l.frame(l.cells(contentsIndent), l.cells(contentsIndent), 0))
}

// wideBlanks adds a phrase whose typed blanks between Han take a whole cell.
func (l *layouter) wideBlanks(r *run, p bulletin.Phrase, role Role, node int) {
	start := len(r.glyphs)
	r.phrase(p, role, node)
	l.widen(r.glyphs[start:], l.geo.cell())
}

// widen makes blanks between Han gaps of a given width that may end a line.
func (l *layouter) widen(glyphs []glyph, width page.Length) {
	for i := range glyphs {
		if glyphs[i].r == ' ' && i > 0 && i+1 < len(glyphs) && glyphs[i-1].r >= 0x2E80 && glyphs[i+1].r >= 0x2E80 {
			glyphs[i].gap = width
		}
	}
}

// editorNote sets the 编者按 between 导读 and the first article, in 楷体.
func (l *layouter) editorNote() []row {
	note := l.issue.EditorNote
	if len(note) == 0 {
		return nil
	}
	section := l.node(page.RoleSection, 0, 0)
	rows := []row{{blank: true}}
	for i, b := range note {
		r := run{size: l.geo.size}
		node := l.node(page.RoleParagraph, 0, section)
		if i == 0 && l.issue.EditorNoteLabel.Text != "" {
			r.phrase(l.issue.EditorNoteLabel, Hei, node)
			r.add("：", Hei, node, l.issue.EditorNoteLabel.At)
		}
		p, ok := b.(*bulletin.Paragraph)
		if !ok {
			rows = append(rows, l.block(b, section, inset{role: Kai})...)
			continue
		}
		l.inlines(&r, p.Text, Kai, node)
		rows = append(rows, l.paragraph(r, l.frame(l.cells(contentsIndent), 0, 0))...)
	}
	return rows
}
