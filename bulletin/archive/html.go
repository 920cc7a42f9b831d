package archive

import (
	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// page makes the page of an issue. It links to the PDF that is made with it or
// that stands there from an earlier build.
func (t *worker) page(issue *bulletin.Issue) ([]byte, error) {
	e := t.entry(issue)
	e.HTML = issue.Path + ".html"
	if t.PDF {
		e.PDF, e.PDFSize = issue.Path+".pdf", int64(t.pdf.Len())
	}
	info := site.NewPageInfo(e, t.neighbours[issue.Path], site.NewIndexInfo(t.Series.Settings))
	if !t.Index {
		info = site.PageInfo{PDF: info.PDF, PDFSize: info.PDFSize}
	}
	t.html.Reset()
	err := t.Site.Page(&t.html, issue, info)
	return t.html.Bytes(), err
}

// entry returns the entry of an issue with the outputs that stand in the folder
// now, whether built this time or before.
func (t *Task) entry(issue *bulletin.Issue) site.Entry {
	e := site.NewEntry(issue)
	if name := issue.Path + ".html"; t.Out.Exists(name) {
		e.HTML = name
	}
	if name := issue.Path + ".pdf"; t.Out.Exists(name) {
		e.PDF = name
	}
	return e
}

// expected returns the neighbours of issues, as far as those will be there.
func (t *Task) expected() map[string]site.Neighbours {
	if !t.Index {
		return nil
	}
	building := map[string]bool{}
	for _, issue := range t.Issues {
		building[issue.Path] = t.HTML && !t.blocked(issue)
	}
	var entries []site.Entry
	for _, issue := range t.Series.Issues {
		e := t.entry(issue)
		if building[issue.Path] {
			e.HTML = issue.Path + ".html"
		}
		entries = append(entries, e)
	}
	return site.AllNeighbours(entries)
}

// index writes the pages of the series: every issue with the outputs that stand
// in the folder now, whether built this time or before.
func (t *Task) index() error {
	var entries []site.Entry
	var documents []site.Document
	for _, issue := range t.Series.Issues {
		e := t.entry(issue)
		entries = append(entries, e)
		if e.Listed() {
			documents = append(documents, site.Document{Entry: e, Text: site.SearchText(issue)})
		}
	}
	files, err := t.Site.Shared(site.NewIndexInfo(t.Series.Settings), entries)
	if err != nil {
		return err
	}
	for _, d := range documents {
		if f, ok := site.TextFile(d.Entry, d.Text); ok {
			files = append(files, f)
		}
	}
	for _, f := range append(files, site.SearchFiles(documents)...) {
		if err := t.Out.Write(f.Name, f.Data); err != nil {
			return err
		}
	}
	return nil
}
