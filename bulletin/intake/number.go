package intake

import (
	"strconv"
	"strings"
	"time"

	"jianbao/bulletin"
)

const (
	digits = `[0-9０-９〇○零一二三四五六七八九十百千]`
	unset  = `[XxＸｘ×*＊_＿]` // N in a form to be filled in
)

// numberForms find the 期号 in a text without blanks.
var (
	numberForm = pattern(`^[—－–\-·（(]*(?:[〔\[［（(]?(` + digits + `{4})(?:[〕\]］）)]年?|年度?))?[，,]?(?:(增刊)?第(?:(\d{4})[-—－–])?(` + digits + `+|` + unset + `+)[期号次]|(\d{1,6})期)(增刊)?[)）]?[，,]?(?:[（(\[〔]?总(?:第|期号?)?(` + digits + `+|` + unset + `+)[期号]?[)）\]〕]?)?[—－–\-·]*$`)
	totalForm  = pattern(`^[—－–\-·（(\[〔]*(?:总(?:第|期号?[:：]?)?|累计第?)(` + digits + `+|` + unset + `+)[期号]?[)）\]〕—－–\-·]*$`)
	extraForm  = pattern(`^[（(【]?增刊(?:第?[（(]?(` + digits + `{1,4})[)）]?期?)?[)）】]?$`)
	digitRun   = pattern(digits + `+`)
)

// number returns the integer that digits, wide digits or Han digits mean; 0 for
// none.
func number(s string) int {
	n, unit, digit, seen := 0, 0, 0, false
	for _, r := range s {
		if d := digitOf(r); d >= 0 {
			if seen {
				digit = d
			} else {
				digit = digit*10 + d
			}
		} else if i := strings.IndexRune("十百千", r); i >= 0 {
			seen = true
			unit = [...]int{10, 100, 1000}[i/len("十")]
			n, digit = n+max(digit, 1)*unit, 0
		} else {
			return 0
		}
		if n+digit > 999_999 {
			return 0
		}
	}
	return n + digit
}

// digitOf returns the value of a digit; -1 for any other character.
func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	case r == '〇' || r == '○' || r == '零':
		return 0
	}
	if i := strings.IndexRune("一二三四五六七八九", r); i >= 0 {
		return i/len("一") + 1
	}
	return -1
}

// dayForm finds a day.
var dayForm = pattern(`(` + digits + `{4})(?:年|[-./／．－])(` + digits + `{1,3})(?:月|[-./／．－])(` + digits + `{1,3})日?`)

// day returns the day that a text without blanks is, with or without brackets
// and 印发 around it. plain tells that it reads as we print it.
func day(s string) (d bulletin.Date, same, ok bool) {
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s, "（"), "("), "）")
	s = strings.TrimSuffix(s, ")")
	m := dayForm().FindStringSubmatch(s)
	if m == nil {
		return d, false, false
	}
	before, after, _ := strings.Cut(s, m[0])
	switch before {
	case "", "日期：", "日期:", "时间：", "印发日期：", "出版日期：", "编印日期：":
	default:
		return d, false, false
	}
	switch strings.TrimLeft(after, "，,") {
	case "", "印发", "印", "编印", "印制", "出版", "编发", "发", "刊", "编":
	default:
		if !weekday().MatchString(after) {
			return d, false, false
		}
	}
	d = bulletin.Date{Year: number(m[1]), Month: number(m[2]), Day: number(m[3])}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return d, s == d.String(), d.Year >= 1900 && d.Year < 2200 && t.Day() == d.Day && int(t.Month()) == d.Month
}

// dayRest may stand behind a date: the day of the week, the hour.
const dayRest = `[（(，,]?(?:(?:星期|周)[一二三四五六日天]|\d{1,2}[时:：](?:\d{1,2}分?)?)[)）]?`

var weekday = pattern(`^` + dayRest + `$`)

// A numbering is what a line of the 期号 says.
type numbering struct {
	year, number, total int
	extra               bool
	form                string // 期号写法
	unset               bool   // 第XX期
	written             string // as it stood
}

// readNumber reads a line that is the 期号 and nothing else.
func readNumber(s string) (numbering, bool) {
	t := squash(s)
	if m := extraForm().FindStringSubmatch(t); m != nil {
		return numbering{extra: true, number: number(m[1])}, true
	}
	m := numberForm().FindStringSubmatch(t)
	if m == nil || strings.HasPrefix(t, "总") {
		return numbering{}, false
	}
	n := numbering{year: number(m[1] + m[3]), extra: m[2]+m[6] != "", number: number(m[4] + m[5]), total: number(m[7])}
	n.unset, n.written = n.number == 0, strings.TrimSpace(plain(s))
	n.form = n.template(s)
	return n, true
}

// template returns the 期号写法 that prints a line as it stood.
func (n numbering) template(s string) string {
	if n.extra || n.unset {
		return ""
	}
	s = strings.TrimSpace(collapse(plain(s)))
	year, no := n.year == 0, false
	out := digitRun().ReplaceAllStringFunc(s, func(d string) string {
		switch v := number(d); {
		case v == n.year && !year:
			year = true
			return "{年}"
		case v == n.number && !no:
			no = true
			return "{期号}"
		case v == n.total && n.total > 0 && no:
			return "{总期号}"
		}
		return d
	})
	if t := squash(out); t == "第{期号}期" {
		return t
	}
	return tightNumber().ReplaceAllString(out, "$1$2$3")
}

// tightNumber finds a number set off by blanks: 第 4 期.
var tightNumber = pattern(`([第〔（(总])\s*(\{[^}]*\})\s*([期年〕）)])`)

// collapse makes each run of blanks one.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// itoa writes an integer.
func itoa(n int) string { return strconv.Itoa(n) }
