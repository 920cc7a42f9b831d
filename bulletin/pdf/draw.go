package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// draw has fpdf write the document. Fonts, dates and all that is about the
// document rather than on its pages are left to finish.
func draw(d *page.Document, faces []*face, pictures []*picture) ([]byte, []tagged, error) {
	p := newPen(d, faces, pictures)
	tags := make([]tagged, len(d.Pages))
	for i, sheet := range d.Pages {
		p.page(sheet, newMarker(d, &tags[i]))
	}
	p.outline(d)
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, nil, fmt.Errorf("drawing: %w", err)
	}
	return out.Bytes(), tags, nil
}

// A pen draws items on the page at hand.
type pen struct {
	pdf    *fpdf.Fpdf
	faces  []*face
	height page.Length // of the page
	color  string      // operator last written on the page
	out    []byte      // reused from item to item
}

// newPen returns a pen with all pictures at hand. fpdf measures in points, one
// to one, so that it multiplies nothing; it compresses nothing, which is left
// to a compressor of a fixed version; and it does not look at the clock.
func newPen(d *page.Document, faces []*face, pictures []*picture) *pen {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: sizeOf(d.Pages[0])})
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCreationDate(time.Unix(0, 0))
	pdf.SetModificationDate(time.Unix(0, 0))
	for i, pic := range pictures {
		if pic != nil {
			options := fpdf.ImageOptions{ImageType: pic.kind}
			pdf.RegisterImageOptionsReader(pictureKey(i), options, bytes.NewReader(pic.data))
		}
	}
	return &pen{pdf: pdf, faces: faces}
}

func sizeOf(sheet *page.Page) fpdf.SizeType {
	return fpdf.SizeType{Wd: points(sheet.Width), Ht: points(sheet.Height)}
}

// points is for fpdf only; every measure of text and rules is reckoned in
// integers.
func points(l page.Length) float64 { return float64(l) / float64(page.Pt) }

func (p *pen) page(sheet *page.Page, m *marker) {
	p.pdf.AddPageFormat("P", sizeOf(sheet))
	p.height, p.color = sheet.Height, ""
	for _, it := range sheet.Items {
		if node, draws := nodeOf(it, sheet.Height); draws {
			p.raw(m.appendBegin(p.out[:0], node))
			p.item(it)
		}
	}
	p.raw(m.appendEnd(p.out[:0]))
}

// raw writes operators on the page.
func (p *pen) raw(b []byte) {
	if p.out = b; len(b) > 0 {
		p.pdf.RawWriteStr(strings.TrimSuffix(string(b), "\n"))
	}
}

// item draws one item; whatever an item leaves on a page is written here.
func (p *pen) item(it page.Item) {
	switch it := it.(type) {
	case *page.Text:
		p.fill(it.Color)
		p.raw(p.faces[it.Face].appendText(p.out[:0], it, p.height-it.Y))
	case *page.Rule:
		p.fill(it.Color)
		p.raw(appendRule(p.out[:0], it, p.height))
	case *page.Dot:
		p.fill(it.Color)
		p.raw(appendDot(p.out[:0], it, p.height))
	case *page.Image:
		p.image(it)
	}
}

// fill sets the colour of text and areas where it changes.
func (p *pen) fill(c page.Color) {
	if operator := string(appendColor(nil, c)); operator != p.color {
		p.color = operator
		p.pdf.RawWriteStr(operator)
	}
}

// outline adds the bookmarks, each on its page. fpdf would mangle their titles
// with a font set, and sets their height wrong on pages of unequal size; finish
// puts the places right.
func (p *pen) outline(d *page.Document) {
	for _, b := range d.Entries() {
		p.pdf.SetPage(b.Page + 1)
		p.pdf.Bookmark(string(object.TextString(b.Title)), b.Level, points(b.Y))
	}
	p.pdf.SetPage(len(d.Pages))
}
