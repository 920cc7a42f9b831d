package pdf

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// upwards is a run that reads from the foot of the page to its head.
func upwards(face int, x, y int64, s string) *page.Text {
	run := text(face, x, y, s)
	run.Turn = 1
	return run
}

// turnedPage is a page of three lines of a table that run upwards: 名称, 数量
// and 备注 in columns, with a link on the last word.
func turnedPage() *page.Page {
	p := a4(2)
	p.Turned = true
	for i, cells := range [][]string{{"名称", "数量", "备注"}, {"口罩", "1200", "已发放到各乡镇卫生院"}, {"测温枪", "35", "第3批"}} {
		for k, s := range cells {
			face := fang
			if s[0] <= '9' {
				face = latin
			}
			p.Items = append(p.Items, upwards(face, int64(40+10*i), int64(260-70*k), s))
		}
	}
	p.Items = append(p.Items, &page.Link{X: 55 * page.Mm, Y: 100 * page.Mm, Width: 6 * page.Mm, Height: 20 * page.Mm, URL: "https://example.org/", Node: page.Artifact})
	return p
}

func turnedDocument(t testing.TB) *page.Document {
	return &page.Document{Pages: []*page.Page{a4(1, text(fang, 28, 50, "正文")), turnedPage()}, Faces: testFaces(t),
		Outline: []page.Bookmark{{Title: "附表", Page: 1, Y: 40 * page.Mm}}}
}

// TestTurnedTextReadsBack says that each character of turned text stands where
// layout put it, as exactly as that of upright text.
func TestTurnedTextReadsBack(t *testing.T) {
	d := turnedDocument(t)
	for turn := page.Turn(1); turn < 4; turn++ {
		for _, it := range d.Pages[1].Items {
			if x, ok := it.(*page.Text); ok {
				x.Turn = turn
			}
		}
		f := parse(t, write(t, d))
		runs := readText(t, f, pagesOf(f)[1])
		for i, run := range runs {
			compare(t, run, d.Pages[1].Items[i].(*page.Text), d.Pages[1].Height)
			if want := [4][4]float64{1: {0, 1, -1, 0}, 2: {-1, 0, 0, -1}, 3: {0, -1, 1, 0}}[turn]; run.turn != want {
				t.Errorf("turned by %v, want %v", run.turn, want)
			}
		}
		if len(runs) != 9 {
			t.Errorf("%d runs", len(runs))
		}
	}
}

// TestTurnedPage says that a screen shows the page with its text upright, that
// a link stays on its words, and that a bookmark leads to the head as shown.
func TestTurnedPage(t *testing.T) {
	f := parse(t, write(t, turnedDocument(t)))
	pages := pagesOf(f)
	if pages[0]["Rotate"] != nil || pages[1]["Rotate"] != object.Integer(90) {
		t.Errorf("turned by %v and %v", pages[0]["Rotate"], pages[1]["Rotate"])
	}
	link := f.Dict(f.Array(pages[1]["Annots"])[0])
	for i, want := range []page.Length{55 * page.Mm, 177 * page.Mm, 61 * page.Mm, 197 * page.Mm} {
		if got := value(t, f.Array(link["Rect"])[i]); !near(got, want) {
			t.Errorf("side %d of the link at %g, want %s", i, got, want.Points())
		}
	}
	item := f.Dict(f.Dict(f.Catalog()["Outlines"])["First"])
	if at := f.Array(item["Dest"]); at[2] != object.Integer(0) || at[3] != object.Integer(0) {
		t.Errorf("bookmark leads to %v", at)
	}
}

// Poppler must read a turned table line by line, each cell once and whole, with
// no blank inside.
func TestPdftotextFindsTurnedLines(t *testing.T) {
	name := saved(t, turnedDocument(t))
	want := "名称 数量 备注/口罩 1200 已发放到各乡镇卫生院/测温枪 35 第3批"
	for _, mode := range []string{"-layout", "-raw"} {
		out := run(t, "pdftotext", "-f", "2", mode, name, "-")
		var lines []string
		for _, l := range strings.Split(strings.Trim(out, "\n\f"), "\n") {
			lines = append(lines, strings.Join(strings.Fields(l), " "))
		}
		if got := strings.Join(lines, "/"); got != want {
			t.Errorf("pdftotext %s reads %s", mode, got)
		}
	}
}

// quarters is a picture of four fields: red, green / blue, black.
func quarters() image.Image {
	im := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			im.Set(x, y, quarterColours[y/10*2+x/20])
		}
	}
	return im
}

var quarterColours = [4]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {0, 0, 0, 255}}

// render draws the first page by poppler, 5 dots a millimetre.
func render(t *testing.T, d *page.Document) image.Image {
	t.Helper()
	name := saved(t, d)
	run(t, "pdftoppm", "-r", "127", "-png", "-singlefile", name, strings.TrimSuffix(name, ".pdf"))
	file, err := os.Open(strings.TrimSuffix(name, ".pdf") + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	im, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return im
}

// TestTurnedPictures looks at the fields of turned pictures: the first row of
// the file stands at the left, at the foot, at the right.
func TestTurnedPictures(t *testing.T) {
	p := a4(1)
	for turn := range page.Turn(4) {
		im := &page.Image{X: page.Length(28+40*int(turn)) * page.Mm, Y: 37 * page.Mm, Width: 20 * page.Mm, Height: 10 * page.Mm, Turn: turn, Node: page.Artifact}
		if turn%2 == 1 {
			im.Width, im.Height = im.Height, im.Width
		}
		p.Items = append(p.Items, im)
	}
	d := &page.Document{Pages: []*page.Page{p}, Images: []page.Picture{{Name: "图", Data: pngFile(t, quarters())}}}
	sheet := render(t, d)
	for turn, want := range [4][4]int{{0, 1, 2, 3}, {1, 3, 0, 2}, {3, 2, 1, 0}, {2, 0, 3, 1}} {
		im := p.Items[turn].(*page.Image)
		for i, field := range want {
			x := im.X + im.Width*page.Length(1+2*(i%2))/4
			y := im.Y + im.Height*page.Length(1+2*(i/2))/4
			r, g, b, _ := sheet.At(int(x*5/page.Mm), int(y*5/page.Mm)).RGBA()
			if got, want := (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}), quarterColours[field]; got != want {
				t.Errorf("turned %d quarters: field %d is %v, want %v", turn, i, got, want)
			}
		}
	}
}

// TestDot says that a dot is a round of its diameter about its centre.
func TestDot(t *testing.T) {
	dot := &page.Dot{X: 30 * page.Mm, Y: 40 * page.Mm, Diameter: 10 * page.Mm, Node: page.Artifact}
	d := &page.Document{Pages: []*page.Page{a4(1, dot)}}
	f := parse(t, write(t, d))
	var kinds string
	for _, op := range operations(t, f.Stream(pagesOf(f)[0]["Contents"])) {
		kinds += op.Operator + " "
	}
	if !strings.Contains(kinds, "rg m c c c c f ") {
		t.Errorf("drawn by %s", kinds)
	}
	sheet := render(t, d)
	if n := ink(sheet, sheet.Bounds()); n < 1900 || n > 2030 { // π/4·50² = 1963
		t.Errorf("%d dots", n)
	}
	if n := ink(sheet, image.Rect(125, 175, 175, 225)); n < 1900 {
		t.Errorf("%d dots in its place", n)
	}
}

// TestOneFaceForTwoRoles says that a file named for two roles is embedded once.
func TestOneFaceForTwoRoles(t *testing.T) {
	faces := testFaces(t)
	faces[kai].Data = append([]byte(nil), faces[fang].Data...)
	d := &page.Document{Pages: []*page.Page{a4(1, text(fang, 28, 50, "简报"), text(kai, 28, 60, "工作"), text(hei, 28, 70, "黑"))}, Faces: faces}
	f := parse(t, write(t, d))
	p := pagesOf(f)[0]
	if n := len(fontsOf(t, f, p)); n != 2 {
		t.Errorf("%d fonts", n)
	}
	var got string
	for _, run := range readText(t, f, p) {
		got += run.text
	}
	if got != "简报工作黑" {
		t.Errorf("reads %s", got)
	}
}
