package bulletin

import "unicode"

// Characters returns how many characters the articles of an issue have, marks
// included and blanks not.
func Characters(issue *Issue) int { return countBlocks(issue.Body) }

func countBlocks(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			n += countInlines(b.Text)
		case *Banner:
			n += countInlines(b.Text)
		case *Paragraph:
			n += countInlines(b.Text)
		case *RunIn:
			n += len([]rune(b.Mark)) + countInlines(b.Head) + countInlines(b.Text)
		case *List:
			for _, item := range b.Items {
				n += countBlocks(item.Blocks)
			}
		case *Table:
			for _, row := range append([][]Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					n += countInlines(cell)
				}
			}
		case *Quote:
			n += countBlocks(b.Blocks)
		case *Note:
			n += countBlocks(b.Blocks)
		case *Code:
			for _, line := range b.Lines {
				n += countText(line.String)
			}
		}
	}
	return n
}

func countInlines(text []Inline) int { return countText(Plain(text)) }

func countText(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
