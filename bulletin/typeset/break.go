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

// breaks returns the chosen ones among the places of b.at. For every place
// where a line may end it looks for the best place to begin that line, no
// farther back than a line is wide.
func (b *breaker) breaks() []int {
	best, from := cleared(b.best, len(b.at)), cleared(b.from, len(b.at))
	b.best, b.from = best, from
	forced := 0 // the last break where a line had to end
	for j := 1; j < len(b.at); j++ {
		first := b.farthest(j, forced)
		from[j] = -1
		if first > 0 && forced == 0 && b.frame.First > b.frame.Rest {
			b.improve(best, from, 0, j) // only the wider first line may still hold it
		}
		for i := first; i < j; i++ {
			b.improve(best, from, i, j)
		}
		if b.items[b.at[j]].Cost == Forced {
			forced = j
		}
	}
	var breaks []int
	for j := int32(len(b.at) - 1); j > 0; j = from[j] {
		breaks = append(breaks, int(j))
	}
	slices.Reverse(breaks)
	return breaks
}

// improve takes the line between two breaks when nothing better ends at the
// second one. Of equal ones the last wins: lines are full, the last one short.
func (b *breaker) improve(best []demerits, from []int32, i, j int) {
	if from[j] >= 0 && best[j].less(&best[i]) {
		return // whatever the line costs
	}
	var d demerits
	if b.line(i, j, &d); d.over > 0 && i < j-1 {
		return
	}
	if d.add(&best[i]); from[j] < 0 || !best[j].less(&d) {
		best[j], from[j] = d, int32(i)
	}
}

// farthest returns the first break, from one on, from which a line that is no
// first line may reach to break j.
func (b *breaker) farthest(j, least int) int {
	i := j - 1
	for i > least {
		if excess := b.width(i-1, j) - b.frame.width(i-1 == 0); excess > 0 {
			if _, over := b.shrinkCost(i-1, j, excess); over > 0 {
				break
			}
		}
		i--
	}
	return i
}

// A breaker holds running totals over the items, so that the width and the
// give of any line are had in constant time. They are taken only where lines
// may begin and end, which keeps them small.
type breaker struct {
	items  []Item
	frame  Frame
	ragged bool    // lines are not stretched
	fewest bool    // each line costs more than all else but a fault
	at     []int32 // at[0] is -1, the start; then every penalty
	begin  []int32 // of each break: the item a line after it begins with
	upTo   []sum   // of each break: the totals of the items before it
	beyond []sum   // of each break: the totals of the items before the line after it

	best []demerits // of each break: of the paragraph up to a line that ends there
	from []int32    // of each break: the one before that line
}

// sum is how wide so many items are, what they can lose and gain, and at how
// many places. From rank Letter on what they gain has no limit.
type sum struct {
	width   page.Length
	shrink  [shrinkRanks]page.Length
	stretch [Letter]page.Length
	losers  [shrinkRanks]int32
	gainers [stretchRanks]int32
}

// give is how much so many places can give together.
type give struct {
	amount page.Length
	places int64
}

func newBreaker(items []Item, f Frame, ragged bool) *breaker {
	b := &breaker{}
	b.reset(items, f, ragged)
	return b
}

// reset takes up other items in the room of those before, which is lost.
func (b *breaker) reset(items []Item, f Frame, ragged bool) {
	n := 1
	for _, it := range items {
		if it.Kind == Penalty {
			n++
		}
	}
	b.items, b.frame, b.ragged, b.fewest = items, f, ragged, false
	b.at, b.begin = append(emptied(b.at, n), -1), append(emptied(b.begin, n), 0)
	b.upTo, b.beyond = append(emptied(b.upTo, n), sum{}), append(emptied(b.beyond, n), sum{})
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
}

// start notes where the line after the last break begins: glue before its
// first box has vanished.
func (b *breaker) start(i int, total sum) {
	b.begin, b.beyond = append(b.begin, int32(i)), append(b.beyond, total)
}

func (s *sum) add(it Item) {
	s.width += it.Width
	if it.Shrink > 0 && it.ShrinkAt != AtEnd {
		s.shrink[it.ShrinkAt] += it.Shrink
		s.losers[it.ShrinkAt]++
	}
	if it.Stretch > 0 {
		if it.StretchAt < Letter {
			s.stretch[it.StretchAt] += it.Stretch
		}
		s.gainers[it.StretchAt]++
	}
}
