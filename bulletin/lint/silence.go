package lint

import (
	"regexp"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// SilenceCode is the code of what is found about silences themselves.
const SilenceCode = "不查"

// A silence takes findings away: those of one code in a file, or on one line.
type silenced struct {
	at   diag.Pos // of the code
	code string
	line int // of At.Source; 0 for all of it, or for all issues where it stands in bulletin.yaml

	shared bool // it stands in a file all issues share
	used   bool
}

// silentComment is a comment that silences rules on its line, or, alone on its
// line, on the next that is not blank: <!-- 不查 标点半角 数字日期：引文如此 -->, and in the
// front matter # 不查 标点半角. What follows a ： is the reason.
var silentComment = regexp.MustCompile(`(<!--|#)[ \t　]*不查[ \t　]+([^：\n]*?)[ \t　]*(?:：[^\n]*?)?(?:-->|$)`)

// silencesOf returns the silences of what all issues share, and of some issues.
func silencesOf(s *bulletin.Series, issues []*bulletin.Issue) []*silenced {
	var out []*silenced
	if s.Settings != nil {
		out = append(out, named(s.Settings.Front.Silent, true)...)
		out = append(out, comments(s.Settings.Source, true)...)
	}
	if s.Register != nil {
		out = append(out, comments(s.Register.Source, true)...)
	}
	for _, issue := range issues {
		for _, q := range append(named(issue.Silent, false), comments(issue.Source, false)...) {
			if q.at.Source == issue.Source {
				q.used = !readWell(s, issue) // then not all was looked for
				out = append(out, q)
			}
		}
	}
	return out
}

// Quiet returns findings about some issues of a series, or about what all share,
// without those that are silenced.
func Quiet(s *bulletin.Series, issues []*bulletin.Issue, found diag.List) diag.List {
	silences := silencesOf(s, issues)
	if len(silences) == 0 {
		return found
	}
	var out diag.List
	for _, d := range found {
		if !takenAway(silences, d) {
			out = append(out, d)
		}
	}
	return out
}

// SilentNumbers returns the rules about the numbers of issues that an editor
// silenced for an issue, sorted, each once.
func SilentNumbers(s *bulletin.Series, issue *bulletin.Issue) []string {
	var out []string
	for _, q := range silencesOf(s, []*bulletin.Issue{issue}) {
		if r := Find(q.code); r != nil && r.Group == numberGroup {
			out = append(out, q.code)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// silence takes away what is silenced, but no errors, and reports silences that
// silence nothing. Those of bulletin.yaml are only known to when the whole series
// was looked at.
func silence(s *bulletin.Series, issues []*bulletin.Issue, whole bool, found diag.List) diag.List {
	silences := silencesOf(s, issues)
	var out diag.List
	for _, d := range found {
		if !takenAway(silences, d) {
			out = append(out, d)
		}
	}
	for _, issue := range s.Issues {
		whole = whole && readWell(s, issue) // else what a shared silence is for was not looked for
	}
	for _, q := range silences {
		switch {
		case Find(q.code) == nil && q.code != "":
			out.Add(q.at, diag.Warning, SilenceCode, "写规则的代码，即方括号里的字；全部代码见 bulletin check --explain", "没有“%s”这条规则", q.code)
		case !q.used && (whole || !q.shared):
			out.Add(q.at, diag.Info, SilenceCode, "删去它", "这里没有要不查的“%s”", q.code)
		}
	}
	return out.Sorted()
}

func takenAway(silences []*silenced, d diag.Diagnostic) bool {
	if d.Severity == diag.Error {
		return false
	}
	for _, q := range silences {
		if q.code != d.Code || !q.reaches(d.Pos) {
			continue
		}
		q.used = true
		return true
	}
	return false
}

// reaches reports whether a silence is about a place: those of a list in
// bulletin.yaml are about all.
func (q *silenced) reaches(at diag.Pos) bool {
	if q.line == 0 {
		return q.shared || q.at.Source == at.Source
	}
	return q.at.Source == at.Source && q.line == at.Line()
}

// named returns the silences of a list of codes in front matter.
func named(codes []bulletin.Phrase, shared bool) []*silenced {
	var out []*silenced
	for _, c := range codes {
		out = append(out, &silenced{at: c.At, code: c.Text, shared: shared})
	}
	return out
}

// comments returns the silences in the comments of a source: of an issue, or of a
// file all issues share, which is YAML all through.
func comments(src *diag.Source, shared bool) []*silenced {
	if !strings.Contains(src.Text, "不查") {
		return nil
	}
	var out []*silenced
	matter := shared || strings.TrimSpace(src.Line(1)) == "---" // of YAML, where # begins a comment
	for n := 1; n <= src.Lines(); n++ {
		line := src.Line(n)
		if n > 1 && !shared && strings.TrimSpace(line) == "---" {
			matter = false
		}
		m := silentComment.FindStringSubmatchIndex(line)
		if m == nil || !matter && line[m[2]:m[3]] == "#" {
			continue
		}
		at := n
		if strings.TrimSpace(line[:m[0]]+line[m[1]:]) == "" {
			for at++; at < src.Lines() && strings.TrimSpace(src.Line(at)) == ""; at++ {
			}
		}
		codes := line[m[4]:m[5]]
		for _, code := range strings.FieldsFunc(codes, func(r rune) bool { return strings.ContainsRune(" \t　，、", r) }) {
			i := m[4] + strings.Index(codes, code)
			out = append(out, &silenced{at: src.At(src.Offset(n, 1) + i), code: code, line: at, shared: shared})
		}
	}
	return out
}
