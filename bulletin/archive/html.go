package archive

import (
	"bytes"
	"path"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

const indexName = "index.html"

// html makes the page of an issue. It links to the PDF that is made with it or
// that stands there from an earlier build.
func (t *worker) page(issue *bulletin.Issue) ([]byte, error) {
	var info site.PageInfo
	if t.PDF || t.Out.Exists(issue.Path+".pdf") {
		info.PDF = path.Base(issue.Path) + ".pdf"
	}
	if t.Index {
		info.Index = strings.Repeat("../", strings.Count(issue.Path, "/")) + indexName
	}
	t.html.Reset()
	err := t.Site.Page(&t.html, issue, info)
	return t.html.Bytes(), err
}

// index writes the index of the series: every issue with the outputs that
// stand in the folder now, whether built this time or before.
func (t *Task) index() error {
	var entries []site.Entry
	for _, issue := range t.Series.Issues {
		e := site.Entry{Issue: issue}
		if name := issue.Path + ".html"; t.Out.Exists(name) {
			e.HTML = name
		}
		if name := issue.Path + ".pdf"; t.Out.Exists(name) {
			e.PDF = name
		}
		if e.HTML != "" || e.PDF != "" {
			entries = append(entries, e)
		}
	}
	var info site.IndexInfo
	if s := t.Series.Settings; s != nil {
		info.Name = s.Front.FullName()
	}
	var b bytes.Buffer
	if err := t.Site.Index(&b, info, entries); err != nil {
		return err
	}
	return t.Out.Write(indexName, b.Bytes())
}
