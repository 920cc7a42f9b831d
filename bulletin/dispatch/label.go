package dispatch

import (
	"strconv"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// A LabelSheet is a kind of self-adhesive A4 sheet of labels, as they are sold.
type LabelSheet struct {
	Name          string
	Columns, Rows int
	Width, Height page.Length // of a label
	Left, Top     page.Length // of the first label from the corner of the paper
	Across, Down  page.Length // from label to label
	small, name   page.Length // type, as large as it may be
	padX, padY    page.Length // white within a label; what lies at the edge of the paper no printer reaches
}

// LabelSheets are the kinds --labels takes: 3×8 of 70 × 37 mm, without white
// between them, half a millimetre left at head and foot of the paper; 2×7 of
// 99.1 × 38.1 mm, 2.5 mm apart.
var LabelSheets = []LabelSheet{
	{
		Name: "3x8", Columns: 3, Rows: 8, Width: 70 * page.Mm, Height: 37 * page.Mm,
		Left: 0, Top: 500 * micron, Across: 70 * page.Mm, Down: 37 * page.Mm, small: 9 * page.Pt, name: 16 * page.Pt, padX: 5 * page.Mm, padY: 4500 * micron,
	},
	{
		Name: "2x7", Columns: 2, Rows: 7, Width: 99100 * micron, Height: 38100 * micron,
		Left: 4650 * micron, Top: 15150 * micron, Across: 101600 * micron, Down: 38100 * micron, small: 21 * page.Pt / 2, name: 18 * page.Pt, padX: 5 * page.Mm, padY: 3500 * micron,
	},
}

const micron = page.Mm / 1000

// leastSmall is how small the type of a label gets, 八号 (practice).
const leastSmall = 5 * page.Pt

// LabelSheetNamed returns a kind of sheet by its name.
func LabelSheetNamed(name string) (LabelSheet, bool) {
	for _, s := range LabelSheets {
		if s.Name == name {
			return s, true
		}
	}
	return LabelSheet{}, false
}

// Places returns how many labels a sheet has.
func (s LabelSheet) Places() int { return s.Columns * s.Rows }

// place returns the corner of label n of a sheet, from 0 along the rows.
func (s LabelSheet) place(n int) (x, y page.Length) {
	return s.Left + s.Across*page.Length(n%s.Columns), s.Top + s.Down*page.Length(n/s.Columns)
}

// Labels makes a label for each recipient that gets copies, from the first free
// one of the first sheet on. A label that cannot hold its text even in the
// least type is an error at the name.
func (j *Job) Labels(a *layout.Assets, s LabelSheet) (*page.Document, diag.List) {
	c := j.composer(a, "标签")
	var findings diag.List
	var p *page.Page
	at := max(j.Start, 1) - 1
	for _, r := range j.served() {
		if p == nil || at == s.Places() {
			if p != nil {
				at = 0
			}
			p = c.Page(sheet.A4Short, sheet.A4Long)
		}
		x, y := s.place(at)
		j.box(c, p, &findings, r, j.labelParts(r, s), frame{x: x + s.padX, y: y + s.padY, width: s.Width - 2*s.padX, height: s.Height - 2*s.padY})
		at++
	}
	if p == nil {
		c.Page(sheet.A4Short, sheet.A4Long)
	}
	return j.carried(c, findings)
}

// labelParts is what stands on a label: route and 封号, address, the recipient,
// whoever takes it in, and what is inside and from whom.
func (j *Job) labelParts(r Row, s LabelSheet) []part {
	u := r.Unit
	small := [2]page.Length{s.small, leastSmall}
	var parts []part
	add := func(p part) {
		if !p.text.Empty() || !p.right.Empty() {
			parts = append(parts, p)
		}
	}
	add(part{text: j.marked(r), right: sheet.Plain("封号 " + strconv.Itoa(r.Cover)), role: layout.Hei, sizes: small})
	add(part{text: sheet.Words{u.Address}, role: layout.FangSong, sizes: small, gap: 1200 * micron, whole: 90})
	add(part{text: append(sheet.Words{u.Name}, sheet.Plain("　收")...), role: layout.BiaoSong, sizes: [2]page.Length{s.name, 7 * page.Pt}, gap: 1800 * micron})
	add(part{text: who(u), role: layout.FangSong, sizes: small, gap: 1200 * micron, whole: 90})
	add(part{text: append(j.inside(), sheet.Plain("　"+strconv.Itoa(r.Copies)+"份")...), right: sheet.Plain(j.Printing.Date.ISO()), role: layout.FangSong, sizes: small, gap: 1800 * micron})
	if n := unbroken(r.First, r.Last()); n != "" {
		add(part{text: sheet.Plain("份号" + n), role: layout.FangSong, sizes: small, gap: 1000 * micron})
	}
	add(part{text: sheet.Words{sender(j.Issue)}, role: layout.FangSong, sizes: small, gap: 1000 * micron})
	return parts
}
