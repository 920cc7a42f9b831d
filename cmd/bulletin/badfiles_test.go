package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"

	"jianbao/fonts"
)

// encoded is the bytes an encoder of pictures writes.
func encoded(encode func(*bytes.Buffer) error) string {
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		panic(err) // pictures of our own
	}
	return b.String()
}

// pngFile is a PNG of a header and chunks: names and data by turns.
func pngFile(width, height uint32, bits, kind byte, chunks ...string) string {
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	b := []byte("\x89PNG\r\n\x1a\n")
	chunks = append([]string{"IHDR", string(append(header, bits, kind, 0, 0, 0))}, append(chunks, "IEND", "")...)
	for i := 0; i < len(chunks); i += 2 {
		b = binary.BigEndian.AppendUint32(b, uint32(len(chunks[i+1])))
		b = append(append(b, chunks[i]...), chunks[i+1]...)
		b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(chunks[i]+chunks[i+1])))
	}
	return string(b)
}

// zeros is n MB of zeros as a picture has them.
func zeros(n int) string {
	return encoded(func(b *bytes.Buffer) error {
		w, block := zlib.NewWriter(b), make([]byte, 1<<20)
		for range n {
			if _, err := w.Write(block); err != nil {
				return err
			}
		}
		return w.Close()
	})
}

// showing is an issue with a picture in line 6.
func showing(name, path, data string, code int, want string) badSource {
	b := bad(name, "![图]("+path+")\n", code, want)
	if data != "" {
		b.files[path] = data
	}
	return b
}

func badPictures() []badSource {
	gray := image.NewGray(image.Rect(0, 0, 40, 30))
	whole := encoded(func(b *bytes.Buffer) error { return png.Encode(b, gray) })
	photo := encoded(func(b *bytes.Buffer) error { return jpeg.Encode(b, gray, nil) })
	deep := encoded(func(b *bytes.Buffer) error { return png.Encode(b, image.NewNRGBA64(image.Rect(0, 0, 300, 300))) })
	moving := encoded(func(b *bytes.Buffer) error {
		frame := image.NewPaletted(image.Rect(0, 0, 9, 9), []color.Color{color.Black, color.White})
		return gif.EncodeAll(b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}})
	})
	const at = "s/x.md:6:1: "
	return []badSource{
		showing("no picture", "图.png", "", exitSources, at+"找不到"),
		{name: "a folder for a picture", files: map[string]string{"x.md": badFront + "![图](图.png)\n", "图.png/甲": ""}, code: exitSources, want: at + "文件夹"},
		{name: "an empty picture", files: map[string]string{"x.md": badFront + "![图](图.png)\n", "图.png": ""}, code: exitSources, want: at},
		showing("half a PNG", "图.png", whole[:len(whole)/2], exitSources, at+"已损坏"),
		showing("a PNG of its signature", "图.png", whole[:8], exitSources, at+"已损坏"),
		showing("half a JPEG", "图.jpg", photo[:len(photo)*2/3], exitSources, at+"已损坏"),
		showing("60,000 × 60,000 pixels", "图.png", pngFile(60_000, 60_000, 8, 6, "IDAT", zeros(8)), exitSources, at+"太大"),
		showing("4,000,000,000 pixels in a row", "图.png", pngFile(4_000_000_000, 4_000_000_000, 16, 6, "IDAT", zeros(1)), exitSources, at),
		showing("7,000 × 7,000 gray pixels", "图.png", pngFile(7000, 7000, 8, 0, "IDAT", zeros(48)), exitSources, at),
		showing("more data than pixels", "图.png", pngFile(9, 9, 8, 0, "IDAT", zeros(300)), exitSources, at+"已损坏"),
		showing("a profile that grows", "图.png", pngFile(9, 9, 8, 0, "iCCP", "a\x00\x00"+zeros(300), "zTXt", "a\x00\x00"+zeros(300), "IDAT", zeros(1)), exitSources, at+"已损坏"),
		showing("a PNG called JPEG", "图.jpg", whole, exitDone, ""),
		showing("a picture called .txt", "图.txt", whole, exitSources, at+"不是图片的文件名"),
		showing("a text called PNG", "图.png", "正文", exitSources, at+"不是图片"),
		showing("16 bits", "图.png", deep, exitDone, ""),
		showing("CMYK", "图.jpg", cmykJPEG(photo), exitDone, ""),
		showing("SVG", "图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", exitSources, at+"SVG"),
		showing("animated GIF", "图.gif", moving, exitSources, at+"GIF"),
		showing("a path that leaves", "../../../../etc/passwd", "", exitSources, at+"不在本刊文件夹"),
		showing("an absolute path", "/etc/passwd", "", exitSources, at),
		showing("a path of Windows", "C:/图.png", "", exitSources, at),
		showing("a URL", "https://example.cn/图.png", "", exitSources, at),
		showing("data in the path", "data:image/png;base64,"+strings.Repeat("A", 100_000), "", exitSources, at),
		showing("controls in the path", "图%00%0a.png", "", exitSources, at),
		showing("a path of 10,000 characters", strings.Repeat("图", 10_000)+".png", "", exitSources, at),
		{name: "a picture of 100 MB", files: map[string]string{"x.md": badFront + "![图](图.png)\n", "图.png": whole}, code: exitDone, want: at + "100 MB", make: func(t *testing.T) {
			if err := os.Truncate("s/图.png", 100<<20); err != nil {
				t.Fatal(err)
			}
		}},
		{name: "the same picture 5,000 times", files: map[string]string{"x.md": badFront + strings.Repeat("![图](图.png)\n\n", 5000), "图.png": whole}, code: exitDone},
	}
}

// cmykJPEG makes a gray JPEG one of four colours in its header, which then lacks
// the data of three.
func cmykJPEG(photo string) string {
	i := strings.Index(photo, "\xff\xc0")
	frame := photo[i : i+10]
	return photo[:i] + "\xff\xc0\x00\x14" + frame[4:9] + "\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00" + photo[i+13:]
}

// amid is a sound issue beside a bad file all issues share.
func amid(name, file, text string, code int, want string) badSource {
	b := badSource{name: name, files: map[string]string{"x.md": badFront + "正文。\n"}, code: code, want: want}
	b.files[file] = text
	b.printed = file == "recipients.yaml" || strings.HasPrefix(file, "templates/")
	return b
}

func badShared() []badSource {
	const y, r, z = "bulletin.yaml", "recipients.yaml", "sealed.yaml"
	rep := strings.Repeat
	return []badSource{
		amid("settings in GBK", y, "\xbf\xaf\xc3\xfb: \xbc\xf2\xb1\xa8\n", exitSources, "s/bulletin.yaml:1:1: "),
		amid("settings with a tab", y, "刊名: 简报\n版式:\n\t每页行数: 20\n", exitSources, "s/bulletin.yaml:3:"),
		amid("settings that are a list", y, "- 刊名\n", exitSources, "s/bulletin.yaml:1:"),
		amid("settings that are a number", y, "刊名: 简报\n期号: 3\n", exitSources, "s/bulletin.yaml:2:"),
		amid("settings with a wrong value", y, "刊名: 简报\n版式: {每页行数: 0}\n", exitSources, "s/bulletin.yaml:2:"),
		amid("settings of nothing", y, "", exitSources, "s/x.md:"),
		amid("settings of 5 MB", y, "刊名: "+rep("简", 1_700_000)+"\n", exitSources, "s/bulletin.yaml:1:1: "),
		amid("settings with NUL", y, "刊名: 简\x00报\n", exitSources, "s/bulletin.yaml:1:6: "),
		amid("a name of 10,000 characters", y, "刊名: "+rep("简", 10_000)+"\n", exitSources, "s/bulletin.yaml:1:5: 排不下"),
		amid("register in GBK", r, "\xb5\xa5\xce\xbb:\n", exitSources, "s/recipients.yaml:1:1: "),
		amid("register of a word", r, "单位: 甲\n", exitSources, "s/recipients.yaml:1:"),
		amid("register of wrong copies", r, "单位:\n  - {名称: 甲, 份数: -1}\n", exitSources, "s/recipients.yaml:2:"),
		amid("register that turns in a circle", r, "单位:\n  - {名称: 甲, 成员: [乙]}\n  - {名称: 乙, 成员: [甲]}\n", exitSources, "s/recipients.yaml:"),
		amid("register whose members multiply", r, multiplied(), exitDone, "s/recipients.yaml:13:24: 已在"),
		amid("register of 50,000", r, "单位:\n"+numbered("  - 名称: 第%d单位\n", 50_000), exitDone, ""),
		amid("register with too many copies", r, "单位:\n  - {名称: 甲, 份数: 99999999999999999999}\n", exitSources, "s/recipients.yaml:2:"),
		amid("seals in GBK", z, "\xb5\xa5\xce\xbb:\n", exitSources, "s/sealed.yaml:1:1: "),
		amid("seals of a list", z, "- x\n", exitSources, "s/sealed.yaml:1:"),
		amid("seals of nothing", z, "", exitDone, ""),
		amid("seals that are none", z, "x: 甲\n", exitSources, "s/sealed.yaml:1:"),
		amid("record in GBK", "x.recipients.yaml", "\xb5\xa5\xce\xbb:\n", exitSources, "s/x.recipients.yaml:1:1: "),
		amid("record of a list", "x.recipients.yaml", "- 甲\n", exitSources, "s/x.recipients.yaml:1:"),
		amid("template that does not close", "templates/page.html", "{{if .Date}}\n", exitSources, "s/templates/page.html:"),
		amid("template of an unknown field", "templates/page.html", "\n{{.Nothing}}\n", exitSources, "s/templates/page.html:2:"),
		amid("template that calls itself", "templates/colophon.html", "{{template \"colophon.html\" .}}", exitSources, "s/templates/colophon.html:1:"),
		amid("template without end", "templates/colophon.html", "{{range 2000000000}}甲{{end}}", exitSources, "s/templates/colophon.html:1:"),
		amid("template in GBK", "templates/page.html", "\xb5\xa5\xce\xbb\n", exitSources, "s/templates/page.html:1:1: "),
		amid("unknown template", "templates/没有.html", "甲\n", exitDone, "s/templates/没有.html:1:1: 不起作用"),
	}
}

// multiplied is a register in which each collective name has the one before ten
// times over, by way of ten others.
func multiplied() string {
	b := "单位:\n  - 名称: 甲\n"
	before := "甲"
	for i := range 12 {
		var names []string
		for k := range 10 {
			name := strings.Repeat("级", i+1) + string(rune('子'+k))
			b += "  - {名称: " + name + ", 成员: [" + before + "]}\n"
			names = append(names, name)
		}
		before = strings.Join(names, ", ")
	}
	return b
}

func badFonts() []badSource {
	font := func(name, data, want string) badSource {
		b := badLines(name, "版式: {字体: {仿宋: f.ttf}}", want)
		b.files["f.ttf"] = data
		return b
	}
	const at = "s/x.md:4:"
	sound := string(fonts.LiberationSerif)
	return []badSource{
		font("a text for a font", "正文", at),
		font("an empty font", "", at),
		font("half a font", sound[:len(sound)/2], at),
		font("a font of its head", sound[:12], at),
		font("a font of 65535 tables", "\x00\x01\x00\x00\xff\xff"+strings.Repeat("\xff", 100_000), at),
		font("a CFF font", "OTTO"+sound[4:], at),
		font("a font without outlines", string(renamed(fonts.LiberationSerif, "glyf", "xxxx")), at),
		font("a collection of itself", "ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00", at),
		font("a web font", "wOF2"+strings.Repeat("\x00", 100), at),
	}
}
