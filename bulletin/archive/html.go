package archive

import (
	"path"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// page makes the page of an issue in the room of the worker.
func (t *worker) page(issue *bulletin.Issue, info site.PageInfo) ([]byte, error) {
	t.html.Reset()
	err := t.Site.Page(&t.html, issue, info)
	return t.html.Bytes(), err
}

// lonePage is what the page of an issue outside any series says: where its PDF
// is, if it is made with it or stands there from an earlier build.
func (t *worker) lonePage(issue *bulletin.Issue) site.PageInfo {
	var info site.PageInfo
	if t.PDF || t.Out.has(issue.Path+".pdf") {
		info.PDF = path.Base(issue.Path) + ".pdf"
	}
	if t.PDF {
		info.PDFSize = int64(t.pdf.Len())
	}
	return info
}
