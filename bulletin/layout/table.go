package layout

import (
	"strings"

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

// A tableSetter sets one table.
type tableSetter struct {
	*layouter
	table   *bulletin.Table
	rows    [][]*tableCell
	head    bool // rows[0] is the head
	columns []tableColumn
	tableForm
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
		s.head = s.head || !blankCell(c)
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

// blankCell reports whether a cell holds nothing but blanks.
func blankCell(c bulletin.Cell) bool {
	for _, in := range c {
		if text, ok := in.(*bulletin.Text); !ok || strings.TrimSpace(text.String) != "" {
			return false
		}
	}
	return true
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

// isTable tells two tables in a row, which want white between them.
func isTable(b bulletin.Block) bool {
	_, ok := b.(*bulletin.Table)
	return ok
}
