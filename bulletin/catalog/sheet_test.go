package catalog

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/bulletin/sheet"
)

// standard is the columns of DA/T 22-2015, as its Annex has them.
var standard = []string{"序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"}

// TestSheet shows the catalogues of the series in testdata.
func TestSheet(t *testing.T) {
	s, items := series(t)
	eight := regexp.MustCompile(`^[0-9]{8}$`)
	for _, y := range Years(s.Settings.Front.Filing, s.Issues, items) {
		data := y.Sheet()
		golden(t, filepath.Base(y.Entries[0].Issue.Path[:4])+".csv", sheet.CSV(data))
		if !slices.Equal(data.Heads, standard) || len(data.Widths) != len(standard) {
			t.Errorf("heads %q", data.Heads)
		}
		for i, row := range data.Rows {
			if d, ok := row[columnDate].(string); !ok || !eight.MatchString(d) || d != strings.ReplaceAll(y.Entries[i].Issue.Date.ISO(), "-", "") {
				t.Errorf("the date is %v", row[columnDate])
			}
			if len(row) != len(standard) || row[columnNo] != i+1 || row[columnPages] != y.Entries[i].Pages {
				t.Errorf("row %v", row)
			}
		}
	}
}

// book is the workbook of 2020.
func book(t *testing.T) (sheet.Data, []byte) {
	t.Helper()
	s, items := series(t)
	data := Years(s.Settings.Front.Filing, s.Issues, items)[1].Sheet()
	file, err := sheet.Workbook("bulletin", data)
	if err != nil {
		t.Fatal(err)
	}
	return data, file
}

// TestWorkbook reads a workbook back: dates and numbers of the archive are texts.
func TestWorkbook(t *testing.T) {
	data, file := book(t)
	if _, again := book(t); !bytes.Equal(file, again) || !sheet.Untouched(file) {
		t.Error("two workbooks of the same issues differ")
	}
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeUnset, "B2": excelize.CellTypeInlineString, "F2": excelize.CellTypeInlineString, "H2": excelize.CellTypeUnset} {
		if got, err := f.GetCellType(data.Name, cell); err != nil || got != want {
			t.Errorf("%s is of type %v, %v", cell, got, err)
		}
	}
	if p, err := f.GetDocProps(); err != nil || p.Created != "2020-09-23T00:00:00Z" {
		t.Errorf("made on %v, %v", p, err)
	}
}

// TestLibreOffice opens a workbook in LibreOffice and holds what it shows
// against the catalogue.
func TestLibreOffice(t *testing.T) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing: the workbook is not opened in LibreOffice")
	}
	data, file := book(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "book.xlsx"), file, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless",
		"--convert-to", `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true`, "--outdir", dir, filepath.Join(dir, "book.xlsx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "book.csv"))
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	got, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	want, _ := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(sheet.CSV(data), []byte("\uFEFF")))).ReadAll()
	if err != nil || len(got) != len(want) || !slices.Equal(got[0], standard) {
		t.Fatalf("%d rows, %v: %v", len(got), err, got)
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("row %d: %q, want %q", i, got[i], want[i])
		}
	}
}

// TestOwn says what of a cell people wrote.
func TestOwn(t *testing.T) {
	s, items := series(t)
	y := Years(s.Settings.Front.Filing, s.Issues, items)[1]
	for _, c := range []struct{ head, text, want string }{
		{"备注", "", ""},
		{"备注", "增刊", ""},
		{"备注", "缺正本", "缺正本"},
		{"备注", "增刊；缺正本；不公开", "缺正本"},
		{"备注", "本期增刊另存", "本期增刊另存"},
		{"备注", "已封存（2020年9月30日）；原件在展柜", "原件在展柜"},
		{"备注", "更正（2020年9月25日）：第2页“12起”应为“21起”；责任单位应为赫山区；附件另存", "附件另存"},
		{"备注", "更正（2020年9月26日）：旧的", ""},
		{"档号", "Z109-WS·2020-D30-BGS-0009", ""},
		{"档号", "Z109-WS·2020-Y-BGS-0009", "Z109-WS·2020-Y-BGS-0009"},
		{"档号", "旧档 12", "旧档 12"},
	} {
		if got := y.own(c.head, c.text); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.head, c.text, got, c.want)
		}
	}
	y.Filing.Fonds.Text = ""
	if got := y.own("档号", "Z109-WS·2020-D30-BGS-0009"); got == "" {
		t.Error("a 档号 we do not make is not ours")
	}
}
