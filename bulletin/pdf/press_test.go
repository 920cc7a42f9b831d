package pdf

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// pressJPEG is a JPEG of eight by eight pixels of one colour in four inks, each
// full or absent, with Adobe's mark or without, in one go or as the first scan
// of a progressive file. Values are those of the file.
func pressJPEG(adobe, progressive bool, inks [4]bool) []byte {
	b := []byte{0xFF, 0xD8}
	if adobe {
		b = append(b, "\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00"...)
	}
	quantities := bytes.Repeat([]byte{1}, 64)
	b = append(append(b, 0xFF, 0xDB, 0, 67, 0), quantities...)
	frame, end, last := byte(0xC0), "0", byte(63)
	if progressive {
		frame, end, last = 0xC2, "", 0 // no AC in this scan
	}
	b = append(b, 0xFF, frame, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	b = append(b, 0xFF, 0xC4, 0, 21, 0x00, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 11) // DC: 0 is 10 bits, 10 is 11
	b = append(b, 0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)      // AC: 0 ends the block
	b = append(b, 0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, last, 0)
	bits := ""
	for _, full := range inks {
		if full {
			bits += "0" + "1111111000" + end // +1016: 255
		} else {
			bits += "10" + "01111111111" + end // −1024: 0
		}
	}
	for len(bits)%8 != 0 {
		bits += "1"
	}
	for ; bits != ""; bits = bits[8:] {
		v := byte(0)
		for _, c := range bits[:8] {
			v = v<<1 | byte(c-'0')
		}
		if b = append(b, v); v == 0xFF {
			b = append(b, 0)
		}
	}
	return append(b, 0xFF, 0xD9)
}

// TestPressColours says that a JPEG in the inks of a printing press is kept
// byte for byte, and told to be inks with a rule to screen colours.
func TestPressColours(t *testing.T) {
	for _, adobe := range []bool{false, true} {
		data := pressJPEG(adobe, false, [4]bool{true})
		for _, data := range [][]byte{data, previewed(data, adobe), previewed(data, !adobe)} {
			f, s := onePicture(t, data)
			if !bytes.Equal(s.Data, data) || (s.Dict["Decode"] != nil) != adobe {
				t.Errorf("%v", s.Dict)
			}
			space := f.Array(s.Dict["ColorSpace"])
			if len(space) != 4 || space[0] != object.Name("DeviceN") || space[2] != object.Name("DeviceRGB") {
				t.Fatalf("colours %v", space)
			}
		}
	}
}

// previewed puts a segment with a whole small picture before the others, as
// programs for press work do.
func previewed(data []byte, adobe bool) []byte {
	small := pressJPEG(adobe, false, [4]bool{})
	out := append([]byte("\xFF\xD8\xFF\xED\x00"), byte(2+len(small)))
	return append(append(out, small...), data[2:]...)
}

// onePicture writes a page with one picture.
func onePicture(t *testing.T, data []byte) (*object.File, *object.Stream) {
	t.Helper()
	place := &page.Image{X: page.Mm, Y: page.Mm, Width: page.Mm, Height: page.Mm, Node: page.Artifact}
	f := parse(t, write(t, &page.Document{Pages: []*page.Page{a4(1, place)}, Images: []page.Picture{{Name: "图", Data: data}}}))
	return f, f.Stream(f.Dict(f.Dict(pagesOf(f)[0]["Resources"])["XObject"])["Im1"])
}

// TestPressColoursDraw looks at the colours of inks alone, together, and
// written inverted.
func TestPressColoursDraw(t *testing.T) {
	tests := []struct {
		adobe, progressive bool
		inks               [4]bool
		want               color.RGBA
	}{
		{false, false, [4]bool{}, color.RGBA{255, 255, 255, 255}},
		{false, false, [4]bool{0: true}, color.RGBA{0, 255, 255, 255}},
		{false, false, [4]bool{1: true}, color.RGBA{255, 0, 255, 255}},
		{false, false, [4]bool{2: true}, color.RGBA{255, 255, 0, 255}},
		{false, false, [4]bool{3: true}, color.RGBA{0, 0, 0, 255}},
		{false, false, [4]bool{1: true, 2: true}, color.RGBA{255, 0, 0, 255}},
		{true, false, [4]bool{0: true, 3: true}, color.RGBA{255, 0, 0, 255}}, // magenta and yellow
		{false, true, [4]bool{0: true, 1: true}, color.RGBA{0, 0, 255, 255}},
	}
	p, d := a4(1), &page.Document{}
	for i, test := range tests {
		p.Items = append(p.Items, &page.Image{X: page.Length(20+20*i) * page.Mm, Y: 40 * page.Mm, Width: 10 * page.Mm, Height: 10 * page.Mm, Picture: i, Node: page.Artifact})
		d.Images = append(d.Images, page.Picture{Name: "图", Data: pressJPEG(test.adobe, test.progressive, test.inks)})
	}
	d.Pages = append(d.Pages, p)
	sheet := render(t, d)
	for i, test := range tests {
		r, g, b, _ := sheet.At((25+20*i)*5, 45*5).RGBA()
		for k, got := range [3]uint32{r >> 8, g >> 8, b >> 8} {
			want := [3]uint8{test.want.R, test.want.G, test.want.B}[k]
			if diff := int(got) - int(want); diff < -3 || diff > 3 {
				t.Errorf("inks %v: %d %d %d, want %v", test.inks, r>>8, g>>8, b>>8, test.want)
				break
			}
		}
	}
	if n := ink(sheet, image.Rect(0, 0, sheet.Bounds().Dx(), 40*5-2)); n > 0 {
		t.Errorf("%d dots above the pictures", n)
	}
}
