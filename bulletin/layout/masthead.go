package layout

import (
	"fmt"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// masthead sets the 报头: 密级, the name in red, 期号, issuing office and date,
// red rule. What has more lines than the usual moves the rest down by whole
// grid lines.
func (l *layouter) masthead() block {
	f := &l.issue.Front
	var b block
	down := l.classification(&b)
	section := l.node(page.RoleSection, 0, 0)
	l.nameBlock(&b, down, section)
	down += l.numberBlock(&b, down, section)
	down += l.issuerBlock(&b, down, section)
	rule := issuerTop + bodySize + ruleGap + l.geo.lineTop(down)
	if !f.Preprinted {
		b.items = append(b.items, &page.Rule{Y: rule, Width: l.geo.width, Height: ruleThickness, Color: l.red(), Node: page.Artifact})
	}
	for b.lines = down; l.geo.lineTop(b.lines) < rule+ruleThickness+mastheadFoot; b.lines++ {
	}
	return b
}

func (l *layouter) red() page.Color {
	c := l.issue.Style.Red
	return page.Color{R: c[0], G: c[1], B: c[2]}
}

// classification sets 密级 at the left and the copy number at the right of the
// first lines and returns how many lines they take.
func (l *layouter) classification(b *block) int {
	lines := 0
	for i, p := range l.issue.Classification {
		r := run{size: bodySize}
		r.phrase(p, Hei, l.node(page.RoleParagraph, 0, 0))
		s, line := l.single(r, l.geo.cell())
		b.items = append(b.items, l.emit(s, line, 0, l.geo.lineTop(i)+baseline(bodySize))...)
		lines = i + 1
	}
	if n := l.issue.CopyNumber; n > 0 {
		r := run{size: bodySize}
		r.add(fmt.Sprintf("%06d", n), FangSong, l.node(page.RoleParagraph, 0, 0), l.issue.Keys["份号"])
		s, line := l.single(r, l.geo.cell())
		b.items = append(b.items, l.emit(s, line, l.geo.width-line.Ink, baseline(bodySize))...)
		lines = max(lines, 1)
	}
	return lines
}

// nameBlock sets 刊名上行 and 刊名.
func (l *layouter) nameBlock(b *block, down, section int) {
	y := l.geo.lineTop(down)
	title := l.node(page.RoleTitle, 0, section)
	if l.issue.Preprinted {
		return
	}
	name := l.issue.Name
	var items []page.Item
	if len(name) == 1 && l.nameSize(name[0], 1) < nameLeast {
		name = l.halves(name[0])
	}
	above := l.issue.Above
	for i, p := range above {
		size := l.fit(p, aboveSize, aboveWidth)
		step := size.Times(5, 4) * page.Length(len(above)-1-i)
		items = append(items, l.nameLine(p, size, 0, y+aboveBaseline-step, title)...)
	}
	last := nameBaseline
	size := l.nameSize(name[0], len(name))
	for _, p := range name {
		size = min(size, l.nameSize(p, len(name)))
	}
	if len(name) > 1 {
		last = nameSecond
	}
	for i, p := range name {
		step := size.Times(1276, 1000) * page.Length(len(name)-1-i)
		items = append(items, l.nameLine(p, size, l.nameSpace(p, size, len(name)), y+last-step, title)...)
	}
	b.items = append(b.items, items...)
}

// nameSize is the size of one of so many lines of the name: what 刊名字号 says,
// else the largest that the measure holds.
func (l *layouter) nameSize(p bulletin.Phrase, lines int) page.Length {
	if n := l.issue.Style.NameSize; n > 0 {
		return page.Length(n) * page.Pt / 100
	}
	most := nameSize
	switch {
	case lines == 2:
		most = nameTwoLines
	case lines > 2:
		most = nameTwoLines * 2 / page.Length(lines)
	}
	return l.fit(p, most, nameMeasure)
}

// fit returns the largest size, by half points, at which a line of display
// type is no wider than a measure.
func (l *layouter) fit(p bulletin.Phrase, most, measure page.Length) page.Length {
	natural := l.displayWidth(p, most)
	if natural <= measure {
		return most
	}
	size := most.Times(int64(measure), int64(natural))
	return max(size-size%(page.Pt/2), page.Pt)
}

func (l *layouter) displayWidth(p bulletin.Phrase, size page.Length) page.Length {
	width := page.Length(0)
	quiet := *l // measuring reports nothing
	quiet.findings = nil
	for _, line := range quiet.display(p, size, 0, 0).lines {
		width = max(width, line.Ink)
	}
	return width
}

// nameSpace is the letter space of a short name on one line: 7.5 mm for four
// characters, so much that two characters take an em more and six none.
func (l *layouter) nameSpace(p bulletin.Phrase, size page.Length, lines int) page.Length {
	n := len([]rune(p.Text))
	if lines > 1 || n < 2 || strings.ContainsAny(p.Text, " \u3000") {
		return 0
	}
	want := map[int]page.Length{2: size, 3: nameGap * 8 / 5, 4: nameGap, 5: nameGap / 2}[n]
	free := (nameMeasure - l.displayWidth(p, size)) / page.Length(n-1)
	return max(min(want, free), 0)
}

// displayed is a line of display type with its places.
type displayed struct {
	*shaped
	lines []typeset.Line
}

// display sets a line in 小标宋 with the blank halves of its marks squeezed and
// space between its characters.
func (l *layouter) display(p bulletin.Phrase, size, space page.Length, node int) displayed {
	r := run{size: size, color: l.red()}
	r.phrase(p, BiaoSong, node)
	s := l.shape(r, size)
	for i := range s.chars {
		if c := &s.chars[i]; c.Class == typeset.Space || c.Class == typeset.Blank {
			c.Class, c.Width = typeset.Blank, size/2
		}
	}
	lines := typeset.Set(s.chars, natural(size))
	for _, line := range lines {
		var moved page.Length
		for i := range line.X {
			c := s.chars[line.Start+i].Class
			if i > 0 {
				moved += space
				if c == typeset.Open || s.chars[line.Start+i-1].Class == typeset.Close {
					moved -= size.Times(quoteSqueeze, 100)
				}
			}
			line.X[i] += moved
		}
		if n := len(lines); n == 1 {
			lines[0].Ink += moved
		}
	}
	return displayed{s, lines}
}

// nameLine sets one centred line of display type.
func (l *layouter) nameLine(p bulletin.Phrase, size, space, y page.Length, node int) []page.Item {
	d := l.display(p, size, space, node)
	var items []page.Item
	for _, line := range d.lines {
		items = append(items, l.emit(d.shaped, line, (l.geo.width-line.Ink)/2, y)...)
	}
	return items
}
