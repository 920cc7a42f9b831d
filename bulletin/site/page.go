package site

import (
	"html/template"
	"strings"

	"jianbao/bulletin"
)

// A page is what page.html shows.
type page struct {
	*bulletin.Issue
	Styles      template.CSS
	Description string
	PDFLink     template.URL
	PDFSize     string
	IndexLink   template.URL
	YearLink    template.URL
	SearchLink  template.URL
	FeedLink    template.URL
	Prev, Next  pageLink
	Citation    string
	Address     string // of the page on the web
	AboveLines  name
	NameLines   name
	NumberHTML  template.HTML
	CopyDigits  string
	Note        template.HTML // 编者按
	Guide       []contentsGroup
	Articles    template.HTML
	Colophon    *colophon
}

func newPage(issue *bulletin.Issue, info PageInfo, css string, lines bool) *page {
	ids := anchors(issue.Body)
	w := &writer{ids: ids, notes: newNotes(issue), lines: lines}
	p := &page{
		Issue:       issue,
		Styles:      template.CSS(css + settings(issue.Style)),
		Description: description(issue),
		PDFLink:     template.URL(fileAddress(info.PDF)),
		PDFSize:     fileSize(info.PDFSize),
		IndexLink:   template.URL(fileAddress(info.Index)),
		YearLink:    template.URL(fileAddress(info.Year)),
		SearchLink:  template.URL(fileAddress(info.Search)),
		FeedLink:    template.URL(fileAddress(info.Feed)),
		Prev:        newPageLink(info.Prev),
		Next:        newPageLink(info.Next),
		Citation:    citation(issue, info.Address),
		Address:     info.Address,
		AboveLines:  newAbove(texts(issue.Above)),
		NameLines:   newName(texts(issue.Name)),
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

// A pageLink leads to the issue before or after a page.
type pageLink struct {
	Link    template.URL // "" for none
	Heading string
}

func newPageLink(l Link) pageLink { return pageLink{template.URL(fileAddress(l.Path)), l.Heading} }

// ClosingLines returns what stands above the date at the end of the text: who
// signs, as on paper.
func (p *page) ClosingLines() []string { return texts(p.Signing()) }

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
