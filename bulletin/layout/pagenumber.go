package layout

import (
	"strconv"
	"strings"

	"jianbao/bulletin/diag"
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
	if l.fitsNumber(line.Ink, n) {
		p.Items = append(p.Items, l.emit(s, line, l.numberX(n, line.Ink), l.geo.top+l.geo.height+numberBaseline)...)
	}
}

// fitsNumber reports whether a page number fits the paper; the first that does
// not is a finding.
func (l *layouter) fitsNumber(width page.Length, n int) bool {
	foot := l.geo.top + l.geo.height + numberBaseline + numberSize/4
	if width <= l.geo.width/2 && foot <= paperHeight {
		return true
	}
	if n == 0 || n == 1 && !l.issue.Style.PageNumber.OnFirst {
		l.findings.Add(l.keyAt("页码"), diag.Error, "页码", "写短一些，例如 样式: \"— {n} —\"；版心下边至少留 10mm", "页码排不下")
	}
	return false
}

// numberX is where a page number begins: at the outer edge, or in the middle.
func (l *layouter) numberX(n int, width page.Length) page.Length {
	x := l.geo.left(n)
	even := l.geo.duplex && n%2 == 1
	switch {
	case l.issue.Style.PageNumber.Place == "居中":
		return x + (l.geo.width-width)/2
	case even:
		return x + l.cells(numberIndent)
	}
	return x + l.geo.width - l.cells(numberIndent) - width
}
