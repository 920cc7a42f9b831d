package pdf

import (
	"bytes"
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// draw has fpdf write the document. Fonts, dates and all that is about the
// document rather than on its pages are left to finish.
func draw(d *page.Document, faces []*face, pictures []*picture) ([]byte, error) {
	p := newPen(d, faces, pictures)
	for _, sheet := range d.Pages {
		p.page(sheet)
	}
	p.outline(d)
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return out.Bytes(), nil
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

func (p *pen) page(sheet *page.Page) {
	p.pdf.AddPageFormat("P", sizeOf(sheet))
	p.height, p.color = sheet.Height, ""
	for _, it := range sheet.Items {
		p.item(it)
	}
}

// item draws one item; whatever an item leaves on a page is written here.
func (p *pen) item(it page.Item) {
	switch it := it.(type) {
	case *page.Text:
		if it.String != "" {
			p.fill(it.Color)
			p.out = p.faces[it.Face].appendText(p.out[:0], it, p.height-it.Y)
			p.pdf.RawWriteStr(string(p.out))
		}
	case *page.Rule:
		p.fill(it.Color)
		p.out = appendRule(p.out[:0], it, p.height)
		p.pdf.RawWriteStr(string(p.out))
	case *page.Dot:
		p.fill(it.Color)
		p.out = appendDot(p.out[:0], it, p.height)
		p.pdf.RawWriteStr(string(p.out))
	case *page.Image:
		p.image(it)
	case *page.Link:
		p.pdf.LinkString(points(it.X), points(it.Y), points(it.Width), points(it.Height), asciiURL(it.URL))
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
	for _, b := range d.Outline {
		p.pdf.SetPage(b.Page + 1)
		p.pdf.Bookmark(string(object.TextString(b.Title)), b.Level, points(b.Y))
	}
	p.pdf.SetPage(len(d.Pages))
}

// asciiURL escapes what must not stand in an address as it is: the value of
// URI is ASCII (12.6.4.7).
func asciiURL(url string) string {
	var b []byte
	for i := range len(url) {
		if c := url[i]; c > ' ' && c < 0x7F {
			b = append(b, c)
		} else {
			b = fmt.Appendf(b, "%%%02X", c)
		}
	}
	return string(b)
}
