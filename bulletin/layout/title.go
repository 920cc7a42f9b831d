package layout

import (
	"math"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// title sets the title of an article, or the banner of a column: 小标宋 二号,
// centred, one white line above and below (GB 7.3.1; a blank line for the two
// of a 文件 is practice of 简报).
func (l *layouter) title(text []bulletin.Inline, level, parent int) []row {
	node := l.node(page.RoleHeading, level, parent)
	r := run{size: l.titleSize()}
	l.inlines(&r, text, BiaoSong, node)
	for i := range r.glyphs {
		r.glyphs[i].role = BiaoSong // bold within a title is no other face
	}
	l.widen(r.glyphs, r.size)
	s := l.shape(r, r.size)
	breakTitle(s, l.geo.width, l.level())
	rows := []row{{blank: true}}
	set := typeset.Setting{Frame: typeset.Frame{First: l.geo.width, Rest: l.geo.width, Cell: r.size}, Ragged: true, Level: l.level()}
	for _, line := range typeset.Set(s.chars, set) {
		items := l.emit(s, line, (l.geo.width-line.Ink)/2, (l.geo.size-r.size)/2+baseline(r.size))
		rows = append(rows, row{items: items, keep: true})
	}
	if len(rows) > 1 {
		rows[1].mark = &page.Bookmark{Title: strings.Join(strings.Fields(bulletin.Plain(text)), " ")}
	}
	return append(rows, row{blank: true})
}

// titleSize is 二号 on a page of 三号, in proportion on another.
func (l *layouter) titleSize() page.Length {
	return titleSize.Times(int64(l.geo.size), int64(bodySize))
}

// Costs of a break in a title, in squared ems. Where the lines differ by an
// em each, the cost is 1.
const (
	costTitleWord  = 60   // where nothing speaks for a break
	costTitleMark  = 4    // after ，、；： and before ——
	costTitleInner = 2000 // within a quotation or a book title
	costTitleShort = 400  // a line of one or two characters
)

// breakTitle puts line ends into a title wider than the measure: as few lines
// as will do, broken at the editor's blanks where that suffices, else after
// marks, never within quotation marks, the lines as equal as can be.
func breakTitle(s *shaped, measure page.Length, level typeset.Level) {
	end := len(s.chars)
	for i := end - 1; i >= -1; i-- { // from the end: breaks put in move nothing before them
		if i < 0 || s.chars[i].Class == typeset.LineEnd {
			breakSegment(s, i+1, end, measure, level)
			end = i
		}
	}
}

// longTitle is how many characters are still balanced; what is longer is no
// title and breaks like text.
const longTitle = 200

// breakSegment breaks the characters start to end-1.
func breakSegment(s *shaped, start, end int, measure page.Length, level typeset.Level) {
	if end-start > longTitle || end <= start {
		return
	}
	t := newTitle(s, start, end, level)
	total := t.width(0, end-start)
	if total <= measure {
		return
	}
	for lines := 1 + total/measure; lines <= page.Length(end-start); lines++ {
		if breaks, ok := t.fit(measure, total/lines, int(lines)); ok {
			for _, b := range breaks {
				s.endLine(start + b)
			}
			return
		}
	}
}

// endLine makes a line end before character i: a blank there becomes the end,
// else one is put in.
func (s *shaped) endLine(i int) {
	end := typeset.Char{Class: typeset.LineEnd}
	if s.chars[i].Class == typeset.Space {
		s.chars[i], s.faces[i] = end, -1
		return
	}
	s.glyphs = slices.Insert(s.glyphs, i, glyph{node: s.glyphs[i].node})
	s.chars = slices.Insert(s.chars, i, end)
	s.faces = slices.Insert(s.faces, i, -1)
}

// A titleText is a stretch of characters with the cost of a break before each.
type titleText struct {
	s     *shaped
	start int
	sum   []page.Length // widths of the characters before
	cost  []int64       // of a break before the character; negative: none
}

func newTitle(s *shaped, start, end int, level typeset.Level) *titleText {
	n := end - start
	t := &titleText{s: s, start: start, sum: make([]page.Length, n+1), cost: make([]int64, n+1)}
	depth := 0
	for i := 0; i < n; i++ {
		c := s.chars[start+i]
		t.sum[i+1] = t.sum[i] + titleWidth(c, s.size)
		t.cost[i] = -1
		if i > 0 {
			t.cost[i] = titleCost(s.chars[start+i-1], c, depth, level)
		}
		switch c.Class {
		case typeset.Open:
			depth++
		case typeset.Close:
			depth = max(depth-1, 0)
		}
	}
	return t
}

func titleWidth(c typeset.Char, em page.Length) page.Length {
	switch c.Class {
	case typeset.Western, typeset.Space, typeset.Blank:
		return c.Width
	case typeset.LineEnd, typeset.ZeroWidth, typeset.Joiner, typeset.SoftHyphen:
		return 0
	case typeset.Half:
		return em / 2
	}
	return em
}

// titleCost is what a break between two neighbours costs; negative: none may
// be there.
func titleCost(a, c typeset.Char, depth int, level typeset.Level) int64 {
	inner := int64(0)
	if depth > 0 {
		inner = costTitleInner
	}
	switch {
	case c.Class == typeset.Space:
		return inner
	case a.Class == typeset.Space, a.Class == typeset.Western && c.Class == typeset.Western, a.Class == typeset.Blank, c.Class == typeset.Blank,
		a.Class == typeset.Dash && c.Class == typeset.Dash, a.Class == typeset.Ellipsis && c.Class == typeset.Ellipsis:
		return -1
	case !typeset.MayStart(c.Rune, c.Class, level), !typeset.MayEnd(a.Rune, a.Class):
		return -1
	case a.Class == typeset.Pause || a.Class == typeset.Stop || c.Class == typeset.Dash:
		return inner + costTitleMark
	case a.Class == typeset.Western || strings.ContainsRune("的了着过等和与及", c.Rune):
		return inner + 2*costTitleWord
	}
	return inner + costTitleWord
}

// width is the room of the characters i to j-1, blanks at the ends left out.
func (t *titleText) width(i, j int) page.Length {
	for i < j && t.s.chars[t.start+i].Class == typeset.Space {
		i++
	}
	return t.sum[j] - t.sum[i]
}

// fit finds the cheapest breaks into a number of lines, or says that the
// measure cannot hold them.
func (t *titleText) fit(measure, ideal page.Length, lines int) ([]int, bool) {
	n := len(t.sum) - 1
	em := int64(t.s.size)
	best := make([][]int64, lines+1)
	from := make([][]int, lines+1)
	for k := range best {
		best[k], from[k] = make([]int64, n+1), make([]int, n+1)
		for j := range best[k] {
			best[k][j] = math.MaxInt64
		}
	}
	best[0][0] = 0
	for k := 1; k <= lines; k++ {
		for j := 1; j <= n; j++ {
			if j < n && t.cost[j] < 0 {
				continue
			}
			for i := j - 1; i >= 0; i-- {
				w := t.width(i, j)
				if w > measure && i < j-1 {
					break
				}
				if best[k-1][i] == math.MaxInt64 {
					continue
				}
				d := int64(w-ideal) * 10 / em
				c := best[k-1][i] + d*d/100 + max(t.cost[j], 0)
				if int64(w) < 3*em {
					c += costTitleShort
				}
				if c < best[k][j] {
					best[k][j], from[k][j] = c, i
				}
			}
		}
	}
	if best[lines][n] == math.MaxInt64 {
		return nil, false
	}
	var breaks []int
	for k, j := lines, n; k > 1; k-- {
		j = from[k][j]
		breaks = append(breaks, j)
	}
	return breaks, true
}
