// Package sheet makes tables in three forms: as a workbook, as text with commas,
// and as typeset pages with ruled cells. It knows nothing of what they are about.
package sheet

// Data is one table as data: texts and whole numbers under heads.
type Data struct {
	Name   string
	Heads  []string
	Widths []int    // of the columns, in characters of Latin
	Rows   [][]any  // string, int or bulletin.Date; nil where there is nothing
	Key    []string // heads whose cells tell one row from another
	Hand   []string // heads under which people write by hand
}
