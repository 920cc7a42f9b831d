package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// Measures of tables (practice, but for the turned page of GB 8).
const (
	tableWhite = 1 * page.Mm  // least white between a rule and the lines of a cell
	tableOuter = 350 * micron // outer rules, as thick as those of the 版记
	tableInner = 250 * micron // the others
	tablePad   = 2            // white left and right in a cell: the size over this

	leastCells     = 4  // characters on a line of a cell that has several
	leastHeadCells = 2  // the same for the head
	leastBroken    = 1  // the same where nothing else helps
	longestWhole   = 10 // characters of room that a Latin word may ask for
	shortCell      = 8  // characters of a cell that should not be parted: a name, a date
	costShort      = 10 // of parting it, in lines of text
	costGridLine   = 8  // of a grid line, in lines of text
)

// tableSizes are what the type of a table is tried in, in parts of 64 of the
// body's: 小四, 五号 and 小五 beside 三号; with the distance from line to line
// within a cell in hundredths of the size. Two lines of 五号 find room in a
// grid line.
var tableSizes = [3]struct{ size, leading int64 }{{48, 137}, {42, 125}, {36, 125}}

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

// A tableSetter sets one table.
type tableSetter struct {
	*layouter
	table   *bulletin.Table
	rows    [][]*tableCell
	head    bool // rows[0] is the head
	columns []tableColumn
	tableForm
}

// A tableForm is one way to set a table, on the grid or on a turned page.
type tableForm struct {
	size    page.Length // of the type
	leading page.Length // from line to line in a cell
	x       page.Length // left edge
	measure page.Length
	pitch   page.Length // of grid lines
	em      page.Length // of the em box in a grid line
	lines   int         // of a page
	least   int         // grid lines of a row
	last    bool        // taken only if no other will do
	broken  bool        // words may be parted anywhere
}

// table sets a table: on the grid when its columns find room there, in
// smaller type if need be, else on turned pages (GB 8). parent is its node, x
// its left edge from that of the 版心.
func (l *layouter) table(t *bulletin.Table, parent int, x, measure page.Length) []row {
	s := &tableSetter{layouter: l, table: t}
	s.read(parent)
	if len(s.rows) == 0 {
		return nil
	}
	if s.choose(s.gridForms(x, measure)) {
		return s.gridRows()
	}
	if s.choose(s.turnedForms()) {
		return s.plates()
	}
	l.findings.Add(t.At, diag.Error, "表格", "拆成几张表，每张少几列；或把长的格移到表外写成文字",
		"表格太宽：有%d列，用最小的字横排一页也放不下", len(t.Columns))
	return nil
}

// read makes the cells and the nodes. A head without a word in it is none.
func (s *tableSetter) read(parent int) {
	if len(s.table.Columns) == 0 {
		return
	}
	node := s.node(page.RoleTable, 0, parent)
	line := func(cells []bulletin.Cell, head bool) {
		tr := s.node(page.RoleRow, 0, node)
		row := make([]*tableCell, len(s.table.Columns))
		for i := range row {
			var text bulletin.Cell
			if i < len(cells) {
				text = cells[i]
			}
			row[i] = s.newCell(text, head, tr)
		}
		s.rows = append(s.rows, row)
	}
	for _, c := range s.table.Head {
		s.head = s.head || len(c) > 0
	}
	if s.head {
		line(s.table.Head, true)
	}
	for _, cells := range s.table.Rows {
		line(cells, false)
	}
	s.columns = make([]tableColumn, len(s.table.Columns))
	for i := range s.columns {
		s.columns[i].numbers = s.table.Columns[i] == bulletin.AlignDefault && s.allNumbers(i)
	}
}

// allNumbers reports whether a column holds numbers and nothing else.
func (s *tableSetter) allNumbers(column int) bool {
	numbers := 0
	for _, row := range s.rows {
		switch c := row[column]; {
		case c.head:
		case c.integer >= 0:
			numbers++
		case !noNumber(c.run.glyphs):
			return false
		}
	}
	return numbers > 0
}

// gridForms are the ways to set a table on the grid: in 小四 and 五号.
func (s *tableSetter) gridForms(x, measure page.Length) []tableForm {
	grid := tableForm{x: x, measure: measure, pitch: s.geo.pitch(), em: s.geo.size, lines: s.geo.lines, least: 1}
	return []tableForm{grid.sized(s.geo.size, 0), grid.sized(s.geo.size, 1)}
}

// sized is a form in one of the sizes of tables, body being that of the text.
func (f tableForm) sized(body page.Length, n int) tableForm {
	f.size = body.Times(tableSizes[n].size, 64)
	f.leading = f.size.Times(tableSizes[n].leading, 100)
	return f
}

// choose sets the table in the first form in which all find room, or in a
// later one, not of the last resort, that saves a third of its height. It
// reports whether there is one.
func (s *tableSetter) choose(forms []tableForm) bool {
	best, height := -1, 0
	for i, form := range forms {
		if best >= 0 && (form.last || height == len(s.rows)*form.least) {
			break
		}
		if !s.try(form) {
			continue
		}
		if h := s.height(); best < 0 || 3*h <= 2*height {
			best, height = i, h
		}
	}
	return best >= 0 && s.try(forms[best])
}

// height is how many grid lines the table takes.
func (s *tableSetter) height() int {
	height := 0
	for i := range s.rows {
		n, _ := s.gridLines(s.most(i))
		height += n
	}
	return height
}

// try sets every cell in a form, and reports whether all find room.
func (s *tableSetter) try(form tableForm) bool {
	s.tableForm = form
	for _, row := range s.rows {
		for _, c := range row {
			s.measureCell(c, s.size)
		}
	}
	extents := make([]extent, len(s.columns))
	for i := range s.columns {
		s.extend(i)
		extents[i] = s.columns[i].extent
	}
	widths, ok := columnWidths(extents, s.measure, s.cost)
	if !ok {
		return false
	}
	left := s.x
	for i := range s.columns {
		c := &s.columns[i]
		c.left, c.width = left, widths[i]
		left += widths[i]
		if !s.setColumn(i) {
			return false
		}
	}
	return true
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
	for _, row := range s.rows {
		align := c.align
		if row[column].head {
			align = centred
		}
		if !s.setCell(row[column], frame, align) {
			return false
		}
	}
	return true
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

// isTable tells two tables in a row, which want white between them.
func isTable(b bulletin.Block) bool {
	_, ok := b.(*bulletin.Table)
	return ok
}
