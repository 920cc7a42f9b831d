package archive

import (
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/lint"
)

// Numbers looks at the numbers of the issues of a series: those that are missing,
// come twice or contradict the dates are faults of the issue behind the gap, by
// the name of its web page.
func Numbers(issues []*bulletin.Issue) []Fault {
	var all []numbered
	for _, issue := range issues {
		n := numbered{Numbered: lint.NumberedOf(issue)}
		for _, code := range issue.Silent {
			n.silent = append(n.silent, code.Text)
		}
		all = append(all, n)
	}
	var v Verification
	v.numbers(all)
	return v.Faults
}

// A numbered is what the numbers of an issue say, and which rules about them do not
// hold for it.
type numbered struct {
	lint.Numbered
	silent []string
}

func (m *Manifest) numbers() []numbered {
	var all []numbered
	for _, p := range m.Issues {
		n := lint.Numbered{Path: p.Path, Date: p.Entry.Date, Number: p.Entry.Number, Supplement: p.Supplement, Total: p.Total}
		if p.Supplement {
			n.Number = p.Entry.Supplement
		}
		all = append(all, numbered{n, p.Silent})
	}
	return all
}

// numbers looks at the numbers of issues. An archive may begin in the midst of a
// year.
func (v *Verification) numbers(issues []numbered) {
	var all []lint.Numbered
	for _, n := range issues {
		all = append(all, n.Numbered)
	}
	for _, s := range lint.Sequences(all) {
		file := all[s.At].Path + ".html"
		switch {
		case slices.Contains(issues[s.At].silent, s.Code()):
		case s.Fault == lint.Twice:
			v.add(file, "重号", "核对哪一期的期号写错了", "%s", s.Message)
		case s.Fault == lint.Backwards:
			v.add(file, "日期", "核对这两期的日期", "%s", s.Message)
		default:
			v.add(file, "缺号", "补上缺的；确实没有出的，在这一期的文头写 不查: ["+s.Code()+"]", "%s", s.Message)
		}
	}
}
