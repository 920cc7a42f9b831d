package layout

import (
	"jianbao/bulletin/page"
)

// closing sets issuing office and date after the text when 日期位置 is 文末: a
// white line, the office two cells from the right, the date below it beginning
// two cells further right; a date longer than the office ends two cells from
// the right, and the office moves left for it (GB 7.3.5.2). They never stand on
// a page without text (GB 7.3.5.5).
func (l *layouter) closing(body []row) []row {
	if !l.issue.DateAtEnd {
		return body
	}
	section := l.node(page.RoleSection, 0, 0)
	var lines []headline
	for _, p := range l.issue.Signing() {
		r := run{size: l.geo.size}
		l.wideBlanks(&r, p, FangSong, l.node(page.RoleParagraph, 0, section))
		lines = append(lines, l.headlines(r, 0)...)
	}
	offices, width := len(lines), reach(lines)
	r := run{size: l.geo.size}
	r.add(l.issue.Date.String(), FangSong, l.node(page.RoleParagraph, 0, section), l.issue.Keys["date"])
	lines = append(lines, l.headlines(r, 0)...)
	x, date := l.signatureAt(width, lines[offices].reach)
	body = keepLast(body)
	body = append(body, row{blank: true, tied: true})
	for i, line := range lines {
		if i == offices {
			x = date
		}
		body = append(body, row{items: l.emit(line.shaped, line.Line, x, baseline(l.geo.size)), tied: i+1 < len(lines)})
	}
	return body
}

// signatureAt returns where offices and date begin.
func (l *layouter) signatureAt(office, date page.Length) (page.Length, page.Length) {
	right, in := l.geo.width-l.cells(signatureIndent), l.cells(signatureIndent)
	switch {
	case office == 0:
		return 0, right - date
	case date > office:
		return max(right-date-in, 0), right - date
	}
	return max(right-office, 0), min(max(right-office, 0)+in, l.geo.width-date)
}

// keepLast makes the last two lines of the text stay with what follows.
func keepLast(rows []row) []row {
	for i := len(rows) - 1; i >= 0 && i >= len(rows)-keepLines; i-- {
		if len(rows[i].items) == 0 {
			break
		}
		rows[i].tied = true
	}
	return rows
}
