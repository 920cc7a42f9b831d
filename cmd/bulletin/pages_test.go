package main

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// ownTemplates makes a series of two issues with a template of its own.
func ownTemplates(t *testing.T) {
	t.Helper()
	folder(t, map[string]string{
		"s/bulletin.yaml":              "刊名: 简报\n报: [甲]\n",
		"s/2020/001.md":                "---\n期号: 1\ndate: 2020-01-01\n---\n\n# 甲\n\n正文。\n",
		"s/2020/002.md":                "---\n期号: 2\ndate: 2020-01-05\n---\n\n# 乙\n\n正文。\n",
		"s/templates/colophon.html":    "<footer>本单位一</footer>\n",
		"s/templates/说明.txt":           "",
		"s/templates/_旧/colophon.html": "{{",
	})
	code, _, errs := call("build", "s", "-o", "out")
	if code != exitDone || !strings.Contains(errs, "s/templates/说明.txt:1:1: 警告: 没有“说明.txt”这个模板") || !strings.Contains(errs, "colophon.html、find.html") {
		t.Fatalf("%d %s", code, errs)
	}
}

// changedFiles returns the names of files that differ between two trees.
func changedFiles(a, b map[string]string) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(b)) {
		if a[name] != b[name] {
			out = append(out, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if _, ok := b[name]; !ok {
			out = append(out, "-"+name)
		}
	}
	return strings.Join(out, " ")
}

// TestOwnTemplates says that templates beside bulletin.yaml take the place of ours,
// that a change of one makes the pages again and nothing else, and that the archive
// knows of them.
func TestOwnTemplates(t *testing.T) {
	ownTemplates(t)
	first := tree(t, "out")
	if !strings.Contains(first["2020/001.html"], "<footer>本单位一</footer>") || strings.Contains(first["2020/001.html"], "class=\"colophon\"") {
		t.Error("the template is not used")
	}
	if !strings.Contains(first["archive.json"], `"templates/colophon.html": "`) || strings.Contains(first["archive.json"], "说明") {
		t.Error("the manifest does not have the template")
	}
	code, _, errs := call("build", "s", "-o", "out")
	if code != exitDone || strings.Contains(errs, "→") || !strings.Contains(errs, "没有“说明.txt”这个模板") {
		t.Errorf("built again: %d %s", code, errs)
	}
	if code, out, errs := call("verify", "out", "--rebuild", "s"); code != exitDone {
		t.Errorf("verify: %d %s%s", code, out, errs)
	}
	put(t, "s/templates/colophon.html", "<footer>本单位二</footer>\n")
	if code, out, _ := call("verify", "out", "--rebuild", "s"); code != exitSources || !strings.Contains(out, "多半因为模板改了（templates/colophon.html）") {
		t.Errorf("verify: %d %s", code, out)
	}
	if code, _, errs := call("build", "s", "-o", "out"); code != exitDone {
		t.Error(errs)
	}
	if got := changedFiles(first, tree(t, "out")); got != "2020/001.html 2020/002.html archive.json" {
		t.Errorf("changed: %s", got)
	}
	if err := os.RemoveAll("s/templates"); err != nil {
		t.Fatal(err)
	}
	call("build", "s", "-o", "out")
	call("build", "s", "-o", "fresh")
	if got := changedFiles(tree(t, "fresh"), tree(t, "out")); got != "" {
		t.Errorf("without templates: %s", got)
	}
}

// TestWrongTemplates says that an error in a template is told with its place, that
// no page is touched then, that PDFs are made all the same, and that the build
// after it is mended leaves what a fresh one does.
func TestWrongTemplates(t *testing.T) {
	ownTemplates(t)
	first := tree(t, "out")
	put(t, "s/templates/colophon.html", "<footer>\n{{.Nothing}}</footer>\n")
	put(t, "s/2020/002.md", "---\n期号: 2\ndate: 2020-01-05\n---\n\n# 乙\n\n另一正文。\n")
	if err := os.Remove("s/2020/001.md"); err != nil {
		t.Fatal(err)
	}
	const fault = "s/templates/colophon.html:2:3: 错误: 没有“Nothing”这一项 [模板]\n    {{.Nothing}}</footer>\n"
	if code, out, _ := call("check", "s"); code != exitSources || !strings.Contains(out, fault) {
		t.Errorf("check: %d %s", code, out)
	}
	if code, _, errs := call("build", "s", "-o", "out", "--only", "html"); code != exitSources || !strings.Contains(errs, fault) || !strings.Contains(errs, "网页和目录没有生成") {
		t.Errorf("build: %d %s", code, errs)
	}
	if got := changedFiles(first, tree(t, "out")); got != "" {
		t.Errorf("changed: %s", got)
	}
	for range 2 {
		if code, _, errs := call("build", "s", "-o", "out"); code != exitSources || !strings.Contains(errs, fault) || !strings.Contains(errs, "网页和目录没有生成") {
			t.Errorf("build: %d %s", code, errs)
		}
		if got := changedFiles(first, tree(t, "out")); got != "2020/002.pdf archive.json" {
			t.Errorf("changed: %s", got)
		}
	}
	if code, out, _ := call("verify", "out", "--rebuild", "s"); code != exitSources || !strings.Contains(out, "s/templates/colophon.html:2: 不符: 没有“Nothing”这一项") {
		t.Errorf("verify: %d %s", code, out)
	}
	put(t, "s/templates/colophon.html", "<footer>本单位一</footer>\n")
	if code, _, errs := call("build", "s", "-o", "out"); code != exitDone {
		t.Error(errs)
	}
	call("build", "s", "-o", "fresh")
	if got := changedFiles(tree(t, "fresh"), tree(t, "out")); got != "" {
		t.Errorf("mended: %s", got)
	}
}

// TestTemplatesOfSomePages says that a fault of a template that only some pages
// show is a finding too: of the issue, or of the pages all issues share.
func TestTemplatesOfSomePages(t *testing.T) {
	for _, c := range []struct{ name, text, want, changed string }{
		{"guide.html", `{{define "guide-line"}}{{end}}<p>{{if eq .Date.Day 5}}{{index .Guide 9}}{{end}}</p>`,
			"s/2020/002.md：没有生成", "2020/001.html archive.json"},
		{"index.html", `{{define "listed"}}{{end}}{{range .Years}}{{range .Issues}}{{if eq .Path "2020/002"}}{{index .Lines 9}}{{end}}{{end}}{{end}}`,
			"网页和目录没有生成", "archive.json"},
	} {
		ownTemplates(t)
		first := tree(t, "out")
		put(t, "s/templates/"+c.name, c.text)
		if code, out, _ := call("check", "s"); code != exitSources || strings.Count(out, "错误: 没有第这么多个 [模板]") != 1 {
			t.Errorf("check: %d %s", code, out)
		}
		for range 2 {
			code, _, errs := call("build", "s", "-o", "out")
			if code != exitSources || !strings.Contains(errs, "s/templates/"+c.name+":1:") || !strings.Contains(errs, c.want) {
				t.Errorf("build: %d %s", code, errs)
			}
			if got := changedFiles(first, tree(t, "out")); got != c.changed {
				t.Errorf("%s: changed: %s", c.name, got)
			}
		}
		if code, out, _ := call("verify", "out", "--rebuild", "s"); code != exitSources || !strings.Contains(out, "templates/"+c.name) {
			t.Errorf("verify: %d %s", code, out)
		}
		if err := os.Remove("s/templates/" + c.name); err != nil {
			t.Fatal(err)
		}
		call("build", "s", "-o", "out")
		call("build", "s", "-o", "fresh")
		if got := changedFiles(tree(t, "fresh"), tree(t, "out")); got != "" {
			t.Errorf("%s: mended: %s", c.name, got)
		}
	}
}
