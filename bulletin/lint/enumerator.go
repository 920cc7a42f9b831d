package lint

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin"
)

// A form is how an enumerator is written. Those of the levels of GB/T 9704-2012
// 7.3.3 bear the number of the heading they belong to: ## 一、 ### （一） #### 1.
// ##### （1）; circled ones stand below them.
type form int

const (
	noForm    form = 0
	hanComma  form = 2 // 一、
	hanRound  form = 3 // （一）
	dotted    form = 4 // 1.
	round     form = 5 // （1）
	circled   form = 6 // ①
	lastForm  form = circled
	firstForm form = hanComma
)

// example returns the first enumerator of a form.
func (f form) example() string {
	return [...]string{hanComma: "一、", hanRound: "（一）", dotted: "1.", round: "（1）", circled: "①"}[f]
}

// write returns the enumerator of a number.
func (f form) write(n int) string {
	switch f {
	case hanComma:
		return bulletin.HanNumber(n) + "、"
	case hanRound:
		return "（" + bulletin.HanNumber(n) + "）"
	case dotted:
		return strconv.Itoa(n) + "."
	case round:
		return "（" + strconv.Itoa(n) + "）"
	}
	return string(rune('①' + n - 1))
}

var formMarks = [...]*regexp.Regexp{
	hanComma: regexp.MustCompile(`^([一二三四五六七八九十]{1,3})、`),
	hanRound: regexp.MustCompile(`^[（(]([一二三四五六七八九十]{1,3})[）)]`),
	dotted:   regexp.MustCompile(`^([0-9]{1,2})[.．、)](?:$|[^0-9])`),
	round:    regexp.MustCompile(`^[（(]([0-9]{1,2})[）)]`),
	circled:  regexp.MustCompile(`^([①-⑳])`),
}

// enumerator returns the enumerator a text begins with, and its number; noForm
// where it begins with none.
func enumerator(text string) (form, int) {
	text = strings.TrimLeft(text, " 　")
	for f := firstForm; f <= lastForm; f++ {
		m := formMarks[f].FindStringSubmatch(text)
		if m == nil {
			continue
		}
		n := 0
		switch f {
		case hanComma, hanRound:
			n = hanValue(m[1])
		case circled:
			r, _ := utf8.DecodeRuneInString(m[1])
			n = int(r-'①') + 1
		default:
			n, _ = strconv.Atoi(m[1])
		}
		if n > 0 {
			return f, n
		}
	}
	return noForm, 0
}

// hanValue returns the number below 100 that Han digits say; 0 where they say
// none.
func hanValue(s string) int {
	for n := 1; n < 100; n++ {
		if bulletin.HanNumber(n) == s {
			return n
		}
	}
	return 0
}
