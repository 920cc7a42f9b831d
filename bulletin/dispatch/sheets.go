package dispatch

import (
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// about is the lines below the name of a sheet: which issue, from whom, how
// many copies.
func (j *Job) about() [][2]words {
	p := j.Printing
	return [][2]words{
		{j.titleWords(), plain(p.Date.String())},
		{words{sender(j.Issue)}, plain(j.printed(unbroken(p.First, p.Last())))},
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

// The texts of columns.
func serial(r Row) words   { return plain(strconv.Itoa(r.No)) }
func list(r Row) words     { return plain(r.List) }
func unit(r Row) words     { return words{r.Unit.Name} }
func kind(r Row) words     { return words{r.Unit.Kind} }
func route(r Row) words    { return words{r.Unit.Route} }
func copies(r Row) words   { return plain(strconv.Itoa(r.Copies)) }
func numbers(r Row) words  { return plain(unbroken(r.First, r.Last())) }
func cover(r Row) words    { return plain(strconv.Itoa(r.Cover)) }
func remarks(r Row) words  { return words{r.Unit.Remarks} }
func nothing(Row) words    { return nil }
func fixed(w words) column { return column{text: func(Row) words { return w }} }

// belongs is the collective name the issue has for a recipient, and what the
// register remarks about it.
func belongs(r Row) words {
	switch {
	case r.Collective == "":
		return remarks(r)
	case r.Unit.Remarks.Text == "":
		return plain("属" + r.Collective)
	}
	return append(plain("属"+r.Collective+"；"), r.Unit.Remarks)
}

// has reports whether any row has a text in a column.
func has(rows []Row, text func(Row) words) bool {
	for _, r := range rows {
		if !text(r).empty() {
			return true
		}
	}
	return false
}

// cells are the texts of a row in columns.
func cells(columns []column, r Row) []words {
	out := make([]words, len(columns))
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
	var lines []line
	total := 0
	for i, p := range printings {
		if i > 0 {
			lines = append(lines, line{across: p.heading(), bold: true})
		}
		lines = append(lines, p.detailLines(columns)...)
		total += p.Printing.Total
	}
	if len(printings) > 1 {
		lines = append(lines, sumLine(columns, "累计", total))
	}
	t := &table{Composer: j.composer(a, "分发明细表"), columns: columns, width: a4Short, height: a4Long, title: "分发明细表", about: j.about()}
	t.set(lines)
	return t.Document()
}

// detailColumns leaves out the columns that no row has anything in.
func detailColumns(rows []Row) []column {
	columns := []column{
		{head: "序号", width: 11 * page.Mm, align: layout.Centre, text: func(r Row) words {
			if r.Kept {
				return nil
			}
			return serial(r)
		}},
		{head: "名单", width: 14 * page.Mm, align: layout.Centre, text: list},
		{head: "收文单位", width: 36 * page.Mm, grow: 3, text: unit},
	}
	if has(rows, kind) {
		columns = append(columns, column{head: "类别", width: 14 * page.Mm, align: layout.Centre, text: kind})
	}
	if has(rows, route) {
		columns = append(columns, column{head: "路线", width: 22 * page.Mm, grow: 1, text: route})
	}
	columns = append(columns, column{head: "份数", width: 11 * page.Mm, align: layout.Centre, text: copies})
	if has(rows, numbers) {
		columns = append(columns, column{head: "份号", width: 25 * page.Mm, align: layout.Centre, size: numbersSize, text: numbers})
	}
	return append(columns, column{head: "备注", width: 20 * page.Mm, grow: 2, text: belongs})
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
func (j *Job) heading() words {
	w := plain("加印　" + j.Printing.Date.String())
	if j.Printing.Remarks.Text != "" {
		w = append(append(w, plain("　")...), j.Printing.Remarks)
	}
	return w
}

// detailLines is the rows of one printing and their sums.
func (j *Job) detailLines(columns []column) []line {
	var lines []line
	for _, r := range j.rows {
		lines = append(lines, line{cells: cells(columns, r)})
	}
	recipients := bulletin.Sum(j.Printing.Recipients())
	lines = append(lines, sumLine(columns, "收文单位合计", recipients))
	kept := j.everything()[len(j.rows):]
	for _, r := range kept {
		lines = append(lines, line{cells: cells(columns, r)})
	}
	if len(kept) > 0 {
		lines = append(lines, sumLine(columns, "印数", j.Printing.Total))
	}
	return lines
}

// sumLine is a row with a sum below the copies.
func sumLine(columns []column, label string, n int) line {
	l := line{cells: make([]words, len(columns)), bold: true}
	for i, c := range columns {
		switch c.head {
		case "收文单位":
			l.cells[i] = plain(label)
		case "份数":
			l.cells[i] = plain(strconv.Itoa(n))
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
		{head: "序号", width: 11 * page.Mm, align: layout.Centre, text: serial},
		{head: "收文单位", width: 60 * page.Mm, grow: 4, text: unit},
		{head: "文件名称、期号", width: 38 * page.Mm, text: fixed(append(append(words{}, j.Issue.Name...), plain(number)...)).text},
		{head: "密级", width: 22 * page.Mm, align: layout.Centre, text: fixed(words(j.Issue.Classification).spaced()).text},
		{head: "份数", width: 11 * page.Mm, align: layout.Centre, text: copies},
		{head: "份号起止", width: 25 * page.Mm, align: layout.Centre, size: numbersSize, text: numbers},
		{head: "签收人", width: 27 * page.Mm, text: nothing},
		{head: "签收时间", width: 27 * page.Mm, text: nothing},
		{head: "备注", width: 22 * page.Mm, grow: 1, text: remarks},
	}
	return j.signed(a, "签收单", columns)
}

// spaced puts a blank between phrases.
func (w words) spaced() words {
	var out words
	for i, p := range w {
		if i > 0 {
			out = append(out, bulletin.Phrase{Text: " "})
		}
		out = append(out, p)
	}
	return out
}

// Mail makes a page of the 送文簿: one line for each envelope.
func (j *Job) Mail(a *layout.Assets) (*page.Document, diag.List) {
	day := strconv.Itoa(j.Printing.Date.Month) + "月" + strconv.Itoa(j.Printing.Date.Day) + "日"
	sort := words(j.Issue.Classification).spaced()
	if j.Urgent {
		sort = append(plain("急件\n"), sort...)
	}
	columns := []column{
		{head: "发文月日", width: 19 * page.Mm, align: layout.Centre, text: fixed(plain(day)).text},
		{head: "封号", width: 13 * page.Mm, align: layout.Centre, text: cover},
		{head: "发往机关", width: 60 * page.Mm, grow: 4, text: unit},
		{head: "文别", width: 31 * page.Mm, align: layout.Centre, size: numbersSize, text: fixed(sort).text},
		{head: "发送方式", width: 30 * page.Mm, grow: 1, text: route},
		{head: "份数", width: 11 * page.Mm, align: layout.Centre, text: copies},
		{head: "签收人", width: 26 * page.Mm, text: nothing},
		{head: "签收日时", width: 26 * page.Mm, text: nothing},
		{head: "备注", width: 22 * page.Mm, grow: 1, text: remarks},
	}
	return j.signed(a, "送文簿", columns)
}

// signed makes a sheet across A4 with room to sign in every row.
func (j *Job) signed(a *layout.Assets, what string, columns []column) (*page.Document, diag.List) {
	t := &table{Composer: j.composer(a, what), columns: columns, width: a4Long, height: a4Short, title: what, about: j.about()}
	rows := j.served()
	var lines []line
	for _, r := range rows {
		lines = append(lines, line{cells: cells(columns, r), least: signingHeight})
	}
	sum := sumLine(columns, "", bulletin.Sum(j.Printing.Recipients()))
	sum.cells[t.named("收文单位", "发往机关")] = plain("合计 " + strconv.Itoa(len(rows)) + " 个单位")
	t.set(append(lines, sum))
	return t.Document()
}

// named returns the index of the first column with one of the heads.
func (t *table) named(heads ...string) int {
	for i, c := range t.columns {
		for _, h := range heads {
			if c.head == h {
				return i
			}
		}
	}
	return 0
}
