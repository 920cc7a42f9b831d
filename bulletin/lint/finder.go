package lint

import (
	"fmt"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A finder looks for what one rule is about, and keeps what it finds.
type finder struct {
	rule   *Rule
	series *bulletin.Series
	issue  *bulletin.Issue // nil while a rule looks at a whole series
	found  *diag.List
}

// add adds a finding that a person must mend. hint says what to type.
func (f *finder) add(at diag.Pos, hint, format string, args ...any) {
	f.put(at, nil, hint, format, args...)
}

// mend adds a finding at the bytes [i, j) of a piece of prose, with what may
// stand in their place without changing what is said. Where they do not stand in
// the source as they are read, a person must mend it.
func (f *finder) mend(p *prose, i, j int, text, format string, args ...any) {
	hint := fmt.Sprintf("改为“%s”", text)
	switch {
	case text == "":
		hint = "删去"
	case strings.ContainsAny(text, "“”‘’"):
		hint = "改为 " + text
	}
	from, to, ok := p.span(i, j)
	if !ok {
		f.put(p.pos(i), nil, hint, format, args...)
		return
	}
	f.put(p.pos(i), &diag.Edit{From: from, To: to, Text: text}, hint, format, args...)
}

func (f *finder) put(at diag.Pos, fix *diag.Edit, hint, format string, args ...any) {
	if hint != "" {
		hint += "（" + f.rule.Basis() + "）"
	}
	*f.found = append(*f.found, diag.Diagnostic{
		Pos: at, Severity: f.rule.Severity, Code: f.rule.Code, Message: fmt.Sprintf(format, args...), Hint: hint, Fix: fix,
	})
}

// Check returns what the rules find in issues of a series, and what was found
// elsewhere, in reading and layout, sorted, without what is silenced. whole says
// that the issues are all of the series. Issues that could not be read are passed
// over.
func Check(s *bulletin.Series, issues []*bulletin.Issue, whole bool, found diag.List) diag.List {
	found = found[:len(found):len(found)]
	for _, r := range Rules() {
		if r.series != nil {
			r.series(&finder{r, s, nil, &found})
		}
	}
	for _, issue := range issues {
		if issue.Findings.Errors() == 0 {
			found = append(found, checkIssue(s, issue)...)
		}
	}
	return silence(s, issues, whole, found.Sorted())
}

func checkIssue(s *bulletin.Series, issue *bulletin.Issue) diag.List {
	var found diag.List
	pieces := proseOf(issue)
	for _, r := range Rules() {
		f := &finder{r, s, issue, &found}
		if r.issue != nil {
			r.issue(f)
		}
		if r.prose == nil {
			continue
		}
		r.inProse(f, pieces)
	}
	return found
}
