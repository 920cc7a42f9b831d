package typeset

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

const (
	testMeasure = 156 * page.Mm
	testCell    = testMeasure / 28
	testEm      = 16 * page.Pt
)

// chars gives a text its classes and plausible widths.
func chars(text string) []Char { return charsOf(text, testCell, testEm) }

// charsOf makes digits half a cell wide, other Latin half an em, a hyphen a
// quarter; blanks are as layout gives them.
func charsOf(text string, cell, em page.Length) []Char {
	runes := []rune(text)
	classes := Classify(runes)
	out := make([]Char, len(runes))
	for i, r := range runes {
		w := em
		switch {
		case isDigit(r):
			w = cell / 2
		case classes[i] == Western:
			w = em / 2
		case classes[i] == SoftHyphen:
			w = em / 4
		case classes[i] == LineEnd, isUnseen(classes[i]):
			w = 0
		case r == '\u3000':
			w = cell
		case isBlank(classes[i]):
			w = blankRoom(classes, i, cell)
		}
		out[i] = Char{Rune: r, Class: classes[i], Width: w}
	}
	return out
}

func blankRoom(classes []Class, i int, cell page.Length) page.Length {
	if i == 0 || i+1 == len(classes) {
		return 0
	}
	switch a, b := classes[i-1], classes[i+1]; {
	case a == Western && b == Western:
		return cell / 4
	case a == Han && b == Han:
		return cell / 2
	}
	return 0
}

func body() Setting {
	return Setting{Frame: Frame{First: testMeasure - 2*testCell, Rest: testMeasure, Cell: testCell}, Indent: 2 * testCell}
}

// show renders the lines of a text: cells used by the natural width, what a
// gap between two Han became, the text.
func show(text string, s Setting) string {
	var b strings.Builder
	cs := chars(text)
	for _, l := range Set(cs, s) {
		var t strings.Builder
		for _, c := range cs[l.Start:l.End] {
			t.WriteRune(c.Rune)
		}
		fmt.Fprintf(&b, "%6.3f |%s|", float64(l.Width)/float64(s.Cell), strings.TrimSuffix(t.String(), "\n"))
		for i := 1; i < len(l.X); i++ {
			if cs[l.Start+i].Class == Han && cs[l.Start+i-1].Class == Han {
				if d := l.X[i] - l.X[i-1] - s.Cell; d > 100 || d < -100 {
					fmt.Fprintf(&b, " %+.3f", float64(d)/float64(s.Cell))
				}
				break
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestLines sets the paragraphs of testdata/*.txt, one a line.
func TestLines(t *testing.T) {
	wants, _ := filepath.Glob("testdata/*.want")
	for _, w := range wants {
		if _, err := os.Stat(strings.TrimSuffix(w, ".want") + ".txt"); err != nil {
			t.Errorf("%s has no input", w)
		}
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no inputs", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, par := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			b.WriteString(show(par, body()) + "\n")
		}
		golden(t, strings.TrimSuffix(file, ".txt")+".want", b.String())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", name, got)
	}
}
