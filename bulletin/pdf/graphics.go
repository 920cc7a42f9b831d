package pdf

import (
	"codeberg.org/go-pdf/fpdf"

	"jianbao/bulletin/page"
)

// appendColor sets the colour of text and areas (8.6.8).
func appendColor(b []byte, c page.Color) []byte {
	for _, v := range []uint8{c.R, c.G, c.B} {
		b = append(appendMilli(b, divRound(int64(v)*1000, 255)), ' ')
	}
	return append(b, "rg"...)
}

// appendRule fills a rectangle given by its lower left corner (8.5.2.1), on a
// page of the given height.
func appendRule(b []byte, r *page.Rule, height page.Length) []byte {
	return append(appendLengths(b, r.X, height-r.Y-r.Height, r.Width, r.Height), "re f"...)
}

// roundness is how far the guides of a quarter of a circle stand from its ends,
// in ten thousandths of the radius: 4/3·(√2−1).
const roundness = 5523

// appendDot fills a circle of four Bézier curves (8.5.2.2), on a page of the
// given height.
func appendDot(b []byte, d *page.Dot, height page.Length) []byte {
	x, y, r := d.X, height-d.Y, d.Diameter/2
	g := r.Times(roundness, 10000)
	b = append(appendLengths(b, x+r, y), "m "...)
	for _, c := range [][6]page.Length{
		{x + r, y + g, x + g, y + r, x, y + r},
		{x - g, y + r, x - r, y + g, x - r, y},
		{x - r, y - g, x - g, y - r, x, y - r},
		{x + g, y - r, x + r, y - g, x + r, y},
	} {
		b = append(appendLengths(b, c[:]...), "c "...)
	}
	return append(b, 'f')
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
