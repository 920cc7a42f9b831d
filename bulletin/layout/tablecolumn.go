package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// alignment is where the lines of a column stand.
type alignment int

const (
	flush   alignment = iota // at the left, the right edge even
	centred                  // in the middle
	ends                     // at the right
	decimal                  // numbers one above another, in the middle
)

// A tableColumn is one column of a table in its place.
type tableColumn struct {
	extent
	numbers       bool        // its body holds numbers and nothing else
	before, after page.Length // widest number up to, and from, its decimal point
	left, width   page.Length // from rule to rule, left from the edge of the 版心
	frame         page.Length // left edge of the lines
	align         alignment
}

// try sets every cell in a form, and reports whether all find room.
func (s *tableSetter) try(form tableForm) bool {
	s.tableForm = form
	for _, row := range s.rows {
		for _, c := range row {
			s.measureCell(c, s.size)
		}
	}
	for i := range s.columns {
		s.extend(i)
	}
	for range mostTries {
		if !s.placeColumns() {
			return false
		}
		fit := true
		for i := range s.columns {
			fit = s.setColumn(i) && fit
		}
		if fit {
			return true
		}
	}
	return false
}

// mostTries is how often columns are widened in which a line found no room: a
// word that may be parted in a narrow column stays whole in a wider one.
const mostTries = 8

// placeColumns shares the measure among the columns.
func (s *tableSetter) placeColumns() bool {
	extents := make([]extent, len(s.columns))
	for i, c := range s.columns {
		extents[i] = c.extent
	}
	widths, ok := columnWidths(extents, s.measure, s.cost)
	left := s.x
	for i := range widths {
		s.columns[i].left, s.columns[i].width = left, widths[i]
		left += widths[i]
	}
	return ok
}

// pad is the white left and right in a cell.
func (f *tableForm) pad() page.Length { return f.size / tablePad }

// extend finds how wide a column must be and would like to be.
func (s *tableSetter) extend(column int) {
	c := &s.columns[column]
	c.extent, c.before, c.after = extent{}, 0, 0
	for _, row := range s.rows {
		cell := row[column]
		c.least, c.natural = max(c.least, cell.least(s.size, s.broken)), max(c.natural, cell.natural)
		if cell.integer >= 0 && c.numbers {
			c.before, c.after = max(c.before, cell.before), max(c.after, cell.natural-cell.before)
		}
	}
	c.least = max(c.least, c.before+c.after) + 2*s.pad()
	c.natural = min(max(c.natural+2*s.pad(), c.least), max(widestNatural*s.measure, c.least))
}

// widestNatural is the most that a column may like, in measures: beyond that
// nothing differs.
const widestNatural = 50

// cost is what a table costs with columns of these widths: its grid lines,
// names and dates that are parted, and as the least evil its lines of text.
func (s *tableSetter) cost(widths []page.Length) int64 {
	cost := int64(0)
	for _, row := range s.rows {
		most := 0
		for i, c := range row {
			n := c.linesIn(widths[i] - 2*s.pad())
			most = max(most, n)
			cost += int64(n)
			if n > len(c.parts) && c.natural <= shortCell*s.size {
				cost += costShort
			}
		}
		n, _ := s.gridLines(most)
		cost += costGridLine * int64(n)
	}
	return cost
}

// setColumn sets the cells of a column. Where lines are justified their
// measure is a whole number of characters, so that no line need be stretched.
// Where a line finds no room the column is to be wider, and it reports false.
func (s *tableSetter) setColumn(column int) bool {
	c := &s.columns[column]
	inner := c.width - 2*s.pad()
	frame, oneLine, whole := inner/s.size*s.size, true, page.Length(0)
	for _, row := range s.rows {
		oneLine = oneLine && (row[column].head || len(row[column].parts) < 2 && row[column].natural <= inner)
		whole = max(whole, row[column].least(s.size, s.broken))
	}
	c.align = s.alignment(column, oneLine)
	if oneLine || whole > frame || c.align == decimal {
		frame = inner
	}
	c.frame = c.left + (c.width-frame)/2
	fit := true
	for _, row := range s.rows {
		align := c.align
		if row[column].head {
			align = centred
		}
		s.setCell(row[column], frame, align)
		if over := widest(row[column].lines) - frame; over > 0 {
			fit, c.least = false, max(c.least, c.width+over)
		}
	}
	c.natural = max(c.natural, c.least)
	return fit
}

// alignment is that of the editor, or: numbers under one another, short texts
// in the middle, longer ones from the left.
func (s *tableSetter) alignment(column int, oneLine bool) alignment {
	switch s.table.Columns[column] {
	case bulletin.AlignLeft:
		return flush
	case bulletin.AlignCentre:
		return centred
	case bulletin.AlignRight:
		return ends
	}
	switch {
	case s.columns[column].numbers:
		return decimal
	case oneLine:
		return centred
	}
	return flush
}
