package lint

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// figureRules is about pictures and how pictures and tables are numbered. What is
// wrong with the file of a picture is found when it is read.
var figureRules = []*Rule{
	{
		Code: "图无说明", Group: "图表", Severity: diag.Info, Strength: Recommended, Source: "GB/T 37668—2019（图片的替代文本）",
		Title:  "图片写明说明或题注",
		Reason: "看不见图的读者（读屏软件）和图没有显示时，要靠说明知道图上是什么。有题注的不查；说明写在方括号里，不印出来。",
		Wrong:  []string{"正文。\n\n![](img/a.png)\n\n正文。", "按![](img/a.png)操作。"},
		Right:  []string{"正文。\n\n![督察组查看排口](img/a.png)", "![](img/a.png \"图1 督察组查看排口\")"},
		issue:  unnamedFigures,
	},
	{
		Code: "图序", Group: "图表", Severity: diag.Warning, Strength: Conventional, Source: "图、表依次编号的惯例",
		Title:  "图1、图2依次编号",
		Reason: "题注里的图号跳了、重了或颠倒了，多半删了、挪了图忘了改。题注没有图号的不查。",
		Wrong:  []string{"![甲](a.png \"图1 甲\")\n\n![乙](b.png \"图3 乙\")", "![甲](a.png \"图1 甲\")\n\n![乙](b.png \"图1 乙\")"},
		Right:  []string{"![甲](a.png \"图1 甲\")\n\n![乙](b.png \"图2 乙\")", "![甲](a.png \"甲\")\n\n![乙](b.png \"乙\")"},
		issue:  func(f *finder) { f.sequence("图", figureCaptions(f.issue)) },
	},
	{
		Code: "表序", Group: "图表", Severity: diag.Warning, Strength: Conventional, Source: "图、表依次编号的惯例",
		Title:  "表1、表2依次编号",
		Reason: "表格上一段（表题）里的表号跳了、重了或颠倒了。表题没有表号的不查。",
		Wrong:  []string{"表1 进度\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n表3 问题\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |"},
		Right:  []string{"表1 进度\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n表2 问题\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |"},
		issue:  func(f *finder) { f.sequence("表", tableCaptions(f.issue)) },
	},
	{
		Code: "缺图号", Group: "图表", Severity: diag.Info, Strength: Conventional, Source: "图、表依次编号的惯例",
		Title:  "题注要编号都编号",
		Reason: "有的题注写了图1、图2，有的没写，多半漏了。都不编号的、没有题注的图不查。",
		Wrong:  []string{"![甲](a.png \"图1 甲\")\n\n![乙](b.png \"乙\")"},
		Right:  []string{"![甲](a.png \"图1 甲\")\n\n![乙](b.png \"图2 乙\")", "![甲](a.png \"甲\")\n\n![乙](b.png \"乙\")"},
		issue: func(f *finder) {
			list := figureCaptions(f.issue)
			numbered := 0
			for _, c := range list {
				if c.number("图") > 0 {
					numbered++
				}
			}
			for _, c := range list {
				if numbered > 0 && c.number("图") == 0 {
					f.add(c.At, "题注前写图号，如 图2 名称", "别的图有图号，这一张没有")
				}
			}
		},
	},
	{
		Code: "图表无着", Group: "图表", Severity: diag.Warning, Strength: Conventional, Source: "图、表依次编号的惯例",
		Title:  "文中说“见图2”，就有图2",
		Reason: "文中提到的图、表，题注里没有这个号，多半删了图或改了号。全期的图表都不编号的不查（图可能另附）。",
		Wrong:  []string{"进度见图2。\n\n![甲](a.png \"图1 甲\")"},
		Right:  []string{"进度见图1。\n\n![甲](a.png \"图1 甲\")", "进度见图2。"},
		issue:  strayReferences,
	},
	{
		Code: "题注标点", Group: "图表", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 附录A.1",
		Title:  "题注末尾不用句号",
		Reason: "图、表的短语式说明，末尾不用句号，即使前面的话已用了句号。顺带查逗号、分号、顿号。",
		Wrong:  []string{"![甲](a.png \"图1 督察组查看排口。\")"},
		Right:  []string{"![甲](a.png \"图1 督察组查看排口\")"},
		issue: func(f *finder) {
			for _, c := range figureCaptions(f.issue) {
				if text := strings.TrimRight(c.Text, "。，；、 "); text != "" && text != strings.TrimRight(c.Text, " ") {
					f.add(c.At, "写作“"+text+"”", "题注末尾有标点")
				}
			}
		},
	},
}

// A captionText is a text above a table or below a picture.
type captionText struct{ bulletin.Phrase }

var captionNumber = regexp.MustCompile(`^(图|表)[ 　]?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[^0-9.\-—－]|$)`)

// number returns the number a caption begins with; 0 for none.
func (c captionText) number(what string) int {
	m := captionNumber.FindStringSubmatch(strings.TrimSpace(c.Text))
	if m == nil || m[1] != what {
		return 0
	}
	if n, err := strconv.Atoi(m[2]); err == nil {
		return n
	}
	return hanValue(m[2])
}

// figureCaptions returns the captions of the pictures on their own.
func figureCaptions(issue *bulletin.Issue) []captionText {
	var out []captionText
	for _, b := range issue.Body {
		if fig, ok := b.(*bulletin.Figure); ok && fig.Caption != "" {
			out = append(out, captionText{bulletin.Phrase{Text: fig.Caption, At: fig.At}})
		}
	}
	return out
}

// tableCaptions returns the paragraphs right above tables that begin with 表.
func tableCaptions(issue *bulletin.Issue) []captionText {
	var out []captionText
	for i, b := range issue.Body {
		if _, ok := b.(*bulletin.Table); !ok || i == 0 {
			continue
		}
		if p, ok := issue.Body[i-1].(*bulletin.Paragraph); ok {
			if c := (captionText{bulletin.Phrase{Text: bulletin.Plain(p.Text), At: p.At}}); c.number("表") > 0 {
				out = append(out, c)
			}
		}
	}
	return out
}

// sequence finds captions whose number does not follow that before.
func (f *finder) sequence(what string, list []captionText) {
	last := 0
	for _, c := range list {
		n := c.number(what)
		if n == 0 {
			continue
		}
		if n != last+1 {
			before := "第一个是"
			if last > 0 {
				before = what + strconv.Itoa(last) + "之后是"
			}
			f.add(c.At, "写作 "+what+strconv.Itoa(last+1), "%s%s%d", before, what, n)
		}
		last = n
	}
}

func unnamedFigures(f *finder) {
	for _, b := range f.issue.Body {
		if fig, ok := b.(*bulletin.Figure); ok && fig.Alt == "" && fig.Caption == "" {
			f.add(fig.At, "写作 ![图上是什么]("+fig.Path+")", "图片“%s”没有说明", fig.Path)
		}
		if p, ok := b.(*bulletin.Paragraph); ok {
			for _, in := range p.Text {
				if pic, ok := in.(*bulletin.Picture); ok && pic.Alt == "" {
					f.add(pic.At, "写作 ![图上是什么]("+pic.Path+")", "图片“%s”没有说明", pic.Path)
				}
			}
		}
	}
}

var reference = regexp.MustCompile(`(?:见|如)(图|表)([0-9]{1,3})(?:[^0-9.\-—－]|$)`)

func strayReferences(f *finder) {
	known := map[string]bool{}
	kinds := map[string]bool{}
	for what, list := range map[string][]captionText{"图": figureCaptions(f.issue), "表": tableCaptions(f.issue)} {
		for _, c := range list {
			if n := c.number(what); n > 0 {
				known[what+strconv.Itoa(n)], kinds[what] = true, true
			}
		}
	}
	for _, p := range proseOf(f.issue) {
		for _, m := range reference.FindAllStringSubmatchIndex(p.text, -1) {
			what, name := p.text[m[2]:m[3]], p.text[m[2]:m[5]]
			if kinds[what] && !known[name] {
				f.add(p.pos(m[2]), "核对图、表的号", "没有%s", name)
			}
		}
	}
}
