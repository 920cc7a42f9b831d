package typeset

import (
	"math"

	"jianbao/bulletin/page"
)

// titleFit is the search for the lines of a title.
type titleFit struct {
	*titleText
	ideal  page.Length
	places []int // characters before which a line may end, the start and the end
}

// A titleState is the cheapest way to a line between two places: its cost,
// and the line before it.
type titleState struct {
	cost int64
	from int   // place where the line before begins
	turn uint8 // whether lines have begun to shrink by then: 0 no, 1 yes
}

// layer holds the states of the n-th line by its two places and by whether
// lines have begun to shrink. A line ends at most reach places after its start.
type layer struct {
	reach  int
	states []titleState
}

func (l layer) at(a, b int, turn uint8) *titleState {
	return &l.states[(a*l.reach+b-a-1)*2+int(turn)]
}

// search returns the cheapest breaks into a number of lines. It goes over
// pairs of neighbouring lines, since the shape depends on both.
func (f *titleFit) search(lines int) (titleLines, bool) {
	last := len(f.places) - 1
	layers := make([]layer, lines)
	reach := f.reach()
	for n := range layers {
		layers[n] = layer{reach, make([]titleState, (last+1)*reach*2)}
		for i := range layers[n].states {
			layers[n].states[i].cost = math.MaxInt64
		}
	}
	for b := 1; b <= last && b <= reach; b++ {
		if f.holds(0, b) {
			layers[0].at(0, b, 0).cost = f.line(0, b)
		}
	}
	for n := 1; n < lines; n++ {
		f.extend(layers[n-1], layers[n])
	}
	return f.trace(layers, last)
}

// reach is how many places the longest line spans.
func (f *titleFit) reach() int {
	most := 1
	for a := range f.places {
		for a+most+1 < len(f.places) && f.holds(a, a+most+1) {
			most++
		}
	}
	return most
}

// holds reports whether the measure holds a line between two places.
func (f *titleFit) holds(a, b int) bool {
	return f.width(f.places[a], f.places[b]) <= f.measure
}

// extend finds the lines that follow those of a layer.
func (f *titleFit) extend(from, to layer) {
	for a := range f.places {
		for b := a + 1; b <= a+from.reach && b < len(f.places)-1; b++ {
			for turn := range uint8(2) {
				s := *from.at(a, b, turn)
				if s.cost == math.MaxInt64 {
					continue
				}
				for c := b + 1; c <= b+to.reach && c < len(f.places) && f.holds(b, c); c++ {
					cost, next := f.step(a, b, c, turn)
					if cost += s.cost; cost < to.at(b, c, next).cost {
						*to.at(b, c, next) = titleState{cost, a, turn}
					}
				}
			}
		}
	}
}

// step is what a line b to c costs after a line a to b, and whether lines have
// begun to shrink with it.
func (f *titleFit) step(a, b, c int, turn uint8) (int64, uint8) {
	cost := f.cost[f.places[b]] + f.line(b, c)
	grown := f.width(f.places[b], f.places[c]) - f.width(f.places[a], f.places[b])
	if over := max(grown, -grown) - unevenStep*f.em; over > 0 {
		cost += costUneven * int64(over) / int64(f.em)
	}
	switch {
	case grown < -f.em*3/2:
		turn = 1
	case grown > f.em*3/2 && turn == 1:
		cost += costHourglass
	}
	return cost, turn
}

// line is what the length of a line costs.
func (f *titleFit) line(a, b int) int64 {
	w := f.width(f.places[a], f.places[b])
	d := int64(w-f.ideal) * 10 / int64(f.em)
	blanks := f.blanks(a, b)
	cost := d*d/100 + costPassed*blanks
	if blanks > 0 && f.spurned(f.places[a], f.places[b]) {
		cost += costSpurned
	}
	switch {
	case w < 3*f.em:
		cost += costStub
	case w > 19*f.em && w > f.measure-f.em*5/4:
		cost += costFull
	}
	return cost
}

// spurned reports whether a line passes the editor's last blank in it and ends
// elsewhere. The blank between two offices that issue 关于… together is none to
// break at.
func (f *titleFit) spurned(from, to int) bool {
	if to == len(f.chars) || f.chars[to].Class == Space {
		return false
	}
	for i := to; i > from; i-- {
		switch {
		case i+1 < len(f.chars) && f.chars[i].Rune == '关' && f.chars[i+1].Rune == '于':
			return false
		case f.chars[i].Class == Space:
			return true
		}
	}
	return false
}

// blanks counts the typed blanks within a line.
func (f *titleFit) blanks(a, b int) int64 {
	n := int64(0)
	for i := f.places[a] + 1; i < f.places[b]; i++ {
		if f.chars[i].Class == Space && f.cost[i] >= 0 {
			n++
		}
	}
	return n
}

// trace reads the cheapest way back from the last line.
func (f *titleFit) trace(layers []layer, last int) (titleLines, bool) {
	best, start, turn := int64(math.MaxInt64), 0, uint8(0)
	end := layers[len(layers)-1]
	for a := max(last-end.reach, 0); a < last; a++ {
		for t := range uint8(2) {
			if s := end.at(a, last, t); s.cost < best {
				best, start, turn = s.cost, a, t
			}
		}
	}
	if best == math.MaxInt64 {
		return titleLines{}, false
	}
	breaks := make([]int, len(layers)-1)
	for n, b := len(layers)-1, last; n > 0; n-- {
		s := layers[n].at(start, b, turn)
		breaks[n-1] = f.places[start]
		b, start, turn = start, s.from, s.turn
	}
	return titleLines{breaks, best}, true
}
