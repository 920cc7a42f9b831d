package site

import (
	"html/template"
	"slices"
	"strings"

	"jianbao/bulletin"
)

// A page is what page.html shows.
type page struct {
	*bulletin.Issue
	Styles      template.CSS
	Description string
	PDFLink     template.URL
	IndexLink   template.URL
	AboveLines  name
	NameLines   name
	NumberHTML  template.HTML
	CopyDigits  string
	Note        template.HTML // 编者按
	Guide       []contentsGroup
	Articles    template.HTML
	Colophon    *colophon
}

func newPage(issue *bulletin.Issue, info PageInfo, css string) *page {
	ids := anchors(issue.Body)
	w := &writer{ids: ids, notes: newNotes(issue)}
	p := &page{
		Issue:       issue,
		Styles:      template.CSS(css + settings(issue.Style)),
		Description: description(issue),
		PDFLink:     template.URL(fileAddress(info.PDF)),
		IndexLink:   template.URL(fileAddress(info.Index)),
		AboveLines:  newAbove(issue.Above),
		NameLines:   newName(issue.Name),
		NumberHTML:  numberLine(issue.NumberLine()),
		CopyDigits:  copyNumber(issue.CopyNumber),
		Guide:       newContents(issue, ids),
		Colophon:    newColophon(issue),
	}
	if len(issue.EditorNote) > 0 {
		p.Note = w.editorNote(issue.EditorNoteLabel.Text, issue.EditorNote)
	}
	p.Articles = w.body(issue.Body)
	return p
}

// ClosingLines returns what stands above the date at the end of the text: the
// issuing office, without those who only took part (主办：… 承办：…).
func (p *page) ClosingLines() []string {
	lines := texts(p.Issuer)
	if len(lines) == 1 {
		return lines
	}
	return slices.DeleteFunc(lines, func(s string) bool { return strings.Contains(s, "：") })
}

// description is the summary search engines and chat programs show.
func description(issue *bulletin.Issue) string {
	var b strings.Builder
	b.WriteString(issue.Title())
	if issue.Date != (bulletin.Date{}) {
		b.WriteString("，" + issue.Date.String())
	}
	for _, p := range issue.Issuer {
		b.WriteString("，" + p.Text)
	}
	b.WriteString("。")
	if lines := summary(issue); len(lines) > 0 {
		b.WriteString(strings.Join(lines, "；") + "。")
	}
	return b.String()
}
