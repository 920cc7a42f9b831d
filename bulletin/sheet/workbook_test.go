package sheet

import (
	"strings"
	"testing"
)

// TestRows says how high rows are, and that what Shown counts is what the highest
// one holds.
func TestRows(t *testing.T) {
	s := Data{Widths: []int{9, 34, 60}}
	for _, c := range []struct {
		cells  [3]int // Han in each
		height float64
	}{
		{[3]int{0, 0, 0}, 20}, {[3]int{4, 16, 28}, 20}, {[3]int{5, 0, 0}, 35}, {[3]int{0, 17, 0}, 35}, {[3]int{0, 0, 29}, 35},
		{[3]int{0, 0, 280}, 170}, {[3]int{0, 0, 10_000}, 409},
	} {
		var row []any
		for _, n := range c.cells {
			row = append(row, strings.Repeat("字", n))
		}
		if got := rowHeight(s, row); got != c.height {
			t.Errorf("%v: %g, want %g", c.cells, got, c.height)
		}
	}
	for _, width := range []int{1, 9, 34, 60} {
		n := Shown(width)
		if lines := linesOf(n, width); lineHeight*lines+rowWhite > mostHeight || lineHeight*linesOf(n+2, width)+rowWhite <= mostHeight {
			t.Errorf("width %d: %d columns in %d lines", width, n, lines)
		}
	}
}
