package bulletin

import (
	"strings"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
)

// heading reads a # heading: a Banner when it is wholly in 【】.
func (b *bodyReader) heading(n *ast.Heading) Block {
	b.topOnly(n.Pos(), "标题")
	run := &run{bodyReader: b, heading: true}
	text := trimmed(run.children(n))
	if hard, ok := last(text).(*HardBreak); ok {
		b.findings.Add(hard.At, diag.Info, "换行", "删去行末的 \\", "标题末尾的换行没有用")
		text = trimmed(text[:len(text)-1])
	}
	switch {
	case n.Level > 5:
		b.add(n.Pos(), diag.Error, "标题", "最多用五级：# 到 #####", "没有第六级标题")
	case len(text) == 0:
		b.add(n.Pos(), diag.Error, "标题", "在 # 后空一格写标题", "标题是空的")
	}
	b.checkWrapped(n)
	level := min(n.Level, 5)
	if _, ok := enclosed(Plain(text), "【", "】"); ok {
		return &Banner{b.place(n.Pos()), level, text}
	}
	return &Heading{b.place(n.Pos()), level, text}
}

// checkWrapped points at blanks no editor sees that join the next line to a
// title.
func (b *bodyReader) checkWrapped(n *ast.Heading) {
	for i := 0; i+1 < n.Lines().Len(); i++ {
		line := n.Lines().At(i)
		if text := string(b.text[line.Start:line.Stop]); strings.HasSuffix(text, "  \n") {
			b.add(line.Stop-1, diag.Info, "换行", "不是标题的，删去标题行末的空格，并空一行", "标题行末有两个空格，下一行并入标题")
		}
	}
}

func last(text []Inline) Inline {
	if len(text) == 0 {
		return nil
	}
	return text[len(text)-1]
}
