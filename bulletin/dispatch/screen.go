package dispatch

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// Print writes the table of who gets which copy for a terminal, where a Han is
// two columns wide.
func (j *Job) Print(w io.Writer) error {
	p := j.Printing
	head := j.title() + "　" + p.Date.String() + "　" + j.printed(span(p.First, p.Last()))
	rows := [][]string{{"序号", "名单", "收文单位", "份数", "份号", "路线", "备注"}}
	for _, r := range j.everything() {
		no := ""
		if !r.Kept {
			no = strconv.Itoa(r.No)
		}
		note := ""
		for _, piece := range belongs(r) {
			note += piece.Text
		}
		rows = append(rows, []string{no, r.List, r.Unit.Name.Text, strconv.Itoa(r.Copies), span(r.First, r.Last()), r.Unit.Route.Text, note})
	}
	rows = append(rows, []string{"", "", fmt.Sprintf("收文单位 %d 个", len(j.served())), strconv.Itoa(bulletin.Sum(p.Recipients())), "", "", ""},
		[]string{"", "", "印数", strconv.Itoa(p.Total), span(p.First, p.Last()), "", ""})
	_, err := io.WriteString(w, head+"\n"+aligned(rows))
	return err
}

// span is a range of numbers with a dash that is one column wide everywhere.
func span(first, last int) string { return strings.Replace(Numbers(first, last), "—", "-", 1) }

// aligned puts rows in columns; those with nothing but a head are left out.
// Numbers end at the right of the columns of 序号 and 份数.
func aligned(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows[1:] {
		for i, cell := range row {
			widths[i] = max(widths[i], diag.Columns(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			width := max(widths[i], diag.Columns(rows[0][i]))
			pad := strings.Repeat(" ", width-diag.Columns(cell))
			if i == 0 || i == 3 {
				line.WriteString(pad + cell)
			} else {
				line.WriteString(cell + pad)
			}
			line.WriteString("  ")
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
