package bulletin

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestOutputs reads series in which outputs would take each other's place: the
// issues that do have errors, and the others none.
func TestOutputs(t *testing.T) {
	for _, c := range []struct {
		files string // by blanks
		wrong string // of those
		text  string // in each error
	}{
		{"001.md 001.MD 002.md", "001.md 001.MD", "网页和 PDF 同名"},
		{"a1.md A1.md 2.md", "a1.md A1.md", "只有大小写不同"},
		{"2020/a.md 2020/A.md 2021/a.md", "2020/a.md 2020/A.md", "只有大小写不同"},
		{"caf\u00e9.md cafe\u0301.md 1.md", "caf\u00e9.md cafe\u0301.md", "编码（Unicode）不同"},
		{"x.md x.html/y.md 1.md", "x.md x.html/y.md", "同名"},
		{"a.md A.PDF/b/x.md 1.md", "a.md A.PDF/b/x.md", "同名"},
		{"a.md a.js/x.md", "a.md a.js/x.md", "同名"},
		{"Feed.xml/1.md index.html/1.md archive.json/1.md 1.md", "Feed.xml/1.md index.html/1.md archive.json/1.md", "留给本刊自己"},
		{"x.html/y.md 2020/search.html/1.md 1.md", "", ""},
	} {
		files := fstest.MapFS{}
		for _, name := range strings.Fields(c.files) {
			files[name] = &fstest.MapFile{Data: []byte(soundIssue)}
		}
		s, err := ReadSeries(files, same)
		if err != nil {
			t.Fatal(err)
		}
		for _, issue := range s.Issues {
			name := issue.Source.Name
			wrong := slices.Contains(strings.Fields(c.wrong), name)
			if wrong != (issue.Findings.Errors() > 0) || wrong && !strings.Contains(issue.Findings[0].Message, c.text) {
				t.Errorf("%s: %s: %v", c.files, name, issue.Findings)
			}
		}
	}
}

// TestPictureOutputs reads pictures whose copies would take the place of another
// file of the output folder.
func TestPictureOutputs(t *testing.T) {
	for picture, want := range map[string]string{
		"img/1.png": "", "../a.html.png": "", "../img/x.jpg": "",
		"1.pdf": "“2020/1.md”的输出", "2.HTML": "“2020/2.md”的输出", "../2020/2.pdf": "“2020/2.md”的输出", "2.pdf/a.png": "“2020/2.md”的输出",
		"../index.html": "本刊自己的文件 index.html", "../index-2020.html": "本刊自己", "../_search/a.png": "本刊自己", "../archive.json": "本刊自己", "../FEED.xml": "本刊自己",
	} {
		s, err := ReadSeries(fstest.MapFS{
			"2020/1.md": {Data: []byte(soundIssue + "\n![图](" + picture + ")\n")}, "2020/2.md": {Data: []byte(soundIssue)},
		}, same)
		if err != nil {
			t.Fatal(err)
		}
		found := s.Issues[0].Findings
		if want == "" && len(found) > 0 || want != "" && (found.Errors() != 1 || !strings.Contains(found[0].Message, "会顶掉"+want) || found[0].Pos.Line() != 8) {
			t.Errorf("%s: %v, want %s", picture, found, want)
		}
	}
}
