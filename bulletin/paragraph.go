package bulletin

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
)

// paragraph reads a paragraph, which may be a run-in item or pictures alone.
// One that is empty, or holds only comments, gives nothing.
func (b *bodyReader) paragraph(n ast.Node) []Block {
	b.checkLines(n)
	run := &run{bodyReader: b}
	text := trimmed(run.children(n))
	if len(text) == 0 {
		return nil
	}
	if figures := b.figures(text); figures != nil {
		return figures
	}
	at := place{text[0].Pos()}
	if item := runIn(at, text); item != nil {
		return []Block{item}
	}
	return []Block{&Paragraph{place: at, Text: text, Lead: lead(text)}}
}

// figures returns the pictures of a paragraph that holds nothing else.
func (b *bodyReader) figures(text []Inline) []Block {
	for _, in := range text {
		switch in.(type) {
		case *Picture, *HardBreak:
		default:
			if !isBlankText(in) {
				return nil
			}
		}
	}
	var out []Block
	for _, in := range text {
		if p, ok := in.(*Picture); ok {
			if caption := b.captions[p]; strings.Contains(caption, "[^") || strings.Contains(caption, "**") {
				b.findings.Add(p.At, diag.Warning, "题注", "题注只写文字；要加注的，写在图片下面的段落里", "题注里的标记照样印出：“%s”", clipped(caption))
			}
			out = append(out, &Figure{p.place, p.Path, p.Alt, b.captions[p]})
			delete(b.captions, p)
		}
	}
	return out
}

const runInMarks = "▲◆★■●※"

// runIn returns the item of a column that a paragraph is, or nil: a mark, bold
// text, and the rest. The mark may stand within the bold text.
func runIn(at place, text []Inline) Block {
	head, rest := 0, text
	if first, ok := text[0].(*Text); ok {
		if len(text) < 2 || !isMark(strings.TrimRight(first.String, " 　\t")) {
			return nil
		}
		for head = 1; head < len(text)-1 && isBlankText(text[head]); head++ {
		}
	}
	strong, ok := rest[head].(*Strong)
	if !ok {
		return nil
	}
	item := &RunIn{place: at, Head: trimmed(strong.Text), Text: trimmed(text[head+1:])}
	if head > 0 {
		item.Mark = strings.TrimRight(text[0].(*Text).String, " 　\t")
	} else {
		item.takeMark()
	}
	if item.Mark == "" || len(item.Head) == 0 {
		return nil
	}
	return item
}

// takeMark moves the mark from the head, where it was typed, to its own field.
func (item *RunIn) takeMark() {
	if len(item.Head) == 0 {
		return
	}
	first, ok := item.Head[0].(*Text)
	if !ok {
		return
	}
	r, size := utf8.DecodeRuneInString(first.String)
	if !isMark(string(r)) {
		return
	}
	item.Mark, item.At = string(r), first.At
	cut := &Text{place{first.At.Plus(size)}, first.String[size:]}
	item.Head = trimmed(append([]Inline{cut}, item.Head[1:]...))
}

func isMark(s string) bool { return utf8.RuneCountInString(s) == 1 && strings.Contains(runInMarks, s) }

func isBlankText(in Inline) bool {
	t, ok := in.(*Text)
	return ok && strings.Trim(t.String, " 　\t") == ""
}

// enumerators are the numbers of levels 2–5, GB/T 9704-2012 clause 7.3.3.
var enumerators = [...]*regexp.Regexp{
	2: regexp.MustCompile(`^[〇一二三四五六七八九十百]+、`),
	3: regexp.MustCompile(`^[（(][〇一二三四五六七八九十百]+[）)]`),
	4: regexp.MustCompile(`^[0-9]+[.．、]`),
	5: regexp.MustCompile(`^[（(][0-9]+[）)]`),
}

// lead returns the level of the enumerator that the bold text at the start of
// a paragraph begins with, or 0.
func lead(text []Inline) int {
	strong, ok := text[0].(*Strong)
	if !ok {
		return 0
	}
	plain := strings.TrimLeft(Plain(strong.Text), " 　")
	for level := 2; level < len(enumerators); level++ {
		if enumerators[level].MatchString(plain) {
			return level
		}
	}
	return 0
}

var (
	hashes      = regexp.MustCompile(`^(#{1,6})[ 　]*([^# 　].*)$`)
	tableRule   = regexp.MustCompile(`^[\s:|-]*-[\s:|-]*$`)
	listItem    = regexp.MustCompile(`^(?:[0-9]{1,9}[.)]|[-*+])[ \t]+\S`)
	noteStart   = regexp.MustCompile(`^\[\^[^\]]+\]：`)
	underscored = regexp.MustCompile(`^=+\s*$`)
)

// checkLines reports lines of a paragraph that look like something else.
func (b *bodyReader) checkLines(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		raw := strings.TrimRight(string(b.text[seg.Start:seg.Stop]), "\n")
		line := strings.TrimLeft(raw, " \t　\x01")
		at := seg.Start + len(raw) - len(line)
		switch {
		case strings.HasPrefix(line, "#"):
			b.hash(at, line)
		case strings.HasPrefix(line, "＃"):
			b.add(at, diag.Warning, "标题", "标题写作 # 标题（半角 #，后空一格）", "全角的＃不是标题")
		case strings.Contains(line, "|") && tableRule.MatchString(line):
			b.add(at, diag.Warning, "表格", "各行列数写成一样，每格之间写 |", "表格没有识别：上一行与这一行的列数不同")
		case i > 0 && listItem.MatchString(line):
			b.add(at, diag.Info, "列表", "在列表之前空一行", "这一行像列表，却并入了上一段")
		case noteStart.MatchString(line):
			b.add(at, diag.Error, "脚注", "写作 "+strings.Replace(line, "：", ": ", 1), "脚注的冒号应为半角冒号加空格")
		case i > 0 && underscored.MatchString(line):
			b.add(at, diag.Warning, "标题", "标题写作 # 标题", "“===”不作标题，照样印出")
		}
	}
}

// hash reports a line that begins with # and is no heading.
func (b *bodyReader) hash(at int, line string) {
	m := hashes.FindStringSubmatch(line)
	switch {
	case m == nil:
		b.add(at, diag.Error, "标题", "标题写作 # 标题，最多五个 #；要印出 # 的写作 \\#", "以 # 开头，却不是标题")
	case len(line) > len(m[1]) && line[len(m[1])] == ' ':
		b.add(at, diag.Error, "标题", "删去 # 前面的空格，写作 "+m[1]+" "+m[2], "标题前面有空格或其他内容")
	default:
		b.add(at, diag.Error, "标题", "写作 "+m[1]+" "+m[2], "“%s”后面缺少空格", m[1])
	}
}
