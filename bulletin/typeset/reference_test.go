package typeset

import "jianbao/bulletin/page"

// A reference sets lines by walking items, place by place, as clreq §6 tells
// it: no totals, no ranges. It is what the breaker is held against.
type reference struct {
	items  []Item
	frame  Frame
	ragged bool
	at     []int // -1, then every penalty
	known  map[[2]int]faults
}

// faults are what is wrong with lines, the gravest first: beyond the margin,
// against a rule, within a pair, a single character, loose, demerits.
type faults [6]int64

const (
	beyondMargin = iota
	againstRule
	tornPair
	singleLeft
	looseLine
	plainCost
)

func (a faults) less(b faults) bool {
	for k := range a {
		if a[k] != b[k] {
			return a[k] < b[k]
		}
	}
	return false
}

func (a faults) plus(b faults) faults {
	for k := range a {
		a[k] += b[k]
	}
	return a
}

func newReference(items []Item, f Frame, ragged bool) *reference {
	r := &reference{items: items, frame: f, ragged: ragged, at: []int{-1}, known: map[[2]int]faults{}}
	for i, it := range items {
		if it.Kind == Penalty {
			r.at = append(r.at, i)
		}
	}
	return r
}

// line returns the faults of the line between two breaks.
func (r *reference) line(i, j int) faults {
	if f, ok := r.known[[2]int{i, j}]; ok {
		return f
	}
	items := r.items[r.at[i]+1 : r.at[j]]
	for i > 0 && len(items) > 0 && items[0].Kind != Box {
		items = items[1:]
	}
	end := r.items[r.at[j]]
	width := end.Width
	for _, it := range items {
		if it.Kind != Penalty {
			width += it.Width
		}
	}
	room := r.frame.Rest
	if i == 0 {
		room = r.frame.First
	}
	var f faults
	switch {
	case width > room:
		f[beyondMargin], f[plainCost] = r.squeeze(items, width-room)
	case width == room || end.Cost == Forced:
	case r.ragged:
		f[plainCost] = int64(room-width) / 4 * int64(room-width)
	default:
		f[looseLine], f[plainCost] = r.open(items, room-width)
	}
	if end.Cost != Forced {
		f[plainCost] += end.Cost
	}
	switch end.Fault {
	case Against:
		f[againstRule] = 1
	case Parted:
		f[tornPair] = 1
	case Lone:
		f[singleLeft] = 1
	case Cut:
		f[looseLine] += int64(r.frame.Cell) * int64(r.frame.Cell) * 2 / 3
	}
	r.known[[2]int{i, j}] = f
	return f
}

// squeeze takes an excess from the places of a line, step by step, and returns
// what is left of it and the sum of the squares.
func (r *reference) squeeze(items []Item, excess page.Length) (left, cost int64) {
	if len(items) > 0 { // the blank of a mark at the end goes first and for nothing
		if last := items[len(items)-1]; last.Kind == Glue && last.Shrink > 0 {
			excess -= min(excess, last.Shrink)
			items = items[:len(items)-1]
		}
	}
	for _, rank := range []Rank{WordShrink, Bracket, PauseBlank, LatinShrink, StopBlank} {
		var room page.Length
		places := int64(0)
		for _, it := range items {
			if it.Kind == Glue && it.Shrink > 0 && it.ShrinkAt == rank {
				room, places = room+it.Shrink, places+1
			}
		}
		if places == 0 || excess == 0 {
			continue
		}
		taken := min(room, excess)
		cost += int64(taken) * int64(taken) / places
		excess -= taken
	}
	return int64(excess), cost
}

// open gives what is missing to the places of a line.
func (r *reference) open(items []Item, missing page.Length) (loose, cost int64) {
	cell := r.frame.Cell
	if missing > cell {
		cost = 4 * int64(missing-cell) * int64(missing-cell)
	}
	for _, rank := range []Rank{WordSpace, LatinSpace, Letter, LastResort, Within} {
		var room page.Length
		places := int64(0)
		for _, it := range items {
			if it.Kind == Glue && it.Stretch > 0 && it.StretchAt == rank {
				room, places = room+it.Stretch, places+1
			}
		}
		if places == 0 {
			continue
		}
		given := missing
		if rank == WordSpace || rank == LatinSpace {
			given = min(given, room)
		}
		cost += int64(given) * int64(given) / places
		if most := int64(cell) * places; rank >= Letter && 8*int64(given) > most {
			over := (8*int64(given) - most) / 8
			loose += over*over/places + 1
		}
		missing -= given
	}
	if missing > 0 {
		loose += int64(missing)*int64(missing) + 1
	}
	return loose, cost
}

// best tries every set of breaks after break i.
func (r *reference) best(i int) faults {
	last := len(r.at) - 1
	if i == last {
		return faults{}
	}
	var best faults
	found := false
	for j := i + 1; j <= last; j++ {
		if f := r.line(i, j); f[beyondMargin] == 0 || j == i+1 { // too wide only where no break is inside
			if f = f.plus(r.best(j)); !found || f.less(best) {
				best, found = f, true
			}
		}
		if r.items[r.at[j]].Cost == Forced {
			break
		}
	}
	return best
}

// total returns the faults of chosen breaks.
func (r *reference) total(breaks []int) faults {
	var sum faults
	prev, k := 0, 0
	for _, at := range breaks {
		for r.at[k] != at {
			k++
		}
		sum = sum.plus(r.line(prev, k))
		prev = k
	}
	return sum
}

// avoidable reports whether the text between two breaks can be set without a
// fault of the kind given and without any graver one.
func (r *reference) avoidable(from, to, kind int) bool {
	if to <= from {
		return false
	}
	reached := make([]bool, to-from+1)
	reached[0] = true
	for j := from + 1; j <= to; j++ {
		for i := j - 1; i >= from; i-- {
			f := r.line(i, j)
			if reached[i-from] {
				ok := true
				for k := 0; k <= kind; k++ {
					ok = ok && f[k] == 0
				}
				if ok {
					reached[j-from] = true
					break
				}
			}
			if i > 0 && r.items[r.at[i]].Cost == Forced || f[beyondMargin] > 0 && j > i+1 && r.frame.First <= r.frame.Rest {
				break
			}
		}
	}
	return reached[to-from]
}
