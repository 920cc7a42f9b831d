package typeset

import "jianbao/bulletin/page"

// A justifier hands out the change of a line over its glues, rank by rank,
// evenly within a rank, to the last EMU.
type justifier struct {
	shrink  [shrinkRanks]share
	stretch [stretchRanks]share
}

// share is an amount for a number of places, and how many have had theirs.
type share struct {
	amount       page.Length
	places, done int64
}

func (s *share) next() page.Length {
	if s.places == 0 {
		return 0
	}
	a := page.Length(int64(s.amount) * (s.done + 1) / s.places)
	b := page.Length(int64(s.amount) * s.done / s.places)
	s.done++
	return a - b
}

func newJustifier(b *breaker, from, to int, missing page.Length) *justifier {
	j := &justifier{}
	excess := max(-missing, 0)
	for r := range j.shrink {
		g := b.shrinks(from, to, Rank(r))
		j.shrink[r] = share{amount: min(excess, g.amount), places: g.places}
		excess -= j.shrink[r].amount
	}
	missing = max(missing, 0)
	for r := range j.stretch {
		g := b.stretches(from, to, Rank(r))
		amount := missing
		if g.places == 0 {
			amount = 0
		} else if Rank(r) < Letter {
			amount = min(amount, g.amount)
		}
		j.stretch[r] = share{amount: amount, places: g.places}
		missing -= amount
	}
	return j
}

// change returns by how much a glue differs from its natural width; end says
// that it is the last item of its line.
func (j *justifier) change(it Item, end bool) page.Length {
	if it.Kind != Glue {
		return 0
	}
	d := page.Length(0)
	if it.Shrink > 0 {
		if end {
			d -= j.shrink[AtEnd].next()
		} else if it.ShrinkAt != AtEnd {
			d -= j.shrink[it.ShrinkAt].next()
		}
	}
	if it.Stretch > 0 {
		d += j.stretch[it.StretchAt].next()
	}
	return d
}
