// Package sheet makes tables in three forms: as a workbook, as text with commas,
// and as typeset pages with ruled cells. It knows nothing of what they are about.
package sheet

import "jianbao/bulletin"

// Data is one table as data: texts and whole numbers under heads.
type Data struct {
	Name   string
	Heads  []string
	Widths []int    // of the columns, in characters of Latin
	Rows   [][]any  // string, int or bulletin.Date; nil where there is nothing
	Key    []string // heads whose cells tell one row from another
	Hand   []string // heads under which people write by hand

	// Date stands for the day on which the table was made; if it has none, the
	// last in Rows does.
	Date bulletin.Date
	// Own returns what people wrote of a text under a head of Hand; the rest the
	// program had put there. Without it, only what it leaves empty is theirs.
	Own func(head, text string) string
	// Join has the heads of Hand whose cells take what people wrote behind what the
	// program puts there.
	Join []string
}
