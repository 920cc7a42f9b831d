package sheet

import (
	"strings"
	"testing"

	"jianbao/bulletin"
)

// register is a table of two rows, in which people write under 签收人 and 备注.
func register(first, second string) Data {
	return Data{
		Name: "表", Heads: []string{"序号", "日期", "单位", "签收人", "备注"}, Widths: []int{5, 12, 20, 10, 20},
		Key: []string{"单位"}, Hand: []string{"签收人", "备注"},
		Rows: [][]any{
			{1, bulletin.Date{Year: 2020, Month: 9, Day: 22}, first, nil, nil},
			{2, bulletin.Date{Year: 2020, Month: 9, Day: 23}, second, nil, "加急"},
		},
	}
}

// ours tells the remark of ours from those of people.
func ours(_, text string) string { return strings.Trim(strings.Replace(text, "加急", "", 1), "；") }

// TestCarry says what becomes of what people wrote into a workbook when its
// table is made again.
func TestCarry(t *testing.T) {
	for _, c := range []struct {
		name        string
		signed      [2]string // by hand, in the old rows
		remarks     [2]string
		own         func(head, text string) string
		join        []string
		second      string // unit of the second row now
		wantSigned  [2]string
		wantRemarks [2]string
		want        Carried
	}{
		{"nothing", [2]string{}, [2]string{"", "加急"}, nil, nil, "乙", [2]string{}, [2]string{"", "加急"}, Carried{}},
		{"signed", [2]string{"张三", "李四"}, [2]string{"", "加急"}, nil, nil, "乙", [2]string{"张三", "李四"}, [2]string{"", "加急"}, Carried{Found: 2}},
		{"ours stays", [2]string{}, [2]string{"迟到", "改签"}, nil, nil, "乙", [2]string{}, [2]string{"迟到", "加急"}, Carried{Found: 1}},
		{"theirs behind ours", [2]string{}, [2]string{"迟到", "加急；改签"}, ours, []string{"备注"}, "乙", [2]string{}, [2]string{"迟到", "加急；改签"}, Carried{Found: 2}},
		{"once only", [2]string{}, [2]string{"", "加急；加急"}, ours, []string{"备注"}, "乙", [2]string{}, [2]string{"", "加急"}, Carried{}},
		{"pointed out", [2]string{}, [2]string{"", "改签"}, ours, nil, "乙", [2]string{}, [2]string{"", "加急"}, Carried{Other: 1}},
		{"a row is gone", [2]string{"张三", "李四"}, [2]string{"", "加急"}, ours, []string{"备注"}, "丙", [2]string{"张三", ""}, [2]string{"", "加急"}, Carried{Found: 1, Lost: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			old := register("甲", "乙")
			for i := range old.Rows {
				old.Rows[i][3], old.Rows[i][4] = c.signed[i], c.remarks[i]
			}
			book, err := Workbook("test", old)
			if err != nil {
				t.Fatal(err)
			}
			now := register("甲", c.second)
			now.Own, now.Join = c.own, c.join
			got, err := Carry([]Data{now}, book)
			if err != nil || got != c.want {
				t.Errorf("%+v, %v; want %+v", got, err, c.want)
			}
			for i, row := range now.Rows {
				if shownCell(row[3]) != c.wantSigned[i] || shownCell(row[4]) != c.wantRemarks[i] {
					t.Errorf("row %d: %v", i+1, row)
				}
			}
		})
	}
	if _, err := Carry([]Data{register("甲", "乙")}, []byte("no workbook")); err == nil {
		t.Error("no error for what is no workbook")
	}
}
