package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// A Proof is an issue set in its pages, on which the marks of a draft can still
// be drawn. They change no line and no page.
type Proof struct{ l *layouter }

// NewProof sets an issue as Pages does.
func NewProof(issue *bulletin.Issue, assets *Assets) *Proof {
	l := newLayouter(issue, assets)
	l.pages()
	return &Proof{l}
}

// Document returns the pages, and what is found about them; when one of the
// findings is an error the document is not to be used.
func (p *Proof) Document() (*page.Document, diag.List) { return p.l.doc, p.l.findings.Sorted() }

// Texts returns the paragraphs, titles, entries and cells of the issue in the
// order of the text, each with what it is. They do not depend on where lines and
// pages end, so those of two drafts can be compared.
func (p *Proof) Texts() []string {
	var out []string
	for _, t := range piecesOf(p.l.doc) {
		out = append(out, t.text)
	}
	return out
}

// A Draft is what the pages of a 送审稿 bear that the final ones do not.
type Draft struct {
	Word   string // 送审稿
	Date   bulletin.Date
	Before []string // Texts of the draft before; nil: there is none, and nothing is marked
}

// DraftChanges counts how a draft differs from the one before.
type DraftChanges struct {
	Changed int // paragraphs that are new or not as they were
	Dropped int // places where paragraphs are gone
}

// Draw draws the word and the date of a draft into the head of every page, the
// numbers of lines at the left of the 版心, and at its right a bar beside what
// changed. All of it is outside the 版心 and no part of the text.
func (p *Proof) Draw(d Draft) DraftChanges {
	m := newMarker(p.l, d)
	var changes DraftChanges
	if d.Before != nil {
		changes = m.compare(piecesOf(p.l.doc))
	}
	if !m.fits() {
		return changes
	}
	for n, pg := range p.l.doc.Pages {
		m.page(n, pg)
	}
	p.l.doc.Meta.Title += "（" + d.Word + "）"
	return changes
}
