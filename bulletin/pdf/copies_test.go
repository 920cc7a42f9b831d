package pdf

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// copyNumber is the number of copy i of the tests: 000017 and so on.
func copyNumber(i int) string { return fmt.Sprintf("%06d", 17+i) }

// numbered is the document with pictures and a link in n copies.
func numbered(t testing.TB, n int) *page.Document {
	d := picturedIssue(t)
	for i := range n {
		number := text(latin, 160, 42, copyNumber(i))
		d.Copies = append(d.Copies, page.Copy{Title: copyNumber(i) + " 市委办公室", Items: []page.Item{number}})
	}
	return d
}

// textsOf returns the text of each page.
func textsOf(t testing.TB, f *object.File) []string {
	var all []string
	for _, p := range pagesOf(f) {
		s := ""
		for _, run := range readText(t, f, p) {
			s += run.text
		}
		all = append(all, s)
	}
	return all
}

// TestCopiesReadBack says that each copy is all pages of the document, that the
// first has its number and no other page one, and that it stands where it was
// put.
func TestCopiesReadBack(t *testing.T) {
	const n = 70 // more than one node of the tree holds
	d := numbered(t, n)
	f := parse(t, write(t, d))
	pages, got := pagesOf(f), textsOf(t, f)
	once := textsOf(t, parse(t, write(t, picturedIssue(t))))
	if len(pages) != n*len(d.Pages) {
		t.Fatalf("%d pages", len(pages))
	}
	for i, text := range got {
		want := once[i%len(once)]
		if i%len(once) == 0 {
			want = copyNumber(i/len(once)) + want
		}
		if text != want {
			t.Errorf("page %d reads %q, want %q", i+1, text, want)
		}
	}
	for i := range n {
		runs := readText(t, f, pages[i*len(once)])
		number := runs[0]
		compare(t, number, d.Copies[i].Items[0].(*page.Text), d.Pages[0].Height)
		if number.color != "0.000 0.000 0.000 " {
			t.Errorf("number of colour %s", number.color)
		}
	}
}

// TestCopiesShareAllButPages says that copies have page dictionaries and
// numbers of their own and nothing else, and no annotations.
func TestCopiesShareAllButPages(t *testing.T) {
	kinds := func(n int) (streams, annotations int, parents map[object.Object]int) {
		f := parse(t, write(t, numbered(t, n)))
		parents = map[object.Object]int{}
		for _, o := range f.Objects {
			switch o := o.(type) {
			case *object.Stream:
				if o.Dict["Type"] == nil { // not the packing
					streams++
				}
			case object.Dict:
				if o["Subtype"] == object.Name("Link") || o["Annots"] != nil {
					annotations++
				}
				if o["Type"] == object.Name("Page") {
					parents[o["Parent"]]++
				}
			}
		}
		return streams, annotations, parents
	}
	few, _, _ := kinds(1)
	many, annotations, parents := kinds(70)
	if many != few+69 || annotations > 0 {
		t.Errorf("%d streams in one copy, %d in 70; %d annotations", few, many, annotations)
	}
	if len(parents) != 7 { // 210 pages by 32
		t.Errorf("pages hang below %v", parents)
	}
}

// TestPageTreeIsBalanced says that nodes have few kids, each its node for a
// parent, and the right count.
func TestPageTreeIsBalanced(t *testing.T) {
	f := parse(t, write(t, numbered(t, 400))) // 1200 pages: three levels
	root := f.Catalog()["Pages"]
	if r := f.Dict(root); r["Count"] != object.Integer(1200) || r["MediaBox"] == nil || r["Parent"] != nil {
		t.Errorf("root is %v", r)
	}
	deepest := 0
	var walk func(ref object.Object, depth int) object.Integer
	walk = func(ref object.Object, depth int) object.Integer {
		node, count := f.Dict(ref), object.Integer(0)
		deepest = max(deepest, depth)
		if len(f.Array(node["Kids"])) > fanOut {
			t.Errorf("node of %d kids", len(f.Array(node["Kids"])))
		}
		for _, kid := range f.Array(node["Kids"]) {
			d := f.Dict(kid)
			if d["Parent"] != ref {
				t.Errorf("parent of %v is %v, want %v", kid, d["Parent"], ref)
			}
			if d["Type"] == object.Name("Page") {
				count++
				continue
			}
			count += walk(kid, depth+1)
		}
		if node["Count"] != count {
			t.Errorf("count %v, want %d", node["Count"], count)
		}
		return count
	}
	if walk(root, 1); deepest != 3 {
		t.Errorf("tree of %d levels of nodes", deepest)
	}
}

// TestCopiesOnSheets says that of copies with an odd number of pages each ends
// with a blank one, if paper is printed on both sides; and that page numbers
// begin anew.
func TestCopiesOnSheets(t *testing.T) {
	for _, test := range []struct {
		pages    int
		newSheet bool
		want     int // pages of a copy
		labels   string
	}{
		{3, true, 4, "0:1 3:none 4:1 7:none"},
		{3, false, 3, "0:1 3:1"},
		{2, true, 2, "0:1 2:1"},
		{1, true, 2, "0:1 1:none 2:1 3:none"},
	} {
		d := numbered(t, 2)
		d.Pages, d.Outline, d.NewSheet = d.Pages[:test.pages], nil, test.newSheet
		f := parse(t, write(t, d))
		got := textsOf(t, f)
		if len(got) != 2*test.want {
			t.Errorf("%d pages, want %d a copy", len(got), test.want)
		}
		for i, text := range got {
			if blank := i%test.want >= test.pages; (text == "") != blank {
				t.Errorf("%d pages a copy: page %d reads %q", test.want, i+1, text)
			}
		}
		if labels := labelsOf(f); labels != test.labels {
			t.Errorf("labels %q, want %q", labels, test.labels)
		}
	}
}

// TestTurnedCopies says that pages of a copy are shown as those of the document
// are, and keep a size of their own.
func TestTurnedCopies(t *testing.T) {
	d := turnedDocument(t)
	d.Pages = append(d.Pages, &page.Page{Width: 297 * page.Mm, Height: 210 * page.Mm, Number: 3})
	d.NewSheet = true
	d.Copies = []page.Copy{{Title: "000001"}, {Title: "000002"}}
	f := parse(t, write(t, d))
	for i, p := range pagesOf(f) {
		var turned object.Object
		if i%4 == 1 {
			turned = object.Integer(90)
		}
		if p["Rotate"] != turned || !reflect.DeepEqual(p["MediaBox"], mediaBox(d.Pages[min(i%4, 2)])) {
			t.Errorf("page %d: %v", i+1, p)
		}
	}
}

// TestCopyOutline says that the outline has an entry a copy, on its first page,
// and none of an article.
func TestCopyOutline(t *testing.T) {
	f := parse(t, write(t, numbered(t, 3)))
	root := f.Catalog()["Outlines"]
	items := outlineOf(f, f.Dict(root), nil)
	if len(items) != 3 || f.Dict(root)["Count"] != object.Integer(3) || f.Dict(f.Dict(root)["Last"])["Title"] != items[2]["Title"] {
		t.Fatalf("%v", items)
	}
	for i, item := range items {
		if got := item["Title"].(object.String).Text(); got != copyNumber(i)+" 市委办公室" || item["Parent"] != root {
			t.Errorf("entry %q", got)
		}
		to := f.Dict(f.Array(item["Dest"])[0])
		if !reflect.DeepEqual(content(t, f, to), content(t, f, pagesOf(f)[3*i])) {
			t.Errorf("entry %d leads elsewhere", i)
		}
		for key, want := range map[object.Name]int{"Prev": i - 1, "Next": i + 1} {
			if other := f.Dict(item[key]); want >= 0 && want < 3 && other["Title"] != items[want]["Title"] || (want < 0 || want > 2) && item[key] != nil {
				t.Errorf("%s of entry %d is %v", key, i, other)
			}
		}
	}
}

// TestCopyItems says that a copy may have rules and dots beside text, each in
// its colour.
func TestCopyItems(t *testing.T) {
	red := page.Color{R: 255}
	d := &page.Document{Pages: []*page.Page{a4(1)}, Faces: testFaces(t), Copies: []page.Copy{{Title: "1", Items: []page.Item{
		text(fang, 28, 50, "仅一份"), &page.Text{Size: page.Pt, Node: page.Artifact},
		&page.Rule{Width: page.Mm, Height: page.Mm, Color: red, Node: page.Artifact},
		&page.Dot{Diameter: page.Mm, Color: red, Node: page.Artifact},
	}}}}
	f := parse(t, write(t, d))
	var kinds string
	for _, op := range content(t, f, pagesOf(f)[0]) {
		kinds += op.Operator + " "
	}
	if !strings.HasPrefix(kinds, "BDC rg BT Tf Td TJ ET EMC BDC rg re f rg m c c c c f EMC ") {
		t.Errorf("drawn by %s", kinds)
	}
}

func TestRefusedCopies(t *testing.T) {
	area := page.Mm
	for _, test := range []struct {
		item page.Item
		want string
	}{
		{text(9, 28, 50, "1"), `copy 2 "000018 市委办公室": item 2: face 9 of 6`},
		{text(latin, 28, 50, "简"), "no glyph"},
		{&page.Rule{Node: page.Artifact}, "area of"},
		{&page.Image{Width: area, Height: area, Node: page.Artifact}, "*page.Image"},
		{&page.Link{Width: area, Height: area, URL: "https://example.org/", Node: page.Artifact}, "*page.Link"},
		{nil, "unknown kind"},
	} {
		d := numbered(t, 3)
		d.Copies[1].Items = append(d.Copies[1].Items, test.item)
		refuse(t, test.want, d, test.want)
	}
}

// TestTooManyCopies says that more copies than a file holds are refused before
// their pages take all memory.
func TestTooManyCopies(t *testing.T) {
	d := &page.Document{Pages: make([]*page.Page, 90), Copies: make([]page.Copy, 100_000)}
	for i := range d.Pages {
		d.Pages[i] = a4(i + 1)
	}
	refuse(t, "too many", d, "100000 copies of 90 pages")
}

func TestCopiesAreDeterministic(t *testing.T) {
	d := numbered(t, 40)
	want := write(t, d)
	for range 5 {
		if !bytes.Equal(write(t, d), want) {
			t.Fatal("bytes differ")
		}
	}
}

// Programs other than ours find no fault in copies on sheets, and find the
// numbers in order.
func TestToolsReadCopies(t *testing.T) {
	const n = 70
	d := numbered(t, n)
	d.NewSheet = true
	name := filepath.Join(t.TempDir(), "copies.pdf")
	if err := os.WriteFile(name, write(t, d), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Run("qpdf", func(t *testing.T) {
		if out := run(t, "qpdf", "--check", name); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	})
	t.Run("mutool", func(t *testing.T) {
		out := run(t, "mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, name)
		for _, line := range strings.Split(out, "\n") {
			if strings.TrimSpace(line) != "" && !strings.Contains(line, "ICC support") { // how mutool was built
				t.Error(line)
			}
		}
	})
	t.Run("pdftotext", func(t *testing.T) {
		pages := strings.Split(run(t, "pdftotext", "-layout", name, "-"), "\f")
		if len(pages) != 4*n+1 {
			t.Fatalf("%d pages", len(pages)-1)
		}
		for i, p := range pages[:4*n] {
			for k := range n {
				if has := strings.Contains(p, copyNumber(k)); has != (i == 4*k) {
					t.Errorf("page %d has the number of copy %d: %v", i+1, k, has)
				}
			}
		}
	})
}

// BenchmarkCopies writes 200 copies.
func BenchmarkCopies(b *testing.B) {
	d := numbered(b, 200)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
