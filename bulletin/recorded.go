package bulletin

import (
	"fmt"
	"slices"

	"jianbao/bulletin/diag"
)

// recorded returns the printings of a record, and holds the issue against them.
// Of a recipient the register says only what changes without its name: where
// and through whom it is reached.
func (c *counter) recorded(rec *Record) []Printing {
	var out []Printing
	for _, p := range rec.Printings {
		p.Shares = slices.Clone(p.Shares)
		for i := range p.Shares {
			s := &p.Shares[i]
			if known := c.reg.Find(s.Unit.Name.Text); known != nil && !s.Kept {
				u := *known
				u.Name, u.Copies, u.Members, u.served = s.Unit.Name, s.Copies, nil, nil
				s.Unit = &u
			}
		}
		out = append(out, p)
	}
	c.againstRecord(out[0])
	c.unmatched(rec)
	return out
}

const recordedHint = "以分发记录为准；印发前改了稿件的，删去记录文件，再用 --record 记一次"

// againstRecord reports where the issue says another thing than the record has
// of its first printing.
func (c *counter) againstRecord(first Printing) {
	issue := c.issue
	warn := func(at diag.Pos, format string, args ...any) {
		c.findings.Add(at, diag.Warning, "分发记录", recordedHint, format, args...)
	}
	switch {
	case issue.CopiesAuto:
		issue.Copies = first.Total
	case issue.Copies > 0 && issue.Copies != first.Total:
		warn(issue.CopiesAt, "份数写的是%d，分发记录是%d份", issue.Copies, first.Total)
	}
	if at, ok := issue.Keys["份号"]; issue.CopyNumber != first.First {
		if !ok {
			at = issue.NumberAt
		}
		warn(at, "%s，分发记录%s", numberedFrom("稿件", issue.CopyNumber), numberedFrom("", first.First))
	}
	if issue.Date != first.Date {
		warn(issue.Keys["date"], "日期是%s，分发记录是%s", issue.Date, first.Date)
	}
	c.againstNames(first)
}

// numberedFrom says how copies are numbered.
func numberedFrom(what string, first int) string {
	if first == 0 {
		return what + "没有份号"
	}
	return fmt.Sprintf("%s份号从%06d起", what, first)
}

// againstNames reports names that only the issue has, or only its record.
func (c *counter) againstNames(first Printing) {
	names := map[string]bool{} // of the record
	for _, s := range first.Shares {
		for _, name := range []string{s.Unit.Name.Text, s.Written, s.Collective} {
			names[fold(name)] = true
		}
	}
	listed := map[string]bool{}
	for _, list := range c.issue.Lists {
		for _, kind := range list.Kinds {
			for _, name := range kind {
				listed[fold(name.Text)] = true
				if !names[fold(name.Text)] && !c.reg.Find(name.Text).anyOf(names) {
					c.findings.Add(name.At, diag.Warning, "分发记录", "补发的写在 加印 里；印发前改了名单的，删去记录文件再记", "分发记录里没有“%s”", name.Text)
				}
			}
		}
	}
	for _, s := range first.Recipients() {
		known := listed[fold(s.Unit.Name.Text)] || s.Written != "" && listed[fold(s.Written)] || s.Collective != "" && listed[fold(s.Collective)]
		if !known {
			c.findings.Add(s.Unit.Name.At, diag.Warning, "分发记录", recordedHint, "分发记录里有“%s”，稿件的名单里没有", s.Unit.Name.Text)
		}
	}
}

// anyOf reports whether a unit or one of those that get its copies has one of
// the folded names.
func (u *Unit) anyOf(names map[string]bool) bool {
	return u != nil && (names[fold(u.Name.Text)] || slices.ContainsFunc(u.served, func(s *Unit) bool { return names[fold(s.Name.Text)] }))
}

// pairs finds for each reprint of the issue the printing of its record: that of
// the same day, in their order. -1 stands for one not recorded yet.
func (c *counter) pairs(rec *Record) []int {
	out := make([]int, len(c.issue.Reprints))
	taken := map[int]bool{}
	for i, r := range c.issue.Reprints {
		out[i] = -1
		for k := 1; rec != nil && k < len(rec.Printings); k++ {
			if !taken[k] && rec.Printings[k].Date == r.Date {
				out[i], taken[k] = k, true
				break
			}
		}
	}
	return out
}

// unrecorded returns the reprints of the issue that its record has not.
func (c *counter) unrecorded(rec *Record) []int {
	var out []int
	for i, k := range c.pairs(rec) {
		if k < 0 {
			out = append(out, i)
		}
	}
	return out
}

// unmatched reports reprints that were changed since they were recorded, or that
// the issue has no more.
func (c *counter) unmatched(rec *Record) {
	found := map[int]bool{}
	for i, k := range c.pairs(rec) {
		if k < 0 {
			continue
		}
		found[k] = true
		if what := c.issue.Reprints[i].differs(rec.Printings[k], c.reg); what != "" {
			c.findings.Add(c.issue.Reprints[i].At, diag.Warning, "分发记录", "以分发记录为准；另外再印的，另写一项 加印，日期不同", "加印与分发记录不符：%s", what)
		}
	}
	for k, p := range rec.Printings[1:] {
		if !found[k+1] {
			c.findings.Add(p.Shares[0].Unit.Name.At, diag.Warning, "分发记录", "在稿件的 加印 里补上这一次", "分发记录里%s的加印，稿件里没有", p.Date)
		}
	}
}

// differs says in what a reprint is not as it was recorded; "" when it is.
func (r Reprint) differs(p Printing, reg *Register) string {
	if r.Copies > 0 && r.Copies != p.Total {
		return fmt.Sprintf("份数写的是%d，记下的是%d", r.Copies, p.Total)
	}
	if r.Number > 0 && r.Number != p.First {
		return fmt.Sprintf("份号写的是%06d，记下的是%06d", r.Number, p.First)
	}
	shares := map[string]int{}
	for _, s := range p.Shares {
		for _, name := range []string{s.Unit.Name.Text, s.Written, s.Collective} {
			shares[fold(name)] = s.Copies
		}
	}
	for _, u := range r.Units {
		n, ok := shares[fold(u.Name.Text)]
		if known := reg.Find(u.Name.Text); !ok && known != nil {
			n, ok = shares[fold(known.Name.Text)]
		}
		switch {
		case !ok:
			return fmt.Sprintf("记下的没有“%s”", u.Name.Text)
		case u.Copies > 0 && n != u.Copies:
			return fmt.Sprintf("“%s”写的是%d份，记下的是%d份", u.Name.Text, u.Copies, n)
		}
	}
	return ""
}
