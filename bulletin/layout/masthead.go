package layout

import (
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// masthead sets the 报头: 密级, the name in red, 期号, issuing office and date,
// red rule. What needs more room than usual moves the rest down by whole
// steps; what is not there gives its room back.
func (l *layouter) masthead() block {
	var b block
	down := l.belowStamp()
	foot := l.classification(&b, down)
	section := l.node(page.RoleSection, 0, 0)
	down += l.nameBlock(&b, down, foot, section)
	down += l.numberBlock(&b, down, section)
	down += l.issuerBlock(&b, down, section)
	b.items = l.bridge(b.items)
	rule := issuerTop + l.geo.size + ruleGap + l.step(down)
	if !l.issue.Preprinted {
		b.items = append(b.items, &page.Rule{Y: rule, Width: l.geo.width, Height: ruleThickness, Color: l.red(), Node: page.Artifact})
	}
	for l.geo.lineTop(b.lines) < rule+ruleThickness+mastheadFoot {
		b.lines++
	}
	return b
}

func (l *layouter) red() page.Color {
	c := l.issue.Style.Red
	return page.Color{R: c[0], G: c[1], B: c[2]}
}

// step is how far n lines of the masthead reach: lines of the grid, or where
// a page has few of them lines of the grid of GB/T 9704.
func (l *layouter) step(n int) page.Length {
	if n < 0 {
		return -l.step(-n)
	}
	if l.geo.pitch() > widestStep {
		return gbPitch * page.Length(n)
	}
	return l.geo.lineTop(n)
}

// headCell is the advance of the masthead: that of the grid, but never wider
// than the glyphs, for its lines are short and stand alone.
func (l *layouter) headCell() page.Length { return min(l.geo.cell(), l.geo.size) }

// belowStamp returns how many steps down the masthead begins to leave the room
// of the 归档章 at the top right free.
func (l *layouter) belowStamp() int {
	down := 0
	for l.issue.Style.StampRoom && l.geo.top+l.step(down) < stampFoot {
		down++
	}
	return down
}

// classification sets 密级 at the left and the copy number at the right of the
// first lines, side by side where they fit; else 密级 begins on the second line
// (GB 7.2.1, 7.2.2). It returns where they end.
func (l *layouter) classification(b *block, down int) page.Length {
	top := l.step(down)
	foot, free, at := top, l.geo.width, 0
	number := l.copyNumber(top)
	if len(number.items) > 0 {
		b.items = append(b.items, number.items...)
		foot, free = top+l.geo.size, free-number.ink-l.headCell()
	}
	for i, p := range l.issue.Classification {
		r := run{size: l.geo.size}
		l.wideBlanks(&r, p, Hei, l.node(page.RoleParagraph, 0, 0))
		s, lines := l.wrapped(r, l.headCell(), l.geo.width, 0)
		if i == 0 && free < l.geo.width && len(lines) > 0 && (len(lines) > 1 || lines[0].Ink > free) {
			at++
		}
		for _, line := range lines {
			y := top + l.step(at)
			b.items = append(b.items, l.emit(s, line, 0, y+baseline(l.geo.size))...)
			foot = max(foot, y+l.geo.size)
			at++
		}
	}
	return foot
}

// wrapped sets a run in lines no wider than a width and about equally long,
// the turn lines hanging behind the first.
func (l *layouter) wrapped(r run, cell, width, hang page.Length) (*shaped, []typeset.Line) {
	s := l.shape(r, cell)
	set := func(width page.Length) []typeset.Line {
		return l.setter.Set(s.chars, typeset.Setting{
			Frame: typeset.Frame{First: width, Rest: width - hang, Cell: cell},
			Hang:  hang, Level: l.level(), Ragged: true,
		})
	}
	lines := set(width)
	if len(lines) < 2 || len(lines) > balancedLines {
		return s, lines
	}
	for narrow := width - cell; narrow > width/2 && narrow > 2*hang; narrow -= cell {
		tried := set(narrow)
		if len(tried) > len(lines) || widest(tried) > width {
			break
		}
		lines = tried
	}
	return s, lines
}

// widest returns the ink of the longest line.
func widest(lines []typeset.Line) page.Length {
	w := page.Length(0)
	for _, line := range lines {
		w = max(w, line.Ink)
	}
	return w
}
