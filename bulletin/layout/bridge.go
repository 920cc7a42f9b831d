package layout

import "jianbao/bulletin/page"

// bridge ends each text that has another beside it on its line with a blank
// that reaches there: readers then see one line, and not columns, whose order
// they guess.
func (l *layouter) bridge(items []page.Item) {
	next := map[*page.Text]*page.Text{}
	for _, it := range items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		for _, other := range items {
			if o, ok := other.(*page.Text); ok && o.Y == t.Y && o.X > t.X && (next[t] == nil || o.X < next[t].X) {
				next[t] = o
			}
		}
	}
	for t, right := range next {
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
