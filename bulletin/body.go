package bulletin

import (
	"bytes"
	"fmt"
	"strings"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A bodyReader turns the tree of the Markdown parser into blocks.
type bodyReader struct {
	text     []byte // what was parsed: offsets are those of the tree
	typed    []byte // the same with its comments
	at       func(offset int) diag.Pos
	findings *diag.List
	inside   int                 // how many lists, quotes and notes stand around
	notes    map[string]*Note    // by label
	marks    map[string]diag.Pos // labels of footnotes that a mark refers to
	marked   []*NoteMark
	used     map[string]bool     // labels of link references
	captions map[*Picture]string // titles of pictures that are no figures, so far
}

// readBody reads the Markdown of an issue from an offset on.
func readBody(src *diag.Source, from int, findings *diag.List) []Block {
	return readMarkdown(masked(src.Text, from), from, src.At, findings)
}

// editorNote reads the 编者按, which is Markdown within a value of YAML.
func (r *keyReader) editorNote(v *value) {
	if v.kind != textKind {
		r.add(v.at, "编者按", "写作 编者按: |，下一行起缩进两格", "编者按应为文字，现为%s", shown(v))
		return
	}
	r.front.EditorNote = readMarkdown([]byte(v.text), 0, v.pos, r.findings)
	for _, b := range r.front.EditorNote {
		switch b.(type) {
		case *Heading, *Banner, *ArticleBreak, *PageBreak:
			r.add(b.Pos(), "编者按", "编者按里只写段落、列表和表格", "编者按里不能有标题、分隔线和换页")
		}
	}
}

// readMarkdown reads the Markdown of a text from an offset on, which it may
// change. at gives the place of an offset.
func readMarkdown(text []byte, from int, at func(int) diag.Pos, findings *diag.List) []Block {
	b := &bodyReader{
		text: text, typed: bytes.Clone(text), at: at, findings: findings,
		notes: map[string]*Note{}, marks: map[string]diag.Pos{}, used: map[string]bool{}, captions: map[*Picture]string{},
	}
	if !bearable(text, from, at, findings) {
		return nil
	}
	uncomment(text, from, at, findings)
	tree, err := parse(text)
	if err != nil {
		b.add(from, diag.Error, "正文", "检查正文里有没有特别的符号，并把这一期发给维护的人", "正文读不懂：%v", err)
		return nil
	}
	blocks := b.blocks(tree)
	b.checkNotes()
	b.checkDefinitions(tree)
	b.checkCaptions()
	markCredits(blocks)
	return blocks
}

// parse returns the tree of a text. A panic of the library is an error.
func parse(source []byte) (tree ast.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return markdown().Parse(text.NewReader(source)), nil
}

// add appends a finding at an offset.
func (b *bodyReader) add(offset int, s diag.Severity, code, hint, format string, args ...any) {
	b.findings.Add(b.at(offset), s, code, hint, format, args...)
}

// line returns the source line an offset stands in, and where it begins.
func (b *bodyReader) line(offset int) (string, int) {
	offset = min(max(offset, 0), len(b.text))
	start := bytes.LastIndexByte(b.text[:offset], '\n') + 1
	end := len(b.text)
	if n := bytes.IndexByte(b.text[offset:], '\n'); n >= 0 {
		end = offset + n
	}
	return string(b.text[start:end]), start
}

// creditEdge tells whether an article, or an item of a column, ends before a
// block.
func creditEdge(b Block) bool {
	switch b := b.(type) {
	case *Heading:
		return b.Level == 1
	case *Banner, *ArticleBreak, *RunIn:
		return true
	}
	return false
}

// markCredits marks the 供稿 line of each article: its last paragraph, when it
// is wholly in （） and says who wrote it.
func markCredits(blocks []Block) {
	edge := true
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].(type) {
		case *Note, *PageBreak:
		case *Paragraph:
			b.Credit = edge && credit(Plain(b.Text))
			edge = false
		default:
			edge = creditEdge(b)
		}
	}
}

// credit tells whether a text is a 供稿 line.
func credit(s string) bool {
	inner, ok := enclosed(s, "（", "）")
	if !ok {
		inner, ok = enclosed(s, "(", ")")
	}
	inner = strings.TrimSpace(inner)
	return ok && (strings.HasSuffix(inner, "供稿") || strings.HasSuffix(inner, "摄") ||
		strings.HasPrefix(inner, "记者") || strings.HasPrefix(inner, "作者"))
}

// enclosed returns what stands in one pair of marks around a whole text.
func enclosed(s, open, closing string) (inner string, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, open) || !strings.HasSuffix(s, closing) || len(s) < len(open)+len(closing) {
		return "", false
	}
	inner = s[len(open) : len(s)-len(closing)]
	level := 1
	for i := range inner {
		switch {
		case strings.HasPrefix(inner[i:], open):
			level++
		case strings.HasPrefix(inner[i:], closing):
			level--
		}
		if level == 0 {
			return "", false
		}
	}
	return inner, true
}
