package bulletin

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin/diag"
)

// TestGolden reads every testdata/x.md, with testdata/x.yaml as its
// bulletin.yaml if there is one, and compares what was read with x.want.
// UPDATE=1 rewrites the latter.
func TestGolden(t *testing.T) {
	inputs, _ := filepath.Glob("testdata/*.md")
	known := map[string]bool{}
	for _, name := range inputs {
		base := strings.TrimSuffix(name, ".md")
		known[base+".want"] = true
		t.Run(filepath.Base(base), func(t *testing.T) { golden(t, base) })
	}
	wants, _ := filepath.Glob("testdata/*.want")
	for _, name := range wants {
		if !known[name] {
			t.Errorf("%s has no input", name)
		}
	}
	if len(inputs) == 0 {
		t.Error("no inputs")
	}
}

func golden(t *testing.T, base string) {
	var settings *Settings
	var findings dumper
	if text, err := os.ReadFile(base + ".yaml"); err == nil {
		settings = ReadSettings(diag.NewSource(SettingsName, text))
		findings.findings(settings.Findings)
	} else if !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	text, err := os.ReadFile(base + ".md")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(base)
	issue := Read(diag.NewSource(name+".md", text), name, settings)
	checkTexts(t, issue)
	got := dump(issue) + findings.String()
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
		t.Errorf("%s differs from %s.want (UPDATE=1 rewrites it):\n%s", base+".md", base, got)
	}
}

// checkTexts fails unless each Text stands in the source where it says, but
// for a text of one character, which may be an escape, an entity or a line end.
func checkTexts(t *testing.T, issue *Issue) {
	t.Helper()
	source := issue.Source.Text
	walk(append(append([]Block(nil), issue.Body...), issue.EditorNote...), func(in Inline) {
		text, ok := in.(*Text)
		if !ok {
			return
		}
		if text.String == "" {
			t.Errorf("%d:%d: an empty text", text.At.Line(), text.At.Column())
		}
		rest := string(source[text.At.Offset:])
		if !strings.HasPrefix(rest, text.String) && len([]rune(text.String)) > 2 {
			t.Errorf("%d:%d: %q is not in the source", text.At.Line(), text.At.Column(), text.String)
		}
	})
}

// walk calls f for every inline of blocks, outer ones first.
func walk(blocks []Block, f func(Inline)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			walkRun(b.Text, f)
		case *Banner:
			walkRun(b.Text, f)
		case *Paragraph:
			walkRun(b.Text, f)
		case *RunIn:
			walkRun(b.Head, f)
			walkRun(b.Text, f)
		case *List:
			for _, item := range b.Items {
				walk(item.Blocks, f)
			}
		case *Table:
			for _, row := range append([][]Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					walkRun(cell, f)
				}
			}
		case *Quote:
			walk(b.Blocks, f)
		case *Note:
			walk(b.Blocks, f)
		case *Code:
			for i := range b.Lines {
				if b.Lines[i].String != "" {
					f(&b.Lines[i])
				}
			}
		case *Figure:
			f(&Picture{b.place, b.Path, b.Alt + b.Caption})
		}
	}
}
