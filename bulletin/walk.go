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
		}, nil)
		walkInlines(blocks, func(in Inline) {
			if p, ok := in.(*Picture); ok {
				out = append(out, PicturePlace{p.Path, p.At})
			}
		}, nil)
	}
	return out
}

// walkBlocks calls f for every block of a text, outer ones first, but those
// that skip, if given, tells to pass over.
func walkBlocks(blocks []Block, f func(Block), skip func(Block) bool) {
	for _, b := range blocks {
		if skip != nil && skip(b) {
			continue
		}
		f(b)
		switch b := b.(type) {
		case *List:
			for _, item := range b.Items {
				walkBlocks(item.Blocks, f, skip)
			}
		case *Quote:
			walkBlocks(b.Blocks, f, skip)
		case *Note:
			walkBlocks(b.Blocks, f, skip)
		}
	}
}

// walkInlines calls f for every inline of a text in the order of reading,
// those of notes where the notes were typed.
func walkInlines(blocks []Block, f func(Inline), skip func(Block) bool) {
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
	}, skip)
}

// walkRun calls f for every inline of a text, outer ones first.
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
