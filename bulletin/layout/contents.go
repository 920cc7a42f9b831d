package layout

import (
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// contents sets the 导读: its title in 黑体, the items in 楷体 behind their
// mark, turn lines under the text. No page ends between a title and the first
// item under it.
func (l *layouter) contents() []row {
	c := l.issue.Contents
	if c.Off || len(c.Groups) == 0 {
		return nil
	}
	toc := l.node(page.RoleContents, 0, 0)
	leads := bulletin.Leads(c, l.issue.Body)
	l.markLeads(leads)
	var rows []row
	if c.Title.Text != "" {
		rows = append(rows, l.contentsTitle(c.Title, toc)...)
	}
	for _, g := range c.Groups {
		group := toc
		if g.Title.Text != "" {
			group = l.node(page.RoleContents, 0, toc)
			caption := l.node(page.RoleCaption, 0, group)
			rows = append(rows, l.jumping(leads[0], caption, func(node int) []row { return l.line(g.Title, node) })...)
		}
		for i, item := range g.Items {
			rows = append(rows, l.entry(item, l.node(page.RoleEntry, 0, group), leads[i+1])...)
		}
		leads = leads[len(g.Items)+1:]
	}
	return rows
}

// markLeads gives places to what the 导读 leads to within articles and columns;
// titles are entries of the outline in any case.
func (l *layouter) markLeads(leads []bulletin.Block) {
	for _, b := range leads {
		if b == nil || bulletin.IsTitle(b) {
			continue
		}
		words, _ := bulletin.Words(b)
		l.marksOf[b] = &page.Bookmark{Title: placeTitle(words), Hidden: true}
	}
}

// marked puts the place of a block within an article, if the 导读 leads to it, on
// the first of its rows with text.
func (l *layouter) marked(b bulletin.Block, rows []row) {
	if m := l.marksOf[b]; m != nil && m.Hidden {
		if i := slices.IndexFunc(rows, func(r row) bool { return !r.blank }); i >= 0 {
			rows[i].mark = m
		}
	}
}

// entry sets an item of the 导读, with a link to what it leads to: a reference, as
// the text of another is a paragraph (ISO 32000-1, 14.8.4.3.2).
func (l *layouter) entry(item bulletin.Phrase, node int, to bulletin.Block) []row {
	role := page.RoleParagraph
	if to != nil {
		role = page.RoleReference
	}
	return l.jumping(to, l.node(role, 0, node), func(node int) []row { return l.contentsItem(item, node) })
}

// jumping sets a line of the 导读, within a link to what it leads to, if that can
// be told.
func (l *layouter) jumping(to bulletin.Block, node int, set func(node int) []row) []row {
	if to == nil {
		return set(node)
	}
	link := l.node(page.RoleLink, 0, node)
	rows := set(link)
	for i := range rows {
		rows[i].par = nil // not to be set anew, without its link
		if a := area(rows[i].items, l.geo.size); a != nil {
			a.Node = link
			rows[i].items = append(rows[i].items, a)
			l.jumps = append(l.jumps, jump{a, to})
		}
	}
	return rows
}

// area is a link over the texts of a line.
func area(items []page.Item, size page.Length) *page.Link {
	var a *page.Link
	for _, it := range items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		if a == nil {
			a = &page.Link{X: t.X, Y: t.Y - baseline(size), Height: size}
		}
		right := t.X
		for _, w := range t.Advances {
			right += w
		}
		a.Width = max(a.Width, right-a.X)
	}
	return a
}

// A jump is a link of the 导读, until the place it leads to is known.
type jump struct {
	link *page.Link
	to   bulletin.Block
}

// land tells the links of the 导读 which bookmarks they lead to. One that leads
// nowhere, for that is not to be found on the pages, is taken out.
func (l *layouter) land() {
	lost := map[page.Item]bool{}
	for _, j := range l.jumps {
		at, ok := l.landed[l.marksOf[j.to]]
		if j.link.Bookmark = at; !ok {
			lost[j.link] = true
		}
	}
	if len(lost) == 0 {
		return
	}
	for _, p := range l.doc.Pages {
		p.Items = slices.DeleteFunc(p.Items, func(it page.Item) bool { return lost[it] })
	}
}

// contentsTitle sets the title of the 导读: one in 【】 stands before its items
// like a label, another (目录, ≡本期要目≡) in the middle above them.
func (l *layouter) contentsTitle(p bulletin.Phrase, toc int) []row {
	if strings.HasPrefix(p.Text, "【") || ended(p.Text) {
		return l.line(p, l.node(page.RoleCaption, 0, toc))
	}
	r := run{size: l.geo.size}
	l.wideBlanks(&r, p, Hei, l.node(page.RoleCaption, 0, toc))
	s, lines := l.wrapped(r, l.geo.cell(), l.geo.width, 0)
	var rows []row
	for _, line := range lines {
		rows = append(rows, row{items: l.emit(s, line, (l.geo.width-line.Ink)/2, baseline(r.size)), tied: true})
	}
	return rows
}

// contentsItem sets one item behind its mark. Without a mark turn lines hang
// behind the number an editor typed, if there is one.
func (l *layouter) contentsItem(item bulletin.Phrase, node int) []row {
	indent := l.cells(contentsIndent)
	r := run{size: l.geo.size}
	lead := bulletin.Phrase{Text: bulletin.LeadNumber(item.Text), At: item.At}
	rest := bulletin.Phrase{Text: item.Text[len(lead.Text):], At: item.At.Plus(len(lead.Text))}
	if mark := l.issue.Contents.Mark; mark.Text != "" {
		lead, rest = mark, item
		r.phrase(mark, FangSong, node)
		r.space(l.geo.cell()/2, true, node)
	} else {
		r.phrase(lead, Kai, node)
	}
	hang := indent
	if lead.Text != "" {
		hang += l.natural(r)
	}
	hang = min(hang, l.geo.width/2)
	l.wideBlanks(&r, rest, Kai, node)
	return l.paragraph(r, l.frame(indent, hang, 0))
}

// natural is the room of a run with all blank halves.
func (l *layouter) natural(r run) page.Length {
	_, line := l.single(r, l.geo.cell())
	return line.Width
}

// line sets one phrase in 黑体 as a paragraph that begins two cells in and
// stays with what follows.
func (l *layouter) line(p bulletin.Phrase, node int) []row {
	r := run{size: l.geo.size}
	l.wideBlanks(&r, p, Hei, node)
	rows := l.paragraph(r, l.frame(l.cells(contentsIndent), l.cells(contentsIndent), 0))
	for i := range rows {
		rows[i].tied = true
	}
	return rows
}

// wideBlanks adds a phrase whose typed blanks between Han take a whole cell.
func (l *layouter) wideBlanks(r *run, p bulletin.Phrase, role Role, node int) {
	start := len(r.glyphs)
	r.phrase(p, role, node)
	l.widen(r.glyphs[start:], l.geo.cell())
}

// widen makes blanks between Han gaps of a given width that may end a line.
func (l *layouter) widen(glyphs []glyph, width page.Length) {
	for i := range glyphs {
		if glyphs[i].r == ' ' && i > 0 && i+1 < len(glyphs) && isWide(glyphs[i-1].r) && isWide(glyphs[i+1].r) {
			glyphs[i].gap = width
		}
	}
}

// isWide reports whether a character takes a cell in Chinese text; quotation
// marks, dash and ellipsis share their codes with Latin ones.
func isWide(r rune) bool { return r >= 0x2E80 || strings.ContainsRune("“”‘’—…", r) }
