package layout

import (
	"cmp"
	"slices"

	"jianbao/bulletin/page"
)

// bridge ends each text that has another beside it on its line with a blank
// that reaches there: readers then see one line, and not columns, whose order
// they guess. It returns the items with those of such blanks as are no part of
// a text: what goes on in another line of its cell must not be read, or
// searched, as two words.
func (l *layouter) bridge(items []page.Item) []page.Item {
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
		if _, ok := l.faceAt(t.Face).glyph(' '); !ok || !blankTo(t, right.X) {
			continue
		}
		if goesOn := t.Node != page.Artifact && t.Node != right.Node && l.last[t.Node] != t; goesOn {
			items = slices.Insert(items, slices.Index(items, page.Item(t))+1, page.Item(cutBlank(t, right.X)))
		}
	}
	return items
}

// blankTo ends a text with a blank that reaches to x, if there is white so wide.
func blankTo(t *page.Text, x page.Length) bool {
	last := len(t.Advances) - 1
	end := t.X
	for _, a := range t.Advances[:last] {
		end += a
	}
	blank := t.Size * blankRoom / 10
	if x-end-t.Advances[last] < t.Size/2 || t.String[len(t.String)-1] == ' ' {
		return false
	}
	t.Advances[last] = x - blank - end
	t.String += " "
	t.Advances = append(t.Advances, blank)
	return true
}

// cutBlank takes the blank off that a text ends with and reaches to x by, and
// returns it as an item of its own.
func cutBlank(t *page.Text, x page.Length) *page.Text {
	last := len(t.Advances) - 1
	blank := *t
	blank.X, blank.String, blank.Advances, blank.Node = x-t.Advances[last], " ", slices.Clone(t.Advances[last:]), page.Artifact
	t.String, t.Advances = t.String[:len(t.String)-1], t.Advances[:last]
	return &blank
}
