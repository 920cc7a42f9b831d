package lint

import (
	"fmt"
	"strings"

	"jianbao/bulletin/diag"
)

const levels = "GB/T 9704—2012 7.3.3"

// headingRules is about the levels of an article and their numbers.
var headingRules = []*Rule{
	{
		Code: "标题跳级", Group: "层次", Severity: diag.Warning, Strength: Usual, Source: levels + "；GB/T 15834—2011 附录B.3",
		Title:  "层次一级一级往下，不跳级",
		Reason: "# 下面直接写 ###，排出来的字体就隔了一级，多半是 # 打多了。标准许可从某一层起：标题带着这一级的序号、全篇又不用中间那级的（只用（一），或“一、”下直接用“1.”），不查。",
		Wrong:  []string{"# 督察动态\n\n### 迅速部署\n\n正文。", "# 督察动态\n\n## 一、部署\n\n#### 1.动员\n\n正文。\n\n## 二、落实\n\n### （一）分工\n\n正文。"},
		Right:  []string{"# 督察动态\n\n## 一、部署\n\n### （一）动员\n\n正文。", "# 督察动态\n\n### （一）部署\n\n正文。\n\n### （二）落实\n\n正文。", "# 督察动态\n\n## 一、部署\n\n#### 1.动员\n\n正文。"},
		issue:  skippedLevels,
	},
	{
		Code: "序号不连", Group: "层次", Severity: diag.Warning, Strength: Usual, Source: levels,
		Title:  "同一级的序号从一起，逐个往下",
		Reason: "一、之后是三、，多半删了一段忘了改号，或漏了一段。到了上一级的下一个，下一级重新从一起；段首的序号从中间开始的（摘引的条款）不查，各条目、各篇自成序列，几个栏目接着编也可以。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 三、落实\n\n正文。", "# 甲\n\n（一）部署。正文。\n\n（二）落实。正文。\n\n（四）督办。正文。", "# 甲\n\n1. 部署\n2. 落实\n4. 督办", "# 甲\n\n## 二、部署\n\n正文。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 二、落实\n\n正文。", "# 甲\n\n## 一、部署\n\n### （一）动员\n\n正文。\n\n### （二）分工\n\n正文。\n\n## 二、落实\n\n### （一）督办\n\n正文。\n\n### （二）检查\n\n正文。", "# 甲\n\n（三）摘引的条款。\n\n（四）摘引的条款。", "# 【甲】\n\n**1.公交调整。**正文。\n\n# 【乙】\n\n**2.供水改造。**正文。"},
		issue:  numberGaps,
	},
	{
		Code: "序号重复", Group: "层次", Severity: diag.Warning, Strength: Usual, Source: levels,
		Title:  "同一级的序号不重复",
		Reason: "两个（二），多半插了一段忘了改号。下一级在新的上一级之下重新从一起，不算重复；段首、列表重新从1起的另成一组，不查。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 一、落实\n\n正文。", "# 甲\n\n（一）部署。\n\n（二）落实。\n\n（二）督办。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 二、落实\n\n正文。", "# 甲\n\n1. 部署\n2. 落实\n\n下一步。\n\n1. 督办\n2. 检查"},
		issue:  numbersTwice,
	},
	{
		Code: "序号未重起", Group: "层次", Severity: diag.Info, Strength: Conventional, Source: levels,
		Title:  "上一级换了，下一级的序号重新从一起",
		Reason: "“二、”下面接着“一、”下面的（三）往下编，通常应重新从（一）起。有意通编的（条文、任务清单）写 不查: [序号未重起]。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n### （一）动员\n\n正文。\n\n### （二）分工\n\n正文。\n\n## 二、落实\n\n### （三）督办\n\n正文。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n### （一）动员\n\n正文。\n\n### （二）分工\n\n正文。\n\n## 二、落实\n\n### （一）督办\n\n正文。\n\n### （二）检查\n\n正文。"},
		issue: func(f *finder) {
			eachSibling(f, func(s sibling) {
				if s.first && s.strong() && s.number > 1 && s.number == s.ended+1 {
					f.add(s.at, "写作 "+s.form.write(1)+"，后面的依次改", "“%s”接着上一节编，没有重新起号", s.form.write(s.number))
				}
			})
		},
	},
	{
		Code: "只有一项", Group: "层次", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "分了层次的，至少有两项",
		Reason: "有（一）没有（二），等于没有分，多半漏了后面的，或不必编号。只看标题和加粗的段首，不看列表。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n正文。", "# 甲\n\n## 一、部署\n\n### （一）动员\n\n正文。\n\n## 二、落实\n\n正文。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 二、落实\n\n正文。", "# 甲\n\n## 部署\n\n正文。"},
		issue:  onlyOnes,
	},
	{
		Code: "序号混用", Group: "层次", Severity: diag.Warning, Strength: Usual, Source: levels,
		Title:  "同一级标题的序号写法一致",
		Reason: "同样是 ##，有的写“一、”有的写“1.”，读者分不清层次。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 2.落实\n\n正文。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 二、落实\n\n正文。"},
		issue:  mixedForms,
	},
	{
		Code: "序号有无", Group: "层次", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "同一级标题，序号要有都有",
		Reason: "同级的标题有的编了号，有的没有，多半漏了。开头没有编号的（引言）、末尾没有编号的（结语）不查。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 落实\n\n正文。\n\n## 二、督办\n\n正文。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n正文。\n\n## 二、督办\n\n正文。\n\n## 结语\n\n正文。"},
		issue:  missingForms,
	},
	{
		Code: "序号层次", Group: "层次", Severity: diag.Info, Strength: Usual, Source: levels,
		Title:  "序号的写法与标题的级别相合",
		Reason: "结构层次序数依次用“一、”“（一）”“1.”“（1）”，对应 ## ### #### #####，字体也照这个排。“一、”下面直接用“1.”标准许可，写 ### 或 #### 都不查；# 的标题不查。",
		Wrong:  []string{"# 甲\n\n## 1.部署\n\n正文。\n\n## 2.落实\n\n正文。", "# 甲\n\n## 一、部署\n\n### 一、动员\n\n正文。"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n### （一）动员\n\n#### 1.开会\n\n##### （1）议程\n\n正文。", "# 甲\n\n## 一、部署\n\n### 1.动员\n\n正文。"},
		issue:  formLevels,
	},
}

// eachSibling calls look for the numbered entries of all articles. Numbers may run
// on from one to the next, as those of the items of several columns do.
func eachSibling(f *finder, look func(sibling)) {
	var last [lastForm + 1]int
	for _, a := range articles(f.issue) {
		list := a.siblings()
		for _, s := range list {
			if s.first && s.ended == 0 && last[s.form] > 0 && s.number == last[s.form]+1 {
				s.first, s.previous = false, entry{form: s.form, number: last[s.form]}
			}
			look(s)
		}
		for _, s := range list {
			last[s.form] = s.number
		}
	}
}

func skippedLevels(f *finder) {
	for _, a := range articles(f.issue) {
		used := map[int]bool{}
		for _, e := range a.entries {
			used[e.level] = true
		}
		before := 1
		for _, e := range a.entries {
			if e.level == 0 || strings.HasPrefix(e.at.Source.Text[e.at.Offset:], "**") {
				continue
			}
			meant := int(e.form) == e.level // it may begin at any level
			for k := before + 1; k < e.level; k++ {
				meant = meant && !used[k]
			}
			if e.level > before+1 && !meant {
				f.add(e.at, "写作 "+strings.Repeat("#", before+1)+" 标题", "上面是第%d级标题，这里是第%d级，跳了级", before, e.level)
			}
			before = e.level
		}
	}
}

func numberGaps(f *finder) {
	eachSibling(f, func(s sibling) {
		next := 1
		if !s.first {
			next = s.previous.number + 1
		}
		switch {
		case s.number <= next:
		case s.first && (!s.strong() || s.number == s.ended+1):
		case s.first:
			f.add(s.at, "从 "+s.form.write(1)+" 起，或补上前面的", "第一个序号是“%s”", s.form.write(s.number))
		default:
			f.add(s.at, "写作 "+s.form.write(next)+"，或补上缺的", "“%s”之后是“%s”", s.form.write(next-1), s.form.write(s.number))
		}
	})
}

func numbersTwice(f *finder) {
	eachSibling(f, func(s sibling) {
		restarts := s.number == 1 && !s.strong()
		if !s.first && s.number <= s.previous.number && !restarts {
			f.add(s.at, fmt.Sprintf("写作 %s，后面的依次改", s.form.write(s.previous.number+1)), "“%s”之后又是“%s”", s.form.write(s.previous.number), s.form.write(s.number))
		}
	})
}

func onlyOnes(f *finder) {
	all := articles(f.issue)
	for k, a := range all {
		list := a.siblings()
		for i, s := range list {
			if !s.first || s.number != 1 || !s.strong() {
				continue
			}
			alone := true
			for _, other := range list[i+1:] {
				if other.form < s.form {
					break
				}
				alone = alone && other.form != s.form
			}
			if alone && !goesOn(all[k+1:], s.form) {
				f.add(s.at, "补上后面的，或去掉序号", "只有“%s”，没有“%s”", s.form.write(1), s.form.write(2))
			}
		}
	}
}

// goesOn reports whether the next article with numbers of a form begins with 2.
func goesOn(next []*article, which form) bool {
	for _, a := range next {
		for _, s := range a.siblings() {
			if s.form == which {
				return s.number == 2
			}
		}
	}
	return false
}

// headingsBelow calls look for the headings of each level below one heading.
func headingsBelow(f *finder, look func([]entry)) {
	for _, a := range articles(f.issue) {
		var open [7][]entry
		end := func(from int) {
			for k := from; k < len(open); k++ {
				if len(open[k]) > 0 {
					look(open[k])
				}
				open[k] = nil
			}
		}
		for _, e := range a.entries {
			if e.strong() {
				end(e.level + 1)
				open[e.level] = append(open[e.level], e)
			}
		}
		end(0)
	}
}

func mixedForms(f *finder) {
	headingsBelow(f, func(list []entry) {
		usual := noForm
		for _, e := range list {
			switch {
			case e.form == noForm || usual == e.form:
			case usual == noForm:
				usual = e.form
			default:
				f.add(e.at, "写作 "+usual.example()+" 一类的序号", "同级的标题用“%s”，这里用“%s”", usual.example(), e.form.example())
			}
		}
	})
}

func missingForms(f *finder) {
	headingsBelow(f, func(list []entry) {
		for i, e := range list {
			if e.form == noForm && i > 0 && i+1 < len(list) && list[i-1].form != noForm && list[i+1].form != noForm {
				f.add(e.at, "补上序号，后面的依次改", "同级的标题都有序号，这一个没有")
			}
		}
	})
}

func formLevels(f *finder) {
	for _, a := range articles(f.issue) {
		for _, e := range a.entries {
			fits := e.form == noForm || int(e.form) == e.level || e.level == 3 && e.form == dotted || e.level == 5 && e.form == circled
			if e.strong() && !fits {
				right := form(e.level)
				f.add(e.at, fmt.Sprintf("写作 %s，或改用 %s", right.example(), strings.Repeat("#", min(int(e.form), 5))), "第%d级标题的序号是“%s”", e.level, e.form.example())
			}
		}
	}
}
