package site

import (
	"strings"

	"jianbao/bulletin"
)

// A colophon is the 报尾 as a page shows it.
type colophon struct {
	Lists  []labelled
	Staff  []labelled
	Copies string
}

// A labelled text is a label with its colon and what it stands for.
type labelled struct{ Label, Text string }

// newColophon returns nil when there is nothing to print below the text.
func newColophon(issue *bulletin.Issue) *colophon {
	var c colophon
	for _, list := range issue.Lists {
		var names strings.Builder
		for _, n := range list.Names(issue.Style.Separators) {
			names.WriteString(n.Text)
		}
		c.Lists = append(c.Lists, labelled{colon(list.Label.Text), names.String()})
	}
	for _, p := range issue.Staff {
		c.Staff = append(c.Staff, labelled{colon(p.Role.Text), p.Name.Text})
	}
	if issue.Copies > 0 {
		c.Copies = "共印" + number(issue.Copies) + "份"
	}
	if len(c.Lists) == 0 && len(c.Staff) == 0 && c.Copies == "" {
		return nil
	}
	return &c
}
