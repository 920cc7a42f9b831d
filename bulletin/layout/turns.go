package layout

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// A paginator finds where pages end.
type paginator struct {
	*layouter
	head  int // grid lines of the masthead
	rows  []row
	foot  tail
	full  int        // how many lines of notes a page holds that has nothing else
	notes []noteLine // of all rows, in order
	upTo  []int      // upTo[i]: how many lines the notes of rows before i have
	next  []int      // next[i]: the first line of notes from line i on with which a note begins
	least []int      // least[i]: what pages from row i on cost at least, whatever is left over from the page before

	// best is what was found, by how many rows are left: so it holds when rows
	// before them change.
	best map[int]map[state]choice
	need []int // by lines of notes: the grid lines they take, as far as asked for
}

// A state is a page about to be filled: its first row, the page's side, and
// how many lines of notes are left over from the page before.
type state struct {
	row   int
	even  bool // an even page, where that matters
	carry int
}

// A choice is how a page is filled at the least cost of it and all after it.
type choice struct {
	cost  int
	end   int // the row the next page begins with
	carry int // lines of notes left for the next page
}

// A filling is a choice with only its own cost, and what it and all after it cost
// at least.
type filling struct {
	choice
	bound int
}

// A sheet is one page of text: rows start to end-1 with so many note lines.
type sheet struct {
	start, end         int
	notesFrom, notesTo int
	free               int      // lines below text and notes
	noteLines          int      // that the notes take
	foot               standing // of the last: where the 报尾 comes
	last               bool
}

func newPaginator(l *layouter, head int, rows []row, foot tail) *paginator {
	p := &paginator{layouter: l, head: head, foot: foot, best: map[int]map[state]choice{}}
	p.take(rows)
	return p
}

// take takes rows, with the notes of each.
func (p *paginator) take(rows []row) {
	keepText(rows)
	p.attachNotes(rows)
	p.reckon(rows)
}

// sheets returns the pages of text, at least one.
func (p *paginator) sheets() []sheet {
	var out []sheet
	s := state{}
	for {
		c := p.choose(s)
		t := sheet{start: s.row, end: c.end, notesFrom: p.upTo[s.row] - s.carry, notesTo: p.upTo[c.end] - c.carry}
		room := p.room(s.row == 0 && s.carry == 0)
		t.noteLines = p.noteRows(t.notesTo - t.notesFrom)
		t.free = room - p.height(s, c.end) - t.noteLines
		if t.last = c.end == len(p.rows) && c.carry == 0; t.last {
			_, t.foot = p.end(s, c.end, room)
			return append(out, t)
		}
		out = append(out, t)
		s = p.after(s, c)
	}
}

// after returns the state of the page after one that is filled so.
func (p *paginator) after(s state, c choice) state {
	return state{c.end, p.foot.even && !s.even, c.carry}
}

// Costs of a page, in lines left empty.
const (
	costTorn      = 1_000_000 // a page that ends within a picture
	costKept      = 10_000    // a page that ends within a heading and its text
	costBare      = 25_000    // a page without text, the first above all (GB 7.3.3)
	costAlone     = 1_000     // fewer than two lines of text above the 报尾
	costCarry     = 6         // a note that runs on to the next page
	costParted    = 30_000    // a note that does not begin on the page of its mark
	costLate      = 9_000     // each page that notes which have not begun would fill, behind the next
	costWidow     = 10        // the last line of a paragraph alone at the head of a page
	costAloneEven = 40        // fewer than two lines there, where even pages are asked for
	costEven      = 6         // an even page for the 报尾 alone
	costBlank     = 60        // an empty page before that
	costNoRoom    = 20_000    // the 报尾 alone because nothing else will do
)

// choose returns the cheapest way to fill a page. Pages are filled from the
// first on; what a page leaves empty, because a heading stays with its text or
// the 报尾 must not stand alone, costs a line each.
func (p *paginator) choose(s state) choice {
	left := len(p.rows) - s.row
	known := state{-left, s.even, s.carry}
	if c, ok := p.best[left][known]; ok {
		c.end += len(p.rows)
		return c
	}
	best := choice{cost: math.MaxInt}
	room := p.room(s.row == 0 && s.carry == 0)
	for _, f := range p.fillings(s, room) {
		if f.bound > best.cost { // and so it is for all that follow
			break
		}
		c := f.choice
		if next := p.after(s, c); next.row < len(p.rows) || next.carry > 0 {
			c.cost += p.choose(next).cost
		} else {
			cost, _ := p.end(s, c.end, room)
			c.cost += cost
		}
		if c.cost < best.cost || c.cost == best.cost && c.end > best.end { // of equal costs the fuller page
			best = c
		}
	}
	if p.best[left] == nil {
		p.best[left] = map[state]choice{}
	}
	stored := best
	stored.end -= len(p.rows)
	p.best[left][known] = stored
	return best
}

// fillings returns the ways to fill a page with what each costs by itself, those
// first that may become the cheapest, and of equal ones the fullest.
func (p *paginator) fillings(s state, room int) []filling {
	out := make([]filling, 0, p.geo.lines+1)
	for j := p.furthest(s, room); j > s.row || j == s.row && s.carry > 0; j-- {
		c := p.fill(s, j, room)
		out = append(out, filling{c, c.cost + p.later(j, c.carry) + p.least[j]})
	}
	slices.SortStableFunc(out, func(a, b filling) int { return cmp.Compare(a.bound, b.bound) })
	return out
}

// room is how many lines a page has for text and notes.
func (p *paginator) room(first bool) int {
	room := p.geo.lines
	if first {
		room -= p.head
	}
	if p.foot.repeats {
		room -= p.foot.pieces[0].lines
	}
	return room
}

// furthest returns the row after the last that a page can hold.
func (p *paginator) furthest(s state, room int) int {
	first := s.row == 0 && s.carry == 0
	h, j := 0, s.row
	for white := !first; j < len(p.rows); j++ {
		r := p.rows[j]
		if j > s.row && (r.turn || r.plate != nil || p.rows[j-1].plate != nil) {
			break
		}
		if j == s.row && !first {
			h += len(r.head)
		}
		if white = white && r.blank; !white {
			h++
		}
		if h > room && j > s.row {
			break
		}
	}
	return j
}

// fill returns what a page of rows up to j costs by itself.
func (p *paginator) fill(s state, j, room int) choice {
	h := p.height(s, j)
	c := choice{end: j}
	lines := p.upTo[j] - p.upTo[s.row] + s.carry
	free := room - h - p.noteRows(lines)
	if free < 0 {
		fit := p.noteFits(room - h)
		if j == s.row {
			fit = max(fit, 1) // or notes would never end
		}
		c.carry = lines - min(fit, lines)
		c.cost += costCarry + p.late(j, c.carry)
		if fit < p.begun(s, j) {
			c.cost += costParted
		}
		free = 0
	}
	if j == len(p.rows) {
		return c
	}
	c.cost += p.breakCost(s.row, j)
	if next := p.rows[j]; !next.turn && next.plate == nil {
		c.cost += free
	}
	if s.carry == 0 && j > s.row && onlyWhite(p.rows[s.row:j]) {
		c.cost += costBare
	}
	return c
}

// breakCost returns what it costs that a page begins with row i, and ends between
// row j and the one before, whatever notes it has.
func (p *paginator) breakCost(i, j int) int {
	if j == len(p.rows) {
		return 0
	}
	cost := 0
	if next := p.rows[j]; next.widow && !next.turn && next.plate == nil {
		cost += costWidow
	}
	switch {
	case i == j:
	case p.rows[j-1].whole:
		cost += costTorn
	case p.rows[j-1].keep || p.rows[j-1].tied:
		cost += costKept
	}
	return cost
}

// begun returns how many lines of notes a page must hold so that each note
// begins on the page of its mark: two lines of the last one, if it has them.
func (p *paginator) begun(s state, j int) int {
	for i := j - 1; i >= s.row; i-- {
		if notes := p.rows[i].notes; len(notes) > 0 {
			last := len(notes[len(notes)-1].lines)
			return p.upTo[j] - p.upTo[s.row] + s.carry - last + min(last, keepLines)
		}
	}
	return min(s.carry, 1)
}

// height is how many grid lines the rows of a page take.
func (p *paginator) height(s state, j int) int {
	rows := p.rows[s.row:j]
	if len(rows) > 0 && rows[0].plate != nil {
		return p.geo.lines
	}
	return height(rows, s.row == 0 && s.carry == 0)
}

// A standing is where the first piece of the 报尾 comes.
type standing int

const (
	onPage    standing = iota // on the last page of text
	onNext                    // on the page after it
	overBlank                 // on the one after that, an even page
)

// end returns what it costs that text and notes end on a page, and where the
// 报尾 then comes.
func (p *paginator) end(s state, j, room int) (int, standing) {
	if len(p.foot.pieces) == 0 {
		return 0, onPage
	}
	h := p.height(s, j)
	free := room - h - p.noteRows(p.upTo[j]-p.upTo[s.row]+s.carry)
	cost, where := p.stand(s, free)
	if alone := s.row > 0 && h < keepLines; alone && where == onPage {
		if cost += costAlone; p.foot.even {
			cost += costAloneEven - costAlone
		}
	}
	return cost, where
}

// stand returns where the 报尾 comes after a page of so many free lines.
func (p *paginator) stand(s state, free int) (int, standing) {
	fits := p.foot.pieces[0].lines <= free || p.foot.repeats
	if s.row < len(p.rows) && p.rows[s.row].plate != nil {
		fits = false
	}
	if !p.foot.even {
		switch {
		case fits:
			return 0, onPage
		case p.foot.pieces[0].lines >= p.geo.lines-1: // it fills a page
			return 0, onNext
		case p.foot.pieces[0].lines > p.geo.lines*2/3: // or most of one: rather than part a heading from its text
			return costNoRoom / 4, onNext
		}
		return costNoRoom, onNext
	}
	onEven := s.even == (len(p.foot.pieces)%2 == 1) // the last piece, if the first came here
	switch {
	case fits && onEven:
		return 0, onPage
	case onEven:
		return costBlank, overBlank
	}
	return costEven, onNext
}

// noteRows returns how many grid lines so many lines of notes take. It is asked
// often, so what it found it keeps.
func (p *paginator) noteRows(lines int) int {
	for len(p.need) <= min(max(lines, 0), 4*p.geo.lines) {
		p.need = append(p.need, p.noteLines(len(p.need)))
	}
	if lines > 4*p.geo.lines {
		return p.noteLines(lines)
	}
	return p.need[max(lines, 0)]
}

// noteFits returns how many lines of notes so many grid lines hold.
func (p *paginator) noteFits(free int) int {
	return max(sort.Search(2*max(free, 0)+1, func(n int) bool { return p.noteRows(n) > free })-1, 0)
}
