package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"image"
	"image/color"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// picturedIssue has pictures of equal width, which fpdf writes in no fixed
// order, beside all else.
func picturedIssue(t testing.TB) *page.Document {
	d := realIssue(t)
	for i := range 6 {
		im := checks(image.NewRGBA(image.Rect(0, 0, 60, 40)), color.RGBA{uint8(40 * i), 90, 200, 255}, color.White)
		file := page.Picture{Name: "图片", Data: pngFile(t, im)}
		if i%2 == 0 {
			file.Data = jpegFile(t, im)
		}
		d.Images = append(d.Images, file)
		place := &page.Image{X: page.Length(28+25*i) * page.Mm, Y: 270 * page.Mm, Width: 20 * page.Mm, Height: 13 * page.Mm, Picture: i, Node: page.Artifact}
		d.Pages[1+i%2].Items = append(d.Pages[1+i%2].Items, place)
	}
	link := &page.Link{X: 28 * page.Mm, Y: 37 * page.Mm, Width: 20 * page.Mm, Height: 6 * page.Mm, URL: "https://example.org/", Node: page.Artifact}
	d.Pages[0].Items = append(d.Pages[0].Items, link)
	return d
}

func TestDeterministic(t *testing.T) {
	d := picturedIssue(t)
	want := sha256.Sum256(write(t, d))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 10 {
				if sha256.Sum256(write(t, d)) != want {
					t.Error("bytes differ")
				}
			}
		})
	}
	wait.Wait()
}

// A document belongs to the caller: fonts are shared by all workers.
func TestDocumentIsNotChanged(t *testing.T) {
	d := picturedIssue(t)
	var before [][32]byte
	for _, f := range d.Faces {
		before = append(before, sha256.Sum256(f.Data))
	}
	dump := func() string {
		var b bytes.Buffer
		if err := page.Dump(&b, d); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	text := dump()
	write(t, d)
	if dump() != text {
		t.Error("document is changed")
	}
	for i, f := range d.Faces {
		if sha256.Sum256(f.Data) != before[i] {
			t.Errorf("font %s is changed", f.Name)
		}
	}
}

// fpdf prints to standard output where it should return an error.
func TestNothingIsPrinted(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout := os.Stdout
	os.Stdout = w
	write(t, picturedIssue(t))
	os.Stdout = stdout
	w.Close()
	if printed, _ := io.ReadAll(r); len(printed) > 0 {
		t.Errorf("printed %q", printed)
	}
}

func TestRefusedDocuments(t *testing.T) {
	good := func() *page.Text { return text(fang, 28, 50, "简报") }
	with := func(change func(*page.Text)) page.Item {
		run := good()
		change(run)
		return run
	}
	area := func(i int) page.Item {
		return &page.Image{Width: page.Mm, Height: page.Mm, Picture: i, Node: page.Artifact}
	}
	tests := []struct {
		name string
		item page.Item
		want string
	}{
		{"missing character", text(fang, 28, 50, "赵镕"), "face 仿宋: no glyph for '镕' (U+9555)"},
		{"zero", text(fang, 28, 50, "\x00"), "U+0000"},
		{"tab, which the font has", text(fang, 28, 50, "\t"), "U+0009"},
		{"too few advances", with(func(x *page.Text) { x.Advances = x.Advances[:1] }), "2 characters and 1 advances"},
		{"not UTF-8", with(func(x *page.Text) { x.String = "\xff\xfe" }), "not UTF-8"},
		{"face", with(func(x *page.Text) { x.Face = 6 }), "face 6 of 6"},
		{"negative face", with(func(x *page.Text) { x.Face = -1 }), "face -1"},
		{"node", with(func(x *page.Text) { x.Node = 1 }), "node 1 of 1"},
		{"negative node", with(func(x *page.Text) { x.Node = -2 }), "node -2"},
		{"size", with(func(x *page.Text) { x.Size = 0 }), "size 0"},
		{"far away", with(func(x *page.Text) { x.X = 1 << 60 }), "out of bounds"},
		{"advances without end", with(func(x *page.Text) { x.Advances[0], x.Advances[1] = maxSide, maxSide }), "out of bounds"},
		{"picture", area(2), "picture 2 of 2"},
		{"broken picture", area(0), "picture 坏.png"},
		{"picture cut off", area(1), "cut off"},
		{"turned text", with(func(x *page.Text) { x.Turn = 4 }), "turn of 4 quarters"},
		{"turned picture", &page.Image{Width: page.Mm, Height: page.Mm, Turn: 5, Node: page.Artifact}, "turn of 5 quarters"},
		{"dot without size", &page.Dot{Node: page.Artifact}, "area of"},
		{"dot of no node", &page.Dot{Diameter: page.Mm, Node: 7}, "node 7 of 1"},
		{"rule without height", &page.Rule{Width: page.Mm, Node: page.Artifact}, "area of"},
		{"link to nowhere", &page.Link{Width: page.Mm, Height: page.Mm, Node: page.Artifact}, "link to bookmark 0 of 0"},
		{"nothing", nil, "unknown kind"},
	}
	jpeg := jpegFile(t, image.NewGray(image.Rect(0, 0, 40, 40)))
	images := []page.Picture{{Name: "坏.png", Data: []byte("GIF89a")}, {Name: "半.jpg", Data: jpeg[:len(jpeg)-9]}}
	faces := testFaces(t)
	for _, test := range tests {
		d := &page.Document{Pages: []*page.Page{a4(1, good(), test.item)}, Faces: faces, Images: images, Tree: []page.Node{{Parent: -1}}}
		refuse(t, test.name, d, test.want)
	}
}

// refuse makes sure that Write returns an error with the given words and
// writes nothing.
func refuse(t *testing.T, name string, d *page.Document, want string) {
	t.Helper()
	var out bytes.Buffer
	err := Write(&out, d, Options{})
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%s: error %v, want %q", name, err, want)
	}
	if out.Len() > 0 {
		t.Errorf("%s: %d bytes written", name, out.Len())
	}
}

func TestRefusedStructure(t *testing.T) {
	one := func() *page.Document { return &page.Document{Pages: []*page.Page{a4(1)}} }
	tests := []struct {
		name, want string
		change     func(d *page.Document)
	}{
		{"no pages", "without pages", func(d *page.Document) { d.Pages = nil }},
		{"no page", "no page", func(d *page.Document) { d.Pages = append(d.Pages, nil) }},
		{"size", "side of 0 pt", func(d *page.Document) { d.Pages[0].Width = 0 }},
		{"number", "number -1", func(d *page.Document) { d.Pages[0].Number = -1 }},
		{"date", "date of issue", func(d *page.Document) { d.Meta.Date = "2020-9-22" }},
		{"first level", "level 1 follows", func(d *page.Document) { d.Outline = []page.Bookmark{{Level: 1}} }},
		{"level", "level 2 follows level 0", func(d *page.Document) { d.Outline = []page.Bookmark{{}, {Level: 2}} }},
		{"page of bookmark", "page 2 of 1", func(d *page.Document) { d.Outline = []page.Bookmark{{Page: 1}} }},
		{"title", "string of 40002 bytes", func(d *page.Document) { d.Outline = []page.Bookmark{{Title: strings.Repeat("甲", 20_000)}} }},
		{"parent", "node 0 has parent 0", func(d *page.Document) { d.Tree = []page.Node{{}} }},
	}
	for _, test := range tests {
		d := one()
		test.change(d)
		refuse(t, test.name, d, test.want)
	}
}

// Why a font is refused can be told from the error.
func TestRefusedFonts(t *testing.T) {
	tests := []struct {
		data []byte
		want error
	}{
		{nil, sfnt.ErrNotFont},
		{append([]byte("OTTO"), make([]byte, 20)...), sfnt.ErrCFF},
		{testFaces(t)[latin].Data[:5000], sfnt.ErrBroken},
	}
	for _, test := range tests {
		d := &page.Document{Pages: []*page.Page{a4(1, text(0, 28, 50, "1"))}, Faces: []page.Face{{Name: "西文", Data: test.data}}}
		if err := Write(io.Discard, d, Options{}); !errors.Is(err, test.want) || !strings.Contains(err.Error(), "face 西文") {
			t.Errorf("%v, want %v", err, test.want)
		}
	}
}

// A face nobody uses is neither read nor embedded.
func TestUnusedFace(t *testing.T) {
	d := &page.Document{Pages: []*page.Page{a4(1, &page.Text{Face: 0, Size: page.Pt, Node: page.Artifact})}, Faces: []page.Face{{Name: "未用"}}}
	if data := write(t, d); bytes.Contains(data, []byte("/Font")) {
		t.Error("a font is embedded")
	}
}

// An issue of some 2000 characters in five faces is sent by mail and kept for
// ever: it should stay small.
func TestSize(t *testing.T) {
	const most = 280 << 10
	if n := len(write(t, realIssue(t))); n > most {
		t.Errorf("%d bytes, more than %d", n, most)
	}
}

func BenchmarkWrite(b *testing.B) {
	d := realIssue(b)
	b.ReportAllocs()
	for b.Loop() {
		write(b, d)
	}
	b.ReportMetric(float64(len(write(b, d))), "bytes/file")
}
