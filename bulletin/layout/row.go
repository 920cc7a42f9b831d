package layout

import (
	"slices"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// A row is one line of the grid on its way to a page. Its items are placed
// from the left edge of the 版心 and from the head of the row's em box.
type row struct {
	items  []page.Item
	blank  bool // white: dropped at the head of a page
	keep   bool // a heading: no page may end after it, nor within the lines of text below
	tied   bool // no page may end after it
	whole  bool // within a picture and its caption: no page may ever end after it
	turn   bool // a new page begins with it
	mark   *page.Bookmark
	middle bool // its text stands in the middle of the measure
	widow  bool // the last line of several of a paragraph
	par    *par // that it is a line of
	notes  []*note
	cells  bool        // of a table: texts stand side by side
	head   []row       // of a table: set again above it when a page begins with it
	foot   []page.Item // drawn too when a page ends with it
	plate  *plate      // a page of its own; the row has nothing else then
}

// A plate is a page of its own whose 版心 is turned a quarter counterclockwise:
// a table too wide for the measure (GB 8). Its items are placed from the top
// left corner of the turned 版心, which is as wide as the 版心 is high.
type plate struct {
	items []page.Item
	led   bool             // it holds the headings above its table too
	marks []*page.Bookmark // of those
}

// isText reports whether a row is a line of text below a heading.
func (r row) isText() bool { return !r.blank && !r.keep && !r.whole && !r.cells && r.plate == nil }

// white reports whether a row is a mere white line, of which one is enough.
func (r row) white() bool { return r.blank && !r.turn && len(r.items) == 0 && len(r.notes) == 0 }

// tidied returns rows with one white line where there are several, and none
// beside a page of its own.
func tidied(rows []row) []row {
	rows = slices.CompactFunc(rows, func(a, b row) bool { return a.white() && b.white() })
	plate := func(i int) bool { return i >= 0 && i < len(rows) && rows[i].plate != nil }
	var out []row
	for i, r := range rows {
		if !r.white() || i == 0 || !plate(i-1) && !plate(i+1) {
			out = append(out, r)
		}
	}
	return out
}

// longestParagraph is how many characters a paragraph may have. What is longer
// is no text of a bulletin, and would only fill the memory.
const longestParagraph = 200_000

// paragraph sets a run on the grid.
func (l *layouter) paragraph(r run, set typeset.Setting) []row {
	if n := len(r.glyphs); n > longestParagraph {
		l.findings.Add(r.glyphs[0].at, diag.Error, "过大", "空一行分段，或检查是否误放了别的文件", "这一段有%d字，太长了", n)
		return nil
	}
	s := l.shape(r, set.Cell)
	var rows []row
	for _, line := range l.setter.Set(s.chars, set) {
		rows = append(rows, row{items: l.emit(s, line, 0, baseline(r.size))})
	}
	if n := len(rows); n > 1 {
		rows[n-1].widow = true
		p := &par{text: s, set: set}
		for i := range rows {
			rows[i].par = p
		}
	}
	return rows
}

// keepText makes the rows of a heading stay with the next lines of text: no
// page ends between them.
func keepText(rows []row) {
	left := 0 // lines still to stay with the heading above
	for i := range rows {
		r := &rows[i]
		switch {
		case r.keep:
			left = keepLines
		case left == keepLines && r.blank:
			r.tied = true
		case left > 0:
			left--
			if i+1 == len(rows) || !rows[i+1].isText() { // a text of one line, or none
				left = 0
			}
			r.tied = r.tied || left > 0
		}
	}
}

// shift moves items.
func shift(items []page.Item, x, y page.Length) []page.Item {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			it.X, it.Y = it.X+x, it.Y+y
		case *page.Rule:
			it.X, it.Y = it.X+x, it.Y+y
		case *page.Dot:
			it.X, it.Y = it.X+x, it.Y+y
		case *page.Image:
			it.X, it.Y = it.X+x, it.Y+y
		case *page.Link:
			it.X, it.Y = it.X+x, it.Y+y
		}
	}
	return items
}
