package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A wordTable is a table while it is read.
type wordTable struct {
	grid grid
	row  []string
	cell []string
	span int  // columns the cell covers
	more bool // the cell goes on from the one above
	left []line
}

// put appends a line to the cell that is open.
func (t *wordTable) put(l line) {
	switch {
	case l.picture:
		t.left = append(t.left, l)
	case l.page:
	case l.style.bold && !l.blank():
		t.cell = append(t.cell, string(boldOn)+l.text+string(boldOff))
	case !l.blank():
		t.cell = append(t.cell, l.text)
	}
}

// startTable reads an element of a table and tells whether it is one.
func (b *wordReader) startTable(e xml.StartElement) bool {
	if e.Name.Local == "tbl" && isWord(e) {
		b.tables = append(b.tables, &wordTable{})
		return true
	}
	if len(b.tables) == 0 {
		return false
	}
	t := b.tables[len(b.tables)-1]
	switch name := e.Name.Local; {
	case name == "tr" && isWord(e):
		t.row = nil
	case name == "tc" && isWord(e):
		t.cell, t.span, t.more = nil, 1, false
	case name == "gridSpan":
		t.span, _ = strconv.Atoi(attr(e, "val"))
		t.grid.merged = t.grid.merged || t.span > 1
	case name == "vMerge":
		t.more = attr(e, "val") != "restart"
		t.grid.merged = true
	default:
		return false
	}
	return true
}

// endTable ends a cell, a row or a table.
func (b *wordReader) endTable(name string) {
	if len(b.tables) == 0 {
		return
	}
	t := b.tables[len(b.tables)-1]
	switch name {
	case "tc":
		t.grid.merged = t.grid.merged || len(t.cell) > 1
		t.row = append(t.row, strings.Join(t.cell, "\n"))
		for i := 1; i < t.span && len(t.row) < mostColumns; i++ {
			t.row = append(t.row, "")
		}
		t.cell, t.span = nil, 1
	case "tr":
		if len(t.row) > mostColumns { // the last column takes the rest
			t.row = append(t.row[:mostColumns-1], strings.Join(t.row[mostColumns-1:], " "))
			t.grid.merged = true
		}
		t.grid.rows = append(t.grid.rows, t.row)
		t.row = nil
		b.rows++
	case "tbl":
		b.tables = b.tables[:len(b.tables)-1]
		b.putTable(t)
	}
}

// putTable puts a table that is read where it stood. Within a cell of another
// table it is its rows, and one of a single column is paragraphs.
func (b *wordReader) putTable(t *wordTable) {
	for _, l := range t.left {
		b.put(l)
	}
	width := 0
	for _, row := range t.grid.rows {
		width = max(width, len(row))
	}
	if len(b.tables) == 0 && width > 1 {
		b.put(line{grid: &t.grid})
		return
	}
	for _, row := range t.grid.rows {
		for _, l := range strings.Split(strings.Join(row, tabBlank), "\n") {
			b.put(newLine(l))
		}
	}
	if len(b.tables) > 0 {
		b.tables[len(b.tables)-1].grid.merged = true
	}
}
