package layout

import "jianbao/bulletin/page"

// mergeRules joins the rules of a page that lie in one line and touch or
// overlap, so that no seam shows and none is drawn twice. The first stays
// where it is among the items.
func mergeRules(p *page.Page) {
	var rules []*page.Rule
	gone := map[*page.Rule]bool{}
	for _, it := range p.Items {
		r, ok := it.(*page.Rule)
		if !ok {
			continue
		}
		for i := 0; i < len(rules); i++ {
			if other := rules[i]; !gone[other] && joins(other, r) {
				unite(other, r)
				gone[r] = true
				break
			}
		}
		if !gone[r] {
			rules = append(rules, r)
		}
	}
	if len(gone) == 0 {
		return
	}
	kept := p.Items[:0]
	for _, it := range p.Items {
		if r, ok := it.(*page.Rule); !ok || !gone[r] {
			kept = append(kept, it)
		}
	}
	p.Items = kept
}

// joins reports whether two rules make one rectangle together.
func joins(a, b *page.Rule) bool {
	if a.Color != b.Color || a.Node != b.Node {
		return false
	}
	const apart = 2 // EMU: lines of the grid are rounded
	row := a.Y == b.Y && a.Height == b.Height && a.X <= b.X+b.Width+apart && b.X <= a.X+a.Width+apart
	column := a.X == b.X && a.Width == b.Width && a.Y <= b.Y+b.Height+apart && b.Y <= a.Y+a.Height+apart
	return row || column
}

func unite(a, b *page.Rule) {
	right, foot := max(a.X+a.Width, b.X+b.Width), max(a.Y+a.Height, b.Y+b.Height)
	a.X, a.Y = min(a.X, b.X), min(a.Y, b.Y)
	a.Width, a.Height = right-a.X, foot-a.Y
}
