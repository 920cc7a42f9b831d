package dispatch

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// Measures of the sheets (practice): plain ruled tables on A4 that a person
// writes on with a pen.
const (
	sheetMargin   = 20 * page.Mm      // left, right and at the head
	sheetFoot     = 18 * page.Mm      // below the table
	footBaseline  = 10 * page.Mm      // of the page number, above the edge of the paper
	cellPad       = 1 * page.Mm       // white left and right in a cell
	cellWhite     = 13 * page.Mm / 10 // above and below
	cellSlack     = page.Mm / 10      // so that a line as wide as its cell is no tight fit
	outerRule     = 350 * page.Mm / 1000
	innerRule     = 200 * page.Mm / 1000
	tableSize     = 21 * page.Pt / 2 // 五号
	numbersSize   = 9 * page.Pt
	sheetSize     = 18 * page.Pt // 小二, the name of the sheet
	aboutSize     = 12 * page.Pt // 小四, what it is about
	a4Short       = 210 * page.Mm
	a4Long        = 297 * page.Mm
	signingHeight = 11 * page.Mm // of a row that is signed
)

// A column is one of a table.
type column struct {
	head  string
	width page.Length // least; what is left over goes to the columns that grow
	grow  int64       // parts of what is left over
	align layout.Align
	size  page.Length // of the type; 0 for tableSize
	text  func(Row) words
}

// words is a text of several pieces, each of which keeps its place in the
// source.
type words []bulletin.Phrase

// plain is a text that stands in no source.
func plain(s string) words { return words{{Text: s}} }

func (w words) empty() bool {
	for _, p := range w {
		if p.Text != "" {
			return false
		}
	}
	return true
}

// long reports whether a text has more characters than longestWhole.
func (w words) long() bool {
	n := 0
	for _, p := range w {
		n += utf8.RuneCountInString(p.Text)
	}
	return n > longestWhole
}

// A line is one row of a table before it is set: a text for each column, or one
// text across all.
type line struct {
	cells  []words
	across words
	bold   bool
	least  page.Length // height
}

// A table sets lines on as many pages as they need, its head on each.
type table struct {
	*layout.Composer
	columns       []column
	width, height page.Length // of the paper
	title         string
	about         [][2]words // left and right, below the title

	page  *page.Page
	pages []*page.Page
	node  int
	y     page.Length // where the next row begins
	open  page.Length // head of the rows on this page
}

// fit gives the columns their widths: as much as their texts need on one line,
// the modest ones first; what is left over, or too little for the others, is
// shared out among those that grow.
func (t *table) fit(lines []line) {
	t.columns = slices.Clone(t.columns)
	rest := t.width - 2*sheetMargin
	var grow []int
	for i, c := range t.columns {
		rest -= c.width
		if c.grow > 0 {
			grow = append(grow, i)
		}
	}
	more := make([]page.Length, len(t.columns))
	for _, i := range grow {
		more[i] = max(t.needs(lines, i)-t.columns[i].width, 0)
	}
	slices.SortStableFunc(grow, func(a, b int) int { return cmp.Compare(more[a], more[b]) })
	for len(grow) > 0 && more[grow[0]] <= rest {
		t.columns[grow[0]].width += more[grow[0]]
		rest -= more[grow[0]]
		grow = grow[1:]
	}
	if len(grow) == 0 {
		for i, c := range t.columns {
			if c.grow > 0 {
				grow = append(grow, i)
			}
		}
	}
	parts := int64(0)
	for _, i := range grow {
		parts += t.columns[i].grow
	}
	for _, i := range grow {
		t.columns[i].width += rest.Times(t.columns[i].grow, parts)
	}
}

// longestWhole is how many characters of a cell may ask for a line of their own.
const longestWhole = 40

// needs is the width of the longest text of a column on one line.
func (t *table) needs(lines []line, column int) page.Length {
	need := page.Length(0)
	typ := layout.Type{Role: layout.FangSong, Size: tableSize}
	for _, l := range lines {
		if len(l.cells) == 0 || l.cells[column].long() {
			continue
		}
		need = max(need, t.Line(typ, page.Artifact, l.cells[column]...).Width()+2*cellPad+cellSlack)
	}
	return need
}

// set sets the whole table and numbers its pages.
func (t *table) set(lines []line) {
	t.fit(lines)
	t.node = t.Node(page.RoleTable, 0)
	t.begin()
	for _, l := range lines {
		t.row(t.measure(l, false))
	}
	t.end()
	for i, p := range t.pages {
		text := plain("第" + strconv.Itoa(i+1) + "页　共" + strconv.Itoa(len(t.pages)) + "页")
		b := t.Line(layout.Type{Role: layout.FangSong, Size: numbersSize}, page.Artifact, text...)
		p.Items = append(p.Items, t.Items(b, 0, t.height-footBaseline-numbersSize, t.width, layout.Centre)...)
	}
}

// begin begins a page: the title and what the sheet is about, on the first
// page, and the head of the table.
func (t *table) begin() {
	t.page = t.Page(t.width, t.height)
	t.pages = append(t.pages, t.page)
	t.y = sheetMargin
	if len(t.pages) == 1 {
		t.heading()
	} else {
		t.again()
	}
	t.open = t.y
	head := line{bold: true}
	for _, c := range t.columns {
		head.cells = append(head.cells, plain(c.head))
	}
	t.place(t.measure(head, len(t.pages) > 1))
}

// heading sets the name of the sheet and the lines below it.
func (t *table) heading() {
	inner := t.width - 2*sheetMargin
	b := t.Lines(layout.Type{Role: layout.BiaoSong, Size: sheetSize}, t.Node(page.RoleHeading, 0), inner, plain(t.title)...)
	t.page.Items = append(t.page.Items, t.Items(b, sheetMargin, t.y, inner, layout.Centre)...)
	t.y += b.Height() + 4*page.Mm
	typ := layout.Type{Role: layout.FangSong, Size: aboutSize}
	for _, pair := range t.about {
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
func (t *table) again() {
	typ := layout.Type{Role: layout.FangSong, Size: numbersSize}
	inner := t.width - 2*sheetMargin
	right := t.Line(typ, page.Artifact, t.about[0][1]...)
	left := t.Lines(typ, page.Artifact, inner-right.Width()-typ.Size, append(plain(t.title+"（续）　"), t.about[0][0]...)...)
	t.page.Items = append(t.page.Items, t.Items(left, sheetMargin, t.y, inner, layout.Left)...)
	t.page.Items = append(t.page.Items, t.Items(right, sheetMargin, t.y, inner, layout.Right)...)
	t.y += left.Height() + 2*page.Mm
}

// A ruled line is one measured: a block for each column.
type ruled struct {
	blocks []*layout.Block
	across bool
	bold   bool
	least  page.Length
}

// measure sets the texts of a line; of one that is only said again, as no part of
// the text.
func (t *table) measure(l line, again bool) ruled {
	r := ruled{bold: l.bold, least: l.least, across: !l.across.empty()}
	role := layout.FangSong
	if l.bold {
		role = layout.Hei
	}
	node := func(page.Role) int { return page.Artifact }
	if !again {
		tr := t.Node(page.RoleRow, t.node)
		node = func(role page.Role) int { return t.Node(role, tr) }
	}
	if r.across {
		typ, cell := layout.Type{Role: layout.Hei, Size: tableSize}, node(page.RoleCell)
		t.Span(cell, len(t.columns))
		r.blocks = []*layout.Block{t.Lines(typ, cell, t.width-2*sheetMargin-2*cellPad, l.across...)}
		return r
	}
	for i, c := range t.columns {
		kind, size := page.RoleCell, c.size
		if l.bold {
			kind, size = page.RoleHeadCell, 0
		}
		if size == 0 {
			size = tableSize
		}
		r.blocks = append(r.blocks, t.Lines(layout.Type{Role: role, Size: size}, node(kind), c.width-2*cellPad, l.cells[i]...))
	}
	return r
}

// height is how high a row stands.
func (r ruled) height() page.Length {
	h := r.least
	for _, b := range r.blocks {
		h = max(h, b.Height()+2*cellWhite)
	}
	return h
}

// row puts a row on this page or, where it has no room, on the next; one that
// fills more than a page goes on from page to page.
func (t *table) row(r ruled) {
	foot := t.height - sheetFoot
	if t.y+r.height() > foot && len(t.page.Items) > 0 && t.y > t.open+2*tableSize+2*cellWhite {
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

// split parts a row into what a height holds and the rest.
func (r ruled) split(room page.Length) (head, rest ruled, ok bool) {
	head, rest = r, r
	head.blocks, rest.blocks, head.least, rest.least = nil, nil, 0, 0
	for _, b := range r.blocks {
		n := 0
		for n < b.Len() && b.Part(0, n+1).Height()+2*cellWhite <= room {
			n++
		}
		ok = ok || n > 0 && n < b.Len()
		head.blocks, rest.blocks = append(head.blocks, b.Part(0, n)), append(rest.blocks, b.Part(n, b.Len()))
	}
	return head, rest, ok
}

// place draws a row and the rule above it.
func (t *table) place(r ruled) {
	h := r.height()
	t.rule(sheetMargin, t.y, t.width-2*sheetMargin, 0, t.y == t.open)
	x := sheetMargin
	var items []page.Item
	for i, b := range r.blocks {
		width, align := t.width-2*sheetMargin, layout.Left
		if !r.across {
			width, align = t.columns[i].width, t.columns[i].align
			t.rule(x, t.y, 0, h, i == 0)
		}
		if r.bold {
			align = layout.Centre
		}
		items = append(items, t.Items(b, x+cellPad, t.y+(h-b.Height())/2, width-2*cellPad, align)...)
		x += width
	}
	if r.across {
		t.rule(sheetMargin, t.y, 0, h, true)
	}
	t.rule(t.width-sheetMargin, t.y, 0, h, true)
	t.page.Items = append(t.page.Items, t.Row(items)...)
	t.y += h
}

// end closes the table at the foot of a page.
func (t *table) end() { t.rule(sheetMargin, t.y, t.width-2*sheetMargin, 0, true) }

// rule draws a rule centred on an edge; one of width or height is 0.
func (t *table) rule(x, y, w, h page.Length, outer bool) {
	t.page.Items = append(t.page.Items, ruleOn(x, y, w, h, outer))
}

func ruleOn(x, y, w, h page.Length, outer bool) *page.Rule {
	thick := innerRule
	if outer {
		thick = outerRule
	}
	r := &page.Rule{X: x - thick/2, Y: y - thick/2, Width: w + thick, Height: h + thick, Color: page.Black, Node: page.Artifact}
	return r
}
