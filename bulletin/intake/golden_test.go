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
	for _, name := range inputs {
		base := strings.TrimSuffix(name, ".txt")
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
		inputs, _ := filepath.Glob(strings.TrimSuffix(name, "want") + "*")
		if len(inputs) < 2 {
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
// its findings, in the same words or as a key that was not found.
func checkRead(t *testing.T, d *Draft, file string) {
	t.Helper()
	told, keys := map[string]bool{}, map[string]bool{}
	for _, f := range d.Findings(file) {
		if f.Severity == diag.Error {
			told[f.Message] = true
			keys[keyWord.FindString(f.Message)] = true
		}
	}
	for _, f := range bulletin.Read(diag.NewSource(file, []byte(d.Text)), d.Path, d.settings).Findings {
		if key := keyWord.FindString(f.Message); f.Severity == diag.Error && !told[f.Message] && (key == "" || !keys[key]) {
			t.Errorf("%s\n%v", d.Text, f)
		}
	}
}

// keyWord finds the key a message is about.
var keyWord = regexp.MustCompile(`刊名|期号|日期`)

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

// TestSeed imports the real issue into its series, as the text it was handed
// down in and as a Word document: but for marked doubts the draft is the issue its
// editor wrote, byte for byte.
func TestSeed(t *testing.T) {
	text, err := os.ReadFile("testdata/bulletin-4.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	bold := regexp.MustCompile(`\*\*(.*?)\*\*`)
	word := bold.ReplaceAllString(string(text), "</t></r><r><rPr><b/></rPr><t>$1</t></r><r><t>")
	word = "<document><p><r><t>" + strings.ReplaceAll(word, "\n", "</t></r></p><p><r><t>") + "</t></r></p></document>"
	for name, data := range map[string][]byte{
		"bulletin-4.txt":  text,
		"bulletin-4.docx": wordFile(t, part{"word/document.xml", word}),
	} {
		drafts, findings := Import(name, data, settingsOf("../../issues/bulletin.yaml"))
		if len(drafts) != 1 || len(findings) > 0 {
			t.Fatalf("%s: %d drafts, %v", name, len(drafts), findings)
		}
		d := drafts[0]
		if d.Path != "2020/004" {
			t.Errorf("%s: the draft belongs at %s", name, d.Path)
		}
		if got := marks.ReplaceAllString(d.Text, ""); got != string(want) {
			t.Errorf("%s: the draft differs:\n%s", name, got)
		}
		for _, f := range d.Findings("004.md") {
			t.Log(name, f)
		}
	}
}
