package lint

import (
	"slices"
	"strings"

	"jianbao/bulletin"
)

// isTotal reports whether a cell names a row or column of sums.
func isTotal(c bulletin.Cell) bool {
	return slices.Contains([]string{"合计", "总计", "合计数", "总计数", "共计"}, word(c))
}

func isSubtotal(c bulletin.Cell) bool {
	return strings.Contains(word(c), "小计") || strings.Contains(word(c), "其中")
}

// wrongTotals adds up the rows and columns of sums of a table.
func wrongTotals(f *finder, t *bulletin.Table) {
	first := func(row []bulletin.Cell) bulletin.Cell { return row[0] }
	if len(t.Columns) == 0 || slices.ContainsFunc(t.Rows, func(row []bulletin.Cell) bool { return isSubtotal(first(row)) }) || slices.ContainsFunc(t.Head, isSubtotal) {
		return
	}
	down := slices.IndexFunc(t.Rows, func(row []bulletin.Cell) bool { return isTotal(first(row)) })
	across := slices.IndexFunc(t.Head, isTotal)
	if down >= 0 {
		for i := 1; i < len(t.Columns); i++ {
			var parts []bulletin.Cell
			for k, row := range t.Rows {
				if k != down {
					parts = append(parts, row[i])
				}
			}
			f.total(t, t.Rows[down][i], parts)
		}
	}
	if across > 0 {
		for _, row := range t.Rows {
			parts := slices.Delete(slices.Clone(row[1:]), across-1, across)
			f.total(t, row[across], parts)
		}
	}
}

// total finds a sum that is not that of its parts. What rounding may do is left
// alone: half of the last decimal for each part.
func (f *finder) total(t *bulletin.Table, sum bulletin.Cell, parts []bulletin.Cell) {
	want, ok := numberOf(sum)
	decimals := want.decimals
	var numbers []number
	for _, c := range parts {
		n, isNumber := numberOf(c)
		ok = ok && isNumber
		numbers = append(numbers, n)
		decimals = max(decimals, n.decimals)
	}
	if !ok || len(numbers) < 2 {
		return
	}
	got := number{0, decimals}
	for _, n := range numbers {
		got.scaled += n.at(decimals)
	}
	off := got.scaled - want.at(decimals)
	slack := int64(0)
	if decimals > 0 {
		slack = int64(len(numbers)+1) / 2
	}
	if want.decimals < decimals {
		slack += number{1, want.decimals}.at(decimals)
	}
	if off > slack || -off > slack {
		f.add(cellAt(t, sum), "核对各项和合计", "合计是%s，各项相加是%s", want, got)
	}
}
