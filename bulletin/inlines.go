package bulletin

import (
	"bytes"
	"strings"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// A run is the running text of one block while it is read. Where a line ends
// softly, the characters on both sides decide whether a blank is left.
type run struct {
	*bodyReader
	heading bool
	cell    bool    // of a table
	prev    [2]rune // the last character, and the one before
	soft    *Text   // a line end that is not settled yet
	out     []Inline
	open    *Text  // the text that more bytes may join
	buffer  []byte // its bytes so far
	end     int    // the offset after them
}

// children reads the inlines below a node.
func (r *run) children(n ast.Node) []Inline {
	r.flush()
	outer := r.out
	r.out = nil
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.inline(c)
	}
	r.flush()
	inner := r.out
	r.out = outer
	return inner
}

func (r *run) push(in Inline) {
	r.flush()
	r.out = append(r.out, in)
}

func (r *run) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.text(n)
	case *ast.Emphasis:
		r.emphasis(n)
	case *ast.CodeSpan:
		r.codeSpan(n)
	case *ast.Link:
		r.link(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Image:
		r.picture(n)
	case *noteMarkNode:
		if _, ok := r.marks[n.label]; !ok {
			r.marks[n.label] = r.at(n.Pos())
		}
		mark := &NoteMark{place: r.place(n.Pos()), Label: n.label}
		r.marked = append(r.marked, mark)
		r.push(mark)
	case *ast.RawHTML:
		r.html(n)
	default:
		r.add(n.Pos(), diag.Error, "正文", "改写这一处", "读不懂的内容（%v）", n.Kind())
	}
}

func (r *run) emphasis(n *ast.Emphasis) {
	at, inner := r.place(n.Pos()), r.children(n)
	if len(inner) == 0 {
		return
	}
	if n.Level == 2 {
		r.push(&Strong{at, inner})
	} else {
		r.push(&Emphasis{at, inner})
	}
}

func (r *run) codeSpan(n *ast.CodeSpan) {
	var s strings.Builder
	at := n.Pos()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			if s.Len() == 0 {
				at = t.Segment.Start
			}
			s.Write(bytes.ReplaceAll(r.typed[t.Segment.Start:t.Segment.Stop], []byte("\n"), []byte(" ")))
		}
	}
	r.settle(s.String())
	r.push(&CodeSpan{r.place(at), s.String()})
}

// html reports raw HTML, and keeps it as text so that nothing is lost.
func (r *run) html(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first, final := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	tag := string(r.bodyReader.text[first.Start:final.Stop])
	hint := "删去它；要印出的，在 < 前加 \\"
	if strings.HasPrefix(strings.ToLower(tag), "<br") {
		if hint = "换行：在行末写 \\"; r.cell {
			hint = "表格的一格里不能换行：删去它，或分成两行来写"
		}
	}
	r.add(first.Start, diag.Error, "HTML", hint, "不能用 HTML 标记 %s", clipped(tag))
	for i := range n.Segments.Len() {
		seg := n.Segments.At(i)
		r.raw(seg.Start, seg.Stop)
	}
}

func clipped(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}

func (r *run) autoLink(n *ast.AutoLink) {
	label := n.Label(r.bodyReader.text) // a comment would have ended it
	at := r.place(n.Pos())
	start := n.Pos() + 1
	url := string(n.URL(r.bodyReader.text))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		url = "mailto:" + url
	}
	r.checkURL(n.Pos(), url)
	r.settle(string(label))
	r.push(&Link{at, url, []Inline{&Text{r.place(start), string(label)}}})
}

func (r *run) link(n *ast.Link) {
	at := r.place(n.Pos())
	if n.Reference != nil {
		r.used[util.ToLinkReference(n.Reference.Value)] = true
	}
	if len(n.Title) > 0 {
		r.add(n.Pos(), diag.Info, "链接", "删去它，或写进正文", "链接的说明“%s”不印出", n.Title)
	}
	inner := r.children(n)
	url := address(n.Destination)
	r.checkURL(n.Pos(), url)
	if len(inner) == 0 {
		r.add(n.Pos(), diag.Warning, "链接", "写作 [文字]("+url+")", "链接没有文字，不印出")
		return
	}
	r.push(&Link{at, url, inner})
}

func (r *run) picture(n *ast.Image) {
	if n.Reference != nil {
		r.used[util.ToLinkReference(n.Reference.Value)] = true
	}
	var alt strings.Builder
	inner := &run{bodyReader: r.bodyReader}
	plain(&alt, inner.children(n))
	p := &Picture{r.place(n.Pos()), picturePath(n.Destination), alt.String()}
	if len(n.Title) > 0 {
		r.captions[p] = string(unescaped(n.Title))
	}
	r.checkPicture(n.Pos(), p.Path)
	r.settle("图")
	r.push(p)
}
