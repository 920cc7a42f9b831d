package bulletin

import "strconv"

// A NoteOrder is the footnotes of an issue in the order of their first marks;
// those no mark leads to come last. Paper and page number them alike.
type NoteOrder struct {
	Notes   []*Note
	numbers map[*Note]int
}

// Notes returns the order of the footnotes of an issue.
func Notes(issue *Issue) NoteOrder {
	o := NoteOrder{numbers: map[*Note]int{}}
	for _, blocks := range [][]Block{issue.EditorNote, issue.Body} {
		walkInlines(blocks, func(in Inline) {
			if mark, ok := in.(*NoteMark); ok && mark.Note != nil {
				o.add(mark.Note)
			}
		})
	}
	for _, blocks := range [][]Block{issue.EditorNote, issue.Body} {
		walkBlocks(blocks, func(b Block) {
			if n, ok := b.(*Note); ok {
				o.add(n)
			}
		})
	}
	return o
}

func (o *NoteOrder) add(n *Note) {
	if o.numbers[n] == 0 {
		o.Notes = append(o.Notes, n)
		o.numbers[n] = len(o.Notes)
	}
}

// Number returns the number of a note, from 1; 0 for one of another issue.
func (o NoteOrder) Number(n *Note) int { return o.numbers[n] }

// Circled is the printed form of a note's number: ① as in a book, 〔21〕 where
// there are no circles any more.
func Circled(k int) string {
	if k <= 20 {
		return string(rune('①' + k - 1))
	}
	return "〔" + strconv.Itoa(k) + "〕"
}

// walkBlocks calls f for every block of a text, outer ones first.
func walkBlocks(blocks []Block, f func(Block)) {
	for _, b := range blocks {
		f(b)
		switch b := b.(type) {
		case *List:
			for _, item := range b.Items {
				walkBlocks(item.Blocks, f)
			}
		case *Quote:
			walkBlocks(b.Blocks, f)
		case *Note:
			walkBlocks(b.Blocks, f)
		}
	}
}

// walkInlines calls f for every inline of a text in the order of reading,
// those of notes where the notes were typed.
func walkInlines(blocks []Block, f func(Inline)) {
	walkBlocks(blocks, func(b Block) {
		switch b := b.(type) {
		case *Heading:
			walkRun(b.Text, f)
		case *Banner:
			walkRun(b.Text, f)
		case *Paragraph:
			walkRun(b.Text, f)
		case *RunIn:
			walkRun(b.Head, f)
			walkRun(b.Text, f)
		case *Table:
			for _, row := range append([][]Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					walkRun(cell, f)
				}
			}
		}
	})
}

func walkRun(text []Inline, f func(Inline)) {
	for _, in := range text {
		f(in)
		switch in := in.(type) {
		case *Strong:
			walkRun(in.Text, f)
		case *Emphasis:
			walkRun(in.Text, f)
		case *Link:
			walkRun(in.Text, f)
		}
	}
}
