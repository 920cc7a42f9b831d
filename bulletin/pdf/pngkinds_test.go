package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"image/color"
	"slices"
	"testing"

	"jianbao/bulletin/page"
)

// quartersPNG is a PNG of 8 by 4 pixels in four fields whose pixels have the
// given samples, of any kind the specification allows.
func quartersPNG(kind, bits byte, interlaced bool, fields [4][]uint16, chunks ...string) []byte {
	header := []byte{0, 0, 0, 8, 0, 0, 0, 4, bits, kind, 0, 0, 0}
	passes := [][4]int{{0, 0, 1, 1}} // x, y, steps of both
	if interlaced {
		header[12] = 1
		passes = [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	var rows bytes.Buffer
	z := zlib.NewWriter(&rows)
	for _, p := range passes {
		for y := p[1]; y < 4; y += p[3] {
			row := ""
			for x := p[0]; x < 8; x += p[2] {
				for _, v := range fields[y/2*2+x/4] {
					row += fmt.Sprintf("%0*b", bits, v)
				}
			}
			z.Write(append([]byte{0}, packed(row)...))
		}
	}
	z.Close()
	out := appendChunk([]byte(pngSignature), "IHDR", header)
	for i := 0; i < len(chunks); i += 2 {
		out = appendChunk(out, chunks[i], []byte(chunks[i+1]))
	}
	return appendChunk(appendChunk(out, "IDAT", rows.Bytes()), "IEND", nil)
}

// packed turns digits of bits into bytes.
func packed(digits string) []byte {
	var b []byte
	for ; digits != ""; digits = digits[min(8, len(digits)):] {
		v := byte(0)
		for i := range 8 {
			if v <<= 1; i < len(digits) {
				v |= digits[i] - '0'
			}
		}
		b = append(b, v)
	}
	return b
}

// pngKinds returns pictures whose fields look red, green / blue, white, or in
// grey black, white / black, white.
func pngKinds() (files [][]byte, names []string, coloured []bool) {
	add := func(name string, colour bool, kind, bits byte, fields [4][]uint16, chunks ...string) {
		for _, interlaced := range []bool{false, true} {
			files = append(files, quartersPNG(kind, bits, interlaced, fields, chunks...))
			names = append(names, fmt.Sprintf("%s of %d bits, interlaced %v", name, bits, interlaced))
			coloured = append(coloured, colour)
		}
	}
	const palette = "\xFF\x00\x00\x00\xFF\x00\x00\x00\xFF\x12\x34\x56"
	for _, bits := range []byte{1, 2, 4, 8, 16} {
		full := uint16(1<<bits - 1)
		add("grey", false, 0, bits, [4][]uint16{{0}, {full}, {0}, {full}})
		key := string(binary.BigEndian.AppendUint16(nil, full-full/2))
		if bits > 1 {
			add("grey with a clear one", false, 0, bits, [4][]uint16{{0}, {full}, {0}, {full - full/2}}, "tRNS", key)
		}
		if bits > 1 && bits < 16 {
			add("palette with a clear one", true, 3, bits, [4][]uint16{{0}, {1}, {2}, {3}}, "PLTE", palette, "tRNS", "\xFF\xFF\xFF\x00")
			add("palette", true, 3, bits, [4][]uint16{{0}, {1}, {2}, {3}}, "PLTE", palette[:9]+"\xFF\xFF\xFF")
		}
		if bits < 8 {
			continue
		}
		rgb := [4][]uint16{{full, 0, 0}, {0, full, 0}, {0, 0, full}, {full, full, full}}
		add("colour", true, 2, bits, rgb)
		clear := rgb
		clear[3] = []uint16{1, 2, 3}
		add("colour with a clear one", true, 2, bits, clear, "tRNS", "\x00\x01\x00\x02\x00\x03")
		add("grey with alpha", false, 4, bits, [4][]uint16{{0, full}, {0, 0}, {0, full}, {full, full}})
		for i := range rgb {
			rgb[i] = append(slices.Clone(rgb[i]), full)
		}
		rgb[3] = []uint16{0, 0, 0, 0}
		add("colour with alpha", true, 6, bits, rgb)
	}
	return files, names, coloured
}

// TestPNGKindsDraw draws a PNG of every kind and looks at its fields.
func TestPNGKindsDraw(t *testing.T) {
	files, names, coloured := pngKinds()
	p, d := a4(1), &page.Document{}
	for i, file := range files {
		p.Items = append(p.Items, &page.Image{X: page.Length(10+20*(i%8)) * page.Mm, Y: page.Length(10+20*(i/8)) * page.Mm, Width: 16 * page.Mm, Height: 8 * page.Mm, Picture: i, Node: page.Artifact})
		d.Images = append(d.Images, page.Picture{Name: names[i], Data: file})
	}
	d.Pages = append(d.Pages, p)
	sheet := render(t, d)
	white, black := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	for i, it := range p.Items {
		want := [4]color.RGBA{black, white, black, white}
		if coloured[i] {
			want = [4]color.RGBA{quarterColours[0], quarterColours[1], quarterColours[2], white}
		}
		im := it.(*page.Image)
		for k := range want {
			x := im.X + im.Width*page.Length(1+2*(k%2))/4
			y := im.Y + im.Height*page.Length(1+2*(k/2))/4
			r, g, b, _ := sheet.At(int(x*5/page.Mm), int(y*5/page.Mm)).RGBA()
			if got := (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}); got != want[k] {
				t.Errorf("%s: field %d is %v, want %v", names[i], k, got, want[k])
			}
		}
	}
}
