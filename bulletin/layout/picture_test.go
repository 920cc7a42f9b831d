package layout

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// jpegOf is a JPEG of the given pixels, with an Exif orientation if it is not 0.
func jpegOf(t testing.TB, w, h, orientation int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, w, h)), nil); err != nil {
		t.Fatal(err)
	}
	if orientation == 0 {
		return b.Bytes()
	}
	exif := append([]byte("Exif\x00\x00"), tiff(binary.BigEndian, orientation)...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(2+len(exif)))
	return append(append(append([]byte{0xFF, 0xD8}, segment...), exif...), b.Bytes()[2:]...)
}

// tiff is a directory of two entries, the second of which is the orientation.
func tiff(order binary.AppendByteOrder, orientation int) []byte {
	b := []byte("MM\x00*")
	if order.String() == "LittleEndian" {
		b = []byte("II*\x00")
	}
	b = order.AppendUint16(order.AppendUint32(b, 8), 2)
	for _, e := range [][2]int{{0x0110, 7}, {tagOrientation, orientation}} {
		b = order.AppendUint16(order.AppendUint16(b, uint16(e[0])), typeShort)
		b = order.AppendUint16(order.AppendUint16(order.AppendUint32(b, 1), uint16(e[1])), 0)
	}
	return b
}

// rawPNG is a PNG of black pixels of any kind, which the standard library does
// not write.
func rawPNG(t testing.TB, w, h uint32, bits, kind, interlaced byte) []byte {
	t.Helper()
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	header = append(header, bits, kind, 0, 0, interlaced)
	var rows bytes.Buffer
	z := zlib.NewWriter(&rows)
	for _, p := range passes(header) {
		z.Write(make([]byte, p.rows*(1+p.bytes)))
	}
	z.Close()
	out := appendPNG([]byte(pngSignature), "IHDR", header)
	if kind == 3 {
		out = appendPNG(out, "PLTE", make([]byte, 6))
	}
	packed := rows.Bytes()
	out = appendPNG(out, "IDAT", packed[:len(packed)/2])
	return appendPNG(appendPNG(out, "IDAT", packed[len(packed)/2:]), "IEND", nil)
}

func appendPNG(b []byte, tag string, body []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(body)))
	start := len(b)
	b = append(append(b, tag...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[start:]))
}

// TestPictureOrientation says that a photograph stands as the camera was held.
func TestPictureOrientation(t *testing.T) {
	for orientation, want := range []struct {
		w, h int
		turn page.Turn
	}{0: {30, 20, 0}, 1: {30, 20, 0}, 3: {30, 20, 2}, 6: {20, 30, 3}, 8: {20, 30, 1}, 9: {30, 20, 0}} {
		p, err := ReadPicture("图.jpg", jpegOf(t, 30, 20, orientation))
		if want.w == 0 {
			if !errors.Is(err, ErrPictureMirrored) {
				t.Errorf("orientation %d: %v", orientation, err)
			}
			continue
		}
		if err != nil || p.Width != want.w || p.Height != want.h || p.Turn != want.turn {
			t.Errorf("orientation %d: %+v, %v", orientation, p, err)
		}
	}
	if got := exifOrientation(tiff(binary.LittleEndian, 6)); got != 6 {
		t.Errorf("little end first: %d", got)
	}
}

// TestPictureKindsOfPNG reads every kind the specification allows (table 11.1),
// which the decoder of the standard library must read too.
func TestPictureKindsOfPNG(t *testing.T) {
	for kind, depths := range map[byte][]byte{0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}} {
		for _, bits := range depths {
			for _, interlaced := range []byte{0, 1} {
				for _, w := range []uint32{1, 4, 13} {
					data := rawPNG(t, w, 7, bits, kind, interlaced)
					if _, err := png.Decode(bytes.NewReader(data)); err != nil {
						t.Fatalf("kind %d of %d bits is not written right: %v", kind, bits, err)
					}
					p, err := ReadPicture("图.png", data)
					if err != nil || p.Width != int(w) || p.Height != 7 {
						t.Errorf("kind %d of %d bits: %v", kind, bits, err)
					}
				}
			}
		}
	}
}

func TestPictureOrientationOfPNG(t *testing.T) {
	data := rawPNG(t, 30, 20, 8, 2, 0)
	data = append(appendPNG(bytes.Clone(data[:33]), "eXIf", tiff(binary.LittleEndian, 6)), data[33:]...)
	p, err := ReadPicture("图.png", data)
	if err != nil || p.Width != 20 || p.Turn != 3 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestRefusedPictures(t *testing.T) {
	photo, drawing := jpegOf(t, 30, 20, 0), rawPNG(t, 30, 20, 8, 2, 0)
	damaged := bytes.Clone(drawing)
	damaged[len(damaged)-20] ^= 1
	less := appendPNG([]byte(pngSignature), "IHDR", []byte{0, 0, 0, 30, 0, 0, 0, 20, 8, 2, 0, 0, 0})
	small := rawPNG(t, 30, 19, 8, 2, 0)
	less = append(less, small[len(pngSignature)+25:]...)
	more := append(bytes.Clone(less[:len(pngSignature)]), appendPNG(nil, "IHDR", []byte{0, 0, 0, 30, 0, 0, 0, 18, 8, 2, 0, 0, 0})...)
	more = append(more, small[len(pngSignature)+25:]...)
	huge := appendPNG([]byte(pngSignature), "IHDR", []byte{0, 1, 0, 0, 0, 1, 0, 0, 8, 2, 0, 0, 0})
	arithmetic := bytes.Replace(photo, []byte{0xFF, 0xC0}, []byte{0xFF, 0xC9}, 1)
	for _, c := range []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"empty", nil, ErrNotPicture, "不是图片"},
		{"text", []byte("# 标题"), ErrNotPicture, "不是图片"},
		{"GIF", []byte("GIF89a..."), ErrPictureKind, "是 GIF，"},
		{"WebP", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), ErrPictureKind, "是 WebP，"},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic"), ErrPictureKind, "是 HEIC，"},
		{"SVG", []byte("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<svg>"), ErrPictureKind, "是 SVG，"},
		{"BMP", []byte("BM6\x00\x00\x00"), ErrPictureKind, "是 BMP，"},
		{"arithmetic JPEG", arithmetic, ErrPictureKind, "特殊的 JPEG"},
		{"JPEG cut off", photo[:len(photo)-9], ErrPictureBroken, "不完整"},
		{"JPEG cut off in the head", photo[:40], ErrPictureBroken, "不完整"},
		{"PNG cut off", drawing[:len(drawing)-20], ErrPictureBroken, "不完整"},
		{"PNG cut off in the head", drawing[:20], ErrPictureBroken, "不完整"},
		{"PNG damaged", damaged, ErrPictureBroken, "损坏"},
		{"PNG with a row less", less, ErrPictureBroken, "损坏"},
		{"PNG with a row more", more, ErrPictureBroken, "损坏"},
		{"PNG too large", huge, ErrPictureSize, "太大"},
	} {
		_, err := ReadPicture("图", c.data)
		message, hint := PictureFault(err)
		if !errors.Is(err, c.want) || !strings.Contains(message, c.says) || hint == "" {
			t.Errorf("%s: %v, %s, %s", c.name, err, message, hint)
		}
	}
}

// FuzzReadPicture holds that no file, however broken, is more than refused.
func FuzzReadPicture(f *testing.F) {
	f.Add(jpegOf(f, 8, 8, 6))
	f.Add(rawPNG(f, 9, 5, 2, 3, 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := ReadPicture("图", data); err == nil && (p.Width <= 0 || p.Height <= 0) {
			t.Errorf("%d × %d", p.Width, p.Height)
		}
	})
}

// TestPictureOfPrintingPress reads a JPEG in the four colours of printing.
func TestPictureOfPrintingPress(t *testing.T) {
	frame := []byte{0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 5, 0, 6, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0}
	scan := []byte{0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0xFF, 0xD9}
	c, err := jpeg.DecodeConfig(bytes.NewReader(append(frame, scan...)))
	if err != nil || c.ColorModel != color.CMYKModel {
		t.Fatal("is no such picture:", err)
	}
	if p, err := ReadPicture("图", append(frame, scan...)); err != nil || p.Width != 6 || p.Height != 5 {
		t.Error(err)
	}
}
