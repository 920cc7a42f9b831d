package pdf

import (
	"codeberg.org/go-pdf/fpdf"

	"jianbao/bulletin/page"
)

// rule fills a rectangle given by its lower left corner (8.5.2.1).
func (p *pen) rule(r *page.Rule) {
	p.out = appendLengths(p.out[:0], r.X, p.height-r.Y-r.Height, r.Width, r.Height)
	p.out = append(p.out, "re f"...)
	p.pdf.RawWriteStr(string(p.out))
}

// roundness is how far the guides of a quarter of a circle stand from its ends,
// in ten thousandths of the radius: 4/3·(√2−1).
const roundness = 5523

// dot fills a circle of four Bézier curves (8.5.2.2).
func (p *pen) dot(d *page.Dot) {
	x, y, r := d.X, p.height-d.Y, d.Diameter/2
	g := r.Times(roundness, 10000)
	b := append(appendLengths(p.out[:0], x+r, y), "m "...)
	for _, c := range [][6]page.Length{
		{x + r, y + g, x + g, y + r, x, y + r},
		{x - g, y + r, x - r, y + g, x - r, y},
		{x - r, y - g, x - g, y - r, x, y - r},
		{x + g, y - r, x + r, y - g, x + r, y},
	} {
		b = append(appendLengths(b, c[:]...), "c "...)
	}
	p.out = append(b, 'f')
	p.pdf.RawWriteStr(string(p.out))
}

// image draws a picture. fpdf places it upright; a turned one stands at the
// lower left corner of the page within coordinates that are turned (8.3.3).
func (p *pen) image(im *page.Image) {
	x, y, w, h := im.X, im.Y, im.Width, im.Height
	if im.Turn != 0 {
		bottom := p.height - im.Y - im.Height
		corner := [4][2]page.Length{{im.X, bottom}, {im.X + im.Width, bottom}, {im.X + im.Width, bottom + im.Height}, {im.X, bottom + im.Height}}[im.Turn]
		p.out = append(p.out[:0], "q "...)
		p.out = append(appendTurn(p.out, im.Turn, corner[0], corner[1]), "cm"...)
		p.pdf.RawWriteStr(string(p.out))
		if im.Turn%2 == 1 {
			w, h = h, w
		}
		x, y = 0, p.height-h
	}
	p.pdf.ImageOptions(pictureKey(im.Picture), points(x), points(y), points(w), points(h),
		false, fpdf.ImageOptions{AllowNegativePosition: true}, 0, "")
	if im.Turn != 0 {
		p.pdf.RawWriteStr("Q")
	}
}

// appendTurn writes the matrix of coordinates that are turned by quarters and
// have their origin at x, y (8.3.4).
func appendTurn(b []byte, t page.Turn, x, y page.Length) []byte {
	b = append(b, [4]string{"1 0 0 1 ", "0 1 -1 0 ", "-1 0 0 -1 ", "0 -1 1 0 "}[t]...)
	return appendLengths(b, x, y)
}

// appendLengths writes operands in points, each with a blank behind it.
func appendLengths(b []byte, lengths ...page.Length) []byte {
	for _, l := range lengths {
		b = append(appendMilli(b, milli(l)), ' ')
	}
	return b
}
