package archive

import (
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
		all = append(all, &Published{Path: issue.Path, Entry: site.NewEntry(issue), Total: issue.Total, Supplement: issue.Supplement})
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
		switch {
		case s.Fault == lint.Twice:
			v.add(file, "重号", "核对哪一期的期号写错了", "%s", s.Message)
		case s.Fault == lint.Backwards:
			v.add(file, "日期", "核对这两期的日期", "%s", s.Message)
		case s.Missing == 1:
			v.add(file, "缺号", "补上缺的一期；确实没有出的，可在档案里说明", "%s", s.Message)
		default:
			v.add(file, "缺号", "补上缺的各期；确实没有出的，可在档案里说明", "%s", s.Message)
		}
	}
}
