package lint

import (
	"cmp"
	"fmt"
	"slices"

	"jianbao/bulletin"
)

// A Numbered is what the numbers of an issue say.
type Numbered struct {
	Path       string // from the series root, without .md
	Date       bulletin.Date
	Number     int  // 期号, or the number of a 增刊; 0 for none
	Supplement bool // 增刊, which are numbered by themselves
	Total      int  // 总期号; 0 for none
}

// NumberedOf returns what the numbers of an issue say.
func NumberedOf(issue *bulletin.Issue) Numbered {
	n := Numbered{Path: issue.Path, Date: issue.Date, Number: issue.Number, Supplement: issue.Supplement, Total: issue.Total}
	if issue.Supplement {
		n.Number = issue.SupplementNumber
	}
	return n
}

// A Fault says what is wrong with a number in its sequence.
type Fault int

// The faults of a sequence.
const (
	Twice     Fault = iota // the number came before
	Gap                    // one or more numbers before it are missing
	Backwards              // its date is before that of the number before it
)

// A Sequence is which numbers run on.
type Sequence int

// The sequences of a series.
const (
	Regular     Sequence = iota // 期号
	Supplements                 // 增刊
	Totals                      // 总期号
)

// A Slip is one fault of the numbers of a series.
type Slip struct {
	Fault    Fault
	Sequence Sequence
	At       int    // index of the issue with the number
	Before   int    // of that with the number before it; -1 for none
	Missing  int    // how many numbers are missing; 0 but for a Gap
	RunsOn   bool   // a Gap at the begin of a year that runs on from the year before
	Message  string // in words an editor reads
}

// Code is the code of the rule that looks for a slip.
func (s Slip) Code() string {
	if s.Sequence == Regular && s.Fault == Backwards {
		return "日期倒挂"
	}
	return [...]string{"", "增刊", "总期"}[s.Sequence] + [...]string{"重号", "缺号", "倒挂"}[s.Fault]
}

// Sequences looks at the numbers of the issues of a series: within a year none
// may be missing or come twice, and dates follow them; the same of 增刊, which
// are numbered by themselves; the 总期号 runs on without a gap. A bulletin whose
// numbers do not begin again with the year is told by that. A series may begin in
// the midst of a year, for what was issued before may not be in it.
func Sequences(issues []Numbered) []Slip {
	members := [3][]int{}
	for i, n := range issues {
		switch {
		case n.Number == 0:
		case n.Supplement:
			members[Supplements] = append(members[Supplements], i)
		default:
			members[Regular] = append(members[Regular], i)
		}
		if n.Total > 0 {
			members[Totals] = append(members[Totals], i)
		}
	}
	var out []Slip
	for which, list := range members {
		out = append(out, newRun(issues, list, Sequence(which)).slips()...)
	}
	return out
}

// A run is one sequence of numbers, in order.
type run struct {
	issues []Numbered
	list   []int // indices of issues
	which  Sequence
	onward bool // the numbers never begin again
}

func newRun(issues []Numbered, list []int, which Sequence) *run {
	r := &run{issues: issues, list: list, which: which}
	r.onward = which == Totals || r.runsOn()
	slices.SortStableFunc(list, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.year(a), r.year(b)), cmp.Compare(r.number(a), r.number(b)), cmp.Compare(issues[a].Path, issues[b].Path))
	})
	return r
}

func (r *run) number(i int) int {
	if r.which == Totals {
		return r.issues[i].Total
	}
	return r.issues[i].Number
}

// year is the year within which numbers are compared; 0 when they never begin
// again.
func (r *run) year(i int) int {
	if r.onward {
		return 0
	}
	return r.issues[i].Date.Year
}

// runsOn reports whether numbers run on over the years.
func (r *run) runsOn() bool {
	years := map[int]bulletin.Span{}
	for _, i := range r.list {
		y := r.issues[i].Date.Year
		years[y] = years[y].With(r.number(i))
	}
	return bulletin.RunsOn(years)
}

// form returns a number as it is named.
func (r *run) form(n int) string {
	return fmt.Sprintf([...]string{Regular: "第%d期", Supplements: "增刊第%d期", Totals: "总第%d期"}[r.which], n)
}

// name returns a number with its year, where numbers begin again with the year.
func (r *run) name(i, n int) string {
	if r.onward {
		return r.form(n)
	}
	return fmt.Sprintf("%d年", r.year(i)) + r.form(n)
}

func (r *run) slips() []Slip {
	var out []Slip
	for k, i := range r.list {
		before := -1
		if k > 0 {
			before = r.list[k-1]
		}
		out = append(out, r.slip(i, before)...)
	}
	return out
}

// slip looks at a number and that before it.
func (r *run) slip(i, before int) []Slip {
	var out []Slip
	add := func(f Fault, format string, args ...any) *Slip {
		out = append(out, Slip{Fault: f, Sequence: r.which, At: i, Before: before, Message: fmt.Sprintf(format, args...)})
		return &out[len(out)-1]
	}
	together := before >= 0 && r.year(before) == r.year(i)
	n, next := r.number(i), 1
	switch {
	case together:
		next = r.number(before) + 1
	case before < 0:
		next = n // what was issued before is not there
	}
	switch {
	case n < next:
		add(Twice, "%s有两期：%s 和 %s", r.name(i, n), r.issues[before].Path, r.issues[i].Path)
	case n == next+1:
		add(Gap, "缺%s", r.name(i, next)).Missing = 1
	case n > next:
		add(Gap, "缺%s至%s，共 %d 期", r.name(i, next), r.form(n-1), n-next).Missing = n - next
	}
	if n > next && before >= 0 && !together {
		out[len(out)-1].RunsOn = n == r.number(before)+1
	}
	a, b := r.issues[i], r.issues[max(before, 0)]
	if together && a.Date.ISO() < b.Date.ISO() {
		add(Backwards, "%s（%s）的日期早于%s（%s）", r.name(i, n), a.Date, r.name(before, r.number(before)), b.Date)
	}
	return out
}
