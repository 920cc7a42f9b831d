package layout

import (
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// editorNote sets the 编者按 between 导读 and the first article: in 楷体, two
// cells in on both sides, its label in 黑体 (practice). It has no box: one that
// breaks over two pages reads as two notes, and its rules stand on no grid
// line.
func (l *layouter) editorNote() []row {
	note := l.issue.EditorNote
	if len(note) == 0 {
		return nil
	}
	section := l.node(page.RoleSection, 0, 0)
	side := l.cells(l.narrow())
	in := inset{left: side, right: side, role: Kai}
	rows := append([]row{{blank: true}}, l.labelled(&note, section, in)...)
	for _, b := range note {
		rows = append(rows, l.block(b, section, in)...)
	}
	return l.withLoose(rows)
}

// narrow returns by how many cells the note stands in at each side: two, fewer
// where lines are short.
func (l *layouter) narrow() int { return min(contentsIndent, max(l.geo.cells-noteLeast, 0)/2) }

// labelled sets the label of the note: before the words of a first paragraph,
// which it takes from the note, else on a line of its own.
func (l *layouter) labelled(note *[]bulletin.Block, section int, in inset) []row {
	label := l.issue.EditorNoteLabel
	if strings.TrimSpace(label.Text) == "" {
		return nil
	}
	r := run{size: l.geo.size}
	node := l.node(page.RoleParagraph, 0, section)
	r.phrase(label, Hei, node)
	if !ended(label.Text) {
		r.add("：", Hei, node, label.At)
	}
	p, ok := (*note)[0].(*bulletin.Paragraph)
	if !ok || p.Credit {
		return kept(l.paragraph(r, l.indented(in)), label.At)
	}
	*note = (*note)[1:]
	l.inlines(&r, p.Text, in.role, node)
	return l.paragraph(r, l.indented(in))
}

// ended reports whether the editor ended a label his own way.
func ended(label string) bool {
	for _, end := range []string{"：", ":", "】", "〕"} {
		if strings.HasSuffix(label, end) {
			return true
		}
	}
	return false
}
