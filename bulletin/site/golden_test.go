package site_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// infos is what a page says beyond its issue, by the name of its input.
var infos = map[string]site.PageInfo{
	"everything": {PDF: "第4期 #1.pdf", PDFSize: 251_000, Index: "../index.html", Year: "../index-2020.html", Search: "../search.html", Feed: "../feed.xml",
		Prev: site.Link{Path: "第3期.html", Heading: "第3期"}, Next: site.Link{Path: "../2021/005.html", Heading: "第5期"},
		Address: "https://www.example.gov.cn/jianbao/2020/004.html"},
	"long-name": {PDF: "long-name.pdf"},
}

// issues reads every testdata/NAME.md.
func issues(t *testing.T) map[string]*bulletin.Issue {
	t.Helper()
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no issues in testdata", err)
	}
	all := map[string]*bulletin.Issue{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".md")
		all[name] = readIssue(t, file)
	}
	return all
}

func readIssue(t *testing.T, file string) *bulletin.Issue {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	issue := bulletin.Read(diag.NewSource(file, text), "2020/004", nil)
	if issue.Findings.Errors() > 0 {
		t.Fatal(issue.Findings)
	}
	return issue
}

// pages are all pages of the tests: those of the issues, and two indexes.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{
		"index":      indexOf(t, site.IndexInfo{}, entries()),
		"index-none": indexOf(t, site.IndexInfo{Name: []string{"工作简报"}}, nil),
	}
	for name, issue := range issues(t) {
		all[name] = pageOf(t, issue, infos[name])
	}
	return all
}

// TestGolden compares the pages, but for the common styles, with
// testdata/NAME.html.
func TestGolden(t *testing.T) {
	all := pages(t)
	for name, page := range all {
		t.Run(name, func(t *testing.T) { compare(t, filepath.Join("testdata", name+".html"), withoutStyles(page)) })
	}
	files, err := filepath.Glob("testdata/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if all[strings.TrimSuffix(filepath.Base(file), ".html")] == "" {
			t.Errorf("%s has no input", file)
		}
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; UPDATE=1 rewrites it. Now:\n%s", file, got)
	}
}

// withoutStyles keeps of the styles only what an issue sets itself.
func withoutStyles(html string) string {
	from := strings.Index(html, "<style>") + len("<style>\n")
	own := strings.LastIndex(html, ":root{")
	return html[:from] + html[own:]
}

// TestDeterministic writes a page several times: always the same bytes.
func TestDeterministic(t *testing.T) {
	first := pages(t)
	for range 5 {
		for name, page := range pages(t) {
			if page != first[name] {
				t.Errorf("%s differs from one time to the next", name)
			}
		}
	}
}
