// Package site turns issues into web pages: one page an issue, and the pages of
// a series, which list, search and announce its issues. A page carries its styles
// in itself and calls for nothing but files of its own folder.
package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A Site is the templates and styles of all pages. It may be shared by several
// goroutines.
type Site struct {
	templates *template.Template
	page      string // the styles of an issue
	index     string // the styles of the indexes
	search    string // the styles of the page that searches
	script    string // that searches

	rounds *rounds
	own    fs.FS
	known  []string                // names of our files
	office map[string]*diag.Source // those an office has in their places
}

// Parse reads the templates (*.html), the styles (base.css, page.css, print.css,
// index.css, search.css) and the script (search.js) at the root of fsys.
// Templates may ask "hangs TEXT".
func Parse(fsys fs.FS) (*Site, error) {
	o, err := ParseOffice(fsys, nil, nil)
	if err != nil {
		return nil, err
	}
	return o.Site, nil
}

// text returns a file: the office's, or else ours.
func (s *Site) text(name string) (string, error) {
	if src := s.office[name]; src != nil {
		return src.Text, nil
	}
	text, err := fs.ReadFile(s.own, name)
	if err != nil {
		return "", fmt.Errorf("reading the templates: %w", err)
	}
	return string(text), nil
}

// parse reads all files. What is wrong with those of an office is a finding.
func (s *Site) parse(findings *diag.List) error {
	for _, name := range s.known {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		text, err := s.text(name)
		if err != nil {
			return err
		}
		if _, err := s.templates.New(name).Parse(text); err != nil {
			if err := s.collect(s.fault(name, err), findings); err != nil {
				return err
			}
		}
	}
	for _, name := range []string{"page.html", "index.html", "search.html"} {
		if s.templates.Lookup(name) == nil && findings.Errors() == 0 {
			return fmt.Errorf("reading the templates: no %s", name)
		}
	}
	for _, part := range []struct {
		to    *string
		names []string
	}{
		{&s.page, []string{"base.css", "page.css", "print.css"}},
		{&s.index, []string{"base.css", "index.css"}},
		{&s.search, []string{"base.css", "index.css", "search.css"}},
		{&s.script, []string{"search.js"}},
	} {
		for _, name := range part.names {
			text, err := s.text(name)
			if err != nil {
				return err
			}
			*part.to += text
		}
	}
	return nil
}

// collect adds the finding an error stands for, and returns any other error.
func (s *Site) collect(err error, findings *diag.List) error {
	if finding, ok := Fault(err); ok {
		*findings = append(*findings, finding)
		return nil
	}
	return err
}

// Page writes the page of an issue. An error is one of w or of the templates; see
// Fault.
func (s *Site) Page(w io.Writer, issue *bulletin.Issue, info PageInfo) error {
	return s.execute(w, "page.html", newPage(issue, info, s.page, false))
}

// Preview writes the page of an issue as Page does, but each block says in an
// attribute data-line in which line of the source it begins.
func (s *Site) Preview(w io.Writer, issue *bulletin.Issue, info PageInfo) error {
	return s.execute(w, "page.html", newPage(issue, info, s.page, true))
}

// largestPage is how many bytes a page may have.
const largestPage = 256 << 20

// A bounded buffer takes no more than a page may have.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > largestPage {
		return 0, errTooLong
	}
	return b.Buffer.Write(p)
}

// execute writes nothing when a template fails, so that no half page is ever
// taken for a whole one.
func (s *Site) execute(w io.Writer, name string, data any) error {
	var b bounded
	if err := s.templates.ExecuteTemplate(&b, name, data); err != nil {
		return s.fault(name, err)
	}
	_, err := w.Write(b.Bytes())
	return err
}
