package bulletin

import (
	"regexp"
	"strconv"
	"time"
)

var (
	dateForms = regexp.MustCompile(`^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日)$`)
	datelike  = regexp.MustCompile(`^\D{0,4}([0-9０-９〇零○一二三四五六七八九]{4})\s*[年./／．－-]\s*([0-9０-９〇零一二三四五六七八九十]{1,3})\s*[月./／．－-]\s*([0-9０-９〇零一二三四五六七八九十]{1,3})`)
)

// ParseDate reads 2020-09-22 or 2020年9月22日. It tells false for any other
// form and for a day the calendar lacks.
func ParseDate(s string) (Date, bool) {
	m := dateForms.FindStringSubmatch(s)
	if m == nil {
		return Date{}, false
	}
	return day(m[1]+m[4], m[2]+m[5], m[3]+m[6])
}

// day returns the date of three numbers in decimal digits.
func day(year, month, of string) (Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(of)
	date := Date{y, m, d}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return date, y >= 1900 && t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// guessDate returns the day an editor meant by a text such as 2020/9/22 or
// 二〇二〇年九月二十二日, for hints only.
func guessDate(s string) (Date, bool) {
	m := datelike.FindStringSubmatch(s)
	if m == nil {
		return Date{}, false
	}
	n := func(s string) string { return strconv.Itoa(guess(s)) }
	return day(n(m[1]), n(m[2]), n(m[3]))
}
