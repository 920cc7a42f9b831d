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
func finish(file *object.File, d *page.Document, faces []*face, o Options) error {
	f := &finisher{file: file, doc: d, faces: faces}
	if err := f.findPages(); err != nil {
		return err
	}
	pictures, err := f.namePictures()
	if err != nil {
		return err
	}
	f.pressColours(pictures)
	resources := f.resources(pictures)
	if err := f.compress(); err != nil {
		return err
	}
	var outline object.Object
	if len(d.Copies) > 0 {
		outline = f.copies(resources)
	} else if outline, err = f.pages(resources); err != nil {
		return err
	}
	file.Trailer = object.Dict{"Root": file.Add(f.catalog(outline))}
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
	tree   object.Ref // root of the pages
	sheets []sheet    // by index in the document
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

// pages writes the pages anew and returns the outline, nil if there is none.
func (f *finisher) pages(resources object.Ref) (object.Object, error) {
	for i := range f.sheets {
		if err := f.page(i, resources); err != nil {
			return nil, err
		}
	}
	delete(f.file.Dict(f.tree), "MediaBox") // each page has its own
	return f.outline()
}

// page writes the dictionary of a page anew (7.7.3.3): fpdf rounds measures to
// hundredths of a point.
func (f *finisher) page(i int, resources object.Ref) error {
	s, p := f.sheets[i], f.doc.Pages[i]
	links, err := f.links(s, p)
	if err != nil {
		return err
	}
	contents := s.dict["Contents"]
	clear(s.dict)
	s.dict["Type"] = object.Name("Page")
	s.dict["Parent"] = f.tree
	s.dict["MediaBox"] = mediaBox(p)
	s.dict["Resources"] = resources
	s.dict["Contents"] = contents
	if p.Turned {
		s.dict["Rotate"] = object.Integer(90) // clockwise, to be seen (7.7.3.3)
	}
	if len(links) > 0 {
		s.dict["Annots"] = links
	}
	return nil
}

// mediaBox returns the paper of a page.
func mediaBox(p *page.Page) object.Array {
	return object.Array{object.Integer(0), object.Integer(0), number(milli(p.Width)), number(milli(p.Height))}
}

// links makes objects of a page's link annotations, which are in the order of
// its items, and says of each that it is printed (12.5.3: flag 3, which archives
// require) and has no frame.
func (f *finisher) links(s sheet, p *page.Page) (object.Array, error) {
	written := f.file.Array(s.dict["Annots"])
	var links object.Array
	for _, it := range p.Items {
		l, ok := it.(*page.Link)
		if !ok {
			continue
		}
		if len(links) == len(written) {
			return nil, errUnexpected
		}
		d := f.file.Dict(written[len(links)])
		d["F"] = object.Integer(4)
		d["Border"] = object.Array{object.Integer(0), object.Integer(0), object.Integer(0)}
		d["Rect"] = rectangle(p.Height, l.X, l.Y, l.Width, l.Height)
		links = append(links, f.file.Add(d))
	}
	if len(links) != len(written) {
		return nil, errUnexpected
	}
	return links, nil
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
	deflater, err := object.NewDeflater()
	if err != nil {
		return err
	}
	for _, o := range f.file.Objects {
		s, ok := o.(*object.Stream)
		if !ok || s.Dict["Filter"] != nil {
			continue
		}
		if s.Data, err = deflater.Compress(s.Data); err != nil {
			return err
		}
		if s.Dict == nil {
			s.Dict = object.Dict{}
		}
		s.Dict["Filter"] = object.Name("FlateDecode")
	}
	return nil
}
