package archive

import (
	"bytes"
	"fmt"
	"io"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
	"jianbao/bulletin/site"
)

// A Sight is an issue as it would be built now, made in memory.
type Sight struct {
	Findings diag.List      // what Check says of the issue, sorted
	Shared   diag.List      // what it says of what all issues share, likewise
	Document *page.Document // its pages; nil when reading, its pictures or layout find errors
	HTML     []byte         // its page with data-line; nil when that cannot be made
}

// Preview makes an issue of the series of a task in memory: what Check finds, the
// pages of its PDF, and its web page, in which each block says in data-line in
// which line of the source it begins. An error is one of the machine.
func Preview(t Task, issue *bulletin.Issue) (Sight, error) {
	var d Sight
	t.Issues, t.Whole, t.PDF, t.HTML = []*bulletin.Issue{issue}, false, true, false
	t.laid = func(doc *page.Document) { d.Document = doc }
	for _, f := range Check(t) {
		if f.Pos.Source == issue.Source || f.Pos.Source != nil && f.Pos.Source == issue.Record {
			d.Findings = append(d.Findings, f)
		} else {
			d.Shared = append(d.Shared, f)
		}
	}
	if d.Document == nil || t.Site == nil {
		return d, nil
	}
	var html bytes.Buffer
	err := t.Site.Preview(&html, issue, site.PageInfo{})
	if f, ok := site.Fault(err); ok {
		d.Shared = append(d.Shared, f).Sorted()
		return d, nil
	}
	if err != nil {
		return d, err
	}
	d.HTML = html.Bytes()
	return d, nil
}

// Print writes the PDF of an issue, from its document: the bytes Build
// would write.
func (d Sight) Print(w io.Writer, t Task, issue *bulletin.Issue) error {
	if err := pdf.Write(w, d.Document, pdf.Options{Producer: t.producer(issue)}); err != nil {
		return fmt.Errorf("%s: %w", issue.Source.Name, err)
	}
	return nil
}
