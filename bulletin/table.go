package bulletin

import (
	"strings"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// alignments are those of the parser's tables as ours.
var alignments = map[east.Alignment]Align{
	east.AlignNone: AlignDefault, east.AlignLeft: AlignLeft, east.AlignCenter: AlignCentre, east.AlignRight: AlignRight,
}

// table reads a GFM table.
func (b *bodyReader) table(n *east.Table) Block {
	t := &Table{place: b.place(n.Pos())}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, alignments[a])
	}
	if head := n.FirstChild(); head != nil { // the node has the place of the paragraph it was part of
		t.place = b.place(head.Pos())
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.checkCells(c, len(t.Columns))
		row := b.row(c, len(t.Columns))
		if _, ok := c.(*east.TableHeader); ok {
			t.Head = row
		} else {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// row reads as many cells as the table has columns.
func (b *bodyReader) row(n ast.Node, columns int) []Cell {
	cells := make([]Cell, 0, columns)
	for c := n.FirstChild(); c != nil && len(cells) < columns; c = c.NextSibling() {
		run := &run{bodyReader: b, cell: true}
		cells = append(cells, trimmed(run.children(c)))
	}
	for len(cells) < columns {
		cells = append(cells, nil)
	}
	return cells
}

// checkCells reports what a row holds beyond the columns of its table, which
// the parser drops.
func (b *bodyReader) checkCells(row ast.Node, columns int) {
	line, start := b.line(row.Pos())
	line = strings.TrimRight(line[min(row.Pos()-start, len(line)):], " \t")
	if !strings.Contains(line, "|") && columns > 1 {
		b.add(row.Pos(), diag.Info, "表格", "不属于表格的，在表格之后空一行", "这一行并入了表格")
	}
	at := row.Pos()
	if inner := strings.TrimLeft(line, " \t"); strings.HasPrefix(inner, "|") {
		at += len(line) - len(inner) + 1
		line = inner[1:]
	}
	cells := 0
	for rest := strings.TrimSuffix(line, "|"); ; cells++ {
		if cells == columns && strings.TrimSpace(rest) != "" {
			b.add(at, diag.Error, "表格", "删去多出的格，或在表头加一列；格里的 | 写作 \\|", "这一行比表头（%d列）多出“%s”", columns, clipped(strings.TrimSpace(rest)))
			return
		}
		n := cellEnd(rest)
		if n == len(rest) {
			return
		}
		rest, at = rest[n+1:], at+n+1
	}
}

// cellEnd returns where the first cell of a row ends.
func cellEnd(s string) int {
	for i := range len(s) {
		if s[i] == '|' && (i == 0 || s[i-1] != '\\') {
			return i
		}
	}
	return len(s)
}
