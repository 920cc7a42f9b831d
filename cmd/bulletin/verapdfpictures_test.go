package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/jpeg"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// pictured sets an issue with pictures of every kind, between lines and within
// one, with words for those who do not see them and without.
func pictured(t *testing.T) *page.Document {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	assets := *shelf.own
	assets.Pictures = map[string]*layout.Picture{}
	var b strings.Builder
	b.WriteString("---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n编发单位: 某某办公室\n---\n\n# 图片\n\n")
	kinds := pictureKinds(t)
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		if assets.Pictures[name], err = layout.ReadPicture(name, kinds[name]); err != nil {
			t.Fatal(name, err)
		}
		b.WriteString("![" + name + "](" + name + " \"图　" + name + "\")\n\n行内![" + name + "](" + name + ")。\n\n![](" + name + ")\n\n")
	}
	issue := bulletin.Read(diag.NewSource("1.md", []byte(b.String())), "1", nil)
	d, findings := layout.Pages(issue, &assets)
	if issue.Findings.Errors()+findings.Errors() > 0 {
		t.Fatal(issue.Findings, findings)
	}
	return d
}

// pictureKinds are files of every kind of PNG and JPEG that is written another
// way.
func pictureKinds(t *testing.T) map[string][]byte {
	t.Helper()
	box := image.Rect(0, 0, 40, 20)
	clear := append(color.Palette{color.NRGBA{}}, palette.WebSafe[:3]...)
	drawn := map[string]image.Image{
		"grey": image.NewGray(box), "grey-16": image.NewGray16(box),
		"clear": image.NewNRGBA(box), "clear-16": image.NewNRGBA64(box), "palette-clear": image.NewPaletted(box, clear),
		"palette-1": image.NewPaletted(box, palette.WebSafe[:2]), "palette-2": image.NewPaletted(box, palette.WebSafe[:4]),
		"palette-4": image.NewPaletted(box, palette.WebSafe[:16]), "palette-8": image.NewPaletted(box, palette.WebSafe),
		"colour": image.NewYCbCr(box, image.YCbCrSubsampleRatio420),
	}
	files := map[string][]byte{}
	var b bytes.Buffer
	for name, im := range drawn {
		b.Reset()
		if err := png.Encode(&b, im); err != nil {
			t.Fatal(err)
		}
		files[name+".png"] = bytes.Clone(b.Bytes())
	}
	b.Reset()
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	files["interlaced.png"] = interlaced(b.Bytes())
	for name, im := range map[string]image.Image{"colour": drawn["colour"], "grey": drawn["grey"]} {
		b.Reset()
		if err := jpeg.Encode(&b, im, nil); err != nil {
			t.Fatal(err)
		}
		files[name+".jpg"] = bytes.Clone(b.Bytes())
	}
	files["plain.jpg"] = append([]byte("\xFF\xD8\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00"), files["colour.jpg"][2:]...) // red, green and blue as they are
	files["turned.jpg"] = turned(files["colour.jpg"])
	files["press.jpg"] = pressed("")
	files["press-adobe.jpg"] = pressed("\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x02")
	return files
}

// interlaced marks a PNG as interlaced; the rows of one of a single pixel are
// the same.
func interlaced(file []byte) []byte {
	const header, last = 12, 28 // IHDR begins; its last byte
	out := bytes.Clone(file)
	out[last] = 1
	binary.BigEndian.PutUint32(out[last+1:], crc32.ChecksumIEEE(out[header:last+1]))
	return out
}

// turned gives a JPEG the mark of a camera held upright (Exif, orientation 6).
func turned(file []byte) []byte {
	mark := "\xFF\xE1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	return append([]byte("\xFF\xD8"+mark), file[2:]...)
}

// pressed is a JPEG in the four inks of printing, half of each everywhere, with a
// mark: 40 × 20 dots in blocks of 8 × 8 for each ink, all alike. A block is the
// code of a difference of 0 and that of nothing more (ISO/IEC 10918-1, F.1.2).
func pressed(mark string) []byte {
	quantities := "\xFF\xDB\x00\x43\x00" + strings.Repeat("\x10", 64)
	const frame = "\xFF\xC0\x00\x14\x08\x00\x14\x00\x28\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00"
	code := func(class, bits string) string { // one code of one bit: 0
		return "\xFF\xC4\x00\x14" + class + "\x01" + strings.Repeat("\x00", 15) + bits
	}
	const scan = "\xFF\xDA\x00\x0E\x04\x01\x00\x02\x00\x03\x00\x04\x00\x00\x3F\x00"
	const bits = 5 * 3 * 4 * 2 // blocks, inks, codes
	data := strings.Repeat("\x00", bits/8)
	return []byte("\xFF\xD8" + mark + quantities + frame + code("\x00", "\x00") + code("\x10", "\x00") + scan + data + "\xFF\xD9")
}
