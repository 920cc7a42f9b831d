package archive

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/bulletin"
)

// A teller says an issue as paper does, from the first line of the masthead to
// the last of the 报尾.
type teller struct {
	issue   *bulletin.Issue
	main    *script   // the running text
	notes   []*script // in the order of their first marks
	outline []placed
	alts    []placed // of pictures
	heads   []string
	tail    string // the 报尾

	to        *script // what is written to: main or a note
	order     bulletin.NoteOrder
	told      map[*bulletin.Note]bool
	addresses int // of links, so far
	inNote    bool
}

// tell says an issue.
func tell(issue *bulletin.Issue) *teller {
	t := &teller{issue: issue, main: &script{}, order: bulletin.Notes(issue), told: map[*bulletin.Note]bool{}}
	t.to = t.main
	t.masthead()
	t.contents()
	t.editorNote()
	t.blocks(issue.Body)
	t.bookmarks()
	t.closing()
	from := len(t.main.runes)
	t.colophon()
	t.tail = string(t.main.runes[from:])
	return t
}

// masthead says 份号 and 密级, the name unless the paper has it already, the
// 期号, and the line above the red rule.
func (t *teller) masthead() {
	f := &t.issue.Front
	if f.CopyNumber > 0 {
		t.to.made(fmt.Sprintf("%06d", f.CopyNumber), f.Keys["份号"])
	}
	t.phrases(f.Classification)
	if !f.Preprinted {
		t.phrases(f.Above)
		t.phrases(f.Name)
	}
	t.to.made(f.NumberLine(), f.NumberAt)
	t.to.made(f.TotalLine(), f.Keys["总期号"])
	t.phrases(f.Issuer)
	switch {
	case !f.DateAtEnd:
		t.to.made(f.Date.String(), f.Keys["date"])
	case seenOf(f.Signer.Text) != "":
		t.to.made("签发人：", f.Signer.At)
		t.to.phrase(f.Signer)
	}
}

func (t *teller) phrases(list []bulletin.Phrase) {
	for _, p := range list {
		t.to.phrase(p)
	}
}

// contents says the 导读, its mark before each item.
func (t *teller) contents() {
	c := t.issue.Contents
	if c.Off || len(c.Groups) == 0 {
		return
	}
	t.to.phrase(c.Title)
	for _, g := range c.Groups {
		t.to.phrase(g.Title)
		for _, item := range g.Items {
			t.to.made(c.Mark.Text, item.At)
			t.to.phrase(item)
		}
	}
}

// editorNote says the 编者按 behind its label, which ends with a colon unless
// the editor ended it his own way.
func (t *teller) editorNote() {
	if len(t.issue.EditorNote) == 0 {
		return
	}
	if label := t.issue.EditorNoteLabel; strings.TrimSpace(label.Text) != "" {
		t.to.phrase(label)
		if strings.TrimRight(label.Text, "：:】〕") == label.Text {
			t.to.made("：", label.At)
		}
	}
	t.blocks(t.issue.EditorNote)
}

// bookmarks says the titles that the outline leads to.
func (t *teller) bookmarks() {
	for _, b := range t.issue.Body {
		if words, ok := bulletin.Words(b); ok && bulletin.IsTitle(b) {
			t.outline = append(t.outline, placed{bulletin.Plain(words), b.Pos()})
		}
	}
}

// closing says who signs and when, where the date stands at the end.
func (t *teller) closing() {
	if f := &t.issue.Front; f.DateAtEnd {
		t.phrases(f.Signing())
		t.to.made(f.Date.String(), f.Keys["date"])
	}
}

// colophon says the 报尾: lists with the marks between their names, staff,
// 共印N份.
func (t *teller) colophon() {
	f := &t.issue.Front
	for _, list := range f.Lists {
		t.to.phrase(list.Label)
		t.to.made("：", list.Label.At)
		for _, name := range list.Names(f.Style.Separators) {
			t.to.phrase(name)
		}
	}
	for _, p := range f.Staff {
		t.to.phrase(p.Role)
		t.to.made("：", p.Role.At)
		t.to.phrase(p.Name)
	}
	if f.Copies > 0 {
		t.to.made("共印"+strconv.Itoa(f.Copies)+"份", f.Keys["份数"])
	}
}
