package layout

import "jianbao/bulletin/page"

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

// tableSizes are what the type of a table is tried in, in parts of 64 of the
// body's: 小四, 五号 and 小五 beside 三号; with the distance from line to line
// within a cell in hundredths of the size. Two lines of 五号 find room in a
// grid line.
var tableSizes = [3]struct{ size, leading int64 }{{48, 137}, {42, 125}, {36, 125}}

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
