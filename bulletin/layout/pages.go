package layout

import (
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// A block that stands outside the rows: the masthead or a piece of the 报尾.
// Its items are placed from the top left corner of the 版心; it takes whole
// grid lines.
type block struct {
	items  []page.Item
	lines  int
	height page.Length // of a piece of the 报尾: from its upper rule to the foot
}

// paginate puts rows on pages: the masthead on the first, notes at the foot of
// the page their mark stands on, the 报尾 at the foot of the last.
func (l *layouter) paginate(head block, rows []row, foot tail) {
	if head.lines >= l.geo.lines { // page 1 must show text (GB 7.3.3)
		l.findings.Add(l.keyAt("编发单位"), diag.Error, "报头",
			"减少 编发单位、密级、刊名 的行数，或把 版式 → 每页行数 调大", "报头要占%d行，一页只有%d行，放不下", head.lines, l.geo.lines)
		return
	}
	p := newPaginator(l, head.lines, rows, foot)
	sheets := p.withoutWidows()
	for n, s := range sheets {
		l.sheet(n, head, s, p)
	}
	l.checkSheets(p, sheets)
	l.placeColophon(foot, sheets[len(sheets)-1])
	for n := range l.doc.Pages {
		l.pageNumber(n)
	}
	for _, p := range l.doc.Pages {
		mergeRules(p)
	}
}

// newPage adds an empty page.
func (l *layouter) newPage() *page.Page {
	p := &page.Page{Width: paperWidth, Height: paperHeight}
	l.doc.Pages = append(l.doc.Pages, p)
	return p
}

// sheet adds page n of text.
func (l *layouter) sheet(n int, head block, s sheet, p *paginator) {
	pg := l.newPage()
	x, at := l.geo.left(n), 0
	if n == 0 {
		pg.Items = append(pg.Items, shift(head.items, x, l.geo.top)...)
		at = head.lines
	}
	rows := p.rows[s.start:s.end]
	if len(rows) > 0 && n > 0 {
		for _, r := range rows[0].head {
			items := l.bridge(r.items)
			pg.Items = append(pg.Items, shift(copied(items), x, l.geo.top+l.geo.lineTop(at))...)
			at++
		}
	}
	for i, r := range rows {
		if r.cells {
			r.items = l.bridge(r.items)
		}
		if r.blank && headOf(rows, i) && n > 0 {
			continue
		}
		if r.plate != nil {
			for _, m := range r.plate.marks {
				l.bookmark(m, n, l.geo.top)
			}
			l.turnedPlate(pg, r.plate, n)
			continue
		}
		y := l.geo.top + l.geo.lineTop(at)
		if r.mark != nil {
			l.bookmark(r.mark, n, y)
		}
		pg.Items = append(pg.Items, shift(r.items, x, y)...)
		if at++; i+1 == len(rows) && !s.last {
			pg.Items = append(pg.Items, shift(r.foot, x, y)...)
		}
	}
	if notes := p.notes[s.notesFrom:s.notesTo]; len(notes) > 0 {
		pg.Items = append(pg.Items, shift(l.noteItems(notes, p.under(s)), x, l.geo.top)...)
	}
}

// bookmark adds an entry to the outline that leads to a place.
func (l *layouter) bookmark(m *page.Bookmark, n int, y page.Length) {
	m.Page, m.Y = n, y
	l.landed[m] = len(l.doc.Outline)
	l.doc.Outline = append(l.doc.Outline, *m)
}

// onlyWhite reports whether rows are all white.
func onlyWhite(rows []row) bool { return headOf(rows, len(rows)) }

// headOf reports whether only white stands before row i.
func headOf(rows []row, i int) bool {
	for _, r := range rows[:i] {
		if !r.blank {
			return false
		}
	}
	return true
}

// height returns how many grid lines rows take; white at the head of a page
// takes none, but below the masthead it does.
func height(rows []row, first bool) int {
	h := len(rows)
	if h > 0 && !first {
		h += len(rows[0].head)
	}
	for i := range rows {
		if first || !rows[i].blank {
			break
		}
		h--
	}
	return h
}

// under returns how high the notes of a page stand above its foot, because a
// piece of the 报尾 stands below them.
func (p *paginator) under(s sheet) page.Length {
	if p.foot.repeats || s.last && s.foot == onPage && !p.foot.after && len(p.foot.pieces) > 0 {
		return p.foot.pieces[0].height
	}
	return 0
}
