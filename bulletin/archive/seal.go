package archive

import (
	"errors"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// Seal makes the PDF of an issue and returns the seal of it, still without date
// and reason. An issue that is sealed already is made with the settings it was
// sealed with, by this tool. Findings with errors, or an error of the machine,
// leave it unsealed.
func Seal(t Task, issue *bulletin.Issue) (*bulletin.Seal, diag.List, error) {
	now := *issue
	now.Seal = nil
	t.PDF, t.HTML, t.Issues = true, false, []*bulletin.Issue{&now}
	w := worker{Task: &t}
	var r Result
	files, err := w.files(&now, &r)
	if err != nil || r.Findings.Errors() > 0 || len(files) == 0 {
		return nil, r.Findings, err
	}
	in := t.inputs(issue, newSummer())
	seal := &bulletin.Seal{
		Path: issue.Path, Title: issue.Title(), Tool: t.Producer, Source: issue.IssuedSum(), Record: in.Record,
		Pictures: in.Pictures, Fonts: in.FontFiles, PDF: sumOf(files[0].data), Pages: r.Pages,
	}
	if issue.CopiesAuto {
		seal.Copies = issue.Copies
	}
	return seal, r.Findings, nil
}

// ErrStale says that the PDF of an issue in the output is not what its source
// gives now.
var ErrStale = errors.New("the output is not that of the source")

// CheckIssued returns ErrStale when there is a PDF of an issue in the output and
// it is not the one of a seal; issued reports whether there is one.
func CheckIssued(out Output, seal *bulletin.Seal) (issued bool, err error) {
	name := seal.Path + ".pdf"
	if !out.has(name) {
		return false, nil
	}
	if sum, _ := newSummer().sum(out.FS, name); sum != seal.PDF {
		return true, ErrStale
	}
	return true, nil
}
