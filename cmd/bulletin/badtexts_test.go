package main

import "strings"

const badFront = "---\n期号: 1\ndate: 2020-09-22\n---\n\n" // the body begins in line 6

// bad is an issue with a bad body.
func bad(name, body string, code int, want string) badSource {
	return badSource{name: name, files: map[string]string{"x.md": badFront + body}, code: code, want: want}
}

// badLines is an issue with bad lines in its front matter, from line 4 on.
func badLines(name, lines, want string) badSource {
	text := "---\n期号: 1\ndate: 2020-09-22\n" + lines + "\n---\n\n正文。\n"
	return badSource{name: name, files: map[string]string{"x.md": text}, code: exitSources, want: want}
}

// badWhole is an issue of a bad text.
func badWhole(name, text, want string) badSource {
	return badSource{name: name, files: map[string]string{"x.md": text}, code: exitSources, want: want}
}

func badEncodings() []badSource {
	utf16 := func(low, high func(rune) byte, mark string) string {
		var b strings.Builder
		b.WriteString(mark)
		for _, r := range badFront + "正文。\n" {
			b.WriteByte(low(r))
			b.WriteByte(high(r))
		}
		return b.String()
	}
	low, high := func(r rune) byte { return byte(r) }, func(r rune) byte { return byte(r >> 8) }
	return []badSource{
		bad("GBK in the body", "\xd5\xfd\xce\xc4\xa1\xa3\n", exitSources, "s/x.md:6:1: "),
		badLines("GBK in the front matter", "编者按: \xd5\xfd\xce\xc4", "s/x.md:4:6: "),
		badWhole("UTF-16 little endian", utf16(low, high, "\xff\xfe"), "s/x.md:1:1: "),
		badWhole("UTF-16 big endian", utf16(high, low, "\xfe\xff"), "s/x.md:1:1: "),
		badWhole("UTF-16 without a mark", utf16(low, high, ""), "s/x.md:1:"),
		bad("NUL", "正\x00文。\n", exitSources, "s/x.md:6:2: "),
		bad("a half surrogate", "正\xed\xa0\x80文。\n", exitSources, "s/x.md:6:2: "),
		bad("overlong", "正\xc0\xaf文。\n", exitSources, "s/x.md:6:2: "),
		bad("beyond Unicode", "正\xf4\x90\x80\x80文。\n", exitSources, "s/x.md:6:2: "),
		bad("cut off", "正文\xe6\xad", exitSources, "s/x.md:6:3: "),
		bad("a byte order mark in the middle", "正\ufeff文。\n", exitSources, "s/x.md:6:2: "),
		badWhole("two byte order marks", "\ufeff\ufeff"+badFront+"正文。\n", "s/x.md:1:"),
		{name: "CR alone", files: map[string]string{"x.md": strings.ReplaceAll(badFront+"正文。\n", "\n", "\r")}, code: exitDone},
		badWhole("a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "s/x.md:2:"),
		badWhole("a Word file", "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4", "s/x.md:1:"),
		badWhole("nothing", "", "s/x.md:1:1: "),
		badWhole("blanks", strings.Repeat(" \n", 1000), "s/x.md:1:1: "),
	}
}

func badCharacters() []badSource {
	many := func(s string) string { return "正文" + strings.Repeat(s, 20_000) + "。\n" }
	return []badSource{
		bad("zero-width joiners", many("\u200d"), exitSources, "s/x.md:6:3: "),
		bad("zero-width blanks", many("\u200b"), exitDone, ""),
		bad("soft hyphens", many("\u00ad"), exitDone, ""),
		bad("combining marks", many("\u0301"), exitSources, "s/x.md:6:"),
		bad("bidirectional controls", many("\u202e"), exitSources, "s/x.md:6:3: "),
		bad("private characters", many("\ue000"), exitSources, "s/x.md:6:3: "),
		bad("unassigned planes", many("\U00050000"), exitSources, "s/x.md:6:"),
		bad("no characters", many("\uffff"), exitSources, "s/x.md:6:3: "),
		bad("variation selectors", many("\ufe00"), exitSources, "s/x.md:6:"),
		bad("tags", many("\U000e0041"), exitSources, "s/x.md:6:"),
		bad("emoji", many("👨‍👩‍👧"), exitSources, "s/x.md:6:"),
		bad("controls", many("\x1b[2J"), exitSources, "s/x.md:6:3: "),
		bad("line separators", many("\u2028"), exitSources, "s/x.md:6:3: "),
		bad("wide blanks", many("　"), exitDone, ""),
		bad("Arabic", many("سلام "), exitSources, "s/x.md:6:"),
	}
}

func badMatter() []badSource {
	return []badSource{
		badWhole("no front matter", "# 标题\n\n正文。\n", "s/x.md:1:1: "),
		badWhole("front matter does not end", "---\n期号: 1\ndate: 2020-09-22\n\n正文。\n", "s/x.md:1:1: "),
		badWhole("dashes of Han", "———\n期号: 1\n———\n", "s/x.md:1:1: "),
		badWhole("two dashes", "--\n期号: 1\n--\n", "s/x.md:1:1: "),
		badWhole("only front matter", "---\n---\n", "s/x.md:"),
		badWhole("a list for front matter", "---\n- 期号\n- date\n---\n\n正文。\n", "s/x.md:2:"),
		badWhole("a word for front matter", "---\n期号\n---\n\n正文。\n", "s/x.md:2:"),
		badLines("tab", "版式:\n\t每页行数: 20", "s/x.md:5:"),
		badLines("no blank behind the colon", "密级:内部资料", "s/x.md:4:"),
		badLines("full-width colon", "密级：内部资料", "s/x.md:4:"),
		badLines("twice the same key", "密级: 甲\n密级: 乙", "s/x.md:5:"),
		badLines("unknown key", "密集: 甲", "s/x.md:4:"),
		badLines("unclosed quote", "密级: \"内部资料", "s/x.md:4:"),
		badLines("unclosed bracket", "密级: [内部资料", "s/x.md:4:"),
		badLines("unclosed brace", "称谓: {报: 呈", "s/x.md:4:"),
		badLines("several documents", "...\n刊名: 甲", "s/x.md:"),
		badLines("a directive", "%YAML 9.9", "s/x.md:4:1: 开头的行"),
		badLines("reserved character", "密级: @甲", "s/x.md:4:"),
		badLines("no key", ": 甲", "s/x.md:4:"),
		badLines("a list for a key", "? [甲, 乙]\n: 丙", "s/x.md:4:"),
		badLines("bad indent", "称谓:\n  报: 呈\n 送: 抄", "s/x.md:"),
	}
}

func badYAML() []badSource {
	bomb := "甲: &a [乙,乙,乙,乙,乙,乙,乙,乙,乙]\n"
	for c := 'b'; c < 'l'; c++ {
		ref := "*" + string(c-1) + ","
		bomb += "甲" + string(c) + ": &" + string(c) + " [" + strings.Repeat(ref, 9) + "]\n"
	}
	deepMap, deepList := "", strings.Repeat("[", 5000)+strings.Repeat("]", 5000)
	for i := range 2000 {
		deepMap += strings.Repeat(" ", i) + "甲:\n"
	}
	const tooLong = "s/x.md:2:1: 超过256 KB"
	return []badSource{
		badLines("10,000 keys", numbered("键%d: 甲\n", 10_000), "s/x.md:4:1: 没有“键1”"),
		badLines("10,000 times a key", strings.Repeat("密级: 甲\n", 10_000), "s/x.md:5:1: 写了两次"),
		badLines("anchors that multiply", bomb+"密级: *k", "s/x.md:4:"),
		badLines("an anchor to itself", "密级: &a [*a]", "s/x.md:4:"),
		badLines("unknown alias", "密级: *a", "s/x.md:4:5: 引用（*）"),
		badLines("merge key", "版式: {<<: {每页行数: 20}}", "s/x.md:4:"),
		badLines("merge of an alias", "称谓: &a {报: 甲}\n版式:\n  <<: *a", "s/x.md:"),
		badLines("a tag", "密级: !!binary 5Lit5paH", "s/x.md:4:"),
		badLines("a tag of another", "密级: !python/object:os.system 甲", "s/x.md:4:"),
		badLines("deep lists", "密级: "+deepList, "s/x.md:4:"),
		badLines("deep maps", "称谓:\n"+strings.ReplaceAll(" "+deepMap, "\n ", "\n  ")+"", "s/x.md:"),
		badLines("a list of 200,000", "密级:\n"+strings.Repeat("- 甲\n", 200_000), tooLong),
		badLines("a text of 3 MB", "密级: "+strings.Repeat("甲", 1_000_000), tooLong),
		badLines("100,000 keys", numbered("键%d: 甲\n", 100_000), tooLong),
		badLines("100,000 roles", "人员:\n"+numbered("  职%d: 甲\n", 100_000), tooLong),
		badLines("100,000 recipients", "报:\n"+numbered("  - 第%d单位\n", 100_000), tooLong),
		badLines("a key of 1 MB", strings.Repeat("键", 300_000)+": 甲", tooLong),
		badLines("100,000 brackets", "密级: "+strings.Repeat("[", 100_000), "s/x.md:4:"),
		badLines("100,000 braces", "密级: "+strings.Repeat("{", 100_000), "s/x.md:4:"),
		badLines("100,000 questions", strings.Repeat("? ", 100_000), "s/x.md: 层次太深"),
		badLines("100,000 dashes", "密级:\n"+strings.Repeat("- ", 100_000), "s/x.md: 层次太深"),
	}
}
