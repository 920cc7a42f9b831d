package site_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// A testSeries is a series of made-up issues with all its pages, by their names.
type testSeries struct {
	info    site.IndexInfo
	entries []site.Entry
	files   map[string]string
}

// readTestSeries reads testdata/series, and before it so many issues of 2018 and
// 2019, all much the same.
func readTestSeries(t testing.TB, more int) *testSeries {
	t.Helper()
	series, err := bulletin.ReadSeries(os.DirFS("testdata/series"), func(p string) string { return p })
	if err != nil {
		t.Fatal(err)
	}
	issues := series.Issues
	for n := range more {
		text := fmt.Sprintf("---\n期号: %d\ndate: %d-%02d-%02d\n---\n\n# 第%d次例会\n\n会议研究河湖长制工作，编号%d。\n", n+1, 2018+n/36, n/3%12+1, n%3*9+1, n+1, n+1)
		path := fmt.Sprintf("%d/%03d", 2018+n/36, n+1)
		issues = append(issues, bulletin.Read(diag.NewSource(path+".md", []byte(text)), path, series.Settings))
	}
	s := &testSeries{info: site.NewIndexInfo(series.Settings), files: map[string]string{}}
	var documents []site.Document
	for _, issue := range issues {
		if issue.Findings.Errors() > 0 {
			t.Fatal(issue.Findings)
		}
		e := entryOf(issue, issue.Path+".html", issue.Path+".pdf")
		e.PDFSize = 250_000
		s.entries = append(s.entries, e)
		documents = append(documents, site.Document{Entry: e, Text: site.SearchText(issue)})
	}
	neighbours := site.AllNeighbours(s.entries)
	for i, issue := range issues {
		e := s.entries[i]
		s.files[e.HTML] = pageOf(t, issue, site.NewPageInfo(e, neighbours[e.Path], s.info))
		s.files[e.PDF] = "%PDF-1.7\n"
		if f, ok := site.TextFile(e, documents[i].Text); ok {
			s.files[f.Name] = string(f.Data)
		}
	}
	for name, text := range sharedOf(t, s.info, s.entries) {
		s.files[name] = text
	}
	for _, f := range site.SearchFiles(documents) {
		s.files[f.Name] = string(f.Data)
	}
	var picture strings.Builder
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 900, 600))); err != nil {
		t.Fatal(err)
	}
	s.files["2020/img/清障 1.png"] = picture.String()
	return s
}

// write writes all files into a folder.
func (s *testSeries) write(t testing.TB, folder string) {
	t.Helper()
	for name, text := range s.files {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSeriesGolden compares what the tests' series has beside its issues with
// testdata/series.want/NAME, pages without the common styles.
func TestSeriesGolden(t *testing.T) {
	files := readTestSeries(t, 0).files
	for name, text := range files {
		if strings.HasSuffix(name, ".pdf") || strings.HasSuffix(name, ".png") || name == "_search/search.js" {
			continue
		}
		if strings.HasSuffix(name, ".html") {
			text = withoutStyles(text)
		}
		file := filepath.Join("testdata/series.want", strings.ReplaceAll(name, "/", "-"))
		t.Run(name, func(t *testing.T) { compare(t, file, text) })
	}
	wanted, err := filepath.Glob("testdata/series.want/*")
	if err != nil || len(wanted) != len(files)-len(readTestSeries(t, 0).entries)-2 {
		t.Errorf("%d files in testdata/series.want", len(wanted))
	}
}

// TestSecret says that an issue that is not public is in no file but its own.
func TestSecret(t *testing.T) {
	for name, text := range readTestSeries(t, 0).files {
		if !strings.HasPrefix(name, "2021/内部.") && (strings.Contains(text, "内部") || strings.Contains(text, "考核") || strings.Contains(text, "%E5%86%85%E9%83%A8")) {
			t.Errorf("%s tells of it", name)
		}
	}
}
