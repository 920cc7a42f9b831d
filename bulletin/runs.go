package bulletin

import (
	"maps"
	"slices"
)

// A Span is the least and the greatest of some numbers.
type Span struct{ Least, Most int }

// With returns a span that has a number too; the zero Span has none.
func (s Span) With(n int) Span {
	if s == (Span{}) {
		return Span{n, n}
	}
	return Span{min(s.Least, n), max(s.Most, n)}
}

// RunsOn reports whether the numbers of a bulletin run on over the years, told by
// those of each: there is more than one year, and every year begins above where the
// one before it ended.
func RunsOn(years map[int]Span) bool {
	order := slices.Sorted(maps.Keys(years))
	for k := 1; k < len(order); k++ {
		if years[order[k]].Least <= years[order[k-1]].Most {
			return false
		}
	}
	return len(order) > 1
}
