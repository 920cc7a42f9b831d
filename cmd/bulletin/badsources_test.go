package main

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// A badSource is a series with something in it that no editor should write, and
// some might.
type badSource struct {
	name  string
	files map[string]string // beside a sound bulletin.yaml, in the place of which one may stand
	code  int               // of check
	want  string            // what a line of its output begins with, and then has behind the place: PLACE TEXT
	make  func(*testing.T)  // what strings cannot say; may be nil

	printed bool // in spite of errors: they are in a file that paper does not need
}

// hang is far more than anything may need on a machine under load.
const hang = time.Minute

// badSources are all kinds there are.
func badSources() []badSource {
	return slices.Concat(badEncodings(), badCharacters(), badMatter(), badYAML(), badValues(), badSizes(), badMarks(), badPictures(), badShared(), badFonts())
}

// fill makes the folder s of a bad source in a new working folder.
func (b badSource) fill(t *testing.T) {
	t.Helper()
	folder(t, map[string]string{"s/bulletin.yaml": settings})
	for _, name := range slices.Sorted(maps.Keys(b.files)) {
		put(t, "s/"+name, b.files[name])
	}
	if b.make != nil {
		b.make(t)
	}
}

// TestBadSources checks and builds what is bad in every way: nothing fails or
// hangs, what is wrong is said where it is wrong, and nothing is built of it.
func TestBadSources(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes")
	}
	all := badSources()
	if len(all) < 70 {
		t.Errorf("only %d kinds", len(all))
	}
	for _, b := range all {
		t.Run(b.name, func(t *testing.T) {
			b.fill(t)
			start := time.Now()
			code, out, errs := call("check", "s")
			if code != b.code || !says(out, b.want) || code == exitUsage && errs == "" {
				t.Errorf("check: exit %d, want %d with %q:\n%s", code, b.code, b.want, short(out+errs))
			}
			built, _, errs := call("build", "s", "-o", "out")
			if built != b.code {
				t.Errorf("build: exit %d, want %d:\n%s", built, b.code, short(errs))
			}
			_, err := os.Stat("out/x.pdf")
			if _, there := b.files["x.md"]; there && (err == nil) != (b.code == exitDone || b.printed) {
				t.Errorf("build: exit %d, and x.pdf: %v", built, err)
			}
			if took := time.Since(start); took > hang {
				t.Errorf("took %v", took)
			}
		})
	}
}

// says reports whether a line of findings begins with the first word of want and
// has the others behind it.
func says(out, want string) bool {
	place, text, _ := strings.Cut(want, " ")
	for line := range strings.Lines(out) {
		if rest, ok := strings.CutPrefix(line, place); ok && strings.Contains(rest, text) {
			return true
		}
	}
	return want == ""
}

// short is a text as far as anyone reads it.
func short(s string) string {
	if len(s) > 1500 {
		return s[:1500] + "…"
	}
	return s
}
