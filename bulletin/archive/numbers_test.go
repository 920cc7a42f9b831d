package archive

import (
	"fmt"
	"slices"
	"testing"

	"jianbao/bulletin"
)

// TestNumbers says which numbers of a series are missing, come twice or
// contradict the dates.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		numbers [][2]int // year, and 期号; below 0 that of a 增刊
		want    []string
	}{
		{nil, nil},
		{[][2]int{{2020, 7}, {2020, 8}}, nil}, // the archive begins in the midst of a year
		{[][2]int{{2020, 1}, {2020, 3}}, []string{"缺2020年第2期"}},
		{[][2]int{{2020, 1}, {2020, 5}}, []string{"缺2020年第2期至第4期，共 3 期"}},
		{[][2]int{{2020, 1}, {2020, 1}}, []string{"2020年第1期有两期：0 和 1"}},
		{[][2]int{{2020, 2}, {2020, 1}}, []string{"2020年第2期（2020年1月1日）的日期早于2020年第1期（2020年1月2日）"}},
		{[][2]int{{2019, 9}, {2020, 1}, {2021, 2}}, []string{"缺2021年第1期"}},
		{[][2]int{{2019, 9}, {2020, 10}, {2021, 11}}, nil}, // it counts on
		{[][2]int{{2020, 1}, {2020, -1}, {2020, 0}, {2020, 2}, {2020, -3}}, []string{"缺2020年增刊第2期"}},
	} {
		var issues []*bulletin.Issue
		for i, n := range c.numbers {
			f := bulletin.Front{Date: bulletin.Date{Year: n[0], Month: 1, Day: 1 + i}, Number: n[1]}
			if n[1] < 0 {
				f.Number, f.Supplement, f.SupplementNumber = 0, true, -n[1]
			}
			issues = append(issues, &bulletin.Issue{Path: fmt.Sprint(i), Front: f})
		}
		var got []string
		for _, f := range Numbers(issues) {
			got = append(got, f.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %q, want %q", c.numbers, got, c.want)
		}
	}
}
