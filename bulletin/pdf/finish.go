package pdf

import (
	"errors"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// errUnexpected says that fpdf wrote a file of another shape than we know; only
// another version of fpdf can be the reason.
var errUnexpected = errors.New("file from fpdf has an unknown shape")

// finish completes the file fpdf wrote: fonts, resources, pages, outline,
// catalogue and information. What it does not take over from fpdf can no longer
// be reached and so is dropped when the file is written.
func finish(file *object.File, d *page.Document, faces []*face, tags []tagged, deflater *object.Deflater, o Options) error {
	f := &finisher{file: file, doc: d, faces: faces, tags: tags, deflater: deflater}
	if err := f.findPages(); err != nil {
		return err
	}
	pictures, err := f.namePictures()
	if err != nil {
		return err
	}
	f.pressColours(pictures)
	f.plainColours(pictures)
	resources := f.resources(pictures)
	intent := f.intent()
	if err := f.compress(); err != nil {
		return err
	}
	s := f.newStructure()
	var outline object.Object
	if len(d.Copies) > 0 {
		outline = f.copies(resources, s)
	} else if outline, err = f.pages(resources, s); err != nil {
		return err
	}
	f.closeStructure(s)
	catalog := f.catalog(outline)
	catalog["StructTreeRoot"] = s.root
	catalog["MarkInfo"] = object.Dict{"Marked": object.Bool(true)}
	catalog["OutputIntents"] = object.Array{intent}
	catalog["Metadata"] = file.Add(f.metadata(o))
	file.Trailer = object.Dict{"Root": file.Add(catalog)}
	if info := f.info(o); len(info) > 0 {
		file.Trailer["Info"] = file.Add(info)
	}
	return nil
}

// A finisher works on the objects of one file.
type finisher struct {
	file   *object.File
	doc    *page.Document
	faces  []*face
	shared object.Ref // resources of the pages of copies
	tags   []tagged   // by index of the page in the document
	linked []linked
	tree   object.Ref // root of the pages
	sheets []sheet    // by index in the document

	deflater *object.Deflater
}

// A sheet is a page as fpdf wrote it.
type sheet struct {
	ref     object.Ref
	dict    object.Dict
	content *object.Stream
}

// findPages walks the page tree, which has one level.
func (f *finisher) findPages() error {
	root, ok := f.file.Catalog()["Pages"].(object.Ref)
	if !ok {
		return errUnexpected
	}
	f.tree = root
	for _, kid := range f.file.Array(f.file.Dict(root)["Kids"]) {
		ref, _ := kid.(object.Ref)
		s := sheet{ref: ref, dict: f.file.Dict(kid)}
		if s.content = f.file.Stream(s.dict["Contents"]); s.content == nil {
			return errUnexpected
		}
		f.sheets = append(f.sheets, s)
	}
	if len(f.sheets) != len(f.doc.Pages) {
		return errUnexpected
	}
	return nil
}

// resources makes the one dictionary of fonts and pictures that all pages
// share (7.8.3).
func (f *finisher) resources(pictures object.Dict) object.Ref {
	fonts := object.Dict{}
	for _, face := range f.faces {
		if face != nil && fonts[object.Name(face.key)] == nil {
			fonts[object.Name(face.key)] = face.fontObject(f.file)
		}
	}
	r := object.Dict{}
	if len(fonts) > 0 {
		r["Font"] = fonts
	}
	if len(pictures) > 0 {
		r["XObject"] = pictures
	}
	return f.file.Add(r)
}

// pages writes the pages anew with their structure, and returns the outline, nil
// if there is none.
func (f *finisher) pages(resources object.Ref, s *structure) (object.Object, error) {
	t := f.newTagger("")
	t.linked = true
	for i := range f.sheets {
		f.page(i, resources, t)
	}
	s.kids = t.build(s.document)
	s.ids = t.ids
	for i, sheet := range f.sheets {
		if nodes := f.tags[i].nodes; len(nodes) > 0 { // no artifacts only
			sheet.dict["StructParents"] = s.key(t.owners(nodes))
		}
	}
	for _, l := range f.linked {
		l.annotation["StructParent"] = s.key(t.nodes[l.node].body)
	}
	delete(f.file.Dict(f.tree), "MediaBox") // each page has its own
	return f.outline()
}

// page writes the dictionary of a page anew (7.7.3.3): fpdf rounds measures to
// hundredths of a point.
func (f *finisher) page(i int, resources object.Ref, t *tagger) {
	sheet, p := f.sheets[i], f.doc.Pages[i]
	contents := sheet.dict["Contents"]
	clear(sheet.dict)
	sheet.dict["Type"] = object.Name("Page")
	sheet.dict["Parent"] = f.tree
	sheet.dict["MediaBox"] = mediaBox(p)
	sheet.dict["Resources"] = resources
	sheet.dict["Contents"] = contents
	sheet.dict["Tabs"] = object.Name("S") // by structure (ISO 14289-1, 7.18.3)
	if p.Turned {
		sheet.dict["Rotate"] = object.Integer(90) // clockwise, to be seen (7.7.3.3)
	}
	t.boxes(p)
	t.content(sheet.ref, f.tags[i].nodes)
	if links := f.links(t, i); len(links) > 0 {
		sheet.dict["Annots"] = links
	}
}

// mediaBox returns the paper of a page.
func mediaBox(p *page.Page) object.Array {
	return object.Array{object.Integer(0), object.Integer(0), number(milli(p.Width)), number(milli(p.Height))}
}

// namePictures gives the pictures short names in the order they are drawn, in
// place of fpdf's, which stand in no fixed order; it returns the dictionary of
// them.
func (f *finisher) namePictures() (object.Dict, error) {
	n := namer{names: map[object.Name]object.Name{}, pictures: object.Dict{}}
	for i, p := range f.doc.Pages {
		if !hasImage(p) {
			continue
		}
		s := f.sheets[i]
		n.old = f.file.Dict(f.file.Dict(s.dict["Resources"])["XObject"])
		data, err := n.rename(s.content.Data)
		if err != nil {
			return nil, err
		}
		s.content.Data = data
	}
	return n.pictures, nil
}

func hasImage(p *page.Page) bool {
	for _, it := range p.Items {
		if _, ok := it.(*page.Image); ok {
			return true
		}
	}
	return false
}

// compress packs every stream that is not packed yet; pictures are.
func (f *finisher) compress() error {
	for _, o := range f.file.Objects {
		s, ok := o.(*object.Stream)
		if !ok || s.Dict["Filter"] != nil {
			continue
		}
		var err error
		if s.Data, err = f.deflater.Compress(s.Data); err != nil {
			return err
		}
		if s.Dict == nil {
			s.Dict = object.Dict{}
		}
		s.Dict["Filter"] = object.Name("FlateDecode")
	}
	return nil
}
