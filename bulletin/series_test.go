package bulletin

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/bulletin/diag"
)

func TestReadSeries(t *testing.T) {
	const matter = "---\n期号: 1\ndate: 2020-09-22\n---\n正文\n"
	fsys := fstest.MapFS{"bulletin.yaml": {Data: []byte("刊名: 简报\n")}}
	for _, name := range []string{
		"2020/004.md", "2020/003.md", "a.MD", "README.md", "2020/readme.md", "_x.md", ".y.md", "templates/t.md", "a/templates/t.md",
		".git/z.md", "img/a.jpg", "other/bulletin.yaml", "other/1.md", "2020/004.txt", "2020/010/1.md",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(matter)}
	}
	fsys["big.md"] = &fstest.MapFile{Data: []byte(strings.Repeat(" ", largestSource+100))}
	s, err := ReadSeries(fsys, func(p string) string { return "issues/" + p })
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, issue := range s.Issues {
		got = append(got, issue.Path)
		if n := issue.Findings.Errors(); (n > 0) != (issue.Path == "big") {
			t.Errorf("%s: %v", issue.Path, issue.Findings)
		}
	}
	if want := []string{"2020/003", "2020/004", "2020/010/1", "a", "big"}; !slices.Equal(got, want) {
		t.Errorf("issues %v, want %v", got, want)
	}
	if s.Issues[0].Source.Name != "issues/2020/003.md" || s.Issues[0].FullName() != "简报" {
		t.Errorf("read %q of %q", s.Issues[0].FullName(), s.Issues[0].Source.Name)
	}
}

// TestRealIssue reads the 第4期 of the repository: every paragraph of its
// printed text is there, and nothing is found.
func TestRealIssue(t *testing.T) {
	s, err := ReadSeries(os.DirFS("../issues"), func(p string) string { return p })
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range s.Issues {
		if issue.Path != "2020/004" {
			continue
		}
		if len(issue.Findings)+len(s.Settings.Findings) > 0 {
			t.Errorf("%v %v", s.Settings.Findings, issue.Findings)
		}
		if got := issue.Title(); got != "益阳市配合省生态环保督察“回头看”工作简报第4期" {
			t.Errorf("title %q", got)
		}
		if len(issue.Body) != 16 || len(issue.Lists) != 2 || len(issue.Lists[0].Kinds[0]) != 10 {
			t.Errorf("%d blocks, lists %v", len(issue.Body), issue.Lists)
		}
		return
	}
	t.Error("no 2020/004")
}

func BenchmarkRead(b *testing.B) {
	folder := os.DirFS("../issues")
	text, err := fs.ReadFile(folder, "2020/004.md")
	if err != nil {
		b.Fatal(err)
	}
	settings, err := fs.ReadFile(folder, SettingsName)
	if err != nil {
		b.Fatal(err)
	}
	shared := ReadSettings(diag.NewSource(SettingsName, settings))
	b.ReportAllocs()
	for b.Loop() {
		Read(diag.NewSource("2020/004.md", text), "2020/004", shared)
	}
}
