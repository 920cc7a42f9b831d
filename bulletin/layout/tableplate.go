package layout

import (
	"slices"

	"jianbao/bulletin/page"
)

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
		p, down := &plate{}, 0
		if start == 0 {
			head = nil
			down = s.led(p)
		}
		var led []row
		if p.led {
			led = s.lead
		}
		end, notes := s.plateEnd(rows, led, start, s.lines-down-len(head))
		for i, r := range append(head[:len(head):len(head)], rows[start:end]...) {
			p.items = append(p.items, shift(r.items, 0, s.pitch*page.Length(down+i))...)
		}
		if end < len(rows) {
			p.items = append(p.items, shift(rows[end-1].foot, 0, s.pitch*page.Length(down+len(head)+end-start-1))...)
		}
		if lines := s.placeNotes(notes); len(lines) > 0 {
			p.items = append(p.items, shift(s.noteItems(lines, 0), 0, s.geo.width-s.geo.height)...)
		}
		plates = append(plates, row{plate: p})
		start = end
	}
	return plates
}

// led puts the headings above the table on its first page, for alone at the foot
// of the page before they would head nothing. It returns by how many lines of the
// table the rest moves down.
func (s *tableSetter) led(p *plate) int {
	lead := s.lead
	for len(lead) > 0 && lead[0].blank {
		lead = lead[1:]
	}
	height := s.geo.pitch() * page.Length(len(lead))
	if len(lead) == 0 || height > s.geo.width/2 {
		return 0
	}
	p.led = true
	for i, r := range lead {
		x := page.Length(0)
		if r.middle {
			x = (s.geo.height - s.geo.width) / 2
		}
		p.items = append(p.items, shift(r.items, x, s.geo.pitch()*page.Length(i))...)
		if r.mark != nil {
			p.marks = append(p.marks, r.mark)
		}
	}
	return int((height + s.pitch - 1) / s.pitch)
}

// plateEnd returns where a page of so many lines ends that begins with a row:
// after the last line that it may end with, so that the notes of its rows have
// room below; and these notes, none when there is no such room.
func (s *tableSetter) plateEnd(rows, led []row, start, room int) (int, []*note) {
	for lines := room; lines > 0; lines-- {
		end := s.lastLine(rows, start, lines)
		if lines < room && end < len(rows) && rows[end-1].tied {
			break // not even the least of it has room for its notes
		}
		notes := s.newNotes(slices.Concat(led, rows[start:end]))
		used, height := page.Length(s.lines-room+end-start)*s.pitch, page.Length(0)
		if n := countLines(notes); n > 0 {
			height = s.notesHeight(n) + noteClear
		}
		if used+height <= s.geo.width+s.pitch/10 {
			return end, notes
		}
		lines = min(lines, end-start)
	}
	return s.lastLine(rows, start, room), nil
}

func (s *tableSetter) lastLine(rows []row, start, room int) int {
	full := min(start+room, len(rows))
	for end := full; end > start && full < len(rows); end-- {
		if !rows[end-1].tied {
			return end
		}
	}
	return full
}

// newNotes returns the notes whose first marks stand in rows, and those that
// these refer to.
func (s *tableSetter) newNotes(rows []row) []*note {
	var out []*note
	for _, r := range rows {
		s.notesIn(r.items, func(n *note, mark int) bool {
			first := n.mark == mark && !slices.Contains(out, n)
			if first {
				out = append(out, n)
			}
			return first
		})
	}
	return out
}

func countLines(notes []*note) int {
	n := 0
	for _, note := range notes {
		n += len(note.lines)
	}
	return n
}

// placeNotes returns the lines of notes, which then have their place.
func (s *tableSetter) placeNotes(notes []*note) []noteLine {
	var lines []noteLine
	for _, n := range notes {
		n.placed = true
		lines = append(lines, n.lines...)
	}
	return lines
}
