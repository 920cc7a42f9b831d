package lint

import (
	"slices"

	"jianbao/bulletin/diag"
)

// ofReading returns a rule whose findings come from reading: a source that is
// written otherwise is not understood, or not as it was meant.
func ofReading(group string, severity diag.Severity, code, title, reason string, wrong, right []string) *Rule {
	return &Rule{Code: code, Group: group, Severity: severity, Strength: Readable, Source: "本工具的约定", Title: title, Reason: reason, Wrong: wrong, Right: right}
}

// ex is a list of examples.
func ex(list ...string) []string { return list }

// inFront is an example of an issue with a line of front matter.
func inFront(line string) string {
	return "---\n期号: 1\ndate: 2020-09-22\n" + line + "\n---\n\n正文。\n"
}

// inRegister is an example of a series with a register.
func inRegister(text string) string {
	return "-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n-- recipients.yaml --\n" + text + "\n-- 1.md --\n" + withLists("报: [市委办公室, 市政府办公室]")
}

const inFull = "单位:\n  - 名称: 市委办公室\n  - 名称: 市政府办公室\n"

// readingRules are the findings of reading that are not about one key.
func readingRules() []*Rule { return slices.Concat(matterRules(), bodyRules(), registerRules()) }

// matterRules are those about front matter and the files of YAML.
func matterRules() []*Rule {
	const matter = "文头"
	return []*Rule{
		ofReading(matter, diag.Error, "编码", "文件存为 UTF-8",
			"别的编码（GBK 等）读出来是乱码。有没有 BOM、换行是哪一种都可以。",
			ex("-- bulletin.yaml --\n刊名: \xb9\xa4\n-- 1.md --\n"+bare("期号: 1\ndate: 2020-09-22")), ex(inFront("公开: true"))),
		ofReading(matter, diag.Error, "文头", "文件以文头开始：--- 一行，各个键，再 --- 一行",
			"没有文头就不知道期号、日期。第一行应是三个半角减号；文头之后另起一行写 --- 结束。",
			ex("-- 1.md --\n期号: 1\n\n正文。\n", "---\n期号: 1\n\n正文。\n"), ex(inFront("公开: true"))),
		ofReading(matter, diag.Error, "YAML", "文头、设置、名册写成“键: 值”",
			"缩进不齐、引号不成对、用了 YAML 里少见的写法（& * !）都读不懂。列表每行一项，前面写 - 加空格；含“: ”或以特别符号开头的值整段加引号。",
			ex(inFront("报: [市委办公室"), inFront("电话: *甲")), ex(inFront("报: [市委办公室]"), inFront("电话: \"*甲\""))),
		ofReading(matter, diag.Error, "全角冒号", "键后面用半角冒号加空格",
			"“期号：4”里是全角冒号，整行读不成键和值。值里面的全角冒号照常用。",
			ex(inFront("公开：true")), ex(inFront("公开: true"), inFront("编发单位: 主办：甲办公室"))),
		ofReading(matter, diag.Error, "冒号后空格", "键的冒号后空一格",
			"“公开:true”少了空格，整行当成一个词。网址、时刻里的冒号不查。",
			ex(inFront("公开:true")), ex(inFront("公开: true"))),
		ofReading(matter, diag.Error, "制表符", "缩进用空格，不用制表符（Tab）",
			"YAML 不许用制表符缩进，看上去对齐的其实读不懂。正文里的制表符不查。",
			ex(inFront("称谓:\n\t报: 呈报")), ex(inFront("称谓:\n  报: 呈报"))),
		ofReading(matter, diag.Error, "重复键", "一个键只写一次",
			"写了两次不知道用哪一个；date 与 日期 是同一个键。",
			ex(inFront("公开: true\n公开: false"), inFront("日期: 2020-09-23")), ex(inFront("公开: true"))),
		ofReading(matter, diag.Error, "未知键", "只写认得的键",
			"打错的键不起作用，不如当场指出；键的全表见 bulletin help 键。",
			ex(inFront("编发单们: 甲")), ex(inFront("编发单位: 甲"))),
		ofReading(matter, diag.Error, "设置", "各期的键写在各期，全刊的键写在 bulletin.yaml",
			"期号、日期各期不同，写在 bulletin.yaml 里没有意义；归档、网址、涉密环境是全刊的，不能一期一个样。",
			ex(inFront("网址: https://a.gov.cn/"), "-- bulletin.yaml --\n刊名: 工作简报\n期号: 4\n-- 1.md --\n"+bare("期号: 1\ndate: 2020-09-22")),
			ex("-- bulletin.yaml --\n刊名: 工作简报\n网址: https://a.gov.cn/\n-- 1.md --\n"+bare("期号: 1\ndate: 2020-09-22"))),
		ofReading(matter, diag.Warning, "注释", "# 后面空一格才是注释；<!-- 要有 -->",
			"文头里“#”后面的字成了注释，不会印出；真要印的，整段加引号。正文的注释没有结束，后面全被吞掉（错误）。",
			ex(inFront("电话: 4222345 #转3"), "正文。\n\n<!-- 待核"), ex(inFront("电话: \"4222345 #转3\""), "正文。\n\n<!-- 待核 -->")),
		ofReading(matter, diag.Error, "文件名", "稿件的输出不与别的文件同名",
			"index、search 等是目录、查找页的文件名，稿件同名会互相盖掉；两期的文件名只有大小写不同，或文件夹名与另一期的 .html、.pdf 相同，也是这样。",
			ex("-- bulletin.yaml --\n刊名: 工作简报\n-- index.md --\n"+bare("期号: 1\ndate: 2020-09-22"),
				"-- bulletin.yaml --\n刊名: 工作简报\n-- A1.md --\n"+bare("期号: 1\ndate: 2020-09-22")+"\n-- a1.md --\n"+bare("期号: 2\ndate: 2020-09-23")),
			ex("-- bulletin.yaml --\n刊名: 工作简报\n-- 001.md --\n"+bare("期号: 1\ndate: 2020-09-22"))),
		ofReading(matter, diag.Error, "文件", "稿件的文件读得了，文件名在别的电脑上也能用",
			"没有权限的、快捷方式断了的、名字是乱码或太长的，这一期读不了，其他各期照常生成。文件夹看不了的，其中各期原来的输出不动。",
			ex("-- bulletin.yaml --\n刊名: 工作简报\n-- "+long(90)+".md --\n"+bare("期号: 1\ndate: 2020-09-22")),
			ex("-- bulletin.yaml --\n刊名: 工作简报\n-- 001.md --\n"+bare("期号: 1\ndate: 2020-09-22"))),
		ofReading(matter, diag.Error, "过大", "文件、段落、名称不过分长",
			"一段几十万字、一个名称几百字，多半误贴了别的内容；排下去只会耗尽内存。正常的稿件离这个限度很远。",
			ex(inRegister("单位:\n  - 名称: "+long(400))), ex(inRegister(inFull))),
	}
}

// bodyRules are those about the body.
func bodyRules() []*Rule {
	const text = "正文"
	return []*Rule{
		ofReading(text, diag.Error, "字符", "不用看不见的控制字符，不用自造字",
			"控制字符印不出来；自造字（私用区）换一台机器就没有（警告）。自造字在本单位字体里的，写明字体文件。",
			ex("督察\u0007组。", "督察\ue000组。"), ex("督察组。")),
		ofReading(text, diag.Error, "HTML", "正文不用 HTML 标记",
			"网页的标记在纸上不起作用；加粗、列表、表格用 Markdown 的写法。注释 <!-- --> 可以用。",
			ex("一段<b>文字</b>。"), ex("一段**文字**。")),
		ofReading(text, diag.Warning, "正文", "文头之后有正文",
			"只有文头没有正文，多半忘了粘贴；极少数读不懂的写法也用这个代码（错误）。",
			ex("---\n期号: 1\ndate: 2020-09-22\n---\n"), ex("正文。")),
		ofReading(text, diag.Error, "标题", "标题写作 # 加空格加文字，一至五级",
			"# 后少了空格、前面有空格、超过五级、没有文字的都不成标题；全角的＃、下面画 === 的照样印出（警告）。",
			ex("#标题\n\n正文。", "###### 标题\n\n正文。", "＃ 标题"), ex("# 标题\n\n正文。")),
		ofReading(text, diag.Info, "加粗", "加粗的 ** 成对",
			"单个 ** 照样印出来。要印出星号的写 \\*。",
			ex("会议**强调。"), ex("会议**强调**。")),
		ofReading(text, diag.Info, "换行", "行末的 \\ 和标题行末的空格用得其所",
			"行末的 \\ 是在标题里换行用的；段落里、标题末尾的没有用，或照样印出。标题行末两个空格，会把下一行并入标题。",
			ex("正文\\"), ex("# 副市长约谈\\\n相关责任人\n\n正文。")),
		ofReading(text, diag.Info, "分段", "另起一段的空一行",
			"上一行以句号结束，下一行紧接着，Markdown 当作同一段。要另起一段的，空一行或在行首加两个全角空格；本是一段的不必改。",
			ex("第一段。\n第二段。"), ex("第一段。\n\n第二段。", "第一段。\n　　第二段。")),
		ofReading(text, diag.Info, "分隔线", "分隔两篇文章写 ---",
			"*** 、___ 也会当作分隔线，符号本身不印出；原想印一行星号的，前面加 \\。",
			ex("甲。\n\n***\n\n乙。"), ex("甲。\n\n---\n\n乙。")),
		ofReading(text, diag.Info, "列表", "列表之前空一行",
			"紧接在段落后面的列表会并入上一段。",
			ex("要求如下：\n2. 落实责任"), ex("要求如下：\n\n1. 落实责任")),
		ofReading(text, diag.Error, "嵌套", "标题、分隔线不放在列表、引用、脚注里",
			"多半是前面多了空格或 >，整段当成列表的一部分。",
			ex("> # 标题"), ex("# 标题\n\n> 引文。")),
		ofReading(text, diag.Error, "代码", "``` 成对",
			"开头的 ``` 没有结束，后面全部原样印出。``` 后面写的语言名不印出（提示）。",
			ex("```\n原文"), ex("```\n原文\n```")),
		ofReading(text, diag.Error, "表格", "表格各行的列数与表头一样",
			"多出的格印不出来；列数不同的几行认不成表格（警告）；表格后没有空行，下一段会并入表格（提示）；太宽排不下的也用这个代码。",
			ex("| 甲 | 乙 |\n|--|--|\n| 1 | 2 | 3 |"), ex("| 甲 | 乙 |\n|--|--|\n| 1 | 2 |")),
		ofReading(text, diag.Error, "脚注", "脚注的标号与注文一一对应",
			"有标号没有注文、两条注文同一个标号是错误；有注文没有引用、注文是空的是警告。注文写作 [^1]: 加文字，冒号用半角；脚注里不放表格、图片。",
			ex("甲[^1]。", "甲。\n\n[^1]: 注。", "甲[^1]。\n\n[^1]: 注。\n[^1]: 又注。"), ex("甲[^1]。\n\n[^1]: 注。")),
		ofReading(text, diag.Warning, "链接", "链接写作 [文字](https://…)",
			"没有文字、没有地址、没有写完整的链接印不出来或照样印出；javascript: 等不是网址的是错误。",
			ex("见[](https://a.cn)。", "见[通知](javascript:x)。"), ex("见[通知](https://a.cn)。")),
		ofReading(text, diag.Warning, "题注", "题注只写文字",
			"题注里的 ** 、[^1] 照样印出来。",
			ex("![甲](a.png \"图1 **甲**\")"), ex("![甲](a.png \"图1 甲\")")),
	}
}

// registerRules are those about the register and the lists.
func registerRules() []*Rule {
	const who = "收文单位"
	return []*Rule{
		ofReading(who, diag.Error, "名册", "名册 recipients.yaml 与名单对得上",
			"名单里有、名册里没有的单位按1份计（警告），多半是写法不同，给名册加一个简称就认得了；名册的文件名写错、没有单位也用这个代码。",
			ex("-- bulletin.yaml --\n刊名: 工作简报\n-- recipients.yml --\n"+inFull+"-- 1.md --\n"+withLists("报: [市委办公室]"), inRegister("单位:\n  - 名称: 市委办公室\n")), ex(inRegister(inFull))),
		ofReading(who, diag.Warning, "重复单位", "一个单位在名单里只写一次",
			"同一个名单写两遍、报里有送里又有、统称和它的成员都写了，都只计一次份数。简称和全称当作同一个单位（要有名册）。",
			ex(withLists("报: [市委办公室, 市委办公室]"), withLists("报: [市委办公室]\n送: [市委办公室]")), ex(withLists("报: [市委办公室]\n送: [市政府办公室]"))),
		ofReading(who, diag.Error, "重名", "名册里名称、简称不重复",
			"两个单位同一个名字，不知道发给谁。同一个单位的简称写了两遍是警告。",
			ex(inRegister(inFull+"  - {名称: 市人大办公室, 简称: [市委办公室]}")), ex(inRegister(inFull))),
		ofReading(who, diag.Error, "成员", "统称的成员不绕成圈，也不重复",
			"统称照样印一个名字，份数按成员算。成员里有它自己算不出份数；同一个成员写了两次只计一次、成员一份也没有的是警告。",
			ex(inRegister(inFull+"  - {名称: 各区县, 成员: [各区县]}")), ex(inRegister(inFull+"  - {名称: 各区县, 成员: [甲县, 乙县]}"))),
	}
}

// long is a text of so many characters.
func long(n int) string {
	text := make([]rune, n)
	for i := range text {
		text[i] = '长'
	}
	return string(text)
}
