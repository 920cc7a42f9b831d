package layout

import (
	"fmt"
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// A CopyMark is what a numbered copy has of its own.
type CopyMark struct {
	Number int    // 份号, from 1 to 999999
	Title  string // of its bookmark, for whoever prints or hands it out: 000017 市委办公室
}

// mostCopies is the greatest 份号: six digits (GB 7.2.1).
const mostCopies = 999_999

// NumberedPages sets an issue once, for copies of which each has its own 份号
// in place of the issue's. A copy looks as Pages sets an issue of its number;
// the numbers stand in Copies and not on the pages all share. Findings are
// those of Pages; none to number, a number of more than six digits and a title
// too long for a bookmark are errors.
func NumberedPages(issue *bulletin.Issue, assets *Assets, copies []CopyMark) (*page.Document, diag.List) {
	l := newLayouter(issue, assets)
	l.numbered = copies
	l.checkCopies()
	l.pages()
	l.numberCopies()
	return l.doc, l.findings.Sorted()
}

func (l *layouter) checkCopies() {
	if len(l.numbered) == 0 {
		l.findings.Add(l.copyNumberAt(), diag.Error, "份号", "份数至少写1", "没有一份要编份号")
	}
	for _, c := range l.numbered {
		if c.Number < 1 || c.Number > mostCopies {
			l.findings.Add(l.copyNumberAt(), diag.Error, "份号", "份号从小一些的数编起，或减少份数", "份号只有六位，从000001到%d，编不到%d", mostCopies, c.Number)
			return
		}
		if l.checkWords("给一份的单位，名称", c.Title, longestWords, l.copyNumberAt()) {
			return
		}
	}
}

// copyNumberAt returns where 份号 stands, else where the 期号 is.
func (l *layouter) copyNumberAt() diag.Pos {
	if at, ok := l.issue.Keys["份号"]; ok {
		return at
	}
	return l.issue.NumberAt
}

// A copyNumber is a 份号 in its place at the right of the 版心.
type copyNumber struct {
	items []page.Item // from the corner of the 版心
	ink   page.Length // its width
}

// copyNumber sets the 份号 on a line at y. Where copies have their own, it is
// the widest of them: figures of an office's own face may differ in width, and
// what stands beside them is the same for all.
func (l *layouter) copyNumber(y page.Length) copyNumber {
	own := l.issue.CopyNumber
	if len(l.numbered) == 0 && own == 0 {
		return copyNumber{}
	}
	node := l.node(page.RoleParagraph, 0, 0)
	if len(l.numbered) == 0 {
		return l.setNumber(own, node, y)
	}
	widest := 0
	for i, c := range l.numbered {
		l.numbers = append(l.numbers, l.setNumber(c.Number, node, y))
		if l.numbers[i].ink > l.numbers[widest].ink {
			widest = i
		}
	}
	l.widest = l.setNumber(l.numbered[widest].Number, node, y)
	return l.widest
}

func (l *layouter) setNumber(n, node int, y page.Length) copyNumber {
	r := run{size: l.geo.size}
	r.add(fmt.Sprintf("%06d", n), FangSong, node, l.copyNumberAt())
	s, line := l.single(r, l.headCell())
	return copyNumber{l.emit(s, line, l.geo.width-line.Ink, y+baseline(l.geo.size)), line.Ink}
}

// numberCopies takes the number off the first page, where it has kept its
// room, and gives each copy its own in that place.
func (l *layouter) numberCopies() {
	if len(l.doc.Pages) == 0 { // a finding says why
		return
	}
	first := l.doc.Pages[0]
	first.Items = slices.DeleteFunc(first.Items, func(it page.Item) bool { return slices.Contains(l.widest.items, it) })
	for i, c := range l.numbered {
		items := shift(l.numbers[i].items, l.geo.left(0), l.geo.top)
		l.doc.Copies = append(l.doc.Copies, page.Copy{Title: c.Title, Items: items})
	}
	l.doc.NewSheet = l.issue.Style.Duplex
}
