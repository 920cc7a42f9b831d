package bulletin

import (
	"fmt"
	"strings"

	"jianbao/bulletin/diag"
)

// A counter makes the printings of one issue.
type counter struct {
	issue    *Issue
	reg      *Register
	findings diag.List
	unknown  int  // names not in the register
	again    int  // names that come again
	over     bool // numbers of more than six digits were reported
	seen     map[*Unit]Phrase
	fresh    map[string]*Unit // units of unknown names
}

// firstPrinting counts the lists of the issue and what is kept.
func (c *counter) firstPrinting() Printing {
	p := Printing{Date: c.issue.Date, First: c.issue.CopyNumber}
	c.seen = map[*Unit]Phrase{}
	for _, list := range c.issue.Lists {
		for _, kind := range list.Kinds {
			for _, name := range kind {
				p.Shares = append(p.Shares, c.shares(name, list.Label.Text, 0)...)
			}
		}
	}
	sum := Sum(p.Shares)
	if c.reg != nil {
		kept := c.reg.Kept
		for _, k := range []struct {
			name   string
			copies int
		}{{"存档", kept.Archive}, {"领导", kept.Leaders}, {"备用", kept.Spare}} {
			if k.copies > 0 {
				p.Shares = append(p.Shares, keptShare(k.name, k.copies))
			}
		}
	}
	p.Total = Sum(p.Shares)
	c.checkCopies(&p, sum)
	p.Shares = append([]Share(nil), p.Shares...) // without the room it grew: a whole series stays in memory
	p.number()
	return p
}

func keptShare(name string, copies int) Share {
	return Share{Unit: &Unit{Name: Phrase{Text: name}}, List: "留存", Kept: true, Copies: copies}
}

// checkCopies holds a typed 份数 against the sum, and fills in the sum for 自动.
// The typed number is what was printed, whatever the register says by now: of a
// greater one the rest stays in the house, a smaller one is made up for from
// what is kept, spare copies first. Recipients are numbered in any case.
func (c *counter) checkCopies(p *Printing, sum int) {
	issue, at := c.issue, c.issue.CopiesAt
	switch {
	case issue.CopiesAuto:
		issue.Copies = p.Total
		switch {
		case p.Total == 0:
			c.findings.Add(at, diag.Warning, "份数", "写报、送、发，或直接写数字，例如 份数: 50", "没有收文单位，份数: 自动 得0，不印“共印N份”")
		case sum == 0:
			c.findings.Add(at, diag.Warning, "份数", "写报、送、发，或直接写数字，例如 份数: 50", "没有要发的单位，份数: 自动 得%d，都是留存", p.Total)
		case c.reg == nil:
			c.findings.Add(at, diag.Warning, "名册", "在 "+SettingsName+" 旁边放 "+RegisterName+"，写明各单位的份数", "没有名册 %s，每个单位按1份计，共%d份", RegisterName, p.Total)
		}
	case issue.Copies > 0 && issue.Copies != p.Total:
		if c.reg != nil {
			c.findings.Add(at, diag.Warning, "份数", fmt.Sprintf("写作 份数: %d 或 份数: 自动；已照这个数印发的，不必改", p.Total),
				"份数写的是%d，按名册应为%d份（收文单位%d，留存%d）", issue.Copies, p.Total, sum, p.Total-sum)
		}
		p.adjust(issue.Copies)
	}
}

// adjust makes a printing one of so many copies, as far as what is kept allows.
func (p *Printing) adjust(copies int) {
	if rest := copies - p.Total; rest > 0 {
		p.Shares = append(p.Shares, keptShare("余存", rest))
	}
	for i := len(p.Shares) - 1; i >= 0 && p.Shares[i].Kept && Sum(p.Shares) > copies; i-- {
		if p.Shares[i].Copies -= min(p.Shares[i].Copies, Sum(p.Shares)-copies); p.Shares[i].Copies == 0 {
			p.Shares = p.Shares[:i]
		}
	}
	p.Total = Sum(p.Shares)
}

// reprinting counts reprint i of the issue, which follows the printings so far.
func (c *counter) reprinting(i int, d *Distribution) Printing {
	r, next := c.issue.Reprints[i], d.next()
	p := Printing{Date: r.Date, Reprint: len(d.Printings), Remarks: r.Remarks}
	c.seen = map[*Unit]Phrase{}
	for _, u := range r.Units {
		p.Shares = append(p.Shares, c.shares(u.Name, "加印", u.Copies)...)
	}
	p.Total = Sum(p.Shares)
	switch rest := r.Copies - p.Total; {
	case r.Copies > 0 && rest < 0:
		c.findings.Add(r.keys["份数"], diag.Error, "加印", fmt.Sprintf("写作 份数: %d，或删去 份数", p.Total), "加印%d份，各单位却要%d份", r.Copies, p.Total)
	case rest > 0:
		p.Shares = append(p.Shares, keptShare("余存", rest))
		p.Total += rest
	}
	if p.Total == 0 {
		c.findings.Add(r.At, diag.Warning, "加印", "写明各单位的份数，例如 单位: {市委办公室: 2}", "这次加印一份也没有")
	}
	if p.Date != (Date{}) && before(p.Date, c.issue.Date) {
		c.findings.Add(r.keys["日期"], diag.Warning, "加印", "核对日期", "加印的日期早于印发日期%s", c.issue.Date)
	}
	switch {
	case d.HasNumbers():
		p.First = next
		if r.Number > 0 {
			p.First = r.Number
		}
		if r.Number > 0 && r.Number < next {
			c.findings.Add(r.keys["份号"], diag.Error, "份号", fmt.Sprintf("写作 份号: %06d，或删去 份号", next), "份号%06d已用过，前面已编到%06d", r.Number, next-1)
			p.First = next
		}
	case r.Number > 0:
		c.findings.Add(r.keys["份号"], diag.Error, "份号", "在文头写 份号: 1，或删去这里的 份号", "这一期不编份号，加印却写了份号")
	}
	p.number()
	return p
}

func before(a, b Date) bool {
	return a.Year*10000+a.Month*100+a.Day < b.Year*10000+b.Month*100+b.Day
}

// number gives each share its numbers.
func (p *Printing) number() {
	if p.First == 0 {
		return
	}
	next := p.First
	for i := range p.Shares {
		if s := &p.Shares[i]; s.Copies > 0 {
			s.First = next
			next += s.Copies
		}
	}
}

// shares returns the shares of a name: its own, or those of its members, without
// those that have one already. copies is 0 where the register says how many.
func (c *counter) shares(name Phrase, list string, copies int) []Share {
	if fold(name.Text) == "" {
		return nil
	}
	u := c.find(name, copies)
	var out []Share
	var again []repeat
	for _, s := range u.served {
		if old, ok := c.seen[s]; ok {
			again = append(again, repeat{s, old})
			continue
		}
		c.seen[s] = name
		share := Share{Unit: s, List: list, Copies: s.Copies}
		if copies > 0 {
			share.Copies = copies
		}
		switch {
		case s != u:
			share.Collective = name.Text
		case name.Text != s.Name.Text:
			share.Written = name.Text
		}
		out = append(out, share)
	}
	if len(again) > 0 {
		if c.again++; c.again <= mostFindings {
			c.findings.Add(name.At, diag.Warning, "重复单位", "删去一个；现在只计一次", "%s", repeated(name, again))
		}
	}
	return out
}

// mostFindings is how many unknown names, and names that come again, are told
// one by one.
const mostFindings = 50

// rest says how many more there are.
func (c *counter) rest() {
	for _, r := range []struct {
		n          int
		code, text string
	}{{c.unknown, "名册", "名册里没有的名字还有%d个"}, {c.again, "重复单位", "重复的单位还有%d处"}} {
		if r.n > mostFindings {
			c.findings.Add(c.issue.NumberAt, diag.Warning, r.code, "先改正前面列出的", r.text, r.n-mostFindings)
		}
	}
}

// find returns the unit of a name; one that the register lacks is reported and
// gets as many copies as the issue says, one where that is 0.
func (c *counter) find(name Phrase, copies int) *Unit {
	if u := c.reg.Find(name.Text); u != nil {
		return u
	}
	key := fold(name.Text)
	if u := c.fresh[key]; u != nil {
		return u
	}
	u := &Unit{Name: name, Copies: 1, At: name.At}
	u.served = []*Unit{u}
	if c.fresh == nil {
		c.fresh = map[string]*Unit{}
	}
	c.fresh[key] = u
	if c.reg == nil {
		return u
	}
	if c.unknown++; c.unknown > mostFindings {
		return u
	}
	hint := "在 " + RegisterName + " 的 单位 里加一项 - 名称: " + name.Text
	if near := c.reg.near(name.Text); near != "" {
		hint = "是不是“" + near + "”？新的单位，" + hint
	} else if parts := Parted(name.Text, "、，,；; "); len(parts) > 1 && c.reg.Find(parts[0]) != nil {
		hint = "一项写一个单位，例如 [" + strings.Join(parts, ", ") + "]"
	}
	c.findings.Add(name.At, diag.Warning, "名册", hint, "名册里没有“%s”，按%d份计", name.Text, max(copies, 1))
	return u
}
