package intake

import (
	"slices"
	"strings"

	"jianbao/bulletin"
)

// A head is what the 报头 says.
type head struct {
	name           []string // lines
	classification []string
	copyNumber     string
	numbering
	numbered  bool // a line of the 期号 was found
	date      bulletin.Date
	dated     bool
	dateAtEnd bool
	issuer    []string
	signer    string
	centred   bool // office and date in one centred line
	left      []line
}

var (
	nameEnd    = pattern(`(?:简报|快报|日报|周报|旬报|月报|季报|年报|专报|通报|简讯|快讯|信息|动态|要情|要闻|要讯|参阅|参考|内参|通讯|情况|摘报|综报|交流|预报|公报|专刊|特刊|之窗|文摘|工作|报告|提示|动向|之声)$`)
	officeEnd  = pattern(`(?:办公室|办公厅|[委市县区省镇乡]办|局|委员会|[^公]委|中心|部|厅|组|处|院|会|政府|办事处|街道办|大学|学院|学校|公司|集团|站|大队|支队|总队|社|科|室|台|党组|秘书组|编辑部|指挥部|司|馆|所|行|法院|军分区|编|编印|主办)$`)
	classified = pattern(`^[☆★【（(]*(?:绝密|机密|秘密|内部|内参|工作秘密|商业秘密|注意保[存密]|妥善保管|仅供.{0,6}(?:参考|参阅)|.{0,6}不得外传|阅后.{0,4})`)
	copyLine   = pattern(`^(?:编号|份号|[Nn][Oo]\.?|№)?[：:.]?(\d{1,6})$`)
	signerLine = pattern(`^[\s　]*(?:签\s*发\s*人?|签发)[\s　]*[：:][\s　]*(.+)$`)
	officeLine = pattern(`^[\s　]*((?:主|承|协)[\s　]*办(?:单位)?|编[\s　]*[印发制辑](?:单位)?|报送单位|主编单位|编办|印发(?:单位)?)[\s　]*[：:][\s　]*(\S.*)$`)
	wideGap    = pattern(` {2,}|[　 ]*　[　 ]*`)
	dateBehind = pattern(`^(.*?)[\s　]*([（(]?` + digits + `{4}[\s　]*年[\s　]*` + digits + `{1,3}[\s　]*月[\s　]*` + digits + `{1,3}[\s　]*日(?:[\s　]*` + dayRest + `)?[）)]?)$`)
	labelGap   = pattern(`^([\s　]*)(主|承|协|编|签)[\s　]+(办|印|发|制|辑)([\s　]*(?:单位|人)?[\s　]*[：:])`)
)

// inBrackets is a text in brackets at the end of a name.
var inBrackets = pattern(`（[^（）]*）$`)

// longestName is how many characters a line of a 刊名 may have.
const longestName = 40

// headLines is how many lines of text a 报头 may have.
const headLines = 20

// readHead reads the 报头 and returns the lines below it.
func (g *guess) readHead(lines []line) []line {
	lines = dissolved(lines, headLines, isHeadCell)
	anchor := g.anchor(lines)
	i, known := 0, 0
	for n := 0; i < len(lines) && n < headLines; i++ {
		l := lines[i]
		if l.blank() {
			continue
		}
		n++
		if l.picture && i < anchor {
			g.head.left = append(g.head.left, l)
			continue
		}
		if l.grid != nil || !g.headLine(lines, i, anchor) {
			break
		}
		known = i + 1
	}
	if anchor < 0 && len(g.head.name) == 0 && !g.head.dated {
		known = 0
	}
	return append(slices.Clone(g.head.left), lines[known:]...)
}

// anchor returns the index of the line of the 期号, or that of the date where an
// issue has none; -1 for neither.
func (g *guess) anchor(lines []line) int {
	dated, n := -1, 0
	for i, l := range lines {
		if l.blank() {
			continue
		}
		if n++; n > headLines {
			break
		}
		for _, part := range parts(l) {
			if _, ok := readNumber(part); ok {
				return i
			}
			if _, _, ok := day(squash(part)); ok && dated < 0 {
				dated = i
			} else if m := dateBehind().FindStringSubmatch(part); m != nil && dated < 0 && officeEnd().MatchString(squash(m[1])) {
				dated = i
			}
		}
	}
	return dated
}

// parts returns what stands apart in a line: an office and a date.
func parts(l line) []string {
	text := labelGap().ReplaceAllString(plain(l.text), "$1$2$3$4")
	if _, ok := readNumber(text); ok || length(text) <= 8 {
		return []string{strings.ReplaceAll(text, "\n", "")}
	}
	var out []string
	for _, row := range strings.Split(text, "\n") {
		for _, s := range wideGap().Split(row, -1) {
			switch s = strings.TrimSpace(s); {
			case s == "":
			case len(out) > 0 && length(s) == 1 && halfName().MatchString(out[len(out)-1]): // 叶　飞
				out[len(out)-1] += blankMark + s
			default:
				out = append(out, s)
			}
		}
	}
	return out
}

// halfName ends with a label and one character, the family name of a person of
// two.
var halfName = pattern(`[：:]\s*\p{Han}$`)

// headLine reads a line of the 报头 and tells whether it is one.
func (g *guess) headLine(lines []line, i, anchor int) bool {
	l, text := lines[i], plain(lines[i].text)
	if isRule(text) {
		g.drop("横线", text)
		return true
	}
	if i > anchor && (isContentsLabel(text) || noteLabel().MatchString(text) || bannerOf(text) != "" || anchor < 0 && len(g.head.name) > 0) {
		return false
	}
	saved := g.head
	ps := parts(l)
	for _, part := range ps {
		if !g.headPart(lines, i, anchor, part, len(ps) > 1) {
			g.head = saved
			return false
		}
	}
	if g.head.dated && l.style.centred && len(g.head.issuer) > len(saved.issuer) && !saved.dated {
		g.head.centred = true
	}
	return true
}

// headPart reads one part of a line of the 报头.
func (g *guess) headPart(lines []line, i, anchor int, part string, shared bool) bool {
	h, tight := &g.head, squash(part)
	if tight == "" { // the mark of a footnote
		return true
	}
	if n, ok := readNumber(part); ok && !h.numbered {
		h.numbering, h.numbered = n, true
		g.checkNumber(part)
		return true
	}
	if m := totalForm().FindStringSubmatch(tight); m != nil && h.numbered && h.total == 0 {
		h.total = number(m[1])
		g.checkTotal(part)
		return true
	}
	if d, same, ok := day(tight); ok && !h.dated {
		h.date, h.dated = d, true
		if !same {
			g.changed("date", "", "日期原写作“%s”，现印作 %s", part, d)
		}
		return true
	}
	switch m := signerLine().FindStringSubmatch(part); {
	case m != nil && h.signer == "":
		h.signer = strings.TrimSpace(m[1])
		return true
	case classified().MatchString(tight) && length(part) <= 20:
		g.classify(part)
		return true
	case copyLine().MatchString(tight) && h.copyNumber == "" && i < anchor:
		h.copyNumber = copyLine().FindStringSubmatch(tight)[1]
		if tight != h.copyNumber {
			g.changed("份号", "", "份号原写作“%s”", part)
		}
		return true
	}
	if m := dateBehind().FindStringSubmatch(part); m != nil && !h.dated {
		if office := strings.TrimSpace(m[1]); officeEnd().MatchString(squash(office)) {
			h.issuer = append(h.issuer, office)
			return g.headPart(lines, i, anchor, m[2], shared)
		}
	}
	return g.headWords(lines, i, anchor, part, shared)
}

// headWords reads a part of the 报头 that only its place tells: the name above
// the 期号, an office below it.
func (g *guess) headWords(lines []line, i, anchor int, part string, shared bool) bool {
	h, tight := &g.head, squash(part)
	if officeLine().MatchString(part) && i >= anchor {
		h.issuer = append(h.issuer, officeLabel(part))
		return true
	}
	if length(part) > longestName || strings.ContainsAny(tight, "。；！？") {
		return false
	}
	if i < anchor && len(h.name) > 0 && !h.numbered && g.rareNumber(part) {
		return true
	}
	switch {
	case i < anchor && !h.numbered && !(g.isOffice(tight) && (h.dated || shared || dateFollows(lines, i, 2)) && len(h.name) > 0):
		h.name = append(h.name, collapse(part))
		return true
	case anchor < 0:
		bare := inBrackets().ReplaceAllString(tight, "")
		if i != nextText(lines, 0) || !nameEnd().MatchString(bare) {
			return false
		}
		if h.name = append(h.name, collapse(part)); bare != tight {
			g.doubt("刊名", "括号里的不是刊名的，移到该在的地方", "整行当作刊名")
		}
		return true
	case len(h.name) == 0 && nameEnd().MatchString(tight) && !h.dated:
		h.name = append(h.name, collapse(part))
		return true
	case shared && (!h.dated || g.isOffice(tight)), g.isOffice(tight) && (!h.dated || dateFollows(lines, i, 1)), !h.dated && h.signer == "" && len(h.issuer) == 0 && dateFollows(lines, i, 1):
		if !g.isOffice(tight) && !shared {
			g.doubt("编发单位", "不是单位的，改正编发单位，或移到正文", "日期前的这一行当作编发单位")
		}
		h.issuer = append(h.issuer, strings.TrimSpace(part))
		return true
	}
	return false
}

// officeLabel returns the label and name of an office as we print them: without
// blanks within the label, with a full-width colon.
func officeLabel(part string) string {
	m := officeLine().FindStringSubmatch(part)
	return squash(m[1]) + "：" + strings.TrimSpace(m[2])
}

// isOffice tells whether a text without blanks is the name of an office.
func (g *guess) isOffice(s string) bool {
	for _, p := range g.standard.Issuer {
		if squash(p.Text) == s {
			return true
		}
	}
	return officeEnd().MatchString(s) && !strings.ContainsAny(s, "，：“”")
}

// dateFollows tells whether one of the next n lines of text holds the date.
func dateFollows(lines []line, i, n int) bool {
	for i++; n > 0; n-- {
		if i = nextText(lines, i); i >= len(lines) {
			return false
		}
		for _, part := range parts(lines[i]) {
			if _, _, ok := day(squash(part)); ok || dateBehind().MatchString(part) || signerLine().MatchString(part) {
				return true
			}
		}
		i++
	}
	return false
}

// classify takes a 密级 or a demand to keep the issue.
func (g *guess) classify(part string) {
	text := strings.TrimSpace(part)
	if strings.Trim(squash(text), "绝机秘密") == "" {
		text = squash(text)
	}
	g.head.classification = append(g.head.classification, text)
}

// isHeadCell tells whether a cell of a table shows that the table only holds
// parts of a 报头 in their places.
func isHeadCell(s string) bool {
	if _, ok := readNumber(s); ok {
		return true
	}
	_, _, ok := day(squash(s))
	return ok || signerLine().MatchString(s)
}

// dissolved returns lines in which tables among the first n lines of text, that
// have such a cell or only one column, are lines of text.
func dissolved(lines []line, n int, layout func(string) bool) []line {
	var out []line
	for _, l := range lines {
		if !l.blank() {
			n--
		}
		if l.grid == nil || n < 0 || !l.grid.has(layout) {
			out = append(out, l)
			continue
		}
		for _, row := range l.grid.rows {
			out = append(out, newLine(strings.Join(row, tabBlank)))
		}
	}
	return out
}

// has tells whether a table has only one column, or a cell of a kind.
func (t *grid) has(layout func(string) bool) bool {
	width := 0
	for _, row := range t.rows {
		width = max(width, len(row))
		if slices.ContainsFunc(row, func(s string) bool { return layout(plain(s)) }) {
			return true
		}
	}
	return width <= 1
}
