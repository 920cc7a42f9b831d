package site

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/bulletin"
)

// An Entry is what the pages of a series say of one issue: the indexes, the feed,
// the sitemap, the search and its neighbours. They are made of entries alone, so
// that an issue which has errors now is still listed as its page was made. It is
// plain data that can be kept as JSON.
type Entry struct {
	Path       string        `json:"path"`              // 2020/004
	HTML       string        `json:"html,omitempty"`    // its page, from the series root, not escaped; "" when there is none
	PDF        string        `json:"pdf,omitempty"`     // likewise
	PDFSize    int64         `json:"pdfSize,omitempty"` // bytes; 0 when not known
	Above      []string      `json:"above,omitempty"`   // 刊名上行
	Name       []string      `json:"name"`              // 刊名, one a line
	Heading    string        `json:"heading"`           // 第4期, or the date of an issue without a number
	Total      string        `json:"total,omitempty"`   // （总第N期）
	Number     int           `json:"number,omitempty"`
	Supplement int           `json:"supplement,omitempty"` // 增刊第N期
	Date       bulletin.Date `json:"date"`
	Issuer     []string      `json:"issuer,omitempty"`  // who signs and sends it
	Summary    []string      `json:"summary,omitempty"` // the lines of the 导读, or the titles
	Public     bool          `json:"public,omitempty"`
	Corrected  bulletin.Date `json:"corrected,omitzero"` // of the last 更正
}

// NewEntry returns the entry of an issue, still without its files.
func NewEntry(issue *bulletin.Issue) Entry {
	e := Entry{
		Path:       issue.Path,
		Above:      texts(issue.Above),
		Name:       texts(issue.Name),
		Heading:    cmp.Or(issue.NumberLine(), issue.Date.String()),
		Total:      issue.TotalLine(),
		Number:     issue.Number,
		Supplement: issue.SupplementNumber,
		Date:       issue.Date,
		Issuer:     texts(issue.Signing()),
		Summary:    summary(issue),
		Public:     issue.Public,
	}
	for _, c := range issue.Corrections {
		if c.Date.ISO() > e.Corrected.ISO() {
			e.Corrected = c.Date
		}
	}
	return e
}

// FullName returns 刊名上行 and 刊名 in one line.
func (e Entry) FullName() string { return strings.Join(e.Above, "") + strings.Join(e.Name, "") }

// File returns where a link to the issue leads: to its page, or else to its PDF;
// "" when it has neither.
func (e Entry) File() string { return cmp.Or(e.HTML, e.PDF) }

// Changed returns when what readers see was last changed: the day of the last
// 更正, or of the issue.
func (e Entry) Changed() bulletin.Date {
	if e.Corrected.ISO() > e.Date.ISO() {
		return e.Corrected
	}
	return e.Date
}

// Listed tells whether the pages of a series show an issue: it is public and has
// a file.
func (e Entry) Listed() bool { return e.Public && e.File() != "" }

// listed returns the entries that are listed, newest first.
func listed(entries []Entry) []Entry {
	out := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !e.Listed() })
	slices.SortStableFunc(out, newer)
	return out
}

// newer orders the newest issue first; of one day the higher number, numbered
// issues before their 增刊.
func newer(a, b Entry) int {
	return cmp.Or(
		-cmp.Compare(a.Date.ISO(), b.Date.ISO()),
		-cmp.Compare(a.Number, b.Number),
		-cmp.Compare(a.Supplement, b.Supplement),
		cmp.Compare(a.Path, b.Path),
	)
}
