package sheet

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/bulletin"
)

// Carried says what became of the cells of an earlier workbook that people wrote.
type Carried struct {
	Found int // filled in, in their rows
	Lost  int // whose rows are gone
	Other int // where the program puts something else now, which stays; only where Own tells them apart
}

// Carry fills in, in the rows of sheets, what people wrote by hand into an
// earlier workbook of them: who signed and when, where it was filed. An error
// says that the workbook cannot be read.
func Carry(sheets []Data, old []byte) (Carried, error) {
	var c Carried
	f, err := excelize.OpenReader(bytes.NewReader(old), excelize.Options{UnzipSizeLimit: largestBook, UnzipXMLSizeLimit: largestBook})
	if err != nil {
		return c, err
	}
	defer f.Close()
	for _, s := range sheets {
		if !slices.Contains(f.GetSheetList(), s.Name) {
			continue
		}
		rows, err := f.GetRows(s.Name)
		if err != nil {
			return Carried{}, err
		}
		raw, err := f.GetRows(s.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			return Carried{}, err
		}
		s.carry(rows, raw, &c)
	}
	return c, nil
}

// carry fills in one sheet from the rows of the earlier one as they are shown,
// the first its heads, and as they are stored.
func (s Data) carry(old, raw [][]string, c *Carried) {
	if len(old) == 0 {
		return
	}
	at := map[string][][]any{} // rows not yet met, by key
	for _, row := range s.Rows {
		key := s.key(s.Heads, func(i int) string { return shownCell(row[i]) })
		at[key] = append(at[key], row)
	}
	for n, cells := range old[1:] {
		key := s.key(old[0], func(i int) string { return cellAt(cells, i) })
		var row []any
		if rows := at[key]; len(rows) > 0 {
			row, at[key] = rows[0], rows[1:]
		}
		for _, head := range s.Hand {
			i := slices.Index(old[0], head)
			if text := cellAt(cells, i); text != "" {
				s.carryCell(row, head, day(text, cellAt(raw[n+1], i)), c)
			}
		}
	}
}

// carryCell fills in one cell of a row; row is nil when it is gone.
func (s Data) carryCell(row []any, head, text string, c *Carried) {
	own := text
	if s.Own != nil {
		own = s.Own(head, text)
	}
	if row == nil {
		if own != "" {
			c.Lost++
		}
		return
	}
	cell := &row[slices.Index(s.Heads, head)]
	made := shownCell(*cell)
	switch {
	case made == "":
		if own != "" {
			*cell = own
			c.Found++
		}
	case s.Own == nil || made == text:
	case slices.Contains(s.Join, head):
		if own != "" && !strings.Contains(made, own) {
			*cell = made + "；" + own
			c.Found++
		}
	default:
		c.Other++
	}
}

// cellAt is a cell of a row without the blanks around it; rows end with their
// last cell.
func cellAt(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[i])
}

// day is a text, or of a date that a workbook stores as a number and shows in
// the way of some language the day and time.
func day(shown, raw string) string {
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil || shown == raw || number < 20_000 || number > 90_000 {
		return shown
	}
	t, err := excelize.ExcelDateToTime(number, false)
	switch {
	case err != nil:
		return shown
	case number == math.Trunc(number):
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04")
}

// key is what tells a row from others: its cells under the heads of Key.
func (s Data) key(heads []string, cell func(int) string) string {
	var out []string
	for _, head := range s.Key {
		if i := slices.Index(heads, head); i >= 0 {
			out = append(out, cell(i))
		}
	}
	return strings.Join(out, "\n")
}

// shownCell is a value as a workbook shows it.
func shownCell(v any) string {
	if d, ok := v.(bulletin.Date); ok {
		return d.String()
	}
	return strings.TrimSpace(field(v))
}
