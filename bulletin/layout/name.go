package layout

import (
	"fmt"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// nameBlock sets 刊名上行 and 刊名, the last line of the name always on the same
// height, and returns by how many steps the whole moves down to stand clear of
// what ends at foot. On preprinted paper only its room is kept.
func (l *layouter) nameBlock(b *block, down int, foot page.Length, section int) int {
	title := l.node(page.RoleTitle, 0, section)
	name, size := l.name()
	last := nameBaseline
	if len(name) > 1 {
		last = nameSecond
	}
	pitch := size.Times(nameLead, 1000)
	head := last - pitch*page.Length(len(name)-1) - baseline(size)
	above, sizes := l.above()
	under := min(aboveBaseline, head-aboveGap-(aboveSize-baseline(aboveSize)))
	lead := aboveSize.Times(5, 4)
	if len(above) > 0 {
		head = under - lead*page.Length(len(above)-1) - baseline(sizes[0])
	}
	if foot > l.step(down) {
		foot += nameClear
	}
	more := 0
	for head+l.step(down+more) < foot {
		more++
	}
	if l.issue.Preprinted {
		return more
	}
	y := l.step(down + more)
	for i, p := range above {
		b.items = append(b.items, l.nameLine(p, sizes[i], 0, y+under-lead*page.Length(len(above)-1-i), title)...)
	}
	for i, p := range name {
		b.items = append(b.items, l.nameLine(p, size, l.nameSpace(p, size, len(name)), y+last-pitch*page.Length(len(name)-1-i), title)...)
	}
	return more
}

// above returns the lines of 刊名上行 with their sizes.
func (l *layouter) above() ([]bulletin.Phrase, []page.Length) {
	var sizes []page.Length
	for _, p := range l.issue.Above {
		sizes = append(sizes, l.fit(p, aboveSize, l.geo.width-aboveSides))
		l.readable("刊名上行", p, sizes[len(sizes)-1])
	}
	return l.issue.Above, sizes
}

// name returns the lines of the name and their size: what 刊名字号 says, else
// the largest that the measure holds. One line that would get too small is
// halved.
func (l *layouter) name() ([]bulletin.Phrase, page.Length) {
	name := l.issue.Name
	if len(name) == 0 { // reading has said so
		name = []bulletin.Phrase{{}}
	}
	asked := page.Length(l.issue.Style.NameSize) * page.Pt / 100
	least := nameLeast
	if asked > 0 {
		least = min(asked, nameLeast)
	}
	if len(name) == 1 && len([]rune(name[0].Text)) > 3 && l.nameSize(name, asked) < least {
		name = l.halves(name[0])
	}
	size := l.nameSize(name, asked)
	if size < asked {
		l.findings.Add(l.keyAt("版式"), diag.Warning, "刊名字号", "写 刊名字号: 自动，或把刊名分成几行",
			"刊名按%s磅排不下，改用%s磅", points(asked), points(size))
	}
	for _, p := range name {
		if !l.readable("刊名", p, size) {
			break
		}
	}
	return name, size
}

// nameSize is the size of the lines of the name.
func (l *layouter) nameSize(name []bulletin.Phrase, asked page.Length) page.Length {
	size := nameSize
	switch n := len(name); {
	case asked > 0:
		size = asked
	case n > 1:
		size = nameTwoLines * 2 / page.Length(n)
	}
	measure := l.geo.width - nameSides
	for _, p := range name {
		size = min(size, l.fit(p, size, measure))
	}
	return size
}

// readable reports a line of the name that the measure holds only in letters
// nobody reads.
func (l *layouter) readable(key string, p bulletin.Phrase, size page.Length) bool {
	if size < displayLeast {
		l.findings.Add(p.At, diag.Error, "刊名", "缩短，或分成几行写："+key+": [第一行, 第二行]", "%s一行要排%d字，排不下", key, len([]rune(p.Text)))
		return false
	}
	return true
}

// points writes a size as editors do: 54, 40.5.
func points(size page.Length) string {
	return strings.TrimSuffix(fmt.Sprintf("%d.%d", size/page.Pt, size%page.Pt*10/page.Pt), ".0")
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
	quiet := *l // measuring reports nothing
	quiet.findings = nil
	return widest(quiet.display(p, size, 0, 0).lines)
}

// nameSpace is the letter space of a short name on one line: 7.5 mm for four
// characters, so much that two characters take an em more and six none.
func (l *layouter) nameSpace(p bulletin.Phrase, size page.Length, lines int) page.Length {
	n := len([]rune(p.Text))
	if lines > 1 || n < 2 || strings.ContainsAny(p.Text, " \u3000") {
		return 0
	}
	want := map[int]page.Length{2: size, 3: nameGap * 8 / 5, 4: nameGap, 5: nameGap / 2}[n]
	free := (l.geo.width - nameSides - l.displayWidth(p, size)) / page.Length(n-1)
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
	lines := l.setter.Set(s.chars, natural(size))
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
