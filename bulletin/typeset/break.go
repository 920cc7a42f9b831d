package typeset

import (
	"math"

	"jianbao/bulletin/page"
)

// A Frame is the room for lines: the first line may be shorter, by an indent,
// than the others.
type Frame struct {
	First, Rest page.Length // widths in EMU
	Cell        page.Length // the unit of demerits: a gap or a mark changed by one cell costs one cell squared
}

func (f Frame) width(first bool) page.Length {
	if first {
		return f.First
	}
	return f.Rest
}

// Costs in cells squared. They say what a printer would rather see.
const (
	costBeyondCell = 4  // for each squared cell a line is stretched beyond one cell
	costBeyondGap  = 50 // when a gap grows over ⅛ em
	costOverfull   = 1 << 52
)

// Break chooses where lines end so that the sum of demerits is least; it takes
// items, returns the indices of the penalties the lines end at, changes
// nothing. The last item must be a forced penalty. A line is wider than its
// frame only where it has no other break inside (found against brute force:
// otherwise one giant line is cheaper than several small ones).
func Break(items []Item, f Frame) []int {
	b := newBreaker(items, f)
	best := make([]int64, len(b.at)) // least demerits of a paragraph that ends a line at b.at[j]
	from := make([]int, len(b.at))   // the break before it
	for j := 1; j < len(b.at); j++ {
		best[j] = math.MaxInt64
		for i := j - 1; i >= 0; i-- {
			d, fits := b.demerits(i, j)
			if !fits && i < j-1 {
				if f.First <= f.Rest {
					break
				}
				i = min(i, 1) // only the wider first line may still hold it
				continue
			}
			if best[i] < math.MaxInt64 && d < math.MaxInt64-best[i] && best[i]+d < best[j] {
				best[j], from[j] = best[i]+d, i
			}
			if i > 0 && items[b.at[i]].Cost == Forced {
				break
			}
		}
	}
	var breaks []int
	for j := len(b.at) - 1; j > 0; j = from[j] {
		breaks = append(breaks, b.at[j])
	}
	for l, r := 0, len(breaks)-1; l < r; l, r = l+1, r-1 {
		breaks[l], breaks[r] = breaks[r], breaks[l]
	}
	return breaks
}

// A breaker holds running totals over the items, so that the width and the
// give of any line are had in constant time.
type breaker struct {
	items   []Item
	frame   Frame
	at      []int // at[0] is -1, the start; then every penalty
	width   []page.Length
	shrink  [shrinkRanks][]give
	stretch [stretchRanks][]give
}

// give is how much so many places can give together.
type give struct {
	amount page.Length
	places int64
}

func (g give) minus(h give) give { return give{g.amount - h.amount, g.places - h.places} }

func newBreaker(items []Item, f Frame) *breaker {
	b := &breaker{items: items, frame: f, at: []int{-1}, width: make([]page.Length, len(items)+1)}
	for r := range b.shrink {
		b.shrink[r] = make([]give, len(items)+1)
	}
	for r := range b.stretch {
		b.stretch[r] = make([]give, len(items)+1)
	}
	for i, it := range items {
		b.total(i, it)
		if it.Kind == Penalty {
			b.at = append(b.at, i)
		}
	}
	return b
}

func (b *breaker) total(i int, it Item) {
	for r := range b.shrink {
		b.shrink[r][i+1] = b.shrink[r][i]
	}
	for r := range b.stretch {
		b.stretch[r][i+1] = b.stretch[r][i]
	}
	b.width[i+1] = b.width[i]
	if it.Kind == Penalty {
		return
	}
	b.width[i+1] += it.Width
	if it.Shrink > 0 && it.ShrinkAt != AtEnd {
		g := &b.shrink[it.ShrinkAt][i+1]
		*g = give{g.amount + it.Shrink, g.places + 1}
	}
	if it.Stretch > 0 {
		g := &b.stretch[it.StretchAt][i+1]
		*g = give{g.amount + it.Stretch, g.places + 1}
	}
}

// line returns the items of the line between two breaks: glue and penalties
// after the first break have vanished.
func (b *breaker) line(i, j int) (from, to int) {
	from, to = b.at[i]+1, b.at[j]
	for i > 0 && from < to && b.items[from].Kind != Box {
		from++
	}
	return from, to
}

// demerits returns what the line between two breaks costs, and whether it
// fits into its frame.
func (b *breaker) demerits(i, j int) (int64, bool) {
	from, to := b.line(i, j)
	last := b.items[b.at[j]].Cost == Forced
	excess := b.width[to] - b.width[from] - b.frame.width(i == 0)
	cost, fits := int64(0), true
	switch {
	case excess > 0:
		cost, fits = b.shrinkCost(from, to, excess)
	case excess < 0 && !last:
		cost = b.stretchCost(from, to, -excess)
	}
	if !last {
		cost += b.items[b.at[j]].Cost
	}
	return cost, fits
}

// shrinks returns what a line can lose in one step. The blank of a mark at its
// end is the first to go.
func (b *breaker) shrinks(from, to int, r Rank) give {
	g := b.shrink[r][to].minus(b.shrink[r][from])
	if to == from {
		return g
	}
	if end := b.items[to-1]; end.Kind == Glue && end.Shrink > 0 {
		switch r {
		case AtEnd:
			return give{end.Shrink, 1}
		case end.ShrinkAt:
			return g.minus(give{end.Shrink, 1})
		}
	}
	return g
}

// stretches returns what a line can gain in one step.
func (b *breaker) stretches(from, to int, r Rank) give {
	return b.stretch[r][to].minus(b.stretch[r][from])
}

// shrinkCost is the sum over the squeezed places of the square of what each
// loses. The blank half of a mark at the end of a line goes for nothing: no
// ink moves.
func (b *breaker) shrinkCost(from, to int, excess page.Length) (int64, bool) {
	cost := int64(0)
	for r := Rank(0); r < shrinkRanks && excess > 0; r++ {
		g := b.shrinks(from, to, r)
		part := min(excess, g.amount)
		if g.places > 0 && r != AtEnd {
			cost += int64(part) * int64(part) / g.places
		}
		excess -= part
	}
	if excess > 0 {
		return costOverfull + int64(excess), false
	}
	return cost, true
}

// stretchCost is the same for places that grow; a line short by more than a
// cell, and gaps over ⅛ em, are paid dearly.
func (b *breaker) stretchCost(from, to int, missing page.Length) int64 {
	cost, cell := int64(0), int64(b.frame.Cell)
	if over := int64(missing) - cell; over > 0 {
		cost += costBeyondCell * over * over
	}
	for r := Rank(0); r < stretchRanks; r++ {
		g := b.stretches(from, to, r)
		if g.places == 0 {
			continue
		}
		part := missing
		if r < Letter {
			part = min(part, g.amount)
		}
		cost += int64(part) * int64(part) / g.places
		if r >= Letter && 8*int64(part) > cell*g.places {
			cost += costBeyondGap * cell * cell
		}
		missing -= part
	}
	if missing > 0 { // nothing to stretch: a ragged line
		cost += costBeyondGap * cell * cell
	}
	return cost
}
