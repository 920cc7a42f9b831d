package typeset

import "jianbao/bulletin/page"

// demerits are what lines cost, the gravest first: any number of lesser
// faults is better than one graver fault, so that no rule of clreq is broken,
// and no gap grows wide, while the text has any other way to be set.
type demerits struct {
	over    page.Length // how far lines stand beyond the margin
	against int64       // forbidden starts and ends of lines
	parted  int64       // pairs torn
	lone    int64       // last lines of a single character
	loose   int64       // gaps over ⅛ em: the squares of what they have too much, in squared EMU
	cost    int64       // what a printer would rather not see, in squared EMU
}

func (d *demerits) add(e *demerits) {
	d.over += e.over
	d.against += e.against
	d.parted += e.parted
	d.lone += e.lone
	d.loose += e.loose
	d.cost += e.cost
}

func (d *demerits) less(e *demerits) bool {
	switch {
	case d.over != e.over:
		return d.over < e.over
	case d.against != e.against:
		return d.against < e.against
	case d.parted != e.parted:
		return d.parted < e.parted
	case d.lone != e.lone:
		return d.lone < e.lone
	case d.loose != e.loose:
		return d.loose < e.loose
	}
	return d.cost < e.cost
}

// costBeyondCell is what each squared cell costs that a line is stretched
// beyond one cell.
const costBeyondCell = 4

// costLine is what a line costs in squared cells where there should be few:
// more than a line can cost otherwise.
const costLine = 10_000

// cut is what a word cut without a hyphen counts among gaps over ⅛ em: as much
// as a line of 22 gaps of 0.3 em, for a reader stumbles over it as much.
func (f Frame) cut() int64 { return int64(f.Cell) * int64(f.Cell) * 2 / 3 }

// farShort is by how many cells a line may be short before it is all the same:
// frames without end, for single lines, would overflow the squares.
const farShort = 1000

// line reckons what the line between two breaks costs, into d, which is zero.
func (b *breaker) line(i, j int, d *demerits) {
	end := &b.items[b.at[j]]
	excess := max(b.width(i, j)-b.frame.width(i == 0), -farShort*b.frame.Cell)
	switch {
	case excess > 0:
		d.cost, d.over = b.shrinkCost(i, j, excess)
	case excess < 0 && b.ragged && end.Cost != Forced:
		d.cost = int64(-excess) / 4 * int64(-excess) // lines as even as they come
	case excess < 0 && end.Cost != Forced:
		d.cost, d.loose = b.stretchCost(i, j, -excess)
	}
	if end.Cost != Forced {
		d.cost += end.Cost
	}
	if b.fewest {
		d.cost += costLine * int64(b.frame.Cell) * int64(b.frame.Cell)
	}
	switch end.Fault {
	case Cut:
		d.loose += b.frame.cut()
	case Lone:
		d.lone = 1
	case Parted:
		d.parted = 1
	case Against:
		d.against = 1
	}
}

// width is the natural width of the line between two breaks, with the hyphen
// at its end.
func (b *breaker) width(i, j int) page.Length {
	w := b.items[b.at[j]].Width
	if b.begin[i] < b.at[j] {
		w += b.upTo[j].width - b.beyond[i].width
	}
	return w
}

// shrinks returns what a line can lose in one step. The blank of a mark at its
// end is the first to go.
func (b *breaker) shrinks(i, j int, r Rank) give {
	var g give
	to := b.at[j]
	if b.begin[i] >= to {
		return g
	}
	if r != AtEnd {
		end, begin := &b.upTo[j], &b.beyond[i]
		g = give{end.shrink[r] - begin.shrink[r], int64(end.losers[r] - begin.losers[r])}
	}
	if end := &b.items[to-1]; end.Kind == Glue && end.Shrink > 0 {
		switch r {
		case AtEnd:
			return give{end.Shrink, 1}
		case end.ShrinkAt:
			return give{g.amount - end.Shrink, g.places - 1}
		}
	}
	return g
}

// stretches returns what a line can gain in one step.
func (b *breaker) stretches(i, j int, r Rank) give {
	if b.begin[i] >= b.at[j] {
		return give{}
	}
	end, begin := &b.upTo[j], &b.beyond[i]
	g := give{places: int64(end.gainers[r] - begin.gainers[r])}
	if r < Letter {
		g.amount = end.stretch[r] - begin.stretch[r]
	}
	return g
}

// shrinkCost is the sum over the squeezed places of the square of what each
// loses, and how far the line stands out when all have given all. The blank
// half of a mark at the end of a line goes for nothing: no ink moves.
func (b *breaker) shrinkCost(i, j int, excess page.Length) (cost int64, over page.Length) {
	for r := Rank(0); r < shrinkRanks && excess > 0; r++ {
		g := b.shrinks(i, j, r)
		part := min(excess, g.amount)
		if g.places > 0 && r != AtEnd {
			cost += int64(part) * int64(part) / g.places
		}
		excess -= part
	}
	return cost, excess
}

// stretchCost is the same for places that grow; a line short by more than a
// cell is paid dearly, and what gaps grow over ⅛ em is counted apart.
func (b *breaker) stretchCost(i, j int, missing page.Length) (cost, loose int64) {
	cell := b.frame.Cell
	if over := int64(missing - cell); over > 0 {
		cost += costBeyondCell * over * over
	}
	for r := Rank(0); r < stretchRanks && missing > 0; r++ {
		g := b.stretches(i, j, r)
		if g.places == 0 {
			continue
		}
		part := missing
		if r < Letter {
			part = min(part, g.amount)
		}
		cost += int64(part) * int64(part) / g.places
		if over := 8*int64(part) - int64(cell)*g.places; r >= Letter && over > 0 {
			loose += over/8*(over/8)/g.places + 1
		}
		missing -= part
	}
	if missing > 0 { // nothing to stretch: a ragged line
		loose += int64(missing)*int64(missing) + 1
	}
	return cost, loose
}
