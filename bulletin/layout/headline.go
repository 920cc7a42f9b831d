package layout

import (
	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// numberBlock sets the 期号 and below it the 总期号, centred, and returns by
// how many lines what follows moves down.
func (l *layouter) numberBlock(b *block, down, section int) int {
	f := &l.issue.Front
	extra := 0
	for i, text := range []string{f.NumberLine(), f.TotalLine()} {
		if text == "" {
			continue
		}
		node := l.node(page.RoleParagraph, 0, section)
		r := run{size: bodySize}
		l.spacedDigits(&r, text, node)
		b.items = append(b.items, l.centred(r, bodySize, numberTop+l.geo.lineTop(down+i)+baseline(bodySize))...)
		extra = i
	}
	return extra
}

// spacedDigits adds a text with a little white between digits and Han, as a
// 期号 is set by hand.
func (l *layouter) spacedDigits(r *run, text string, node int) {
	runes := []rune(text)
	for i, c := range runes {
		if i > 0 && digit(c) != digit(runes[i-1]) && han(c) != han(runes[i-1]) {
			r.space(r.size/numberBlank, true, node)
		}
		r.add(string(c), FangSong, node, l.issue.NumberAt)
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
func han(r rune) bool   { return r >= 0x4E00 && r <= 0x9FFF }

// issuerBlock sets the line above the red rule: the office left, the date or
// the signer right; or both in the middle. It returns by how many lines what
// follows moves down.
func (l *layouter) issuerBlock(b *block, down, section int) int {
	f := &l.issue.Front
	right, role := bulletin.Phrase{Text: f.Date.String(), At: f.Keys["date"]}, FangSong
	label := ""
	if f.DateAtEnd {
		right, role, label = f.Signer, Kai, "签发人："
	}
	if right.Text == "" {
		label = ""
	}
	last := func(r *run, node int) {
		r.add(label, FangSong, node, right.At)
		r.phrase(right, role, node)
	}
	if f.Centred {
		return l.centredIssuer(b, last, down, section)
	}
	y := func(i int) page.Length { return issuerTop + l.geo.lineTop(down+i) + baseline(bodySize) }
	indent, left := l.cells(1), page.Length(0)
	for i, p := range f.Issuer {
		r := run{size: bodySize}
		r.phrase(p, FangSong, l.node(page.RoleParagraph, 0, section))
		s, line := l.single(r, l.geo.cell())
		b.items = append(b.items, l.emit(s, line, indent, y(i))...)
		left = line.Ink
	}
	r := run{size: bodySize}
	last(&r, l.node(page.RoleParagraph, 0, section))
	s, line := l.single(r, l.geo.cell())
	at := max(len(f.Issuer)-1, 0)
	if left+line.Ink > l.cells(min(issuerCells, l.geo.cells-2)) {
		at++ // the date goes below
	}
	b.items = append(b.items, l.emit(s, line, l.geo.width-indent-line.Ink, y(at))...)
	return at
}

// centredIssuer sets offices and date in centred lines, the date behind the
// last office.
func (l *layouter) centredIssuer(b *block, last func(*run, int), down, section int) int {
	lines := l.issue.Issuer
	if len(lines) == 0 {
		lines = []bulletin.Phrase{{}}
	}
	at := len(lines) - 1
	for i, p := range lines {
		node := l.node(page.RoleParagraph, 0, section)
		r := run{size: bodySize}
		r.phrase(p, FangSong, node)
		if i == at {
			if p.Text != "" {
				r.space(l.geo.cell(), true, node)
			}
			last(&r, node)
		}
		b.items = append(b.items, l.centred(r, l.geo.cell(), issuerTop+l.geo.lineTop(down+i)+baseline(bodySize))...)
	}
	return at
}
