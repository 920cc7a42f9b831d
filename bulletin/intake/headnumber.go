package intake

import (
	"strings"
	"unicode"
)

var (
	bareYear   = pattern(`^` + digits + `{4}年度?$`)
	rareNumber = pattern(`^(?:[〔\[（(](\d{4})[〕\]）)])?(?:第?(\d{1,4})号|[（(](\d{1,4})[)）])$`)
)

// rareNumber reads a line between the name and the office that is a 期号 only
// there: （5）, 〔2022〕12号, or the year on a line of its own.
func (g *guess) rareNumber(part string) bool {
	if bareYear().MatchString(squash(part)) {
		g.changed("期号", "要印年份的，另写 期号写法", "期号上面原有一行“%s”", part)
		return true
	}
	m := rareNumber().FindStringSubmatch(squash(part))
	if m == nil || number(m[2]+m[3]) == 0 {
		return false
	}
	n := numbering{year: number(m[1]), number: number(m[2] + m[3]), written: part}
	n.form = n.template(part)
	g.head.numbering, g.head.numbered = n, true
	g.doubt("期号", "不是期号的，改正", "“%s”当作期号", part)
	return true
}

// checkNumber tells where the 期号 as we print it has not the characters it had.
func (g *guess) checkNumber(part string) {
	h := &g.head
	if h.unset {
		return
	}
	switch {
	case h.extra && h.number > 0:
		if squash(part) != "增刊第"+itoa(h.number)+"期" {
			g.changed("增刊", "", "增刊的期号原写作“%s”", strings.TrimSpace(part))
		}
	case h.extra:
		if squash(part) != "增刊" {
			g.changed("增刊", "", "增刊原写作“%s”", strings.TrimSpace(part))
		}
	default:
		printed := strings.NewReplacer("{期号}", itoa(h.number), "{年}", itoa(h.year), "{总期号}", itoa(h.total)).Replace(h.form)
		if squash(printed) != squash(part) {
			g.changed("期号", "", "期号原写作“%s”，现印作 %s", strings.TrimSpace(part), printed)
		}
	}
	if strings.ContainsFunc(h.form, func(r rune) bool { return r != '{' && r != '}' && unicode.Is(unicode.C, r) }) {
		h.form = ""
	}
}

func (g *guess) checkTotal(part string) {
	if squash(part) != "（总第"+itoa(g.head.total)+"期）" {
		g.changed("总期号", "要照原样印的，写进 期号写法", "总期号原写作“%s”，现印作（总第%d期）", strings.TrimSpace(part), g.head.total)
	}
}
