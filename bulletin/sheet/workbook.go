package sheet

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// Workbook returns sheets as an Office Open XML workbook: heads that stay in
// sight and are printed on each page, landscape A4 as wide as the paper. creator
// is the name of the program. The same sheets give the same bytes.
func Workbook(creator string, sheets ...Data) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	day := newest(sheets) + "T00:00:00Z"
	if err := f.SetDocProps(&excelize.DocProperties{Title: sheets[0].Name, Creator: creator, Identifier: unsealed, LastModifiedBy: creator, Created: day, Modified: day}); err != nil {
		return nil, err
	}
	for i, s := range sheets {
		var err error
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err != nil {
			return nil, err
		}
		if err := writeSheet(f, s); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return repacked(data.Bytes())
}

// newest is the last day that sheets speak of, which stands for that on which
// they were made: nobody's clock is looked at.
func newest(sheets []Data) string {
	day := "1980-01-01"
	for _, s := range sheets {
		if s.Date != (bulletin.Date{}) {
			day = max(day, s.Date.ISO())
			continue
		}
		for _, row := range s.Rows {
			for _, v := range row {
				if d, ok := v.(bulletin.Date); ok {
					day = max(day, d.ISO())
				}
			}
		}
	}
	return day
}

// styles of cells.
type styles struct{ head, text, number, date int }

func newStyles(f *excelize.File) (styles, error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	font := func(bold bool) *excelize.Font { return &excelize.Font{Family: "宋体", Size: 11, Bold: bold} }
	day := `yyyy\年m\月d\日` // not with quotes: that is the built-in format 31, which means another thing in another language
	var s styles
	for _, k := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Border: border, Font: font(true), Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&s.text, excelize.Style{Border: border, Font: font(false), NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
		{&s.number, excelize.Style{Border: border, Font: font(false), NumFmt: 1, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}}},
		{&s.date, excelize.Style{Border: border, Font: font(false), CustomNumFmt: &day, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}}},
	} {
		id, err := f.NewStyle(&k.style)
		if err != nil {
			return s, err
		}
		*k.to = id
	}
	return s, nil
}

// writeSheet fills one sheet.
func writeSheet(f *excelize.File, s Data) error {
	if err := printed(f, s); err != nil { // before any row: a writer of rows has written what stands above them
		return err
	}
	st, err := newStyles(f)
	if err != nil {
		return err
	}
	w, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for i, width := range s.Widths {
		if err := w.SetColWidth(i+1, i+1, float64(width)); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	heads := make([]any, len(s.Heads))
	for i, h := range s.Heads {
		heads[i] = excelize.Cell{StyleID: st.head, Value: h}
	}
	if err := w.SetRow("A1", heads, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	for i, row := range s.Rows {
		cells := make([]any, len(row))
		for k, v := range row {
			cells[k] = st.cell(v)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), cells, excelize.RowOpts{Height: rowHeight(s, row)}); err != nil {
			return err
		}
	}
	return w.Flush()
}

// cell is a value with its style. Dates are numbers to a workbook, days from
// the end of 1899, so that it can sort and filter by them.
func (st styles) cell(v any) excelize.Cell {
	switch v := v.(type) {
	case int:
		return excelize.Cell{StyleID: st.number, Value: v}
	case bulletin.Date:
		day := time.Date(v.Year, time.Month(v.Month), v.Day, 0, 0, 0, 0, time.UTC)
		epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		return excelize.Cell{StyleID: st.date, Value: int(day.Sub(epoch).Hours() / 24)}
	case string:
		return excelize.Cell{StyleID: st.text, Value: v}
	}
	return excelize.Cell{StyleID: st.text}
}

// Measures of rows, in points: of a line of text, of the white of a row, and of
// the highest row that a workbook allows.
const (
	lineHeight = 15
	rowWhite   = 5
	mostHeight = 409
)

// rowHeight makes room for what wraps; no row is higher than a workbook allows.
func rowHeight(s Data, row []any) float64 {
	lines := 1
	for i, v := range row {
		if text, ok := v.(string); ok {
			lines = max(lines, linesOf(diag.Columns(text), s.Widths[i]))
		}
	}
	return float64(min(lineHeight*lines+rowWhite, mostHeight))
}

// linesOf is how many lines a text of some columns takes in a column of a width:
// of 11 pt Han, each 15 dots of a screen wide, the column 7 dots a character and
// 5 more. Of ten lines one more is lost to marks that may not begin a line.
func linesOf(columns, width int) int {
	perLine := max((7*width+5)/15*2, 2)
	lines := (columns + perLine - 1) / perLine
	return lines + lines/10
}

// Shown returns how many columns of text a cell of a width shows in the highest
// row that a workbook allows; more would be cut.
func Shown(width int) int {
	columns := 0
	for lineHeight*linesOf(columns+1, width)+rowWhite <= mostHeight {
		columns++
	}
	return columns
}

// printed sets how a sheet is printed.
func printed(f *excelize.File, s Data) error {
	yes, landscape, a4, wide, high := true, "landscape", 9, 1, 0
	if err := f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	side, edge, line := 0.4, 0.6, 0.3 // inches; a line in the white at head and foot stays where printers reach
	if err := f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &line, Footer: &line}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddHeader: "&C&14&A", OddFooter: "&C第&P页 共&N页"}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.Name + "'!$1:$1", Scope: s.Name})
}
