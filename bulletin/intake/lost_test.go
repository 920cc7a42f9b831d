package intake

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin/diag"
)

// A maker makes papers of random parts. Each Han it fills them with stands in a
// paper once, so that one that is lost is found.
type maker struct {
	*rand.Rand
	next   rune
	titles []string
}

// structural are the characters that labels and forms are made of; none of them
// fills a paper.
const structural = "简报快讯工作信息动态第期总增刊年月日签发人密机绝秘内部资料注意保存编号导读本要目录者按送呈抄分主印共份责任辑校对审核电话员办公室局委会政府一二三四五六七八九十百千〇零某记供稿表图附星页的原件脚存疑"

// han returns n characters that were not used before.
func (m *maker) han(n int) string {
	var out []rune
	for len(out) < n {
		if m.next++; !strings.ContainsRune(structural, m.next) {
			out = append(out, m.next)
		}
	}
	return string(out)
}

func (m *maker) pick(list ...string) string { return list[m.IntN(len(list))] }

func (m *maker) maybe(s string) string { return m.pick(s, "") }

// sentence returns a clause or two.
func (m *maker) sentence() string {
	var b strings.Builder
	for range 1 + m.IntN(4) {
		b.WriteString(m.han(2 + m.IntN(20)))
		b.WriteString(m.pick("，", "、", "；", "。", "：", " ", "*", "_", "（"+m.han(2)+"）", "“"+m.han(3)+"”", "2021年3月5日", "|", "[", "](", "<", "&amp;", "#", "\\", "`", "~~", "$"))
	}
	return b.String() + m.pick("。", "。", "。", "", "！", "：")
}

// line returns a line of any part of a paper.
func (m *maker) line() string {
	switch m.IntN(26) {
	case 0:
		return m.pick("【", "※", "≡", "◆") + m.han(4) + m.pick("】", "※", "≡", "◆")
	case 1, 2:
		m.titles = append(m.titles, m.han(6+m.IntN(12)))
		return m.titles[len(m.titles)-1]
	case 3:
		return m.pick("一、", "（二）", "3.", "（4）", "十一、", "①") + m.han(5) + m.pick("", "。"+m.sentence())
	case 4:
		return m.pick("▲", "◆ ", "★", "■　") + m.maybe("**") + m.han(6) + m.pick("** ", " ", "。", "：") + m.sentence()
	case 5:
		return m.pick("- ", "* ", "+ ", "1. ", "# ", "> ", "    ", "　　", "```", "---", "| ", "[^1]: ") + m.han(8)
	case 6:
		return m.pick("————————", "===========", "………………", "- 3 -", "— 12 —", "第3页 共9页", "***", "____")
	case 7:
		return m.pick("报：", "送：", "发：", "抄送:", "呈 报：", "报送：", "本期增发：") + m.names()
	case 8:
		return m.pick("责任编辑：", "校对：", "审核: ", "电话：", "值班员：") + m.han(3) + "    " + m.pick("签发：", "编辑：") + m.han(2)
	case 9:
		return m.pick("共印120份", "（共印十六份）", "印数：30份", m.han(4)+"办公室  2021年4月2日印发")
	case 10:
		return m.pick("编者按：", "【编者按】", "按语：") + m.maybe(m.sentence())
	case 11:
		return m.pick("导读", "【导读】", "本期要目", "目  录")
	case 12:
		if len(m.titles) > 0 {
			return m.pick("★ ", "1.", "", "- ") + m.titles[m.IntN(len(m.titles))] + m.maybe("………3")
		}
		return "★ " + m.han(7)
	case 13:
		return m.pick("第"+m.han(1)+"期", "第5期", "（总第88期）", "〔2021〕第3期", "增刊第2期", "第XX期")
	case 14:
		return m.han(5) + m.pick("办公室", "委员会", "局") + m.pick("　　", "\t", "") + m.pick("2021年9月22日", "签发人："+m.han(2), "2021.13.45")
	case 15:
		return m.pick("（", "(") + m.han(4) + m.pick("供稿）", "摄)", "）")
	}
	return m.sentence()
}

func (m *maker) names() string {
	var b strings.Builder
	for range m.IntN(6) {
		b.WriteString(m.han(4) + m.pick("、", "，", "；", ",", "　", "\n", "（"+m.han(2)+"、"+m.han(2)+"）、"))
	}
	return b.String() + m.pick("。", "", "；")
}

// paper returns a paper: a 报头 and a 报尾, or parts of them, around lines.
func (m *maker) paper() string {
	lines := []string{
		m.maybe(m.pick("内部资料 注意保存", "秘 密", "编号：000123")),
		m.han(4) + m.pick("简报", "工作动态", ""), m.pick("第5期", "〔2021〕第6期", "2020年第7期（总第80期）", ""), m.maybe("（总第91期）"),
		m.han(4) + m.pick("办公室", "局") + m.pick("    ", "\n") + m.pick("2021年9月22日", "二〇二一年九月二日", ""),
	}
	m.Shuffle(m.IntN(2)*len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	for range m.IntN(25) {
		lines = append(lines, m.line())
	}
	if m.IntN(2) == 0 {
		lines = append(lines, "报："+m.names(), "送："+m.names(), "责任编辑："+m.han(2)+"  校对："+m.han(3), "（共印50份）")
	}
	return strings.Join(lines, m.pick("\n", "\n\n"))
}

// draftsOf returns the drafts of a paper without the marks of doubts, and what
// was told beside.
func draftsOf(t *testing.T, name string, data []byte) (text, told string) {
	t.Helper()
	drafts, findings := Import(name, data, nil)
	for _, d := range drafts {
		checkRead(t, d, "a.md")
		text += marks.ReplaceAllString(d.Text, "")
		findings = append(findings, d.Findings("a.md")...)
	}
	for _, f := range findings {
		if f.Severity == diag.Info {
			told += f.Message + "\n"
		}
	}
	return text, told
}

var marks = regexp.MustCompile(`(?m)^(?:<!-- 存疑：.*-->|# 存疑：.*)\n`)

// lost returns the characters of a text that stand neither in the drafts of its
// paper nor in what was told about it.
func lost(t *testing.T, whole, name string, data []byte) (lost, text string) {
	t.Helper()
	text, told := draftsOf(t, name, data)
	there := map[rune]bool{}
	for _, r := range text + told {
		there[r] = true
	}
	for _, r := range whole {
		if unicode.Is(unicode.Han, r) && !strings.ContainsRune(structural, r) && !there[r] {
			lost += string(r)
		}
	}
	return lost, text + told
}

// TestNothingLost imports random papers: no character of them is lost.
func TestNothingLost(t *testing.T) {
	for seed := range uint64(papers(t)) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 1)), next: 0x4E00}
		text := m.paper()
		if lost, got := lost(t, text, "a.txt", []byte(text)); lost != "" || t.Failed() {
			t.Fatalf("seed %d lost %q of\n%s\n=== in\n%s", seed, lost, text, got)
		}
	}
}

// TestNothingLostOfWord imports random Word documents in the same way.
func TestNothingLostOfWord(t *testing.T) {
	for seed := range uint64(papers(t)) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 2)), next: 0x4E00}
		parts := m.wordParts()
		if lost, got := lost(t, parts[0].text+parts[1].text, "a.docx", wordFile(t, parts...)); lost != "" || t.Failed() {
			t.Fatalf("seed %d lost %q of\n%s\n=== in\n%s", seed, lost, strings.ReplaceAll(parts[0].text+parts[1].text, "<w:p>", "\n<w:p>"), got)
		}
	}
}

// papers is how many papers are made.
func papers(t *testing.T) int {
	if testing.Short() {
		return 100
	}
	return 600
}

// wordParts returns a document whose paragraphs are the lines of a paper.
func (m *maker) wordParts() []part {
	var b, notes strings.Builder
	ids := 0
	for i, s := range strings.Split(m.paper(), "\n") {
		p := m.wordParagraph(s)
		switch m.IntN(14) {
		case 0:
			ids++
			fmt.Fprintf(&notes, `<w:footnote w:id="%d">%s</w:footnote>`, ids, m.wordParagraph(m.sentence()))
			p = strings.Replace(p, "</w:p>", fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r></w:p>`, ids), 1)
		case 1:
			p = `<w:tbl><w:tr><w:tc>` + p + m.wordParagraph(m.han(3)) + `</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + m.wordParagraph(m.line()) + `</w:tc></w:tr><w:tr><w:tc>` + m.wordParagraph(m.han(2)) + `</w:tc></w:tr></w:tbl>`
		case 2:
			if i < 8 {
				p = `<w:p><w:r><w:drawing><w:txbxContent>` + p + m.wordParagraph(m.han(3)) + `</w:txbxContent></w:drawing></w:r></w:p>`
			}
		}
		b.WriteString(p)
	}
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	return []part{
		{"word/document.xml", "<w:document" + w + "><w:body>" + b.String() + "</w:body></w:document>"},
		{"word/footnotes.xml", "<w:footnotes" + w + ">" + notes.String() + "</w:footnotes>"},
	}
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", "\t", "</w:t><w:tab/><w:t>")

// wordParagraph returns a paragraph with a look and some of it bold.
func (m *maker) wordParagraph(s string) string {
	look := m.pick("", "", `<w:jc w:val="center"/>`, `<w:outlineLvl w:val="0"/>`, `<w:outlineLvl w:val="1"/>`)
	r := []rune(s)
	i := m.IntN(len(r) + 1)
	run := func(s string) string {
		return "<w:r>" + m.maybe("<w:rPr><w:b/></w:rPr>") + "<w:t>" + xmlText.Replace(s) + "</w:t>" + m.pick("", "", "", "<w:br/>") + "</w:r>"
	}
	return "<w:p><w:pPr>" + look + "</w:pPr>" + run(string(r[:i])) + run(string(r[i:])) + "</w:p>"
}
