package layout

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// setText sets an issue given as text.
func setText(t *testing.T, a *Assets, text string) (*page.Document, *bulletin.Issue) {
	t.Helper()
	issue := bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", nil)
	d, findings := Pages(issue, a)
	if findings = append(findings, issue.Findings...); findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return d, issue
}

// bodyTexts joins the texts of a page line by line, without artifacts.
func bodyTexts(p *page.Page) []string {
	var lines []string
	y := page.Length(-1)
	for _, it := range p.Items {
		t, ok := it.(*page.Text)
		if !ok || t.Node == page.Artifact {
			continue
		}
		if t.Y != y {
			lines, y = append(lines, ""), t.Y
		}
		lines[len(lines)-1] += t.String
	}
	return lines
}

// TestClosingKeepsText lets a text of every length up to two pages run into
// office and date: two lines of text stand with them (GB 7.3.5.5).
func TestClosingKeepsText(t *testing.T) {
	a := testAssets(t)
	for n := 2; n < 45; n++ {
		var b strings.Builder
		b.WriteString("---\n刊名: 快报\n期号: 1\ndate: 2021-12-24\n日期位置: 文末\n编发单位: 市气象局\n---\n\n")
		for i := range n {
			fmt.Fprintf(&b, "第%d段。\n\n", i+1)
		}
		d, _ := setText(t, a, b.String())
		lines := bodyTexts(d.Pages[len(d.Pages)-1])
		if k := len(lines); k < 4 || lines[k-1] != "2021年12月24日" || lines[k-2] != "市气象局" || !strings.HasSuffix(lines[k-4], "段。") {
			t.Errorf("%d lines: the last page has %q", n, lines)
		}
	}
}

// TestContentsKeep moves a 导读 line by line across the end of page 1: its
// title and those of its groups stay with the item below.
func TestContentsKeep(t *testing.T) {
	a := testAssets(t)
	for n := 1; n < 40; n++ {
		var b strings.Builder
		b.WriteString("---\n刊名: 快报\n期号: 1\ndate: 2021-12-24\n导读:\n  甲栏:\n")
		for range n {
			b.WriteString("    - 甲栏的一条\n")
		}
		b.WriteString("  乙栏: [乙栏的一条]\n  丙栏: [丙栏的一条]\n---\n\n# 题\n\n正文。\n")
		d, _ := setText(t, a, b.String())
		found := 0
		for i, p := range d.Pages {
			lines := bodyTexts(p)
			for _, line := range lines {
				if strings.HasSuffix(line, "一条") {
					found++
				}
			}
			if last := lines[len(lines)-1]; strings.HasSuffix(last, "栏") || last == "【导读】" {
				t.Errorf("%d items: page %d ends with %s", n, i+1, last)
			}
		}
		if found != n+2 {
			t.Errorf("%d items: %d on paper", n+2, found)
		}
	}
}

// TestEditorNoteFrame reads a 编者按 of two pages back: on grid lines, in 楷体
// but for its label, two cells in on both sides.
func TestEditorNoteFrame(t *testing.T) {
	a := testAssets(t)
	text := strings.Repeat("本期刊发各地做法，供学习借鉴。", 50)
	d, issue := setText(t, a, "---\n刊名: 快报\n期号: 1\ndate: 2021-12-24\n编者按: "+text+"\n---\n\n")
	g := newGeometry(issue.Style)
	got := ""
	for n, p := range d.Pages {
		for _, it := range p.Items {
			x, ok := it.(*page.Text)
			if !ok || x.Node == page.Artifact || n == 0 && x.Y < g.top+g.lineTop(7) {
				continue
			}
			in := inkBox(x)
			if in.left < g.left(n)+2*g.cell()-page.Mm/5 || in.right > g.left(n)+26*g.cell()+page.Mm/5 {
				t.Errorf("page %d: %s stands from %s to %s", n+1, x.String, in.left.Millimetres(), in.right.Millimetres())
			}
			if face := d.Faces[x.Face].Name; face != "楷体" && x.String != "编者按：" {
				t.Errorf("page %d: %s is set in %s", n+1, x.String, face)
			}
			got += x.String
			line := 0
			for line < g.lines && x.Y != g.top+g.lineTop(line)+baseline(bodySize) {
				line++
			}
			if line == g.lines {
				t.Errorf("page %d: %s stands on no grid line", n+1, x.String)
			}
		}
	}
	if len(d.Pages) != 2 || got != "编者按："+text {
		t.Errorf("%d pages, text %s", len(d.Pages), got)
	}
}
