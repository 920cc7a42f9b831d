package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// standing returns the files of out as the system knows them.
func standing(t *testing.T) map[string]os.FileInfo {
	t.Helper()
	files := map[string]os.FileInfo{}
	for name := range tree(t, "out") {
		info, err := os.Stat("out/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = info
	}
	return files
}

// rewritten returns the files that were written since, sorted, and of those of
// folder _search only that there are some.
func rewritten(t *testing.T, since map[string]os.FileInfo) string {
	t.Helper()
	names := map[string]bool{}
	for name, info := range standing(t) {
		if old := since[name]; old != nil && os.SameFile(old, info) && old.ModTime().Equal(info.ModTime()) {
			continue
		}
		if strings.HasPrefix(name, "_search/_") {
			name = "_search/_*"
		}
		names[name] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), " ")
}

// TestRewritten changes one thing of a series, and says which files are written
// again: its own, the pages that lead to it, and the indexes.
func TestRewritten(t *testing.T) {
	n := longer(1000, 40)
	folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n编发单位: 办公室\n"})
	text := func(i int, title string) string {
		return fmt.Sprintf("---\n期号: %d\ndate: 20%02d-%02d-%02d\n---\n\n# %s\n\n正文%d。\n", i%20+1, i/20+1, i%20/2+1, i%2*14+1, title, i)
	}
	for i := range n {
		put(t, fmt.Sprintf("s/%04d.md", i), text(i, "标题"))
	}
	must(t, exitDone, "build", "s", "-o", "out")
	i := n - 5
	names := strings.NewReplacer("BEFORE", fmt.Sprintf("%04d", i-1), "ISSUE", fmt.Sprintf("%04d", i), "AFTER", fmt.Sprintf("%04d", i+1),
		"LAST", fmt.Sprint(2000+i/20), "YEAR", fmt.Sprint(2001+i/20))
	file := names.Replace("s/ISSUE.md")
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"nothing", func() {}, ""},
		{"touched", func() { put(t, file, text(i, "标题")) }, ""},
		{"its text", func() { put(t, file, text(i, "标题")+"\n再一段。\n") },
			"ISSUE.html ISSUE.pdf _search/ISSUE.js _search/_* archive.json feed.xml index-YEAR.html index.html"},
		{"its title", func() { put(t, file, text(i, "新标题")) },
			"ISSUE.html ISSUE.pdf _search/ISSUE.js _search/_* archive.json feed.xml index-YEAR.html index.html"},
		{"it is hidden", func() {
			put(t, file, strings.Replace(text(i, "新标题"), "\ndate", "\n公开: false\ndate", 1))
		}, "BEFORE.html ISSUE.html ISSUE.pdf AFTER.html _search/_* archive.json feed.xml index-LAST.html index-YEAR.html index.html sitemap.xml"},
		{"it is gone", func() { lose(t, file) }, "archive.json"},
		{"another comes", func() { put(t, names.Replace("s/ISSUE 新.md"), text(i, "标题")) },
			"BEFORE.html ISSUE 新.html ISSUE 新.pdf AFTER.html _search/ISSUE 新.js _search/_* archive.json feed.xml index-LAST.html index-YEAR.html index.html sitemap.xml"},
	} {
		since := standing(t)
		c.do()
		must(t, exitDone, "build", "s", "-o", "out")
		if got, want := rewritten(t, since), names.Replace(c.want); got != want {
			t.Errorf("%s: written\n%s, want\n%s", c.name, got, want)
		}
	}
	since := standing(t)
	put(t, "s/bulletin.yaml", "刊名: 简报\n编发单位: 新办公室\n")
	must(t, exitDone, "build", "s", "-o", "out")
	again := rewritten(t, since)
	for name := range since {
		if strings.HasSuffix(name, ".pdf") && !strings.Contains(again, name) {
			t.Fatalf("other settings do not change %s", name)
		}
	}
	compareFresh(t, []string{"other settings"})
}

// TestNeighbourWithoutPage says that no page leads to an issue that, as it turned
// out in layout, could not be made; and that they do when it is.
func TestNeighbourWithoutPage(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings})
	text := func(n int, what string) string {
		return fmt.Sprintf("---\n期号: %d\ndate: 2020-01-%02d\n---\n\n# 标题\n\n%s。\n", n, n, what)
	}
	put(t, "s/001.md", text(1, "正文"))
	put(t, "s/002.md", text(2, "没有的字\U000F0000"))
	put(t, "s/003.md", text(3, "正文"))
	for range 2 {
		must(t, exitSources, "build", "s", "-o", "out")
		for _, page := range []string{"001.html", "003.html", "index.html", "index-2020.html", "sitemap.xml", "feed.xml"} {
			if strings.Contains(read(t, "out/"+page), "002.") {
				t.Errorf("%s leads to the issue that is not there", page)
			}
		}
		if !strings.Contains(read(t, "out/001.html"), "003.html") {
			t.Error("the first does not lead to the third")
		}
	}
	put(t, "s/002.md", text(2, "正文"))
	must(t, exitDone, "build", "s", "-o", "out")
	if !strings.Contains(read(t, "out/001.html"), "002.html") || strings.Contains(read(t, "out/001.html"), "003.html") {
		t.Error("the first does not lead to the second")
	}
	compareFresh(t, []string{"a neighbour made in the end"})
}
