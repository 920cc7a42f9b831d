package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// listStep is how far a list stands within the one around it, in cells;
// deeper lists than listDeepest stand no further in.
const (
	listStep    = 1
	listDeepest = 8
)

// list sets a list, its markers as typed, its lines hanging behind them. The
// markers stand at the left edge of the inset.
func (l *layouter) list(b *bulletin.List, parent int, in inset) []row {
	list := l.node(page.RoleList, 0, parent)
	l.doc.Tree[list].Ordered = b.Ordered
	var rows []row
	for _, item := range b.Items {
		rows = append(rows, l.listItem(item, l.node(page.RoleListItem, 0, list), in)...)
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

// listRole is the face of the marker: the dot of 仿宋 is too fine.
func listRole(item *bulletin.ListItem) Role {
	if listMarker(item) == "•" {
		return Hei
	}
	return FangSong
}

func (l *layouter) listItem(item *bulletin.ListItem, node int, in inset) []row {
	r := run{size: l.geo.size}
	r.add(listMarker(item), listRole(item), l.node(page.RoleLabel, 0, node), item.At)
	r.space(l.geo.cell()/2, true, node)
	_, width := l.single(r, l.geo.cell())
	hang := inset{in.left + width.Width, in.right, in.role}
	rest := item.Blocks
	if len(rest) > 0 {
		if p, ok := rest[0].(*bulletin.Paragraph); ok {
			l.inlines(&r, p.Text, in.role, node)
			rest = rest[1:]
		}
	}
	rows := l.paragraph(r, l.frame(in.left, hang.left, in.right))
	if len(rows) > 0 && len(rest) > 0 && len(rest) == len(item.Blocks) { // nothing stands beside the marker
		rows[len(rows)-1].tied = true
	}
	for _, b := range rest {
		switch b := b.(type) {
		case *bulletin.List:
			rows = append(rows, l.list(b, node, l.deeper(in))...)
		case *bulletin.Paragraph:
			more := run{size: l.geo.size}
			l.inlines(&more, b.Text, in.role, l.node(page.RoleParagraph, 0, node))
			rows = append(rows, l.paragraph(more, l.frame(hang.left, hang.left, in.right))...)
		default:
			rows = append(rows, l.block(b, node, hang)...)
		}
	}
	return rows
}

// deeper is the inset of a list within another.
func (l *layouter) deeper(in inset) inset {
	if in.left < l.cells(contentsIndent+listDeepest) && l.within(in) > l.geo.width/2 {
		in.left += l.cells(listStep)
	}
	return in
}
