package pdf

import (
	"errors"
	"fmt"

	"jianbao/bulletin/pdf/object"
)

// A Readout is what a PDF file says, read from nothing but the file: from the
// codes drawn on its pages and the ToUnicode of their fonts, in the order of its
// structure tree. What stands for text without being drawn, ActualText, is not
// read but is foreign, for this package never writes it; Alt is given apart from
// the text. That the outlines of a font draw the characters its ToUnicode names
// is not looked into.
type Readout struct {
	Info

	Pages    int
	Outline  []string  // titles of bookmarks, outer ones before those below them
	Elements []Element // of the structure tree, parents before children, in the order of reading

	Pieces    []Piece // all text that elements own, in the order of reading
	Stray     []Piece // drawn text that no element owns and that is no artifact, as drawn
	Artifacts []Piece // text that is no part of the document, as drawn: page numbers, what is said again

	// Foreign is what the file holds and this package never writes, by which
	// text can be hidden, covered or put beside what is read: at most 100.
	Foreign []Foreign
}

// An Element is one of the structure tree.
type Element struct {
	Role   string // standard structure type: Document, H1, P, TD, Lbl, Note, LBody …
	Parent int    // index into Elements; -1 for that of the whole
	Alt    string // what stands for a picture where it is not seen
}

// A Piece is text that is drawn in one stretch. A picture is U+FFFC, and a code
// without a character U+FFFD.
type Piece struct {
	Page    int    // from 1
	Element int    // index into Elements; -1 for none
	Role    string // of that element; "" for none
	Text    string
}

// Foreign is something that is not of this package.
type Foreign struct {
	Page int    // from 1; 0 when it is of the whole file
	What string // as PDF names it: Tr, annotation FreeText, ActualText
}

// Bounds of what is read, far beyond any file of ours, so that no file can ask
// for more room or time than it is worth.
const (
	mostStream  = 4 << 20   // bytes a stream of a page or a CMap unfolds to
	mostContent = 32 << 20  // of all together; pages of copies share theirs
	mostText    = 16 << 20  // bytes of text, however often it is drawn
	mostSteps   = 3_000_000 // through trees, pages and tables
	mostParts   = 16        // streams of a page
	mostForeign = 100
	deepestTree = 200 // elements or nodes within each other
	longestChar = 16  // bytes of UTF-16 that one code stands for
)

// Errors of a file whose trees are deeper than any of ours or run in a circle, or
// that asks for more room or time than any of ours.
var (
	ErrTree  = errors.New("tree of unknown shape")
	ErrLarge = errors.New("more than any file of this tool holds")
)

// Read reads a file as Write writes it. It is for files of ours and such as
// somebody has changed since: an error wraps object.ErrSyntax, ErrTree or ErrLarge,
// or says what cannot be unfolded; nothing else fails. Font programs and pictures are
// not unfolded.
func Read(data []byte) (*Readout, error) {
	file, err := object.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	r := &reader{
		file: file, out: &Readout{}, room: mostContent, letters: mostText, words: mostText, steps: mostSteps,
		leaves: map[object.Ref]int{}, fonts: map[object.Ref]*charMap{}, parts: map[partKey]*part{},
	}
	if err := r.all(); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return r.out, nil
}

// A reader reads one file.
type reader struct {
	file    *object.File
	out     *Readout
	room    int                // bytes that streams may still unfold to
	letters int                // bytes of text that streams may still draw
	words   int                // and pages may still show
	steps   int                // that may still be taken
	pages   []*leaf            // in their order
	leaves  map[object.Ref]int // their index
	fonts   map[object.Ref]*charMap
	parts   map[partKey]*part
}

// all reads pages, tree, what the tree has left over, and what is told of the
// whole.
func (r *reader) all() error {
	catalog := r.file.Catalog()
	r.catalog(catalog)
	if err := r.pageTree(catalog["Pages"], nil, 0); err != nil {
		return err
	}
	r.out.Pages = len(r.pages)
	if err := r.structureTree(catalog["StructTreeRoot"]); err != nil {
		return err
	}
	if err := r.leftOver(); err != nil {
		return err
	}
	if err := r.outline(r.file.Dict(catalog["Outlines"])["First"], 0); err != nil {
		return err
	}
	info, err := ReadInfo(r.file)
	r.out.Info = info
	return err
}

// catalog looks for what has no place in the root of a file of ours.
func (r *reader) catalog(catalog object.Dict) {
	for _, key := range sortedKeys(catalog) {
		switch key {
		case "Type", "Pages", "Lang", "ViewerPreferences", "Outlines", "PageMode", "PageLabels",
			"StructTreeRoot", "MarkInfo", "OutputIntents", "Metadata":
		default:
			r.foreign(0, "Catalog "+string(key))
		}
	}
}

// foreign takes note of something, once for each page.
func (r *reader) foreign(page int, what string) {
	if len(r.out.Foreign) >= mostForeign {
		return
	}
	for _, f := range r.out.Foreign {
		if f.Page == page && f.What == what {
			return
		}
	}
	r.out.Foreign = append(r.out.Foreign, Foreign{page, what})
}

// step counts a step through a tree.
func (r *reader) step(depth int) error {
	if depth > deepestTree {
		return ErrTree
	}
	return r.take(1)
}

// take counts steps.
func (r *reader) take(steps int) error {
	if r.steps -= steps; r.steps < 0 {
		return ErrLarge
	}
	return nil
}

// say adds a piece to a list.
func (r *reader) say(list *[]Piece, p Piece) error {
	if r.words -= len(p.Text); r.words < 0 {
		return ErrLarge
	}
	*list = append(*list, p)
	return nil
}

// unfold returns the data of a stream within the bounds.
func (r *reader) unfold(s *object.Stream) ([]byte, error) {
	data, err := s.DecodeUpTo(min(mostStream, r.room))
	r.room -= len(data)
	return data, err
}

// leftOver gathers the text that no element owns.
func (r *reader) leftOver() error {
	for i, l := range r.pages {
		for k, p := range l.parts {
			for j, s := range p.stretches {
				if s.text == "" || l.owned[k][j] {
					continue
				}
				to := &r.out.Stray
				if s.mcid == artifact {
					to = &r.out.Artifacts
				}
				if err := r.say(to, Piece{Page: i + 1, Element: -1, Text: s.text}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
