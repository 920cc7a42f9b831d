package pdf

import (
	"image"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// TestHeadingLevels says that headings of one level are alike whatever levels an
// editor skips, and that the first is H1.
func TestHeadingLevels(t *testing.T) {
	for _, c := range []struct {
		name   bool // of the bulletin, above the articles
		levels []int
		want   string
	}{
		{true, []int{1, 3, 3, 3, 1, 5, 5}, "H1 H2 H3 H3 H3 H2 H3 H3"},
		{false, []int{1, 2, 1, 2, 2}, "H1 H2 H1 H2 H2"},
		{true, []int{1, 2, 3, 2, 4, 3}, "H1 H2 H3 H4 H3 H4 H4"},
		{false, []int{3, 1}, "H1 H1"},
	} {
		d := &page.Document{Faces: testFaces(t), Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}}}
		p := a4(1)
		add := func(role page.Role, level int) {
			d.Tree = append(d.Tree, page.Node{Role: role, Level: level})
			x := text(fang, 28, int64(20+5*len(p.Items)), "题")
			x.Node = len(d.Tree) - 1
			p.Items = append(p.Items, x)
		}
		if c.name {
			add(page.RoleTitle, 0)
		}
		for _, level := range c.levels {
			add(page.RoleHeading, level)
		}
		d.Pages = []*page.Page{p}
		f := parse(t, write(t, d))
		var got []string
		document := f.Dict(f.Dict(f.Catalog()["StructTreeRoot"])["K"])
		for _, kid := range f.Array(document["K"]) {
			got = append(got, string(f.Dict(kid)["S"].(object.Name)))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: %v, want %s", c.levels, got, c.want)
		}
	}
}

// TestPageOfArtifacts holds that a page with nothing to read has no owners of
// its content, which would be an empty list.
func TestPageOfArtifacts(t *testing.T) {
	rule := &page.Rule{X: page.Mm, Y: page.Mm, Width: page.Mm, Height: page.Mm, Node: page.Artifact}
	said := text(fang, 28, 50, "正文")
	said.Node = 1
	for _, copies := range [][]page.Copy{nil, {{Title: "000001"}}} {
		d := &page.Document{Pages: []*page.Page{a4(1, said), a4(2, rule)}, Faces: testFaces(t), Copies: copies,
			Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}, {Role: page.RoleParagraph}}}
		f := parse(t, write(t, d))
		pages := pagesOf(f)
		owners := f.Array(f.Dict(f.Dict(f.Catalog()["StructTreeRoot"])["ParentTree"])["Nums"])
		if pages[0]["StructParents"] == nil || pages[1]["StructParents"] != nil || len(owners) != 2 {
			t.Errorf("owners %v of %v and %v", owners, pages[0]["StructParents"], pages[1]["StructParents"])
		}
	}
}

// TestFigureElement says what is told of a picture: the words for it, and its box,
// which is where it is drawn.
func TestFigureElement(t *testing.T) {
	place := &page.Image{X: 28 * page.Mm, Y: 37 * page.Mm, Width: 20 * page.Mm, Height: 10 * page.Mm, Node: 1}
	for alt, want := range map[string]string{"春耕": "春耕", " ": "图"} {
		d := &page.Document{Pages: []*page.Page{a4(1, place)}, Images: []page.Picture{{Name: "图", Data: pngFile(t, image.NewGray(image.Rect(0, 0, 4, 2)))}},
			Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}, {Role: page.RoleFigure, Alt: alt}}}
		f := parse(t, write(t, d))
		found := false
		for _, o := range f.Objects {
			e, ok := o.(object.Dict)
			if !ok || e["S"] != object.Name("Figure") {
				continue
			}
			found = true
			box := f.Array(f.Dict(e["A"])["BBox"])
			if e["Alt"].(object.String).Text() != want || len(box) != 4 {
				t.Fatalf("%v", e)
			}
			for i, l := range []page.Length{place.X, 297*page.Mm - place.Y - place.Height, place.X + place.Width, 297*page.Mm - place.Y} {
				if !near(value(t, box[i]), l) {
					t.Errorf("box %v", box)
				}
			}
		}
		if !found {
			t.Error("no figure")
		}
	}
}

// TestListElement says that a list tells how its items are numbered, and an item
// what is its label and what its body.
func TestListElement(t *testing.T) {
	for ordered, want := range map[bool]object.Name{true: "Decimal", false: "Disc"} {
		label, body := text(fang, 28, 50, "1."), text(fang, 38, 50, "正文")
		label.Node, body.Node = 3, 2
		d := &page.Document{Pages: []*page.Page{a4(1, label, body)}, Faces: testFaces(t), Tree: []page.Node{
			{Role: page.RoleDocument, Parent: -1}, {Role: page.RoleList, Ordered: ordered}, {Role: page.RoleListItem, Parent: 1}, {Role: page.RoleLabel, Parent: 2},
		}}
		f := parse(t, write(t, d))
		list := f.Dict(f.Array(f.Dict(f.Dict(f.Catalog()["StructTreeRoot"])["K"])["K"])[0])
		item := f.Dict(list["K"])
		var kinds []object.Object
		for _, kid := range f.Array(item["K"]) {
			kinds = append(kinds, f.Dict(kid)["S"])
		}
		if f.Dict(list["A"])["ListNumbering"] != want || len(kinds) != 2 || kinds[0] != object.Name("Lbl") || kinds[1] != object.Name("LBody") {
			t.Errorf("list %v of items of %v", list, kinds)
		}
	}
}
