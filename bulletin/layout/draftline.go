package layout

import (
	"cmp"
	"slices"

	"jianbao/bulletin/page"
)

// A markedLine is a line of text or a picture of a page, measured from the corner
// of the 版心 as its text runs.
type markedLine struct {
	top, bottom     page.Length
	text            bool
	changed         bool
	drop, dropAfter bool
}

// lines returns the lines of a page from its head to its foot. Texts of a row of
// a table stand side by side on one line.
func (m *marker) lines(n int, p *page.Page) []markedLine {
	last := map[int]page.Length{} // where each piece ends
	var found []markedLine
	var owners []int
	for _, it := range p.Items {
		if top, bottom, node, ok := m.extent(n, p, it); ok {
			_, text := it.(*page.Text)
			found = append(found, markedLine{top: top, bottom: bottom, text: text})
			owners = append(owners, m.owner[node])
			last[m.owner[node]] = max(last[m.owner[node]], bottom)
		}
	}
	order := make([]int, len(found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(found[a].top, found[b].top) })
	var out []markedLine
	for _, i := range order {
		l, o := found[i], owners[i]
		l.changed = m.changes[o]
		l.drop = m.drops[o] && !m.begun[o]
		l.dropAfter = o == m.dropEnd && n == m.ends[o] && l.bottom == last[o]
		m.begun[o] = true
		if k := len(out) - 1; k >= 0 && out[k].holds(l) {
			out[k].join(l)
			continue
		}
		out = append(out, l)
	}
	return out
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
