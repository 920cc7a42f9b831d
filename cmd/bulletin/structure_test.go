package main

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/pdf/object"
)

// A tagged file is read back by its structure tree (ISO 32000-1, 14.7).
type taggedFile struct {
	t     *testing.T
	file  *object.File
	pages map[object.Ref]int
	texts []map[int]string // of each page, by MCID
	seen  []map[int]int    // how often each MCID stands in the tree
	owner []map[int]object.Object
	links map[object.Object]object.Object // annotations and their elements
	kinds []string                        // of elements, in the order of the tree
	order strings.Builder                 // their text, in the order of the tree
}

// readTagged reads a file and holds that all of its content is tagged, once, or
// is an artifact.
func readTagged(t *testing.T, data []byte) *taggedFile {
	t.Helper()
	f, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	r := &taggedFile{t: t, file: f, pages: map[object.Ref]int{}, links: map[object.Object]object.Object{}}
	r.below(f.Dict(f.Catalog()["Pages"]), object.Dict{})
	root := f.Dict(f.Catalog()["StructTreeRoot"])
	r.element(root["K"], f.Catalog()["StructTreeRoot"], 0)
	owners := f.Array(f.Dict(root["ParentTree"])["Nums"])
	for page, texts := range r.texts {
		for mcid := range texts {
			if r.seen[page][mcid] != 1 {
				t.Errorf("page %d: content %d stands %d times in the tree", page+1, mcid, r.seen[page][mcid])
			}
		}
	}
	for ref, page := range r.pages {
		key, ok := f.Dict(ref)["StructParents"].(object.Integer)
		if len(r.texts[page]) == 0 { // a blank page
			if ok {
				t.Errorf("page %d: owners of nothing", page+1)
			}
			continue
		}
		at := 2*int(key) + 1
		if at >= len(owners) || len(f.Array(owners[at])) != len(r.texts[page]) {
			t.Errorf("page %d: owners of %d pieces are not told", page+1, len(r.texts[page]))
			continue
		}
		for mcid, owner := range f.Array(owners[at]) {
			if owner != r.owner[page][mcid] {
				t.Errorf("page %d: content %d is of %v, and not of its element %v", page+1, mcid, owner, r.owner[page][mcid])
			}
		}
		for _, link := range f.Array(f.Dict(ref)["Annots"]) {
			r.link(link, owners)
		}
	}
	return r
}

// link holds that a link is printed, says where it leads, and is told of by the
// element it is told to be of.
func (r *taggedFile) link(link object.Object, owners object.Array) {
	d := r.file.Dict(link)
	key, ok := d["StructParent"].(object.Integer)
	if at := 2*int(key) + 1; !ok || at >= len(owners) || owners[at] != r.links[link] || r.links[link] == nil {
		r.t.Errorf("link %v has element %v, and is told to be of another", d["Contents"], r.links[link])
	}
	if words, _ := d["Contents"].(object.String); words.Text() == "" || d["F"] != object.Integer(4) {
		r.t.Errorf("link of flags %v says %v", d["F"], d["Contents"])
	}
}

// below reads the pages of a node of the page tree.
func (r *taggedFile) below(node, inherited object.Dict) {
	f := r.file
	for _, kid := range f.Array(node["Kids"]) {
		d := f.Dict(kid)
		if d["Type"] == object.Name("Pages") {
			r.below(d, node)
			continue
		}
		r.pages[kid.(object.Ref)] = len(r.texts)
		fonts := map[object.Name]*embedded{}
		for key, ref := range f.Dict(f.Dict(d["Resources"])["Font"]) {
			fonts[key] = readFont(r.t, f, f.Dict(ref))
		}
		r.texts, r.seen = append(r.texts, map[int]string{}), append(r.seen, map[int]int{})
		r.owner = append(r.owner, map[int]object.Object{})
		parts := f.Array(d["Contents"])
		if parts == nil && d["Contents"] != nil {
			parts = object.Array{d["Contents"]}
		}
		for _, part := range parts {
			r.content(f.Stream(part), fonts)
		}
	}
}

// content reads a content stream of the last page.
func (r *taggedFile) content(s *object.Stream, fonts map[object.Name]*embedded) {
	const outside, artifact = -1, -2
	open := outside
	var font *embedded
	texts := r.texts[len(r.texts)-1]
	for _, op := range contentOf(r.t, s) {
		switch op.Operator {
		case "BMC":
			open = artifact
		case "BDC":
			if op.Operands[0] == object.Name("Artifact") {
				open = artifact
				continue
			}
			n, _ := op.Operands[1].(object.Dict)["MCID"].(object.Integer)
			if open = int(n); texts[open] != "" {
				r.t.Errorf("content %d stands twice on page %d", open, len(r.texts))
			}
			texts[open] = ""
		case "EMC":
			open = outside
		case "Tf":
			font = fonts[op.Operands[0].(object.Name)]
		case "TJ":
			if open >= 0 {
				texts[open] += font.show(r.t, op.Operands[0].(object.Array))
			}
			fallthrough
		case "f", "Do":
			if open == outside {
				r.t.Errorf("page %d has content that is neither tagged nor an artifact", len(r.texts))
			}
		}
	}
}

// element reads an element and all below it.
func (r *taggedFile) element(o object.Object, parent object.Object, page object.Ref) {
	d := r.file.Dict(o)
	if d["P"] != parent {
		r.t.Errorf("parent of %v is %v", d["S"], d["P"])
	}
	r.kinds = append(r.kinds, string(d["S"].(object.Name)))
	if pg, ok := d["Pg"].(object.Ref); ok {
		page = pg
	}
	kids := r.file.Array(d["K"])
	if kids == nil && d["K"] != nil {
		kids = object.Array{d["K"]}
	}
	for _, kid := range kids {
		k := r.file.Dict(kid)
		mcid, own := kid.(object.Integer)
		on := page
		if pg, ok := k["Pg"].(object.Ref); ok {
			on = pg
		}
		switch {
		case own:
			r.piece(on, int(mcid), o)
		case k["Type"] == object.Name("MCR"):
			r.piece(on, int(k["MCID"].(object.Integer)), o)
		case k["Type"] == object.Name("OBJR"):
			r.links[k["Obj"]] = o
		default:
			r.element(kid, o, 0)
		}
	}
}

func (r *taggedFile) piece(page object.Ref, mcid int, element object.Object) {
	i, ok := r.pages[page]
	if _, there := r.texts[i][mcid]; !ok || !there {
		r.t.Errorf("the tree has content %d of page %d, which is not there", mcid, i+1)
		return
	}
	r.seen[i][mcid]++
	r.owner[i][mcid] = element
	r.order.WriteString(r.texts[i][mcid])
}

// dense is a text without blanks and what is not seen.
func dense(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || strings.ContainsRune("\u200B\u2060\u00AD", c) {
			return -1
		}
		return c
	}, s)
}

// TestStructure holds on every kind of file that its structure tree is whole,
// and headings never step down by more than one level.
func TestStructure(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			level := 0
			for _, kind := range readTagged(t, s.data).kinds {
				if len(kind) == 2 && kind[0] == 'H' {
					n := int(kind[1] - '0')
					if n > level+1 {
						t.Errorf("H%d below H%d", n, level)
					}
					level = n
				}
			}
		})
	}
}

// TestReadingOrder holds that the structure tree of each golden of typography
// reads as its source: title, paragraphs, items and cells in their order.
func TestReadingOrder(t *testing.T) {
	read := 0
	for _, s := range samples(t) {
		if s.issue == nil {
			continue
		}
		read++
		got := dense(readTagged(t, s.data).order.String())
		for _, want := range opening(s.issue.Body) {
			i := strings.Index(got, want)
			if i < 0 {
				t.Errorf("%s: %q is not read after what stands before it", s.name, want)
				break
			}
			got = got[i+len(want):]
		}
	}
	if read < 50 {
		t.Errorf("%d files read", read)
	}
}

// TestSheetsAreReadInOrder holds that the name of a sheet and what it is about
// are read before its table.
func TestSheetsAreReadInOrder(t *testing.T) {
	read := 0
	for _, s := range append(sheetSamples(t), catalogueSamples(t)...) {
		kinds := readTagged(t, s.data).kinds
		table := slices.Index(kinds, "Table")
		if table < 0 {
			continue
		}
		read++
		if before := strings.Join(kinds[max(table-2, 0):table], " "); before != "P P" && before != "H1 P" || slices.Contains(kinds[table:], "H1") {
			t.Errorf("%s: read as %v …", s.name, kinds[:table+1])
		}
	}
	if read < 5 {
		t.Errorf("%d sheets read", read)
	}
}

// TestCellsAreReadWhole holds that what goes on in another line of its cell is
// read as one word, though its lines stand beside those of other cells.
func TestCellsAreReadWhole(t *testing.T) {
	for _, s := range typographySamples(t) {
		if s.name != "table-wrapped" {
			continue
		}
		const want = "水源地一级保护区内仍有农家乐、养殖场等与供水设施无关的建设项目"
		if got := readTagged(t, s.data).order.String(); !strings.Contains(got, want) {
			t.Errorf("%s is not read in %s", want, got)
		}
		return
	}
	t.Error("no table of cells of several lines")
}

// TestLinesAreReadApart holds that a number or a Latin word at the end of a line
// the editor ended is not read as one with that at the head of the next.
func TestLinesAreReadApart(t *testing.T) {
	const body = "# 题\n\n电话：\\\n0737-1234567\\\n0737-7654321，\\\n甲\\\n乙\n\n```\nabc\ndef\n```\n"
	text := "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n编发单位: 办公室\n---\n\n" + body
	tagged := readTagged(t, written(t, plainly(t, bulletin.Read(diag.NewSource("1.md", []byte(text)), "1", nil))))
	if got := tagged.order.String(); !strings.HasSuffix(got, "题电话：0737-1234567 0737-7654321，甲乙abcdef") || !strings.HasSuffix(strings.Join(tagged.kinds, " "), "H2 P P P") {
		t.Errorf("read as %s, %v", got, tagged.kinds)
	}
}

// TestNotesHoldLists holds that the items of a list within a note are items of a
// list, behind its paragraphs.
func TestNotesHoldLists(t *testing.T) {
	kinds := strings.Join(readTagged(t, written(t, plainly(t, readSample(t, "notes.md")))).kinds, " ")
	if want := "Reference Note Lbl P L LI Lbl LBody LI Lbl LBody Reference"; !strings.Contains(kinds, want) {
		t.Errorf("no %s in %s", want, kinds)
	}
}

// opening returns how each block begins that has text of its own, up to its
// first mark of a note.
func opening(blocks []bulletin.Block) []string {
	var out []string
	add := func(text []bulletin.Inline) {
		for i, in := range text {
			if _, ok := in.(*bulletin.Text); !ok {
				text = text[:i]
				break
			}
		}
		if s := []rune(dense(bulletin.Plain(text))); len(s) > 0 {
			out = append(out, string(s[:min(len(s), 8)]))
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletin.Heading:
			add(b.Text)
		case *bulletin.Banner:
			add(b.Text)
		case *bulletin.Paragraph:
			add(b.Text)
		case *bulletin.RunIn:
			add(b.Head)
		case *bulletin.List:
			for _, item := range b.Items {
				out = append(out, opening(item.Blocks)...)
			}
		case *bulletin.Quote:
			out = append(out, opening(b.Blocks)...)
		case *bulletin.Table:
			for _, row := range append([][]bulletin.Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					add(cell)
				}
			}
		}
	}
	return out
}
