// Package intake turns old papers, plain text or Word documents of issues that
// were printed once, into drafts of issues. Whatever it guesses and doubts is
// marked in the draft and told as a finding; what is certain is not.
package intake

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A Draft is one issue as it was read from an old paper, for an editor to go
// over.
type Draft struct {
	Path string // where it belongs below the folder of issues, without .md: 2020/004
	Text string // front matter and Markdown, UTF-8

	notes    []remark
	settings *bulletin.Settings
}

// A remark is a finding about a draft whose name is not known yet.
type remark struct {
	offset   int // in the text of the draft, in bytes
	severity diag.Severity
	code     string
	key      string // of the front matter, where the draft lacks it
	doubt
}

// A doubt is what was guessed, and what to type where the guess is wrong.
type doubt struct{ what, hint string }

// Import reads an old paper of a name, which findings print, and returns a draft
// for each issue it holds. settings is the bulletin.yaml of the series the drafts
// are for, whose defaults they need not repeat; nil for none. The findings are
// about the paper as a whole; an error among them means that there is no draft.
func Import(name string, data []byte, settings *bulletin.Settings) ([]*Draft, diag.List) {
	var findings diag.List
	p := &paper{source: diag.NewSource(name, nil), findings: &findings}
	if !p.open(data) {
		return nil, findings
	}
	pieces := p.issues()
	if len(pieces) > mostIssues {
		p.refuse("过大", "把它分成几个文件再导入", "里面的期数太多（%d期）", len(pieces))
		return nil, findings
	}
	standard := defaults(settings)
	var drafts []*Draft
	for i, lines := range pieces {
		g := p.guess(lines, standard)
		if len(pieces) > 1 {
			g.tell("分期", "分错了的，把原文分成几个文件再导入", "原文里有%d期，这是第%d期", len(pieces), i+1)
		}
		drafts = append(drafts, g.draft(name, settings))
	}
	return drafts, findings
}

// Findings returns what an editor has to look at in a draft, with places in the
// file of a name that holds it: each doubt, what of the old paper stands not in
// the draft, and what makes the draft unreadable as it is.
func (d *Draft) Findings(name string) diag.List {
	src := diag.NewSource(name, []byte(d.Text))
	var out diag.List
	lines, missing := map[int]bool{}, map[string]bool{}
	for _, r := range d.notes {
		at := src.At(r.offset)
		out = append(out, diag.Diagnostic{Pos: at, Severity: r.severity, Code: r.code, Message: r.what, Hint: r.hint})
		if r.severity == diag.Error {
			lines[at.Line()], missing[r.key] = true, true
		}
	}
	for _, f := range bulletin.Read(src, d.Path, d.settings).Findings {
		if f.Severity == diag.Error && f.Pos.Source == src && !lines[f.Pos.Line()] && !missing[f.Code] {
			out = append(out, f)
		}
	}
	return out.Sorted()
}
