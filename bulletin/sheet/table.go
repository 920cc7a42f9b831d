package sheet

import (
	"strconv"

	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// Sides of the paper, A4.
const (
	A4Short = 210 * page.Mm
	A4Long  = 297 * page.Mm
)

// Sizes of the type of tables.
const (
	TextSize  = 21 * page.Pt / 2 // 五号
	SmallSize = 9 * page.Pt      // of numbers that are long, and of page numbers
)

// Measures of the sheets (practice): plain ruled tables on A4 that a person
// writes on with a pen.
const (
	sheetMargin  = 20 * page.Mm      // left, right and at the head
	sheetFoot    = 18 * page.Mm      // below the table
	footBaseline = 10 * page.Mm      // of the page number, above the edge of the paper
	cellPad      = 1 * page.Mm       // white left and right in a cell
	cellWhite    = 13 * page.Mm / 10 // above and below
	cellSlack    = page.Mm / 10      // so that a line as wide as its cell is no tight fit
	outerRule    = 350 * page.Mm / 1000
	innerRule    = 200 * page.Mm / 1000
	sheetSize    = 18 * page.Pt // 小二, the name of the sheet
	aboutSize    = 12 * page.Pt // 小四, what it is about
)

// A Line is one row of a table before it is set: a text for each column, or one
// text across all.
type Line struct {
	Cells  []Words
	Across Words
	Bold   bool
	Least  page.Length // height
}

// A Table sets lines on as many pages as they need, its head on each.
type Table struct {
	*layout.Composer
	Columns       []Column
	Width, Height page.Length // of the paper
	Title         string
	About         [][2]Words // left and right, below the title

	page  *page.Page
	pages []*page.Page
	node  int
	y     page.Length // where the next row begins
	open  page.Length // head of the rows on this page
}

// Set sets the whole table and numbers its pages.
func (t *Table) Set(lines []Line) {
	t.fit(lines)
	t.begin()
	for _, l := range lines {
		t.row(t.measure(l, false))
	}
	t.end()
	for i, p := range t.pages {
		text := Plain("第" + strconv.Itoa(i+1) + "页　共" + strconv.Itoa(len(t.pages)) + "页")
		b := t.Line(layout.Type{Role: layout.FangSong, Size: SmallSize}, page.Artifact, text...)
		p.Items = append(p.Items, t.Items(b, 0, t.Height-footBaseline-SmallSize, t.Width, layout.Centre)...)
	}
}

// begin begins a page: the title and what the sheet is about, on the first
// page, and the head of the table.
func (t *Table) begin() {
	t.page = t.Page(t.Width, t.Height)
	t.pages = append(t.pages, t.page)
	t.y = sheetMargin
	if len(t.pages) == 1 {
		t.heading()
		t.node = t.Node(page.RoleTable, 0) // read after them
	} else {
		t.again()
	}
	t.open = t.y
	head := Line{Bold: true}
	for _, c := range t.Columns {
		head.Cells = append(head.Cells, Plain(c.Head))
	}
	t.place(t.measure(head, len(t.pages) > 1))
}

// heading sets the name of the sheet and the lines below it.
func (t *Table) heading() {
	inner := t.Width - 2*sheetMargin
	b := t.Lines(layout.Type{Role: layout.BiaoSong, Size: sheetSize}, t.Node(page.RoleHeading, 0), inner, Plain(t.Title)...)
	t.page.Items = append(t.page.Items, t.Items(b, sheetMargin, t.y, inner, layout.Centre)...)
	t.y += b.Height() + 4*page.Mm
	typ := layout.Type{Role: layout.FangSong, Size: aboutSize}
	for _, pair := range t.About {
		node := t.Node(page.RoleParagraph, 0)
		right := t.Line(typ, node, pair[1]...)
		left := t.Lines(typ, node, inner-right.Width()-typ.Size, pair[0]...)
		items := t.Items(left, sheetMargin, t.y, inner, layout.Left)
		items = append(items, t.Items(right, sheetMargin, t.y, inner, layout.Right)...)
		t.page.Items = append(t.page.Items, t.Row(items)...)
		t.y += max(left.Height(), right.Height()) + 2*page.Mm
	}
	t.y += page.Mm
}

// again says at the head of a further page which sheet it belongs to.
func (t *Table) again() {
	typ := layout.Type{Role: layout.FangSong, Size: SmallSize}
	inner := t.Width - 2*sheetMargin
	right := t.Line(typ, page.Artifact, t.About[0][1]...)
	left := t.Lines(typ, page.Artifact, inner-right.Width()-typ.Size, append(Plain(t.Title+"（续）　"), t.About[0][0]...)...)
	t.page.Items = append(t.page.Items, t.Items(left, sheetMargin, t.y, inner, layout.Left)...)
	t.page.Items = append(t.page.Items, t.Items(right, sheetMargin, t.y, inner, layout.Right)...)
	t.y += left.Height() + 2*page.Mm
}

// row puts a row on this page or, where it has no room, on the next; one that
// fills more than a page goes on from page to page.
func (t *Table) row(r ruled) {
	foot := t.Height - sheetFoot
	if t.y+r.height() > foot && len(t.page.Items) > 0 && t.y > t.open+2*TextSize+2*cellWhite {
		t.end()
		t.begin()
	}
	for t.y+r.height() > foot {
		head, rest, ok := r.split(foot - t.y)
		if !ok {
			break
		}
		t.place(head)
		t.end()
		t.begin()
		r = rest
	}
	t.place(r)
}

// end closes the table at the foot of a page.
func (t *Table) end() { t.rule(sheetMargin, t.y, t.Width-2*sheetMargin, 0, true) }
