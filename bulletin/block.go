package bulletin

import "jianbao/bulletin/diag"

// A Block is one piece of the body that stands below another.
//
// Block is implemented by: *Heading, *Banner, *Paragraph, *RunIn, *List,
// *Table, *Figure, *Quote, *Code, *Note, *ArticleBreak, *PageBreak.
type Block interface {
	block()
	// Pos returns where the block begins in its source.
	Pos() diag.Pos
}

// place is embedded in every block and inline.
type place struct{ At diag.Pos }

// Pos returns where the thing begins in its source.
func (p place) Pos() diag.Pos { return p.At }

// A Heading is a title: level 1 of an article, 2–5 within it (一、（一）1.（1）).
type Heading struct {
	place
	Level int // 1–5
	Text  []Inline
}

// A Banner is a 栏目 heading, wholly in 【】; its marks are part of Text.
type Banner struct {
	place
	Level int // of the heading that was typed, 1–5
	Text  []Inline
}

// A Paragraph is running text.
type Paragraph struct {
	place
	Text   []Inline
	Lead   int  // 2–5: the first inline is a *Strong that begins with an enumerator of that level; else 0
	Credit bool // the 供稿 line of an article
}

// A RunIn is an item of a column: mark, bold head, and text in one paragraph.
type RunIn struct {
	place
	Mark string // one of ▲ ◆ ★ ■ ● ※
	Head []Inline
	Text []Inline // may be empty
}

// A List is bulleted or numbered items.
type List struct {
	place
	Ordered bool
	Tight   bool // no blank line between the items
	Items   []*ListItem
}

// A ListItem is one item of a list.
type ListItem struct {
	place
	Marker string // as typed: - * + 1. 2)
	Blocks []Block
}

// A Table is rows of cells under a head row.
type Table struct {
	place
	Columns []Align
	Head    []Cell
	Rows    [][]Cell // each as long as Columns
}

// A Cell is the content of one cell of a table.
type Cell []Inline

// Align says how a column of a table is set.
type Align int

// The alignments of GFM tables.
const (
	AlignDefault Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// A Figure is a picture on its own, with its caption.
type Figure struct {
	place
	Path    string // relative to the folder
	Alt     string
	Caption string // the picture's title; may be empty
}

// A Quote is a block quotation.
type Quote struct {
	place
	Blocks []Block
}

// Code is a fenced block, set as typed.
type Code struct {
	place
	Lines []Text
}

// A Note is the text of a footnote; it stands where it was typed.
type Note struct {
	place
	Label  string
	Blocks []Block
}

// An ArticleBreak parts two articles (a line of ---).
type ArticleBreak struct{ place }

// A PageBreak begins a new page (a line of \newpage).
type PageBreak struct{ place }

func (*Heading) block()      {}
func (*Banner) block()       {}
func (*Paragraph) block()    {}
func (*RunIn) block()        {}
func (*List) block()         {}
func (*Table) block()        {}
func (*Figure) block()       {}
func (*Quote) block()        {}
func (*Code) block()         {}
func (*Note) block()         {}
func (*ArticleBreak) block() {}
func (*PageBreak) block()    {}
