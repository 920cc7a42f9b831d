package dispatch

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/bulletin"
)

// ErrHandwritten says that an earlier workbook has, in a column that is filled
// in by hand, what finds no row in the new one.
var ErrHandwritten = errors.New("handwritten cells without a row")

// largestBook is how large an earlier workbook may be unpacked, in bytes.
const largestBook = 200 << 20

// Carry puts into sheets what people wrote by hand into an earlier workbook of
// them: who signed and when, where it was filed, remarks. An error is
// ErrHandwritten, or says that the old workbook cannot be read.
func Carry(sheets []Sheet, old []byte) error {
	f, err := excelize.OpenReader(bytes.NewReader(old), excelize.Options{UnzipSizeLimit: largestBook, UnzipXMLSizeLimit: largestBook})
	if err != nil {
		return err
	}
	defer f.Close()
	for _, s := range sheets {
		if !slices.Contains(f.GetSheetList(), s.Name) {
			continue
		}
		rows, err := f.GetRows(s.Name)
		if err != nil {
			return err
		}
		if err := s.carry(rows); err != nil {
			return err
		}
	}
	return nil
}

// carry fills in one sheet from the rows of the earlier one, the first its heads.
func (s Sheet) carry(old [][]string) error {
	if len(old) == 0 {
		return nil
	}
	at := map[string][][]any{} // rows not yet met, by key
	for _, row := range s.Rows {
		key := s.key(s.Heads, func(i int) string { return shownCell(row[i]) })
		at[key] = append(at[key], row)
	}
	for _, cells := range old[1:] {
		cell := func(i int) string {
			if i < 0 || i >= len(cells) {
				return ""
			}
			return strings.TrimSpace(cells[i])
		}
		written := map[int]string{}
		for _, head := range s.Hand {
			if text := cell(slices.Index(old[0], head)); text != "" {
				written[slices.Index(s.Heads, head)] = text
			}
		}
		key := s.key(old[0], cell)
		rows := at[key]
		if len(rows) > 0 {
			at[key] = rows[1:]
		}
		for i, text := range written {
			switch {
			case len(rows) == 0:
				return ErrHandwritten
			case rows[0][i] == nil || rows[0][i] == "":
				rows[0][i] = text
			}
		}
	}
	return nil
}

// key is what tells a row from others: its cells under the heads of Key.
func (s Sheet) key(heads []string, cell func(int) string) string {
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
