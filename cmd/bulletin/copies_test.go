package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
)

// fourthIssue is the real 第4期, its text n times over.
func fourthIssue(t testing.TB, n int) *bulletin.Issue {
	t.Helper()
	settings, err := os.ReadFile("../../issues/bulletin.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	front, body, _ := strings.Cut(string(text), "\n---\n")
	source := diag.NewSource("004.md", []byte(front+"\n---\n"+strings.Repeat(body+"\n", n)))
	issue := bulletin.Read(source, "2020/004", bulletin.ReadSettings(diag.NewSource("bulletin.yaml", settings)))
	if issue.Findings.Errors() > 0 {
		t.Fatal(issue.Findings)
	}
	return issue
}

// numberedCopies sets an issue in n copies from number first on.
func numberedCopies(t testing.TB, issue *bulletin.Issue, first, n int) *page.Document {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	var marks []layout.CopyMark
	for i := range n {
		marks = append(marks, layout.CopyMark{Number: first + i, Title: fmt.Sprintf("%06d 市委办公室", first+i)})
	}
	d, findings := layout.NumberedPages(issue, shelf.own, marks)
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return d
}

// numberedAlone sets an issue with one 份号 of its own, as any issue is set.
func numberedAlone(t testing.TB, issue *bulletin.Issue, number int) *page.Document {
	t.Helper()
	shelf, err := newShelf("")
	if err != nil {
		t.Fatal(err)
	}
	own := *issue
	own.CopyNumber = number
	d, findings := layout.Pages(&own, shelf.own)
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return d
}

func written(t testing.TB, d *page.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Options{Producer: producer}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCopiesStaySmall says that 200 copies weigh little more than one, also of
// an issue of some 40 pages.
func TestCopiesStaySmall(t *testing.T) {
	for _, c := range []struct {
		times, least, most int     // the text; pages
		ratio              float64 // of the weights
	}{
		{1, 4, 8, 1.8},
		{10, 36, 50, 3.6},
	} {
		issue := fourthIssue(t, c.times)
		one := numberedAlone(t, issue, 1)
		if n := len(one.Pages); n < c.least || n > c.most {
			t.Errorf("%d pages", n)
		}
		a, b := len(written(t, one)), len(written(t, numberedCopies(t, issue, 1, 200)))
		ratio := float64(b) / float64(a)
		t.Logf("%d pages: one copy %d bytes, 200 copies %d, %.2f times", len(one.Pages), a, b, ratio)
		if ratio > c.ratio {
			t.Errorf("200 copies weigh %.2f times one", ratio)
		}
	}
}

// TestCopyLooksAsSingleBuild draws a copy and the issue built alone with its
// number: no dot differs.
func TestCopyLooksAsSingleBuild(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("SKIPPED: pdftoppm is not installed, so no page was drawn")
	}
	issue := fourthIssue(t, 1)
	alone := drawn(t, numberedAlone(t, issue, 18), 1, 99)
	step := len(alone) + len(alone)%2
	copies := drawn(t, numberedCopies(t, issue, 17, 3), 1, step+len(alone))
	if len(copies) != step+len(alone) || len(alone) < 4 {
		t.Fatalf("%d pages and %d", len(copies), len(alone))
	}
	for i := range alone {
		if !reflect.DeepEqual(alone[i], copies[step+i]) {
			t.Errorf("page %d differs", i+1)
		}
	}
	if reflect.DeepEqual(alone[0], copies[0]) {
		t.Error("page 1 of 000017 is that of 000018")
	}
}

// drawn draws pages of a document, 100 dots an inch.
func drawn(t *testing.T, d *page.Document, from, to int) []image.Image {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(name, written(t, d), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftoppm", "-r", "100", "-png", "-f", fmt.Sprint(from), "-l", fmt.Sprint(to), name, filepath.Join(dir, "p")).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Fatal(err, string(out))
	}
	files, _ := filepath.Glob(filepath.Join(dir, "p*.png"))
	var pages []image.Image
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		im, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, im)
	}
	return pages
}

// BenchmarkCopies writes 200 copies of the real 第4期.
func BenchmarkCopies(b *testing.B) {
	d := numberedCopies(b, fourthIssue(b, 1), 1, 200)
	b.ReportAllocs()
	for b.Loop() {
		if err := pdf.Write(io.Discard, d, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(written(b, d))), "bytes/file")
}
