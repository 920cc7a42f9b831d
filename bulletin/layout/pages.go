package layout

import (
	"math"
	"strconv"
	"strings"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// A block that stands outside the rows: the masthead or the 报尾. Its items
// are placed from the top left corner of the 版心; it takes whole grid lines.
type block struct {
	items []page.Item
	lines int
}

// paginate puts rows on pages: the masthead on the first, the 报尾 at the foot
// of the last.
func (l *layouter) paginate(head block, rows []row, foot block) {
	keepText(rows)
	if head.lines >= l.geo.lines { // page 1 must show text (GB 7.3.3)
		l.findings.Add(l.keyAt("编发单位"), diag.Error, "报头",
			"减少 编发单位、密级、刊名 的行数，或把 版式 → 每页行数 调大", "报头要占%d行，一页只有%d行，放不下", head.lines, l.geo.lines)
		return
	}
	starts, ok := l.turns(head.lines, rows, foot.lines)
	if !ok {
		at := l.issue.NumberAt
		if len(l.issue.Lists) > 0 {
			at = l.keyAt(l.issue.Lists[0].Key)
		}
		l.findings.Add(at, diag.Error, "报尾",
			"减少 报、送、发 的单位，或把 版式 → 每页行数 调大", "报尾太长，一页放不下")
		return
	}
	for n, start := range starts {
		end := len(rows)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		l.page(n, head, rows[start:end])
	}
	l.foot(head, foot, rows[starts[len(starts)-1]:])
	for n := range l.doc.Pages {
		l.pageNumber(n)
	}
}

// page adds one page of rows.
func (l *layouter) page(n int, head block, rows []row) {
	p := &page.Page{Width: paperWidth, Height: paperHeight}
	l.doc.Pages = append(l.doc.Pages, p)
	x, at := l.geo.left(n), 0
	if n == 0 {
		p.Items = append(p.Items, shift(head.items, x, l.geo.top)...)
		at = head.lines
	}
	for i, r := range rows {
		if r.blank && headOf(rows, i) && n > 0 {
			continue
		}
		y := l.geo.top + l.geo.lineTop(at)
		if r.mark != nil {
			r.mark.Page, r.mark.Y = n, y
			l.doc.Outline = append(l.doc.Outline, *r.mark)
		}
		p.Items = append(p.Items, shift(r.items, x, y)...)
		at++
	}
}

// headOf reports whether only white stands before row i.
func headOf(rows []row, i int) bool {
	for _, r := range rows[:i] {
		if !r.blank {
			return false
		}
	}
	return true
}

// foot puts the 报尾 on the last page, whose rows these are: at its foot, or
// on the lines after the text.
func (l *layouter) foot(head, foot block, rows []row) {
	n := len(l.doc.Pages) - 1
	y := l.geo.top
	if l.issue.Style.AfterText {
		free := l.geo.lines - height(rows, n == 0) - foot.lines
		if n == 0 {
			free -= head.lines
		}
		y -= l.geo.lineTop(max(free, 0))
	}
	p := l.doc.Pages[n]
	p.Items = append(p.Items, shift(foot.items, l.geo.left(n), y)...)
}

// height returns how many grid lines rows take; white at the head of a page
// takes none, but below the masthead it does.
func height(rows []row, first bool) int {
	h := len(rows)
	for i := range rows {
		if first || !rows[i].blank {
			break
		}
		h--
	}
	return h
}

// turns returns the first row of each page. Pages are filled from the first
// on; what a page leaves empty, because a heading stays with its text or the
// 报尾 must not stand alone, costs a line each.
func (l *layouter) turns(head int, rows []row, foot int) ([]int, bool) {
	n := len(rows)
	cost := make([]int, n+1) // of rows i to the end, i starting a page
	next := make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		cost[i] = math.MaxInt
		room := l.geo.lines
		if i == 0 {
			room -= head
		}
		for j := i + 1; j <= n; j++ {
			h := height(rows[i:j], i == 0)
			if h > room && j > i+1 {
				break
			}
			c, ok := l.pageCost(rows, i, j, room-h, foot)
			if ok && cost[j] < math.MaxInt && c+cost[j] <= cost[i] { // of equal costs the fuller page first
				cost[i], next[i] = c+cost[j], j
			}
			if j < n && rows[j].turn {
				break
			}
		}
	}
	if n == 0 {
		return []int{0}, foot <= l.geo.lines-head
	}
	if cost[0] == math.MaxInt {
		return nil, false
	}
	var starts []int
	for i := 0; i < n; i = next[i] {
		starts = append(starts, i)
	}
	return starts, true
}

// Costs of a page, in lines left empty.
const (
	costKept  = 10_000 // a page that ends within a heading and its text
	costAlone = 1_000  // fewer than two lines of text above the 报尾
)

// pageCost returns what a page of rows i to j-1 costs that leaves free lines
// empty, and whether it can be.
func (l *layouter) pageCost(rows []row, i, j, free, foot int) (int, bool) {
	if j == len(rows) {
		c := 0
		if i > 0 && height(rows[i:j], false) < keepLines {
			c = costAlone
		}
		return c, free >= foot
	}
	c := max(free, 0)
	if rows[j].turn {
		c = 0
	}
	if rows[j-1].keep {
		c += costKept
	}
	return c, true
}

// pageNumber prints — N — outside, below the 版心 (GB 7.5).
func (l *layouter) pageNumber(n int) {
	style := l.issue.Style.PageNumber
	p := l.doc.Pages[n]
	if n == 0 && !style.OnFirst {
		return
	}
	p.Number = style.First + n
	r := run{size: numberSize}
	text := strings.ReplaceAll(style.Form.Text, "{n}", strconv.Itoa(p.Number))
	for i, c := range text {
		if c == ' ' {
			r.space(numberSize/2, true, page.Artifact)
			continue
		}
		r.add(string(c), FangSong, page.Artifact, style.Form.At.Plus(i))
	}
	s, line := l.single(r, numberSize)
	x := l.geo.left(n)
	even := l.geo.duplex && n%2 == 1
	switch {
	case style.Place == "居中":
		x += (l.geo.width - line.Ink) / 2
	case even:
		x += l.cells(numberIndent)
	default:
		x += l.geo.width - l.cells(numberIndent) - line.Ink
	}
	p.Items = append(p.Items, l.emit(s, line, x, l.geo.top+l.geo.height+numberBaseline)...)
}
