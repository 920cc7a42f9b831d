package lint

import (
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// titleRules is about titles and what stands below them.
var titleRules = []*Rule{
	{
		Code: "标题标点", Group: "标题", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.4",
		Title:  "标题末尾不加标点",
		Reason: "标题末尾通常不用句号、逗号、分号、顿号、冒号。问号、叹号、省略号有时需要，不查；接着写正文的段首（**（一）…。**正文）不是标题，不查。",
		Wrong:  []string{"# 督察组下沉一线。\n\n正文。", "# 甲\n\n## 一、迅速部署；\n\n正文。", "# 会议强调：\n\n正文。"},
		Right:  []string{"# 督察组下沉一线\n\n正文。", "# 谁来整改？\n\n正文。", "# 甲\n\n**（一）迅速部署。**正文。"},
		prose: func(f *finder, p *prose) {
			if p.kind == heading {
				endMark(f, p, "。；，、：", "标题末尾有“%s”")
			}
		},
	},
	{
		Code: "标题过长", Group: "标题", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "标题不超过三行",
		Reason: "二号小标宋一行最多20字，标题分一行或几行，超过三行（60字）就不醒目。只看文章的标题，空格不算字。",
		Wrong:  []string{"# " + strings.Repeat("益阳市突出环境问题整改", 6) + "\n\n正文。"},
		Right:  []string{"# 副市长胡安邦就省督察组督办问题 约谈相关责任人\n\n正文。"},
		prose: func(f *finder, p *prose) {
			if n := diag.Columns(strings.Join(strings.Fields(p.text), "")) / 2; p.kind == heading && p.level == 1 && n > titleCells {
				f.add(p.home, "压缩到60字以内", "标题约%d字，排出来超过三行", n)
			}
		},
	},
	{
		Code: "标题成段", Group: "标题", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "标题里不接着写正文",
		Reason: "小标题里有句号，后面还有话，多半是把一段正文写进了标题；要在段首突出一句的，写作 **（一）…。**正文。只看 ## 以下、超过40字的。",
		Wrong:  []string{"# 甲\n\n## （一）迅速部署。市委、市政府连夜召开会议，传达督察组的要求，逐条研究措施，明确责任单位和完成时限"},
		Right:  []string{"# 甲\n\n**（一）迅速部署。**市委、市政府连夜召开会议，传达督察组的要求，逐条研究措施，明确责任单位和完成时限。"},
		prose: func(f *finder, p *prose) {
			if p.kind == heading && p.level > 1 && diag.Columns(p.text) > 80 && strings.Contains(strings.TrimRight(p.text, "。 "), "。") {
				f.add(p.home, "写作 **第一句。**后面的话", "标题里写进了正文")
			}
		},
	},
	{
		Code: "空文章", Group: "标题", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "标题下面有正文",
		Reason: "只有标题没有正文，多半漏贴了；标题分两行的，在要转行处空一格或写 \\，不写两个 #。",
		Wrong:  []string{"# 督察组下沉一线\n\n# 市委召开会议\n\n正文。"},
		Right:  []string{"# 督察组下沉一线\n\n正文。\n\n# 市委召开会议\n\n正文。"},
		issue:  func(f *finder) { emptyBelow(f, false) },
	},
	{
		Code: "空栏目", Group: "标题", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "栏目下面有内容",
		Reason: "【栏目】下面什么也没有，多半漏贴了，或这一期没有这一栏。栏目下面是条目、段落、文章的都不查。",
		Wrong:  []string{"# 【区县动态】\n\n# 【部门动态】\n\n正文。"},
		Right:  []string{"# 【区县动态】\n\n▲ **甲区** 正文。", "# 【区县动态】\n\n# 甲区召开会议\n\n正文。"},
		issue:  func(f *finder) { emptyBelow(f, true) },
	},
	{
		Code: "标题无文", Group: "标题", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "小标题下面有正文",
		Reason: "小标题后面紧接同级的小标题，或到了末尾，多半漏贴了。下面是再下一级标题的不查。",
		Wrong:  []string{"# 甲\n\n## 一、部署\n\n## 二、落实\n\n正文。", "# 甲\n\n正文。\n\n## 一、部署"},
		Right:  []string{"# 甲\n\n## 一、部署\n\n### （一）动员\n\n正文。\n\n## 二、落实\n\n正文。"},
		issue:  bareHeadings,
	},
	{
		Code: "标题重复", Group: "标题", Severity: diag.Warning, Strength: Conventional, Source: practice,
		Title:  "各篇标题不相同",
		Reason: "两篇同一个标题，多半粘贴时忘了改，导读、书签也分不开。比较时不看空格和【】。",
		Wrong:  []string{"# 立行立改\n\n正文。\n\n# 立行立改\n\n正文。"},
		Right:  []string{"# 立行立改\n\n正文。\n\n# 边督边改\n\n正文。"},
		issue:  titlesTwice,
	},
	{
		Code: "缺标题", Group: "标题", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "别的篇都有标题，这一篇也有",
		Reason: "以 --- 分开的一篇没有标题，或第一个标题之前有正文，而别的篇都有，多半忘了在标题前写 #。全期都没有标题的、接着上面栏目的不查。",
		Wrong:  []string{"正文。\n\n# 甲\n\n正文。\n\n# 乙\n\n正文。", "# 甲\n\n正文。\n\n---\n\n正文。\n\n# 乙\n\n正文。"},
		Right:  []string{"# 甲\n\n正文。\n\n# 乙\n\n正文。", "正文。\n\n---\n\n正文。"},
		issue:  missingTitles,
	},
}

// titleCells is what three lines of a title hold.
const titleCells = 60

// emptyBelow finds titles, or columns, with nothing below them.
func emptyBelow(f *finder, columns bool) {
	list := articles(f.issue)
	for i, a := range list {
		if a.title == nil || a.blocks > 0 {
			continue
		}
		_, column := a.title.(*bulletin.Banner)
		var next bulletin.Block
		if i+1 < len(list) {
			next = list[i+1].title
		}
		switch next.(type) {
		case *bulletin.RunIn:
			continue
		case *bulletin.Banner:
			if !column {
				continue // 本期详情, say, above columns
			}
		case *bulletin.Heading:
			if column {
				continue // an article of the column
			}
		}
		if column == columns {
			text, _ := bulletin.Words(a.title)
			f.add(a.at, "补上正文，或删去它", "“%s”下面没有内容", bulletin.Plain(text))
		}
	}
}

func bareHeadings(f *finder) {
	var open *bulletin.Heading // without text so far
	tell := func() {
		if open != nil {
			f.add(open.At, "补上正文，或删去它", "小标题“%s”下面没有正文", bulletin.Plain(open.Text))
		}
		open = nil
	}
	for _, b := range f.issue.Body {
		switch b := b.(type) {
		case *bulletin.Heading:
			if open != nil && b.Level > open.Level {
				open = nil
			}
			if tell(); b.Level > 1 {
				open = b
			}
		case *bulletin.Banner, *bulletin.ArticleBreak:
			tell()
		case *bulletin.Note, *bulletin.PageBreak:
		default:
			open = nil
		}
	}
	tell()
}

func titlesTwice(f *finder) {
	seen := map[string]bool{}
	for _, b := range f.issue.Body {
		if !bulletin.IsTitle(b) {
			continue
		}
		text, _ := bulletin.Words(b)
		words := plainWords(bulletin.Plain(text))
		if words != "" && seen[words] {
			f.add(b.Pos(), "改成这一篇自己的标题", "前面已有标题“%s”", bulletin.Plain(text))
		}
		seen[words] = true
	}
}

func missingTitles(f *finder) {
	list := articles(f.issue)
	titled, column := 0, false
	for _, a := range list {
		if h, ok := a.title.(*bulletin.Heading); ok && h.Level == 1 {
			titled++
		}
	}
	for _, a := range list {
		switch a.title.(type) {
		case *bulletin.Banner:
			column = true
		case *bulletin.Heading:
			column = false
		case nil:
			if a.blocks > 0 && titled > 1 && !column {
				f.add(a.at, "在这一篇前写 # 标题", "别的篇都有标题，这一篇没有")
			}
		}
	}
}
