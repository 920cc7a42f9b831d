package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
)

// foreign runs a program other than ours and returns what it prints; where it
// is missing the test is skipped.
func foreign(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("SKIPPED: %s is not installed, so the file was not read by it", program)
	}
	out, err := exec.Command(program, arguments...).Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// setEveryCharacter sets the issue with every character and writes it.
func setEveryCharacter(t *testing.T) (doc *page.Document, file string) {
	t.Helper()
	source, _, _ := everyCharacter(t)
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	issue := bulletin.Read(diag.NewSource("字.md", []byte(source)), "字", nil)
	doc, findings := layout.Pages(issue, shelf.own)
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, doc, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "字.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return doc, file
}

// bare takes out blanks, which readers put in where they like between lines.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\f' {
			return -1
		}
		return r
	}, s)
}

// TestOthersReadEveryCharacter says that other programs find the same
// characters in the same order.
func TestOthersReadEveryCharacter(t *testing.T) {
	_, file := setEveryCharacter(t)
	r := readBack(t, file)
	want := bare(r.text())
	for _, c := range [][]string{
		{"pdftotext", "-raw", file, "-"},
		{"mutool", "draw", "-q", "-F", "txt", file},
		{"node", os.Getenv("PDFJS_TEXT"), file},
	} {
		t.Run(c[0], func(t *testing.T) {
			if c[1] == "" {
				t.Skip("SKIPPED: PDFJS_TEXT does not name a program of pdf.js, so the file was not read by it; .ci/run has one")
			}
			got := bare(foreign(t, c[0], c[1:]...))
			g, w := []rune(got), []rune(want)
			for i := range min(len(g), len(w)) {
				if g[i] != w[i] {
					t.Fatalf("character %d is %q, want %q", i, string(g[i:min(i+20, len(g))]), string(w[i:min(i+20, len(w))]))
				}
			}
			if len(g) != len(w) {
				t.Errorf("%d characters, want %d", len(g), len(w))
			}
		})
	}
	t.Run("qpdf", func(t *testing.T) {
		if out := foreign(t, "qpdf", "--check", file); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	})
}

// dots is how many dots a millimetre has in the pictures of a page.
const dots = 3

// TestEveryCharacterHasInk looks at pictures of all pages: where a character is
// set there is ink.
func TestEveryCharacterHasInk(t *testing.T) {
	doc, file := setEveryCharacter(t)
	dir := filepath.Dir(file)
	for _, c := range []struct {
		name string
		args []string
	}{
		{"pdftoppm", []string{"-gray", "-r", "76.2", file, filepath.Join(dir, "p")}},
		{"mutool", []string{"draw", "-q", "-r", "76.2", "-c", "gray", "-F", "pgm", "-o", filepath.Join(dir, "m-%02d.pgm"), file}},
	} {
		t.Run(c.name, func(t *testing.T) {
			foreign(t, c.name, c.args...)
			for i, p := range doc.Pages {
				name := filepath.Join(dir, fmt.Sprintf("%s-%02d.pgm", c.name[:1], i+1))
				width, pixels := greyMap(t, name)
				checkInk(t, p, width, pixels)
			}
		})
	}
}

// greyMap reads a picture in the raw form of PGM.
func greyMap(t *testing.T, name string) (width int, pixels []byte) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var height, most, n int
	var kept []string
	for rest := data; len(kept) < 4; {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		n, rest = n+len(line)+1, after
		if line[0] != '#' {
			kept = append(kept, strings.Fields(string(line))...)
		}
	}
	fmt.Sscan(strings.Join(kept[1:], " "), &width, &height, &most)
	if kept[0] != "P5" || most != 255 || len(data)-n != width*height {
		t.Fatalf("%s is no picture: %v", name, kept)
	}
	return width, data[n:]
}

// checkInk looks at the middle of the em box of every character of a page.
func checkInk(t *testing.T, p *page.Page, width int, pixels []byte) {
	t.Helper()
	dot := func(l page.Length) int { return int(l * dots / page.Mm) }
	for _, it := range p.Items {
		x, ok := it.(*page.Text)
		if !ok {
			continue
		}
		at := x.X
		for i, r := range []rune(x.String) {
			left, right := dot(at+x.Size/10), dot(at+x.Size*9/10)
			if x.Advances[i] < x.Size*3/4 {
				right = dot(at + x.Advances[i])
			}
			dark := 0
			for y := dot(x.Y - x.Size*85/100); y < dot(x.Y+x.Size/10); y++ {
				for _, v := range pixels[y*width+left : y*width+right] {
					if v < 208 {
						dark++
					}
				}
			}
			if dark < 2 && !unicode.IsSpace(r) {
				t.Errorf("%c (%U) at %s, %s mm has ink on %d dots", r, r, at.Millimetres(), x.Y.Millimetres(), dark)
			}
			at += x.Advances[i]
		}
	}
}
