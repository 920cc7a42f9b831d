package site

import (
	"cmp"
	"html/template"
	"slices"

	"jianbao/bulletin"
)

// An index is what index.html shows.
type index struct {
	Styles     template.CSS
	Name       string
	AboveLines name
	NameLines  name
	Years      []year
}

// A year is the issues of one year.
type year struct {
	Year   int
	Issues []listed
}

// A listed issue is one line of the index.
type listed struct {
	Heading  string // 第4期, or the date of an issue without a number
	Total    string
	Name     string // of the bulletin when it went by another one
	Date     bulletin.Date
	Summary  []template.HTML
	HTMLLink template.URL
	PDFLink  template.URL
}

// Link returns where the heading leads: to the page, or else to the PDF.
func (l listed) Link() template.URL {
	if l.HTMLLink != "" {
		return l.HTMLLink
	}
	return l.PDFLink
}

func newIndex(info IndexInfo, entries []Entry, css string) *index {
	entries = slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool {
		return !e.Issue.Public || e.HTML == "" && e.PDF == ""
	})
	slices.SortStableFunc(entries, newer)
	x := &index{Name: cmp.Or(info.Name, "简报")}
	x.NameLines = newName([]bulletin.Phrase{{Text: x.Name}})
	style := bulletin.DefaultStyle()
	if len(entries) > 0 {
		newest := entries[0].Issue
		style = newest.Style
		if info.Name == "" {
			x.Name = newest.FullName()
			x.AboveLines, x.NameLines = newAbove(newest.Above), newName(newest.Name)
		}
	}
	x.Styles = template.CSS(css + settings(style))
	for _, e := range entries {
		x.add(e)
	}
	return x
}

// newer orders the newest issue first; of one day the higher number, numbered
// issues before their 增刊.
func newer(a, b Entry) int {
	return cmp.Or(
		-cmp.Compare(a.Issue.Date.ISO(), b.Issue.Date.ISO()),
		-cmp.Compare(a.Issue.Number, b.Issue.Number),
		-cmp.Compare(a.Issue.SupplementNumber, b.Issue.SupplementNumber),
		cmp.Compare(a.Issue.Path, b.Issue.Path),
	)
}

func (x *index) add(e Entry) {
	if n := len(x.Years); n == 0 || x.Years[n-1].Year != e.Issue.Date.Year {
		x.Years = append(x.Years, year{Year: e.Issue.Date.Year})
	}
	y := &x.Years[len(x.Years)-1]
	y.Issues = append(y.Issues, newListed(e, x.Name))
}

func newListed(e Entry, series string) listed {
	l := listed{
		Heading:  cmp.Or(e.Issue.NumberLine(), e.Issue.Date.String()),
		Total:    e.Issue.TotalLine(),
		Date:     e.Issue.Date,
		HTMLLink: template.URL(fileAddress(e.HTML)),
		PDFLink:  template.URL(fileAddress(e.PDF)),
	}
	if own := e.Issue.FullName(); own != series {
		l.Name = own
	}
	for _, line := range summary(e.Issue) {
		l.Summary = append(l.Summary, template.HTML(inPhrases(line)))
	}
	return l
}
