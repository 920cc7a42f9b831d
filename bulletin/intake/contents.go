package intake

import (
	"strings"
)

// A contents is the 导读 as it stood.
type contents struct {
	label  string // with its marks: 【导读】; "" for none
	found  bool
	mark   string // "" where items have several or numbers
	groups []contentsGroup

	open    int  // items that are the title of nothing
	counted bool // open is known
	words   map[string]bool
}

type contentsGroup struct {
	title string
	items []contentsItem
}

// A contentsItem is a line of the 导读; its mark may be a number.
type contentsItem struct{ mark, gap, text string } // gap is a blank or nothing

var (
	contentsLabel = pattern(`^([【〖《<\[≡※*◆★☆■●—–\-·…=＝]*)((?:本期|今日|本周)?(?:导读|要目|目录|目次|提要|要点|看点|内容提要|内容摘要|导览|要闻导读|主要内容|重点导读))([】〗》>\]≡※*◆★☆■●—–\-·…=＝]*)[：:]?$`)
	marked        = pattern(`^(?:[-*+•·] +)?(?:([★☆◆◇■□●○※▲△▶►➤√✦•·◎])[\s　]*|(\d{1,2}[.．、)）]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳])[\s　]*)(\S.*)$`)
	dashed        = pattern(`^[-*+•] +(\S.*)$`)
	leader        = pattern(`[\s　]*(?:(?:[.…·．]{2,}|[\s　]{2,})[\s　]*[（(]?\d{1,3}[)）]?|[.…·．]{4,}[\s　]*[^.…·．]{2,15})$`)
	framed        = pattern(`^([※◆★☆■●◇≡]+)[\s　]*([^※◆★☆■●◇≡]+?)[\s　]*([※◆★☆■●◇≡]+)$`)
)

// longestItem is how many characters an item of a 导读 may have, and mostItems
// how many items there may be.
const (
	longestItem = 80
	mostItems   = 200
)

func isContentsLabel(s string) bool { return contentsLabel().MatchString(squash(s)) }

// readContents reads the 导读 at the start of lines and returns those below it.
func (g *guess) readContents(lines []line) []line {
	i := nextText(lines, 0)
	if g.contents.found || i >= len(lines) || lines[i].grid != nil || !isContentsLabel(lines[i].text) {
		return lines
	}
	c := &g.contents
	c.found, c.label = true, strings.TrimSpace(plain(lines[i].text))
	if !strings.ContainsAny(c.label, "【〖《<[≡※*◆★☆■●—–-·…=＝") {
		c.label = collapse(c.label)
	}
	end := g.contentsItems(lines, i+1)
	c.settleMark()
	c.index()
	if len(c.groups) == 0 {
		c.found = false
		return lines
	}
	return lines[end:]
}

// contentsItems reads the items from a line on and returns where they end: at
// what is no item, or at an item met again, which is a title.
func (g *guess) contentsItems(lines []line, i int) int {
	c := &g.contents
	later := titlesLater(lines[i:])
	seen, titles := map[string]bool{}, map[string]bool{}
	end, bare, n := i, true, 0
	for ; i < len(lines) && n < mostItems; i++ {
		text := strings.TrimSpace(plain(lines[i].text))
		tight := squash(text)
		switch {
		case lines[i].blank():
			continue
		case lines[i].grid != nil || lines[i].picture || strings.Contains(text, "\n"):
			return end
		case groupTitle(text) != "":
			if titles[tight] || seen[squash(groupTitle(text))] || c.mark0() != "" && c.mark0() == firstMark(text) {
				return end
			}
			titles[tight] = true
			c.groups = append(c.groups, contentsGroup{title: text})
			end = i + 1
			continue
		}
		item, ok := readItem(text)
		key := squash(item.text)
		if seen[key] || length(item.text) > longestItem || strings.ContainsRune(strings.TrimSuffix(key, "。"), '。') {
			return end
		}
		if n > 0 && (item.mark == "") != bare || n > 0 && !bare && kindOf(item.mark) != kindOf(c.mark0()) {
			return end
		}
		if !ok && later[key] == 0 && (n > 0 && lines[i-1].blank() || i == 0) {
			return end
		}
		if n == 0 {
			bare = item.mark == ""
		}
		if m := leader().FindString(item.text); m != "" {
			g.drop("导读的页码、作者", m)
			item.text = strings.TrimSpace(strings.TrimSuffix(item.text, m))
			key = squash(item.text)
		}
		seen[key] = true
		n++
		c.add(item)
		end = i + 1
	}
	return end
}

// titlesLater counts the texts of short lines.
func titlesLater(lines []line) map[string]int {
	out := map[string]int{}
	seen := map[string]bool{}
	for _, l := range lines {
		if l.grid != nil || len(l.text) > 4*longestItem {
			continue
		}
		item, _ := readItem(strings.TrimSpace(plain(l.text)))
		key := squash(leader().ReplaceAllString(item.text, ""))
		if seen[key] {
			out[key]++
			out[squash(item.text)]++
		}
		seen[key] = true
	}
	return out
}

// readItem parts the mark or the number of an item from its words.
func readItem(text string) (contentsItem, bool) {
	if m := marked().FindStringSubmatch(text); m != nil {
		item := contentsItem{m[1] + m[2], "", strings.TrimSpace(m[3])}
		if strings.Contains(text, item.mark+" ") {
			item.gap = " "
		}
		return item, true
	}
	if m := dashed().FindStringSubmatch(text); m != nil {
		return contentsItem{"-", "", strings.TrimSpace(m[1])}, true
	}
	return contentsItem{"", "", text}, false
}

// kindOf returns the kind of a mark: the mark, or one for all numbers of a form.
func kindOf(mark string) string {
	return numeral().ReplaceAllStringFunc(mark, func(n string) string {
		if n[0] <= '9' {
			return "1"
		}
		if strings.ContainsAny(n, circled) {
			return "①"
		}
		return "一"
	})
}

const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

var numeral = pattern(`[一二三四五六七八九十]+|\d+|[①-⑳]`)

// firstMark returns the mark that a text begins with.
func firstMark(text string) string {
	item, _ := readItem(text)
	return item.mark
}

// groupTitle returns the 栏目 that a line of a 导读 is: 【…】, or ※…※.
func groupTitle(text string) string {
	if b := bannerOf(text); b != "" {
		return b
	}
	if m := framed().FindStringSubmatch(text); m != nil && !strings.HasPrefix(text, "≡") {
		return m[2]
	}
	return ""
}

func (c *contents) add(item contentsItem) {
	if len(c.groups) == 0 {
		c.groups = []contentsGroup{{}}
	}
	last := &c.groups[len(c.groups)-1]
	last.items = append(last.items, item)
}

// mark0 returns the mark of the first item.
func (c *contents) mark0() string {
	for _, g := range c.groups {
		if len(g.items) > 0 {
			return g.items[0].mark
		}
	}
	return ""
}

// settleMark finds the 导读符号: what all items share. Numbers go on in the
// items.
func (c *contents) settleMark() {
	c.mark = c.mark0()
	for _, g := range c.groups {
		for _, item := range g.items {
			if item.mark != c.mark || numeral().MatchString(item.mark) {
				c.mark = ""
			}
		}
	}
	if c.mark == "-" {
		c.mark = ""
		for i := range c.groups {
			for j := range c.groups[i].items {
				c.groups[i].items[j].mark = ""
			}
		}
	}
}

// typed returns an item as the draft has it.
func (c *contents) typed(item contentsItem) string {
	if c.mark != "" || item.mark == "" {
		return item.text
	}
	return item.mark + item.gap + item.text
}

// has tells whether the 导读 has an item or a group of the words of a text.
func (c *contents) has(text string) bool { return c.words[bareWords(text)] }

// grouped tells whether the 导读 has 栏目.
func (c *contents) grouped() bool {
	return len(c.groups) > 0 && c.groups[len(c.groups)-1].title != ""
}

// index makes the words of the items known to has.
func (c *contents) index() {
	c.words = map[string]bool{}
	for _, g := range c.groups {
		if g.title != "" {
			c.words[bareWords(g.title)] = true
		}
		for _, item := range g.items {
			c.words[bareWords(item.text)] = true
			c.words[bareWords(item.mark+item.text)] = true
		}
	}
}

// bareWords returns a text without blanks and the marks around titles.
func bareWords(s string) string {
	return strings.Trim(squash(s), "【】★☆◆◇■□●○※▲△≡")
}
