package intake

import (
	"regexp"
	"slices"
	"strings"
)

// Tables of a text file: rows that part their cells by tabs, or by blanks that
// bring them below each other.
const (
	leastRows  = 3
	widestCell = 40 // characters
)

var (
	tabGap   = pattern(`[ 　]*\t[ \t　]*`)
	blankGap = pattern(`(?: {2,}|　{2,})[ 　]*`)
)

// tabled returns the lines of a text in which rows of a table are one.
func tabled(rows []string) []line {
	var out []line
	for i := 0; i < len(rows); {
		if t := tableAt(rows[i:]); t != nil {
			out = append(out, line{grid: t})
			i += len(t.rows)
			continue
		}
		if l := newLine(rows[i]); !l.blank() || len(out) == 0 || !out[len(out)-1].blank() {
			out = append(out, l)
		}
		i++
	}
	return out
}

// tableAt returns the table that rows begin with; nil for none.
func tableAt(rows []string) *grid {
	for _, gap := range []*regexp.Regexp{tabGap(), blankGap()} {
		least := 2
		if gap == blankGap() { // an office and a date are no columns
			least = 3
		}
		first := cells(rows[0], gap)
		if len(first) < least || len(first) > mostColumns {
			continue
		}
		t := &grid{guessed: true, rows: [][]string{first}}
		for _, row := range rows[1:] {
			next := cells(row, gap)
			if len(next) != len(first) {
				break
			}
			t.rows = append(t.rows, next)
		}
		if len(t.rows) >= leastRows {
			return t
		}
	}
	return nil
}

// cells parts a row; nil for one that cannot be of a table.
func cells(row string, gap *regexp.Regexp) []string {
	row = strings.TrimSpace(row)
	if !gap.MatchString(row) {
		return nil
	}
	out := gap.Split(row, -1)
	if slices.ContainsFunc(out, func(s string) bool { return length(s) > widestCell || isHeadCell(s) || labelled().MatchString(s) }) {
		return nil
	}
	return out
}

// labelled begins what stands in a 报头 or a 报尾.
var labelled = pattern(`^[^：:]{1,8}[：:]|^[☆★]|\.{3}|…`)
