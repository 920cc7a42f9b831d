package site

import (
	"strings"
	"testing"
)

// TestPhrases checks which blanks of a title are pauses.
func TestPhrases(t *testing.T) {
	for title, want := range map[string]string{
		"下沉督察 直面问题 真督实查": "下沉督察|直面问题|真督实查",
		"下沉督察　直面问题":      "下沉督察|直面问题",
		"下沉督察   直面问题":    "下沉督察|直面问题",
		"严肃查处“两违” 立行立改":  "严肃查处“两违”|立行立改",
		"学习 Go 语言":       "学习 Go 语言",
		"第 4 期":          "第 4 期",
		" 前后有空格 ":        " 前后有空格 ",
		"":               "",
	} {
		if got := strings.Join(phrases(title), "|"); got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

// TestBalance checks where a long name is broken.
func TestBalance(t *testing.T) {
	for _, want := range []string{
		"益阳市配合省生态环保督察|“回头看”工作简报",
		"全市安全生产专项整治三年行动|工作简报",
		"某某市学习贯彻《中国共产党|纪律处分条例》工作简报", // no better place than within the title
	} {
		got := balance(strings.ReplaceAll(want, "|", ""))
		if len(got) != 2 {
			t.Fatalf("%q is not two lines", got)
		}
		if strings.Count(got[0], "“") != strings.Count(got[0], "”") || strings.Count(got[0], "《") != strings.Count(got[0], "》") {
			t.Errorf("%q is broken within a quotation", got)
		}
		if strings.Contains(want, "“") && strings.Join(got, "|") != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestOutline checks that headings never step down by more than one, whatever
// levels an editor uses.
func TestOutline(t *testing.T) {
	for _, levels := range [][]int{{2, 3, 4, 5}, {3, 2, 3}, {5, 2, 5, 4, 3}, {4, 4, 2}, {2, 2, 5, 3}} {
		for _, top := range []int{2, 3} {
			o := outline{top: top}
			last := top - 1
			for _, level := range levels {
				h := int(o.element(level)[1] - '0')
				if h > last+1 || h < top || h > 6 {
					t.Errorf("%v below h%d: h%d follows h%d", levels, top-1, h, last)
				}
				last = h
			}
		}
	}
}

// TestNumberLine checks which digits of a 期号 get room.
func TestNumberLine(t *testing.T) {
	for line, want := range map[string]string{
		"第4期":        `第<span class="digits">4</span>期`,
		"〔2020〕第12期": `〔2020〕第<span class="digits">12</span>期`,
		"2020年第1期":   `2020年第<span class="digits">1</span>期`,
		"总<1>":       `总&lt;1&gt;`,
		"":           "",
	} {
		if got := string(numberLine(line)); got != want {
			t.Errorf("%s is %s, want %s", line, got, want)
		}
	}
}

// TestLinkAddress checks what is escaped in the address of a link.
func TestLinkAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.com/通知?a=1&b=2#三": "https://example.com/通知?a=1&b=2#三",
		"a b\"c<d>":                        "a%20b%22c%3Cd%3E",
		"50%?x=%E4%BD%A0%4":                "50%25?x=%E4%BD%A0%254",
		"a#b#c":                            "a#b%23c",
		"?q=[1]{2}|^`":                     "?q=%5B1%5D%7B2%7D%7C%5E%60",
		"http://[::1]:80/[x]":              "http://[::1]:80/%5Bx%5D",
		"http://[::1":                      "http://[::1",
		"":                                 "",
	} {
		if got := linkAddress(address); got != want {
			t.Errorf("%s is %s, want %s", address, got, want)
		}
	}
}
