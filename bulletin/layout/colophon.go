package layout

import (
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// colophon sets the 报尾: between two rules the lists of recipients, each
// hanging behind its label, and below thin rules the staff line and 共印N份.
func (l *layouter) colophon() tail {
	f := &l.issue.Front
	section := l.node(page.RoleSection, 0, 0)
	var parts [][]row
	if len(f.Lists) > 0 {
		parts = append(parts, l.recipients(f.Lists, section))
	}
	if line := l.staffLine(section); len(line) > 0 {
		parts = append(parts, line)
	}
	if f.Copies > 0 {
		parts = append(parts, l.copies(section))
	}
	return l.tail(parts)
}

// stack puts the parts above the foot of the 版心, thick rules around and thin
// ones between them, and counts the grid lines the whole takes.
func (l *layouter) stack(parts [][]row) block {
	var b block
	bottom := l.geo.height
	rule := func(y, thickness page.Length) {
		b.items = append(b.items, &page.Rule{Y: y, Width: l.geo.width, Height: thickness, Color: page.Black, Node: page.Artifact})
	}
	y := bottom - thickRule
	var texts [][]page.Item
	rule(y, thickRule)
	for p := len(parts) - 1; p >= 0; p-- {
		y -= colophonPad + colophonSize
		for i := len(parts[p]) - 1; i >= 0; i-- {
			texts = append(texts, shift(parts[p][i].items, 0, y))
			if i > 0 {
				y -= colophonPitch
			}
		}
		thickness := thinRule
		if p == 0 {
			thickness = thickRule
		}
		y -= colophonPad + thickness
		rule(y, thickness)
	}
	for i := len(texts) - 1; i >= 0; i-- { // in the order of reading
		b.items = append(b.items, texts[i]...)
	}
	for b.lines < l.geo.lines && l.geo.lineTop(l.geo.lines-b.lines-1)+l.geo.size+colophonClear > y {
		b.lines++
	}
	b.height = bottom - y
	return b
}

// colophonCell is the advance of the lists: the room behind a label of one
// character holds whole cells, 27 in 156 mm.
func (l *layouter) colophonCell() page.Length {
	return l.colophonRoom(0) / max(l.colophonRoom(0)/colophonSize, 1)
}

// colophonRoom is the width behind labels that need so much more room than one
// character.
func (l *layouter) colophonRoom(more page.Length) page.Length {
	return l.geo.width - l.colophonIndent() - colophonName - more
}

// recipients sets the lists 报, 送, 发, 增发, their names aligned behind the
// widest label; behind its own each where one label, 本期增发, is much wider.
func (l *layouter) recipients(lists []bulletin.Recipients, section int) []row {
	cell := l.colophonCell()
	shortest, longest := len([]rune(lists[0].Label.Text)), 1
	for _, r := range lists {
		n := len([]rune(r.Label.Text))
		shortest, longest = min(shortest, n), max(longest, n)
	}
	var rows []row
	for _, list := range lists {
		n := longest
		if longest-shortest > 1 {
			n = max(len([]rune(list.Label.Text)), 1)
		}
		if n > longestListLabel {
			l.findings.Add(list.Label.At, diag.Error, "称谓", "写短一些，例如 "+list.Key+": 呈报", "“%s”太长，最多%d个字", list.Label.Text, longestListLabel)
			n = longestListLabel
		}
		more := cell * page.Length(n-1)
		node := l.node(page.RoleParagraph, 0, section)
		r := run{size: colophonSize}
		r.phrase(list.Label, FangSong, node)
		r.add("：", FangSong, node, list.Label.At)
		label, line := l.single(r, cell)
		items := l.emit(label, line, l.colophonIndent(), baseline(colophonSize))
		names := l.names(list, node, more, cell)
		if len(names) == 0 {
			names = []row{{}}
		}
		names[0].items = append(items, names[0].items...)
		rows = append(rows, names...)
	}
	return rows
}

// longestListLabel is how many characters a label of the 报尾 may have: names
// need room beside it.
const longestListLabel = 12

// colophonIndent is the white at both sides: a cell, no wider one than that of
// 28 in 156 mm.
func (l *layouter) colophonIndent() page.Length {
	return min(l.cells(colophonIndent), 156*page.Mm/28)
}

// keepName is what a break within a name costs, in hundredths of a cell
// squared: a line gives a little to end between two recipients, and no more.
const keepName = 40

// names sets the names of one list to the right of the labels.
func (l *layouter) names(list bulletin.Recipients, node int, more, cell page.Length) []row {
	r := run{size: colophonSize}
	for _, p := range list.Names(l.issue.Style.Separators) {
		start := len(r.glyphs)
		r.phrase(p, FangSong, node)
		for i := start + 1; i < len(r.glyphs); i++ {
			r.glyphs[i].keep = keepName
		}
	}
	room := l.colophonRoom(more)
	set := typeset.Setting{Frame: typeset.Frame{First: room, Rest: room, Cell: cell}, Level: l.level()}
	s := l.shape(r, cell)
	var rows []row
	for _, line := range l.setter.Set(s.chars, set) {
		rows = append(rows, row{items: l.emit(s, line, colophonName+more, baseline(colophonSize))})
	}
	return rows
}

// staffLine sets 责任编辑, 校对, … in columns over as many lines as they need.
func (l *layouter) staffLine(section int) []row {
	cell := l.colophonCell()
	left, right := l.colophonIndent(), l.geo.width-l.colophonIndent()
	var rows []row
	x := right + 1
	for _, p := range l.issue.Staff {
		node := l.node(page.RoleParagraph, 0, section)
		r := run{size: colophonSize}
		r.phrase(p.Role, FangSong, node)
		r.add("：", FangSong, node, p.Role.At)
		r.phrase(p.Name, FangSong, node)
		s, line := l.single(r, cell)
		if line.Ink > right-left { // more than a line
			rows, x = append(rows, l.longStaff(s, len([]rune(p.Role.Text))+1)...), right+1
			continue
		}
		if x+line.Ink > right {
			rows, x = append(rows, row{}), left
		}
		last := &rows[len(rows)-1]
		last.items = append(last.items, l.emit(s, line, x, baseline(colophonSize))...)
		x += line.Ink + 2*cell
	}
	for i := range rows {
		rows[i].items = l.bridge(rows[i].items)
	}
	return rows
}

// longStaff sets a role whose names do not fit a line, turn lines behind the
// role.
func (l *layouter) longStaff(s *shaped, role int) []row {
	cell := l.colophonCell()
	left := l.colophonIndent()
	hang := left + min(cell*page.Length(role), (l.geo.width-2*left)/2)
	set := typeset.Setting{Frame: typeset.Frame{First: l.geo.width - 2*left, Rest: l.geo.width - left - hang, Cell: cell},
		Indent: left, Hang: hang, Level: l.level()}
	var rows []row
	for _, line := range l.setter.Set(s.chars, set) {
		rows = append(rows, row{items: l.emit(s, line, 0, baseline(colophonSize))})
	}
	return rows
}

// copies sets 共印N份 at the right.
func (l *layouter) copies(section int) []row {
	r := run{size: colophonSize}
	text := "共印" + strconv.Itoa(l.issue.Copies) + "份"
	r.add(text, FangSong, l.node(page.RoleParagraph, 0, section), l.issue.Keys["份数"])
	s, line := l.single(r, l.colophonCell())
	x := l.geo.width - l.colophonIndent() - line.Ink
	return []row{{items: l.emit(s, line, x, baseline(colophonSize))}}
}
