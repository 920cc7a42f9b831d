package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// quote sets a quotation in 楷体, two cells in on both sides.
func (l *layouter) quote(b *bulletin.Quote, parent int, in inset) []row {
	quote := l.node(page.RoleQuote, 0, parent)
	inner := inset{in.left, in.right, Kai}
	if two := l.cells(contentsIndent); l.within(in) > l.geo.width/2 {
		inner.left, inner.right = in.left+two, in.right+two
	}
	var rows []row
	for _, block := range b.Blocks {
		rows = append(rows, l.block(block, quote, inner)...)
	}
	return rows
}

// code sets a fenced block line by line as it was typed. Each line is a
// paragraph, or the last word of one were read together with the first of the
// next.
func (l *layouter) code(b *bulletin.Code, parent int, in inset) []row {
	left := in.left + l.cells(contentsIndent)
	var rows []row
	for _, line := range b.Lines {
		r := run{size: l.geo.size}
		r.add(line.String, FangSong, l.node(page.RoleParagraph, 0, parent), line.At)
		for i := range r.glyphs {
			if g := &r.glyphs[i]; g.r == ' ' { // blanks are part of code
				g.gap, g.fixed = l.geo.cell()/2, true
			}
		}
		set := l.frame(left, left, in.right)
		set.Ragged = true
		rows = append(rows, l.paragraph(r, set)...)
	}
	return rows
}
