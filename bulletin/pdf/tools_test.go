package pdf

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// run runs a program other than ours over a written document and returns what
// it prints; where it is missing the test is skipped.
func run(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("SKIPPED: %s is not installed, so the file was not read by it", program)
	}
	out, err := exec.Command(program, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// saved writes a document into a file of its own.
func saved(t *testing.T, d *page.Document) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "issue.pdf")
	if err := os.WriteFile(name, write(t, d), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestQpdfFindsNoFault(t *testing.T) {
	name := saved(t, picturedIssue(t))
	if out := run(t, "qpdf", "--check", name); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
}

// Poppler must find each line as it was set, without blanks between Han that
// stand 15.79 pt apart at 16 pt.
func TestPdftotextFindsTheLines(t *testing.T) {
	d := realIssue(t)
	out := run(t, "pdftotext", "-layout", saved(t, d), "-")
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok && !strings.Contains(out, x.String) && x.Face != latin {
				t.Errorf("no line %q", x.String)
			}
		}
	}
}

// Spaced type and wide blanks must be read back as typed: no blank between the
// letters, one where one stands, all on one line.
func TestPdftotextFindsSpacedType(t *testing.T) {
	line := text(song, 28, 100, "工作简报 下沉督察")
	for i := range line.Advances {
		if i < 3 || i == 4 {
			line.Advances[i] += 8 * page.Pt
		}
	}
	d := &page.Document{Pages: []*page.Page{a4(1, line)}, Faces: testFaces(t), Meta: testMeta, Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}}}
	name := saved(t, d)
	for _, mode := range []string{"-raw", "-layout", "-nopgbrk"} {
		if got := strings.TrimSpace(run(t, "pdftotext", mode, name, "-")); got != line.String {
			t.Errorf("pdftotext %s reads %q", mode, got)
		}
	}
}

// Glyphs must draw and not only read back: each cell of a line has ink, and
// that of 一 only its stroke.
func TestGlyphsDraw(t *testing.T) {
	marks := []*page.Text{text(fang, 28, 50, "简报"), text(rare, 39, 50, "𬱖𫖯"), text(kai, 50, 50, "工作一"), text(latin, 67, 50, "12")}
	p := a4(1)
	for _, m := range marks {
		p.Items = append(p.Items, m)
	}
	name := saved(t, &page.Document{Pages: []*page.Page{p}, Faces: testFaces(t)})
	for _, render := range [][]string{
		{"pdftoppm", "-r", "127", "-png", name, strings.TrimSuffix(name, ".pdf")}, // 5 dots a millimetre
		{"mutool", "draw", "-q", "-r", "127", "-o", strings.TrimSuffix(name, ".pdf") + "-1.png", name},
	} {
		t.Run(render[0], func(t *testing.T) {
			run(t, render[0], render[1:]...)
			inkOfMarks(t, strings.TrimSuffix(name, ".pdf")+"-1.png", marks)
		})
	}
}

// inkOfMarks looks at the cell of each character in a picture of 5 dots a
// millimetre.
func inkOfMarks(t *testing.T, picture string, marks []*page.Text) {
	t.Helper()
	file, err := os.Open(picture)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	im, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range marks {
		x := m.X
		for i, r := range []rune(m.String) {
			cell := image.Rect(int(x*5/page.Mm), int((m.Y-14*page.Pt)*5/page.Mm), int((x+m.Advances[i])*5/page.Mm), int((m.Y+2*page.Pt)*5/page.Mm))
			if n := ink(im, cell); n < 25 || r == '一' && n > 150 {
				t.Errorf("%c has ink on %d of %d dots", r, n, cell.Dx()*cell.Dy())
			}
			x += m.Advances[i]
		}
	}
}

// ink counts the dots of an area that are not white.
func ink(im image.Image, area image.Rectangle) int {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if color.GrayModel.Convert(im.At(x, y)).(color.Gray).Y < 192 {
				n++
			}
		}
	}
	return n
}
