package layout

import (
	"strconv"
	"strings"

	"jianbao/bulletin/page"
)

// pageNumber prints — N — outside, below the 版心 (GB 7.5). It stands there on
// a turned page too (GB 8).
func (l *layouter) pageNumber(n int) {
	style := l.issue.Style.PageNumber
	p := l.doc.Pages[n]
	if n == 0 && !style.OnFirst || l.bare > 0 && n >= l.bare {
		return
	}
	p.Number = style.First + n
	r := run{size: numberSize}
	text := strings.ReplaceAll(style.Form.Text, "{n}", strconv.Itoa(p.Number))
	for i, c := range text {
		if c == ' ' {
			r.space(numberSize/2, true, page.Artifact)
			continue
		}
		r.add(string(c), FangSong, page.Artifact, style.Form.At.Plus(i))
	}
	s, line := l.single(r, numberSize)
	x := l.geo.left(n)
	even := l.geo.duplex && n%2 == 1
	switch {
	case style.Place == "居中":
		x += (l.geo.width - line.Ink) / 2
	case even:
		x += l.cells(numberIndent)
	default:
		x += l.geo.width - l.cells(numberIndent) - line.Ink
	}
	p.Items = append(p.Items, l.emit(s, line, x, l.geo.top+l.geo.height+numberBaseline)...)
}
