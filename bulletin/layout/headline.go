package layout

import (
	"slices"
	"strings"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// numberBlock sets the 期号 and below it the 总期号, centred, and returns by
// how many steps what follows moves: down for more lines than one, up for none.
func (l *layouter) numberBlock(b *block, down, section int) int {
	f := &l.issue.Front
	n := 0
	for _, text := range []string{f.NumberLine(), f.TotalLine()} {
		if text == "" {
			continue
		}
		r := run{size: l.geo.size}
		l.spacedDigits(&r, text, l.node(page.RoleParagraph, 0, section))
		n += l.middle(b, r, l.geo.size, numberTop, down+n)
	}
	return n - 1
}

// middle sets a run centred, over as many lines as it needs, and returns how
// many. top is where the first line stands before it moves down.
func (l *layouter) middle(b *block, r run, cell, top page.Length, down int) int {
	s, lines := l.wrapped(r, cell, l.room(), 0)
	for i, line := range lines {
		y := top + l.step(down+i) + baseline(r.size)
		b.items = append(b.items, l.emit(s, line, (l.geo.width-line.Ink)/2, y)...)
	}
	return len(lines)
}

// room is the measure of the lines above the red rule.
func (l *layouter) room() page.Length { return l.geo.width - l.cells(2*issuerIndent) }

// spacedDigits adds a text with a little white between digits and Han, as a
// 期号 is set by hand.
func (l *layouter) spacedDigits(r *run, text string, node int) {
	runes := []rune(text)
	for i, c := range runes {
		if c == ' ' && i > 0 && i+1 < len(runes) && digit(runes[i-1]) != digit(runes[i+1]) {
			r.space(r.size/numberBlank, true, node) // as typed: 1886 期
			continue
		}
		if i > 0 && digit(c) != digit(runes[i-1]) && han(c) != han(runes[i-1]) {
			r.space(r.size/numberBlank, true, node)
		}
		r.add(string(c), FangSong, node, l.issue.NumberAt)
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
func han(r rune) bool   { return unicode.Is(unicode.Han, r) }

// A headline is one line above the red rule.
type headline struct {
	*shaped
	typeset.Line
	reach page.Length // right edge of its ink from its left edge
}

// headlines sets a run in lines above the red rule.
func (l *layouter) headlines(r run, hang page.Length) []headline {
	var out []headline
	s, lines := l.wrapped(r, l.headCell(), l.room(), hang)
	for i, line := range lines {
		reach := line.Ink
		if i > 0 {
			reach += hang
		}
		out = append(out, headline{s, line, reach})
	}
	return out
}

// issuerBlock sets the lines above the red rule: the offices left, the date or
// the signers right; or both in the middle. It returns by how many steps the
// rule moves: down for more lines than one, up when there is none.
func (l *layouter) issuerBlock(b *block, down, section int) int {
	if l.issue.Centred {
		return l.centredIssuer(b, down, section) - 1
	}
	var left []headline
	for _, p := range l.issue.Issuer {
		left = append(left, l.office(p, section)...)
	}
	right := l.dateOrSigner(section)
	width := reach(right)
	first, at := max(len(right)-len(left), 0), max(len(left)-len(right), 0) // the last lines side by side (GB 7.2.6)
	if reach(left[at:])+l.cells(issuerApart)+width > l.room() {
		first, at = 0, len(left) // the right below
	}
	put := func(lines []headline, at int, x page.Length) {
		for i, line := range lines {
			y := issuerTop + l.step(down+at+i) + baseline(l.geo.size)
			b.items = append(b.items, l.emit(line.shaped, line.Line, x, y)...)
		}
	}
	put(left, first, l.cells(issuerIndent))
	put(right, at, l.geo.width-l.cells(issuerIndent)-width)
	return max(first+len(left), at+len(right)) - 1
}

// reach is the right edge of a block of lines from its left edge.
func reach(lines []headline) page.Length {
	w := page.Length(0)
	for _, line := range lines {
		w = max(w, line.reach)
	}
	return w
}

// office sets one issuing office; turn lines stand under the text behind a
// label such as 主办：.
func (l *layouter) office(p bulletin.Phrase, section int) []headline {
	r := run{size: l.geo.size}
	label, _ := p.CutLabel()
	node := l.node(page.RoleParagraph, 0, section)
	r.add(label, FangSong, node, p.At)
	hang := page.Length(0)
	if label != "" {
		hang = l.headCell() * page.Length(len([]rune(label)))
	}
	l.wideBlanks(&r, bulletin.Phrase{Text: p.Text[len(label):], At: p.At.Plus(len(label))}, FangSong, node)
	return l.headlines(r, hang)
}

// dateOrSigner sets what stands at the right: the date, or when that stands at
// the end of the text 签发人 (label 仿宋, names 楷体, GB 7.2.6).
func (l *layouter) dateOrSigner(section int) []headline {
	r := run{size: l.geo.size}
	hang := l.lastRun(&r, section)
	if len(r.glyphs) == 0 {
		return nil
	}
	return l.headlines(r, hang)
}

const signerLabel = "签发人："

// lastRun appends date or 签发人 and returns how far turn lines hang.
func (l *layouter) lastRun(r *run, section int) page.Length {
	f := &l.issue.Front
	if !f.DateAtEnd {
		r.add(f.Date.String(), FangSong, l.node(page.RoleParagraph, 0, section), f.Keys["date"])
		return 0
	}
	if strings.TrimSpace(f.Signer.Text) == "" {
		return 0
	}
	node := l.node(page.RoleParagraph, 0, section)
	r.add(signerLabel, FangSong, node, f.Signer.At)
	l.wideBlanks(r, twoALine(f.Signer), Kai, node)
	return l.headCell() * page.Length(len([]rune(signerLabel)))
}

// twoALine ends a line after every second of more than two signers that blanks
// part (GB 7.2.6). A name of two characters may have a blank within: such a
// list is left as it is.
func twoALine(p bulletin.Phrase) bulletin.Phrase {
	names := strings.Split(p.Text, " ")
	if len(names) < 3 {
		return p
	}
	out := ""
	for i, name := range names {
		if len([]rune(name)) < 2 {
			return p
		}
		switch {
		case i == 0:
		case i%2 == 0:
			out += "\n"
		default:
			out += " "
		}
		out += name
	}
	return bulletin.Phrase{Text: out, At: p.At}
}

// centredIssuer sets offices and date in centred lines, the date behind the
// last office where it fits, and returns how many.
func (l *layouter) centredIssuer(b *block, down, section int) int {
	n := 0
	last := run{size: l.geo.size} // of the offices
	for _, p := range l.issue.Issuer {
		if len(last.glyphs) > 0 {
			n += l.middle(b, last, l.headCell(), issuerTop, down+n)
		}
		last.glyphs = nil
		l.wideBlanks(&last, p, FangSong, l.node(page.RoleParagraph, 0, section))
	}
	date := run{size: l.geo.size}
	l.lastRun(&date, section)
	if len(last.glyphs) > 0 && len(date.glyphs) > 0 {
		both := run{size: l.geo.size, glyphs: slices.Clone(last.glyphs)}
		both.space(l.cells(issuerApart), true, page.Artifact)
		both.glyphs = append(both.glyphs, date.glyphs...)
		if _, line := l.single(both, l.headCell()); line.Ink <= l.room() {
			return n + l.middle(b, both, l.headCell(), issuerTop, down+n)
		}
	}
	for _, r := range []run{last, date} {
		if len(r.glyphs) > 0 {
			n += l.middle(b, r, l.headCell(), issuerTop, down+n)
		}
	}
	return n
}
