// Package page is what a typeset document is made of: pages of text runs,
// rules, pictures and links at fixed places, the faces they use, and the tree
// that says what each thing is. Layout makes it, writers only walk it.
package page

import "slices"

// A Document is a finished set of pages. It is complete in itself: a writer
// needs nothing else.
type Document struct {
	Pages   []*Page
	Faces   []Face
	Images  []Picture
	Meta    Meta
	Outline []Bookmark // in reading order, with the places that links lead to
	Tree    []Node     // Tree[0] is the document; parents stand before children

	// Copies are the numbered copies one file holds, each all of Pages with
	// items of its own; none: the document once.
	Copies []Copy
	// NewSheet says that paper is printed on both sides, and that each copy
	// begins on a sheet of its own: one of an odd number of pages ends with a
	// blank page, on whose paper the next would begin otherwise.
	NewSheet bool
	// Exact says that what is printed on has its places already, as a sheet of
	// labels has: a reader must not print the pages larger or smaller.
	Exact bool
}

// A Copy is one of several copies of a document, with what tells it from the
// others: its 份号.
type Copy struct {
	Title string // of its bookmark: 000017 市委办公室
	Items []Item // on its first page, below and before what all copies have there; no Image, no Link
}

// A Face is one TrueType font program.
type Face struct {
	Name  string // of the role or file, for people: 仿宋
	Data  []byte // the font file, never changed
	Index int    // face within a collection; 0 for a .ttf
	Sum   string // SHA-256 of Data in hexadecimal digits, for archives; "" when nobody summed it up
}

// A Picture is the bytes of a picture file.
type Picture struct {
	Name string
	Data []byte
}

// Meta describes the document to readers and catalogues.
type Meta struct {
	Title   string // name of the bulletin, 期号 and year
	Author  string // issuing office
	Subject string // 第N期
	Date    string // date of issue as 2020-09-22
}

// A Bookmark is one entry of the outline, or a place that links lead to.
type Bookmark struct {
	Title  string
	Level  int    // 0 outermost; never more than one deeper than the entry before
	Page   int    // index into Pages
	Y      Length // from the top of the paper
	Hidden bool   // no entry of the outline
}

// Entries returns the bookmarks that are entries of the outline.
func (d *Document) Entries() []Bookmark {
	return slices.DeleteFunc(slices.Clone(d.Outline), func(b Bookmark) bool { return b.Hidden })
}

// A Page is one side of paper. Places are measured from its top left corner,
// x to the right and y downwards.
type Page struct {
	Width, Height Length
	Number        int  // as printed; 0 when the page carries none
	Turned        bool // its text runs upwards: a screen shows it turned a quarter clockwise (GB/T 9704-2012 clause 8)
	Items         []Item
}

// Blank reports whether a page carries neither text nor pictures, but a page
// number and rules at most.
func (p *Page) Blank() bool {
	for _, it := range p.Items {
		switch it := it.(type) {
		case *Text:
			if it.Node != Artifact {
				return false
			}
		case *Image:
			return false
		}
	}
	return true
}

// An Item is something at a fixed place on a page.
//
// Item is implemented by: *Text, *Rule, *Dot, *Image, *Link.
type Item interface{ item() }

// Artifact is the Node of an item that is no part of the text: page numbers,
// rules, the grid.
const Artifact = -1

// Text is one run in one face and size: baseline start, the string, an
// advance for each character.
type Text struct {
	X, Y     Length // origin of the first glyph, on the baseline
	Face     int    // index into Document.Faces
	Size     Length // of the em
	Color    Color
	String   string
	Advances []Length // from each character's origin to the next's, one a character
	Turn     Turn     // about the origin of the first glyph
	Node     int      // index into Document.Tree, or Artifact

	// Where the first character was typed, for a preview; it is no part of any output.
	File   string // as findings name it; "" when nobody typed it
	Offset int    // in bytes
}

// Turn is how many quarters something is turned counterclockwise, 0–3.
type Turn uint8

// Rule is a filled rectangle.
type Rule struct {
	X, Y          Length // top left corner
	Width, Height Length
	Color         Color
	Node          int
}

// Dot is a filled circle: the mark of emphasis under a character.
type Dot struct {
	X, Y     Length // centre
	Diameter Length
	Color    Color
	Node     int
}

// Image is a picture scaled into a rectangle, which the turned picture fills.
type Image struct {
	X, Y          Length // top left corner
	Width, Height Length
	Turn          Turn // of the picture as its file has it
	Picture       int  // index into Document.Images
	Node          int
}

// Link is an area that leads to an address, or to another place of the document.
type Link struct {
	X, Y          Length // top left corner
	Width, Height Length
	URL           string // "" for a place of the document
	Bookmark      int    // that place: index into Document.Outline
	Node          int
}

func (*Text) item()  {}
func (*Rule) item()  {}
func (*Dot) item()   {}
func (*Image) item() {}
func (*Link) item()  {}

// Color is red, green and blue, each 0–255.
type Color struct{ R, G, B uint8 }

// Black is the colour of text.
var Black = Color{}

// A Role says what a node of the tree is.
type Role string

// The roles; their names are those of PDF structure types where there is one.
const (
	RoleDocument  Role = "Document"
	RoleSection   Role = "Sect"
	RoleTitle     Role = "Title" // name of the bulletin
	RoleHeading   Role = "H"     // with Level
	RoleParagraph Role = "P"
	RoleContents  Role = "TOC"
	RoleEntry     Role = "TOCI"
	RoleList      Role = "L"
	RoleListItem  Role = "LI"
	RoleQuote     Role = "BlockQuote"
	RoleTable     Role = "Table"
	RoleRow       Role = "TR"
	RoleHeadCell  Role = "TH"
	RoleCell      Role = "TD"
	RoleFigure    Role = "Figure"
	RoleCaption   Role = "Caption"
	RoleLabel     Role = "Lbl" // number of a note, mark of a list item
	RoleNote      Role = "Note"
	RoleReference Role = "Reference" // the mark of a note
	RoleLink      Role = "Link"
)

// A Node is one element of the structure tree. Order of nodes is the order of
// reading.
type Node struct {
	Role    Role
	Level   int    // of headings, 1–6
	Parent  int    // index into Tree; of Tree[0] -1
	Alt     string // alternative text of figures
	Span    int    // columns a cell takes; 0 for 1
	Ordered bool   // a list whose items have numbers
}
