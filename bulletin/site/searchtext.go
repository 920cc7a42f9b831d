package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"jianbao/bulletin"
)

// A Text is what can be found of one issue: its words by the parts of its page.
// Who it was sent to and who issues it, the same in most issues, are left out.
type Text struct {
	Titles []string   `json:"titles,omitempty"` // of its articles and columns
	Parts  []TextPart `json:"parts"`
}

// A TextPart is the paragraphs below one heading.
type TextPart struct {
	ID    string   `json:"id,omitempty"` // of the place of the page it stands at; "" for its top
	Title int      `json:"in,omitempty"` // of the article it is of: its place among the titles, counted from 1; 0 for none
	Text  []string `json:"text"`         // a paragraph each
}

// SearchText returns what can be found of an issue.
func SearchText(issue *bulletin.Issue) Text {
	w := &textWriter{ids: anchors(issue.Body), notes: bulletin.Notes(issue)}
	w.head(issue)
	for _, b := range issue.Body {
		w.part(b)
	}
	w.endnotes()
	if staff := staffLine(issue); staff != "" {
		w.begin("", "报尾")
		w.add(staff)
	}
	return w.text.compact()
}

// A textWriter gathers the text of an issue.
type textWriter struct {
	text  Text
	ids   map[bulletin.Block]string
	notes bulletin.NoteOrder
	due   []*bulletin.Note // below the article at hand
}

// begin opens a part of an article or column with a title.
func (w *textWriter) begin(id, title string) {
	if title != "" {
		w.text.Titles = append(w.text.Titles, title)
		w.open(id, len(w.text.Titles))
		return
	}
	w.open(id, 0)
}

func (w *textWriter) open(id string, title int) {
	w.text.Parts = append(w.text.Parts, TextPart{ID: id, Title: title})
}

// add adds a paragraph to the part at hand.
func (w *textWriter) add(s string) {
	if s = strings.TrimSpace(s); s != "" {
		last := &w.text.Parts[len(w.text.Parts)-1]
		last.Text = append(last.Text, s)
	}
}

// compact leaves out parts without any text, and titles without any part.
func (t Text) compact() Text {
	var out Text
	places := make([]int, len(t.Titles)+1) // among the titles that stay
	for _, p := range t.Parts {
		if len(p.Text) == 0 {
			continue
		}
		if p.Title > 0 && places[p.Title] == 0 {
			out.Titles = append(out.Titles, t.Titles[p.Title-1])
			places[p.Title] = len(out.Titles)
		}
		p.Title = places[p.Title]
		out.Parts = append(out.Parts, p)
	}
	return out
}

// head gathers what stands above the first article: what the issue is called,
// 更正, those lines of the 导读 that are the editor's own, and 编者按.
func (w *textWriter) head(issue *bulletin.Issue) {
	w.begin("", "")
	w.add(issue.NumberLine() + issue.TotalLine() + " " + issue.Date.String())
	if len(issue.Corrections) > 0 {
		w.begin("corrections", "更正")
		for _, c := range issue.Corrections {
			w.add(c.Date.String() + " " + c.Text.Text)
		}
	}
	if !issue.Contents.Off {
		id := "contents"
		if issue.Contents.Title.Text == "" {
			id = ""
		}
		w.begin(id, "导读")
		w.guide(issue)
	}
	if len(issue.EditorNote) > 0 {
		w.begin("editor-note", issue.EditorNoteLabel.Text)
		w.blocks(issue.EditorNote)
		w.endnotes()
	}
	w.begin("", "")
}

func (w *textWriter) guide(issue *bulletin.Issue) {
	leads := bulletin.Leads(issue.Contents, issue.Body)
	line := func(text string) {
		lead := leads[0]
		leads = leads[1:]
		if lead != nil {
			if words, _ := bulletin.Words(lead); string(folded(bulletin.Plain(words))) == string(folded(text)) {
				return // found at the title itself
			}
		}
		w.add(text)
	}
	for _, g := range issue.Contents.Groups {
		line(g.Title.Text)
		for _, item := range g.Items {
			line(item.Text)
		}
	}
}

// staffLine names the people of the 报尾 and who signed.
func staffLine(issue *bulletin.Issue) string {
	var out []string
	if s := issue.Signer.Text; s != "" {
		out = append(out, "签发人："+s)
	}
	for _, p := range issue.Staff {
		out = append(out, colon(p.Role.Text)+p.Name.Text)
	}
	return strings.Join(out, " ")
}

// part gathers a block of the body, which opens a part if it is a place of the
// page.
func (w *textWriter) part(b bulletin.Block) {
	words, ok := bulletin.Words(b)
	switch {
	case bulletin.IsTitle(b):
		w.endnotes()
		w.begin(w.ids[b], bulletin.Plain(words))
	case isBreak(b):
		w.endnotes()
		w.begin("", "")
	case ok:
		w.open(w.ids[b], w.text.Parts[len(w.text.Parts)-1].Title)
	}
	w.block(b)
}

// endnotes gathers the notes of the article at hand, each a place of the page.
func (w *textWriter) endnotes() {
	title := w.text.Parts[len(w.text.Parts)-1].Title
	for len(w.due) > 0 {
		n := w.due[0]
		w.due = w.due[1:]
		w.open(noteID(w.notes.Number(n)), title)
		w.blocks(n.Blocks)
	}
}

func (w *textWriter) blocks(blocks []bulletin.Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *textWriter) block(b bulletin.Block) {
	switch b := b.(type) {
	case *bulletin.Heading:
		w.add(bulletin.Plain(b.Text))
	case *bulletin.Banner:
		w.add(bulletin.Plain(b.Text))
	case *bulletin.Paragraph:
		w.add(bulletin.Plain(b.Text))
	case *bulletin.RunIn:
		w.add(bulletin.Plain(b.Head) + " " + bulletin.Plain(b.Text))
	case *bulletin.List:
		for _, item := range b.Items {
			w.blocks(item.Blocks)
		}
	case *bulletin.Table:
		w.row(b.Head)
		for _, row := range b.Rows {
			w.row(row)
		}
	case *bulletin.Figure:
		w.add(b.Alt)
		if b.Caption != b.Alt {
			w.add(b.Caption)
		}
	case *bulletin.Quote:
		w.blocks(b.Blocks)
	case *bulletin.Code:
		for _, line := range b.Lines {
			w.add(line.String)
		}
	case *bulletin.Note:
		w.due = append(w.due, b)
	}
}

func (w *textWriter) row(cells []bulletin.Cell) {
	var out []string
	for _, c := range cells {
		if s := bulletin.Plain(c); s != "" {
			out = append(out, s)
		}
	}
	w.add(strings.Join(out, " "))
}

// What stands before and behind the data of a text file.
const textOpens, textShuts = "bulletinSearch.text(", ");\n"

// TextFile returns the file with the text of an issue, which the search loads to
// show where the words stand; false for an issue that is not listed. It changes
// only when the issue does.
func TextFile(e Entry, t Text) (File, bool) {
	if !e.Listed() {
		return File{}, false
	}
	var b bytes.Buffer
	b.WriteString(textOpens)
	writeJSON(&b, e.Path)
	b.WriteString(",")
	writeJSON(&b, t)
	b.WriteString(textShuts)
	return File{searchFolder + e.Path + ".js", b.Bytes()}, true
}

// writeJSON writes a value as JavaScript may hold it: U+2028 and U+2029 escaped,
// and < too, whatever page it should ever stand in.
func writeJSON(b *bytes.Buffer, v any) {
	text, err := json.Marshal(v)
	if err != nil { // texts, numbers and lists of them
		panic(err)
	}
	b.Write(text)
}

// ReadTextFile returns the text of an issue out of its file. An error says that
// the file was not made by TextFile.
func ReadTextFile(data []byte) (Text, error) {
	var t Text
	data, ok := bytes.CutPrefix(data, []byte(textOpens))
	if !ok {
		return t, errors.New("no text of an issue")
	}
	data, ok = bytes.CutSuffix(data, []byte(textShuts))
	if !ok {
		return t, errors.New("the text of an issue is cut off")
	}
	d := json.NewDecoder(bytes.NewReader(data))
	var path string
	if err := d.Decode(&path); err != nil {
		return t, fmt.Errorf("the text of an issue: %w", err)
	}
	rest := data[d.InputOffset():]
	if rest, ok = bytes.CutPrefix(rest, []byte(",")); !ok {
		return t, errors.New("the text of an issue has no parts")
	}
	if err := json.Unmarshal(rest, &t); err != nil {
		return t, fmt.Errorf("the text of %s: %w", path, err)
	}
	return t, nil
}
