package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzText holds that importing any bytes ends, gives the same twice, and gives
// drafts the reader finds nothing wrong with that was not told.
func FuzzText(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txt")
	docs, _ := filepath.Glob("testdata/*.docx")
	for _, name := range append(names, docs...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { importTwice(t, data) })
}

// FuzzWord holds the same of Word documents of any parts.
func FuzzWord(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.parts")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		parts := map[string]string{}
		for _, p := range partsOf(string(text)) {
			parts[p.name] = p.text
		}
		f.Add(parts["word/document.xml"], parts["word/styles.xml"], parts["word/numbering.xml"], parts["word/footnotes.xml"])
	}
	f.Fuzz(func(t *testing.T, document, styles, numbering, notes string) {
		importTwice(t, wordFile(t, part{"word/document.xml", document}, part{"word/styles.xml", styles}, part{"word/numbering.xml", numbering}, part{"word/footnotes.xml", notes}))
	})
}

func importTwice(t *testing.T, data []byte) {
	t.Helper()
	drafts, _ := Import("a", data, nil)
	again, _ := Import("a", data, nil)
	if len(drafts) != len(again) {
		t.Fatalf("%d drafts, then %d", len(drafts), len(again))
	}
	for i, d := range drafts {
		if d.Text != again[i].Text {
			t.Errorf("%s\n=== then\n%s", d.Text, again[i].Text)
		}
		if strings.ContainsFunc(d.Text, isInlineMark) {
			t.Errorf("marks of ours in\n%q", d.Text)
		}
		checkRead(t, d, "a.md")
	}
}
