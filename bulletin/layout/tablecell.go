package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// A tableCell is one cell on the way to its lines. Lengths are those of the
// size it was measured in last.
type tableCell struct {
	run
	head    bool
	integer int // glyphs before the decimal point; -1: no number

	*shaped
	parts    []page.Length // natural widths of the editor's own lines
	natural  page.Length   // the widest of them
	whole    page.Length   // widest piece with words whole
	broken   page.Length   // widest piece with words parted
	before   page.Length   // of a number: width up to the decimal point
	measured page.Length   // of the frame the lines are set in
	lines    []typeset.Line
}

// longPart is how many characters a cell may have that is still set on one
// line to measure it; what is longer is only added up.
const longPart = 200

// mostEven is how many lines in the middle are made equally long.
const mostEven = 8

// newCell reads the content of a cell into a run and its node.
func (l *layouter) newCell(text bulletin.Cell, head bool, row int) *tableCell {
	c := &tableCell{head: head, integer: -1}
	kind, role := page.RoleCell, FangSong
	if head {
		kind, role = page.RoleHeadCell, Hei
	}
	c.run.size = l.geo.size
	l.inlines(&c.run, text, role, l.node(kind, 0, row))
	if n := len(c.run.glyphs); n > longestParagraph {
		l.findings.Add(text[0].Pos(), diag.Error, "过大", "把长文字移到表外，或检查是否误放了别的文件", "表格的这一格有%d字，太长了", n)
		c.run.glyphs = nil
	}
	if n, ok := integerPart(c.run.glyphs); ok && !head {
		c.integer = n
	}
	return c
}

// setting is how the lines of a cell are set in a frame of a width.
func (l *layouter) cellSetting(size, width page.Length, ragged bool) typeset.Setting {
	return typeset.Setting{
		Frame:    typeset.Frame{First: width, Rest: width, Cell: size},
		Level:    l.level(),
		LatinGap: size.Times(int64(l.issue.Style.LatinGap), 1000),
		Ragged:   ragged,
	}
}

// measureCell finds how wide the content of a cell is in a size.
func (l *layouter) measureCell(c *tableCell, size page.Length) {
	c.run.size = size
	c.shaped = l.shape(c.run, size)
	set := l.cellSetting(size, natural(size).First, true)
	c.parts, c.natural, c.before = nil, 0, 0
	switch {
	case len(c.chars) > longPart:
		c.parts = addedUp(c.chars, size)
	default:
		for _, line := range l.setter.Set(c.chars, set) {
			c.parts = append(c.parts, line.Ink)
			if c.integer >= 0 {
				c.before = line.Ink
				if c.integer < line.End {
					c.before = line.X[c.integer]
				}
			}
		}
	}
	for _, p := range c.parts {
		c.natural = max(c.natural, p)
	}
	c.whole, c.broken = typeset.Widest(c.chars, set, false), typeset.Widest(c.chars, set, true)
}

// addedUp returns about how wide the editor's lines of a long text are.
func addedUp(chars []typeset.Char, cell page.Length) []page.Length {
	parts := []page.Length{0}
	for _, c := range chars {
		switch c.Class {
		case typeset.LineEnd:
			parts = append(parts, 0)
		case typeset.Western, typeset.Space, typeset.Blank, typeset.Object, typeset.Raised:
			parts[len(parts)-1] += c.Width
		default:
			parts[len(parts)-1] += cell
		}
	}
	return parts
}

// least is the width below which a cell looks bad: its words whole, if they
// are no longer than longestWhole characters, and some characters on a line.
// With broken, it is the width below which it cannot be set.
func (c *tableCell) least(size page.Length, broken bool) page.Length {
	body, head := leastCells, leastHeadCells
	need := min(c.whole, max(c.broken, longestWhole*size))
	if broken {
		body, head, need = leastBroken, leastBroken, c.broken
	}
	if c.head {
		body = head
	}
	return max(need, min(c.natural, page.Length(body)*size))
}

// linesIn returns about how many lines a cell takes in a width.
func (c *tableCell) linesIn(width page.Length) int {
	n := 0
	for _, p := range c.parts {
		n += max(1, int((p+width-1)/max(width, 1)))
	}
	return n
}

// setCell breaks a cell into lines. Lines that stand in the middle are made
// about equally long.
func (l *layouter) setCell(c *tableCell, width page.Length, align alignment) {
	set := func(width page.Length) []typeset.Line {
		return l.setter.Set(c.chars, l.cellSetting(c.run.size, width, true))
	}
	c.measured, c.lines = width, set(width)
	if align == flush && c.nearlyFull(width) {
		c.lines = l.setter.Set(c.chars, l.cellSetting(c.run.size, width, false))
	}
	if n := page.Length(len(c.lines)); align == centred && n > 1 && n <= mostEven && len(c.parts) == 1 {
		for w := max(c.natural/n, c.whole); w < width; w += c.run.size / 2 {
			if even := set(w); len(even) == int(n) && widest(even) <= w {
				c.lines = even
				break
			}
		}
	}
}

// nearlyFull reports whether the lines of a cell may be justified: no gap
// between characters would grow over ⅛ em.
func (c *tableCell) nearlyFull(width page.Length) bool {
	for _, line := range c.lines {
		if line.End == len(c.chars) || c.chars[line.End-1].Class == typeset.LineEnd {
			continue
		}
		gaps := page.Length(0)
		for i := line.Start + 1; i < line.End; i++ {
			if c.chars[i-1].Class != typeset.Western || c.chars[i].Class != typeset.Western {
				gaps++
			}
		}
		if (width-line.Width)*8 > c.run.size*gaps {
			return false
		}
	}
	return true
}

// emitLine places line i of a cell whose frame begins at left; y is its
// baseline.
func (l *layouter) emitLine(c *tableCell, i int, col *tableColumn, y page.Length) []page.Item {
	line, white := c.lines[i], c.measured-c.lines[i].Ink
	x := col.frame
	switch {
	case c.head || col.align == centred || col.align == decimal && c.integer < 0:
		x += white / 2
	case col.align == ends:
		x += white
	case col.align == decimal:
		x += (c.measured-col.before-col.after)/2 + col.before - c.before
	}
	return l.emit(c.shaped, line, x, y)
}
