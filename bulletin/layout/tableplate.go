package layout

import "jianbao/bulletin/page"

// turnedForms are the ways to set a table on turned pages (GB 8), which are as
// wide as the 版心 is high: in 小四, 五号 and 小五, at last with words parted.
// No line of text stands beside the rows, so they fill the room from rule to
// rule, and take steps of half a grid line, a row two at least.
func (s *tableSetter) turnedForms() []tableForm {
	step := min(s.geo.pitch(), 2*s.geo.size) / 2
	lines := max(1, int((s.geo.width+step/2)/step))
	pitch := s.geo.width / page.Length(lines)
	turned := tableForm{measure: s.geo.height, pitch: pitch, em: pitch, lines: lines, least: 2}
	var forms []tableForm
	for n := range tableSizes {
		forms = append(forms, turned.sized(s.geo.size, n))
	}
	last := turned.sized(s.geo.size, len(tableSizes)-1)
	last.broken = true
	forms[2].last, last.last = true, true
	return append(forms, last)
}

// plates puts the rows of the table on turned pages, as many as each holds,
// the head on each.
func (s *tableSetter) plates() []row {
	rows := s.gridRows()
	var plates []row
	for start := 0; start < len(rows); {
		head := rows[start].head
		if start == 0 {
			head = nil
		}
		end := s.plateEnd(rows, start, s.lines-len(head))
		p := &plate{}
		for i, r := range append(head[:len(head):len(head)], rows[start:end]...) {
			p.items = append(p.items, shift(r.items, 0, s.pitch*page.Length(i))...)
		}
		plates = append(plates, row{plate: p})
		start = end
	}
	return plates
}

// plateEnd returns where a page of so many lines ends that begins with a row:
// after the last line that it may end with.
func (s *tableSetter) plateEnd(rows []row, start, room int) int {
	full := min(start+room, len(rows))
	for end := full; end > start && full < len(rows); end-- {
		if !rows[end-1].tied {
			return end
		}
	}
	return full
}
