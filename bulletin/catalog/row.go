package catalog

import (
	"fmt"
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/sheet"
)

// The columns of a 归档文件目录 (DA/T 22-2015), by their places.
const (
	columnNo = iota
	columnCode
	columnNumber
	columnOffice
	columnTitle
	columnDate
	columnClassification
	columnPages
	columnRemarks
)

// heads are those of the columns.
var heads = [...]string{"序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"}

// cells returns the texts of an entry in the columns.
func (e Entry) cells() [len(heads)]sheet.Words {
	issue := e.Issue
	return [...]sheet.Words{
		columnNo:             sheet.Plain(strconv.Itoa(e.No)),
		columnCode:           sheet.Plain(e.Code),
		columnNumber:         {{Text: number(issue), At: issue.NumberForm.At}},
		columnOffice:         between(issue.Signing(), "、"),
		columnTitle:          title(issue),
		columnDate:           sheet.Plain(day(issue.Date)),
		columnClassification: sheet.Words(issue.Classification).Spaced(),
		columnPages:          sheet.Plain(strconv.Itoa(e.Pages)),
		columnRemarks:        joined(e.remarks(), remarkEnd),
	}
}

// number is the 文号 of an issue: its 期号 as printed, with the 总期号.
func number(issue *bulletin.Issue) string { return issue.NumberLine() + issue.TotalLine() }

// day is a date of eight digits.
func day(d bulletin.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// title is the 题名: name and 期号 of the bulletin and its main titles.
func title(issue *bulletin.Issue) sheet.Words {
	var w sheet.Words
	w = append(append(w, issue.Above...), issue.Name...)
	w = append(w, bulletin.Phrase{Text: issue.NumberLine(), At: issue.NumberForm.At})
	titles := between(issue.Titles(), "；")
	if len(titles) > 0 {
		w = append(w, bulletin.Phrase{Text: "："})
	}
	return append(w, titles...)
}

// between returns phrases with a mark between them.
func between(list []bulletin.Phrase, mark string) sheet.Words {
	var texts []sheet.Words
	for _, p := range list {
		texts = append(texts, sheet.Words{p})
	}
	return joined(texts, mark)
}

// joined returns texts with a mark between them.
func joined(texts []sheet.Words, mark string) sheet.Words {
	var w sheet.Words
	for i, t := range texts {
		if i > 0 {
			w = append(w, bulletin.Phrase{Text: mark})
		}
		w = append(w, t...)
	}
	return w
}

// Sheet returns a catalogue as data. 档号 and 备注 may be written by hand.
func (y Year) Sheet() sheet.Data {
	s := sheet.Data{
		Name:   "归档文件目录",
		Heads:  heads[:],
		Widths: []int{6, 27, 14, 24, 60, 11, 14, 6, 26},
		Key:    []string{heads[columnNumber], heads[columnDate]},
		Hand:   []string{heads[columnCode], heads[columnRemarks]},
		Join:   []string{heads[columnRemarks]},
		Own:    y.own,
	}
	for _, e := range y.Entries {
		var row []any
		for i, w := range e.cells() {
			switch i {
			case columnNo:
				row = append(row, e.No)
			case columnPages:
				row = append(row, e.Pages)
			default:
				row = append(row, w.String())
			}
		}
		s.Rows = append(s.Rows, row)
		s.Date = e.Issue.Date // that of the last
	}
	return s
}
