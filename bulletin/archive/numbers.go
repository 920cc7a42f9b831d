package archive

import (
	"cmp"
	"fmt"
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// Numbers looks at the numbers of the issues of a series: those that are missing,
// come twice or contradict the dates are faults of the issue behind the gap, by
// the name of its web page.
func Numbers(issues []*bulletin.Issue) []Fault {
	var all []*Published
	for _, issue := range issues {
		all = append(all, &Published{Path: issue.Path, Entry: site.NewEntry(issue), Total: issue.Total, Supplement: issue.Supplement})
	}
	var v Verification
	v.numbers(all)
	return v.Faults
}

// numbers looks at the numbers of issues: within a year none may be missing or
// come twice, and dates follow them; the same of 增刊, which are numbered by
// themselves; the 总期号 runs on without a gap. A bulletin whose numbers do not
// begin again with the year is told by that. An archive may begin in the midst of
// a year, for what was issued before is not in it.
func (v *Verification) numbers(issues []*Published) {
	var regular, supplements, total []*Published
	for _, p := range issues {
		switch {
		case p.Supplement && p.Entry.Supplement > 0:
			supplements = append(supplements, p)
		case !p.Supplement && p.Entry.Number > 0:
			regular = append(regular, p)
		}
		if p.Total > 0 {
			total = append(total, p)
		}
	}
	v.sequence("第%d期", regular, func(p *Published) int { return p.Entry.Number }, false)
	v.sequence("增刊第%d期", supplements, func(p *Published) int { return p.Entry.Supplement }, false)
	v.sequence("总第%d期", total, func(p *Published) int { return p.Total }, true)
}

// sequence looks at one run of numbers. form names a number; always says that it
// never begins again.
func (v *Verification) sequence(form string, issues []*Published, number func(*Published) int, always bool) {
	runs := always || runsOn(issues, number)
	year := func(p *Published) int {
		if runs {
			return 0
		}
		return p.Entry.Date.Year
	}
	slices.SortStableFunc(issues, func(a, b *Published) int {
		return cmp.Or(cmp.Compare(year(a), year(b)), cmp.Compare(number(a), number(b)), cmp.Compare(a.Path, b.Path))
	})
	name := func(p *Published, n int) string {
		if runs {
			return fmt.Sprintf(form, n)
		}
		return fmt.Sprintf("%d年", year(p)) + fmt.Sprintf(form, n)
	}
	for i, p := range issues {
		next := 1
		if i > 0 && year(issues[i-1]) == year(p) {
			next = number(issues[i-1]) + 1
		} else if i == 0 {
			next = number(p) // what was issued before is not in the archive
		}
		file := p.Path + ".html"
		switch n := number(p); {
		case n < next:
			v.add(file, "重号", "核对哪一期的期号写错了", "%s有两期：%s 和 %s", name(p, n), issues[i-1].Path, p.Path)
		case n == next+1:
			v.add(file, "缺号", "补上缺的一期；确实没有出的，可在档案里说明", "缺%s", name(p, next))
		case n > next:
			v.add(file, "缺号", "补上缺的各期；确实没有出的，可在档案里说明", "缺%s至%s，共 %d 期", name(p, next), fmt.Sprintf(form, n-1), n-next)
		}
		if i > 0 && year(issues[i-1]) == year(p) && p.Entry.Date.ISO() < issues[i-1].Entry.Date.ISO() {
			before := issues[i-1]
			v.add(file, "日期", "核对这两期的日期", "%s（%s）的日期早于%s（%s）", name(p, number(p)), p.Entry.Date, name(before, number(before)), before.Entry.Date)
		}
	}
}

// runsOn reports whether numbers run on over the years.
func runsOn(issues []*Published, number func(*Published) int) bool {
	least := map[int]int{}
	for _, p := range issues {
		y := p.Entry.Date.Year
		if n := least[y]; n == 0 || number(p) < n {
			least[y] = number(p)
		}
	}
	return bulletin.RunsOn(least)
}
