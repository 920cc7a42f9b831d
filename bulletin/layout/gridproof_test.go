package layout

import (
	"testing"

	"jianbao/bulletin/page"
)

// TestDrawGrid says that the grid of a proof lies under the text, has a box
// for every cell of every line, and is turned with a turned page.
func TestDrawGrid(t *testing.T) {
	for _, c := range []struct {
		file         string
		page         int
		lines, cells int
		turned       bool
	}{
		{"testdata/notes.md", 1, 22, 28, false},
		{"testdata/setting-cells.md", 0, 22, 26, false},
		{"testdata/tables/wide.md", 1, 15, 40, true},
	} {
		issue := readIssue(t, c.file, nil)
		d, findings := Pages(issue, testAssets(t))
		if findings.Errors() > 0 {
			t.Fatal(findings)
		}
		p := d.Pages[c.page]
		before := len(p.Items)
		DrawGrid(d, issue)
		drawn := len(p.Items) - before
		if want := c.lines*(2+c.cells+1) + 4; drawn != want || p.Turned != c.turned {
			t.Errorf("%s: %d rules of the grid, want %d", c.file, drawn, want)
		}
		across, along := 0, 0
		for _, it := range p.Items[:drawn] {
			r, ok := it.(*page.Rule)
			if !ok || r.Node != page.Artifact || r.Color == page.Black {
				t.Fatalf("%s: %+v stands under the text", c.file, it)
			}
			if r.X < 20*page.Mm || r.X+r.Width > 190*page.Mm || r.Y < 30*page.Mm || r.Y+r.Height > 270*page.Mm {
				t.Errorf("%s: a rule at %s, %s mm", c.file, r.X.Millimetres(), r.Y.Millimetres())
			}
			if r.Width > r.Height {
				across++
			} else {
				along++
			}
		}
		if turned := across > along; turned != c.turned {
			t.Errorf("%s: %d rules across, %d along", c.file, across, along)
		}
	}
}
