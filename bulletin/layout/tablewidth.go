package layout

import (
	"cmp"
	"math"
	"slices"

	"jianbao/bulletin/page"
)

// An extent is how wide a column must be and would like to be, its white left
// and right included, in EMU.
type extent struct {
	least   page.Length // its widest piece that cannot be broken well
	natural page.Length // every cell on one line
}

// columnWidths shares the measure among columns, to the last EMU. When all
// fit on one line each, what is left over goes to them in proportion;
// otherwise it takes, of a number of fair ways to share, the one that costs
// least. It reports whether the columns can be had at all.
func columnWidths(columns []extent, measure page.Length, cost func([]page.Length) int64) ([]page.Length, bool) {
	var least, natural page.Length
	for _, c := range columns {
		least, natural = least+c.least, natural+c.natural
	}
	if least > measure {
		return nil, false
	}
	widths := make([]page.Length, len(columns))
	if natural <= measure {
		for i, c := range columns {
			widths[i] = c.natural
		}
		giveOut(widths, widths, measure-natural)
		return widths, true
	}
	lowest := int64(math.MaxInt64)
	for _, whole := range wholeColumns(columns, measure) {
		for _, weigh := range []func(page.Length) page.Length{byWidth, byRoot} {
			w := share(columns, measure, whole, weigh)
			if c := cost(w); c < lowest {
				widths, lowest = w, c
			}
		}
	}
	return widths, true
}

// Weights of a column when room is scarce: as its text is long, or as the root
// of that, which leaves more to the short ones.
func byWidth(natural page.Length) page.Length { return natural }
func byRoot(natural page.Length) page.Length {
	root := natural
	for next := natural/2 + 1; next < root; next = (root + natural/root) / 2 { // Newton
		root = next
	}
	return root
}

// mostWhole is how many ways of sparing the narrow columns are tried.
const mostWhole = 24

// wholeColumns returns the widths up to which columns may be given all that
// they would like while the others still get what they must have.
func wholeColumns(columns []extent, measure page.Length) []page.Length {
	sorted := slices.Clone(columns)
	slices.SortFunc(sorted, func(a, b extent) int { return cmp.Compare(a.natural, b.natural) })
	need := page.Length(0)
	for _, c := range sorted {
		need += c.least
	}
	whole := []page.Length{0}
	for i, c := range sorted {
		need += c.natural - c.least
		if need > measure {
			break
		}
		if i+1 == len(sorted) || sorted[i+1].natural > c.natural {
			whole = append(whole, c.natural)
		}
	}
	return whole[max(0, len(whole)-mostWhole):]
}

// share gives columns up to the width whole all they would like, and the
// others, by their weights, between what they must have and would like.
func share(columns []extent, measure, whole page.Length, weigh func(page.Length) page.Length) []page.Length {
	widths := make([]page.Length, len(columns))
	room := make([]page.Length, len(columns)) // what a column may still gain
	const fine = 1 << 16
	fill := func(factor page.Length) (sum page.Length) {
		for i, c := range columns {
			w := c.natural
			if w > whole {
				w = min(max(weigh(c.natural)*factor/fine, c.least), c.natural)
			}
			widths[i], room[i] = w, c.natural-w
			sum += w
		}
		return sum
	}
	low, high := page.Length(0), page.Length(0)
	for _, c := range columns {
		high = max(high, measure*fine/max(weigh(c.natural), 1)+1)
	}
	for low < high {
		if mid := (low + high + 1) / 2; fill(mid) <= measure {
			low = mid
		} else {
			high = mid - 1
		}
	}
	giveOut(widths, room, measure-fill(low))
	return widths
}

// giveOut adds an amount to widths in proportion to shares, exactly.
func giveOut(widths, shares []page.Length, amount page.Length) {
	var total, done page.Length
	for _, s := range shares {
		total += s
	}
	given := page.Length(0)
	for i, s := range slices.Clone(shares) {
		done += s
		part := amount
		if total > 0 {
			part = amount.Times(int64(done), int64(total))
		}
		widths[i] += part - given
		given = part
	}
}
