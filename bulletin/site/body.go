package site

import (
	"html"
	"html/template"
	"strings"

	"jianbao/bulletin"
)

// A writer turns blocks into HTML in which every element but the void ones is
// closed.
type writer struct {
	out     strings.Builder
	ids     map[bulletin.Block]string // of the titles the 导读 may lead to
	notes   *notes
	outline outline
	tables  int  // written so far
	inTitle bool // a blank between Han is a pause
	inLink  bool // links do not nest
	lines   bool // blocks say where they were typed, see line
}

// A part is an article or a column: its title, if it has one, and what stands
// below.
type part struct {
	title  bulletin.Block // *Heading of level 1, *Banner, or nil
	blocks []bulletin.Block
}

// parts splits a body at its titles and at the lines of ---.
func parts(body []bulletin.Block) []part {
	out := []part{{}}
	for _, b := range body {
		last := &out[len(out)-1]
		switch {
		case bulletin.IsTitle(b) && last.title == nil && len(last.blocks) == 0:
			last.title = b
		case bulletin.IsTitle(b):
			out = append(out, part{title: b})
		case isBreak(b):
			out = append(out, part{})
		default:
			last.blocks = append(last.blocks, b)
		}
	}
	return out
}

func isBreak(b bulletin.Block) bool {
	_, ok := b.(*bulletin.ArticleBreak)
	return ok
}

func isPageBreak(b bulletin.Block) bool {
	_, ok := b.(*bulletin.PageBreak)
	return ok
}

// body writes the articles and columns of an issue.
func (w *writer) body(blocks []bulletin.Block) template.HTML {
	w.out.Reset()
	before := false
	for _, p := range parts(blocks) {
		if p.title == nil && len(p.blocks) == 0 {
			continue
		}
		if p.title == nil && before { // as the short rule on paper
			w.put("<hr>\n")
		}
		w.part(p)
		before = true
	}
	return template.HTML(w.out.String())
}

// part writes one article or column, its notes below its text: before the page
// break an editor puts at its end.
func (w *writer) part(p part) {
	end := len(p.blocks)
	for end > 0 && isPageBreak(p.blocks[end-1]) {
		end--
	}
	breaks := p.blocks[end:]
	p.blocks = p.blocks[:end]
	switch t := p.title.(type) {
	case nil:
		if len(p.blocks) == 0 {
			break
		}
		w.outline = outline{top: 2}
		w.put(`<div class="untitled">`, "\n") // an article would want a heading
		w.blocks(p.blocks)
		w.endnotes()
		w.put("</div>\n")
	case *bulletin.Heading:
		w.titled("article", "article", t, t.Text, p.blocks)
	case *bulletin.Banner:
		w.titled("section", "column", t, t.Text, p.blocks)
	}
	w.blocks(breaks)
}

func (w *writer) titled(element, class string, b bulletin.Block, title []bulletin.Inline, blocks []bulletin.Block) {
	id := w.ids[b]
	w.put("<", element, ` class="`, class, `"`, attribute("aria-labelledby", id), ">\n")
	w.put(`<h2 class="title"`, attribute("id", id), w.line(b.Pos()), ">")
	w.title(title)
	w.put("</h2>\n")
	w.outline = outline{top: 3}
	w.blocks(blocks)
	w.endnotes()
	w.put("</", element, ">\n")
}

// editorNote writes the 编者按 with its label before the first paragraph.
func (w *writer) editorNote(label string, blocks []bulletin.Block) template.HTML {
	w.out.Reset()
	w.outline = outline{top: 2}
	lead := ""
	if label != "" {
		lead = `<span class="label">` + html.EscapeString(colon(label)) + `</span>`
	}
	if p, ok := blocks[0].(*bulletin.Paragraph); ok && !p.Credit {
		w.put("<p", w.line(p.At), ">", lead)
		w.inlines(p.Text)
		w.put("</p>\n")
		blocks = blocks[1:]
	} else if lead != "" {
		w.put("<p>", lead, "</p>\n")
	}
	w.blocks(blocks)
	w.endnotes()
	return template.HTML(w.out.String())
}

// colon ends a label with a colon, unless the editor ended it his own way.
func colon(label string) string {
	for _, end := range []string{"：", ":", "】", "〕"} {
		if strings.HasSuffix(label, end) {
			return label
		}
	}
	return label + "："
}

// An outline gives the headings below a title their elements, so that no step
// of h1–h6 is ever left out, whatever levels the editor uses.
type outline struct {
	top  int   // the element of the outermost heading: 2 or 3
	open []int // levels of the headings that stand above the next block
}

// element returns the h2–h6 of a heading of the given level.
func (o *outline) element(level int) string {
	for len(o.open) > 0 && o.open[len(o.open)-1] >= level {
		o.open = o.open[:len(o.open)-1]
	}
	o.open = append(o.open, level)
	return "h" + number(min(o.top+len(o.open)-1, 6))
}
