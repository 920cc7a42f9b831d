package dispatch

import (
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// Slips: four to a page of A4, each with the note that travels with the copies
// at the left and the 回执 that comes back at the right, cut apart along the
// dashed lines.
const (
	slipsOnPage = 4
	slipPadX    = 12 * page.Mm
	slipPadY    = 8 * page.Mm
	dash        = 2 * page.Mm
)

// Slips makes a 发文通知单 with 回执 for each recipient that gets copies.
func (j *Job) Slips(a *layout.Assets) (*page.Document, diag.List) {
	c := j.composer(a, "发文通知单")
	var findings diag.List
	var p *page.Page
	height := sheet.A4Long / slipsOnPage
	for i, r := range j.served() {
		n := i % slipsOnPage
		if n == 0 {
			p = c.Page(sheet.A4Short, sheet.A4Long)
		}
		y := height * page.Length(n)
		half := frame{slipPadX, y + slipPadY, sheet.A4Short/2 - 2*slipPadX, height - 2*slipPadY, true}
		j.box(c, p, &findings, r, j.noticeParts(r), half)
		half.x += sheet.A4Short / 2
		j.box(c, p, &findings, r, j.returnParts(r), half)
		p.Items = append(p.Items, dashes(sheet.A4Short/2, y, 0, height)...)
		if n+1 < slipsOnPage {
			p.Items = append(p.Items, dashes(0, y+height, sheet.A4Short, 0)...)
		}
	}
	if p == nil {
		c.Page(sheet.A4Short, sheet.A4Long)
	}
	d, more := c.Document()
	return d, append(findings, more...).Sorted()
}

// dashes draws a line to cut along; one of width or height is 0.
func dashes(x, y, w, h page.Length) []page.Item {
	var items []page.Item
	for at := page.Length(0); at < max(w, h); at += 2 * dash {
		r := sheet.RuleOn(x+at, y, min(dash, max(w-at, 0)), 0, false)
		if w == 0 {
			r = sheet.RuleOn(x, y+at, 0, min(dash, h-at), false)
		}
		items = append(items, r)
	}
	return items
}

// Sizes of the text of slips.
var (
	slipTitle = [2]page.Length{16 * page.Pt, 9 * page.Pt}
	slipName  = [2]page.Length{14 * page.Pt, 7 * page.Pt}
	slipText  = [2]page.Length{12 * page.Pt, 6 * page.Pt}
)

// noticeParts is the note that travels with the copies.
func (j *Job) noticeParts(r Row) []part {
	text := append(sheet.Plain("现送上"), j.bundle(r)...)
	text = append(text, sheet.Plain("，请查收，并将回执退回。")...)
	return []part{
		{text: sheet.Plain("发文通知单"), right: sheet.Plain("封号 " + strconv.Itoa(r.Cover)), role: layout.Hei, sizes: slipTitle},
		{text: append(sheet.Words{r.Unit.Name}, sheet.Plain("：")...), role: layout.BiaoSong, sizes: slipName, gap: 5 * page.Mm},
		{text: text, role: layout.FangSong, sizes: slipText, gap: 3 * page.Mm, prose: true, in: 2},
		{text: sheet.Words{sender(j.Issue)}, role: layout.FangSong, sizes: slipText, gap: 7 * page.Mm, align: layout.Right},
		{text: sheet.Plain(j.Printing.Date.String()), role: layout.FangSong, sizes: slipText, gap: 3 * page.Mm, align: layout.Right},
	}
}

// stamped is where a recipient puts its stamp.
const stamped = "收文单位（章）："

// returnParts is the 回执.
func (j *Job) returnParts(r Row) []part {
	from := sheet.Words{sender(j.Issue)}
	if !from.Empty() {
		from = append(from, bulletin.Phrase{Text: "："})
	}
	return []part{
		{text: sheet.Plain("回　执"), right: sheet.Plain("封号 " + strconv.Itoa(r.Cover)), role: layout.Hei, sizes: slipTitle},
		{text: from, role: layout.FangSong, sizes: slipText, gap: 5 * page.Mm, prose: true},
		{text: append(j.bundle(r), sheet.Plain("已收到。")...), role: layout.FangSong, sizes: slipText, gap: 3 * page.Mm, prose: true, in: 2},
		{text: append(sheet.Plain(stamped), r.Unit.Name), role: layout.FangSong, sizes: slipText, gap: 6 * page.Mm, prose: true, hang: stamped},
		{text: sheet.Plain("签收人：　　　　　　　年　　月　　日"), role: layout.FangSong, sizes: slipText, gap: 8 * page.Mm},
	}
}
