package layout

import (
	"cmp"
	"slices"

	"jianbao/bulletin/page"
)

// bridge ends each text that has another beside it on its line with a blank
// that reaches there: readers then see one line, and not columns, whose order
// they guess.
func (l *layouter) bridge(items []page.Item) {
	var texts []*page.Text
	for _, it := range items {
		if t, ok := it.(*page.Text); ok {
			texts = append(texts, t)
		}
	}
	slices.SortStableFunc(texts, func(a, b *page.Text) int { return cmp.Or(cmp.Compare(b.Y, a.Y), cmp.Compare(b.X, a.X)) })
	var right, last *page.Text
	for _, t := range texts { // from right to left
		switch {
		case last == nil || last.Y != t.Y:
			right = nil
		case last.X != t.X:
			right = last
		}
		if last = t; right == nil {
			continue
		}
		if _, ok := l.faceAt(t.Face).Font.Glyph(' '); ok {
			bridge(t, right.X)
		}
	}
}

// bridge ends a text with a blank that reaches to x, if there is white so wide.
func bridge(t *page.Text, x page.Length) {
	last := len(t.Advances) - 1
	end := t.X
	for _, a := range t.Advances[:last] {
		end += a
	}
	blank := t.Size * blankRoom / 10
	if x-end-t.Advances[last] < t.Size/2 || t.String[len(t.String)-1] == ' ' {
		return
	}
	t.Advances[last] = x - blank - end
	t.String += " "
	t.Advances = append(t.Advances, blank)
}
