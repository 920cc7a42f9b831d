package intake

import (
	"encoding/xml"
	"path"
)

// A noteReader reads the part of footnotes or of endnotes.
type noteReader struct {
	wordReader
	kind string // footnote or endnote
	id   string
}

// readNotes reads the texts of footnotes and endnotes.
func (w *word) readNotes(dir string) {
	for _, part := range []struct{ kind, what string }{{"footnote", "脚注"}, {"endnote", "尾注"}} {
		r := &noteReader{kind: part.kind}
		r.word = w
		w.optional(path.Join(dir, part.kind+"s.xml"), part.what, r)
	}
}

func (r *noteReader) start(e xml.StartElement) {
	if e.Name.Local == r.kind {
		r.id, r.lines = attr(e, "id"), nil
		if t := attr(e, "type"); t != "" && t != "normal" { // the rule above the notes
			r.id = ""
		}
		return
	}
	r.wordReader.start(e)
}

func (r *noteReader) end(name string) {
	if name != r.kind {
		r.wordReader.end(name)
		return
	}
	var n footnote
	for _, l := range r.finish() {
		if !l.blank() {
			n.lines = append(n.lines, l.text)
		}
	}
	if r.id != "" {
		r.notes[r.kind+r.id] = n
	}
}

// note puts the mark of a note into the text; notes are numbered as they come.
func (b *wordReader) note(e xml.StartElement) {
	key := e.Name.Local[:len(e.Name.Local)-len("Reference")] + attr(e, "id")
	if n, ok := b.notes[key]; !ok || len(n.lines) == 0 {
		b.lost["注号没有注文，没有导入"]++
		return
	}
	if b.labels[key] == "" {
		b.order = append(b.order, key)
		b.labels[key] = itoa(len(b.order))
	}
	p := b.open[len(b.open)-1]
	p.text.WriteString(string(noteOn) + b.labels[key] + string(noteOff))
}

// finishNotes hands the notes over in the order of their marks.
func (w *word) finishNotes() {
	for _, key := range w.order {
		n := w.notes[key]
		n.label = w.labels[key]
		w.paper.notes = append(w.paper.notes, n)
	}
}
