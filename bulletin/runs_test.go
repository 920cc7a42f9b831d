package bulletin

import "testing"

// TestRunsOn says when numbers run on over the years.
func TestRunsOn(t *testing.T) {
	for _, c := range []struct {
		years map[int][]int
		want  bool
	}{
		{nil, false},
		{map[int][]int{2020: {1, 2}}, false},
		{map[int][]int{2019: {9, 1}, 2020: {10, 11}}, true},
		{map[int][]int{2019: {1, 9}, 2020: {1, 2}}, false},
		{map[int][]int{2019: {3, 12}, 2020: {3, 4}}, false}, // the first issues of both are missing
		{map[int][]int{2018: {1}, 2019: {2}, 2020: {2}}, false},
	} {
		years := map[int]Span{}
		for y, numbers := range c.years {
			for _, n := range numbers {
				years[y] = years[y].With(n)
			}
		}
		if got := RunsOn(years); got != c.want {
			t.Errorf("%v: %v", c.years, got)
		}
	}
}
