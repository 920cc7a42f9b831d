package layout

import (
	"cmp"
	"maps"
	"slices"

	"jianbao/bulletin/page"
)

// A markedLine is a line of text or a picture of a page, measured from the corner
// of the 版心 as its text runs.
type markedLine struct {
	top, bottom     page.Length
	node            int
	text            bool
	changed         bool
	drop, dropAfter bool
}

// lines returns the lines of a page from its head to its foot. Texts of a row of
// a table stand side by side on one line.
func (m *marker) lines(n int, p *page.Page) []markedLine {
	var found []markedLine
	last := map[int]page.Length{} // where each piece ends
	for _, it := range p.Items {
		if top, bottom, node, ok := m.extent(n, p, it); ok {
			_, text := it.(*page.Text)
			found = append(found, markedLine{top: top, bottom: bottom, text: text, node: node})
			last[m.owner[node]] = max(last[m.owner[node]], bottom)
		}
	}
	for i := range found {
		l, o := &found[i], m.owner[found[i].node]
		l.changed = m.changes[o]
		l.drop = m.drops[o] && !m.begun[o]
		l.dropAfter = o == m.dropEnd && n == m.ends[o] && l.bottom == last[o]
		m.begun[o] = true
	}
	m.alignRows(found)
	slices.SortStableFunc(found, func(a, b markedLine) int { return cmp.Compare(a.top, b.top) })
	var out []markedLine
	for _, l := range found {
		if k := len(out) - 1; k >= 0 && out[k].holds(l) {
			out[k].join(l)
			continue
		}
		out = append(out, l)
	}
	return out
}

// alignRows moves the lines of a row of a table to those of the cell that has the
// most: cells stand in the middle of their row, and lines between lines would be
// counted.
func (m *marker) alignRows(found []markedLine) {
	rows := map[int]map[int][]markedLine{} // by row and cell
	for _, l := range found {
		if row, cell := m.cellOf(l.node); row >= 0 {
			if rows[row] == nil {
				rows[row] = map[int][]markedLine{}
			}
			if cells := rows[row][cell]; len(cells) == 0 || !cells[len(cells)-1].holds(l) {
				rows[row][cell] = append(cells, l)
			}
		}
	}
	for i := range found {
		row, _ := m.cellOf(found[i].node)
		if row < 0 {
			continue
		}
		var most []markedLine
		for _, cell := range slices.Sorted(maps.Keys(rows[row])) {
			if lines := rows[row][cell]; len(lines) > len(most) {
				most = lines
			}
		}
		l := &found[i]
		near := slices.MinFunc(most, func(a, b markedLine) int { return cmp.Compare(a.apart(*l), b.apart(*l)) })
		l.top, l.bottom = near.top, near.bottom
	}
}

// cellOf returns the nodes of the row and the cell of a table that a node stands
// in; -1 outside tables.
func (m *marker) cellOf(node int) (row, cell int) {
	for i := node; i >= 0; i = m.doc.Tree[i].Parent {
		if r := m.doc.Tree[i].Role; r == page.RoleCell || r == page.RoleHeadCell {
			return m.doc.Tree[i].Parent, i
		}
	}
	return -1, -1
}

// apart is how far the middles of two lines stand apart, twice.
func (l markedLine) apart(other markedLine) page.Length {
	d := l.top + l.bottom - other.top - other.bottom
	return max(d, -d)
}

// holds reports whether a text stands on the line of another: half of it or more
// beside that.
func (l markedLine) holds(other markedLine) bool {
	shared := min(l.bottom, other.bottom) - max(l.top, other.top)
	return 2*shared >= min(l.bottom-l.top, other.bottom-other.top)
}

func (l *markedLine) join(other markedLine) {
	if !l.text || other.text && other.bottom-other.top > l.bottom-l.top {
		l.top, l.bottom = other.top, other.bottom
	}
	l.text = l.text || other.text
	l.changed = l.changed || other.changed
	l.drop = l.drop || other.drop
	l.dropAfter = l.dropAfter || other.dropAfter
}

// extent returns where an item of the text begins and ends across the lines, and
// its node.
func (m *marker) extent(n int, p *page.Page, it page.Item) (top, bottom page.Length, node int, ok bool) {
	switch it := it.(type) {
	case *page.Text:
		y := it.Y - m.geo.top
		if p.Turned && it.Turn == 1 {
			y = it.X - m.geo.left(n)
		}
		return y - baseline(it.Size), y - baseline(it.Size) + it.Size, it.Node, it.Node != page.Artifact
	case *page.Image:
		if p.Turned {
			x := it.X - m.geo.left(n)
			return x, x + it.Width, it.Node, it.Node != page.Artifact
		}
		return it.Y - m.geo.top, it.Y - m.geo.top + it.Height, it.Node, it.Node != page.Artifact
	}
	return 0, 0, 0, false
}
