package archive

import (
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// blocks says blocks in their order. Footnotes are said where a mark leads to
// them; one that no mark leads to, where it stands.
func (t *teller) blocks(list []bulletin.Block) {
	for _, b := range list {
		t.block(b)
	}
}

func (t *teller) block(b bulletin.Block) {
	switch b := b.(type) {
	case *bulletin.Heading:
		t.inlines(b.Text)
	case *bulletin.Banner:
		t.inlines(b.Text)
	case *bulletin.Paragraph:
		t.inlines(b.Text)
	case *bulletin.RunIn:
		t.to.add(b.Mark, b.At)
		t.inlines(b.Head)
		t.inlines(b.Text)
	case *bulletin.List:
		for _, item := range b.Items {
			t.to.made(markerOf(item), item.At)
			t.blocks(item.Blocks)
		}
	case *bulletin.Quote:
		t.blocks(b.Blocks)
	case *bulletin.Code:
		for _, line := range b.Lines {
			t.to.add(line.String, line.At)
		}
	case *bulletin.Table:
		t.table(b)
	case *bulletin.Figure:
		t.figure(b)
	case *bulletin.Note:
		if !t.inNote && t.order.Marks(b) == 0 {
			t.note(b)
		}
	}
}

// markerOf is the mark of an item: numbers as typed, a dot for the signs of
// Markdown.
func markerOf(item *bulletin.ListItem) string {
	if strings.Contains("-*+", item.Marker) {
		return "•"
	}
	return item.Marker
}

// table says a table row by row. Its head, which may be said again on further
// pages, is kept.
func (t *teller) table(b *bulletin.Table) {
	from := len(t.to.runes)
	for _, cell := range b.Head {
		t.inlines(cell)
	}
	t.heads = append(t.heads, string(t.to.runes[from:]))
	for _, row := range b.Rows {
		for _, cell := range row {
			t.inlines(cell)
		}
	}
}

// figure says a picture and the words below it. Without a text of its own the
// words stand for it where it is not seen.
func (t *teller) figure(b *bulletin.Figure) {
	alt := b.Alt
	if alt == "" {
		alt = b.Caption
	}
	t.picture(alt, b.At)
	t.to.made(b.Caption, b.At)
}

func (t *teller) picture(alt string, at diag.Pos) {
	if strings.TrimSpace(alt) == "" {
		alt = "图"
	}
	t.alts = append(t.alts, placed{alt, at})
	t.to.made(picture, at)
}

// inlines says running text.
func (t *teller) inlines(text []bulletin.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.Text:
			t.to.add(in.String, in.At)
		case *bulletin.CodeSpan:
			t.to.add(in.String, in.At)
		case *bulletin.Strong:
			t.inlines(in.Text)
		case *bulletin.Emphasis:
			t.inlines(in.Text)
		case *bulletin.Link:
			t.link(in)
		case *bulletin.Picture:
			t.picture(in.Alt, in.At)
		case *bulletin.NoteMark:
			if in.Note != nil {
				t.to.made(bulletin.Circled(t.order.Number(in.Note)), in.At)
				t.note(in.Note)
			}
		}
	}
}

// link says the text of a link, and its address where the text does not: in a
// note of its own, or within a note behind the text.
func (t *teller) link(in *bulletin.Link) {
	t.inlines(in.Text)
	switch {
	case saysAddress(in):
	case t.inNote:
		t.to.made("（"+in.URL+"）", in.At)
	default:
		t.addresses++
		label := "[" + strconv.Itoa(t.addresses) + "]"
		t.to.made(label, in.At)
		n := &script{label: label}
		n.made(label+in.URL, in.At)
		t.notes = append(t.notes, n)
	}
}

// saysAddress reports whether the text of a link says its address, or it has
// none that paper could say: another file beside the issue.
func saysAddress(in *bulletin.Link) bool {
	bare := func(s string) string {
		for _, scheme := range []string{"mailto:", "tel:", "https://", "http://"} {
			s = strings.TrimPrefix(s, scheme)
		}
		return strings.TrimSuffix(s, "/")
	}
	return !strings.Contains(in.URL, ":") || bare(bulletin.Plain(in.Text)) == bare(in.URL)
}

// note says a footnote, once.
func (t *teller) note(n *bulletin.Note) {
	if t.told[n] {
		return
	}
	t.told[n] = true
	s := &script{label: bulletin.Circled(t.order.Number(n))}
	t.notes = append(t.notes, s)
	outer, within := t.to, t.inNote
	t.to, t.inNote = s, true
	s.made(s.label, n.At)
	t.blocks(n.Blocks)
	t.to, t.inNote = outer, within
}
