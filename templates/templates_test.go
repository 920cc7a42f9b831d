package templates

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestAll says that every file here is among Files, which make the pages that are
// published, or those of the desk.
func TestAll(t *testing.T) {
	list, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var known []string
	for _, fsys := range []interface {
		ReadDir(string) ([]os.DirEntry, error)
	}{Files, Desk} {
		files, err := fsys.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			known = append(known, f.Name())
		}
	}
	for _, f := range list {
		if !strings.HasSuffix(f.Name(), ".go") && !slices.Contains(known, f.Name()) {
			t.Errorf("%s is not embedded", f.Name())
		}
	}
	for _, name := range []string{"desk.html", "desk.css", "desk.js", "deskask.js", "deskdom.js", "deskfonts.js", "desklist.js"} {
		if _, err := Files.Open(name); err == nil {
			t.Errorf("%s is part of the published pages", name)
		}
	}
}
