package lint

import (
	"fmt"
	"strings"
	"sync"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A finder looks for what one rule is about, and keeps what it finds.
type finder struct {
	rule   *Rule
	series *bulletin.Series
	issue  *bulletin.Issue // nil while a rule looks at a whole series
	found  *diag.List

	slips func() []Slip // of the numbers of the series; several rules look at them
	leads func() []lead // of the 导读 of the issue; likewise
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

// Check returns what the rules find in the order of a series, and what was found
// before in its issues, by CheckIssue, in reading and in layout: sorted, without
// what is silenced. whole says that the issues are all of the series; else what is
// wrong with others is left out.
func Check(s *bulletin.Series, issues []*bulletin.Issue, whole bool, found diag.List) diag.List {
	found = found[:len(found):len(found)]
	if settled(s) && oneBulletin(s) {
		checkSeries(s, &found)
	}
	if !whole {
		found = about(s, issues, found)
	}
	return silence(s, issues, whole, found.Sorted())
}

// readWell reports whether the rules look at the text of an issue.
func readWell(s *bulletin.Series, issue *bulletin.Issue) bool {
	return settled(s) && issue.Findings.Errors() == 0 && issue.Seal == nil
}

// settled reports whether what all issues share could be read: without it rules
// would miss what stands there.
func settled(s *bulletin.Series) bool {
	return s.Settings == nil || s.Settings.Findings.Errors() == 0
}

// oneBulletin reports whether the issues of a series are of one bulletin: without
// bulletin.yaml they may be any that lie in one folder.
func oneBulletin(s *bulletin.Series) bool {
	for _, issue := range s.Issues {
		if s.Settings == nil && issue.FullName() != s.Issues[0].FullName() {
			return false
		}
	}
	return true
}

// about returns findings without those about issues that were not asked for:
// what is wrong with a series is found in all of them.
func about(s *bulletin.Series, issues []*bulletin.Issue, found diag.List) diag.List {
	other := map[*diag.Source]bool{}
	for _, issue := range s.Issues {
		other[issue.Source] = true
	}
	for _, issue := range issues {
		delete(other, issue.Source)
	}
	var out diag.List
	for _, d := range found {
		if !other[d.Pos.Source] {
			out = append(out, d)
		}
	}
	return out
}

func checkSeries(s *bulletin.Series, found *diag.List) {
	slips := sync.OnceValue(func() []Slip { return slipsOf(s) })
	for _, r := range table() {
		if r.series != nil {
			r.series(&finder{rule: r, series: s, found: found, slips: slips})
		}
	}
}

// CheckIssue returns what the rules find in one issue of a series, for Check. What
// could not be read is passed over, and so is a sealed issue, whose text stays as it
// is. Issues may be looked at at the same time.
func CheckIssue(s *bulletin.Series, issue *bulletin.Issue) diag.List {
	if !readWell(s, issue) {
		return nil
	}
	var found diag.List
	pieces := proseOf(issue)
	leads := sync.OnceValue(func() []lead { return leadsOf(issue) })
	for _, r := range table() {
		f := &finder{rule: r, series: s, issue: issue, found: &found, leads: leads}
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
