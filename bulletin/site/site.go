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

	"jianbao/bulletin"
)

// A Site is the templates and styles of all pages. It may be shared by several
// goroutines.
type Site struct {
	templates *template.Template
	page      string // the styles of an issue
	index     string // the styles of the indexes
	search    string // the styles of the page that searches
	script    string // that searches
}

// Parse reads the templates (*.html), the styles (base.css, page.css, print.css,
// index.css, search.css) and the script (search.js) at the root of fsys.
// Templates may ask "hangs TEXT".
func Parse(fsys fs.FS) (*Site, error) {
	t, err := template.New("").Funcs(template.FuncMap{"hangs": hangs}).ParseFS(fsys, "*.html")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	for _, name := range []string{"page.html", "index.html", "search.html"} {
		if t.Lookup(name) == nil {
			return nil, fmt.Errorf("reading the templates: no %s", name)
		}
	}
	s := &Site{templates: t}
	for _, part := range []struct {
		to    *string
		names []string
	}{
		{&s.page, []string{"base.css", "page.css", "print.css"}},
		{&s.index, []string{"base.css", "index.css"}},
		{&s.search, []string{"base.css", "index.css", "search.css"}},
		{&s.script, []string{"search.js"}},
	} {
		if *part.to, err = joined(fsys, part.names...); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// joined returns files one behind the other.
func joined(fsys fs.FS, names ...string) (string, error) {
	var b bytes.Buffer
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("reading the styles: %w", err)
		}
		b.Write(text)
	}
	return b.String(), nil
}

// Page writes the page of an issue. An error is one of w or of the templates; see
// Fault.
func (s *Site) Page(w io.Writer, issue *bulletin.Issue, info PageInfo) error {
	return s.execute(w, "page.html", newPage(issue, info, s.page))
}

// execute writes nothing when a template fails, so that no half page is ever
// taken for a whole one.
func (s *Site) execute(w io.Writer, name string, data any) error {
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, name, data); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	_, err := w.Write(b.Bytes())
	return err
}
