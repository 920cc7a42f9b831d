package catalog

import (
	"strconv"

	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// Measures of the cover (practice): the name of the catalogue large in the upper
// half, below it what it is the catalogue of, each on a line that a person can
// write on where nobody said it.
const (
	coverTitle = 36 * page.Pt // 小初
	coverText  = 18 * page.Pt // 小二
	coverTop   = 38 * page.Mm // of the title
	coverGap   = 26 * page.Mm // from the title to the first line
	coverPitch = 16 * page.Mm // from line to line
	coverLeft  = 66 * page.Mm // of the labels
	coverLabel = 44 * page.Mm // their room
	coverLine  = 126 * page.Mm
	coverUnder = 2 * page.Mm // from a text to its line
)

// coverClass is the label of the 机构（问题）, which an office that files by year
// and 保管期限 only has none of.
const coverClass = "机构（问题）"

// cover adds the cover of a catalogue (DA/T 22-2015).
func (y Year) cover(c *layout.Composer, name string) {
	p := c.Page(sheet.A4Long, sheet.A4Short)
	c.Bookmark("封面", 0)
	b := c.Lines(layout.Type{Role: layout.BiaoSong, Size: coverTitle}, c.Node(page.RoleHeading, 0), sheet.A4Long, sheet.Plain(name)...)
	p.Items = append(p.Items, c.Items(b, 0, coverTop, sheet.A4Long, layout.Centre)...)
	f := y.Filing
	top := coverTop + b.Height() + coverGap
	for _, l := range []struct {
		label string
		text  sheet.Words
	}{
		{"全宗号", sheet.Words{f.Fonds}},
		{"全宗名称", sheet.Words{f.FondsName}},
		{"年度", sheet.Plain(strconv.Itoa(y.Year))},
		{"保管期限", sheet.Plain(f.Retention)},
		{coverClass, y.class()},
	} {
		if l.label == coverClass && f.Unclassed {
			continue
		}
		node := c.Node(page.RoleParagraph, 0)
		label := c.Line(layout.Type{Role: layout.Hei, Size: coverText}, node, sheet.Plain(l.label)...)
		text := c.Lines(layout.Type{Role: layout.FangSong, Size: coverText}, node, coverLine, l.text...)
		items := c.Items(label, coverLeft, top, coverLabel, layout.Left)
		items = append(items, c.Items(text, coverLeft+coverLabel, top, coverLine, layout.Left)...)
		p.Items = append(p.Items, c.Row(items)...)
		foot := top + max(label.Height(), text.Height()) + coverUnder
		p.Items = append(p.Items, sheet.RuleOn(coverLeft+coverLabel, foot, coverLine, 0, false))
		top += max(label.Height(), text.Height()) - coverText + coverPitch
	}
}
