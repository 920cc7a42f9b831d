package bulletin

import (
	"os"
	"path/filepath"
	"testing"

	"jianbao/bulletin/diag"
)

// FuzzRead holds that reading never fails, gives the same twice, and places
// each text where it stands.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/*.md", "testdata/*.yaml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text, text)
		}
	}
	f.Fuzz(func(t *testing.T, settings, text []byte) {
		s := ReadSettings(diag.NewSource(SettingsName, settings))
		issue := Read(diag.NewSource("a.md", text), "a", s)
		again := Read(diag.NewSource("a.md", text), "a", s)
		if dump(issue) != dump(again) {
			t.Error("two readings differ")
		}
		checkTexts(t, issue)
	})
}
