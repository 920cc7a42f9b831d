package layout

import "jianbao/bulletin/page"

// notePitch is the distance of two lines of notes: half that of the text.
func (l *layouter) notePitch() page.Length { return l.geo.pitch() / 2 }

// notesHeight is what so many lines of notes take from their rule to the foot
// of the last.
func (l *layouter) notesHeight(lines int) page.Length {
	return noteRule + noteRuleGap + l.noteSize() + l.notePitch()*page.Length(lines-1)
}

// noteLines returns how many grid lines so many lines of notes take.
func (l *layouter) noteLines(lines int) int {
	if lines <= 0 {
		return 0
	}
	top := l.geo.height - l.notesHeight(lines) - noteClear
	n := 0
	for n < l.geo.lines && l.geo.lineTop(l.geo.lines-n-1)+l.geo.size > top {
		n++
	}
	if l.geo.height < l.notesHeight(lines) {
		n += int((l.notesHeight(lines)-l.geo.height)/l.notePitch()) + 1
	}
	return n
}

// noteItems places lines of notes under their rule, the last of them ending so
// far above the foot of the 版心.
func (l *layouter) noteItems(lines []noteLine, above page.Length) []page.Item {
	if above > 0 {
		above += noteClear
	}
	y := l.geo.height - above - l.notesHeight(len(lines))
	items := []page.Item{&page.Rule{Y: y, Width: l.cells(min(noteRuleCells, l.geo.cells)), Height: noteRule, Color: page.Black, Node: page.Artifact}}
	y += noteRule + noteRuleGap
	for i, line := range lines {
		items = append(items, shift(line.items, 0, y+l.notePitch()*page.Length(i))...)
	}
	return items
}
