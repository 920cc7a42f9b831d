package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// TestGolden imports every testdata/x.txt, with testdata/x.yaml as the
// bulletin.yaml of the series if there is one, and compares drafts and findings
// with x.want. UPDATE=1 rewrites the latter.
func TestGolden(t *testing.T) {
	inputs, _ := filepath.Glob("testdata/*.txt")
	known := map[string]bool{}
	for _, name := range inputs {
		base := strings.TrimSuffix(name, ".txt")
		known[base+".want"] = true
		t.Run(filepath.Base(base), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, base, imported(t, filepath.Base(name), text, settingsOf(base+".yaml")))
		})
	}
	wants, _ := filepath.Glob("testdata/*.want")
	for _, name := range wants {
		if !known[name] && !madeHere[filepath.Base(name)] {
			t.Errorf("%s has no input", name)
		}
	}
	if len(inputs) == 0 {
		t.Error("no inputs")
	}
}

// settingsOf reads a bulletin.yaml; nil where there is none.
func settingsOf(name string) *bulletin.Settings {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return bulletin.ReadSettings(diag.NewSource(bulletin.SettingsName, text))
}

// imported shows what Import makes of a paper.
func imported(t *testing.T, name string, data []byte, settings *bulletin.Settings) string {
	t.Helper()
	drafts, findings := Import(name, data, settings)
	var b strings.Builder
	for _, d := range drafts {
		fmt.Fprintf(&b, "=== %s\n%s", d.Path, d.Text)
		file := d.Path + ".md"
		checkRead(t, d, file)
		findings = append(findings, d.Findings(file)...)
	}
	b.WriteString("=== 结果\n")
	for _, f := range findings {
		fmt.Fprintln(&b, f)
	}
	return b.String()
}

// checkRead fails when the reader finds an error in a draft that is not among
// its findings.
func checkRead(t *testing.T, d *Draft, file string) {
	t.Helper()
	told := map[string]bool{}
	for _, f := range d.Findings(file) {
		if f.Severity == diag.Error {
			told[f.Message] = true
			told[f.Message[:strings.IndexAny(f.Message+"：", "：")]] = true
		}
	}
	for _, f := range bulletin.Read(diag.NewSource(file, []byte(d.Text)), d.Path, d.settings).Findings {
		if f.Severity != diag.Error {
			continue
		}
		key := regexp.MustCompile(`刊名|期号|日期`).FindString(f.Message)
		if !told[f.Message] && !(key != "" && told["没有找到"+key]) {
			t.Errorf("%s\n%v", d.Text, f)
		}
	}
}

func compare(t *testing.T, base, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(base+".want", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(base + ".want")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s.want (UPDATE=1 rewrites it):\n%s", base, got)
	}
}

// madeHere are goldens whose inputs a test builds.
var madeHere = map[string]bool{"word.want": true}

var marks = regexp.MustCompile(`(?m)^(?:<!-- 存疑：.*-->|# 存疑：.*)\n`)

// TestSeed imports the real issue into its series: but for marked doubts the
// draft is the issue its editor wrote, byte for byte.
func TestSeed(t *testing.T) {
	text, err := os.ReadFile("testdata/bulletin-4.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	drafts, findings := Import("bulletin-4.txt", text, settingsOf("../../issues/bulletin.yaml"))
	if len(drafts) != 1 || len(findings) > 0 {
		t.Fatalf("%d drafts, %v", len(drafts), findings)
	}
	d := drafts[0]
	if d.Path != "2020/004" {
		t.Errorf("the draft belongs at %s", d.Path)
	}
	if got := marks.ReplaceAllString(d.Text, ""); got != string(want) {
		t.Errorf("the draft differs:\n%s", got)
	}
	for _, f := range d.Findings("004.md") {
		t.Log(f)
	}
}
