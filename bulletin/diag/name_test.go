package diag

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestName prints names that would spoil a line.
func TestName(t *testing.T) {
	for name, want := range map[string]string{
		"2020/004.md":            "2020/004.md",
		"甲\n乙\r.md":              "甲〈U+000A〉乙〈U+000D〉.md",
		"\xb9\xa4\xd7\xf7.md":    "〈B9〉〈A4〉〈D7〉〈F7〉.md",
		"a\u202egpj.md":          "a〈U+202E〉gpj.md",
		"\x1b[31m.md":            "〈U+001B〉[31m.md",
		strings.Repeat("长", 240): strings.Repeat("长", 240),
	} {
		if got := Name(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
	long := Name(strings.Repeat("层/", 3000) + "末.md")
	if utf8.RuneCountInString(long) != longestName || !strings.HasSuffix(long, "层/末.md") || !strings.HasPrefix(long, "层/层") {
		t.Error(long)
	}
}

// TestOneLine prints a finding whose file and words hold line feeds: each of them
// stays in its line.
func TestOneLine(t *testing.T) {
	var l List
	l.Add(NewSource("甲\n1.md", nil).At(0), Error, "文件", "改\n名", "名“%s”", "甲\n1")
	if got, want := l[0].String(), "甲〈U+000A〉1.md:1:1: 错误: 名“甲〈U+000A〉1” [文件]\n    提示：改〈U+000A〉名"; got != want {
		t.Errorf("%q", got)
	}
}
