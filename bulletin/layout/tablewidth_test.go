package layout

import (
	"math/rand"
	"testing"

	"jianbao/bulletin/page"
)

// TestColumnWidths checks on random columns that widths sum to the measure
// exactly, that every column has what it must, and all it likes when there is
// room.
func TestColumnWidths(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	const measure = 156 * page.Mm
	refused := 0
	for range 2000 {
		columns := make([]extent, 1+r.Intn(12))
		var least, natural page.Length
		for i := range columns {
			c := &columns[i]
			c.least = page.Length(1 + r.Intn(20*int(page.Mm)))
			c.natural = c.least + page.Length(r.Intn(1+r.Intn(200*int(page.Mm))))
			least, natural = least+c.least, natural+c.natural
		}
		tall := func(widths []page.Length) (cost int64) {
			for i, w := range widths {
				cost = max(cost, int64(columns[i].natural/w))
			}
			return cost
		}
		widths, ok := columnWidths(columns, measure, tall)
		if ok != (least <= measure) {
			t.Fatalf("%v: found room is %v", columns, ok)
		}
		if !ok {
			refused++
			continue
		}
		sum := page.Length(0)
		for i, w := range widths {
			sum += w
			if w < columns[i].least || natural <= measure && w < columns[i].natural {
				t.Fatalf("column %d of %v is %d wide", i, columns, w)
			}
		}
		if sum != measure {
			t.Fatalf("%v: widths %v sum to %d, not %d", columns, widths, sum, measure)
		}
	}
	if refused == 0 || refused > 1000 {
		t.Errorf("%d of 2000 refused: the test looks at the wrong tables", refused)
	}
}
