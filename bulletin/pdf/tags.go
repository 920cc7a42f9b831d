package pdf

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// A tagger builds the structure tree (14.7) of the pages of one copy: an
// element for each node of the document that has content, in the order of
// reading, with what archives (ISO 19005-2, 6.7) and readers for the blind (ISO
// 14289-1, 7) ask of it.
type tagger struct {
	*finisher
	nodes    []tagNode
	sequence int   // of content so far
	levels   []int // of the headings the last stands below, and its own
	linked   bool  // links have annotations
	prefix   string
	ids      []object.Object // of the elements that have one, names and references in turn
}

// A tagNode is a node of the document's tree on its way to an element.
type tagNode struct {
	used  bool // it has content, or something below it has
	first int  // place of its first content among all
	kids  []int
	parts []tagPart
	ref   object.Ref // its element
	body  object.Ref // that which holds its own content, when that is another
	box   [4]page.Length
	boxed bool
}

// A tagPart is a piece of a node's own content: marked content of a page, or an
// annotation there; and its place among all.
type tagPart struct {
	at   int
	page object.Ref
	mcid int
	link object.Ref // 0 for marked content
}

// kid returns what stands for a piece in an element that says of its pieces that
// they are on a page (14.7.2, Pg).
func (p tagPart) kid(page object.Ref) object.Object {
	switch {
	case p.link == 0 && p.page == page:
		return object.Integer(p.mcid)
	case p.link == 0:
		return object.Dict{"Type": object.Name("MCR"), "Pg": p.page, "MCID": object.Integer(p.mcid)}
	case p.page == page:
		return object.Dict{"Type": object.Name("OBJR"), "Obj": p.link}
	}
	return object.Dict{"Type": object.Name("OBJR"), "Pg": p.page, "Obj": p.link}
}

// newTagger prepares the elements of a tree that hangs below an element.
func (f *finisher) newTagger(prefix string) *tagger {
	t := &tagger{finisher: f, nodes: make([]tagNode, len(f.doc.Tree)), prefix: prefix}
	for i, n := range f.doc.Tree {
		t.nodes[i].first = -1
		if n.Parent >= 0 {
			t.nodes[n.Parent].kids = append(t.nodes[n.Parent].kids, i)
		}
	}
	return t
}

// add appends a piece to a node, which then has content, and so have those above
// it.
func (t *tagger) add(node int, p tagPart) {
	for i := node; i >= 0 && t.nodes[i].first < 0; i = t.doc.Tree[i].Parent {
		t.nodes[i].used, t.nodes[i].first = true, t.sequence
	}
	p.at = t.sequence
	t.nodes[node].parts = append(t.nodes[node].parts, p)
	t.sequence++
}

// content adds the marked content of a page.
func (t *tagger) content(ref object.Ref, nodes []int) {
	t.own(ref, nodes, 0)
}

// own adds the marked content of a page that begins with what a copy has of its
// own, numbered behind what all share.
func (t *tagger) own(ref object.Ref, nodes []int, shared int) {
	for k := range nodes {
		mcid := (k + shared) % len(nodes)
		t.add(nodes[mcid], tagPart{page: ref, mcid: mcid})
	}
}

// boxes takes the boxes of pictures, which their elements tell.
func (t *tagger) boxes(p *page.Page) {
	for _, it := range p.Items {
		if im, ok := it.(*page.Image); ok && im.Node >= 0 && !t.nodes[im.Node].boxed {
			n := &t.nodes[im.Node]
			n.box, n.boxed = [4]page.Length{im.X, p.Height - im.Y - im.Height, im.X + im.Width, p.Height - im.Y}, true
		}
	}
}

// keepCells keeps the cells of rows that have any content: a table has as many
// in each row (ISO 14289-1, 7.5).
func (t *tagger) keepCells() {
	for i, n := range t.doc.Tree {
		if n.Role == page.RoleRow && t.nodes[i].used {
			for _, k := range t.nodes[i].kids {
				t.nodes[k].used = true
			}
		}
	}
}

// build makes the elements below that of the whole and returns what it holds.
func (t *tagger) build(whole object.Ref) object.Array {
	if len(t.nodes) == 0 {
		return nil
	}
	t.keepCells()
	t.nodes[0].ref, t.nodes[0].body = whole, whole
	return t.kids(0)
}

// element makes the element of a node with all below it.
func (t *tagger) element(i int, parent object.Ref) object.Ref {
	n, node := &t.nodes[i], t.doc.Tree[i]
	d := object.Dict{"P": parent, "S": structureType(node.Role)}
	n.ref = t.file.Add(d)
	n.body = n.ref
	switch node.Role {
	case page.RoleTitle, page.RoleHeading:
		d["S"] = t.heading(node)
	case page.RoleFigure:
		d["Alt"] = object.TextString(alternative(node.Alt))
		if n.boxed {
			d["A"] = object.Dict{"O": object.Name("Layout"), "Placement": t.placement(node), "BBox": t.rect(n.box)}
		}
	case page.RoleList:
		numbering := object.Name("Disc")
		if node.Ordered {
			numbering = "Decimal"
		}
		d["A"] = object.Dict{"O": object.Name("List"), "ListNumbering": numbering} // (ISO 14289-1, 7.6)
	case page.RoleLink:
		if !t.linked {
			d["S"] = object.Name("Span")
		}
	case page.RoleHeadCell:
		d["A"] = object.Dict{"O": object.Name("Table"), "Scope": object.Name("Column")}
	case page.RoleCell:
		if node.Span > 1 {
			d["A"] = object.Dict{"O": object.Name("Table"), "ColSpan": object.Integer(node.Span)}
		}
	case page.RoleNote:
		id := object.String(fmt.Sprintf("%snote%06d", t.prefix, i))
		d["ID"] = id
		t.ids = append(t.ids, id, n.ref)
	}
	t.fill(d, t.kids(i))
	return n.ref
}

// fill gives an element what it holds.
func (t *tagger) fill(d object.Dict, kids object.Array) {
	switch len(kids) {
	case 0:
	case 1:
		d["K"] = kids[0]
	default:
		d["K"] = kids
	}
}

// placement says whether a picture stands by itself or within text.
func (t *tagger) placement(n page.Node) object.Name {
	switch t.doc.Tree[n.Parent].Role {
	case page.RoleDocument, page.RoleSection, page.RoleListItem, page.RoleQuote:
		return "Block"
	}
	return "Inline"
}

// alternative is what stands for a picture where it cannot be seen.
func alternative(alt string) string {
	if strings.TrimSpace(alt) == "" {
		return "图"
	}
	return alt
}

func (t *tagger) rect(b [4]page.Length) object.Array {
	var a object.Array
	for _, l := range b {
		a = append(a, number(milli(l)))
	}
	return a
}

// heading returns H1, H2 …: the name of the bulletin above the titles of
// articles, headings of one level alike, and never more than one level below the
// heading before (ISO 14289-1, 7.4.2).
func (t *tagger) heading(n page.Node) object.Name {
	level := 1
	if n.Role == page.RoleHeading {
		level = max(n.Level, 1) + 1
	}
	for n := len(t.levels); n > 0 && t.levels[n-1] >= level; n-- {
		t.levels = t.levels[:n-1]
	}
	t.levels = append(t.levels, level)
	return object.Name(fmt.Sprintf("H%d", min(len(t.levels), 6)))
}

// kids returns what an element holds. That of an item of a list holds its label
// and a body (14.8.4.3.3), that of a block whose own content is running text
// both in the order of reading.
func (t *tagger) kids(i int) object.Array {
	n, role := &t.nodes[i], t.doc.Tree[i].Role
	var label object.Array
	below := slices.DeleteFunc(slices.Clone(n.kids), func(k int) bool { return !t.nodes[k].used })
	if role == page.RoleListItem {
		body := object.Dict{"P": n.ref, "S": object.Name("LBody")}
		if len(below) > 0 && t.doc.Tree[below[0]].Role == page.RoleLabel {
			label, below = object.Array{t.element(below[0], n.ref)}, below[1:]
		}
		if len(below) == 0 && len(n.parts) == 0 {
			return label
		}
		n.body = t.file.Add(body)
		t.fill(body, t.merged(i, below))
		return append(label, n.body)
	}
	return t.merged(i, below)
}

// merged returns a node's own content and the elements below it: in the order of
// the tree where it has no content itself, else where their content begins.
func (t *tagger) merged(i int, below []int) object.Array {
	n := &t.nodes[i]
	if len(n.parts) > 0 {
		slices.SortStableFunc(below, func(a, b int) int { return t.nodes[a].first - t.nodes[b].first })
	}
	var out object.Array
	var page object.Ref
	parts := n.parts
	if len(parts) > 0 {
		page = parts[0].page
		t.file.Dict(n.body)["Pg"] = page
	}
	for _, k := range below {
		for len(parts) > 0 && parts[0].at < t.nodes[k].first {
			out, parts = append(out, parts[0].kid(page)), parts[1:]
		}
		out = append(out, t.element(k, n.body))
	}
	for _, p := range parts {
		out = append(out, p.kid(page))
	}
	return out
}

// owners returns the elements of the content of a page, by MCID (14.7.4.4).
func (t *tagger) owners(nodes []int) object.Array {
	out := make(object.Array, len(nodes))
	for i, node := range nodes {
		out[i] = t.nodes[node].body
	}
	return out
}
