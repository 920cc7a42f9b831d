package pdf

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// TestPlainColours says that a JPEG of red, green and blue is kept byte for
// byte, told to be such, and drawn so: its values are not taken for luminance
// and two differences.
func TestPlainColours(t *testing.T) {
	values := color.YCbCr{Y: 100, Cb: 110, Cr: 150}
	r, g, b := color.YCbCrToRGB(values.Y, values.Cb, values.Cr)
	im := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 16 * 16 {
		im.SetRGBA(i%16, i/16, color.RGBA{r, g, b, 255})
	}
	encoded := jpegFile(t, im)
	named := bytes.Clone(encoded)
	for i, id := range []byte("RGB") { // components are named in the frame and in the scan
		named[bytes.Index(named, []byte("\xFF\xC0"))+10+3*i] = id
		named[bytes.Index(named, []byte("\xFF\xDA"))+5+2*i] = id
	}
	marked := append([]byte("\xFF\xD8\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00"), encoded[2:]...)
	for name, data := range map[string][]byte{"by names": named, "by mark": marked} {
		_, s := onePicture(t, data)
		parameters, _ := s.Dict["DecodeParms"].(object.Dict)
		if !bytes.Equal(s.Data, data) || parameters["ColorTransform"] != object.Integer(0) || s.Dict["ColorSpace"] != object.Name("DeviceRGB") {
			t.Errorf("%s: %v, %d bytes of %d", name, s.Dict, len(s.Data), len(data))
		}
		place := &page.Image{X: 20 * page.Mm, Y: 40 * page.Mm, Width: 10 * page.Mm, Height: 10 * page.Mm, Node: page.Artifact}
		sheet := render(t, &page.Document{Pages: []*page.Page{a4(1, place)}, Images: []page.Picture{{Name: "图", Data: data}}})
		got := color.NRGBAModel.Convert(sheet.At(25*5, 45*5)).(color.NRGBA)
		for i, v := range []int{int(got.R) - int(values.Y), int(got.G) - int(values.Cb), int(got.B) - int(values.Cr)} {
			if v < -4 || v > 4 {
				t.Errorf("%s: colour %d of %v", name, i, got)
			}
		}
	}
}
