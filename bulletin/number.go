package bulletin

import (
	"strconv"
	"strings"
)

// largest is the greatest number a key takes; nothing an office counts is
// greater, and sums of such numbers stay small.
const largest = 999_999

// count reads a positive integer in decimal digits, leading zeros allowed.
func count(s string) (int, bool) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && n <= largest
}

// guess returns the positive integer an editor meant by a text such as 七,
// ７ or 第7期, for hints only; 0 when it is not clear.
func guess(s string) int {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case strings.ContainsRune("第总期号份册-+－ 　,，（）()〔〕[]个共印", r):
			return -1
		}
		return r
	}, s)
	if n, ok := count(s); ok {
		return n
	}
	return hanNumber(s)
}

// hanNumber reads 七, 十二, 一百零五, 二〇二〇; 0 when s is no such number or
// a greater one than an office counts.
func hanNumber(s string) int {
	total, section, digit, units := 0, 0, 0, false
	for _, r := range s {
		if d, ok := hanDigits[r]; ok {
			if !units {
				digit = digit*10 + d
			} else {
				digit = d
			}
			if digit > largest {
				return 0
			}
			continue
		}
		unit, ok := hanUnits[r]
		if !ok {
			return 0
		}
		units = true
		if unit == 10_000 {
			total, section, digit = (section+digit)*unit, 0, 0
		} else {
			section, digit = section+max(digit, 1)*unit, 0
		}
	}
	if n := total + section + digit; n <= largest {
		return n
	}
	return 0
}

var hanDigits = map[rune]int{
	'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'0': 0, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, '6': 6, '7': 7, '8': 8, '9': 9,
}

var hanUnits = map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10_000}

// HanNumber writes a number from 1 to 999 in Chinese: 七, 十二, 一百零五; "" for
// others.
func HanNumber(n int) string {
	const digits = "零一二三四五六七八九"
	digit := func(d int) string { return digits[3*d : 3*d+3] }
	var b strings.Builder
	switch {
	case n < 1 || n > 999:
		return ""
	case n < 10:
		return digit(n)
	case n < 20:
		b.WriteString("十")
		n -= 10
	default:
		if n >= 100 {
			b.WriteString(digit(n/100) + "百")
			if n %= 100; n > 0 && n < 10 {
				b.WriteString("零")
			}
		}
		if n >= 10 {
			b.WriteString(digit(n/10) + "十")
			n %= 10
		}
	}
	if n > 0 {
		b.WriteString(digit(n))
	}
	return b.String()
}
