package layout

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// TestChoose fills pages of few lines with random rows and notes, and finds no
// cheaper way by trying all; of ways that cost as much it takes the fuller pages.
func TestChoose(t *testing.T) {
	l := testLayouter(t, "{每页行数: 5, 版心: 156mm×100mm}")
	times := 300
	if os.Getenv("LONG") != "" {
		times = 5000
	}
	carried := 0
	for seed := range times {
		random := rand.New(rand.NewSource(int64(seed)))
		p := newPaginator(l, random.Intn(3), nil, randomTail(random, l))
		takeRandom(p, random)
		got, want := p.choose(state{}), cheapest(p, state{}, map[state]choice{})
		if got != want {
			t.Errorf("seed %d: %+v, and trying all %+v", seed, got, want)
		}
		if got.carry > 0 {
			carried++
		}
	}
	if carried == 0 {
		t.Error("no note ever ran on")
	}
}

// testLayouter returns the layouter of an issue with some settings of the page.
func testLayouter(t *testing.T, style string) *layouter {
	t.Helper()
	text := "---\n刊名: 简报\n期号: 1\ndate: 2020-01-02\n版式: " + style + "\n---\n\n文。\n"
	issue := bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", nil)
	if issue.Findings.Errors() > 0 {
		t.Fatal(issue.Findings)
	}
	return newLayouter(issue, testAssets(t))
}

// TestLongNote makes sure that a note longer than pages, which begins on the page
// of its mark and runs on, is no reason to tear a title.
func TestLongNote(t *testing.T) {
	p := newPaginator(testLayouter(t, "{每页行数: 22}"), 10, nil, tail{})
	for most := range 5 {
		rows := []row{{blank: true, keep: true}, {keep: true}, {keep: true}, {blank: true, keep: true}}
		rows = append(rows, make([]row, 40)...)
		rows[2].notes = []*note{{label: "①", lines: make([]noteLine, most*p.full+p.full/2)}}
		p.best = map[int]map[state]choice{}
		p.reckon(rows)
		if first := p.sheets()[0]; first.end < 6 || first.notesTo == 0 {
			t.Errorf("note of %d pages: %+v", most, first)
		}
	}
}

// TestChooseMany makes sure that many notes of every length do not make a search
// of pages long: some texts of 500 took minutes and gigabytes.
func TestChooseMany(t *testing.T) {
	p := newPaginator(testLayouter(t, "{每页行数: 22}"), 10, nil, tail{})
	for seed := range 5 {
		random := rand.New(rand.NewSource(int64(seed)))
		rows := make([]row, 500)
		for range rows {
			r := &rows[random.Intn(len(rows))]
			lines := []int{1, 1, 2, 6, 20, 35, 70}[random.Intn(7)]
			r.notes = append(r.notes, &note{label: "注", lines: make([]noteLine, lines)})
		}
		p.best = map[int]map[state]choice{}
		p.reckon(rows)
		p.sheets()
		states := 0
		for _, m := range p.best {
			states += len(m)
		}
		if states > 10_000 {
			t.Errorf("seed %d: %d ways to begin a page tried", seed, states)
		}
	}
}

// takeRandom gives a paginator rows of every kind, some with notes.
func takeRandom(p *paginator, random *rand.Rand) {
	some := func(n int) bool { return random.Intn(n) == 0 }
	var rows []row
	for i := range 1 + random.Intn(14) {
		r := row{blank: some(8), keep: some(8), tied: some(10), whole: some(12), turn: some(15), widow: some(6)}
		if some(25) {
			r = row{plate: &plate{}}
		}
		for some(3) {
			r.notes = append(r.notes, &note{label: fmt.Sprint(i), lines: make([]noteLine, 1+random.Intn(12))})
		}
		rows = append(rows, r)
	}
	p.reckon(rows)
}

// randomTail is a 报尾 of some lines, or none.
func randomTail(random *rand.Rand, l *layouter) tail {
	if random.Intn(3) == 0 {
		return tail{}
	}
	n := 1 + random.Intn(l.geo.lines)
	return tail{even: random.Intn(3) == 0, repeats: random.Intn(5) == 0, pieces: []block{{lines: n, height: page.Length(n) * 10 * page.Mm}}}
}

// cheapest tries every way to fill a page.
func cheapest(p *paginator, s state, known map[state]choice) choice {
	if c, ok := known[s]; ok {
		return c
	}
	room := p.room(s.row == 0 && s.carry == 0)
	best := choice{cost: math.MaxInt}
	for j := p.furthest(s, room); j > s.row || j == s.row && s.carry > 0; j-- {
		c := p.fill(s, j, room)
		if next := p.after(s, c); next.row < len(p.rows) || next.carry > 0 {
			c.cost += cheapest(p, next, known).cost
		} else {
			cost, _ := p.end(s, j, room)
			c.cost += cost
		}
		if c.cost < best.cost {
			best = c
		}
	}
	known[s] = best
	return best
}
