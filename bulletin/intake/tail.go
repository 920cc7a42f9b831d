package intake

import (
	"slices"
	"strings"
)

// A tail is what the 报尾 says.
type tail struct {
	lists  []recipientList
	copies int
	staff  []person
	left   []line // lines that are none of this
}

// A person is one entry of the line of those who made the issue.
type person struct{ role, name string }

// A recipientList is one list of the 报尾 as it stood.
type recipientList struct {
	key   string // 报, 送, 发 or 增发
	label string // as printed, without its colon
	names []string
	marks []string // between the names
	end   string   // after the last
}

// tailLabels are the labels of lists, and the keys each may be, best first.
var tailLabels = map[string][]string{
	"报": {"报"}, "呈": {"报"}, "呈报": {"报"}, "抄报": {"报"}, "上报": {"报"}, "呈送": {"报", "送"}, "报送": {"报", "送"}, "报告": {"报"},
	"送": {"送"}, "抄送": {"送"}, "分送": {"送"}, "主送": {"送", "报"}, "发送": {"送", "发"}, "送达": {"送"}, "抄": {"送"},
	"发": {"发"}, "印发": {"发"}, "下发": {"发"}, "分发": {"发"}, "抄发": {"发"}, "本期增发": {"增发"}, "增发": {"增发"}, "加发": {"增发"}, "本期加发": {"增发"},
	"本期报": {"报"}, "本期送": {"送"}, "本期发": {"发"},
}

const roleWords = `责任编辑|执行编辑|值班编辑|编[\s　]*辑|主[\s　]*编|副主编|编[\s　]*审|编[\s　]*印|校[\s　]*对|审[\s　]*核|审[\s　]*定|审[\s　]*签|核[\s　]*稿|初[\s　]*审|复[\s　]*审|终[\s　]*审|签[\s　]*发(?:[\s　]*人)?|电[\s　]*话|联系电话|值班电话|办公电话|联[\s　]*系[\s　]*人|值[\s　]*班[\s　]*员|值班人员|带班领导|值[\s　]*班|分[\s　]*析|制[\s　]*作|预[\s　]*报[\s　]*员|传[\s　]*真|邮[\s　]*箱|电子邮箱|电子邮件|网[\s　]*址|拟[\s　]*稿|撰[\s　]*稿|打[\s　]*印|印[\s　]*制|时[\s　]*间|地[\s　]*址|邮[\s　]*编|投稿邮箱`

var (
	labelAt    = pattern(`(?:^|[\s　]+|[。；])((?:本[\s　]*期[\s　]*)?(?:呈[\s　]*报|抄[\s　]*报|上[\s　]*报|报[\s　]*告|呈[\s　]*送|报[\s　]*送|抄[\s　]*送|分[\s　]*送|主[\s　]*送|发[\s　]*送|送[\s　]*达|印[\s　]*发|下[\s　]*发|分[\s　]*发|抄[\s　]*发|增[\s　]*发|加[\s　]*发|报|送|发|抄|呈))[\s　]*[：:]`)
	roleAt     = pattern(`(?:^|[\s　；;，,。]+)(` + roleWords + `)[\s　]*[：:]`)
	copiesForm = pattern(`[\s　]*[（(]?[\s　]*(?:共[\s　]*印[：:]?|印[\s　]*数[：:]?|印[\s　]*发|共[\s　]*印[\s　]*发)[\s　]*(` + digits + `{1,6})[\s　]*份[\s　]*[)）]?[\s　]*。?$`)
	issuedForm = pattern(`(` + digits + `{4}年` + digits + `{1,3}月` + digits + `{1,3}日)(?:印发|印制|印|编印|出版)$`)
)

// mostContinued is how many lines the names of one list may take, and
// longestSentence how many characters a line without a 、 may have.
const (
	mostContinued   = 40
	longestSentence = 60
)

// tailKind is what a line of the 报尾 is.
type tailKind int

const (
	noTail tailKind = iota
	labelTail
	staffTail
	copiesTail
	issuedTail
	ruleTail
)

func kindOfTail(l line) tailKind {
	text := strings.TrimSpace(plain(l.text))
	switch {
	case l.grid != nil || l.picture:
		return noTail
	case isRule(text):
		return ruleTail
	}
	if m := labelAt().FindStringIndex(text); m != nil && m[0] == 0 {
		return labelTail
	}
	if m := roleAt().FindStringIndex(text); m != nil && m[0] == 0 && length(text) <= 120 {
		return staffTail
	}
	switch m := copiesForm().FindStringIndex(text); {
	case m != nil && m[0] == 0:
		return copiesTail
	case issuedForm().MatchString(squash(text)) && length(text) <= 60:
		return issuedTail
	}
	return noTail
}

// readTail reads the 报尾 at the end of lines and returns those above it.
func (g *guess) readTail(lines []line) []line {
	lines = dissolvedTail(lines)
	start := tailStart(lines)
	rows := lines[start:]
	for i := 0; i < len(rows); i++ {
		l := rows[i]
		if l.blank() {
			continue
		}
		text := strings.TrimSpace(plain(l.text))
		switch kindOfTail(l) {
		case ruleTail:
			g.drop("横线", text)
		case labelTail:
			j := i + 1
			for j < len(rows) && (rows[j].blank() || kindOfTail(rows[j]) == noTail && goesOn(rows, j)) {
				if !rows[j].blank() {
					text = joinAll([]string{text, strings.TrimSpace(plain(rows[j].text))})
				}
				j++
			}
			i = j - 1
			g.labels(text)
		case staffTail:
			g.readStaff(text)
		case copiesTail:
			g.readCopies(text)
		case issuedTail:
			g.readIssued(text)
		default:
			g.tail.left = append(g.tail.left, l)
		}
	}
	g.assignLists()
	return lines[:start]
}

// goesOn tells whether a line goes on with the names of the list before it.
func goesOn(rows []line, i int) bool {
	if rows[i].grid != nil || rows[i].picture {
		return false
	}
	before := i - 1
	for before >= 0 && rows[before].blank() {
		before--
	}
	ended := before >= 0 && strings.HasSuffix(squash(rows[before].text), "。")
	if ended { // kinds of recipients each on lines of their own, below the first
		return i == before+1 && rows[i].indent && listed(rows[i].text) && !strings.ContainsAny(strings.TrimSuffix(squash(rows[i].text), "。"), "。！？：")
	}
	return i == before+1 || listed(rows[i].text)
}

func listed(s string) bool { return strings.ContainsAny(plain(s), "，、,；") }

// tailStart returns the index of the first line of the 报尾; len(lines) for none.
func tailStart(lines []line) int {
	start, unknown, known := len(lines), 0, false
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		if l.blank() {
			continue
		}
		switch kind := kindOfTail(l); {
		case kind == labelTail:
			start, unknown, known = i, 0, true
		case kind == noTail:
			text := squash(l.text)
			if unknown++; unknown > mostContinued || l.grid != nil || strings.ContainsAny(strings.TrimSuffix(text, "。"), "。！？") ||
				len([]rune(text)) > longestSentence && !listed(text) {
				return start
			}
		case unknown > 0 && (known || unknown > 2):
			return start
		case kind != ruleTail || known || unknown == 0:
			start, unknown, known = i, 0, known || kind != ruleTail
		}
	}
	return start
}

// dissolvedTail returns lines in which tables at the end that only hold a 报尾
// are lines of text.
func dissolvedTail(lines []line) []line {
	from := len(lines)
	for n := 0; from > 0 && n < headLines; from-- {
		if !lines[from-1].blank() {
			n++
		}
	}
	isTail := func(s string) bool {
		k := kindOfTail(line{text: s})
		return k == labelTail || k == copiesTail
	}
	return append(slices.Clone(lines[:from]), dissolved(lines[from:], len(lines), isTail)...)
}

// labels reads a text of one or several lists, each behind its label.
func (g *guess) labels(text string) {
	if m := copiesForm().FindStringIndex(text); m != nil && g.tail.copies == 0 && m[0] > 0 {
		g.readCopies(text[m[0]:])
		text = text[:m[0]]
	}
	starts := labelAt().FindAllStringSubmatchIndex(text, -1)
	for k, m := range starts {
		end := len(text)
		if k+1 < len(starts) {
			end = starts[k+1][2]
		}
		list := splitNames(text[m[1]:end])
		list.label = squash(text[m[2]:m[3]])
		g.tail.lists = append(g.tail.lists, list)
	}
}

// assignLists gives each list its key.
func (g *guess) assignLists() {
	taken := map[string]bool{}
	assign := func(list *recipientList, keys []string) {
		for _, key := range keys {
			if list.key == "" && !taken[key] {
				list.key, taken[key] = key, true
			}
		}
	}
	for i := range g.tail.lists {
		assign(&g.tail.lists[i], tailLabels[g.tail.lists[i].label])
	}
	for i := range g.tail.lists { // what is left takes what is free
		list := &g.tail.lists[i]
		if list.key != "" {
			continue
		}
		if assign(list, []string{"报", "送", "发", "增发"}); list.key == "" {
			g.tail.left = append(g.tail.left, line{text: list.label + "：" + list.String()})
		} else {
			g.doubt(list.key, "改到该在的名单", "“%s”的名单放在了这里", list.label)
		}
	}
	g.tail.lists = slices.DeleteFunc(g.tail.lists, func(l recipientList) bool { return l.key == "" })
}

// readCopies reads 共印N份.
func (g *guess) readCopies(text string) {
	m := copiesForm().FindStringSubmatch(text)
	n := number(m[1])
	if n == 0 || g.tail.copies != 0 {
		g.tail.left = append(g.tail.left, line{text: strings.TrimSpace(text)})
		return
	}
	g.tail.copies = n
	if tight := strings.Trim(squash(text), "（）()"); tight != "共印"+itoa(n)+"份" {
		g.changed("份数", "", "份数原写作“%s”，现印作 共印%d份", strings.TrimSpace(text), n)
	}
}

// readIssued reads a line of the office and the day of printing.
func (g *guess) readIssued(text string) {
	if m := issuedForm().FindStringSubmatch(squash(text)); !g.head.dated && m != nil {
		if d, _, ok := day(m[1]); ok {
			g.head.date, g.head.dated = d, true
			g.doubt("date", "", "日期取自报尾的“%s”", strings.TrimSpace(text))
		}
	}
	g.drop("印发单位和日期", text)
}
