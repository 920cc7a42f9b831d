package catalog

import (
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// Pages sets a catalogue for print: a cover, and the table over as many pages of
// A4 across as it needs. data is Sheet, with what people wrote into it. style is
// an issue whose 版式 is that of the series. Findings are the characters that no
// face has; with errors among them the document is not to be used.
func (y Year) Pages(style *bulletin.Issue, a *layout.Assets, data sheet.Data) (*page.Document, diag.List) {
	c := layout.NewComposer(style, a, page.Meta{
		Title: y.name() + data.Name + " " + strconv.Itoa(y.Year) + "年", Author: y.keeper().String(), Subject: data.Name, Date: data.Date.ISO(),
	})
	y.cover(c, data.Name)
	t := &sheet.Table{Composer: c, Columns: columns(), Width: sheet.A4Long, Height: sheet.A4Short, Title: data.Name, About: y.about()}
	t.Set(y.lines(data))
	d, findings := c.Document()
	d.Outline = append(d.Outline, page.Bookmark{Title: data.Name, Page: 1}) // behind the cover
	return d, findings
}

// columns are those of the printed table.
func columns() []sheet.Column {
	out := []sheet.Column{
		columnNo:             {Width: 11 * page.Mm, Align: layout.Centre},
		columnCode:           {Width: 36 * page.Mm, Grow: 1, Align: layout.Centre, Size: sheet.SmallSize},
		columnNumber:         {Width: 18 * page.Mm, Grow: 1, Align: layout.Centre},
		columnOffice:         {Width: 30 * page.Mm},
		columnTitle:          {Width: 66 * page.Mm, Grow: 2, Prose: true},
		columnDate:           {Width: 20 * page.Mm, Align: layout.Centre},
		columnClassification: {Width: 18 * page.Mm, Grow: 1, Align: layout.Centre},
		columnPages:          {Width: 11 * page.Mm, Align: layout.Centre},
		columnRemarks:        {Width: 32 * page.Mm, Grow: 1, Prose: true},
	}
	for i := range out {
		out[i].Head = heads[i]
	}
	return out
}

// lines are the rows of the table; a text that is still ours keeps its places in
// the sources.
func (y Year) lines(data sheet.Data) []sheet.Line {
	var lines []sheet.Line
	for n, e := range y.Entries {
		cells := e.cells()
		for i := range cells {
			if text, ok := data.Rows[n][i].(string); ok && text != cells[i].String() {
				cells[i] = sheet.Plain(text)
			}
		}
		lines = append(lines, sheet.Line{Cells: cells[:]})
	}
	return lines
}

// name is that of the bulletin.
func (y Year) name() string {
	if len(y.Entries) == 0 {
		return ""
	}
	return y.Entries[0].Issue.FullName()
}

// keeper is whose files these are: the 全宗, or while nobody said so the office
// that issues the bulletin.
func (y Year) keeper() sheet.Words {
	if y.Filing.FondsName.Text != "" {
		return sheet.Words{y.Filing.FondsName}
	}
	if len(y.Entries) == 0 {
		return nil
	}
	return between(y.Entries[0].Issue.Signing(), "、")
}

// about is the line below the name of the table: whose files, and which.
func (y Year) about() [][2]sheet.Words {
	f := y.Filing
	left := y.keeper()
	if f.Fonds.Text != "" {
		left = append(append(sheet.Plain("全宗号："), f.Fonds, bulletin.Phrase{Text: "　"}), left...)
	}
	right := sheet.Plain(strconv.Itoa(y.Year) + "年度")
	if f.Retention != "" {
		right = append(right, sheet.Plain("　"+f.Retention)...)
	}
	if class := y.class(); !class.Empty() {
		right = append(append(right, bulletin.Phrase{Text: "　"}), class...)
	}
	return [][2]sheet.Words{{left, right}}
}

// class is the 机构（问题）: its name, or while nobody said that its code.
func (y Year) class() sheet.Words {
	if y.Filing.ClassName.Text != "" {
		return sheet.Words{y.Filing.ClassName}
	}
	return sheet.Words{y.Filing.Class}
}
