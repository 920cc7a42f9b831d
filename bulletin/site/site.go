// Package site turns issues into web pages: one page an issue, and the index
// of a series. A page carries its styles in itself and calls for nothing but
// the pictures of its issue.
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
	index     string // the styles of the index
}

// Parse reads the templates (*.html) and styles (base.css, page.css, print.css,
// index.css) at the root of fsys. Templates may ask "hangs TEXT".
func Parse(fsys fs.FS) (*Site, error) {
	t, err := template.New("").Funcs(template.FuncMap{"hangs": hangs}).ParseFS(fsys, "*.html")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	for _, name := range []string{"page.html", "index.html"} {
		if t.Lookup(name) == nil {
			return nil, fmt.Errorf("reading the templates: no %s", name)
		}
	}
	s := &Site{templates: t}
	if s.page, err = styles(fsys, "base.css", "page.css", "print.css"); err != nil {
		return nil, err
	}
	if s.index, err = styles(fsys, "base.css", "index.css"); err != nil {
		return nil, err
	}
	return s, nil
}

func styles(fsys fs.FS, names ...string) (string, error) {
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

// PageInfo is what the page of an issue says beyond the issue itself. The
// paths are relative to the page and not escaped.
type PageInfo struct {
	PDF   string // the issue as PDF; "" when there is none
	Index string // the index of the series; "" outside a series
}

// Page writes the page of an issue. An error is one of w or of the templates.
func (s *Site) Page(w io.Writer, issue *bulletin.Issue, info PageInfo) error {
	return s.execute(w, "page.html", newPage(issue, info, s.page))
}

// IndexInfo is what the index of a series says beyond its issues.
type IndexInfo struct {
	Name string // of the bulletin; when "", that of the newest issue
}

// An Entry is one issue of the index with the files it has. The paths are
// relative to the index and not escaped; "" when there is no such file.
type Entry struct {
	Issue *bulletin.Issue
	HTML  string
	PDF   string
}

// Index writes the index of a series, newest issue first. Issues that are not
// public are left out, and so are those without any file.
func (s *Site) Index(w io.Writer, info IndexInfo, entries []Entry) error {
	return s.execute(w, "index.html", newIndex(info, entries, s.index))
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
