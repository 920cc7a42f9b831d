package site

import (
	"cmp"
	"html"
	"slices"

	"jianbao/bulletin"
)

// notes are the footnotes of an issue while its page is written. A note stands
// below the article its first mark is in, wherever it was typed: there it
// neither tears the text apart nor comes out of its order.
type notes struct {
	order  bulletin.NoteOrder
	passed map[*bulletin.Note]int  // the marks written so far
	due    []*bulletin.Note        // to be written below this article
	called map[*bulletin.Note]bool // due once, here or above
}

func newNotes(issue *bulletin.Issue) *notes {
	return &notes{bulletin.Notes(issue), map[*bulletin.Note]int{}, nil, map[*bulletin.Note]bool{}}
}

// call makes a note due, unless it was before.
func (n *notes) call(note *bulletin.Note) {
	if !n.called[note] {
		n.called[note] = true
		n.due = append(n.due, note)
	}
}

// next takes the due note of the least number.
func (n *notes) next() *bulletin.Note {
	slices.SortFunc(n.due, func(a, b *bulletin.Note) int { return cmp.Compare(n.order.Number(a), n.order.Number(b)) })
	first := n.due[0]
	n.due = n.due[1:]
	return first
}

// noteMark writes the mark of a footnote. One without a note stands as typed,
// and one within a link leads nowhere, as links do not nest.
func (w *writer) noteMark(m *bulletin.NoteMark) {
	if m.Note == nil {
		w.put("[^", html.EscapeString(m.Label), "]")
		return
	}
	w.notes.call(m.Note)
	w.notes.passed[m.Note]++
	k := w.notes.order.Number(m.Note)
	w.put(`<sup class="note-mark"`, attribute("id", markID(k, w.notes.passed[m.Note])), ">")
	if w.inLink {
		w.put(bulletin.Circled(k))
	} else {
		w.put(`<a href="#`, noteID(k), `" role="doc-noteref" aria-label="注`, number(k), `">`, bulletin.Circled(k), "</a>")
	}
	w.put("</sup>")
}

func noteID(k int) string { return "note-" + number(k) }

func markID(k, nth int) string { return noteID(k) + "-mark-" + number(nth) }

// endnotes writes the notes of the article just written. A note may call for
// another.
func (w *writer) endnotes() {
	if len(w.notes.due) == 0 {
		return
	}
	note := w.notes.next()
	label := "注释"
	if k := w.notes.order.Number(note); k > 1 { // no two lists of one name
		label += "（注" + number(k) + "起）"
	}
	w.put(`<section class="notes" role="doc-endnotes"`, attribute("aria-label", label), ">\n<ol>\n")
	for w.note(note); len(w.notes.due) > 0; {
		w.note(w.notes.next())
	}
	w.put("</ol>\n</section>\n")
}

// note writes a note. Its number leads back to its first mark; further marks
// have arrows behind the text.
func (w *writer) note(n *bulletin.Note) {
	k, marks := w.notes.order.Number(n), w.notes.order.Marks(n)
	w.put(`<li class="note"`, attribute("id", noteID(k)), w.line(n.At), ">")
	if marks == 0 {
		w.put(`<span class="marker">`, bulletin.Circled(k), "</span>")
	} else {
		w.put(backLink("marker", k, 1, bulletin.Circled(k)))
	}
	arrows := ""
	for nth := 2; nth <= marks; nth++ {
		arrows += backLink("back", k, nth, "↑"+number(nth))
	}
	w.content(n.Blocks, arrows)
	w.put("</li>\n")
}

func backLink(class string, k, nth int, text string) string {
	label := "注" + number(k) + "，回到正文"
	if nth > 1 {
		label += "第" + number(nth) + "处"
	}
	return "<a" + attribute("class", class) + attribute("href", "#"+markID(k, nth)) + ` role="doc-backlink"` + attribute("aria-label", label) + ">" + text + "</a>"
}
