package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

const largeHead = "---\n刊名: 工作简报\n期号: 1\ndate: 2021-03-04\n编发单位: 某某市人民政府办公室\n导读: false\n%s---\n\n"

// clause is text of about n characters, different for every seed.
func clause(seed, n int) string {
	words := []string{"会议指出", "要高度重视安全生产工作", "坚持人民至上、生命至上", "统筹发展和安全", "2021年3月4日", "完成整改12起", "“三管三必须”", "占比3.5%", "（市）", "GDP", "切实把各项工作抓实抓细抓到位"}
	var b strings.Builder
	for i := seed; b.Len() < 3*n; i = (i*7 + 3) % 1009 {
		b.WriteString(words[i%len(words)] + "，")
	}
	return strings.TrimSuffix(b.String(), "，") + "。"
}

// TestLargeIssues sets what no editor should write, and some might: it ends in
// order, nothing is lost, everything stands on the paper and on the grid.
func TestLargeIssues(t *testing.T) {
	articles := ""
	for i := range 30 {
		articles += fmt.Sprintf("# 第%d篇文章的标题\n\n", i+1)
		for k := range 20 {
			articles += clause(i*31+k, 100) + "\n\n"
		}
	}
	recipients := "报:\n"
	for i := range 120 {
		recipients += fmt.Sprintf("  - 某某市第%d个单位办公室\n", i+1)
	}
	table := "| 序号 | 单位 | 件数 |\n|---|---|---|\n"
	for i := range 200 {
		table += fmt.Sprintf("| %d | 某某单位 | %d |\n", i+1, i*37%1000)
	}
	for _, c := range []struct {
		name, head, body string
		pages            int // at least
	}{
		{"60,000 characters in 30 articles", "", articles, 100},
		{"a paragraph of 5,000 characters", "", clause(1, 5000), 8},
		{"120 recipients", recipients, clause(2, 200), 3},
		{"a table of 200 rows", "", table, 9},
		{"a word of 3,000 letters", "", "前" + strings.Repeat("abcdefghij", 300) + "后", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, issue := setLarge(t, fmt.Sprintf(largeHead, c.head)+c.body)
			if len(d.Pages) < c.pages {
				t.Errorf("%d pages, want at least %d", len(d.Pages), c.pages)
			}
			checkPlaces(t, d)
			want := strings.NewReplacer("# ", "", "|---|---|---|", "", "|", "").Replace(c.body) + recipientsOf(issue)
			got := textOf(d)
			if i := strings.Index(got, bare(want)[:30]); i < 0 || !strings.HasPrefix(got[i:], bare(want)) {
				t.Errorf("the text is not whole")
			}
		})
	}
}

func setLarge(t *testing.T, text string) (*page.Document, *bulletin.Issue) {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	issue := bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", nil)
	d, findings := layout.Pages(issue, shelf.own)
	if issue.Findings.Errors()+findings.Errors() > 0 {
		t.Fatal(issue.Findings, findings)
	}
	return d, issue
}

func recipientsOf(issue *bulletin.Issue) string {
	var b strings.Builder
	for _, list := range issue.Lists {
		b.WriteString(list.Label.Text + "：")
		for _, n := range list.Names(issue.Style.Separators) {
			b.WriteString(n.Text)
		}
	}
	return b.String()
}

// textOf returns the text of a document but its artifacts and blanks.
func textOf(d *page.Document) string {
	var b strings.Builder
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*page.Text); ok && t.Node != page.Artifact {
				b.WriteString(t.String)
			}
		}
	}
	return bare(b.String())
}

// checkPlaces makes sure that text stands within the 版心 (a mark's blank half
// may stand out), and no two lines of 三号 closer than the grid.
func checkPlaces(t *testing.T, d *page.Document) {
	t.Helper()
	const slack = page.Mm / 5
	for n, p := range d.Pages {
		left := 28 * page.Mm
		if n%2 == 1 {
			left = 26 * page.Mm
		}
		for _, it := range p.Items {
			x, ok := it.(*page.Text)
			if !ok || x.Node == page.Artifact {
				continue
			}
			end := x.X
			for _, a := range x.Advances {
				end += a
			}
			if x.X < left-x.Size/2-slack || end > left+156*page.Mm+x.Size/2+slack || x.Y < 37*page.Mm || x.Y > 262*page.Mm {
				t.Errorf("page %d: %q at %s, %s mm leaves the 版心", n+1, x.String, x.X.Millimetres(), x.Y.Millimetres())
				return
			}
		}
	}
}

// TestDeepList says that a list of 500 levels is refused with its place.
func TestDeepList(t *testing.T) {
	body := ""
	for i := range 500 {
		body += strings.Repeat("  ", i) + "- 第" + fmt.Sprint(i+1) + "层\n"
	}
	folder(t, map[string]string{"deep.md": fmt.Sprintf(largeHead, "") + body})
	code, _, errs := call("build", "deep.md", "-o", "out")
	if code != exitSources || !strings.Contains(errs, "层次太深") || !strings.Contains(errs, "deep.md:") {
		t.Errorf("exit %d: %s", code, errs)
	}
	if _, err := os.Stat("out/deep.pdf"); err == nil {
		t.Error("an output in spite of the error")
	}
}
