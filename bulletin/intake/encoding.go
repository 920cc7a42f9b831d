package intake

import (
	"bytes"
	"unicode/utf8"

	"jianbao/bulletin/diag"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Limits of an old paper. An issue is never greater than the reader takes.
const (
	largestText = 4 << 20 // bytes of text, in UTF-8
	mostLines   = 100_000 // of text, and runs of blank ones
	mostIssues  = 500
	// LargestFile is how many bytes of a file are read; a Word document with its
	// pictures is greater than its text.
	LargestFile = 64 << 20
)

// A foreign is a kind of file that is no paper we read, known by how it begins.
type foreign struct{ begins, what, hint string }

const saveAs = "用 Word 或 WPS 打开，另存为 .docx 或纯文本（.txt）再导入"

var foreigners = []foreign{
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "这是旧的 Word 格式（.doc、.wps）或 Excel 文件", "用 Word 或 WPS 打开，另存为 .docx 再导入"},
	{"{\\rtf", "这是 RTF 文件", saveAs},
	{"%PDF", "这是 PDF 文件", "找原来的 Word 文件；只有 PDF 的，把文字复制到一个 .txt 文件再导入"},
	{"\x89PNG", "这是图片", "把文字录成 .txt 文件再导入"},
	{"\xFF\xD8\xFF", "这是图片", "把文字录成 .txt 文件再导入"},
	{"GIF8", "这是图片", "把文字录成 .txt 文件再导入"},
	{"<?mso-", "这是网页或 XML 文件", saveAs},
	{"<?xml", "这是网页或 XML 文件", saveAs},
	{"<html", "这是网页", saveAs},
	{"<!DOCTYPE", "这是网页", saveAs},
	{"Rar!", "这是压缩文件", "解压以后再导入"},
	{"7z\xBC\xAF", "这是压缩文件", "解压以后再导入"},
	{"\x1F\x8B", "这是压缩文件", "解压以后再导入"},
}

// encryptedPackage is the name, in UTF-16, under which a document with a password
// lies within a file of the older format.
var encryptedPackage = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// open reads the bytes of a file into lines, and tells false where it is none
// that can be read; then a finding says why.
func (p *paper) open(data []byte) bool {
	if len(data) > LargestFile {
		return p.refuse("过大", "检查是否误放了别的文件；图片太多的，另存一份删去图片", "文件超过%d MB", LargestFile>>20)
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		return p.openWord(data)
	}
	if bytes.Contains(data, encryptedPackage) && bytes.HasPrefix(data, []byte(foreigners[0].begins)) {
		return p.refuse("格式", "用 Word 打开（要密码），另存一份不加密码的 .docx 再导入", "这个 Word 文件加了密码")
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\uFEFF")), " \t\r\n")
	for _, f := range foreigners {
		if n := len(f.begins); len(head) >= n && lowerASCII(head[:n]) == lowerASCII([]byte(f.begins)) {
			return p.refuse("格式", f.hint, "%s，不能直接导入", f.what)
		}
	}
	text, ok := p.decode(data)
	if !ok {
		return false
	}
	if len(text) > largestText {
		return p.refuse("过大", "检查是否误放了别的文件", "文字超过%d MB", largestText>>20)
	}
	p.lines = textLines(p.cleaned(text))
	if len(p.lines) > mostLines {
		return p.refuse("过大", "检查是否误放了别的文件", "文字超过%d行", mostLines)
	}
	return p.filled()
}

// lowerASCII returns bytes with small letters for capitals; those of no text stay
// as they are.
func lowerASCII(b []byte) string {
	out := []byte(nil)
	for _, c := range b {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return string(out)
}

// filled tells whether there is any text; else a finding says so.
func (p *paper) filled() bool {
	p.tellUseless()
	for _, l := range p.lines {
		if !l.blank() {
			return true
		}
	}
	return p.refuse("空文件", "检查是不是这个文件", "文件里没有文字")
}

// refuse reports why a paper gives no draft.
func (p *paper) refuse(code, hint, format string, args ...any) bool {
	p.findings.Add(p.source.At(0), diag.Error, code, hint, format, args...)
	return false
}

// decode returns the text of bytes in one of the encodings of Chinese offices.
func (p *paper) decode(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\uFEFF")):
		return p.utf8(data[3:])
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		text, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", p.refuse("编码", saveAs, "UTF-16 的内容读不懂")
		}
		return string(text), true
	case bytes.IndexByte(data, 0) >= 0:
		if text, ok := unmarkedUTF16(data); ok {
			return text, true
		}
		return "", p.refuse("格式", saveAs+"；用记事本打开看得到文字的，另存为 UTF-8 编码再导入", "这不是文本文件，或者是没有标记的 UTF-16")
	case utf8.Valid(data), mostlyUTF8(data):
		return p.utf8(data)
	}
	text, bad := gb18030(data)
	if bad*50 > len(text) || !commonHan(data) {
		return "", p.refuse("编码", "用记事本打开，看文字对不对；另存为 UTF-8 编码再导入", "认不出文字的编码（认得 UTF-8、UTF-16、GB18030、GBK）")
	}
	return text, true
}

// utf8 returns UTF-8 with U+FFFD for each byte that is none.
func (p *paper) utf8(data []byte) (string, bool) {
	if bytes.IndexByte(data, 0) >= 0 {
		return "", p.refuse("格式", saveAs, "这不是文本文件")
	}
	return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), true
}

// mostlyUTF8 tells whether bytes are UTF-8 but for a few: a cut or a damaged
// file.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 2:
			good++
		}
		i += n
	}
	return good > 20*bad
}

// commonHan tells whether most Han of GBK bytes are of level 1 of GB 2312, as in
// any Chinese text; those of another encoding are not.
func commonHan(data []byte) bool {
	level1, all := 0, 0
	for i := 0; i+1 < len(data); i++ {
		if data[i] < 0x81 {
			continue
		}
		if data[i] < 0xA1 || data[i] > 0xA9 {
			if all++; data[i] >= 0xB0 && data[i] <= 0xD7 && data[i+1] >= 0xA1 {
				level1++
			}
		}
		i++
	}
	return all == 0 || level1*10 >= all*6
}

// gb18030 decodes GB18030 and GBK, whose two bytes of private use the library
// does not know, and counts the bytes that are no text.
func gb18030(data []byte) (text string, bad int) {
	var b bytes.Buffer
	decoder := simplifiedchinese.GB18030.NewDecoder()
	from := 0
	flush := func(to int) {
		out, err := decoder.Bytes(data[from:to])
		if err != nil {
			out = []byte("\uFFFD")
		}
		bad += bytes.Count(out, []byte("\uFFFD"))
		b.Write(out)
	}
	for i := 0; i < len(data); {
		n := 1
		if data[i] > 0x80 && i+1 < len(data) {
			n = 2
			if data[i+1] >= '0' && data[i+1] <= '9' {
				n = min(4, len(data)-i)
			}
		}
		if n == 2 {
			if r := privateUse(data[i], data[i+1]); r != 0 {
				flush(i)
				b.WriteRune(r)
				from = i + n
			}
		}
		i += n
	}
	flush(len(data))
	return b.String(), bad
}
