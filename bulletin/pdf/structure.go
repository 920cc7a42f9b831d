package pdf

import (
	"jianbao/bulletin/pdf/object"
)

// A structure is the root of the structure tree of a file (14.7.2).
type structure struct {
	root     object.Ref
	document object.Ref      // the one element below it
	kids     object.Array    // of that
	parents  object.Array    // number tree of owners: keys and values in turn (14.7.4.4)
	ids      []object.Object // name tree of elements with an ID
}

func (f *finisher) newStructure() *structure {
	return &structure{root: f.file.Add(object.Dict{}), document: f.file.Add(object.Dict{})}
}

// key adds an entry to the tree of owners and returns its key.
func (s *structure) key(owner object.Object) object.Integer {
	key := object.Integer(len(s.parents) / 2)
	s.parents = append(s.parents, key, owner)
	return key
}

// close fills in the root and the element of the document.
func (f *finisher) closeStructure(s *structure) {
	d := f.file.Dict(s.document)
	d["P"], d["S"] = s.root, object.Name("Document")
	if len(s.kids) > 0 {
		d["K"] = s.kids
	}
	root := f.file.Dict(s.root)
	root["Type"], root["K"] = object.Name("StructTreeRoot"), s.document
	root["ParentTree"] = f.file.Add(object.Dict{"Nums": s.parents})
	root["ParentTreeNextKey"] = object.Integer(len(s.parents) / 2)
	if len(s.ids) > 0 {
		root["IDTree"] = f.file.Add(object.Dict{"Names": object.Array(s.ids)})
	}
}
