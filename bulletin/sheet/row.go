package sheet

import (
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// A ruled is a line that was measured: a block for each column.
type ruled struct {
	blocks []*layout.Block
	across bool
	bold   bool
	least  page.Length
}

// measure sets the texts of a line; of one that is only said again, as no part of
// the text.
func (t *Table) measure(l Line, again bool) ruled {
	r := ruled{bold: l.Bold, least: l.Least, across: !l.Across.Empty()}
	role := layout.FangSong
	if l.Bold {
		role = layout.Hei
	}
	node := func(page.Role) int { return page.Artifact }
	if !again {
		tr := t.Node(page.RoleRow, t.node)
		node = func(role page.Role) int { return t.Node(role, tr) }
	}
	if r.across {
		typ, cell := layout.Type{Role: layout.Hei, Size: TextSize}, node(page.RoleCell)
		t.Span(cell, len(t.Columns))
		r.blocks = []*layout.Block{t.Lines(typ, cell, t.Width-2*sheetMargin-2*cellPad, l.Across...)}
		return r
	}
	for i, c := range t.Columns {
		kind, size := page.RoleCell, c.size()
		if l.Bold {
			kind, size = page.RoleHeadCell, TextSize
		}
		typ, measure := layout.Type{Role: role, Size: size}, c.Width-2*cellPad
		if c.Prose && !l.Bold {
			r.blocks = append(r.blocks, t.Paragraph(typ, node(kind), measure, 0, 0, l.Cells[i]...))
		} else {
			r.blocks = append(r.blocks, t.Lines(typ, node(kind), measure, l.Cells[i]...))
		}
	}
	return r
}

// height is how high a row stands.
func (r ruled) height() page.Length {
	h := r.least
	for _, b := range r.blocks {
		h = max(h, b.Height()+2*cellWhite)
	}
	return h
}

// split parts a row into what a height holds and the rest.
func (r ruled) split(room page.Length) (head, rest ruled, ok bool) {
	head, rest = r, r
	head.blocks, rest.blocks, head.least, rest.least = nil, nil, 0, 0
	for _, b := range r.blocks {
		n := 0
		for n < b.Len() && b.Part(0, n+1).Height()+2*cellWhite <= room {
			n++
		}
		ok = ok || n > 0 && n < b.Len()
		head.blocks, rest.blocks = append(head.blocks, b.Part(0, n)), append(rest.blocks, b.Part(n, b.Len()))
	}
	return head, rest, ok
}

// place draws a row and the rule above it.
func (t *Table) place(r ruled) {
	h := r.height()
	t.rule(sheetMargin, t.y, t.Width-2*sheetMargin, 0, t.y == t.open)
	x := sheetMargin
	var items []page.Item
	for i, b := range r.blocks {
		width, align := t.Width-2*sheetMargin, layout.Left
		if !r.across {
			width, align = t.Columns[i].Width, t.Columns[i].Align
			t.rule(x, t.y, 0, h, i == 0)
		}
		if r.bold {
			align = layout.Centre
		}
		items = append(items, t.Items(b, x+cellPad, t.y+(h-b.Height())/2, width-2*cellPad, align)...)
		x += width
	}
	if r.across {
		t.rule(sheetMargin, t.y, 0, h, true)
	}
	t.rule(t.Width-sheetMargin, t.y, 0, h, true)
	t.page.Items = append(t.page.Items, t.Row(items)...)
	t.y += h
}

// rule draws a rule centred on an edge; one of width or height is 0.
func (t *Table) rule(x, y, w, h page.Length, outer bool) {
	t.page.Items = append(t.page.Items, RuleOn(x, y, w, h, outer))
}

// RuleOn returns a rule centred on an edge; one of width or height is 0. The rules
// around a table are thicker than those within.
func RuleOn(x, y, w, h page.Length, outer bool) *page.Rule {
	thick := innerRule
	if outer {
		thick = outerRule
	}
	r := &page.Rule{X: x - thick/2, Y: y - thick/2, Width: w + thick, Height: h + thick, Color: page.Black, Node: page.Artifact}
	return r
}
