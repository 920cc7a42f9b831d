package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin/pdf/object"
)

// TestOthersOpenEveryFile says that qpdf finds no fault in any kind of file, and
// that poppler shows its title and finds every font embedded, as a subset, with
// the characters of its codes.
func TestOthersOpenEveryFile(t *testing.T) {
	folder := t.TempDir()
	for _, s := range samples(t) {
		file := filepath.Join(folder, s.name+".pdf")
		if err := os.WriteFile(file, s.data, 0o644); err != nil {
			t.Fatal(err)
		}
		if out := foreign(t, "qpdf", "--check", file); strings.Contains(out, "WARNING") {
			t.Errorf("%s: %s", s.name, out)
		}
		f, err := object.Parse(s.data)
		if err != nil {
			t.Fatal(err)
		}
		title := f.Dict(f.Trailer["Info"])["Title"].(object.String).Text()
		if out := foreign(t, "pdfinfo", file); !strings.Contains(out, title) || title == "" || !strings.Contains(strings.Join(strings.Fields(out), " "), "Tagged: yes") {
			t.Errorf("%s: no title %q, or no tags, in\n%s", s.name, title, out)
		}
		for _, line := range strings.Split(strings.TrimSpace(foreign(t, "pdffonts", file)), "\n")[2:] {
			if !strings.Contains(line, "yes yes yes") || len(line) < 7 || line[6] != '+' {
				t.Errorf("%s: font %s", s.name, line)
			}
		}
		labels := f.Array(f.Dict(f.Catalog()["PageLabels"])["Nums"])
		if strings.HasPrefix(s.name, "issue") && (len(labels) == 0 || labels[0] != object.Integer(0)) {
			t.Errorf("%s: page labels %v", s.name, labels)
		}
	}
}
