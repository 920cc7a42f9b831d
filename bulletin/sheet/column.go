package sheet

import (
	"cmp"
	"slices"

	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// A Column is one of a table.
type Column struct {
	Head  string
	Width page.Length // least; what is left over goes to the columns that grow
	Grow  int64       // parts of what is left over
	Align layout.Align
	Size  page.Length // of the type; 0 for TextSize
	Prose bool        // its texts fill their lines, as long ones should
}

// size is that of the type of a column.
func (c Column) size() page.Length {
	if c.Size == 0 {
		return TextSize
	}
	return c.Size
}

// fit gives the columns their widths: as much as their texts need on one line,
// the modest ones first; what is left over, or too little for the others, is
// shared out among those that grow.
func (t *Table) fit(lines []Line) {
	t.Columns = slices.Clone(t.Columns)
	rest := t.Width - 2*sheetMargin
	var grow []int
	for i, c := range t.Columns {
		rest -= c.Width
		if c.Grow > 0 {
			grow = append(grow, i)
		}
	}
	more := make([]page.Length, len(t.Columns))
	for _, i := range grow {
		more[i] = max(t.needs(lines, i)-t.Columns[i].Width, 0)
	}
	slices.SortStableFunc(grow, func(a, b int) int { return cmp.Compare(more[a], more[b]) })
	for len(grow) > 0 && more[grow[0]] <= rest {
		t.Columns[grow[0]].Width += more[grow[0]]
		rest -= more[grow[0]]
		grow = grow[1:]
	}
	if len(grow) == 0 {
		for i, c := range t.Columns {
			if c.Grow > 0 {
				grow = append(grow, i)
			}
		}
	}
	parts := int64(0)
	for _, i := range grow {
		parts += t.Columns[i].Grow
	}
	for _, i := range grow {
		t.Columns[i].Width += rest.Times(t.Columns[i].Grow, parts)
	}
}

// longestWhole is how many characters of a cell may ask for a line of their own.
const longestWhole = 40

// needs is the width of the longest text of a column on one line.
func (t *Table) needs(lines []Line, column int) page.Length {
	need := page.Length(0)
	typ := layout.Type{Role: layout.FangSong, Size: t.Columns[column].size()}
	for _, l := range lines {
		if len(l.Cells) == 0 || l.Cells[column].long() {
			continue
		}
		need = max(need, t.Line(typ, page.Artifact, l.Cells[column]...).Width()+2*cellPad+cellSlack)
	}
	return need
}
