package layout

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// testAssets reads the faces of the tool.
func testAssets(t testing.TB) *Assets {
	t.Helper()
	face := func(name, file string) *Face {
		data, err := os.ReadFile("../../fonts/" + file)
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		return &Face{Face: page.Face{Name: name, Data: data}, Font: font}
	}
	song, spare := face("宋体", "NotoSerifSC-Regular.ttf"), face("补字楷体", "JianbaoFallbackKai-Light.ttf")
	latin, bold := face("西文", "LiberationSerif-Regular.ttf"), face("西文粗体", "LiberationSerif-Bold.ttf")
	var a Assets
	fang, kai := face("仿宋", "FandolFang-Regular.ttf"), face("楷体", "FandolKai-Regular.ttf")
	fang.Wrong, kai.Wrong = "￥￣－−", "￥￣－−"
	a.Han[FangSong] = []*Face{fang, spare, song}
	a.Han[Kai] = []*Face{kai, spare, song}
	a.Han[Hei] = []*Face{face("黑体", "NotoSansSC-Medium.ttf"), song, spare}
	a.Han[BiaoSong] = []*Face{face("小标宋", "NotoSerifSC-Bold.ttf"), song, spare}
	a.Han[Song] = []*Face{song, spare}
	for r := range a.Latin {
		a.Latin[r] = []*Face{latin}
	}
	a.Latin[Hei], a.Latin[BiaoSong] = []*Face{bold, latin}, []*Face{bold, latin}
	a.Pictures = testPictures(t)
	return &a
}

// withFonts puts the fonts an issue names, which must be of the tool's own,
// before those of their roles, as whoever gathers the assets does.
func withFonts(t testing.TB, a *Assets, issue *bulletin.Issue) *Assets {
	t.Helper()
	own := *a
	for role, p := range issue.Style.Fonts {
		data, err := os.ReadFile("../../fonts/" + p.Text)
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		r := Role(slices.Index(Roles[:], role))
		own.Han[r] = append([]*Face{{Face: page.Face{Name: p.Text, Data: data}, Font: font}}, a.Han[r]...)
	}
	return &own
}

// testPictures reads the pictures of testdata/img.
func testPictures(t testing.TB) map[string]*Picture {
	t.Helper()
	files, _ := filepath.Glob("testdata/img/*")
	pictures := map[string]*Picture{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := "img/" + filepath.Base(file)
		if pictures[name], err = ReadPicture(name, data); err != nil {
			t.Fatal(file, err)
		}
	}
	return pictures
}

func readIssue(t testing.TB, file string, settings *bulletin.Settings) *bulletin.Issue {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	issue := bulletin.Read(diag.NewSource(filepath.Base(file), text), "x", settings)
	for _, d := range issue.Findings {
		if d.Severity == diag.Error {
			t.Fatal(d)
		}
	}
	return issue
}

// fourth reads the real 第4期.
func fourth(t testing.TB) *bulletin.Issue {
	t.Helper()
	text, err := os.ReadFile("../../issues/bulletin.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return readIssue(t, "../../issues/2020/004.md", bulletin.ReadSettings(diag.NewSource("bulletin.yaml", text)))
}

// dump renders pages and findings.
func dump(t testing.TB, d *page.Document, findings diag.List) string {
	t.Helper()
	var b bytes.Buffer
	for _, f := range findings {
		b.WriteString(f.String() + "\n")
	}
	if findings.Errors() == 0 {
		if err := page.Dump(&b, d); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestPages sets the issues of testdata/*.md, and the real 第4期.
func TestPages(t *testing.T) {
	a := testAssets(t)
	wants, _ := filepath.Glob("testdata/*.want")
	inputs := map[string]bool{"testdata/004.want": true}
	files, _ := filepath.Glob("testdata/*.md")
	for _, file := range files {
		want := strings.TrimSuffix(file, ".md") + ".want"
		inputs[want] = true
		issue := readIssue(t, file, nil)
		d, findings := Pages(issue, withFonts(t, a, issue))
		golden(t, want, dump(t, d, findings))
	}
	d, findings := Pages(fourth(t), a)
	golden(t, "testdata/004.want", dump(t, d, findings))
	for _, w := range wants {
		if !inputs[w] {
			t.Errorf("%s has no input", w)
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", name, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer than the other"
}

func BenchmarkPages(b *testing.B) {
	a, issue := testAssets(b), fourth(b)
	b.ReportAllocs()
	for b.Loop() {
		Pages(issue, a)
	}
}
