package archive

import (
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/lint"
	"jianbao/bulletin/site"
)

// Numbers looks at the numbers of the issues of a series: those that are missing,
// come twice or contradict the dates are faults of the issue behind the gap, by
// the name of its web page.
func Numbers(issues []*bulletin.Issue) []Fault {
	var all []*Published
	for _, issue := range issues {
		p := &Published{Path: issue.Path, Entry: site.NewEntry(issue), Total: issue.Total, Supplement: issue.Supplement}
		for _, code := range issue.Silent {
			p.Silent = append(p.Silent, code.Text)
		}
		all = append(all, p)
	}
	var v Verification
	v.numbers(all)
	return v.Faults
}

// numbers looks at the numbers of issues. An archive may begin in the midst of a
// year.
func (v *Verification) numbers(issues []*Published) {
	var all []lint.Numbered
	for _, p := range issues {
		n := lint.Numbered{Path: p.Path, Date: p.Entry.Date, Number: p.Entry.Number, Supplement: p.Supplement, Total: p.Total}
		if p.Supplement {
			n.Number = p.Entry.Supplement
		}
		all = append(all, n)
	}
	for _, s := range lint.Sequences(all) {
		file := issues[s.At].Path + ".html"
		hint := "补上缺的；确实没有出的，在这一期的文头写 不查: [" + s.Code() + "]"
		switch {
		case slices.Contains(issues[s.At].Silent, s.Code()):
		case s.Fault == lint.Twice:
			v.add(file, "重号", "核对哪一期的期号写错了", "%s", s.Message)
		case s.Fault == lint.Backwards:
			v.add(file, "日期", "核对这两期的日期", "%s", s.Message)
		default:
			v.add(file, "缺号", hint, "%s", s.Message)
		}
	}
}
