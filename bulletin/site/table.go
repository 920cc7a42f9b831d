package site

import (
	"regexp"
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// table writes a table in a box of its own, which scrolls sideways on a narrow
// screen and takes the keyboard's focus for it.
func (w *writer) table(t *bulletin.Table) {
	w.tables++
	w.put(`<div class="table" role="region" tabindex="0" aria-label="表格`, number(w.tables), `">`, "\n<table>\n")
	columns := aligned(t)
	if !empty(t.Head) {
		w.put("<thead>\n")
		w.row("th", ` scope="col"`, t.Head, columns)
		w.put("</thead>\n")
	}
	w.put("<tbody>\n")
	for _, row := range t.Rows {
		w.row("td", "", row, columns)
	}
	w.put("</tbody>\n</table>\n</div>\n")
}

func (w *writer) row(element, attributes string, cells []bulletin.Cell, columns []bulletin.Align) {
	w.put("<tr", w.line(rowAt(cells)), ">")
	for i, cell := range cells {
		class := ""
		if i < len(columns) {
			class = alignClass(columns[i])
		}
		if len(cell) == 0 { // an empty head is the head of nothing
			w.put("<td></td>")
			continue
		}
		w.put("<", element, attributes, attribute("class", class), ">")
		w.inlines(cell)
		w.put("</", element, ">")
	}
	w.put("</tr>\n")
}

// rowAt returns where the first text of a row stands.
func rowAt(cells []bulletin.Cell) diag.Pos {
	for _, cell := range cells {
		if len(cell) > 0 {
			return cell[0].Pos()
		}
	}
	return diag.Pos{}
}

// figures are a number as a cell holds it, a sign and a percent sign with it.
var figures = regexp.MustCompile(`^[-+−±]?\d[\d,.]*[%％‰]?$`)

// aligned returns the alignment of the columns. One the editor left open is set
// to the right when it holds numbers only, so that their digits stand below each
// other; not the first, which names or numbers the rows.
func aligned(t *bulletin.Table) []bulletin.Align {
	columns := slices.Clone(t.Columns)
	for i := 1; i < len(columns); i++ {
		if columns[i] == bulletin.AlignDefault && numeric(t.Rows, i) {
			columns[i] = bulletin.AlignRight
		}
	}
	return columns
}

func numeric(rows [][]bulletin.Cell, column int) bool {
	found := false
	for _, row := range rows {
		switch text := bulletin.Plain(row[column]); {
		case figures.MatchString(text):
			found = true
		case len(row[column]) > 0:
			return false
		}
	}
	return found
}

// empty tells whether a head row has no text at all: such a table needs none.
func empty(head []bulletin.Cell) bool {
	for _, cell := range head {
		if len(cell) > 0 {
			return false
		}
	}
	return true
}

func alignClass(a bulletin.Align) string {
	switch a {
	case bulletin.AlignLeft:
		return "left"
	case bulletin.AlignCentre:
		return "centre"
	case bulletin.AlignRight:
		return "right"
	}
	return ""
}
