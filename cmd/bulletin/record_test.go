package main

import (
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestRecord says that what was recorded stays, whatever becomes of the
// register, and that reprints go on from it.
func TestRecord(t *testing.T) {
	text := strings.Replace(listed, "---\n\n", "份号: 31\n---\n\n", 1)
	distributed(t, register, text)
	const file = "issues/2020/007.recipients.yaml"
	code, out, errs := call("recipients", "issues/2020/007.md", "--record", "--cover", "86")
	if code != exitDone || out != "" || errs != "记下 "+file+"\n" {
		t.Fatal(code, out, errs)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := `# 工作简报第7期的分发记录：谁收了哪几份。由 bulletin recipients --record 写成；名册以后变了，这一期照这里的。
首印:
  日期: 2020-09-22
  分发:
    - {单位: 市委办公室, 名单: 报, 份数: 2, 份号: 000031, 封号: 86}
    - {单位: 市政府办公室, 名单: 报, 份数: 1, 份号: 000033, 封号: 87}
    - {单位: 南县人民政府, 名单: 送, 统称: 各县人民政府, 份数: 1, 份号: 000034, 封号: 88}
    - {单位: 安化县人民政府, 名单: 送, 统称: 各县人民政府, 份数: 1, 份号: 000035, 封号: 89}
    - {留存: 存档, 份数: 2, 份号: 000036}
    - {留存: 备用, 份数: 3, 份号: 000038}
`
	if string(data) != want {
		t.Errorf("record\n%s", data)
	}
	_, before, _ := call("recipients")
	numbered := func() string {
		if code, _, errs := call("build", "--numbered", "-o", "n"); code != exitDone {
			t.Fatal(errs)
		}
		return tree(t, "n")["2020/007-编号本.pdf"]
	}
	copies := numbered()
	// The register grows, shrinks and breaks; a name is gone from it.
	for _, changed := range []string{
		strings.Replace(register, "份数: 2", "份数: 20", 1),
		strings.Replace(register, "市政府办公室", "市人民政府", 1),
		strings.Replace(register, "备用: 3", "备用: 0", 1),
		strings.Replace(register, "份数: 2", "份数: 二", 1),
	} {
		put(t, "issues/recipients.yaml", changed)
		broken := strings.Contains(changed, "二")
		code, out, errs := call("recipients")
		if routes := strings.NewReplacer("交换箱9号 ", "", "交换箱9号", "", "交换箱10号", ""); !broken && (code != exitDone || strings.Fields(routes.Replace(out))[0] != strings.Fields(before)[0] || !strings.Contains(out, "印数              10  000031-000040")) {
			t.Errorf("exit %d, %s\n%s", code, errs, out)
		}
		if code, _, errs := call("build"); code != exitDone && !broken || !strings.Contains(tree(t, "public")["2020/007.html"], "共印10份") {
			t.Errorf("build: %s", errs)
		}
		if !broken && numbered() != copies {
			t.Error("numbered copies changed")
		}
	}
	// A reprint goes on from the record, and is recorded behind it.
	put(t, "issues/recipients.yaml", strings.Replace(register, "份数: 2", "份数: 20", 1))
	put(t, "issues/2020/007.md", strings.Replace(text, "份号: 31\n", "份号: 31\n加印:\n  - {日期: 2020-09-25, 单位: {南县人民政府: 2}, 说明: 会议 用}\n", 1))
	if code, _, errs := call("recipients", "issues/2020/007.md", "--record"); code != exitDone || errs != "记下 "+file+"\n" {
		t.Fatal(code, errs)
	}
	data, _ = os.ReadFile(file)
	want += `加印:
  - 日期: 2020-09-25
    说明: "会议 用"
    分发:
      - {单位: 南县人民政府, 名单: 加印, 份数: 2, 份号: 000041, 封号: 90}
`
	if string(data) != want {
		t.Errorf("record\n%s", data)
	}
	if code, _, errs := call("recipients", "issues/2020/007.md", "--record"); code != exitDone || !strings.Contains(errs, "已经记过") {
		t.Error(code, errs)
	}
	// Where issue and record differ, warnings say so.
	put(t, "issues/2020/007.md", strings.Replace(strings.Replace(text, "份数: 自动", "份数: 12", 1), "市委办,", "市委办, 市纪委,", 1))
	_, out, _ = call("check")
	for _, finding := range []string{"issues/2020/007.md:4:5: 警告: 份数写的是12，分发记录是10份 [份数]", "issues/2020/007.md:5:10: 警告: 分发记录里没有“市纪委” [分发记录]"} {
		if !strings.Contains(out, finding) {
			t.Errorf("no %q in %s", finding, out)
		}
	}
}

// TestBadRecord says that a record with errors has findings at their places and
// stops its own issue only.
func TestBadRecord(t *testing.T) {
	for _, c := range []struct{ record, finding string }{
		{"首印: {日期: 2020-09-22, 分发: [{单位: 甲}]}", ":1:27: 错误: 分发的每一项都要有单位（或留存）和份数"},
		{"首印: {分发: [{单位: 甲, 份数: 1}]}", ":1:5: 错误: 首印没有日期"},
		{"加印: [{日期: 2020-09-22}]", ":1:1: 错误: 分发记录里没有首印"},
		{"首印:\n  日期: 2020-09-22\n  分发:\n    - {单位: 甲, 份数: 2, 份号: 1}\n    - {单位: 乙, 份数: 2, 份号: 2}\n", ":5:12: 错误: 份号000002前面已用过"},
		{"首印:\n  日期: 2020-09-22\n  分发:\n    - {单位: 甲, 份数: 2, 份号: 1}\n    - {单位: 乙, 份数: 2}\n", ":5:12: 错误: “乙”没有份号"},
		{"首印:\n  日期: 2020-09-22\n  分发:\n    - {留存: 存档, 份数: 2}\n    - {单位: 乙, 份数: 2}\n", ":5:12: 错误: “乙”应排在留存之前"},
		{"首印: 无", ":1:5: 错误: 首印应为映射"},
		{"首映: {}", ":1:1: 错误: 分发记录里没有“首映”这个键，是不是“首印”？"},
	} {
		distributed(t, register, listed)
		put(t, "issues/2020/006.md", issue("6"))
		put(t, "issues/2020/007.recipients.yaml", c.record)
		code, _, errs := call("build")
		if code != exitSources || !strings.Contains(errs, "issues/2020/007.recipients.yaml"+c.finding) {
			t.Errorf("%s: exit %d, %s", c.record, code, errs)
		}
		if files := names(tree(t, "public")); files != "2020/006.html 2020/006.pdf index.html" {
			t.Errorf("%s: built %s", c.record, files)
		}
	}
}

// TestHandwritten says that what people wrote into a workbook stays when it is
// made again, and that it is not touched where that cannot be.
func TestHandwritten(t *testing.T) {
	distributed(t, register, listed)
	const name = "distribution/发文登记簿.xlsx"
	if code, _, errs := call("recipients", "--xlsx"); code != exitDone {
		t.Fatal(errs)
	}
	edit := func(sheet, cell, text string) {
		t.Helper()
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := f.SetCellStr(sheet, cell, text); err != nil {
			t.Fatal(err)
		}
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
	}
	edit("分发明细", "Q3", "张三")
	edit("发文登记簿", "L2", "2020-1-4")
	put(t, "issues/2020/001.md", strings.NewReplacer("期号: 7", "期号: 1", "2020-09-22", "2020-01-22").Replace(listed))
	if code, _, errs := call("recipients", "--xlsx"); code != exitDone {
		t.Fatal(errs)
	}
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ sheet, cell, want string }{{"分发明细", "Q9", "张三"}, {"分发明细", "F9", "市政府办公室"}, {"分发明细", "Q3", ""}, {"发文登记簿", "L3", "2020-1-4"}, {"发文登记簿", "C2", "第1期"}} {
		if got, _ := f.GetCellValue(c.sheet, c.cell); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.sheet, c.cell, got, c.want)
		}
	}
	f.Close()
	before := tree(t, "distribution")["发文登记簿.xlsx"]
	put(t, "issues/2020/007.md", strings.Replace(listed, ", 市政府办公室", "", 1))
	if code, _, errs := call("recipients", "--xlsx"); code != exitSources || !strings.Contains(errs, "没有改动它") {
		t.Error(code, errs)
	}
	put(t, name, "这不是工作簿")
	if code, _, errs := call("recipients", "--xlsx"); code != exitSources || !strings.Contains(errs, "读不了现有的这个文件") {
		t.Error(code, errs)
	}
	if before == "" || tree(t, "distribution")["发文登记簿.xlsx"] != "这不是工作簿" {
		t.Error("the workbook was touched")
	}
}
