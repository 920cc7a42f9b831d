package archive

import "slices"

// A gap is a stretch at which two texts differ: of the one from a to b, of the
// other from c to d.
type gap struct{ a, b, c, d int }

// gramSize is how many characters in a row must be equal on both sides, and
// nowhere else, to take them for the same place.
const gramSize = 8

type gram [gramSize]rune

// gaps returns where two texts differ, in order. What both have at their heads
// and feet is the same; between, stretches that each has once and in the same
// order part one gap from the next.
func gaps(x, y []rune) []gap {
	whole, ok := narrowed(gap{0, len(x), 0, len(y)}, x, y)
	if !ok {
		return nil
	}
	var out []gap
	a, c := whole.a, whole.c
	part := func(b, d int) {
		if g, ok := narrowed(gap{a, b, c, d}, x, y); ok {
			out = append(out, g)
		}
	}
	for _, m := range rising(matches(x, y, whole)) {
		if m[0] < a || m[1] < c { // within what the last has grown to
			continue
		}
		part(m[0], m[1])
		a, c = m[0], m[1]
		for a < whole.b && c < whole.d && x[a] == y[c] {
			a, c = a+1, c+1
		}
	}
	part(whole.b, whole.d)
	return out
}

// narrowed takes off what both sides of a gap begin and end with, and reports
// whether anything is left.
func narrowed(g gap, x, y []rune) (gap, bool) {
	for g.a < g.b && g.c < g.d && x[g.a] == y[g.c] {
		g.a, g.c = g.a+1, g.c+1
	}
	for g.a < g.b && g.c < g.d && x[g.b-1] == y[g.d-1] {
		g.b, g.d = g.b-1, g.d-1
	}
	return g, g.a < g.b || g.c < g.d
}

// matches returns the places of the stretches that each side of a gap has once,
// in the order of the second.
func matches(x, y []rune, g gap) [][2]int {
	in, twice := once(x, g.a, g.b)
	other, again := once(y, g.c, g.d)
	var out [][2]int
	for k, j := range other {
		if i, ok := in[k]; ok && !twice[k] && !again[k] {
			out = append(out, [2]int{i, j})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[1] - b[1] })
	return out
}

// once returns where each stretch begins first, and which come again.
func once(text []rune, from, to int) (map[gram]int, map[gram]bool) {
	at, twice := map[gram]int{}, map[gram]bool{}
	for i := from; i+gramSize <= to; i++ {
		k := gram(text[i : i+gramSize])
		if _, ok := at[k]; ok {
			twice[k] = true
		} else {
			at[k] = i
		}
	}
	return at, twice
}

// rising returns the longest part of matches whose first places rise too, as
// their second do.
func rising(list [][2]int) [][2]int {
	var ends []int // of the best runs of each length, indices into list
	before := make([]int, len(list))
	for i, m := range list {
		n, _ := slices.BinarySearchFunc(ends, m[0], func(e, first int) int { return list[e][0] - first })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	out := make([][2]int, len(ends))
	for k := len(ends) - 1; k >= 0; k-- {
		i := ends[len(ends)-1]
		out[k] = list[i]
		ends[len(ends)-1] = before[i]
	}
	return out
}
