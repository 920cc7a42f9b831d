package pdf

import (
	"bytes"
	"image"
	"image/color"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// pictured writes a page with one picture and returns the picture's object.
func pictured(t *testing.T, data []byte) *object.Stream {
	t.Helper()
	place := &page.Image{X: 28 * page.Mm, Y: 37 * page.Mm, Width: 20 * page.Mm, Height: 10 * page.Mm, Node: page.Artifact}
	d := &page.Document{Pages: []*page.Page{a4(1, place, place)}, Images: []page.Picture{{Name: "图", Data: data}}}
	f := parse(t, write(t, d))
	p := pagesOf(f)[0]
	drawn := 0
	for _, op := range operations(t, f.Stream(p["Contents"])) {
		switch op.Operator {
		case "cm":
			if got := op.Operands; !near(value(t, got[0]), place.Width) || !near(value(t, got[3]), place.Height) ||
				!near(value(t, got[4]), place.X) || !near(value(t, got[5]), 297*page.Mm-place.Y-place.Height) {
				t.Errorf("placed by %v", got)
			}
		case "Do":
			drawn++
			if op.Operands[0] != object.Name("Im1") {
				t.Errorf("named %v", op.Operands[0])
			}
		}
	}
	pictures := f.Dict(f.Dict(p["Resources"])["XObject"])
	if drawn != 2 || len(pictures) != 1 {
		t.Errorf("drawn %d times from %d pictures", drawn, len(pictures))
	}
	return f.Stream(pictures["Im1"])
}

func TestJPEGIsKept(t *testing.T) {
	data := jpegFile(t, checks(image.NewRGBA(image.Rect(0, 0, 40, 20)), color.Black, color.White))
	s := pictured(t, data)
	if s.Dict["Filter"] != object.Name("DCTDecode") || !bytes.Equal(s.Data, data) {
		t.Errorf("%v, %d bytes of %d", s.Dict, len(s.Data), len(data))
	}
}

// Plain PNG rows are kept; what PDF or archives do not take is laid on white.
func TestPNG(t *testing.T) {
	bounds := image.Rect(0, 0, 40, 20)
	half := color.NRGBA{R: 255, A: 128}
	interlaced := pngFile(t, image.NewGray(image.Rect(0, 0, 1, 1))) // one pixel is the same either way
	interlaced = append([]byte(pngSignature), reheaded(interlaced, 12, 1)...)
	tests := []struct {
		name   string
		data   []byte
		colors any // of the picture written
		rows   []byte
	}{
		{"colour", pngFile(t, checks(image.NewRGBA(bounds), color.Black, color.White)), object.Name("DeviceRGB"), nil},
		{"grey", pngFile(t, checks(image.NewGray(bounds), color.Black, color.White)), object.Name("DeviceGray"), nil},
		{"palette", pngFile(t, checks(image.NewPaletted(bounds, color.Palette{color.White, color.Black, half}), color.Black, color.White)), object.Name("DeviceRGB"), nil},
		{"opaque palette", pngFile(t, checks(image.NewPaletted(bounds, color.Palette{color.White, color.Black}), color.Black, color.White)), nil, nil},
		{"see-through", pngFile(t, checks(image.NewNRGBA(image.Rect(0, 0, 2, 1)), half, half)), object.Name("DeviceRGB"), []byte{2, 255, 127, 127, 255, 127, 127}},
		{"16 bits", pngFile(t, checks(image.NewGray16(image.Rect(0, 0, 1, 2)), color.White, color.Black)), object.Name("DeviceRGB"), []byte{2, 255, 255, 255, 2, 0, 0, 0}},
		{"interlaced", interlaced, object.Name("DeviceRGB"), []byte{2, 0, 0, 0}},
	}
	for _, test := range tests {
		s := pictured(t, test.data)
		if s.Dict["Filter"] != object.Name("FlateDecode") || s.Dict["SMask"] != nil || s.Dict["Mask"] != nil {
			t.Errorf("%s: %v", test.name, s.Dict)
		}
		if test.colors != nil && s.Dict["ColorSpace"] != test.colors {
			t.Errorf("%s: colours %v", test.name, s.Dict["ColorSpace"])
		}
		rows, err := object.Inflate(s.Data)
		if err != nil || test.rows != nil && !bytes.Equal(rows, test.rows) {
			t.Errorf("%s: rows %v, %v", test.name, rows, err)
		}
	}
}

// reheaded returns the chunks of a PNG file with one byte of the header
// changed.
func reheaded(data []byte, at int, v byte) []byte {
	header := bytes.Clone(data[16 : 16+pngHeader])
	header[at] = v
	return append(appendChunk(nil, "IHDR", header), data[16+pngHeader+4:]...)
}

// Two different pictures in one document keep their own names.
func TestPicturesInOrder(t *testing.T) {
	f := parse(t, write(t, picturedIssue(t)))
	var names []object.Object
	for _, p := range pagesOf(f) {
		for _, op := range operations(t, f.Stream(p["Contents"])) {
			if op.Operator == "Do" {
				names = append(names, op.Operands[0])
			}
		}
	}
	for i, name := range []object.Name{"Im1", "Im2", "Im3", "Im4", "Im5", "Im6"} {
		if names[i] != name {
			t.Errorf("picture %d is named %s", i, names[i])
		}
	}
}

// A header that promises more than anyone prints is refused before any row is
// unpacked.
func TestHugePicture(t *testing.T) {
	header := []byte{0, 1, 0, 0, 0, 1, 0, 0, 8, colourPNG, 0, 0, 0} // 65536 × 65536
	huge := appendChunk(appendChunk([]byte(pngSignature), "IHDR", header), "IEND", nil)
	if _, err := newPicture(huge); err == nil || !strings.Contains(err.Error(), "too large") {
		t.Error(err)
	}
}
