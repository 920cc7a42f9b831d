package catalog

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// testAssets reads the faces of the tool.
func testAssets(t testing.TB) *layout.Assets {
	t.Helper()
	face := func(name, file string) *layout.Face {
		data, err := os.ReadFile("../../fonts/" + file)
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		return &layout.Face{Face: page.Face{Name: name, Data: data}, Font: font}
	}
	var a layout.Assets
	song, latin := face("宋体", "NotoSerifSC-Regular.ttf"), face("西文", "LiberationSerif-Regular.ttf")
	for i, own := range []*layout.Face{
		face("仿宋", "FandolFang-Regular.ttf"), face("楷体", "FandolKai-Regular.ttf"), face("黑体", "NotoSansSC-Medium.ttf"),
		face("小标宋", "NotoSerifSC-Bold.ttf"), song,
	} {
		a.Han[i], a.Latin[i] = []*layout.Face{own, song}, []*layout.Face{latin}
	}
	return &a
}

// series is that of testdata, and its issues as items; the pages and files of
// each are made up.
func series(t testing.TB) (*bulletin.Series, []Item) {
	t.Helper()
	s, err := bulletin.ReadSeries(os.DirFS("testdata/series"), func(name string) string { return name })
	if err != nil {
		t.Fatal(err)
	}
	findings := s.Findings()
	var items []Item
	for i, issue := range s.Issues {
		findings = append(findings, issue.Findings...)
		items = append(items, Item{Issue: issue, Pages: i + 1, Files: []File{
			{Name: issue.Path + ".pdf", Size: 1000 + int64(i), Sum: fmt.Sprintf("%064x", i), Format: FormatOf("a.pdf")},
			{Name: issue.Path + ".ofd", Size: 500, Sum: fmt.Sprintf("%064x", i+16), Format: FormatOf("a.ofd")},
		}})
	}
	items[0].Issue.Seal = &bulletin.Seal{Date: bulletin.Date{Year: 2020, Month: 1, Day: 10}, Tool: "bulletin 0.9", Reason: "补盖印章", PDF: items[0].Files[0].Sum}
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return s, items
}

// read reads an issue.
func read(t testing.TB, path, text string) *bulletin.Issue {
	t.Helper()
	issue := bulletin.Read(diag.NewSource(path+".md", []byte(text)), path, nil)
	if issue.Findings.Errors() > 0 {
		t.Fatal(issue.Findings)
	}
	return issue
}

// golden holds an output against testdata, which UPDATE=1 rewrites.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = "testdata/" + name
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (UPDATE=1 rewrites it):\n%s", name, got)
	}
}

// TestYears says in which order issues stand and which 件号 they have.
func TestYears(t *testing.T) {
	s, items := series(t)
	want := []string{
		"2019 1 2019/012 Z109-WS·2019-D30-BGS-0015",
		"2020 1 2020/特刊 Z109-WS·2020-D30-BGS-0001",
		"2020 2 2020/001 Z109-WS·2020-D30-BGS-0002",
		"2020 3 2020/002 Z109-WS·2020-D30-BGS-0003",
		"2020 4 2020/增刊 Z109-WS·2020-D30-BGS-0004",
		"2020 5 2020/增刊2 Z109-WS·2020-D30-BGS-0005",
	}
	listed := func(filing bulletin.Filing, items []Item) (out []string) {
		for _, y := range Years(filing, s.Issues, items) {
			for _, e := range y.Entries {
				out = append(out, strings.TrimSpace(fmt.Sprintf("%d %d %s %s", y.Year, e.No, e.Issue.Path, e.Code)))
			}
		}
		return out
	}
	filing := s.Settings.Front.Filing
	if got := listed(filing, items); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	slices.Reverse(items)
	if got := listed(filing, items); !slices.Equal(got, want) {
		t.Errorf("in another order: %q", got)
	}
	// A part has the same 件号 as the whole.
	part := slices.DeleteFunc(slices.Clone(items), func(it Item) bool { return it.Issue.Path != "2020/002" && it.Issue.Path != "2020/增刊2" })
	if got := listed(filing, part); !slices.Equal(got, []string{"2020 1 2020/002 Z109-WS·2020-D30-BGS-0003", "2020 2 2020/增刊2 Z109-WS·2020-D30-BGS-0005"}) {
		t.Errorf("a part: %q", got)
	}
	if got := listed(bulletin.Filing{}, part); !slices.Equal(got, []string{"2020 1 2020/002", "2020 2 2020/增刊2"}) {
		t.Errorf("without 归档: %q", got)
	}
}
