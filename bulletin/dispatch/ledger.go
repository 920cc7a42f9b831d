package dispatch

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/sheet"
)

// addresseesWidth is that of the column 发往机关, in characters of Latin.
const addresseesWidth = 60

// Ledger makes the 发文登记簿 of issues, which Distribute has counted: a row for
// each printing, by date. In a book to be looked at and printed, a list of
// recipients is no longer than its cell shows; elsewhere it is whole.
func Ledger(issues []*bulletin.Issue, printed bool) sheet.Data {
	longest := longestCell
	if printed {
		longest = sheet.Shown(addresseesWidth)
	}
	s := sheet.Data{
		Name:   "发文登记簿",
		Heads:  []string{"顺序号", "登记日期", "发文号", "密级", "文件标题", "发往机关", "份数", "份号起止", "存档份数", "余存份数", "签收人", "归卷情况", "备注"},
		Key:    []string{"登记日期", "发文号"},
		Hand:   []string{"签收人", "归卷情况", "备注"},
		Widths: []int{7, 15, 13, 12, 32, addresseesWidth, 6, 16, 9, 9, 9, 10, 18},
	}
	for _, issue := range issues {
		if issue.Distribution == nil {
			continue
		}
		for _, p := range issue.Distribution.Printings {
			s.Rows = append(s.Rows, ledgerRow(issue, p, longest))
		}
	}
	slices.SortStableFunc(s.Rows, func(a, b []any) int {
		return cmp.Compare(a[1].(bulletin.Date).ISO(), b[1].(bulletin.Date).ISO())
	})
	for i := range s.Rows {
		s.Rows[i][0] = i + 1
	}
	return s
}

func ledgerRow(issue *bulletin.Issue, p bulletin.Printing, longest int) []any {
	number := issue.NumberLine() + reprint(p)
	archive, rest := 0, 0
	for _, s := range p.Shares {
		switch {
		case s.Kept && s.Unit.Name.Text == "存档":
			archive += s.Copies
		case s.Kept && s.Unit.Name.Text != "领导":
			rest += s.Copies
		}
	}
	note := p.Remarks.Text
	return []any{
		0, p.Date, number, classification(issue), issue.Title(), addressees(p, longest), p.Total, Numbers(p.First, p.Last()),
		archive, rest, nil, nil, note,
	}
}

// longestCell is how many columns of text are in one cell at most; a workbook
// holds 32,767 characters.
const longestCell = 32_000

// addressees lists who gets copies as the issue prints it, collective names
// with the sum of their members. A list of more columns than longest ends with
// where the whole of it is.
func addressees(p bulletin.Printing, longest int) string {
	var names []string
	var sums []int
	for _, s := range p.Shares {
		name := s.Collective
		switch {
		case s.Copies == 0:
			continue
		case s.Kept && s.Unit.Name.Text == "领导":
			name = "本单位领导"
		case s.Kept:
			continue
		case name == "":
			name = s.Unit.Name.Text
		}
		if n := len(names); n > 0 && names[n-1] == name && s.Collective != "" {
			sums[n-1] += s.Copies
			continue
		}
		names, sums = append(names, name), append(sums, s.Copies)
	}
	var parts []string
	for i, name := range names {
		parts = append(parts, fmt.Sprintf("%s（%d份）", name, sums[i]))
	}
	if whole := strings.Join(parts, "、"); diag.Columns(whole) <= longest {
		return whole
	}
	text, rest := "", fmt.Sprintf("……共%d个单位，全部见分发明细", len(names))
	for i, part := range parts {
		if i > 0 {
			part = "、" + part
		}
		if longest -= diag.Columns(part); longest < diag.Columns(rest) {
			break
		}
		text += part
	}
	return text + rest
}

// DetailSheet is the same by recipient: a row for each share of each printing.
func DetailSheet(issues []*bulletin.Issue, o Options) sheet.Data {
	s := sheet.Data{
		Name: "分发明细",
		Heads: []string{"发文号", "日期", "印次", "序号", "名单", "收文单位", "所属统称", "类别", "路线", "份数", "份号起", "份号止", "封号",
			"地址", "联系人", "电话", "签收人", "签收时间", "备注"},
		Key:    []string{"发文号", "日期", "印次", "收文单位"},
		Hand:   []string{"签收人", "签收时间"},
		Widths: []int{12, 15, 7, 5, 9, 34, 22, 8, 16, 5, 8, 8, 5, 22, 9, 14, 9, 11, 18},
	}
	for _, issue := range issues {
		for _, j := range Jobs(issue, o) {
			for _, r := range j.everything() {
				s.Rows = append(s.Rows, j.detailRow(r))
			}
			o.Cover = j.NextCover()
		}
	}
	return s
}

func (j *Job) detailRow(r Row) []any {
	run := "首印"
	if j.Printing.Reprint > 0 {
		run = fmt.Sprintf("加印%d", j.Printing.Reprint)
	}
	u := r.Unit
	return []any{
		j.Issue.NumberLine(), j.Printing.Date, run, some(r.No), r.List, u.Name.Text, r.Collective, u.Kind.Text, u.Route.Text, r.Copies,
		sixDigits(r.First), sixDigits(r.Last()), some(r.Cover), u.Address.Text, u.Contact.Text, u.Phone.Text, nil, nil, u.Remarks.Text,
	}
}

// some is a number, or nothing for 0.
func some(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// sixDigits is a 份号, a text for its zeros.
func sixDigits(n int) any {
	if n == 0 {
		return nil
	}
	return fmt.Sprintf("%06d", n)
}
