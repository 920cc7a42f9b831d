package pdf

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	imagedraw "image/draw"

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
	sheet := image.NewRGBA(image.Rectangle{Max: size})
	imagedraw.Draw(sheet, sheet.Bounds(), image.NewUniform(color.White), image.Point{}, imagedraw.Src)
	imagedraw.Draw(sheet, sheet.Bounds(), im, im.Bounds().Min, imagedraw.Over)
	deflater, err := object.NewDeflater()
	if err != nil {
		return nil, err
	}
	rows, err := deflater.Compress(pngRows(sheet))
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

// pngRows returns the rows of a picture, each as its difference from the one
// above (9.2, filter type Up), which packs drawings and screens well.
func pngRows(im *image.RGBA) []byte {
	const up = 2
	w, h := im.Rect.Dx(), im.Rect.Dy()
	out := make([]byte, 0, h*(1+3*w))
	above := make([]byte, im.Stride)
	for y := range h {
		row := im.Pix[y*im.Stride : (y+1)*im.Stride]
		out = append(out, up)
		for x := 0; x < 4*w; x += 4 {
			out = append(out, row[x]-above[x], row[x+1]-above[x+1], row[x+2]-above[x+2])
		}
		above = row
	}
	return out
}

// appendChunk writes one chunk: length, tag, body, checksum of the latter two.
func appendChunk(b []byte, tag string, body []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
	start := len(b)
	b = append(b, tag...)
	b = append(b, body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[start:]))
}
