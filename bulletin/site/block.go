package site

import (
	"html"

	"jianbao/bulletin"
)

func (w *writer) blocks(blocks []bulletin.Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *writer) block(b bulletin.Block) {
	switch b := b.(type) {
	case *bulletin.Heading:
		w.heading(b)
	case *bulletin.Banner:
		w.banner(b)
	case *bulletin.Paragraph:
		w.paragraph(b)
	case *bulletin.RunIn:
		w.runIn(b)
	case *bulletin.List:
		w.list(b)
	case *bulletin.Table:
		w.table(b)
	case *bulletin.Figure:
		w.figure(b)
	case *bulletin.Quote:
		w.put("<blockquote", w.line(b.At), ">\n")
		w.blocks(b.Blocks)
		w.put("</blockquote>\n")
	case *bulletin.Code:
		w.code(b)
	case *bulletin.Note:
		if w.notes.order.Marks(b) == 0 {
			w.notes.call(b)
		}
	case *bulletin.ArticleBreak:
		w.put("<hr", w.line(b.At), ">\n")
	case *bulletin.PageBreak:
		w.put(`<div class="page-break"></div>`, "\n")
	}
}

func (w *writer) heading(h *bulletin.Heading) {
	element := w.outline.element(h.Level)
	w.put("<", element, ` class="level-`, number(h.Level), `"`, attribute("id", w.ids[h]), w.line(h.At), ">")
	w.title(h.Text)
	w.put("</", element, ">\n")
}

// banner writes a 栏目 that stands inside another block; those of the body are
// parts.
func (w *writer) banner(b *bulletin.Banner) {
	element := w.outline.element(b.Level)
	w.put("<", element, ` class="title"`, attribute("id", w.ids[b]), w.line(b.At), ">")
	w.title(b.Text)
	w.put("</", element, ">\n")
}

func (w *writer) paragraph(p *bulletin.Paragraph) {
	class := ""
	switch {
	case p.Credit:
		class = "credit"
	case p.Lead > 0:
		class = "lead-" + number(p.Lead)
	}
	w.put("<p", attribute("class", class), w.line(p.At), ">")
	w.inlines(p.Text)
	w.put("</p>\n")
}

// runIn writes an item of a column. The blanks beside its head are those an
// editor types there.
func (w *writer) runIn(r *bulletin.RunIn) {
	w.put(`<p class="run-in"`, attribute("id", w.ids[r]), w.line(r.At), ">")
	w.put(`<span class="mark">`, html.EscapeString(r.Mark), ` </span>`)
	w.element("strong", "", r.Head)
	if len(r.Text) > 0 {
		w.put(gap)
		w.inlines(r.Text)
	}
	w.put("</p>\n")
}

// list writes a list. Numbers stand as typed, so that references in the text
// stay true; the hyphens of Markdown are no marks of a printed page and become
// the browser's dots.
func (w *writer) list(l *bulletin.List) {
	element := "ul"
	if l.Ordered {
		element = "ol"
	}
	class := "loose"
	if l.Tight {
		class = "tight"
	}
	w.put("<", element, ` class="`, class, `">`, "\n")
	for _, item := range l.Items {
		w.item(item, l.Ordered)
	}
	w.put("</", element, ">\n")
}

func (w *writer) item(item *bulletin.ListItem, ordered bool) {
	w.put("<li", w.line(item.At), ">")
	if ordered {
		w.put(`<span class="marker">`, html.EscapeString(item.Marker), "</span>")
	}
	w.content(item.Blocks, "")
	w.put("</li>\n")
}

// content writes what stands beside the marker of an item or of a footnote,
// and what follows its text.
func (w *writer) content(blocks []bulletin.Block, tail string) {
	w.put(`<div class="item">`)
	if text, ok := single(blocks); ok {
		w.inlines(text)
	} else {
		w.blocks(blocks)
	}
	w.put(tail, "</div>")
}

// single returns the text of what is but one paragraph.
func single(blocks []bulletin.Block) ([]bulletin.Inline, bool) {
	if len(blocks) != 1 {
		return nil, len(blocks) == 0
	}
	p, ok := blocks[0].(*bulletin.Paragraph)
	if !ok || p.Credit || p.Lead > 0 {
		return nil, false
	}
	return p.Text, true
}

func (w *writer) figure(f *bulletin.Figure) {
	w.put("<figure", w.line(f.At), ">")
	w.picture(f.Path, f.Alt)
	if f.Caption != "" {
		w.put("<figcaption>", html.EscapeString(f.Caption), "</figcaption>")
	}
	w.put("</figure>\n")
}

func (w *writer) code(c *bulletin.Code) {
	w.put("<pre", w.line(c.At), "><code>")
	for _, line := range c.Lines {
		w.put(html.EscapeString(line.String), "\n")
	}
	w.put("</code></pre>\n")
}
