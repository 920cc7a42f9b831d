package pdf

import (
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// outline puts the places and counts of the outline right and returns its
// root, nil if there is none.
func (f *finisher) outline() (object.Object, error) {
	root, ok := f.file.Catalog()["Outlines"].(object.Ref)
	if !ok {
		return nil, nil
	}
	w := outlineWalk{finisher: f, rest: f.doc.Entries()}
	count, err := w.items(f.file.Dict(root))
	if err != nil {
		return nil, err
	}
	if len(w.rest) > 0 {
		return nil, errUnexpected
	}
	f.file.Dict(root)["Count"] = object.Integer(count)
	return root, nil
}

// An outlineWalk goes through the items of an outline in the order of the
// bookmarks they were made from.
type outlineWalk struct {
	*finisher
	rest []page.Bookmark
}

// items sets the items below a parent and returns how many there are at all
// levels. All stand open, so that this is the count of a parent; an item with
// none has no count (12.3.3, table 153).
func (w *outlineWalk) items(parent object.Dict) (int, error) {
	total := 0
	for next := parent["First"]; next != nil; {
		if len(w.rest) == 0 {
			return 0, errUnexpected
		}
		item := w.file.Dict(next)
		item["Dest"] = w.destination(w.rest[0])
		w.rest = w.rest[1:]
		below, err := w.items(item)
		if err != nil {
			return 0, err
		}
		if delete(item, "Count"); below > 0 {
			item["Count"] = object.Integer(below)
		}
		total += 1 + below
		next = item["Next"]
	}
	return total, nil
}

func (w *outlineWalk) destination(b page.Bookmark) object.Array {
	return destination(w.sheets[b.Page].ref, w.doc.Pages[b.Page], b.Y)
}

// destination leads to a height on a page, at the reader's own zoom (12.3.2.2);
// to the head of a turned page, which is its left side.
func destination(ref object.Ref, p *page.Page, y page.Length) object.Array {
	bottom := number(milli(p.Height - y))
	if p.Turned {
		bottom = object.Integer(0)
	}
	return object.Array{ref, object.Name("XYZ"), object.Integer(0), bottom, object.Null{}}
}
