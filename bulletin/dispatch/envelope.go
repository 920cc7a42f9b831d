package dispatch

import (
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// An Envelope is a size of GB/T 1416-2003, long side across.
type Envelope struct {
	Name          string
	Width, Height page.Length
}

// Envelopes are the sizes --envelopes takes: C4 holds A4 flat, C5 folded once,
// ZL twice.
var Envelopes = []Envelope{
	{"C4", 324 * page.Mm, 229 * page.Mm},
	{"C5", 229 * page.Mm, 162 * page.Mm},
	{"ZL", 230 * page.Mm, 120 * page.Mm},
}

// EnvelopeNamed returns a size by its name.
func EnvelopeNamed(name string) (Envelope, bool) {
	for _, e := range Envelopes {
		if e.Name == name {
			return e, true
		}
	}
	return Envelope{}, false
}

// Measures of an envelope (practice): the boxes of the postcode at the top left
// and the stamp at the top right stay free.
const (
	envelopeMargin = 14 * page.Mm
	envelopeHead   = 24 * page.Mm
	postcodeRoom   = 40 * page.Mm
	stampRoom      = 46 * page.Mm
)

// Covers makes an envelope for each recipient that gets copies, a page each.
func (j *Job) Covers(a *layout.Assets, e Envelope) (*page.Document, diag.List) {
	c := j.composer(a, "信封")
	var findings diag.List
	for _, r := range j.served() {
		p := c.Page(e.Width, e.Height)
		c.Bookmark(strconv.Itoa(r.Cover)+" "+r.Unit.Name.Text, 0)
		inner := e.Width - 2*envelopeMargin
		foot := e.Height / 4
		j.box(c, p, &findings, r, j.envelopeHead(r, e), frame{envelopeMargin + postcodeRoom, 8 * page.Mm, inner - postcodeRoom - stampRoom, envelopeHead - 8*page.Mm, false})
		j.box(c, p, &findings, r, j.addressParts(r, e), frame{envelopeMargin, envelopeHead, inner, e.Height - envelopeHead - foot - 6*page.Mm, false})
		j.box(c, p, &findings, r, j.senderParts(r, e), frame{envelopeMargin, e.Height - foot - 8*page.Mm, inner, foot, false})
	}
	if len(j.served()) == 0 {
		c.Page(e.Width, e.Height)
	}
	return j.carried(c, findings)
}

// large is a size of type for an envelope, in proportion to C5.
func (e Envelope) large(pt int64) page.Length {
	return (page.Length(pt)*page.Pt).Times(int64(min(e.Height, e.Width*162/229)), int64(162*page.Mm)) / step * step
}

// envelopeHead is what must be seen first.
func (j *Job) envelopeHead(r Row, e Envelope) []part {
	return []part{{text: j.marked(r), role: layout.Hei, sizes: [2]page.Length{e.large(16), 8 * page.Pt}}}
}

// addressParts is the address and the recipient.
func (j *Job) addressParts(r Row, e Envelope) []part {
	u := r.Unit
	var parts []part
	if u.Address.Text != "" {
		parts = append(parts, part{text: sheet.Words{u.Address}, role: layout.FangSong, sizes: [2]page.Length{e.large(16), 8 * page.Pt}})
	}
	parts = append(parts, part{
		text: append(sheet.Words{u.Name}, sheet.Plain("　收")...), role: layout.BiaoSong, align: layout.Centre,
		sizes: [2]page.Length{e.large(28), 9 * page.Pt}, gap: 6 * page.Mm,
	})
	if w := who(u); len(w) > 0 {
		parts = append(parts, part{text: w, role: layout.FangSong, align: layout.Centre, sizes: [2]page.Length{e.large(16), 8 * page.Pt}, gap: 5 * page.Mm})
	}
	return parts
}

// senderParts is what is inside, at the left, and who sends it, at the right.
func (j *Job) senderParts(r Row, e Envelope) []part {
	sizes := [2]page.Length{e.large(13), 7 * page.Pt}
	parts := []part{{text: append(j.inside(), append(sheet.Plain("　"), j.count(r)...)...), right: sheet.Plain("封号 " + strconv.Itoa(r.Cover)), role: layout.FangSong, sizes: sizes}}
	from := part{text: sheet.Words{sender(j.Issue)}, role: layout.FangSong, sizes: sizes, gap: 2 * page.Mm, align: layout.Right}
	if !from.text.Empty() {
		parts = append(parts, from)
	}
	return append(parts, part{text: sheet.Words{bulletin.Phrase{Text: j.Printing.Date.String()}}, role: layout.FangSong, sizes: sizes, gap: 2 * page.Mm, align: layout.Right})
}
