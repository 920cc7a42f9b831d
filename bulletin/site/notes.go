package site

import (
	"jianbao/bulletin"
)

// notes numbers the footnotes of an issue by their first marks in the text.
type notes struct {
	numbers map[string]int  // by label
	written map[string]bool // labels whose text stands in the issue
	marks   map[string]int  // by label: the marks of the whole issue
	passed  map[string]int  // by label: the marks written so far
}

func newNotes(blocks ...[]bulletin.Block) *notes {
	n := &notes{map[string]int{}, map[string]bool{}, map[string]int{}, map[string]int{}}
	for _, bs := range blocks {
		n.blocks(bs)
	}
	for _, bs := range blocks {
		n.unmarked(bs)
	}
	return n
}

func (n *notes) blocks(blocks []bulletin.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletin.Heading:
			n.inlines(b.Text)
		case *bulletin.Banner:
			n.inlines(b.Text)
		case *bulletin.Paragraph:
			n.inlines(b.Text)
		case *bulletin.RunIn:
			n.inlines(b.Head)
			n.inlines(b.Text)
		case *bulletin.List:
			for _, item := range b.Items {
				n.blocks(item.Blocks)
			}
		case *bulletin.Table:
			n.table(b)
		case *bulletin.Quote:
			n.blocks(b.Blocks)
		case *bulletin.Note:
			n.written[b.Label] = true
			n.blocks(b.Blocks)
		}
	}
}

func (n *notes) table(t *bulletin.Table) {
	for _, cell := range t.Head {
		n.inlines(cell)
	}
	for _, row := range t.Rows {
		for _, cell := range row {
			n.inlines(cell)
		}
	}
}

func (n *notes) inlines(text []bulletin.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.NoteMark:
			n.number(in.Label)
			n.marks[in.Label]++
		case *bulletin.Strong:
			n.inlines(in.Text)
		case *bulletin.Emphasis:
			n.inlines(in.Text)
		case *bulletin.Link:
			n.inlines(in.Text)
		}
	}
}

// unmarked numbers the notes no mark leads to, after all others.
func (n *notes) unmarked(blocks []bulletin.Block) {
	for _, b := range blocks {
		if note, ok := b.(*bulletin.Note); ok {
			n.number(note.Label)
		}
	}
}

func (n *notes) number(label string) int {
	if n.numbers[label] == 0 {
		n.numbers[label] = len(n.numbers) + 1
	}
	return n.numbers[label]
}

// circled is the printed form of a note's number: ① as in a book, 〔21〕 where
// there are no circles any more.
func circled(k int) string {
	if k <= 20 {
		return string(rune('①' + k - 1))
	}
	return "〔" + number(k) + "〕"
}

func (w *writer) noteMark(label string) {
	k := w.notes.number(label)
	w.notes.passed[label]++
	if w.inLink || !w.notes.written[label] {
		w.put(`<sup class="note-mark">`, circled(k), "</sup>")
		return
	}
	id := markID(k, w.notes.passed[label])
	w.put(`<sup class="note-mark"><a id="`, id, `" href="#note-`, number(k), `" role="doc-noteref" aria-label="注`, number(k), `">`, circled(k), "</a></sup>")
}

func markID(k, nth int) string { return "note-" + number(k) + "-mark-" + number(nth) }

// note writes the text of a footnote where it was typed; notes that stand one
// after another share a box. Its number leads back to its first mark.
func (w *writer) note(n *bulletin.Note, follows, goesOn bool) {
	if !follows {
		w.put(`<div class="notes" role="group" aria-label="注释">`, "\n")
	}
	k := w.notes.number(n.Label)
	w.put(`<div class="note" id="note-`, number(k), `">`)
	if w.notes.marks[n.Label] > 0 {
		w.put(`<a class="marker" href="#`, markID(k, 1), `" role="doc-backlink" aria-label="注`, number(k), `，回到正文">`, circled(k), "</a>")
	} else {
		w.put(`<span class="marker">`, circled(k), "</span>")
	}
	w.content(n.Blocks)
	w.put("</div>\n")
	if !goesOn {
		w.put("</div>\n")
	}
}

func isNote(blocks []bulletin.Block, i int) bool {
	if i < 0 || i >= len(blocks) {
		return false
	}
	_, ok := blocks[i].(*bulletin.Note)
	return ok
}
