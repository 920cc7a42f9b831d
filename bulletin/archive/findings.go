package archive

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// kept returns findings as a manifest keeps them: with the file of each from the
// series root. file tells it from a source.
func kept(l diag.List, file func(*diag.Source) string) []Finding {
	var out []Finding
	for _, d := range l {
		out = append(out, Finding{file(d.Pos.Source), d.Pos.Line(), d.Pos.Column(), d.Severity, d.Code, d.Message, d.Hint})
	}
	return out
}

// said returns findings of a manifest as they were found. source returns the
// source of a file.
func said(l []Finding, source func(file string) *diag.Source) diag.List {
	var out diag.List
	for _, f := range l {
		d := diag.Diagnostic{Severity: f.Severity, Code: f.Code, Message: f.Message, Hint: f.Hint}
		if src := source(f.File); src != nil && f.Line > 0 {
			d.Pos = src.At(src.Offset(f.Line, f.Column))
		}
		out = append(out, d)
	}
	return out
}

// file returns the path of a source from the series root, of those an issue may
// have findings in: its own, its 分发记录, and what all issues share.
func (t *Task) file(issue *bulletin.Issue, src *diag.Source) string {
	switch {
	case src == nil, issue != nil && src == issue.Source:
		return ""
	case issue != nil && src == issue.Record:
		return bulletin.RecordName(issue.Path + ".md")
	}
	for name, shared := range t.sharedSources() {
		if src == shared {
			return name
		}
	}
	return ""
}

// said returns findings of the manifest about an issue as they were found; issue
// is nil for those about what all issues share.
func (t *Task) said(issue *bulletin.Issue, l []Finding) diag.List {
	return said(l, func(file string) *diag.Source {
		switch {
		case file == "" && issue != nil:
			return issue.Source
		case issue != nil && file == bulletin.RecordName(issue.Path+".md"):
			return issue.Record
		}
		return t.sharedSources()[file]
	})
}
