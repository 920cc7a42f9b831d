package site

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/bulletin"
)

// A4 in thousandths of a millimetre.
const paperWidth, paperHeight = 210_000, 297_000

// settings returns the styles that follow from 版式: colour, measure, the gap
// between Han and Latin, and the paper for those who print the page itself.
func settings(s bulletin.Style) string {
	var b strings.Builder
	fmt.Fprintf(&b, ":root{--red:#%02x%02x%02x;--measure:%dem;--cell:%s;--line:%s}\n",
		s.Red[0], s.Red[1], s.Red[2], s.Cells, perCell(s.Width, s.Cells), perCell(s.Height, s.Lines))
	if s.LatinGap > 0 {
		b.WriteString("body{text-autospace:normal}\n")
	}
	b.WriteString(paper(s))
	return b.String()
}

// paper returns the @page rules: the margins, mirrored on even pages, and the
// page number at the outer edge.
func paper(s bulletin.Style) string {
	outer := paperWidth - s.Width - s.Binding
	bottom := paperHeight - s.Height - s.Top
	rule := func(selector string, right, left bulletin.Microns, numbers string) string {
		return fmt.Sprintf("@page%s{size:210mm 297mm;margin:%s %s %s %s%s}\n",
			selector, mm(s.Top), mm(right), mm(bottom), mm(left), numbers)
	}
	if s.PageNumber.Place == "居中" {
		numbers := pageNumber("@bottom-center", s.PageNumber)
		if !s.Duplex {
			return rule("", outer, s.Binding, numbers)
		}
		return rule(":right", outer, s.Binding, numbers) + rule(":left", s.Binding, outer, numbers)
	}
	odd := pageNumber("@bottom-right", s.PageNumber)
	if !s.Duplex {
		return rule("", outer, s.Binding, odd)
	}
	return rule(":right", outer, s.Binding, odd) + rule(":left", s.Binding, outer, pageNumber("@bottom-left", s.PageNumber))
}

// pageNumber returns the margin box of a page number: its top 7 mm below the
// text (GB/T 9704 7.5), one cell in from the edge.
func pageNumber(box string, n bulletin.PageNumber) string {
	before, after, ok := strings.Cut(n.Form.Text, "{n}")
	if !ok {
		return ""
	}
	return fmt.Sprintf(";%s{content:%s counter(page) %s;font:14pt/1 var(--fangsong);vertical-align:top;padding:7mm 1em 0}",
		box, quoted(before), quoted(after))
}

// quoted returns a CSS string. What could end it or the style element is
// escaped by code.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == '<' || r == '>' || r == '&' || r == '"' || r == '\\' || r < ' ' {
			fmt.Fprintf(&b, "\\%x ", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

func perCell(m bulletin.Microns, n int) string { return mm(m / bulletin.Microns(max(n, 1))) }

func mm(m bulletin.Microns) string {
	return strconv.FormatFloat(float64(m)/1000, 'f', -1, 64) + "mm"
}
