package bulletin

import (
	"bytes"
	"strings"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// blocks returns the blocks below a node.
func (b *bodyReader) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			out = append(out, b.paragraph(n)...)
		case *ast.LinkReferenceDefinition: // syntax; see checkDefinitions
		default:
			if block := b.block(n); block != nil {
				out = append(out, block)
			}
		}
	}
	return out
}

func (b *bodyReader) block(n ast.Node) Block {
	switch n := n.(type) {
	case *ast.Heading:
		return b.heading(n)
	case *ast.ThematicBreak:
		return b.articleBreak(n)
	case *pageBreakNode:
		b.topOnly(n.Pos(), "换页（\\newpage）")
		return &PageBreak{b.place(n.Pos())}
	case *ast.List:
		return b.list(n)
	case *ast.Blockquote:
		return b.quote(n)
	case *ast.FencedCodeBlock:
		return b.code(n)
	case *east.Table:
		return b.table(n)
	case *east.Footnote:
		return b.note(n)
	}
	b.add(n.Pos(), diag.Error, "正文", "改写这一处", "读不懂的内容（%v）", n.Kind())
	return nil
}

func (b *bodyReader) place(offset int) place { return place{b.at(offset)} }

// topOnly reports what may stand in no list, quote or note.
func (b *bodyReader) topOnly(offset int, what string) {
	if b.inside > 0 {
		b.add(offset, diag.Error, "嵌套", "移到列表、引用或脚注之外，左边不缩进", "%s不能放在列表、引用或脚注里", what)
	}
}

// within reads what stands in a list, a quote or a note.
func (b *bodyReader) within(n ast.Node) []Block {
	b.inside++
	defer func() { b.inside-- }()
	return b.blocks(n)
}

func (b *bodyReader) quote(n *ast.Blockquote) Block {
	return &Quote{b.place(n.Pos()), b.within(n)}
}

// articleBreak reads a line of ---. The parser takes *** and ___ too, which an
// editor types for other ends.
func (b *bodyReader) articleBreak(n *ast.ThematicBreak) Block {
	b.topOnly(n.Pos(), "分隔线")
	line, _ := b.line(n.Pos())
	if strings.ContainsAny(line, "*_") {
		b.add(n.Pos(), diag.Info, "分隔线", "分隔两篇文章写作 ---；要印出这些符号，在前面加 \\", "“%s”作分隔线，符号本身不印出", strings.TrimSpace(line))
	}
	return &ArticleBreak{b.place(n.Pos())}
}

func (b *bodyReader) list(n *ast.List) Block {
	list := &List{place: b.place(n.Pos()), Ordered: n.IsOrdered(), Tight: n.IsTight}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		list.Items = append(list.Items, &ListItem{b.place(c.Pos()), b.marker(c.Pos()), b.within(c)})
	}
	return list
}

// marker returns the mark of a list item as it was typed: - or 12.
func (b *bodyReader) marker(offset int) string {
	rest := b.text[min(max(offset, 0), len(b.text)):]
	digits := len(rest) - len(bytes.TrimLeft(rest, "0123456789"))
	return string(rest[:min(digits+1, len(rest))])
}

// code reads a fenced block.
func (b *bodyReader) code(n *ast.FencedCodeBlock) Block {
	code := &Code{place: b.place(n.Pos())}
	fence, start := b.line(n.Pos())
	next := start + len(fence)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		at := line.Start
		for s := range strings.Lines(string(b.typed[line.Start:line.Stop])) {
			code.Lines = append(code.Lines, Text{b.place(at), strings.TrimRight(s, "\n")})
			at += len(s)
		}
		next = line.Stop
	}
	if n.Info != nil {
		info := n.Info.Segment
		b.add(info.Start, diag.Info, "代码", "删去它", "“%s”不印出", b.text[info.Start:info.Stop])
	}
	if rest := b.text[min(next, len(b.text)):]; !closesFence(rest) {
		b.add(n.Pos(), diag.Error, "代码", "在代码之后另起一行写 ```；不是代码的，在 ``` 前加 \\", "``` 之后没有结束的 ```")
	}
	return code
}

// closesFence tells whether the next line that is not empty ends fenced code.
func closesFence(rest []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimLeft(rest, " \t\n>"), []byte("\n"))
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

func (b *bodyReader) note(n *east.Footnote) Block {
	note := &Note{place: b.place(n.Pos()), Label: string(uncommented(n.Ref))}
	note.Blocks = b.within(n)
	if old := b.notes[note.Label]; old != nil {
		b.add(n.Pos(), diag.Error, "脚注", "换一个标号", "脚注[^%s]写了两次，前一次在第%d行", note.Label, old.At.Line())
		return note
	}
	b.notes[note.Label] = note
	if len(note.Blocks) == 0 {
		b.add(n.Pos(), diag.Warning, "脚注", "在冒号后写脚注的文字", "脚注[^%s]是空的", note.Label)
	}
	return note
}
