package intake

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A part is a file of a Word document.
type part struct{ name, text string }

// wordFile packs parts as Word does.
func wordFile(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var partHead = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// partsOf reads parts that stand in one file, each below a line with its name.
func partsOf(text string) []part {
	var out []part
	heads := partHead.FindAllStringSubmatchIndex(text, -1)
	for i, m := range heads {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		out = append(out, part{text[m[2]:m[3]], text[m[1]:end]})
	}
	return out
}

// TestWordGolden imports the Word document of the parts in each testdata/x.parts
// and each testdata/x.docx, and compares drafts and findings with x.want.
func TestWordGolden(t *testing.T) {
	names, _ := filepath.Glob("testdata/*.parts")
	files, _ := filepath.Glob("testdata/*.docx")
	for _, name := range append(names, files...) {
		base := strings.TrimSuffix(name, filepath.Ext(name))
		t.Run(filepath.Base(base), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Ext(name) == ".parts" {
				data = wordFile(t, partsOf(string(data))...)
			}
			compare(t, base, imported(t, filepath.Base(base)+".docx", data, nil))
		})
	}
	if len(names) == 0 || len(files) == 0 {
		t.Error("no inputs")
	}
}
