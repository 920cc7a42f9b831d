package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// A Composer sets texts of an issue outside its pages: the sheets, labels and
// envelopes of its distribution. It has the faces and the line breaking of the
// issue, and no grid: whoever uses it says where everything stands.
type Composer struct{ l *layouter }

// NewComposer begins a document without pages. meta describes it.
func NewComposer(issue *bulletin.Issue, assets *Assets, meta page.Meta) *Composer {
	l := newLayouter(issue, assets)
	l.doc.Meta = meta
	return &Composer{l}
}

// Document returns what was set, and as findings the characters that no face
// has; when one of them is an error the document is not to be used.
func (c *Composer) Document() (*page.Document, diag.List) {
	c.l.reportLacks()
	return c.l.doc, c.l.findings.Sorted()
}

// Page adds an empty page.
func (c *Composer) Page(width, height page.Length) *page.Page {
	p := &page.Page{Width: width, Height: height}
	c.l.doc.Pages = append(c.l.doc.Pages, p)
	return p
}

// Node adds an element to the structure tree and returns its index; 0 is that
// of the document.
func (c *Composer) Node(role page.Role, parent int) int { return c.l.node(role, 0, parent) }

// Span says that a cell takes so many columns.
func (c *Composer) Span(cell, columns int) { c.l.doc.Tree[cell].Span = columns }

// Bookmark adds an entry to the outline that leads to a place on the last page.
func (c *Composer) Bookmark(title string, y page.Length) {
	c.l.doc.Outline = append(c.l.doc.Outline, page.Bookmark{Title: title, Page: len(c.l.doc.Pages) - 1, Y: y})
}

// Type is what a text is set in.
type Type struct {
	Role    Role
	Size    page.Length
	Leading page.Length // from line to line; 0 for 1.3 sizes
}

func (t Type) leading() page.Length {
	if t.Leading > 0 {
		return t.Leading
	}
	return t.Size.Times(13, 10)
}

// A Block is a text set in lines of natural width.
type Block struct {
	text  *shaped
	lines []typeset.Line
	typ   Type
}

// Line sets texts one behind the other on one line, however long.
func (c *Composer) Line(t Type, node int, texts ...bulletin.Phrase) *Block {
	s, line := c.l.single(c.run(t, node, texts), t.Size)
	return &Block{s, []typeset.Line{line}, t}
}

// Lines sets texts one behind the other in lines no wider than a measure; few
// lines are about equally long. A word that has no place to end a line may make
// one wider: see Width.
func (c *Composer) Lines(t Type, node int, measure page.Length, texts ...bulletin.Phrase) *Block {
	s, lines := c.l.wrapped(c.run(t, node, texts), t.Size, measure, 0)
	return &Block{s, lines, t}
}

// Fits reports whether texts find room in so many lines no wider than a measure.
func (c *Composer) Fits(t Type, measure page.Length, lines int, texts ...bulletin.Phrase) bool {
	s := c.l.shape(c.run(t, page.Artifact, texts), t.Size)
	set := typeset.Setting{Frame: typeset.Frame{First: measure, Rest: measure, Cell: t.Size}, Level: c.l.level(), Ragged: true}
	got := c.l.setter.Set(s.chars, set)
	return len(got) <= lines && widest(got) <= measure
}

// Paragraph sets texts as running text in lines no wider than a measure, the
// first and the others so far in. They keep their natural width: a short text of
// a few long words would be torn apart otherwise.
func (c *Composer) Paragraph(t Type, node int, measure, indent, hang page.Length, texts ...bulletin.Phrase) *Block {
	s := c.l.shape(c.run(t, node, texts), t.Size)
	set := typeset.Setting{Frame: typeset.Frame{First: measure - indent, Rest: measure - hang, Cell: t.Size}, Indent: indent, Hang: hang, Level: c.l.level(), Ragged: true}
	return &Block{s, c.l.setter.Set(s.chars, set), t}
}

func (c *Composer) run(t Type, node int, texts []bulletin.Phrase) run {
	r := run{size: t.Size}
	for _, p := range texts {
		if p.At.Source == nil { // made up: a character that lacks has no place
			for _, ch := range p.Text {
				r.glyphs = append(r.glyphs, glyph{r: ch, role: t.Role, node: node})
			}
			continue
		}
		r.phrase(p, t.Role, node)
	}
	return r
}

// Len returns the number of lines.
func (b *Block) Len() int { return len(b.lines) }

// Width returns the ink of the longest line.
func (b *Block) Width() page.Length { return widest(b.lines) }

// Height returns how high the em boxes stand from the first to the last.
func (b *Block) Height() page.Length {
	if len(b.lines) == 0 {
		return 0
	}
	return b.typ.Size + b.typ.leading()*page.Length(len(b.lines)-1)
}

// Part returns the lines from one up to another.
func (b *Block) Part(from, to int) *Block { return &Block{b.text, b.lines[from:to], b.typ} }

// Align is where lines stand between two edges.
type Align int

// The places of lines.
const (
	Left Align = iota
	Centre
	Right
)

// Items places the lines between the left edge x and x plus width, the head of
// the first em box at y.
func (c *Composer) Items(b *Block, x, y, width page.Length, align Align) []page.Item {
	var items []page.Item
	for i, line := range b.lines {
		at := x
		switch align {
		case Centre:
			at += (width - line.Ink) / 2
		case Right:
			at += width - line.Ink
		}
		items = append(items, c.l.emit(b.text, line, at, y+baseline(b.typ.Size)+b.typ.leading()*page.Length(i))...)
	}
	return items
}

// Row ends texts that have others beside them on their line with a blank that
// reaches there, so that readers see rows and not columns.
func (c *Composer) Row(items []page.Item) []page.Item {
	return c.l.bridge(items)
}
