package pdf

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"

	"jianbao/bulletin/pdf/object"
)

// Parts of a PNG file (PNG specification, 5.2 and 11.2).
const (
	pngSignature = "\x89PNG\r\n\x1a\n"
	pngHeader    = 13 // bytes of IHDR
	greyPNG      = 0
	colourPNG    = 2
	palettePNG   = 3
)

// plainPNG returns a PNG file that was found sound with only what PDF needs:
// header, palette and rows; nil if PDF cannot take the rows as they are because
// they are interlaced, of 16 bits, or see-through.
func plainPNG(data []byte) []byte {
	out := []byte(pngSignature)
	var rows []byte
	for rest := data[len(pngSignature):]; len(rest) >= 12; {
		n := int(binary.BigEndian.Uint32(rest))
		if n > len(rest)-12 {
			return nil
		}
		tag, body := string(rest[4:8]), rest[8:8+n]
		rest = rest[12+n:]
		switch tag {
		case "IHDR":
			if !isPlain(body) {
				return nil
			}
			out = appendChunk(out, tag, body)
		case "PLTE":
			out = appendChunk(out, tag, body)
		case "tRNS":
			return nil
		case "IDAT":
			rows = append(rows, body...)
		}
	}
	out = appendChunk(out, "IDAT", rows)
	return appendChunk(out, "IEND", nil)
}

// isPlain looks at the bits, kind of colour and interlacing in a header.
func isPlain(header []byte) bool {
	if len(header) != pngHeader || header[8] > 8 || header[12] != 0 {
		return false
	}
	switch header[9] {
	case greyPNG, colourPNG, palettePNG:
		return true
	}
	return false
}

// flatten lays a picture on white and packs it as a plain PNG.
func flatten(im image.Image) (*picture, error) {
	size := im.Bounds().Size()
	deflater, err := object.NewDeflater()
	if err != nil {
		return nil, err
	}
	rows, err := deflater.Compress(pngRows(im))
	if err != nil {
		return nil, err
	}
	header := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	header = binary.BigEndian.AppendUint32(header, uint32(size.Y))
	header = append(header, 8, colourPNG, 0, 0, 0)
	out := appendChunk([]byte(pngSignature), "IHDR", header)
	out = appendChunk(out, "IDAT", rows)
	return &picture{"PNG", appendChunk(out, "IEND", nil)}, nil
}

// pngRows returns the rows of a picture on white, each as its difference from
// the one above (9.2, filter type Up), which packs drawings and screens well.
func pngRows(im image.Image) []byte {
	const up = 2
	bounds := im.Bounds()
	w, h := bounds.Dx(), bounds.Dy()
	out := make([]byte, 0, h*(1+3*w))
	row, above := make([]byte, 3*w), make([]byte, 3*w)
	for y := range h {
		for x := range w {
			r, g, b := onWhite(im, bounds.Min.X+x, bounds.Min.Y+y)
			row[3*x], row[3*x+1], row[3*x+2] = r, g, b
		}
		out = append(out, up)
		for i, v := range row {
			out = append(out, v-above[i])
		}
		row, above = above, row
	}
	return out
}

// onWhite returns the colour a pixel has on white paper. It is reckoned here,
// in integers, so that the bytes do not depend on a library's way of rounding.
func onWhite(im image.Image, x, y int) (r, g, b uint8) {
	var c color.NRGBA64
	switch im := im.(type) {
	case *image.NRGBA:
		p := im.NRGBAAt(x, y)
		c = color.NRGBA64{R: uint16(p.R) * 0x101, G: uint16(p.G) * 0x101, B: uint16(p.B) * 0x101, A: uint16(p.A) * 0x101}
	case *image.NRGBA64:
		c = im.NRGBA64At(x, y)
	default:
		c = color.NRGBA64Model.Convert(im.At(x, y)).(color.NRGBA64)
	}
	over := func(v uint16) uint8 {
		const full = 0xFFFF
		white := (uint64(v)*uint64(c.A) + full*uint64(full-c.A)) / full
		return uint8((white + 0x80) / 0x101)
	}
	return over(c.R), over(c.G), over(c.B)
}

// appendChunk writes one chunk: length, tag, body, checksum of the latter two.
func appendChunk(b []byte, tag string, body []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
	start := len(b)
	b = append(b, tag...)
	b = append(b, body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[start:]))
}
