package bulletin

import "strconv"

// A NoteOrder is the footnotes of an issue in the order of their first marks;
// those no mark leads to come last. Paper and page number them alike.
type NoteOrder struct {
	Notes   []*Note
	numbers map[*Note]int
	marks   map[*Note]int // how many lead to each
}

// Notes returns the order of the footnotes of an issue.
func Notes(issue *Issue) NoteOrder {
	o := NoteOrder{numbers: map[*Note]int{}, marks: map[*Note]int{}}
	for _, blocks := range [][]Block{issue.EditorNote, issue.Body} {
		o.follow(blocks)
	}
	for _, blocks := range [][]Block{issue.EditorNote, issue.Body} {
		walkBlocks(blocks, func(b Block) {
			if n, ok := b.(*Note); ok {
				o.add(n)
			}
		}, nil)
	}
	return o
}

// follow adds the notes that the marks of a text lead to. The notes among its
// blocks are read where a mark leads to them.
func (o *NoteOrder) follow(blocks []Block) {
	walkInlines(blocks, func(in Inline) {
		if mark, ok := in.(*NoteMark); ok && mark.Note != nil {
			o.add(mark.Note)
			o.marks[mark.Note]++
		}
	}, isNote)
}

func (o *NoteOrder) add(n *Note) {
	if o.numbers[n] == 0 {
		o.Notes = append(o.Notes, n)
		o.numbers[n] = len(o.Notes)
		o.follow(n.Blocks)
	}
}

func isNote(b Block) bool { _, ok := b.(*Note); return ok }

// Number returns the number of a note, from 1; 0 for one of another issue.
func (o NoteOrder) Number(n *Note) int { return o.numbers[n] }

// Marks returns how many marks lead to a note.
func (o NoteOrder) Marks(n *Note) int { return o.marks[n] }

// Circled is the printed form of a note's number: ① as in a book, 〔21〕 where
// there are no circles any more.
func Circled(k int) string {
	if k <= 20 {
		return string(rune('①' + k - 1))
	}
	return "〔" + strconv.Itoa(k) + "〕"
}
