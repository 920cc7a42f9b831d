package archive

import (
	"io"
	"slices"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// checkPages returns what is wrong with the templates an office has of its own:
// what was found in reading them, and what only the pages of these issues show.
func (t *Task) checkPages() diag.List {
	all := slices.Clone(t.TemplateFindings)
	if t.Site == nil || !t.HTML || len(t.OwnTemplates) == 0 {
		return all
	}
	add := func(err error) {
		if d, ok := site.Fault(err); ok && !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	entries := map[string]site.Entry{}
	for _, issue := range t.Series.Issues {
		if !t.blocked(issue) {
			e := newEntry(issue)
			e.HTML, e.PDF, e.PDFSize = e.Path+".html", e.Path+".pdf", 1
			entries[e.Path] = e
		}
	}
	info := site.NewIndexInfo(t.Series.Settings)
	neighbours := site.AllNeighbours(sorted(entries))
	for _, issue := range t.Issues {
		if e, ok := entries[issue.Path]; ok {
			add(t.Site.Page(io.Discard, issue, site.NewPageInfo(e, neighbours[e.Path], info)))
		}
	}
	_, err := t.Site.Shared(info, sorted(entries))
	add(err)
	return all
}
