package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// A note is a footnote, or the address of a link, set in lines of its own
// measure.
type note struct {
	label  string // ① or [1]
	lines  []noteLine
	mark   int  // node of its first mark
	placed bool // on a page of its own with its mark
}

// A noteLine is one line at the foot of a page, its items placed from the left
// edge of the 版心 and the head of its em box.
type noteLine struct{ items []page.Item }

// noteMark appends the mark of a footnote and sets the note where it is
// referred to first.
func (l *layouter) noteMark(r *run, in *bulletin.NoteMark, role Role, node int) {
	if in.Note == nil { // reading has said so
		return
	}
	ref := l.node(page.RoleReference, 0, node)
	n := l.notes[in.Note]
	if n == nil {
		n = l.setNote(in.Note, ref)
	}
	r.raised(n.label, role, ref, in.At)
	l.marks[ref] = n
}

// setNote sets a footnote. Its node follows that of its first mark.
func (l *layouter) setNote(in *bulletin.Note, after int) *note {
	n := &note{label: bulletin.Circled(l.order.Number(in)), mark: after}
	l.notes[in] = n // a mark within the note may refer to it
	outer := l.inNote
	l.inNote = true
	node := l.node(page.RoleNote, 0, after)
	label := bulletin.Phrase{Text: n.label, At: in.At}
	texts := l.noteTexts(in.Blocks)
	for i, par := range l.noteNodes(texts, node) {
		n.lines = append(n.lines, l.noteParagraph(label, texts[i], par)...)
		label = bulletin.Phrase{}
	}
	if len(n.lines) == 0 {
		n.lines = l.noteParagraph(label, noteText{}, node)
	}
	l.inNote = outer
	return n
}

// noteNodes returns the nodes of the paragraphs of a note: its own for the first,
// behind the label; items of lists, and paragraphs.
func (l *layouter) noteNodes(texts []noteText, note int) []int {
	nodes := make([]int, len(texts))
	var list *bulletin.List
	node := 0
	for i, t := range texts {
		switch {
		case i == 0:
			nodes[i], t.list = note, nil
		case t.list == nil:
			nodes[i] = l.node(page.RoleParagraph, 0, note)
		case t.list != list:
			node = l.node(page.RoleList, 0, note)
			l.doc.Tree[node].Ordered = t.list.Ordered
			fallthrough
		default:
			nodes[i] = l.node(page.RoleListItem, 0, node)
		}
		list = t.list
	}
	return nodes
}

// A noteText is one paragraph of a note, with the marker of a list item.
type noteText struct {
	marker string
	at     diag.Pos
	text   []bulletin.Inline
	list   *bulletin.List // whose item begins here
}

// noteTexts returns the paragraphs of a note. What a note has no room for is a
// finding.
func (l *layouter) noteTexts(blocks []bulletin.Block) []noteText {
	var out []noteText
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletin.Paragraph:
			out = append(out, noteText{at: b.At, text: b.Text})
		case *bulletin.RunIn:
			text := append([]bulletin.Inline{&bulletin.Strong{Text: b.Head}}, b.Text...)
			out = append(out, noteText{marker: b.Mark, at: b.At, text: text})
		case *bulletin.Quote:
			out = append(out, l.noteTexts(b.Blocks)...)
		case *bulletin.List:
			for _, item := range b.Items {
				texts := l.noteTexts(item.Blocks)
				if len(texts) > 0 && texts[0].marker == "" {
					texts[0].marker, texts[0].at, texts[0].list = listMarker(item), item.At, b
				}
				out = append(out, texts...)
			}
		case *bulletin.Code:
			for i := range b.Lines {
				out = append(out, noteText{at: b.Lines[i].At, text: []bulletin.Inline{&b.Lines[i]}})
			}
		case *bulletin.Table, *bulletin.Figure:
			l.findings.Add(b.Pos(), diag.Error, "脚注", "移到正文里", "脚注里不能放表格和图片")
		}
	}
	return out
}

// noteParagraph sets one paragraph of a note, its lines hanging behind the
// label.
func (l *layouter) noteParagraph(label bulletin.Phrase, t noteText, node int) []noteLine {
	cell := l.noteCell()
	r := run{size: l.noteSize()}
	if label.Text != "" {
		r.add(label.Text, FangSong, l.node(page.RoleLabel, 0, node), label.At)
		r.space(cell/2, true, node)
	}
	hang := l.noteHang(label.Text)
	if t.marker != "" {
		mark := node
		if l.doc.Tree[node].Role == page.RoleListItem {
			mark = l.node(page.RoleLabel, 0, node)
		}
		r.add(t.marker, FangSong, mark, t.at)
		r.space(cell/2, true, node)
	}
	l.inlines(&r, t.text, FangSong, node)
	return l.noteLinesOf(r, label.Text == "", hang)
}

// noteHang is how far the lines of notes stand in: behind a label of one
// character and half a cell.
func (l *layouter) noteHang(label string) page.Length {
	n := max(len([]rune(label)), 1)
	return l.noteCell()*page.Length(n) + l.noteCell()/2
}

func (l *layouter) noteLinesOf(r run, indented bool, hang page.Length) []noteLine {
	if len(r.glyphs) > longestParagraph {
		l.findings.Add(r.glyphs[0].at, diag.Error, "过大", "检查是否误放了别的文件", "这条脚注有%d字，太长了", len(r.glyphs))
		return nil
	}
	first := page.Length(0)
	if indented {
		first = hang
	}
	set := typeset.Setting{
		Frame:  typeset.Frame{First: l.geo.width - first, Rest: l.geo.width - hang, Cell: l.noteCell()},
		Indent: first, Hang: hang, Level: l.level(), LatinGap: l.noteCell().Times(int64(l.issue.Style.LatinGap), 1000),
	}
	s := l.shape(r, l.noteCell())
	var lines []noteLine
	for _, line := range l.setter.Set(s.chars, set) {
		lines = append(lines, noteLine{l.emit(s, line, 0, baseline(l.noteSize()))})
	}
	return lines
}

// noteSize is 五号 beside 三号, in proportion beside other sizes, and no more
// than two lines of notes on one of the text have room for.
func (l *layouter) noteSize() page.Length {
	return min(l.geo.scaled(noteSize), l.notePitch().Times(100, 110))
}

// noteCell is the advance of a character of a note: as many whole cells as the
// measure holds.
func (l *layouter) noteCell() page.Length { return l.geo.width / max(l.geo.width/l.noteSize(), 1) }

// unmarked keeps a note that no mark refers to for the foot of the page it was
// typed on.
func (l *layouter) unmarked(in *bulletin.Note, parent int) {
	if l.notes[in] == nil && l.order.Marks(in) == 0 {
		l.loose = append(l.loose, l.setNote(in, parent))
	}
}

// withLoose gives the notes without a mark to the last of the rows before them.
func (l *layouter) withLoose(rows []row) []row {
	if n := len(rows); n > 0 {
		rows[n-1].notes = append(rows[n-1].notes, l.loose...)
		l.loose = nil
	}
	return rows
}

// attachNotes gives each row the notes whose marks stand in it for the first
// time, and after them those that these refer to.
func (l *layouter) attachNotes(rows []row) {
	placed := map[*note]bool{}
	for i := range rows {
		r := &rows[i]
		loose := r.notes
		r.notes = nil
		take := func(n *note, _ int) bool {
			if placed[n] || n.placed {
				return false
			}
			placed[n] = true
			r.notes = append(r.notes, n)
			return true
		}
		l.notesIn(r.items, take)
		if r.plate != nil {
			l.notesIn(r.plate.items, take)
		}
		for _, n := range loose {
			l.offerNote(n, n.mark, take)
		}
	}
}

// notesIn offers the notes whose marks stand among items, in their order, each
// with the node of the mark.
func (l *layouter) notesIn(items []page.Item, take func(n *note, mark int) bool) {
	for _, it := range items {
		if t, ok := it.(*page.Text); ok && l.marks[t.Node] != nil {
			l.offerNote(l.marks[t.Node], t.Node, take)
		}
	}
}

// offerNote offers a note and, when it is taken, those that it refers to.
func (l *layouter) offerNote(n *note, mark int, take func(n *note, mark int) bool) {
	if !take(n, mark) {
		return
	}
	for _, line := range n.lines {
		l.notesIn(line.items, take)
	}
}
