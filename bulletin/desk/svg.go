package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"slices"
	"strings"

	"jianbao/bulletin/page"
)

// A sheet is a page of the PDF as an image with text that can be marked: its
// glyphs and their places are those of the PDF.
type sheet struct {
	svg           []byte
	sum           string      // of svg
	width, height page.Length // as a screen shows it
	first, last   int         // lines of the source of the issue it has text of; 0 for none
}

// A painter draws the pages of a document as SVG.
type painter struct {
	doc    *page.Document
	images []string // sums, by picture
	places *places
	out    strings.Builder
	lines  []int // of the page at hand
}

// sheet draws a page.
func (p *painter) sheet(pg *page.Page) sheet {
	p.out.Reset()
	p.lines = p.lines[:0]
	w, h := pg.Width, pg.Height
	open, shut := "", ""
	if pg.Turned {
		open, shut = fmt.Sprintf(`<g transform="translate(%s 0) rotate(90)">`, h.Points()), "</g>"
		w, h = h, w
	}
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, w.Points(), " ", h.Points(), `">`, open)
	for _, it := range pg.Items {
		p.item(it)
	}
	p.put(shut, "</svg>")
	s := sheet{svg: []byte(p.out.String()), width: w, height: h}
	s.sum = shortSum(s.svg)
	if len(p.lines) > 0 {
		s.first, s.last = slices.Min(p.lines), slices.Max(p.lines)
	}
	return s
}

func (p *painter) item(it page.Item) {
	switch it := it.(type) {
	case *page.Text:
		p.text(it)
	case *page.Rule:
		p.put(`<rect`, number("x", it.X), number("y", it.Y), number("width", it.Width), number("height", it.Height), fill(it.Color), "/>")
	case *page.Dot:
		p.put(`<circle`, number("cx", it.X), number("cy", it.Y), number("r", it.Diameter/2), fill(it.Color), "/>")
	case *page.Image:
		p.image(it)
	case *page.Link:
		p.link(it)
	}
}

// text draws a run: every character at a place of its own. What a browser may
// count as one or as two begins an element of its own, so that no place slips.
func (p *painter) text(t *page.Text) {
	at := p.places.of(t)
	if at.File() == p.places.issue {
		p.lines = append(p.lines, at.Line())
	}
	p.put(fmt.Sprintf(`<text class="f%d"`, t.Face), number("font-size", t.Size), fill(t.Color), p.places.attributes(at))
	if t.Turn != 0 {
		p.put(fmt.Sprintf(` transform="rotate(%d %s %s)"`, -90*int(t.Turn), t.X.Points(), t.Y.Points()))
	}
	p.put(">")
	var str, xs strings.Builder
	flush := func() {
		if str.Len() > 0 {
			p.put(`<tspan x="`, xs.String(), `"`, number("y", t.Y), ">", html.EscapeString(str.String()), "</tspan>")
		}
		str.Reset()
		xs.Reset()
	}
	x := t.X
	for i, r := range []rune(t.String) {
		if r > 0xFFFF {
			flush()
		}
		if xs.Len() > 0 {
			xs.WriteByte(' ')
		}
		xs.WriteString(x.Points())
		str.WriteRune(drawn(r))
		if r > 0xFFFF {
			flush()
		}
		x += t.Advances[i]
	}
	flush()
	p.put("</text>")
}

// image draws a picture into its rectangle, turned as on paper.
func (p *painter) image(im *page.Image) {
	w, h := im.Width, im.Height
	if im.Turn%2 == 1 {
		w, h = h, w
	}
	x, y := im.X+(im.Width-w)/2, im.Y+(im.Height-h)/2
	p.put(`<image preserveAspectRatio="none" href="image?sum=`, p.images[im.Picture], `"`, number("x", x), number("y", y), number("width", w), number("height", h))
	if im.Turn != 0 {
		cx, cy := im.X+im.Width/2, im.Y+im.Height/2
		p.put(fmt.Sprintf(` transform="rotate(%d %s %s)"`, -90*int(im.Turn), cx.Points(), cy.Points()))
	}
	p.put("/>")
}

// link marks an area that leads to another place of the document, by its page;
// addresses outside are not followed from a preview.
func (p *painter) link(l *page.Link) {
	if l.URL != "" {
		return
	}
	to := p.doc.Outline[l.Bookmark]
	p.put(`<rect class="jump" fill="none" pointer-events="all" data-page="`, fmt.Sprint(to.Page), `" data-y="`, to.Y.Points(), `"`,
		number("x", l.X), number("y", l.Y), number("width", l.Width), number("height", l.Height), "/>")
}

func (p *painter) put(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

func number(name string, l page.Length) string { return " " + name + `="` + l.Points() + `"` }

func fill(c page.Color) string {
	if c == page.Black {
		return ""
	}
	return fmt.Sprintf(` fill="#%02X%02X%02X"`, c.R, c.G, c.B)
}

// shortSum names contents in addresses.
func shortSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}
