package bulletin

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin/diag"
)

// pieces are what an office types, and what it types by mistake.
var pieces = []string{
	"会议强调", "督察组", "，", "。", "“严”", "：", "2020年", "GDP", " word ", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\\",
	"# ", "#", "## ", "\n# 标题\n", "**", "**", "*", "_", "__", "- ", "\n- 甲\n", "\n1. 乙\n", "\n   丙", "> ", "\n> 引\n", "　　", "\n　　",
	"|", "\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", "[^1]", "\n[^1]: 注文\n", "[", "]", "](", "(", ")", "[文](http://a.cn)",
	"![图](a.jpg \"题\")", "`", "```\n", "`码`", "<", ">", "<b>", "<!--注-->", "<!-- ", "-->", "&amp;", "&", "\n---\n", "---", "***", "\n\\newpage\n",
	"▲ **头** ", "【栏目】", "（供稿）", "\t", "    ", "～", "①", "!", "[链]: http://b.cn\n", "~~~\n", "+", "=", "===\n", "<http://c.cn>", "[链]",
}

// TestNothingLost holds that each Han of a body is in a block at its place,
// or is a comment's, or stands on a line that a finding names.
func TestNothingLost(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2020))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if lost := lostHan(t, b.String()); lost != "" {
			t.Fatalf("%q loses %q", b.String(), lost)
		}
	}
}

func lostHan(t *testing.T, body string) string {
	const matter = "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n"
	src := diag.NewSource("a.md", []byte(matter+body))
	issue := Read(src, "a", nil)
	checkTexts(t, issue)
	kept := make([]bool, len(src.Text))
	hold := func(at diag.Pos, s string) {
		for i := range len(s) {
			if at.Offset+i < len(kept) {
				kept[at.Offset+i] = true
			}
		}
	}
	elsewhere := "" // texts whose places are not kept byte by byte
	walk(issue.Body, func(in Inline) {
		switch in := in.(type) {
		case *Text:
			hold(in.At, in.String)
		case *CodeSpan: // of several lines, the indents are dropped
			elsewhere += in.String
		case *Picture:
			elsewhere += in.Alt + in.Path
		case *Link:
			elsewhere += in.URL + "链" // a definition that is used is syntax
		case *NoteMark:
			elsewhere += in.Label
		}
	})
	for _, p := range comments(src.Text) {
		hold(src.At(p[0]), string(src.Text[p[0]:p[1]]))
	}
	named := map[int]bool{}
	for _, f := range issue.Findings {
		named[f.Pos.Line()] = true
		elsewhere += f.Message
	}
	for i, r := range string(src.Text) {
		if i >= len(matter) && unicode.Is(unicode.Han, r) && !kept[i] && !named[src.At(i).Line()] && !strings.ContainsRune(elsewhere, r) {
			return string(src.Text[i:])
		}
	}
	return ""
}

// comments returns where text between <!-- and --> stands.
func comments(text string) [][2]int {
	var out [][2]int
	for i := 0; ; {
		from := strings.Index(text[i:], "<!--")
		if from < 0 {
			return out
		}
		to := strings.Index(text[i+from:], "-->")
		if to < 0 {
			return out
		}
		out = append(out, [2]int{i + from, i + from + to + 3})
		i += from + to + 3
	}
}
