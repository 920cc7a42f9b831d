package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// A Draft asks for the 送审稿 of issues: their pages with the word and the date
// on each, the lines numbered, and a bar beside what changed since the draft
// before.
//
// The source of a draft is kept beside it, and that of the draft before, so that
// the same text made again has the same bars: it is the same draft.
type Draft struct {
	Word  string
	Date  bulletin.Date
	Again bool // it takes the place of the last draft, which nobody saw, and is compared with the one before that
}

// Changes counts how a draft differs from the one before. nil: there was none,
// or none that can be read.
type Changes = layout.DraftChanges

// draftName is the name of the PDF of a draft: with its word, if that can stand in
// the name of a file.
func draftName(issue *bulletin.Issue, word string) string {
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			word = "送审稿"
			break
		}
	}
	return issue.Path + "-" + word + ".pdf"
}

// keptDraft is where the source of a draft is kept, or of the one before. Names
// that begin with _ are no issues, wherever the folder lies.
func keptDraft(issue *bulletin.Issue, before bool) string {
	dir, name := path.Split(issue.Path)
	if before {
		return dir + "_" + name + ".draft-before.md"
	}
	return dir + "_" + name + ".draft.md"
}

// draft sets an issue with the marks of a draft. The sources to keep are added to
// the files of the worker.
func (t *worker) draft(issue *bulletin.Issue, assets *layout.Assets, r *Result) (*page.Document, diag.List, error) {
	p := layout.NewProof(issue, assets)
	if _, findings := p.Document(); findings.Errors() > 0 {
		return nil, findings, nil
	}
	texts := p.Texts()
	last, known, err := t.kept(keptDraft(issue, false))
	if err != nil {
		return nil, nil, err
	}
	base, before := last, t.texts(issue, last, known)
	if known && (t.Draft.Again || slices.Equal(before, texts)) { // the same draft again
		if base, known, err = t.kept(keptDraft(issue, true)); err != nil {
			return nil, nil, err
		}
		before = t.texts(issue, base, known)
	} else if known {
		t.beside = append(t.beside, file{keptDraft(issue, true), []byte(last)})
	}
	t.beside = append(t.beside, file{keptDraft(issue, false), []byte(issue.Source.Text)})
	changes := p.Draw(layout.Draft{Word: t.Draft.Word, Date: t.Draft.Date, Before: before})
	doc, findings := p.Document()
	switch {
	case before != nil:
		r.Changes = &changes
	case known:
		findings.Add(issue.Source.At(0), diag.Info, "送审稿", "按现在的设置，上一稿排不出来", "上一稿不能比较，没有标改动")
	}
	return doc, findings, nil
}

// kept reads the source of a draft; known is false when there is none.
func (t *worker) kept(name string) (text string, known bool, err error) {
	if !t.Out.has(name) {
		return "", false, nil
	}
	data, err := fs.ReadFile(t.Out.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("%s: %w", name, err)
	}
	return string(data), true, nil
}

// texts returns what a draft says as it would be set now; nil when it cannot be.
func (t *worker) texts(issue *bulletin.Issue, text string, known bool) []string {
	if !known {
		return nil
	}
	old := bulletin.Read(diag.NewSource(issue.Source.Name, []byte(text)), issue.Path, t.settings(issue))
	if old.Findings.Errors() > 0 {
		return nil
	}
	var record *bulletin.Record
	if issue.Record != nil {
		record = bulletin.ReadRecord(issue.Record)
	}
	old.Distribute(t.Series.Register, record)
	shared, findings := t.Assets(old)
	if findings.Errors() > 0 {
		return nil
	}
	pictures, _ := t.pictures(old)
	assets := *shared
	assets.Pictures, _ = t.readPictures(old, pictures)
	return layout.NewProof(old, &assets).Texts()
}

// settings are those an issue is read with.
func (t *worker) settings(issue *bulletin.Issue) *bulletin.Settings {
	if issue.Seal != nil {
		return issue.Seal.Settings()
	}
	return t.Series.Settings
}
