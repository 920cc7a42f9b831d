package main

import (
	"encoding/binary"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin/sfnt"
	"jianbao/fonts"
)

// collection puts fonts into one file as a .ttc has them: a header with the
// place of each directory, and the offsets in each counted from the start of
// the file.
func collection(members ...[]byte) []byte {
	file := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(members)))
	at := len(file) + 4*len(members)
	for _, m := range members {
		file = binary.BigEndian.AppendUint32(file, uint32(at))
		at += len(m)
	}
	for _, m := range members {
		start := uint32(len(file))
		file = append(file, m...)
		for n, d := int(binary.BigEndian.Uint16(m[4:])), file[start+12:]; n > 0; n, d = n-1, d[16:] {
			binary.BigEndian.PutUint32(d[8:], binary.BigEndian.Uint32(d[8:])+start)
		}
	}
	return file
}

// changed returns a copy of a font with a table changed in its place.
func changed(font []byte, tag string, change func(table []byte)) []byte {
	font = slices.Clone(font)
	for at := 12; ; at += 16 {
		if string(font[at:at+4]) == tag {
			change(font[binary.BigEndian.Uint32(font[at+8:]):])
			return font
		}
	}
}

// licensed returns a font with the given fsType.
func licensed(bits uint16) []byte {
	return changed(fonts.LiberationSerif, "OS/2", func(os2 []byte) { binary.BigEndian.PutUint16(os2[8:], bits) })
}

// renamed returns a font with one of its tables under another tag.
func renamed(font []byte, from, to string) []byte {
	font = slices.Clone(font)
	for at := 12; ; at += 16 {
		if string(font[at:at+4]) == from {
			copy(font[at:], to)
			return font
		}
	}
}

const officeIssue = `---
期号: 1
date: 2020-09-22
---

# 标题甲

## 一、黑体乙

### （一）楷体丙

正文丁，赵镕，12

> 楷体戊
`

// TestOfficeFonts builds with an office's font in each role, alone and from a
// collection, and reads its name back where the role shows; what it lacks
// comes from ours.
func TestOfficeFonts(t *testing.T) {
	folder(t, map[string]string{
		"字/kai.ttf": string(fonts.FandolKai), "字/两种.ttc": string(collection(fonts.LiberationSerifBold, fonts.FandolKai)),
		"字/pp.ttf": string(licensed(4)),
	})
	absolute, err := filepath.Abs("字/kai.ttf")
	if err != nil {
		t.Fatal(err)
	}
	const kai, latin = "FandolKaiTT-Regular", "LiberationSerif"
	for _, c := range []struct{ role, file, text, want string }{
		{"仿宋", "字/kai.ttf", "正文丁", kai},
		{"仿宋", "字/两种.ttc#1", "正文丁", kai},
		{"仿宋", absolute, "正文丁", kai},
		{"仿宋", "./字/kai.ttf", "镕", "JianbaoFallbackKai-Light"},
		{"仿宋", "字/两种.ttc", "正文丁", "FandolFangTT-Regular"}, // the first face has no Han
		{"黑体", "字/两种.ttc#1", "黑体乙", kai},
		{"小标宋", "字/kai.ttf", "标题甲", kai},
		{"楷体", "字/kai.ttf", "楷体戊", kai},
		{"西文", "字/pp.ttf", "12", latin}, // to be previewed and printed
		{"西文", "字/两种.ttc#0", "12", "LiberationSerif-Bold"},
	} {
		put(t, "bulletin.yaml", fmt.Sprintf("刊名: 简报\n版式:\n  字体: {%s: %s}\n", c.role, c.file))
		put(t, "1.md", officeIssue)
		if code, _, errs := call("build"); code != exitDone {
			t.Errorf("%s: %s: %s", c.role, c.file, errs)
			continue
		}
		r := readBack(t, "public/1.pdf")
		if got := r.fontOf(c.text); got != c.want {
			t.Errorf("%s: %s: %s comes from %s, want %s", c.role, c.file, c.text, got, c.want)
		}
	}
}

// onlyOne returns a font whose one character looks like another.
func onlyOne(t *testing.T, char, like rune) []byte {
	t.Helper()
	f, err := sfnt.Parse(fonts.LiberationSerif, 0)
	if err != nil {
		t.Fatal(err)
	}
	glyph, _ := f.Glyph(like)
	return changed(fonts.LiberationSerif, "cmap", func(cmap []byte) {
		b := append(cmap[:0], 0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0)
		for _, v := range []uint32{28, 0, 1, uint32(char), uint32(char), uint32(glyph)} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
	})
}

// TestOfficeFontForLacks says that an office's 宋体 draws what no other face of
// a role has.
func TestOfficeFontForLacks(t *testing.T) {
	folder(t, map[string]string{
		"bulletin.yaml": settings, "1.md": strings.Replace(issue("1"), "正文", "凉山ꆈ**ꆈ**", 1), "yi.ttf": string(onlyOne(t, 'ꆈ', 'N')),
	})
	if code, _, errs := call("build"); code != exitSources || !strings.Contains(errs, "字体里没有“ꆈ”（U+A188）") {
		t.Errorf("exit %d: %s", code, errs)
	}
	put(t, "bulletin.yaml", settings+"版式: {字体: {宋体: yi.ttf}}\n")
	if code, _, errs := call("build"); code != exitDone {
		t.Fatal(errs)
	}
	r := readBack(t, "public/1.pdf")
	if got := r.fontOf("ꆈꆈ"); got != "LiberationSerif" {
		t.Errorf("comes from %s", got)
	}
	if got := r.fontOf("凉山"); got != "FandolFangTT-Regular" {
		t.Errorf("text comes from %s", got)
	}
}

// TestOfficeFontWithBlank says that a font that shows nothing for a character
// is taken not to have it.
func TestOfficeFontWithBlank(t *testing.T) {
	folder(t, map[string]string{
		"bulletin.yaml": settings + "版式: {字体: {仿宋: 空.ttf}}\n", "1.md": issue("1"), "空.ttf": string(onlyOne(t, '文', ' ')),
	})
	if code, _, errs := call("build"); code != exitDone {
		t.Fatal(errs)
	}
	r := readBack(t, "public/1.pdf")
	if got := r.fontOf("正文"); got != "FandolFangTT-Regular" {
		t.Errorf("text comes from %s", got)
	}
}

// TestOfficeFontWithBrokenGlyph says that a glyph that cannot be made out is no
// hole on paper: another face draws its character, and a warning says so.
func TestOfficeFontWithBrokenGlyph(t *testing.T) {
	f, err := sfnt.Parse(fonts.LiberationSerifBold, 0)
	if err != nil {
		t.Fatal(err)
	}
	seven, _ := f.Glyph('7')
	spoilt := changed(fonts.LiberationSerifBold, "loca", func(loca []byte) { loca[4*int(seven)] = 0x7F })
	folder(t, map[string]string{
		"bulletin.yaml": settings + "版式: {字体: {西文: 坏.ttf}}\n", "1.md": strings.Replace(issue("1"), "正文", "正文35，正文77", 1), "坏.ttf": string(spoilt),
	})
	if code, _, errs := call("build"); code != exitDone || !strings.Contains(errs, "字形，这些字改用别的字体") {
		t.Fatalf("exit %d: %s", code, errs)
	}
	r := readBack(t, "public/1.pdf")
	if sound, other := r.fontOf("35"), r.fontOf("77"); sound != "LiberationSerif-Bold" || other != "LiberationSerif" {
		t.Errorf("35 comes from %s, 77 from %s", sound, other)
	}
}

// TestOfficeFontWithBrokenBlank says that a blank that cannot be made out ends no
// text that has another beside it, and no word at the end of a line.
func TestOfficeFontWithBrokenBlank(t *testing.T) {
	f, err := sfnt.Parse(fonts.LiberationSerifBold, 0)
	if err != nil {
		t.Fatal(err)
	}
	blank, _ := f.Glyph(' ')
	spoilt := changed(fonts.LiberationSerifBold, "loca", func(loca []byte) { loca[4*int(blank)] = 0x7F })
	text := "正文 words\\\nof two lines。\n\n| 甲 | 乙 |\n|---|---|\n| 35 one | 77 two |\n"
	folder(t, map[string]string{
		"bulletin.yaml": settings + "版式: {字体: {西文: 坏.ttf}}\n", "1.md": strings.Replace(issue("1"), "正文。", text, 1), "坏.ttf": string(spoilt),
	})
	if code, _, errs := call("build"); code != exitDone || !strings.Contains(errs, "字形，这些字改用别的字体") {
		t.Fatalf("exit %d: %s", code, errs)
	}
	r := readBack(t, "public/1.pdf")
	if got := r.fontOf("words"); got != "LiberationSerif-Bold" {
		t.Errorf("words come from %s", got)
	}
}

// TestRefusedOfficeFonts says what an editor is told of a font that cannot be
// used: at its place, what is wrong and what to do.
func TestRefusedOfficeFonts(t *testing.T) {
	whole := fonts.LiberationSerif
	folder(t, map[string]string{
		"Fonts/Kai.ttf": string(whole), "文本.ttf": "# 不是字体", "空.ttf": "", "半.ttf": string(whole[:len(whole)/2]),
		"otto.ttf": "OTTO" + strings.Repeat("\x00", 40), "受限.ttf": string(licensed(2)), "整.ttf": string(licensed(0x108)),
		"位图.ttf": string(licensed(0x200)), "两.ttc": string(collection(whole, whole)), "夹.ttf/x": "",
		"轮廓.ttf": string(changed(whole, "loca", func(loca []byte) { loca[2000] = 0xFF })),
		"坏点.ttf": string(changed(whole, "glyf", func(glyf []byte) { copy(glyf[20000:], make([]byte, 4096)) })),
		"坏.ttf":  string(changed(whole, "glyf", func(glyf []byte) { clear(glyf[20000:120000]) })),
		"无码.ttf": string(changed(whole, "cmap", func(cmap []byte) { clear(cmap[:4]) })),
		"可变.ttf": string(renamed(whole, "GPOS", "fvar")),
		"1.md":   officeIssue,
	})
	for _, c := range []struct{ file, message, hint string }{
		{"无.ttf", "找不到这个文件", "从 bulletin.yaml 所在的文件夹算起"},
		{"无/无.ttf", "找不到这个文件", "核对文件名"},
		{"Fonts/kai.ttf", "大小写不符，实际的名称是“Kai.ttf”", "把路径里的“kai.ttf”写作“Kai.ttf”"},
		{"fonts/Kai.ttf", "大小写不符，实际的名称是“Fonts”", "“Fonts”"},
		{"夹.ttf", "它是文件夹", "写到文件名"},
		{"文本.ttf", "不是 TrueType 字体", "自带字体"},
		{"空.ttf", "不是 TrueType 字体", "自带字体"},
		{"半.ttf", "已损坏或不完整", "重新复制"},
		{"轮廓.ttf", "坏了2个字形，这些字改用别的字体", "重新复制"},
		{"坏点.ttf", "个字形，这些字改用别的字体", "重新复制"},
		{"坏.ttf", "已损坏或不完整", "重新复制"},
		{"无码.ttf", "没有 Unicode 编码表", "较新的版本"},
		{"otto.ttf", "PostScript 轮廓", "TrueType 轮廓的 .ttf"},
		{"受限.ttf", "不允许嵌入文档", "取得嵌入许可"},
		{"整.ttf", "不允许只嵌入用到的字", "取得嵌入许可"},
		{"位图.ttf", "只允许嵌入点阵", "取得嵌入许可"},
		{"两.ttc#2", "文件里只有 2 个字体", "#0 到 #1"},
		{"Fonts/Kai.ttf#1", "应为 TrueType 字体文件", ".ttf"}, // # is for collections
		{"字.otf", "应为 TrueType 字体文件", ".ttf"},
		{"可变.ttf", "可变字体", "固定字重"},
	} {
		put(t, "bulletin.yaml", "刊名: 简报\n版式:\n  字体:\n    仿宋: "+c.file+"\n")
		_, out, errs := call("check")
		if !strings.Contains(out, "bulletin.yaml:4:9: ") || !strings.Contains(out, c.message) || !strings.Contains(out, c.hint) || !strings.Contains(out, " [字体]") {
			t.Errorf("%s: want %s, %s; got %s%s", c.file, c.message, c.hint, out, errs)
		}
		want := exitSources
		if c.file == "可变.ttf" || strings.Contains(c.message, "改用别的字体") {
			want = exitDone
		}
		if code, _, _ := call("build"); code != want {
			t.Errorf("%s: exit %d", c.file, code)
		}
	}
}

// TestOfficeFontOfLoneIssue says that paths of an issue outside any series
// start at its own folder, wherever the command is given.
func TestOfficeFontOfLoneIssue(t *testing.T) {
	folder(t, map[string]string{
		"别处/字/kai.ttf": string(fonts.FandolKai),
		"别处/某期.md":     strings.Replace(officeIssue, "期号", "刊名: 简报\n版式: {字体: {仿宋: 字/kai.ttf}}\n期号", 1),
	})
	if code, _, errs := call("build", "别处/某期.md"); code != exitDone {
		t.Fatal(errs)
	}
	r := readBack(t, "public/某期.pdf")
	if got := r.fontOf("正文丁"); got != "FandolKaiTT-Regular" {
		t.Errorf("text comes from %s", got)
	}
}
