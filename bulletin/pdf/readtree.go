package pdf

import (
	"jianbao/bulletin/pdf/object"
)

// structureTree reads the tree of the file; one without has only stray text.
func (r *reader) structureTree(root object.Object) error {
	w := &treeWalk{reader: r, seen: map[object.Ref]bool{}}
	return w.kids(r.file.Dict(root)["K"], -1, 0, 0)
}

// A treeWalk goes through the structure tree in the order of reading.
type treeWalk struct {
	*reader
	seen map[object.Ref]bool // elements
}

// kids reads what an element holds (14.7.2): elements, and content of the page
// that the element names, or that the piece itself does.
func (w *treeWalk) kids(k object.Object, element int, page object.Ref, depth int) error {
	list, many := w.file.Resolve(k).(object.Array)
	if !many && k != nil {
		list = object.Array{k}
	}
	for _, kid := range list {
		if err := w.step(depth); err != nil {
			return err
		}
		if err := w.kid(kid, element, page, depth); err != nil {
			return err
		}
	}
	return nil
}

func (w *treeWalk) kid(kid object.Object, element int, page object.Ref, depth int) error {
	if mcid, ok := kid.(object.Integer); ok {
		return w.piece(page, int(mcid), element)
	}
	d := w.file.Dict(kid)
	if on, ok := d["Pg"].(object.Ref); ok {
		page = on
	}
	switch d["Type"] {
	case object.Name("MCR"):
		if mcid, ok := d["MCID"].(object.Integer); ok {
			return w.piece(page, int(mcid), element)
		}
	case object.Name("OBJR"):
	default:
		return w.element(kid, d, element, page, depth)
	}
	return nil
}

// element reads an element and all below it.
func (w *treeWalk) element(o object.Object, d object.Dict, parent int, page object.Ref, depth int) error {
	if ref, ok := o.(object.Ref); ok {
		if w.seen[ref] {
			return ErrTree
		}
		w.seen[ref] = true
	}
	role, _ := w.file.Resolve(d["S"]).(object.Name)
	alt, _ := w.file.Resolve(d["Alt"]).(object.String)
	for _, key := range []object.Name{"ActualText", "E"} {
		if d[key] != nil {
			w.foreign(0, string(key))
		}
	}
	n := len(w.out.Elements)
	w.out.Elements = append(w.out.Elements, Element{string(role), parent, alt.Text()})
	return w.kids(d["K"], n, page, depth+1)
}

// piece gives a stretch of a page to an element. What the tree names and no
// page has, or has already been given away, is foreign.
func (w *treeWalk) piece(page object.Ref, mcid, element int) error {
	n, ok := w.leaves[page]
	if !ok || n < 0 {
		w.foreign(0, "content of no page")
		return nil
	}
	l := w.pages[n]
	for k, p := range l.parts {
		at, ok := p.marked[mcid]
		if !ok {
			continue
		}
		if l.owned[k][at] {
			w.foreign(n+1, "content said twice")
			return nil
		}
		l.owned[k][at] = true
		role := ""
		if element >= 0 {
			role = w.out.Elements[element].Role
		}
		return w.say(&w.out.Pieces, Piece{n + 1, element, role, p.stretches[at].text})
	}
	w.foreign(n+1, "content that is not drawn")
	return nil
}
