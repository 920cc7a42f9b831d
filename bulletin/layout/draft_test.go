package layout

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// draftFiles are issues with tables, turned pages, notes and pictures.
var draftFiles = []string{
	"testdata/notes.md", "testdata/breaks.md", "testdata/lists.md", "testdata/figures.md", "testdata/tables/wide.md", "testdata/tables/long.md",
	"testdata/dateatend.md", "testdata/setting-cells.md",
}

// TestDraftLeavesPages says that the marks of a draft leave the pages as they are:
// they come after all else, are no part of the text, and stand on the paper but
// outside the 版心.
func TestDraftLeavesPages(t *testing.T) {
	for _, file := range draftFiles {
		issue := readIssue(t, file, nil)
		want, findings := Pages(issue, testAssets(t))
		if findings.Errors() > 0 {
			t.Fatal(file, findings)
		}
		p := NewProof(issue, testAssets(t))
		p.Draw(Draft{Word: "送审稿", Date: bulletin.Date{Year: 2020, Month: 9, Day: 20}, Before: []string{"别的"}})
		got, findings := p.Document()
		if findings.Errors() > 0 || len(got.Pages) != len(want.Pages) || len(got.Tree) != len(want.Tree) {
			t.Fatal(file, len(got.Pages), "pages", findings)
		}
		g := newGeometry(issue.Style)
		for n, pg := range got.Pages {
			old := len(want.Pages[n].Items)
			if len(pg.Items) <= old {
				t.Errorf("%s: page %d bears no marks", file, n+1)
			}
			word := false
			for i, it := range pg.Items[old:] {
				x, y, w, h, artifact := extentOf(it)
				word = word || strings.Contains(textOf(it), "送审稿")
				inside := x+w > g.left(n) && x < g.left(n)+g.width && y+h > g.top && y < g.top+g.height
				if !artifact || inside || x < 0 || y < 0 || x+w > paperWidth || y+h > paperHeight {
					t.Errorf("%s: page %d: mark %d at %s,%s mm %q", file, n+1, i, x.Millimetres(), y.Millimetres(), textOf(it))
				}
			}
			if !word {
				t.Errorf("%s: page %d has no 送审稿", file, n+1)
			}
			for i, it := range want.Pages[n].Items {
				if x, y, w, h, _ := extentOf(it); textOf(it) != textOf(pg.Items[i]) || !slices.Equal([]page.Length{x, y, w, h}, boxOf(pg.Items[i])) {
					t.Fatalf("%s: page %d: item %d differs from that of the final pages", file, n+1, i)
				}
			}
		}
	}
}

// draftOf reads an issue.
func draftOf(text string) *bulletin.Issue {
	return bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", nil)
}

func boxOf(it page.Item) []page.Length {
	x, y, w, h, _ := extentOf(it)
	return []page.Length{x, y, w, h}
}

// extentOf returns where an item stands.
func extentOf(it page.Item) (x, y, w, h page.Length, artifact bool) {
	switch it := it.(type) {
	case *page.Text:
		var run page.Length
		for _, a := range it.Advances {
			run += a
		}
		if it.Turn == 1 {
			return it.X - baseline(it.Size), it.Y - run, it.Size, run, it.Node == page.Artifact
		}
		return it.X, it.Y - baseline(it.Size), run, it.Size, it.Node == page.Artifact
	case *page.Rule:
		return it.X, it.Y, it.Width, it.Height, it.Node == page.Artifact
	}
	return 0, 0, 0, 0, false
}

func textOf(it page.Item) string {
	if t, ok := it.(*page.Text); ok {
		return t.String
	}
	return ""
}

// TestDraftBars says beside which lines bars stand when a draft changed.
func TestDraftBars(t *testing.T) {
	const head = "---\n刊名: 简报\n期号: 1\ndate: 2020-01-02\n---\n\n# 标题\n\n"
	const base = head + "第一段。\n\n第二段。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n| 三 | 四 |\n\n第三段[^1]。\n\n[^1]: 注。\n"
	for _, c := range []struct {
		name, old, new   string
		changed, dropped int
		bars, ticks      int
	}{
		{"the same", "", "", 0, 0, 0, 0},
		{"only blanks and line ends", "第二段。", "第 二段。<!-- 注意 -->", 0, 0, 0, 0},
		{"a paragraph", "第二段", "第二二段", 1, 0, 1, 0},
		{"two paragraphs side by side", "第一段。\n\n第二段。", "第一一段。\n\n第二二段。", 2, 0, 1, 0},
		{"one more", "第二段。", "第二段。\n\n又一段。", 1, 0, 1, 0},
		{"one less", "第二段。\n\n", "", 0, 1, 0, 1},
		{"the first dropped, the next changed", "第一段。\n\n第二段。", "第二二段。", 1, 1, 1, 1},
		{"a cell", "| 四 |", "| 肆 |", 1, 0, 1, 0},
		{"a note", "注。", "注释。", 1, 0, 1, 0},
		{"a title", "# 标题", "# 题目", 1, 0, 1, 0},
		{"a heading of another level", "# 标题", "## 标题", 1, 0, 1, 0},
		{"the date", "2020-01-02", "2020-01-03", 1, 0, 1, 0},
	} {
		assets := testAssets(t)
		before := NewProof(draftOf(base), assets).Texts()
		p := NewProof(draftOf(strings.Replace(base, c.old, c.new, 1)), assets)
		items := len(p.l.doc.Pages[0].Items)
		got := p.Draw(Draft{Word: "送审稿", Date: bulletin.Date{Year: 2020, Month: 1, Day: 1}, Before: before})
		bars, ticks := 0, 0
		for _, it := range p.l.doc.Pages[0].Items[items:] {
			if r, ok := it.(*page.Rule); ok && r.Width < r.Height {
				bars++
			} else if ok {
				ticks++
			}
		}
		if got.Changed != c.changed || got.Dropped != c.dropped || bars != c.bars || ticks != c.ticks {
			t.Errorf("%s: %+v, %d bars, %d strokes; want %+v", c.name, got, bars, ticks, c)
		}
	}
}

// TestLineNumbers says which lines have numbers: all of the text but the masthead,
// on each page from 1 on.
func TestLineNumbers(t *testing.T) {
	issue := readIssue(t, "testdata/tables/long.md", nil)
	p := NewProof(issue, testAssets(t))
	var before []int
	for _, pg := range p.l.doc.Pages {
		before = append(before, len(pg.Items))
	}
	p.Draw(Draft{Word: "送审稿", Date: bulletin.Date{Year: 2020, Month: 1, Day: 1}})
	rows := map[page.Length]bool{}
	for n, pg := range p.l.doc.Pages {
		want := 1
		for _, it := range pg.Items[before[n]:] {
			s := textOf(it)
			if txt, ok := it.(*page.Text); !ok || txt.Size != lineNumberSize {
				continue
			}
			if s != strconv.Itoa(want) {
				t.Errorf("page %d: line %s, want %d", n+1, s, want)
			}
			rows[it.(*page.Text).Y] = true
			want++
		}
		if want < 3 {
			t.Errorf("page %d: %d lines", n+1, want-1)
		}
	}
	if len(rows) < 20 {
		t.Errorf("%d places of numbers", len(rows))
	}
}

// TestMatched compares the matching of texts with all that there are.
func TestMatched(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	word := func() []string {
		out := make([]string, rnd.IntN(9))
		for i := range out {
			out[i] = string(rune('a' + rnd.IntN(3)))
		}
		return out
	}
	for range 3000 {
		before, now := word(), word()
		for name, match := range map[string]func(a, b []string) []int{"matched": matched, "firstPlaces": firstPlaces} {
			got, last, n := match(before, now), -1, 0
			for i, k := range got {
				if k < 0 {
					continue
				}
				if n++; k <= last || before[k] != now[i] {
					t.Fatalf("%s: %v of %v in %v", name, got, now, before)
				}
				last = k
			}
			if best := longestCommon(before, now); name == "matched" && n != best {
				t.Fatalf("%d of %v in %v, want %d", n, now, before, best)
			}
		}
	}
}

func longestCommon(a, b []string) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return 0
	case a[0] == b[0]:
		return 1 + longestCommon(a[1:], b[1:])
	}
	return max(longestCommon(a[1:], b), longestCommon(a, b[1:]))
}
