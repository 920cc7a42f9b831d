package layout

import (
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// title sets the title of an article, or the banner of a column: 小标宋 二号,
// centred, one white line above and below (GB 7.3.1; a blank line for the two
// of a 文件 is practice of 简报). A subtitle after —— stands on lines of its
// own, in 楷体 of the size of the text (practice). Both are one heading.
func (l *layouter) title(b bulletin.Block, text []bulletin.Inline, level, parent int) []row {
	node := l.node(page.RoleHeading, level, parent)
	r := run{size: l.titleSize()}
	l.inlines(&r, text, BiaoSong, node)
	main, sub := parted(r.glyphs)
	rows := []row{{blank: true}}
	rows = append(rows, l.titleLines(main, BiaoSong, l.titleSize(), l.titleSize())...)
	rows = append(rows, l.titleLines(sub, Kai, l.geo.size, l.geo.cell())...)
	if len(rows) > 1 {
		rows[1].mark = &page.Bookmark{Title: placeTitle(text)}
		l.checkWords("标题", rows[1].mark.Title, longestWords, b.Pos())
		l.marksOf[b] = rows[1].mark
	}
	return append(rows, row{blank: true})
}

// placeTitle returns the title of a place in a document, on one line.
func placeTitle(text []bulletin.Inline) string {
	return strings.Join(strings.Fields(bulletin.Plain(text)), " ")
}

// parted returns the characters of a title and those of its subtitle. What
// parts them, a blank or a hard break, is in neither.
func parted(glyphs []glyph) (main, sub []glyph) {
	text := make([]rune, len(glyphs))
	for i, g := range glyphs {
		text[i] = g.r
	}
	at := typeset.Subtitle(text)
	if at < 0 {
		return glyphs, nil
	}
	end := at
	for end > 0 && strings.ContainsRune(" \n\u3000", text[end-1]) {
		end--
	}
	return glyphs[:end:end], glyphs[at:]
}

// titleLines sets a title or a subtitle in one face, for bold within it is no
// other.
func (l *layouter) titleLines(glyphs []glyph, role Role, size, cell page.Length) []row {
	r := run{size: size, glyphs: glyphs}
	own := false // the editor says where it is broken
	for i := range r.glyphs {
		r.glyphs[i].role = role
		own = own || strings.ContainsRune(" \n\u3000", r.glyphs[i].r)
	}
	l.widen(r.glyphs, size)
	s := l.shape(r, cell)
	breakTitle(s, l.geo.width, l.level())
	var rows []row
	set := typeset.Setting{Frame: typeset.Frame{First: l.geo.width, Rest: l.geo.width, Cell: cell}, Ragged: true, Level: l.level()}
	lines := l.setter.Set(s.chars, set)
	if !own {
		l.checkTitle(s, lines)
	}
	for _, line := range lines {
		l.checkLine(s, line, set)
		items := l.emit(s, line, (l.geo.width-line.Ink)/2, (l.geo.size-size)/2+baseline(size))
		rows = append(rows, row{items: items, keep: true, middle: true, at: glyphs[0].at})
	}
	return rows
}

// titleSize is 二号 on a page of 三号, in proportion on another.
func (l *layouter) titleSize() page.Length {
	return max(min(l.geo.scaled(titleSize), l.geo.pitch().Times(100, 105)), l.geo.size)
}

// breakTitle puts line ends into a title wider than the measure, each stretch
// between the editor's own breaks by itself.
func breakTitle(s *shaped, measure page.Length, level typeset.Level) {
	end := len(s.chars)
	for i := end - 1; i >= -1; i-- { // from the end: breaks put in move nothing before them
		if i < 0 || s.chars[i].Class == typeset.LineEnd {
			for _, b := range slices.Backward(typeset.TitleBreaks(s.chars[i+1:end], measure, s.size, level)) {
				s.endLine(i + 1 + b)
			}
			end = i
		}
	}
}

// endLine makes a line end before character i: a blank there becomes the end,
// else one is put in.
func (s *shaped) endLine(i int) {
	end := typeset.Char{Class: typeset.LineEnd}
	if s.chars[i].Class == typeset.Space {
		s.chars[i], s.faces[i] = end, -1
		return
	}
	s.glyphs = slices.Insert(s.glyphs, i, glyph{node: s.glyphs[i].node})
	s.chars = slices.Insert(s.chars, i, end)
	s.faces = slices.Insert(s.faces, i, -1)
}
