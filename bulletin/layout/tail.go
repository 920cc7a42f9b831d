package layout

import (
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// A tail is the 报尾 as pages need it: in pieces when it is longer than one
// page.
type tail struct {
	pieces  []block
	repeats bool // 报尾每页
	even    bool // 报尾偶数页
	after   bool // 报尾位置: 文后
}

// tail cuts the parts of the 报尾 into pieces. Each has its own rules. Pages
// of the 报尾 alone are filled; what is left comes first, below the text.
func (l *layouter) tail(parts [][]row) tail {
	s := l.issue.Style
	t := tail{repeats: l.issue.ColophonRepeats, even: s.EvenColophon, after: s.AfterText}
	if t.even && !s.Duplex {
		t.even = false
		l.findings.Add(l.keyAt("报尾偶数页"), diag.Warning, "报尾", "双面印刷的写 双面: true，否则删去 报尾偶数页", "单面印刷没有偶数页，报尾偶数页不起作用")
	}
	for len(parts) > 0 {
		var piece [][]row
		piece, parts = l.lastPiece(parts)
		t.pieces = append([]block{l.stack(piece)}, t.pieces...)
	}
	if t.repeats && (len(t.pieces) > 1 || len(t.pieces) == 1 && t.pieces[0].lines > l.geo.lines/2) {
		l.findings.Add(l.keyAt("报尾每页"), diag.Error, "报尾", "删去 报尾每页，或减少 报、送、发 的单位", "报尾太长，占了大半页，不能每页都排")
		t.repeats = false
	}
	t.repeats = t.repeats && len(t.pieces) > 0
	t.even = t.even && !t.repeats // it is on every even page anyway
	return t
}

// lastPiece returns as many rows from the end of the parts as a page holds,
// and what is left of the parts before them. At least one row is taken.
func (l *layouter) lastPiece(parts [][]row) (piece, rest [][]row) {
	room := l.geo.height - thickRule
	for p := len(parts) - 1; p >= 0; p-- {
		room -= 2*colophonPad + colophonSize + thickRule
		if room < 0 && len(piece) > 0 {
			return piece, parts[:p+1]
		}
		n := 1
		for ; n < len(parts[p]) && room >= colophonPitch; n++ {
			room -= colophonPitch
		}
		at := len(parts[p]) - n
		piece = append([][]row{parts[p][at:]}, piece...)
		if at > 0 {
			return piece, append(parts[:p:p], parts[p][:at])
		}
	}
	return piece, nil
}

// placeColophon puts the pieces of the 报尾 on the last page of text and on
// pages of their own, and on every page when it repeats.
func (l *layouter) placeColophon(t tail, last sheet) {
	if len(t.pieces) == 0 {
		return
	}
	n := len(l.doc.Pages) - 1
	if t.repeats {
		for i, p := range l.doc.Pages[:n] {
			if p.Turned { // a table takes the whole of it
				continue
			}
			p.Items = append(p.Items, shift(copied(t.pieces[0].items), l.geo.left(i), l.geo.top)...)
		}
	}
	for range last.foot { // the page after, or an empty one and that
		l.newPage()
	}
	if last.foot == overBlank { // neither is numbered (GB 7.5)
		l.bare = n + 1
	}
	for i, piece := range t.pieces {
		y := l.geo.top
		if i > 0 {
			l.newPage()
		} else if t.after && last.foot == onPage && !t.repeats {
			y -= l.geo.lineTop(last.free - piece.lines + last.noteLines)
		}
		k := len(l.doc.Pages) - 1
		l.doc.Pages[k].Items = append(l.doc.Pages[k].Items, shift(piece.items, l.geo.left(k), y)...)
	}
}

// copied returns items that say what others say, as no part of the text.
// Links are not copied: what they lead to is reached from the text.
func copied(items []page.Item) []page.Item {
	var out []page.Item
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			c := *it
			c.Node = page.Artifact
			out = append(out, &c)
		case *page.Rule:
			c := *it
			out = append(out, &c)
		case *page.Dot:
			c := *it
			out = append(out, &c)
		case *page.Image:
			c := *it
			c.Node = page.Artifact
			out = append(out, &c)
		}
	}
	return out
}
