package dispatch

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// MissingGlyphs returns as findings the characters of a register that no face has, so
// that they are found before the day of dispatch. issue has the 版式 of the
// series.
func MissingGlyphs(reg *bulletin.Register, issue *bulletin.Issue, a *layout.Assets) diag.List {
	c := layout.NewComposer(issue, a, page.Meta{})
	set := func(role layout.Role, texts ...bulletin.Phrase) {
		for _, p := range texts {
			c.Line(layout.Type{Role: role, Size: sheet.TextSize}, page.Artifact, p)
		}
	}
	for _, u := range reg.Units {
		set(layout.FangSong, u.Name, u.Kind, u.Route, u.Address, u.Contact, u.Phone, u.Remarks)
		set(layout.FangSong, u.Members...)
		set(layout.BiaoSong, u.Name)
		set(layout.BiaoSong, u.Members...)
		set(layout.Hei, u.Route)
	}
	_, findings := c.Document()
	return findings
}
