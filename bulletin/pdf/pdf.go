// Package pdf writes a page.Document as a PDF file: PDF 1.7, every font
// embedded as a subset, every character readable back, all content tagged, as
// archives (PDF/A-2a, ISO 19005-2) and readers for the blind (PDF/UA-1, ISO
// 14289-1) ask; the same bytes for the same document on every machine and at
// every time.
//
// The library fpdf lays down pages, pictures and outline. Its file is then read
// object by object, its gaps are filled (fonts, exact measures, structure,
// metadata, labels), and the whole is written again in canonical order by package
// object. fpdf is given no font at all and none of the caller's bytes.
//
// Clauses are those of ISO 32000-1:2008.
package pdf

import (
	"fmt"
	"io"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// Options are what a file says that its document does not.
type Options struct {
	// Producer is the name and version of the program, for readers and
	// catalogues; none if empty. It must not depend on when or where the
	// program was built, for it is part of the file.
	Producer string
}

// A Writer writes documents one after the other with the same tables. The zero
// Writer is ready; it serves one caller at a time.
type Writer struct{ fonts, rest *object.Deflater }

// Write writes d to w, as Writer.Write does.
func Write(w io.Writer, d *page.Document, o Options) error { return new(Writer).Write(w, d, o) }

// Write writes d to out. It changes nothing in d, and any number of writers may
// share a document.
//
// An error names what in the document is wrong: an index out of range, a
// character its face has no glyph for, a font or a picture that cannot be used
// (which wraps the reasons of package sfnt), or it is that of out. Nothing is
// written unless the whole document is sound.
func (w *Writer) Write(out io.Writer, d *page.Document, o Options) error {
	file, err := w.build(d, o)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	form := object.Write
	if len(d.Copies) > 0 { // thousands of pages that say next to nothing
		form = object.Pack
	}
	if err := form(out, file); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// build makes the file: check, gather, draw, finish.
func (w *Writer) build(d *page.Document, o Options) (*object.File, error) {
	if err := check(d); err != nil {
		return nil, err
	}
	if w.fonts == nil {
		var err error
		if w.fonts, err = object.NewQuickDeflater(); err != nil {
			return nil, err
		}
		if w.rest, err = object.NewDeflater(); err != nil {
			return nil, err
		}
	}
	faces, err := gatherFaces(d, w.fonts)
	if err != nil {
		return nil, err
	}
	pictures, err := gatherPictures(d)
	if err != nil {
		return nil, err
	}
	raw, tags, err := draw(d, faces, pictures)
	if err != nil {
		return nil, err
	}
	file, err := object.Parse(raw)
	if err != nil {
		return nil, err
	}
	return file, finish(file, d, faces, tags, w.rest, o)
}
