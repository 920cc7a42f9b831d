package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// The grid of a proof: thin lines in a blue that lies under the text.
const (
	gridRule = 100 * micron
	areaRule = 250 * micron
)

var (
	gridColor = page.Color{R: 0xBF, G: 0xDD, B: 0xF5}
	areaColor = page.Color{R: 0x8F, G: 0xBF, B: 0xE8}
)

// DrawGrid draws the cells, the lines and the 版心 of an issue under the text
// of its pages, for the printer.
func DrawGrid(d *page.Document, issue *bulletin.Issue) {
	g := newGeometry(issue.Style)
	for n, p := range d.Pages {
		var items []page.Item
		if p.Turned {
			side := g
			side.width, side.height = g.height, g.width
			side.lines = 1 + int((side.height-g.size)/g.pitch())
			side.height = g.pitch()*page.Length(side.lines-1) + g.size
			side.cells = int(side.width / g.cell())
			for _, it := range append(side.grid(g.cell()), frame(g.height, g.width)...) {
				items = append(items, turned(it, g.left(n), g.top+g.height))
			}
		} else {
			items = shift(append(g.grid(0), frame(g.width, g.height)...), g.left(n), g.top)
		}
		p.Items = append(items, p.Items...)
	}
}

// grid returns the boxes of the cells of every line, from the corner of the
// 版心. cell is their width; 0 for that which fills the measure.
func (g geometry) grid(cell page.Length) []page.Item {
	var items []page.Item
	rule := func(x, y, w, h page.Length) {
		items = append(items, &page.Rule{X: x, Y: y, Width: w, Height: h, Color: gridColor, Node: page.Artifact})
	}
	width := g.width
	if cell > 0 {
		width = cell * page.Length(g.cells)
	}
	for k := range g.lines {
		top := g.lineTop(k)
		rule(0, top, width, gridRule)
		rule(0, top+g.size-gridRule, width, gridRule)
		for c := range g.cells + 1 {
			x := width.Times(int64(c), int64(g.cells))
			rule(min(max(x-gridRule/2, 0), width-gridRule), top, gridRule, g.size)
		}
	}
	return items
}

// frame returns the edges of an area.
func frame(w, h page.Length) []page.Item {
	var items []page.Item
	for _, r := range [][4]page.Length{
		{-areaRule, -areaRule, w + 2*areaRule, areaRule}, {-areaRule, h, w + 2*areaRule, areaRule},
		{-areaRule, 0, areaRule, h}, {w, 0, areaRule, h},
	} {
		items = append(items, &page.Rule{X: r[0], Y: r[1], Width: r[2], Height: r[3], Color: areaColor, Node: page.Artifact})
	}
	return items
}
