package archive

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
	"jianbao/bulletin/sfnt"
)

// face reads a face of the tool.
func face(t testing.TB, name, file string) *layout.Face {
	t.Helper()
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

// toolAssets are the faces of the tool and the pictures of layout's issues.
func toolAssets(t testing.TB) *layout.Assets {
	t.Helper()
	song, spare := face(t, "宋体", "NotoSerifSC-Regular.ttf"), face(t, "补字楷体", "JianbaoFallbackKai-Light.ttf")
	latin, bold := face(t, "西文", "LiberationSerif-Regular.ttf"), face(t, "西文粗体", "LiberationSerif-Bold.ttf")
	var a layout.Assets
	for role, first := range map[layout.Role]*layout.Face{
		layout.FangSong: face(t, "仿宋", "FandolFang-Regular.ttf"), layout.Kai: face(t, "楷体", "FandolKai-Regular.ttf"),
		layout.Hei: face(t, "黑体", "NotoSansSC-Medium.ttf"), layout.BiaoSong: face(t, "小标宋", "NotoSerifSC-Bold.ttf"), layout.Song: song,
	} {
		a.Han[role] = []*layout.Face{first, song, spare}
	}
	for role := range a.Latin {
		a.Latin[role] = []*layout.Face{latin, bold}
	}
	a.Pictures = map[string]*layout.Picture{}
	files, _ := filepath.Glob("../layout/testdata/img/*")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := "img/" + filepath.Base(file)
		if a.Pictures[name], err = layout.ReadPicture(name, data); err != nil {
			t.Fatal(file, err)
		}
	}
	return &a
}

// An office reads issues and makes their PDFs.
type office struct {
	assets *layout.Assets
	writer pdf.Writer
}

func newOffice(t testing.TB) *office {
	t.Helper()
	return &office{assets: toolAssets(t)}
}

// issue reads an issue; nil when it has errors.
func (o *office) issue(text string, settings *bulletin.Settings) *bulletin.Issue {
	issue := bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", settings)
	if issue.Findings.Errors() > 0 {
		return nil
	}
	return issue
}

// pdf makes the PDF of an issue; nil when it cannot be set.
func (o *office) pdf(t testing.TB, issue *bulletin.Issue) []byte {
	t.Helper()
	d, findings := layout.Pages(issue, o.assets)
	if findings.Errors() > 0 {
		return nil
	}
	var b bytes.Buffer
	if err := o.writer.Write(&b, d, pdf.Options{Producer: "bulletin"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readout reads a PDF.
func readout(t testing.TB, data []byte) *pdf.Readout {
	t.Helper()
	r, err := pdf.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// same holds that a PDF says what its source says.
func same(t testing.TB, name string, issue *bulletin.Issue, data []byte) {
	t.Helper()
	for i, d := range Compare(issue, readout(t, data)) {
		if i == 5 {
			t.Errorf("%s: and more", name)
			break
		}
		t.Errorf("%s: %s", name, d)
	}
}

// TestGoldensSayTheirSource holds that no golden of typography or of reading, nor
// the real issue, differs from its source.
func TestGoldensSayTheirSource(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	var files []string
	for _, folder := range []string{"../layout/testdata", "../layout/testdata/tables", "../site/testdata", "../testdata", "../testdata/registers"} {
		more, _ := filepath.Glob(folder + "/*.md")
		files = append(files, more...)
	}
	compared := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		issue := o.issue(string(text), nil)
		if issue == nil {
			continue
		}
		if data := o.pdf(t, issue); data != nil {
			same(t, file, issue, data)
			compared++
		}
	}
	if compared < 90 {
		t.Errorf("%d issues compared", compared)
	}
	real := realIssue(t, o)
	same(t, "004.md", real, o.pdf(t, real))
}

// realText is the source of the real 第4期.
func realText(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func realSettings(t testing.TB) *bulletin.Settings {
	t.Helper()
	common, err := os.ReadFile("../../issues/bulletin.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return bulletin.ReadSettings(diag.NewSource("bulletin.yaml", common))
}

func realIssue(t testing.TB, o *office) *bulletin.Issue {
	t.Helper()
	issue := o.issue(realText(t), realSettings(t))
	if issue == nil {
		t.Fatal("the real issue has errors")
	}
	return issue
}

// TestUnalike compares issues with PDFs of others: all is different, which is told
// in bounds.
func TestUnalike(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	long := o.issue("---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n\n"+strings.Repeat("甲乙丙丁戊己庚辛。\n\n", 2000), nil)
	real := realIssue(t, o)
	for _, c := range [][2]*bulletin.Issue{{real, long}, {long, real}} {
		start := time.Now()
		found := Compare(c[0], readout(t, o.pdf(t, c[1])))
		if took := time.Since(start); took > 10*time.Second || len(found) < 5 || len(found) > 10*mostDifferences {
			t.Errorf("%d differences in %v", len(found), took)
		}
	}
}

// TestRandomIssuesSayTheirSource holds the same of random issues.
func TestRandomIssuesSayTheirSource(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	seeds := 50
	if os.Getenv("LONG") != "" {
		seeds = 1500
	}
	compared := 0
	for seed := range seeds + 1 {
		if seed == seeds {
			seed = 3070 // a 报尾 of several pages behind an empty one, none with a number
		}
		text := (&scribe{Rand: rand.New(rand.NewSource(int64(seed)))}).issue()
		issue := o.issue(text, nil)
		if issue == nil {
			continue
		}
		data := o.pdf(t, issue)
		if data == nil { // a 报尾 too long for every page, a masthead too high
			continue
		}
		compared++
		if same(t, fmt.Sprint("seed ", seed), issue, data); t.Failed() {
			t.Fatal(text)
		}
	}
	if compared < seeds/2 {
		t.Errorf("only %d of %d issues could be set", compared, seeds)
	}
}
