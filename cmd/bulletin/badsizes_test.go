package main

import (
	"fmt"
	"strings"
)

// numbered is a line n times, with its number.
func numbered(line string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i+1)
	}
	return b.String()
}

func badSizes() []badSource {
	rep := strings.Repeat
	deep := ""
	for i := range 300 {
		deep += rep("  ", i) + "- 甲\n"
	}
	return []badSource{
		bad("5 MB of text", rep("会议指出，要高度重视。\n\n", 170_000), exitSources, "s/x.md:1:1: "),
		bad("a line of 1 MB", rep("会议指出，要高度重视。", 32_000)+"\n", exitSources, "s/x.md:6:1: 太长了"),
		bad("a word of 1 MB", rep("abcdefghij", 100_000)+"\n", exitSources, "s/x.md:6:1: 太长了"),
		bad("100,000 headings", rep("# 甲\n", 100_000), exitSources, "s/x.md:10006:1: 标题超过10000个"),
		bad("100,000 items", rep("- 甲\n", 100_000), exitSources, "s/x.md:20006:1: 20000行"),
		bad("100,000 numbered items", numbered("%d. 甲\n", 100_000), exitSources, "s/x.md:20006:1: 20000行"),
		bad("100,000 notes", numbered("甲[^%[1]d]\n\n[^%[1]d]: 乙\n\n", 100_000), exitSources, "s/x.md:2008:1: 脚注超过500条"),
		bad("100,000 marks of a note", rep("甲[^1]", 100_000)+"\n\n[^1]: 乙\n", exitSources, "s/x.md:6:1: 标记符号太多"),
		bad("100,000 cells", "|甲|乙|丙|丁|\n|-|-|-|-|\n"+rep("|甲|乙|丙|丁|\n", 25_000), exitSources, "s/x.md:20006:1: 20000行"),
		bad("10,000 columns", rep("|甲", 10_000)+"|\n"+rep("|-", 10_000)+"|\n"+rep("|乙", 10_000)+"|\n", exitSources, "s/x.md:7:1: "),
		bad("10,000 tables", rep("|甲|乙|\n|-|-|\n|丙|丁|\n\n", 10_000), exitSources, "s/x.md:26672:1: 20000行"),
		bad("deep lists", deep, exitSources, "s/x.md:"),
		bad("deep quotes", rep(">", 50_000)+" 甲\n", exitSources, "s/x.md:6:1: "),
		bad("deep emphasis", rep("*", 50_000)+"甲"+rep("*", 50_000)+"\n", exitSources, "s/x.md:6:1: 标记符号太多"),
		bad("deep brackets", rep("[", 50_000)+"甲"+rep("]", 50_000)+"\n", exitSources, "s/x.md:6:1: 标记符号太多"),
		bad("100,000 articles", rep("甲\n\n---\n\n", 100_000), exitSources, "s/x.md:40006:1: 20000行"),
		bad("100,000 pages", rep("甲\n\n\\newpage\n\n", 100_000), exitSources, "s/x.md:40006:1: 20000行"),
		bad("100,000 banners", rep("## 【甲】\n\n", 100_000), exitSources, "s/x.md:20006:1: 标题超过10000个"),
		bad("9,000 paragraphs with notes", rep("一段[^1]。\n\n[^1]: 注。\n\n", 9_000), exitSources, "s/x.md:2008:1: 脚注超过500条"),
		bad("100,000 hard breaks", rep("甲\\\n", 100_000), exitSources, "s/x.md:20006:1: 20000行"),
		bad("a title of 100,000 characters", "# "+rep("甲", 100_000)+"\n\n正文。\n", exitSources, "s/x.md:6:1: 标题有100000字，最多8000字"),
		bad("an address of 2,001 characters", "甲[乙](http://a.cn/"+rep("a", 1989)+")\n", exitSources, "s/x.md:6:2: 网址有2001字，最多2000字"),
		bad("a heading of 100,000 characters", "## "+rep("甲", 100_000)+"\n\n正文。\n", exitDone, ""),
		bad("a cell of 100,000 characters", "|甲|乙|\n|-|-|\n|"+rep("丙", 100_000)+"|丁|\n", exitDone, ""),
		bad("a note of 100,000 characters", "甲[^1]\n\n[^1]: "+rep("乙", 100_000)+"\n", exitDone, ""),
		bad("19,000 items", rep("- 甲\n", 19_000), exitDone, ""),
		bad("19,000 paragraphs", rep("会议指出，要高度重视。\n\n", 19_000), exitDone, ""),
		bad("38,000 cells", "|甲|乙|\n|-|-|\n"+rep("|甲|乙|\n", 19_000), exitDone, ""),
		bad("6,000 tables", rep("|甲|乙|\n|-|-|\n|丙|丁|\n\n", 6000), exitDone, ""),
		bad("9,000 articles", rep("甲\n\n---\n\n", 9000), exitDone, ""),
		bad("9,000 pages", rep("甲\n\n\\newpage\n\n", 9000), exitDone, ""),
		bad("1,000,000 blank lines", rep("\n", 1_000_000)+"正文。\n", exitDone, ""),
	}
}

// badMarks are marks that open and never close, and others that multiply.
func badMarks() []badSource {
	rep := func(s string) string { return strings.Repeat(s, 50_000) + "\n" }
	list := []badSource{
		bad("open comment", "甲\n\n<!-- 乙\n\n丙\n", exitSources, "s/x.md:8:1: "),
		bad("script", "<script>alert(1)</script>\n", exitSources, "s/x.md:6:1: "),
		bad("a link of script", "[甲](javascript:alert(1))\n", exitSources, "s/x.md:6:1: "),
		bad("a note without a text", "甲[^1]\n", exitSources, "s/x.md:6:2: "),
		bad("a note of itself", "甲[^1]\n\n[^1]: 乙[^1]\n", exitDone, ""),
		bad("open fence", "```\n"+rep("甲\n"), exitSources, "s/x.md:20006:1: 20000行"),
		bad("definitions", rep("[甲]: b\n\n"), exitSources, "s/x.md:40006:1: 20000行"),
	}
	const many, long = "s/x.md:6:1: 标记符号太多", "s/x.md:6:1: 太长了"
	for _, c := range []struct {
		want  string
		marks []string
	}{
		{many, []string{"**", "*甲 ", "[", "[甲](", "`", "``甲` ", "<!--", "<a ", "<", "_", "![", "![甲](", "[甲](乙 ", "[^", "[甲](http://a.b) ", "<http://a.b>"}},
		{long, []string{"http://a.b/ ", "a@b.cn "}},
		{"", []string{"(", "~~", "&", "\\", "|", "\t"}},
	} {
		code := exitSources
		if c.want == "" {
			code = exitDone
		}
		for _, mark := range c.marks {
			list = append(list, bad("50,000 "+mark, "甲"+rep(mark), code, c.want))
		}
	}
	return list
}
