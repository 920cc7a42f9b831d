package catalog

import (
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/sheet"
)

// remarkEnd stands between two remarks.
const remarkEnd = "；"

// Remarks of ours, by which those of people are told from them.
const (
	remarkSupplement = "增刊"
	remarkInternal   = "不公开"
	remarkSealed     = "已封存（"
	remarkCorrected  = "更正（"
)

// remarks are what the 备注 of an entry says.
func (e Entry) remarks() []sheet.Words {
	var out []sheet.Words
	add := func(text string) { out = append(out, sheet.Plain(text)) }
	if e.Issue.Supplement {
		add(remarkSupplement)
	}
	if !e.Issue.Public {
		add(remarkInternal)
	}
	if s := e.Issue.Seal; s != nil {
		add(remarkSealed + s.Date.String() + "）")
	}
	for _, c := range e.Issue.Corrections {
		out = append(out, append(sheet.Plain(remarkCorrected+c.Date.String()+"）："), c.Text))
	}
	return out
}

// own returns what people wrote in a cell of an earlier catalogue: of 备注 what
// is none of our remarks, of 档号 what is none that we make.
func (y Year) own(head, text string) string {
	if head == heads[columnCode] {
		made := y.Filing.Code(y.Year, 1)
		if prefix := strings.TrimSuffix(made, bulletin.PieceText(1)); made != "" && strings.HasPrefix(text, prefix) {
			return ""
		}
		return text
	}
	for _, e := range y.Entries { // corrections may hold the mark between remarks
		for _, w := range e.remarks() {
			if s := w.String(); strings.HasPrefix(s, remarkCorrected) {
				text = strings.ReplaceAll(text, s, "")
			}
		}
	}
	var out []string
	for _, part := range strings.Split(text, remarkEnd) {
		part = strings.TrimSpace(part)
		switch {
		case part == "", part == remarkSupplement, part == remarkInternal:
		case strings.HasPrefix(part, remarkSealed), strings.HasPrefix(part, remarkCorrected):
		default:
			out = append(out, part)
		}
	}
	return strings.Join(out, remarkEnd)
}
