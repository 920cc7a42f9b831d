package layout

import "jianbao/bulletin/page"

// gridLines returns how many grid lines a row takes whose longest cell has so
// many lines, and whether it is so long that a page may end within it.
func (f *tableForm) gridLines(lines int) (n int, long bool) {
	height := f.size + page.Length(max(lines-1, 0))*f.leading + 2*tableWhite
	n = max(int((height+f.pitch-1)/f.pitch), f.least)
	if n > max(f.lines/2, f.least) {
		per := f.perLine()
		return max((lines+per-1)/per, f.least), true
	}
	return n, false
}

// perLine is how many lines of a cell of a long row share a grid line, so that
// none lies across two of them.
func (f *tableForm) perLine() int {
	return max(1, int(f.pitch/f.size.Times(115, 100)))
}

// gap is half the white between the em boxes of two grid lines, where the
// rules lie.
func (f *tableForm) gap() page.Length { return (f.pitch - f.em) / 2 }

// gridRows sets the table on the lines of the grid, the head to be set again
// on every page.
func (s *tableSetter) gridRows() []row {
	var rows []row
	var head []row
	for i := range s.rows {
		lines := s.row(i)
		switch {
		case i == 0 && s.head:
			lines[len(lines)-1].tied = true // with the first row
			if len(lines) <= s.lines/3 {    // else little would be left for the rest
				head = lines
			}
		case head != nil:
			s.repeat(lines, head, len(rows) == len(head))
		}
		rows = append(rows, lines...)
	}
	return rows
}

// repeat gives the lines of a row the head to set again above them: the first
// line, and the others where a page may end between them. Below the head
// itself the first line needs none.
func (s *tableSetter) repeat(lines, head []row, first bool) {
	for k := range lines {
		if k == 0 && first || k > 0 && lines[k-1].tied {
			continue
		}
		for _, h := range head {
			lines[k].head = append(lines[k].head, row{items: copied(h.items)})
		}
	}
}

// row sets row i: its rules, and cell after cell its lines.
func (s *tableSetter) row(i int) []row {
	n, long := s.gridLines(s.most(i))
	lines := make([]row, n)
	for k := range lines {
		lines[k] = row{cells: true, tied: k+1 < n && !long, items: s.verticals()}
	}
	for k := range n - 1 {
		if !lines[k].tied { // a page may end here
			edge := row{}
			s.horizontal(&edge, s.pitch-s.gap(), false)
			lines[k].foot = edge.items
		}
	}
	s.horizontal(&lines[0], -s.gap(), i == 0)
	s.horizontal(&lines[n-1], s.pitch-s.gap(), i+1 == len(s.rows))
	for j, c := range s.rows[i] {
		for k := range c.lines {
			at, y := s.place(k, len(c.lines), n, long)
			lines[at].items = append(lines[at].items, s.emitLine(c, k, &s.columns[j], y+baseline(s.size))...)
		}
	}
	return lines
}

// most is how many lines the longest cell of row i has.
func (s *tableSetter) most(i int) int {
	most := 0
	for _, c := range s.rows[i] {
		most = max(most, len(c.lines))
	}
	return most
}

// place returns the grid line of its row in which line k of a cell stands, and
// where: in the middle of a short row, all in its first line; from the head of
// a long one, where pages may end.
func (s *tableSetter) place(k, lines, height int, long bool) (int, page.Length) {
	if long {
		per := s.perLine()
		room := s.pitch / page.Length(per)
		return k / per, page.Length(k%per)*room + (room-s.size)/2 - s.gap()
	}
	text := s.size + page.Length(lines-1)*s.leading
	return 0, (page.Length(height)*s.pitch-text)/2 - s.gap() + page.Length(k)*s.leading
}

// verticals are the rules between columns in one grid line, reaching from the
// middle of the white above to the middle of the white below.
func (s *tableSetter) verticals() []page.Item {
	rule := func(x, width page.Length) page.Item {
		return &page.Rule{X: x, Y: -s.gap(), Width: width, Height: s.pitch, Color: page.Black, Node: page.Artifact}
	}
	items := []page.Item{rule(s.x, tableOuter)}
	for _, c := range s.columns[1:] {
		items = append(items, rule(c.left-tableInner/2, tableInner))
	}
	return append(items, rule(s.x+s.measure-tableOuter, tableOuter))
}

// horizontal adds a rule about y over the whole table, thick at its ends.
// Where a page ends within the table the thin one says that it goes on.
func (s *tableSetter) horizontal(r *row, y page.Length, end bool) {
	height := tableInner
	if end {
		height = tableOuter
	}
	r.items = append(r.items, &page.Rule{X: s.x, Y: y - height/2, Width: s.measure, Height: height, Color: page.Black, Node: page.Artifact})
}
