package archive

import "jianbao/bulletin/pdf"

// A paper is what a PDF says: its running text, its footnotes, what stands for
// its pictures.
type paper struct {
	main  *printed
	notes []*printed // in the order of reading
	alts  []string
}

// A printed is one stretch of text of a PDF, only the characters that are seen.
type printed struct {
	label string // of a footnote
	runes []rune
	pages []int // of each, from 1
}

// readPaper parts footnotes from the running text.
func readPaper(r *pdf.Readout) *paper {
	p := &paper{main: &printed{}}
	under := make([]*printed, len(r.Elements)) // the note an element belongs to
	for i, e := range r.Elements {
		switch {
		case e.Role == "Note":
			under[i] = &printed{}
			p.notes = append(p.notes, under[i])
		case e.Parent >= 0:
			under[i] = under[e.Parent]
		}
		if e.Role == "Figure" {
			p.alts = append(p.alts, e.Alt)
		}
	}
	for _, piece := range r.Pieces {
		to := p.main
		if piece.Element >= 0 && under[piece.Element] != nil {
			to = under[piece.Element]
		}
		if len(to.runes) == 0 && piece.Role == "Lbl" {
			to.label = seenOf(piece.Text)
		}
		to.add(piece)
	}
	return p
}

func (p *printed) add(piece pdf.Piece) {
	for _, r := range piece.Text {
		if seen(r) {
			p.runes, p.pages = append(p.runes, r), append(p.pages, piece.Page)
		}
	}
}

// page returns the page of character i; of an empty text 0.
func (p *printed) page(i int) int {
	if i >= len(p.pages) {
		return 0
	}
	return p.pages[i]
}
