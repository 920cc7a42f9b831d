package bulletin

import (
	"slices"

	"jianbao/bulletin/diag"
)

// A Distribution says who gets which copy of an issue.
type Distribution struct {
	Registered bool       // there is a register
	Printings  []Printing // the first, then those of 加印
	Recorded   int        // how many of them are as the record of the issue has them
}

// HasNumbers reports whether copies carry numbers: all printings as the first.
func (d *Distribution) HasNumbers() bool { return len(d.Printings) > 0 && d.Printings[0].First > 0 }

// Numbered returns the printings with their copies numbered, from 1 on where
// the issue has no 份号.
func (d *Distribution) Numbered() []Printing {
	if d.HasNumbers() {
		return d.Printings
	}
	var out []Printing
	next := 1
	for _, p := range d.Printings {
		p.Shares = slices.Clone(p.Shares)
		p.First = next
		p.number()
		next += p.Total
		out = append(out, p)
	}
	return out
}

// A Printing is copies printed at one time, numbered without a gap from First to
// Last.
type Printing struct {
	Date    Date
	Reprint int     // 0 for the first printing, else which 加印, from 1
	Remarks Phrase  // of a reprint
	Shares  []Share // recipients in the order of the lists, then what is kept
	Total   int     // 印数
	First   int     // 份号 of the first copy; 0 when copies carry no numbers
}

// Last returns the 份号 of the last copy; 0 when copies carry no numbers.
func (p Printing) Last() int {
	if p.First == 0 {
		return 0
	}
	return p.First + p.Total - 1
}

// A Share is the copies one recipient gets, or that are kept for one purpose.
type Share struct {
	Unit       *Unit
	List       string // label as printed: 报, 送, 抄送, 本期增发; of a reprint 加印; of kept copies 留存
	Collective string // the collective name the issue has for it; "" when it stands there itself
	Kept       bool   // stays in the house: 存档, 领导, 备用, 余存
	Copies     int
	First      int    // 份号 of its first copy; 0 when copies carry no numbers or it gets none
	Cover      int    // 封号 of its envelope, where the record has one
	Written    string // the name as the issue has it, where that is another
}

// Last returns the 份号 of the last copy of a share; 0 when it has none.
func (s Share) Last() int {
	if s.First == 0 {
		return 0
	}
	return s.First + s.Copies - 1
}

// Recipients returns the shares that leave the house.
func (p Printing) Recipients() []Share {
	for i, s := range p.Shares {
		if s.Kept {
			return p.Shares[:i]
		}
	}
	return p.Shares
}

// Sum returns how many copies shares have together.
func Sum(shares []Share) int {
	n := 0
	for _, s := range shares {
		n += s.Copies
	}
	return n
}

// Distribute counts who gets how many copies of an issue, and which numbers
// they carry: as its record has it, and what that has not yet by the register of
// the series. reg is nil when there is none, and then each name gets one copy;
// rec is nil before anything was recorded. What 份数: 自动 comes to is filled in.
// Names the register lacks or that come twice, and numbers that do not agree,
// are findings.
func (issue *Issue) Distribute(reg *Register, rec *Record) {
	issue.Findings = append(issue.Findings, issue.distribute(reg, rec)...).Sorted()
}

// distribute does so and returns the findings.
func (issue *Issue) distribute(reg *Register, rec *Record) diag.List {
	c := &counter{issue: issue, reg: reg}
	d := &Distribution{Registered: reg != nil}
	if rec != nil {
		issue.Record = rec.Source
		if c.findings = slices.Clone(rec.Findings); c.findings.Errors() > 0 {
			return c.findings
		}
		d.Printings, d.Recorded = c.recorded(rec), len(rec.Printings)
	}
	if reg != nil && reg.Findings.Errors() > 0 && (d.Recorded == 0 || len(c.unrecorded(rec)) > 0) {
		if issue.CopiesAuto && d.Recorded == 0 {
			c.findings.Add(issue.CopiesAt, diag.Error, "份数", "先改正 "+RegisterName, "名册 %s 有错误，算不出份数", reg.Source.Name)
		}
		return c.findings
	}
	issue.Distribution = d
	if d.Recorded == 0 {
		d.Printings = append(d.Printings, c.firstPrinting())
		c.sixDigits(d.Printings[0], issue.Keys["份号"])
	}
	for _, i := range c.unrecorded(rec) {
		p := c.reprinting(i, d)
		c.sixDigits(p, issue.Reprints[i].At)
		d.Printings = append(d.Printings, p)
	}
	c.rest()
	return c.findings
}

// next is the 份号 after the last copy so far; 0 when copies carry no numbers.
func (d *Distribution) next() int {
	n := 0
	for _, p := range d.Printings {
		n = max(n, p.Last()+1)
	}
	if !d.HasNumbers() {
		return 0
	}
	return n
}

// sixDigits reports a printing whose numbers have more digits than are printed.
func (c *counter) sixDigits(p Printing, at diag.Pos) {
	if p.Last() > largest && !c.over {
		c.over = true
		c.findings.Add(at, diag.Error, "份号", "改小 份号 或份数", "份号到%d，超过六位", p.Last())
	}
}
