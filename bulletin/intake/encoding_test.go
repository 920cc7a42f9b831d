package intake

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// TestEncodings imports the real issue as the programs of an office save it: the
// draft is the same.
func TestEncodings(t *testing.T) {
	text, err := os.ReadFile("testdata/bulletin-4.txt")
	if err != nil {
		t.Fatal(err)
	}
	settings := settingsOf("../../issues/bulletin.yaml")
	want, _ := Import("a.txt", text, settings)
	encode := func(e encoding.Encoding, s string) []byte {
		data, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(data)
	}
	dos := strings.ReplaceAll(string(text), "\n", "\r\n")
	for name, data := range map[string][]byte{
		"UTF-8 with a mark":       []byte("\uFEFF" + string(text)),
		"UTF-8, CRLF":             []byte(dos),
		"CR":                      []byte(strings.ReplaceAll(string(text), "\n", "\r")),
		"GB18030":                 encode(simplifiedchinese.GB18030, string(text)),
		"GB18030, CRLF":           encode(simplifiedchinese.GB18030, dos),
		"GBK":                     encode(simplifiedchinese.GBK, string(text)),
		"UTF-16 of little endian": encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), dos),
		"UTF-16 of big endian":    encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), string(text)),
		"UTF-16 without a mark":   encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), dos),
		"the same, big endian":    encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), string(text)),
	} {
		drafts, findings := Import("a.txt", data, settings)
		if len(drafts) != 1 || len(findings) > 0 || drafts[0].Text != want[0].Text {
			t.Errorf("%s: %d drafts, %v", name, len(drafts), findings)
		}
	}
}

// TestRareCharacters imports characters that older programs of Chinese offices
// had at four bytes, or at codes of private use.
func TestRareCharacters(t *testing.T) {
	const body = "某某简报\n第1期\n某局 2020年1月2日\n标题在此\n𬱖𫖯𬣙㛃䶮𬘓𬍛赟翀垚犇喆岙甪硚猇，本次会议由以上同志参加，会议研究了有关工作。\n"
	data, err := simplifiedchinese.GB18030.NewEncoder().String(body)
	if err != nil {
		t.Fatal(err)
	}
	drafts, findings := Import("a.txt", []byte(data), nil)
	if len(drafts) != 1 || len(findings) > 0 || !strings.Contains(drafts[0].Text, "𬱖𫖯𬣙㛃䶮𬘓𬍛赟翀垚犇喆岙甪硚猇") {
		t.Fatal(drafts, findings)
	}
	old := append([]byte(data), "\xFE\x59\xA8\xBC"...) // 龴 and ḿ of GBK
	if drafts, _ = Import("a.txt", old, nil); !strings.Contains(drafts[0].Text, "\u9FB4") || !strings.Contains(drafts[0].Text, "ḿ") {
		t.Error(drafts[0].Text)
	}
}

// TestRefused gives files that are no papers: each is refused with what to do.
func TestRefused(t *testing.T) {
	word := wordFile(t, part{"word/document.xml", paragraphs("正文很短。")})
	sealed := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), encryptedPackage...)
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"nothing", "没有文字", nil},
		{"blanks", "没有文字", []byte("\uFEFF \r\n\t\u3000\n")},
		{"old Word", "旧的 Word 格式", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00")},
		{"password", "加了密码", sealed},
		{"RTF", "RTF", []byte(`{\rtf1\ansi 甲}`)},
		{"PDF", "PDF", []byte("%PDF-1.4\n")},
		{"picture", "图片", []byte("\x89PNG\r\n\x1A\n")},
		{"page", "网页", []byte("\r\n<!doctype html><p>甲")},
		{"binary", "不是文本文件", []byte("甲乙\x00丙")},
		{"Japanese", "编码", []byte("\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x95\xb6\x8f\x91\x82\xf0\x93\xc7\x82\xde\x82\xb1\x82\xc6")},
		{"cut", "不完整", word[:len(word)/2]},
		{"no document", "没有 Word 的正文", wordFile(t, part{"a.txt", "甲"})},
		{"table of Excel", "Excel", wordFile(t, part{"xl/workbook.xml", "<a/>"})},
		{"OFD", "OFD", wordFile(t, part{"OFD.xml", "<a/>"})},
		{"cut XML", "内容不完整", wordFile(t, part{"word/document.xml", paragraphs("甲乙丙")[:120]})},
		{"no text", "没有文字", wordFile(t, part{"word/document.xml", paragraphs("")})},
		{"large", "超过", []byte(strings.Repeat("甲", largestText/3+1))},
		{"many lines", "行", []byte(strings.Repeat("甲\n", mostLines+1))},
		{"many issues", "期数太多", []byte(strings.Repeat("某简报\n第1期\n某局 2020年1月2日\n今天开会。\n", mostIssues+1))},
	} {
		drafts, findings := Import("a", c.data, nil)
		if len(drafts) > 0 || findings.Errors() != 1 || !strings.Contains(findings[0].Message, c.want) || findings[0].Hint == "" {
			t.Errorf("%s: %d drafts, %v", c.name, len(drafts), findings)
		}
	}
}

// paragraphs returns a document of Word of paragraphs.
func paragraphs(texts ...string) string {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, s := range texts {
		b.WriteString("<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>")
	}
	return b.String() + "</w:body></w:document>"
}
