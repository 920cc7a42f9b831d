package typeset

import (
	"slices"

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

// Break chooses where lines end so that the sum of demerits is least; it takes
// items, returns the indices of the penalties the lines end at, changes
// nothing. The last item must be a forced penalty. A line is wider than its
// frame only where it has no other break inside (found against brute force:
// otherwise one giant line is cheaper than several small ones).
func Break(items []Item, f Frame) []int {
	b := newBreaker(items, f, false)
	breaks := b.breaks()
	for n, j := range breaks {
		breaks[n] = int(b.at[j])
	}
	return breaks
}

// breaks returns the chosen ones among the places of b.at. It looks, for every place where a line may end, for the best place to
// begin that line; it looks back no farther than a line is wide.
func (b *breaker) breaks() []int {
	best := make([]demerits, len(b.at)) // of the paragraph up to a line that ends at b.at[j]
	from := make([]int32, len(b.at))    // the break before that line
	for j := 1; j < len(b.at); j++ {
		found := false
		for i := j - 1; i >= 0; i-- {
			d, fits := b.line(i, j)
			if !fits && i < j-1 {
				if b.frame.First <= b.frame.Rest {
					break
				}
				i = min(i, 1) // only the wider first line may still hold it
				continue
			}
			if d = best[i].plus(d); !found || d.less(best[j]) {
				best[j], from[j], found = d, int32(i), true
			}
			if i > 0 && b.items[b.at[i]].Cost == Forced {
				break
			}
		}
	}
	var breaks []int
	for j := int32(len(b.at) - 1); j > 0; j = from[j] {
		breaks = append(breaks, int(j))
	}
	slices.Reverse(breaks)
	return breaks
}

// A breaker holds running totals over the items, so that the width and the
// give of any line are had in constant time. They are taken only where lines
// may begin and end, which keeps them small.
type breaker struct {
	items  []Item
	frame  Frame
	ragged bool    // lines are not stretched
	at     []int32 // at[0] is -1, the start; then every penalty
	begin  []int32 // of each break: the item a line after it begins with
	upTo   []sum   // of each break: the totals of the items before it
	beyond []sum   // of each break: the totals of the items before the line after it
}

// sum is how wide so many items are, and what they can give.
type sum struct {
	width   page.Length
	shrink  [shrinkRanks - 1]give // from WordShrink on
	stretch [stretchRanks]give
}

// give is how much so many places can give together.
type give struct {
	amount page.Length
	places int64
}

func (g give) minus(h give) give { return give{g.amount - h.amount, g.places - h.places} }

func newBreaker(items []Item, f Frame, ragged bool) *breaker {
	n := 1
	for _, it := range items {
		if it.Kind == Penalty {
			n++
		}
	}
	b := &breaker{items: items, frame: f, ragged: ragged}
	b.at, b.begin = append(make([]int32, 0, n), -1), append(make([]int32, 0, n), 0)
	b.upTo, b.beyond = append(make([]sum, 0, n), sum{}), append(make([]sum, 0, n), sum{})
	var total sum
	begun := true // whether the line after the last break has its first box
	for i, it := range items {
		if it.Kind == Box && !begun {
			b.start(i, total)
			begun = true
		}
		if it.Kind != Penalty {
			total.add(it)
			continue
		}
		if !begun { // nothing between two breaks
			b.start(i, total)
		}
		b.at, b.upTo = append(b.at, int32(i)), append(b.upTo, total)
		begun = false
	}
	if !begun {
		b.start(len(items), total)
	}
	return b
}

// start notes where the line after the last break begins: glue before its
// first box has vanished.
func (b *breaker) start(i int, total sum) {
	b.begin, b.beyond = append(b.begin, int32(i)), append(b.beyond, total)
}

func (s *sum) add(it Item) {
	s.width += it.Width
	if it.Shrink > 0 && it.ShrinkAt != AtEnd {
		g := &s.shrink[it.ShrinkAt-1]
		*g = give{g.amount + it.Shrink, g.places + 1}
	}
	if it.Stretch > 0 {
		g := &s.stretch[it.StretchAt]
		*g = give{g.amount + it.Stretch, g.places + 1}
	}
}
