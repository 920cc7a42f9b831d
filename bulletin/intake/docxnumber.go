package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// wordNumbers counts the numbers Word puts before paragraphs, which are in no
// text.
type wordNumbers struct {
	lists  map[string][]wordLevel // of abstract lists, by id
	of     map[string]string      // abstract list of a list
	counts map[string][]int       // by abstract list, so far
	begins map[string][]int       // where the levels of a list begin anew; 0 for those that do not
	lost   map[string]int
	cur    string // abstract list that is read
	num    string // list that is read
	level  int
}

// A wordLevel is the form of the numbers of one level.
type wordLevel struct {
	format, text string
	first        int
}

// wordLevels is how many levels a list has.
const wordLevels = 9

// readNumbers reads the part of numbering, if there is one that can be read.
func (w *word) readNumbers(name string) {
	w.numbers = &wordNumbers{lists: map[string][]wordLevel{}, of: map[string]string{}, counts: map[string][]int{}, begins: map[string][]int{}, lost: w.lost}
	w.optional(name, "自动编号", w.numbers)
}

func (n *wordNumbers) start(e xml.StartElement) {
	switch e.Name.Local {
	case "abstractNum":
		if n.cur = attr(e, "abstractNumId"); len(n.lists) >= mostStyles {
			n.cur = ""
			return
		}
		n.lists[n.cur] = make([]wordLevel, wordLevels)
	case "num":
		n.num, n.cur = attr(e, "numId"), ""
	case "abstractNumId":
		n.of[n.num] = attr(e, "val")
	case "lvl":
		n.level, _ = strconv.Atoi(attr(e, "ilvl"))
	case "lvlOverride":
		n.level, _ = strconv.Atoi(attr(e, "ilvl"))
	case "startOverride":
		n.startAnew(attr(e, "val"))
	}
	levels := n.lists[n.cur]
	if n.cur == "" || n.level < 0 || n.level >= len(levels) {
		return
	}
	l := &levels[n.level]
	switch e.Name.Local {
	case "numFmt":
		l.format = attr(e, "val")
	case "lvlText":
		l.text = attr(e, "val")
	case "start":
		l.first, _ = strconv.Atoi(attr(e, "val"))
	}
}

// startAnew notes where a level of the list that is read begins.
func (n *wordNumbers) startAnew(val string) {
	first, err := strconv.Atoi(val)
	if err != nil || n.cur != "" || n.level < 0 || n.level >= wordLevels || len(n.begins) >= mostStyles {
		return
	}
	if n.begins[n.num] == nil {
		n.begins[n.num] = make([]int, wordLevels)
	}
	n.begins[n.num][n.level] = max(first, 1)
}

func (n *wordNumbers) end(string)  {}
func (n *wordNumbers) text(string) {}

var levelMark = pattern(`%[1-9]`)

// next returns the number before a paragraph, "" for one without.
func (n *wordNumbers) next(p *wordParagraph, styles map[string]wordStyle) string {
	id, level := p.number, p.level
	if id == "" {
		id, level = styles[p.styleID].number, styles[p.styleID].level
	}
	if n == nil || id == "" || id == "0" || p.all == 0 {
		return ""
	}
	list := n.of[id]
	levels := n.lists[list]
	if level < 0 || level >= len(levels) {
		return ""
	}
	counts := n.count(id, list, level)
	if levels[level].format == "bullet" {
		return "- "
	}
	return levelMark().ReplaceAllStringFunc(levels[level].text, func(m string) string {
		i := int(m[1] - '1')
		return n.format(levels[i].format, max(counts[i], 1))
	})
}

// count counts a paragraph and returns the numbers of all levels.
func (n *wordNumbers) count(id, list string, level int) []int {
	counts := n.counts[list]
	if counts == nil {
		counts = make([]int, wordLevels)
		n.counts[list] = counts
	}
	begins := n.begins[id]
	switch {
	case begins != nil && begins[level] > 0:
		counts[level], begins[level] = begins[level], 0
	case counts[level] == 0:
		counts[level] = max(n.lists[list][level].first, 1)
	default:
		counts[level]++
	}
	clear(counts[level+1:])
	return counts
}

// format writes a number in one of the forms of Word.
func (n *wordNumbers) format(form string, v int) string {
	switch form {
	case "decimal", "":
		return itoa(v)
	case "decimalZero":
		if v < 10 {
			return "0" + itoa(v)
		}
		return itoa(v)
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting", "taiwaneseCountingThousand":
		return hanCount(v)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if v <= 20 {
			return string(rune('①' + v - 1))
		}
	case "upperLetter", "lowerLetter":
		if v <= 26 {
			return string(rune(map[string]rune{"upperLetter": 'A', "lowerLetter": 'a'}[form] + rune(v-1)))
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, itoa(v))
	case "none":
		return ""
	}
	n.lost["Word 自动编的号写成了阿拉伯数字，请对照原件"]++
	return itoa(v)
}

// hanCount writes a number up to 999 as it is counted in Chinese.
func hanCount(v int) string {
	const digits = "〇一二三四五六七八九"
	d := func(i int) string { return string([]rune(digits)[i]) }
	switch {
	case v >= 1000:
		return itoa(v)
	case v >= 100:
		s := d(v/100) + "百"
		switch rest := v % 100; {
		case rest == 0:
			return s
		case rest < 10:
			return s + "零" + d(rest)
		default:
			return s + d(rest/10) + "十" + strings.TrimPrefix(d(rest%10), "〇")
		}
	case v >= 20:
		return d(v/10) + "十" + strings.TrimPrefix(d(v%10), "〇")
	case v >= 10:
		return "十" + strings.TrimPrefix(d(v-10), "〇")
	}
	return d(v)
}
