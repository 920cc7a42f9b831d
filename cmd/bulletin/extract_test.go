package main

import (
	"bytes"
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
)

// A setLine is a line as it stands on a page: its characters, and before which
// of them there is white that a reader may take for a blank.
type setLine struct {
	runes []rune
	white []bool
	size  page.Length
	y     page.Length
	end   page.Length // where its last character ends
}

// column is how much white parts two things that stand side by side.
const column = 8 * page.Mm

// setLines returns the lines of a page in the order of reading. Raised marks
// belong to the line they stand in.
func setLines(p *page.Page) []setLine {
	var lines []setLine
	for _, t := range upright(p) {
		x, y := t.X, t.Y
		n := len(lines) - 1
		far := n >= 0 && x > lines[n].end+column && t.String != " " // a blank alone reaches to what stands beside
		if n < 0 || x < lines[n].end-t.Size || far || abs(y-lines[n].y) > max(lines[n].size, t.Size)/2 {
			lines = append(lines, setLine{size: t.Size, y: y, end: x})
			n++
		}
		l := &lines[n]
		for i, r := range []rune(t.String) {
			l.runes = append(l.runes, r)
			n := len(l.runes)
			l.white = append(l.white, x-l.end > t.Size/20 || n > 1 && strings.ContainsRune("★※▲•", l.runes[n-2]) || n > 0 && t.Size < lines[len(lines)-1].size || l.size > t.Size)
			l.end = x + min(t.Size, t.Advances[i])
			x += t.Advances[i]
		}
	}
	return lines
}

// upright returns the texts of a page from its head to its foot and from left
// to right, those of a turned page as they are seen when it is turned back. A
// raised mark stays behind what it is raised above.
func upright(p *page.Page) []page.Text {
	var texts []page.Text
	line := map[*page.Text]page.Length{}
	for _, it := range p.Items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		c := *t
		if p.Turned && t.Turn == 1 {
			c.X, c.Y = p.Height-t.Y, t.X
		}
		texts = append(texts, c)
	}
	for i := range texts {
		t := &texts[i]
		line[t] = t.Y
		for k := range texts { // of a raised mark, that of the text it stands in
			if o := &texts[k]; o.Size == 2*t.Size && o.Y > t.Y && o.Y-t.Y < o.Size/2 {
				line[t] = o.Y
			}
		}
	}
	order := make([]*page.Text, len(texts))
	for i := range texts {
		order[i] = &texts[i]
	}
	slices.SortStableFunc(order, func(a, b *page.Text) int { return cmp.Or(cmp.Compare(line[a], line[b]), cmp.Compare(a.X, b.X)) })
	out := make([]page.Text, len(order))
	for i, t := range order {
		out[i] = *t
	}
	return out
}

func abs(l page.Length) page.Length { return max(l, -l) }

// matches reports whether an extracted line is a line as set: the same
// characters, with no blank but typed ones and those where there is white.
func (l setLine) matches(text string) bool {
	got := []rune(text)
	i := 0
	for k, r := range l.runes {
		if unicode.IsSpace(r) {
			if i < len(got) && unicode.IsSpace(got[i]) {
				i++
			}
			continue
		}
		if i < len(got) && got[i] == ' ' && l.white[k] {
			i++
		}
		if i >= len(got) || got[i] != r {
			return false
		}
		i++
	}
	return strings.TrimSpace(string(got[i:])) == ""
}

// TestExtraction reads the issues of layout's testdata and the real one back
// with pdftotext: a line for each line, every character in the order of
// reading, no blank that is neither typed nor white on the page.
func TestExtraction(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext 不在，没有检查文字提取：", err)
	}
	files, _ := filepath.Glob("../../bulletin/layout/testdata/*.md")
	files = append(files, "../../issues/2020/004.md")
	if len(files) < 20 {
		t.Fatal("no issues to read")
	}
	shelf, err := newShelf("../../issues")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { extract(t, shelf, file) })
	}
}

func extract(t *testing.T, shelf *shelf, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var settings *bulletin.Settings
	if common, err := os.ReadFile(filepath.Join(filepath.Dir(file), "../bulletin.yaml")); err == nil {
		settings = bulletin.ReadSettings(diag.NewSource("bulletin.yaml", common))
	}
	issue := bulletin.Read(diag.NewSource(file, text), "x", settings)
	own, findings := shelf.assets(issue)
	assets := *own
	assets.Pictures = picturesBeside(t, filepath.Dir(file), issue)
	d, more := layout.Pages(issue, &assets)
	if issue.Findings.Errors()+findings.Errors()+more.Errors() > 0 {
		return // an issue about its findings
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	if len(sheets) != len(d.Pages) {
		t.Fatalf("%d pages extracted of %d", len(sheets), len(d.Pages))
	}
	for n, sheet := range sheets {
		compareLines(t, n, strings.FieldsFunc(sheet, func(r rune) bool { return r == '\n' }), setLines(d.Pages[n]))
	}
}

func compareLines(t *testing.T, n int, got []string, want []setLine) {
	t.Helper()
	if len(want) == 0 && len(got) == 1 && got[0] == "" {
		return
	}
	for i, w := range want {
		if i >= len(got) || !w.matches(got[i]) {
			line := "nothing"
			if i < len(got) {
				line = got[i]
			}
			t.Errorf("page %d, line %d: extracted %q, set %q", n+1, i+1, line, string(w.runes))
			return
		}
	}
	if len(got) > len(want) {
		t.Errorf("page %d: %q extracted after the last line", n+1, got[len(want):])
	}
}

// picturesBeside reads the pictures an issue names.
func picturesBeside(t *testing.T, dir string, issue *bulletin.Issue) map[string]*layout.Picture {
	t.Helper()
	out := map[string]*layout.Picture{}
	for _, p := range bulletin.Pictures(issue) {
		if data, err := os.ReadFile(filepath.Join(dir, p.Path)); err == nil {
			if out[p.Path], err = layout.ReadPicture(p.Path, data); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out
}
