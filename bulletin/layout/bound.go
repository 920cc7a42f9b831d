package layout

import "math"

// reckon takes rows, counts the lines of their notes, and what pages of them cost
// at least.
func (p *paginator) reckon(rows []row) {
	p.full = max(p.noteFits(p.geo.lines), 1)
	p.rows, p.notes, p.next, p.upTo = rows, nil, nil, make([]int, len(rows)+1)
	for i, r := range rows {
		for _, n := range r.notes {
			for at := range n.lines {
				begins := len(p.notes)
				if at > 0 {
					begins += len(n.lines)
				}
				p.next = append(p.next, begins)
			}
			p.notes = append(p.notes, n.lines...)
		}
		p.upTo[i+1] = len(p.notes)
	}
	p.next = append(p.next, len(p.notes))
	p.least = make([]int, len(rows)+1)
	room := p.room(false)
	for i := len(rows) - 1; i > 0; i-- { // nothing is left over for the first page
		p.least[i] = math.MaxInt
		for j := p.furthest(state{row: i}, room); j > i; j-- {
			p.least[i] = min(p.least[i], p.leastOf(i, j, room)+p.least[j])
		}
	}
}

// leastOf returns what a page of rows i to j-1 costs at least, and what is left of
// their notes costs on the pages after it: what is left over from the page before
// only leaves less room, and keeps what comes behind it waiting.
func (p *paginator) leastOf(i, j, room int) int {
	s := state{row: i}
	cost, free := p.breakCost(i, j), room-p.height(s, j)
	lines := p.upTo[j] - p.upTo[i]
	if p.noteRows(lines) <= free {
		return cost
	}
	fit := p.noteFits(free)
	if fit < p.begun(s, j) {
		cost += costParted
	}
	left := lines - min(fit, lines)
	return cost + costCarry + p.late(j, left) + p.later(j, left)
}

// late returns what it costs that so many lines of the notes of rows before j are
// left for later pages. A note that has begun and runs on is not late.
func (p *paginator) late(j, left int) int {
	return costLate * ((p.upTo[j] - p.next[p.upTo[j]-left]) / p.full)
}

// later returns what these lines cost at least on the pages after the next ones
// that they fill.
func (p *paginator) later(j, left int) int {
	cost := 0
	for left -= p.full; left >= p.full; left -= p.full {
		cost += p.late(j, left)
	}
	return cost
}
