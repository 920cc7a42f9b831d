package dispatch

import (
	"slices"
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// about is the lines below the name of a sheet: which issue, from whom, how
// many copies.
func (j *Job) about() [][2]sheet.Words {
	p := j.Printing
	return [][2]sheet.Words{
		{j.titleWords(), sheet.Plain(p.Date.String())},
		{sheet.Words{sender(j.Issue)}, sheet.Plain(j.printed(unbroken(p.First, p.Last())))},
	}
}

// printed says how many copies there are, and their numbers, if they have any.
func (j *Job) printed(numbers string) string {
	text := "印数 "
	if j.Printing.Reprint > 0 {
		text = "加印 "
	}
	text += strconv.Itoa(j.Printing.Total) + " 份"
	if numbers != "" {
		text += "　份号 " + numbers
	}
	return text
}

// signingHeight is that of a row that is signed, with a pen (practice).
const signingHeight = 11 * page.Mm

// A column is one of a table of rows.
type column struct {
	sheet.Column
	text func(Row) sheet.Words
}

// The texts of columns.
func serial(r Row) sheet.Words   { return sheet.Plain(strconv.Itoa(r.No)) }
func list(r Row) sheet.Words     { return sheet.Plain(r.List) }
func unit(r Row) sheet.Words     { return sheet.Words{r.Unit.Name} }
func kind(r Row) sheet.Words     { return sheet.Words{r.Unit.Kind} }
func route(r Row) sheet.Words    { return sheet.Words{r.Unit.Route} }
func copies(r Row) sheet.Words   { return sheet.Plain(strconv.Itoa(r.Copies)) }
func numbers(r Row) sheet.Words  { return sheet.Plain(unbroken(r.First, r.Last())) }
func cover(r Row) sheet.Words    { return sheet.Plain(strconv.Itoa(r.Cover)) }
func remarks(r Row) sheet.Words  { return sheet.Words{r.Unit.Remarks} }
func nothing(Row) sheet.Words    { return nil }
func fixed(w sheet.Words) column { return column{text: func(Row) sheet.Words { return w }} }

// belongs is the collective name the issue has for a recipient, and what the
// register remarks about it.
func belongs(r Row) sheet.Words {
	switch {
	case r.Collective == "":
		return remarks(r)
	case r.Unit.Remarks.Text == "":
		return sheet.Plain("属" + r.Collective)
	}
	return append(sheet.Plain("属"+r.Collective+"；"), r.Unit.Remarks)
}

// plainColumns are columns without what fills them.
func plainColumns(columns []column) []sheet.Column {
	var out []sheet.Column
	for _, c := range columns {
		out = append(out, c.Column)
	}
	return out
}

// has reports whether any row has a text in a column.
func has(rows []Row, text func(Row) sheet.Words) bool {
	for _, r := range rows {
		if !text(r).Empty() {
			return true
		}
	}
	return false
}

// cells are the texts of a row in columns.
func cells(columns []column, r Row) []sheet.Words {
	out := make([]sheet.Words, len(columns))
	for i, c := range columns {
		out[i] = c.text(r)
	}
	return out
}

// Details makes the 分发明细表: every recipient with its copies and their
// numbers, what is kept, the sum; and the reprints.
func (j *Job) Details(a *layout.Assets) (*page.Document, diag.List) {
	printings := []*Job{j}
	if j.Reprint == 0 {
		printings = Jobs(j.Issue, j.Options)
	}
	var all []Row
	for _, p := range printings {
		all = append(all, p.everything()...)
	}
	columns := detailColumns(all)
	var lines []sheet.Line
	total := 0
	for i, p := range printings {
		if i > 0 {
			lines = append(lines, sheet.Line{Across: p.heading(), Bold: true})
		}
		lines = append(lines, p.detailLines(columns)...)
		total += p.Printing.Total
	}
	if len(printings) > 1 {
		lines = append(lines, sumLine(columns, "累计", total))
	}
	t := &sheet.Table{Composer: j.composer(a, "分发明细表"), Columns: plainColumns(columns), Width: sheet.A4Short, Height: sheet.A4Long, Title: "分发明细表", About: j.about()}
	t.Set(lines)
	return t.Document()
}

// detailColumns leaves out the columns that no row has anything in.
func detailColumns(rows []Row) []column {
	columns := []column{
		{Column: sheet.Column{Head: "序号", Width: 11 * page.Mm, Align: layout.Centre}, text: func(r Row) sheet.Words {
			if r.Kept {
				return nil
			}
			return serial(r)
		}},
		{Column: sheet.Column{Head: "名单", Width: 14 * page.Mm, Align: layout.Centre}, text: list},
		{Column: sheet.Column{Head: "收文单位", Width: 36 * page.Mm, Grow: 3}, text: unit},
	}
	if has(rows, kind) {
		columns = append(columns, column{Column: sheet.Column{Head: "类别", Width: 14 * page.Mm, Align: layout.Centre}, text: kind})
	}
	if has(rows, route) {
		columns = append(columns, column{Column: sheet.Column{Head: "路线", Width: 22 * page.Mm, Grow: 1}, text: route})
	}
	columns = append(columns, column{Column: sheet.Column{Head: "份数", Width: 11 * page.Mm, Align: layout.Centre}, text: copies})
	if has(rows, numbers) {
		columns = append(columns, column{Column: sheet.Column{Head: "份号", Width: 25 * page.Mm, Align: layout.Centre, Size: sheet.SmallSize}, text: numbers})
	}
	return append(columns, column{Column: sheet.Column{Head: "备注", Width: 20 * page.Mm, Grow: 2}, text: belongs})
}

// everything is the recipients and what is kept.
func (j *Job) everything() []Row {
	rows := j.rows[:len(j.rows):len(j.rows)]
	for _, s := range j.Printing.Shares[len(j.Printing.Recipients()):] {
		rows = append(rows, Row{Share: s})
	}
	return rows
}

// heading says which reprint follows.
func (j *Job) heading() sheet.Words {
	w := sheet.Plain("加印　" + j.Printing.Date.String())
	if j.Printing.Remarks.Text != "" {
		w = append(append(w, sheet.Plain("　")...), j.Printing.Remarks)
	}
	return w
}

// detailLines is the rows of one printing and their sums.
func (j *Job) detailLines(columns []column) []sheet.Line {
	var lines []sheet.Line
	for _, r := range j.rows {
		lines = append(lines, sheet.Line{Cells: cells(columns, r)})
	}
	recipients := bulletin.Sum(j.Printing.Recipients())
	lines = append(lines, sumLine(columns, "收文单位合计", recipients))
	kept := j.everything()[len(j.rows):]
	for _, r := range kept {
		lines = append(lines, sheet.Line{Cells: cells(columns, r)})
	}
	if len(kept) > 0 {
		lines = append(lines, sumLine(columns, "印数", j.Printing.Total))
	}
	return lines
}

// sumLine is a row with a sum below the copies.
func sumLine(columns []column, label string, n int) sheet.Line {
	l := sheet.Line{Cells: make([]sheet.Words, len(columns)), Bold: true}
	for i, c := range columns {
		switch c.Head {
		case "收文单位":
			l.Cells[i] = sheet.Plain(label)
		case "份数":
			l.Cells[i] = sheet.Plain(strconv.Itoa(n))
		}
	}
	return l
}

// Receipt makes the 签收单: one sheet for the whole printing, with room to sign.
func (j *Job) Receipt(a *layout.Assets) (*page.Document, diag.List) {
	number := j.Issue.NumberLine()
	if number == "" {
		number = j.Issue.Date.String()
	}
	number += reprint(j.Printing)
	columns := []column{
		{Column: sheet.Column{Head: "序号", Width: 11 * page.Mm, Align: layout.Centre}, text: serial},
		{Column: sheet.Column{Head: "收文单位", Width: 60 * page.Mm, Grow: 4}, text: unit},
		{Column: sheet.Column{Head: "文件名称、期号", Width: 38 * page.Mm}, text: fixed(append(append(sheet.Words{}, j.Issue.Name...), sheet.Plain(number)...)).text},
		{Column: sheet.Column{Head: "密级", Width: 22 * page.Mm, Align: layout.Centre}, text: fixed(sheet.Words(j.Issue.Classification).Spaced()).text},
		{Column: sheet.Column{Head: "份数", Width: 11 * page.Mm, Align: layout.Centre}, text: copies},
		{Column: sheet.Column{Head: "份号起止", Width: 25 * page.Mm, Align: layout.Centre, Size: sheet.SmallSize}, text: numbers},
		{Column: sheet.Column{Head: "签收人", Width: 27 * page.Mm}, text: nothing},
		{Column: sheet.Column{Head: "签收时间", Width: 27 * page.Mm}, text: nothing},
		{Column: sheet.Column{Head: "备注", Width: 22 * page.Mm, Grow: 1}, text: remarks},
	}
	return j.signed(a, "签收单", columns)
}

// Mail makes a page of the 送文簿: one line for each envelope.
func (j *Job) Mail(a *layout.Assets) (*page.Document, diag.List) {
	day := strconv.Itoa(j.Printing.Date.Month) + "月" + strconv.Itoa(j.Printing.Date.Day) + "日"
	sort := sheet.Words(j.Issue.Classification).Spaced()
	if j.Urgent {
		sort = append(sheet.Plain("急件\n"), sort...)
	}
	columns := []column{
		{Column: sheet.Column{Head: "发文月日", Width: 19 * page.Mm, Align: layout.Centre}, text: fixed(sheet.Plain(day)).text},
		{Column: sheet.Column{Head: "封号", Width: 13 * page.Mm, Align: layout.Centre}, text: cover},
		{Column: sheet.Column{Head: "发往机关", Width: 60 * page.Mm, Grow: 4}, text: unit},
		{Column: sheet.Column{Head: "文别", Width: 31 * page.Mm, Align: layout.Centre, Size: sheet.SmallSize}, text: fixed(sort).text},
		{Column: sheet.Column{Head: "发送方式", Width: 30 * page.Mm, Grow: 1}, text: route},
		{Column: sheet.Column{Head: "份数", Width: 11 * page.Mm, Align: layout.Centre}, text: copies},
		{Column: sheet.Column{Head: "签收人", Width: 26 * page.Mm}, text: nothing},
		{Column: sheet.Column{Head: "签收日时", Width: 26 * page.Mm}, text: nothing},
		{Column: sheet.Column{Head: "备注", Width: 22 * page.Mm, Grow: 1}, text: remarks},
	}
	return j.signed(a, "送文簿", columns)
}

// signed makes a sheet across A4 with room to sign in every row.
func (j *Job) signed(a *layout.Assets, what string, columns []column) (*page.Document, diag.List) {
	t := &sheet.Table{Composer: j.composer(a, what), Columns: plainColumns(columns), Width: sheet.A4Long, Height: sheet.A4Short, Title: what, About: j.about()}
	rows := j.served()
	var lines []sheet.Line
	for _, r := range rows {
		lines = append(lines, sheet.Line{Cells: cells(columns, r), Least: signingHeight})
	}
	sum := sumLine(columns, "", bulletin.Sum(j.Printing.Recipients()))
	sum.Cells[named(columns, "收文单位", "发往机关")] = sheet.Plain("合计 " + strconv.Itoa(len(rows)) + " 个单位")
	t.Set(append(lines, sum))
	return t.Document()
}

// named returns the index of the first column with one of the heads.
func named(columns []column, heads ...string) int {
	return slices.IndexFunc(columns, func(c column) bool { return slices.Contains(heads, c.Head) })
}
