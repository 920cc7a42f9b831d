package archive

import (
	"fmt"
	"math/rand"
	"strings"
)

// A scribe makes random issues of everything a bulletin may hold.
type scribe struct {
	*rand.Rand
	b     strings.Builder
	words int
	notes int
	later []string // notes, for the end
}

// word returns a word that stands nowhere else.
func (s *scribe) word() string {
	s.words++
	return fmt.Sprintf("第%d号词", s.words+1000)
}

// of returns one of some texts, as often as it is named.
func (s *scribe) of(list ...string) string { return list[s.Intn(len(list))] }

// some adds lines to the front matter, perhaps.
func (s *scribe) some(n int, lines string) string {
	if s.Intn(n) > 0 {
		return ""
	}
	return lines
}

var scraps = []string{"会议指出，", "要高度重视安全生产工作，", "坚持人民至上、生命至上；", "2021年3月4日，", "完成12起，", "“三管三必须”", "占3.5%，", "（市）", "GDP ",
	"**抓实**", "*抓细*", "〔2020〕12号", "[市政府网站](https://www.example.gov.cn/a)", "<https://example.cn/b>", "[附件](附件.docx)", "`git log`", "a\\*b", "&copy;", "——", "……",
	"![小图](img/wide.png)", "\u200b", "　", "Word 2016 及 Excel", "镕玥", "**[粗](http://x.cn)体**"}

// text returns running text, perhaps with a footnote.
func (s *scribe) text(n int) string {
	t := s.word()
	for range s.Intn(n + 1) {
		t += scraps[s.Intn(len(scraps))]
	}
	if s.Intn(6) == 0 {
		label := fmt.Sprint("n", s.notes)
		if s.notes > 0 && s.Intn(3) == 0 { // one that has a mark already
			label = fmt.Sprint("n", s.Intn(s.notes))
		} else {
			s.notes++
			s.later = append(s.later, "")
			s.later[s.notes-1] = "[^" + label + "]: " + s.note()
		}
		t += s.word() + "[^" + label + "]"
	}
	return t + "。"
}

// note returns the text of a footnote, perhaps of several blocks.
func (s *scribe) note() string {
	t := s.word()
	for range s.Intn(30) {
		t += scraps[s.Intn(len(scraps))]
	}
	return t + s.of("", "", "\n\n    再一段"+s.word(), "\n\n    - 甲"+s.word()+"\n    - 乙", "\n\n    > 引文") + "\n\n"
}

func (s *scribe) block() string {
	switch s.Intn(20) {
	case 0:
		return "# " + s.word() + s.of("", " ", "\\\n") + "的标题" + s.of("", "——副题") + "\n\n"
	case 1:
		return "## 一、" + s.word() + "\n\n"
	case 2:
		return "- " + s.text(8) + "\n  - " + s.text(20) + "\n\n    又一段\n- " + s.text(3) + "\n\n"
	case 3:
		return "> " + s.text(20) + "\n>\n> 1. " + s.text(3) + "\n\n"
	case 4:
		return s.table(2, s.Intn(12))
	case 5:
		return "![" + s.of("", "图") + "](img/" + s.of("wide", "tall", "strip") + ".png" + s.of("", ` "`+s.word()+` 说明"`) + ")\n\n"
	case 6:
		return "▲ **" + s.word() + "** " + s.text(20) + "\n\n"
	case 7:
		return s.of("\\newpage\n\n", "---\n\n", s.table(14, 1+s.Intn(25)))
	case 8:
		return "## 【" + s.word() + "】\n\n"
	case 9:
		return "```\n" + s.word() + "  code\n  b\n```\n\n"
	case 10:
		return s.table(3, 20+s.Intn(40))
	case 11:
		return "**（一）" + s.word() + "。**" + s.text(9) + "\n\n"
	case 12:
		return "- " + s.word() + "\n\n  | 甲 | 乙 |\n  |---|---|\n  | " + s.text(2) + " | 丙 |\n\n"
	}
	return s.text(30) + "\n\n"
}

// table returns a table of so many columns and rows, some without a head.
func (s *scribe) table(columns, rows int) string {
	line := func(cell func() string) string {
		t := "|"
		for range columns {
			t += " " + cell() + " |"
		}
		return t + "\n"
	}
	head := line(func() string { return s.of(s.word(), "列名", "单位[^h]") })
	if s.Intn(5) == 0 {
		head = line(func() string { return "" })
	}
	t := head + line(func() string { return s.of("---", ":-:", "--:") })
	for range rows {
		t += line(func() string {
			return s.of("", "123456", "3.5%", s.text(min(4, 20/columns)), strings.Repeat("很长的话，", 1+s.Intn(40/columns)))
		})
	}
	return t + "\n"
}

// front returns the front matter.
func (s *scribe) front() string {
	f := "---\n刊名: " + s.of("工作简报", "[省委巡视, 工作简报]", "益阳市配合省生态环境保护督察工作领导小组办公室工作简报") + "\n"
	f += s.some(4, "刊名上行: 主题教育\n") + s.some(5, "套打: true\n") + "date: 2021-03-04\n"
	f += s.of("期号: 12\n", "期号: 无\n", "增刊: true\n", "增刊: 2\n", "期号: 7\n总期号: 128\n", "期号: 7\n总期号: 1886\n期号写法: \"{年}年第{期号}期（总第{总期号}期）\"\n")
	f += s.of("编发单位: 办公室\n", "编发单位: [主办：市委办公室, 承办：市 政 府 办]\n", "")
	f += s.of("", "日期位置: 文末\n", "日期位置: 文末\n签发人: 张三 李四 王小五\n") + s.some(3, "报头样式: 居中\n")
	f += s.some(3, "密级: [内部资料 注意保存, 仅供参阅]\n") + s.some(4, "份号: 18\n")
	f += s.of("", "导读: false\n", "导读: [第一条, 第二条，较长]\n导读标题: 目 录\n导读符号: ''\n", "导读:\n  要闻: [甲事]\n  动态: [乙事, 丙事]\n")
	f += s.some(4, "编者按: |\n  按语文字"+s.word()+"[市网](http://a.cn)。\n\n  第二段。\n") + s.some(6, "编者按标题: 【编者按】\n")
	f += s.lists() + s.some(3, "责任编辑: 张三\n校对: 李四、王五\n电话: 0737-4222222\n人员: {值班员: 赵六}\n")
	f += s.some(3, "份数: 120\n") + s.some(3, "更正:\n  - {日期: 2021-03-09, 说明: 更正不印在纸上}\n")
	return f + s.style() + "---\n\n"
}

// lists returns the lists of the 报尾.
func (s *scribe) lists() string {
	f := ""
	for _, key := range []string{"报", "送", "发", "增发"} {
		if s.Intn(2) > 0 {
			continue
		}
		f += key + ":\n"
		for range 1 + s.Intn([]int{3, 30, 150}[s.Intn(3)]) {
			f += s.of("  - 某某市某某单位办公室\n", "  - [甲局, 乙局]\n", "  - 各区县（市）\n")
		}
	}
	return f + s.some(4, "称谓: {报: 呈报, 发: 分发}\n") + s.some(6, "报尾每页: true\n")
}

// style returns 版式.
func (s *scribe) style() string {
	f := "版式:\n  双面: " + s.of("true", "false") + "\n" + s.some(4, "  报尾偶数页: true\n") + s.some(4, "  报尾位置: 文后\n")
	f += s.some(4, "  页码: {样式: \"第 {n} 页\", 起始: 5, 首页: false}\n") + s.some(5, "  分隔: {类内: \"，\", 类间: \"；\", 末尾: \"\"}\n")
	switch s.Intn(6) {
	case 0:
		f += fmt.Sprintf("  每页行数: %d\n  每行字数: %d\n", 16+s.Intn(14), 20+s.Intn(14))
	case 1:
		f += fmt.Sprintf("  每页行数: %d\n  每行字数: %d\n", 9+s.Intn(36), 10+s.Intn(40))
	}
	return f
}

// issue returns the source of an issue.
func (s *scribe) issue() string {
	front := s.front()
	for range 1 + s.Intn(24) {
		s.b.WriteString(s.block())
	}
	body := s.b.String() + strings.Join(s.later, "")
	if strings.Contains(body, "[^h]") {
		body += "[^h]: 表头的注。\n\n"
	}
	if s.Intn(8) == 0 {
		body += "[^z]: 没有引用的注。\n"
	}
	return front + body
}
