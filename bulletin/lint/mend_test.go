package lint

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// TestMend mends every source of the tests of all packages, as they are, with
// slips put in, and with other line ends: no word changes, what was read well still is, and once mended is mended.
func TestMend(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../testdata/*.md", "../*/testdata/*.md", "../../issues/*/*.md", "../*/testdata/*/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 50 {
		t.Fatalf("only %d sources", len(files))
	}
	settings := bulletin.ReadSettings(diag.NewSource("bulletin.yaml", []byte("刊名: 工作简报\n编发单位: 某办公室\n")))
	mended := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		slips := strings.NewReplacer("，", ",", "。", "。。", "、", "、、").Replace(string(text))
		for _, raw := range [][]byte{text, []byte(slips), append([]byte("\uFEFF"), bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))...)} {
			read := func(raw []byte) *bulletin.Issue { return bulletin.Read(diag.NewSource(file, raw), "x", settings) }
			issue := read(raw)
			s := &bulletin.Series{Settings: settings, Issues: []*bulletin.Issue{issue}}
			m := Mend(s, issue, raw)
			if mended += len(m.Made); words(string(m.Text)) != words(string(raw)) {
				t.Errorf("%s: words changed", file)
			}
			if strings.Count(string(m.Text), "\r\n") != strings.Count(string(raw), "\r\n") || bytes.HasPrefix(m.Text, []byte("\uFEFF")) != bytes.HasPrefix(raw, []byte("\uFEFF")) {
				t.Errorf("%s: line ends or byte order mark changed", file)
			}
			again := read(m.Text)
			if again.Findings.Errors() != issue.Findings.Errors() {
				t.Errorf("%s: errors after mending: %v", file, again.Findings)
			}
			if more := Mend(s, again, m.Text); len(more.Made) > 0 {
				t.Errorf("%s: not at rest: %v", file, more.Made)
			}
		}
	}
	if mended < 100 {
		t.Errorf("only %d slips mended", mended)
	}
}
