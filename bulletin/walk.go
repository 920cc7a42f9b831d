package bulletin

import "jianbao/bulletin/diag"

// A PicturePlace is where an issue names a picture.
type PicturePlace struct {
	Path string // relative to the issue's folder, as typed
	At   diag.Pos
}

// Pictures returns the pictures of an issue in the order of reading, each as
// often as it stands there.
func Pictures(issue *Issue) []PicturePlace {
	var out []PicturePlace
	for _, blocks := range [][]Block{issue.EditorNote, issue.Body} {
		walkBlocks(blocks, func(b Block) {
			if f, ok := b.(*Figure); ok {
				out = append(out, PicturePlace{f.Path, f.At})
			}
		})
		walkInlines(blocks, func(in Inline) {
			if p, ok := in.(*Picture); ok {
				out = append(out, PicturePlace{p.Path, p.At})
			}
		})
	}
	return out
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
