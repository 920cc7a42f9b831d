package pdf

import (
	"fmt"
	"iter"
	"slices"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// Copies share all that draws their pages. The dictionaries of pages cannot be
// shared, for each has one parent (7.7.3.3), and those of two hundred copies
// weigh more than the fonts: what is equal for all pages is inherited from the
// root of their tree (7.7.3.4), and the file is packed. Measured on 200 copies
// of an issue of 43 pages: 3.9 times the weight of one unpacked, 1.4 packed;
// the structure tree that each copy has of its own makes it 3.2. There are no
// links, for an annotation belongs to one page (12.5.2), and the file is for
// paper.

// fanOut is how many kids a node of the page tree has, so that a reader finds
// one of thousands of pages without reading them all (7.7.3.2).
const fanOut = 32

// layers yields the items of each page, then those of each copy.
func layers(d *page.Document) iter.Seq[[]page.Item] {
	return func(yield func([]page.Item) bool) {
		for _, p := range d.Pages {
			if !yield(p.Items) {
				return
			}
		}
		for _, c := range d.Copies {
			if !yield(c.Items) {
				return
			}
		}
	}
}

// endsBlank reports whether each copy ends with a blank page.
func endsBlank(d *page.Document) bool {
	return len(d.Copies) > 0 && d.NewSheet && len(d.Pages)%2 == 1
}

// numbers returns the printed numbers of the pages of the file, 0 for none.
func (f *finisher) numbers() []int {
	var once []int
	for _, p := range f.doc.Pages {
		once = append(once, p.Number)
	}
	if endsBlank(f.doc) {
		once = append(once, 0)
	}
	return slices.Repeat(once, max(len(f.doc.Copies), 1))
}

// copies writes the pages of all copies in place of those fpdf wrote, and
// returns the outline, which has an entry a copy.
func (f *finisher) copies(resources object.Ref, s *structure) object.Object {
	f.shared = resources
	var pages, first []object.Ref
	for i, c := range f.doc.Copies {
		own := f.copy(c, i, s)
		pages, first = append(pages, own...), append(first, own[0])
	}
	f.tree = f.grow(pages)
	root := f.file.Dict(f.tree)
	root["MediaBox"] = mediaBox(f.doc.Pages[0])
	return f.copyOutline(first)
}

// copy adds the pages of copy k, with their structure.
func (f *finisher) copy(c page.Copy, k int, s *structure) []object.Ref {
	var refs []object.Ref
	part := f.file.Add(object.Dict{})
	t := f.newTagger(fmt.Sprintf("copy%06d-", k))
	var all []tagged
	for i, p := range f.doc.Pages {
		d := f.sheet(p)
		d["Contents"] = f.sheets[i].dict["Contents"]
		if p.Turned {
			d["Rotate"] = object.Integer(90)
		}
		tags := tagged{slices.Clone(f.tags[i].nodes)}
		ref := f.file.Add(d)
		if i == 0 && len(c.Items) > 0 {
			own := f.file.Add(&object.Stream{Data: f.overlay(c.Items, p.Height, newMarker(f.doc, &tags))})
			d["Contents"] = object.Array{own, d["Contents"]} // a 份号 is read first
			t.own(ref, tags.nodes, len(f.tags[i].nodes))
		} else {
			t.content(ref, tags.nodes)
		}
		t.boxes(p)
		refs, all = append(refs, ref), append(all, tags)
	}
	d := f.file.Dict(part)
	d["P"], d["S"], d["T"] = s.document, object.Name("Part"), object.TextString(c.Title)
	d["K"] = t.build(part)
	s.kids, s.ids = append(s.kids, part), append(s.ids, t.ids...)
	for i, ref := range refs {
		if nodes := all[i].nodes; len(nodes) > 0 {
			f.file.Dict(ref)["StructParents"] = s.key(t.owners(nodes))
		}
	}
	if endsBlank(f.doc) {
		refs = append(refs, f.file.Add(f.sheet(f.doc.Pages[len(f.doc.Pages)-1])))
	}
	return refs
}

// sheet returns a page with what it does not inherit, as yet without content.
func (f *finisher) sheet(p *page.Page) object.Dict {
	d := object.Dict{"Type": object.Name("Page"), "Tabs": object.Name("S"), "Resources": f.shared} // resources are not inherited (ISO 19005-2, 6.2.2)
	if first := f.doc.Pages[0]; p.Width != first.Width || p.Height != first.Height {
		d["MediaBox"] = mediaBox(p)
	}
	return d
}

// overlay writes items as the first part of a page's content, which may stand
// in several streams (7.7.3.3). It is so short that it is not compressed.
func (f *finisher) overlay(items []page.Item, height page.Length, m *marker) []byte {
	var b []byte
	for _, it := range items {
		node, draws := nodeOf(it, height)
		if !draws {
			continue
		}
		b = m.appendBegin(b, node)
		switch it := it.(type) {
		case *page.Text:
			b = f.faces[it.Face].appendText(append(appendColor(b, it.Color), ' '), it, height-it.Y)
		case *page.Rule:
			b = appendRule(append(appendColor(b, it.Color), ' '), it, height)
		case *page.Dot:
			b = appendDot(append(appendColor(b, it.Color), ' '), it, height)
		}
		b = append(b, '\n')
	}
	return m.appendEnd(b)
}

// grow hangs pages below nodes, and nodes below nodes, until one is left.
func (f *finisher) grow(kids []object.Ref) object.Ref {
	var nodes []object.Ref
	for group := range slices.Chunk(kids, fanOut) {
		nodes = append(nodes, f.node(group))
	}
	if len(nodes) == 1 {
		return nodes[0]
	}
	return f.grow(nodes)
}

// node adds a node of the page tree over pages or nodes (7.7.3.2).
func (f *finisher) node(kids []object.Ref) object.Ref {
	var list object.Array
	count := object.Integer(0)
	node := object.Dict{"Type": object.Name("Pages")}
	ref := f.file.Add(node)
	for _, kid := range kids {
		list = append(list, kid)
		d := f.file.Dict(kid)
		d["Parent"] = ref
		below, ok := d["Count"].(object.Integer)
		if !ok { // a page
			below = 1
		}
		count += below
	}
	node["Kids"], node["Count"] = list, count
	return ref
}

// copyOutline adds an entry for each copy, given its first page (12.3.3).
func (f *finisher) copyOutline(first []object.Ref) object.Ref {
	root := object.Dict{"Type": object.Name("Outlines"), "Count": object.Integer(len(first))}
	ref := f.file.Add(root)
	var last object.Dict
	for i, c := range f.doc.Copies {
		item := object.Dict{"Title": object.TextString(c.Title), "Parent": ref, "Dest": destination(first[i], f.doc.Pages[0], 0)}
		at := f.file.Add(item)
		if last == nil {
			root["First"] = at
		} else {
			item["Prev"], last["Next"] = root["Last"], at
		}
		root["Last"], last = at, item
	}
	return ref
}
