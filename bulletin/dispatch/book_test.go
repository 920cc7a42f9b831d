package dispatch

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/sheet"
)

// book is the sheets of the real 第4期 with a reprint.
func book(t *testing.T) []sheet.Data {
	t.Helper()
	issue := fourth(t, "份号: 1\n份数: 自动\n加印:\n  - {日期: 2020-09-25, 单位: {桃江县人民政府: 3}, 份数: 6, 说明: 现场会用}\n")
	issues := []*bulletin.Issue{issue, issue}
	return []sheet.Data{Ledger(issues, true), DetailSheet(issues, Options{Cover: 12})}
}

func TestCSV(t *testing.T) {
	for _, s := range book(t) {
		data := sheet.CSV(s)
		golden(t, s.Name+".csv", data)
		back, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
		if err != nil || len(back) != len(s.Rows)+1 || len(s.Heads) != len(s.Widths) {
			t.Errorf("%s: %d rows, %v", s.Name, len(back), err)
		}
	}
}

// shown is a value as a workbook shows it.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bulletin.Date:
		return v.String()
	}
	return fmt.Sprint(v)
}

// TestWorkbook reads a workbook back, cell by cell.
func TestWorkbook(t *testing.T) {
	sheets := book(t)
	data, err := sheet.Workbook("bulletin", sheets...)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := sheet.Workbook("bulletin", sheets...)
	if !bytes.Equal(data, again) {
		t.Error("two workbooks of the same sheets differ")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, s := range sheets {
		got, err := f.GetRows(s.Name)
		if err != nil || len(got) != len(s.Rows)+1 {
			t.Fatalf("%s: %d rows, %v", s.Name, len(got), err)
		}
		for i, row := range s.Rows {
			for k, v := range row {
				want := shown(v)
				if have := append(got[i+1], make([]string, len(row))...)[k]; have != want {
					t.Errorf("%s, row %d, %s: %q, want %q", s.Name, i+1, s.Heads[k], have, want)
				}
			}
		}
	}
}

// TestEmptyBook holds that a book of no issue is a book.
func TestEmptyBook(t *testing.T) {
	data, err := sheet.Workbook("bulletin", Ledger(nil, true), DetailSheet(nil, Options{}))
	if err != nil || len(data) == 0 {
		t.Error(err)
	}
}

// TestLibreOffice opens a workbook in LibreOffice and holds what it reads
// against the sheets.
func TestLibreOffice(t *testing.T) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing: the workbook is not opened in LibreOffice")
	}
	sheets := book(t)
	data, err := sheet.Workbook("bulletin", sheets...)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "book.xlsx"), data, 0o666); err != nil {
		t.Fatal(err)
	}
	// Comma, quotes, UTF-8, all sheets: each goes to a file of its own.
	out, err := exec.Command(program, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless",
		"--convert-to", `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1`, "--outdir", dir, filepath.Join(dir, "book.xlsx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, s := range sheets {
		text, err := os.ReadFile(filepath.Join(dir, "book-"+s.Name+".csv"))
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		got, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || len(got) != len(s.Rows)+1 || !slices.Equal(got[0], s.Heads) {
			t.Fatalf("%s: %d rows, %v: %v", s.Name, len(got), err, got[0])
		}
		for i, row := range s.Rows {
			for k, v := range row {
				want := shown(v)
				if have := strings.TrimSpace(got[i+1][k]); have != want {
					t.Errorf("%s, row %d, %s: %q, want %q", s.Name, i+1, s.Heads[k], have, want)
				}
			}
		}
	}
}

func TestNatural(t *testing.T) {
	want := []string{"", "1号箱", "2号箱", "10号箱", "机要1", "机要03", "机要3", "机要12", "机要甲"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortStableFunc(got, natural)
	got[5], got[6] = want[5], want[6] // 03 and 3 are equal
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q", got)
	}
}

// TestLongList says that a book that is printed has no more recipients in a row
// than its highest cell shows, and says where the others are; as data it has all.
func TestLongList(t *testing.T) {
	for _, n := range []int{1, 40, 60, 120, 3000} {
		issues := []*bulletin.Issue{labelled(t, n, Options{}).Issue}
		cell := func(printed bool) string { return Ledger(issues, printed).Rows[0][5].(string) }
		if whole := cell(false); n <= 120 && strings.Count(whole, "（1份）") != n || strings.HasSuffix(whole, "全部见分发明细") != (n == 3000) {
			t.Errorf("%d recipients as data: %s", n, whole)
		}
		text := cell(true)
		if most := sheet.Shown(addresseesWidth); diag.Columns(text) > most || n > 100 && diag.Columns(text) < most*9/10 {
			t.Errorf("%d recipients: %d columns, of which %d are shown", n, diag.Columns(text), most)
		}
		if end := fmt.Sprintf("（1份）……共%d个单位，全部见分发明细", n); strings.HasSuffix(text, end) != (n >= 120) || n == 40 && strings.Count(text, "（1份）") != n {
			t.Errorf("%d recipients: %s", n, text)
		}
	}
}
