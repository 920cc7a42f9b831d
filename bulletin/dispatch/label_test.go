package dispatch

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// TestLabelSheets holds the sheets against those that are sold, within half a
// millimetre: 24 labels of 70 × 37 mm and 14 of 99.1 × 38.1 mm, evenly on A4.
func TestLabelSheets(t *testing.T) {
	const most = page.Mm / 2
	for _, c := range []struct {
		name                     string
		columns, rows            int
		width, height, across    page.Length
		left, top, right, bottom page.Length // white at the edges of the paper
	}{
		{"3x8", 3, 8, 70 * page.Mm, 37 * page.Mm, 70 * page.Mm, 0, page.Mm / 2, 0, page.Mm / 2},
		{"2x7", 2, 7, page.Hundredths(9910), page.Hundredths(3810), page.Hundredths(10160), page.Hundredths(465), page.Hundredths(1515), page.Hundredths(465), page.Hundredths(1515)},
	} {
		s, ok := LabelSheetNamed(c.name)
		if !ok || s.Columns != c.columns || s.Rows != c.rows {
			t.Errorf("%s: %+v", c.name, s)
			continue
		}
		x, y := s.place(0)
		far, low := s.place(s.Places() - 1)
		next, _ := s.place(1)
		for what, off := range map[string]page.Length{
			"width": s.Width - c.width, "height": s.Height - c.height, "across": next - x - c.across,
			"left": x - c.left, "top": y - c.top, "right": 210*page.Mm - far - s.Width - c.right, "bottom": 297*page.Mm - low - s.Height - c.bottom,
		} {
			if off > most || off < -most {
				t.Errorf("%s: %s is off by %s mm", c.name, what, off.Millimetres())
			}
		}
	}
	if _, ok := LabelSheetNamed("4x9"); ok {
		t.Error("4x9 is no sheet")
	}
}

// labelled is a job of n recipients.
func labelled(t *testing.T, n int, o Options) *Job {
	t.Helper()
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf("第%d单位", i+1))
	}
	register := "单位:\n  - 名称: " + strings.Join(list, "\n  - 名称: ")
	return job(t, counted(t, "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n报: ["+strings.Join(list, ", ")+"]\n---\n\n正文。\n", register), o)
}

// TestLabelPlaces holds that every label stands inside the place it is meant
// for, from the first free one on, and that an offset moves all alike.
func TestLabelPlaces(t *testing.T) {
	a := testAssets(t)
	for _, s := range LabelSheets {
		for _, start := range []int{0, 1, 5, s.Places()} {
			const n = 30
			d, findings := labelled(t, n, Options{Start: start}).Labels(a, s)
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			first := max(start, 1) - 1
			if want := (first + n + s.Places() - 1) / s.Places(); len(d.Pages) != want {
				t.Errorf("%s from %d: %d pages, want %d", s.Name, start, len(d.Pages), want)
			}
			sections := kids(d, 0)
			for i := range n {
				at := first + i
				x, y := s.place(at % s.Places())
				own := map[int]bool{}
				for _, k := range kids(d, sections[i]) {
					own[k] = true
				}
				var items []page.Item
				for _, it := range d.Pages[at/s.Places()].Items {
					if text, ok := it.(*page.Text); ok && own[text.Node] {
						items = append(items, it)
					}
				}
				if len(items) == 0 {
					t.Fatalf("%s: label %d is not in its place", s.Name, i+1)
				}
				if out := within(items, x+3*page.Mm, y+3*page.Mm, s.Width-6*page.Mm, s.Height-6*page.Mm); out != nil {
					t.Errorf("%s: %q of label %d is outside", s.Name, out.String, i+1)
				}
			}
		}
	}
	plain, _ := labelled(t, 2, Options{}).Labels(a, LabelSheets[0])
	moved, _ := labelled(t, 2, Options{DX: page.Mm, DY: -page.Mm / 2}).Labels(a, LabelSheets[0])
	for i, it := range plain.Pages[0].Items {
		p, m := it.(*page.Text), moved.Pages[0].Items[i].(*page.Text)
		if m.X-p.X != page.Mm || m.Y-p.Y != -page.Mm/2 {
			t.Errorf("%q moved by %d, %d", p.String, m.X-p.X, m.Y-p.Y)
		}
	}
}

// TestLongNames sets names that do not fit a label at the usual size: they get
// smaller, then wrap, and are never cut; what finds no room at all is an error
// at its place.
func TestLongNames(t *testing.T) {
	a := testAssets(t)
	size := func(n int) (sizes map[page.Length]bool, text string) {
		name := strings.Repeat("环境保护督察领导小组", n/10+1)[:3*n]
		issue := counted(t, "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n报: ["+name+"]\n---\n\n正文。\n", "单位: [{名称: "+name+"}]")
		d, findings := job(t, issue, Options{}).Labels(a, LabelSheets[0])
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		texts := read(d)
		sizes = map[page.Length]bool{}
		for _, it := range d.Pages[0].Items {
			if x := it.(*page.Text); strings.HasSuffix(texts[x.Node], "收") {
				sizes[x.Size], text = true, texts[x.Node]
			}
		}
		if text != name+"收" {
			t.Errorf("%d characters: %q", n, text)
		}
		return sizes, text
	}
	last := 17 * page.Pt
	for _, n := range []int{3, 12, 20, 30, 45, 60, 120} {
		sizes, _ := size(n)
		if len(sizes) != 1 {
			t.Errorf("%d characters in sizes %v", n, sizes)
		}
		for s := range sizes {
			if s < 7*page.Pt || n == 3 && s != 16*page.Pt || n == 12 && s >= last {
				t.Errorf("%d characters in %s pt", n, s.Points())
			}
		}
	}
	issue := counted(t, "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n报: [甲]\n---\n\n正文。\n", "单位:\n  - 名称: 甲\n    地址: "+strings.Repeat("路", 400)+"\n")
	_, findings := job(t, issue, Options{}).Labels(a, LabelSheets[0])
	if len(findings) != 1 || findings[0].Code != "放不下" || findings[0].Pos.Line() != 2 || findings[0].Pos.File() != "recipients.yaml" {
		t.Errorf("findings %v", findings)
	}
}
