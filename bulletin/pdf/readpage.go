package pdf

import (
	"maps"
	"slices"

	"jianbao/bulletin/pdf/object"
)

// A leaf is a page as it is read: the parts of its content, and which of their
// stretches an element owns.
type leaf struct {
	parts []*part
	owned [][]bool
}

// inherited are the entries of a page that its tree may have for it (7.7.3.4).
type inherited struct{ resources object.Object }

// pageTree reads the pages of a node of the page tree in their order.
func (r *reader) pageTree(node object.Object, above *inherited, depth int) error {
	if err := r.step(depth); err != nil {
		return err
	}
	d := r.file.Dict(node)
	here := inherited{d["Resources"]}
	if here.resources == nil && above != nil {
		here = *above
	}
	kids := r.file.Array(d["Kids"])
	if d["Kids"] == nil && depth > 0 {
		return r.page(node, d, here)
	}
	if ref, ok := node.(object.Ref); ok {
		if _, again := r.leaves[ref]; again {
			return ErrTree
		}
		r.leaves[ref] = -1
	}
	for _, kid := range kids {
		if err := r.pageTree(kid, &here, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// page reads a page.
func (r *reader) page(node object.Object, d object.Dict, above inherited) error {
	if ref, ok := node.(object.Ref); ok {
		if _, again := r.leaves[ref]; again {
			return ErrTree
		}
		r.leaves[ref] = len(r.pages)
	}
	l := &leaf{}
	r.pages = append(r.pages, l)
	streams := r.file.Array(d["Contents"])
	if streams == nil && d["Contents"] != nil {
		streams = object.Array{d["Contents"]}
	}
	if len(streams) > mostParts {
		return ErrLarge
	}
	for _, s := range streams {
		p, err := r.part(s, above.resources)
		if err != nil {
			return err
		}
		if err := r.take(1 + len(p.stretches)); err != nil {
			return err
		}
		l.parts = append(l.parts, p)
		l.owned = append(l.owned, make([]bool, len(p.stretches)))
		for _, what := range p.foreign {
			r.foreign(len(r.pages), what)
		}
	}
	return r.annotations(d["Annots"])
}

// annotations looks for what stands above a page and is no link.
func (r *reader) annotations(list object.Object) error {
	for _, a := range r.file.Array(list) {
		if err := r.step(0); err != nil {
			return err
		}
		d := r.file.Dict(a)
		kind, _ := r.file.Resolve(d["Subtype"]).(object.Name)
		switch {
		case kind != "Link":
			r.foreign(len(r.pages), "annotation "+string(kind))
		case d["AP"] != nil:
			r.foreign(len(r.pages), "annotation with AP")
		}
	}
	return nil
}

// A partKey is a content stream with the resources it is read by.
type partKey struct{ stream, resources object.Ref }

// part reads a stream of a page's content, once for all pages that share it.
func (r *reader) part(stream, resources object.Object) (*part, error) {
	s, refS := stream.(object.Ref)
	with, refR := resources.(object.Ref)
	if p := r.parts[partKey{s, with}]; p != nil {
		return p, nil
	}
	p := &part{marked: map[int]int{}}
	if body := r.file.Stream(stream); body != nil {
		data, err := r.unfold(body)
		if err != nil {
			return nil, err
		}
		operations, err := object.Content(data)
		if err != nil {
			return nil, err
		}
		if err := r.operations(p, operations, r.file.Dict(resources)); err != nil {
			return nil, err
		}
	}
	if refS && refR {
		r.parts[partKey{s, with}] = p
	}
	return p, nil
}

func sortedKeys(d object.Dict) []object.Name { return slices.Sorted(maps.Keys(d)) }
