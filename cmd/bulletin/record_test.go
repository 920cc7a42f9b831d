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
    - {单位: 市委办公室, 名单: 报, 写作: 市委办, 份数: 2, 份号: 000031, 封号: 86}
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
		strings.Replace(register, "市委办公室\n    简称: [市委办]", "市委办公厅\n    简称: [市委办, 市委办公室]", 1),
		"单位: []",
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
	for _, finding := range []string{"issues/2020/007.md:4:5: 警告: 份数写的是12，分发记录是10份 [分发记录]", "issues/2020/007.md:5:10: 警告: 分发记录里没有“市纪委” [分发记录]",
		"issues/2020/007.recipients.yaml:15:14: 警告: 分发记录里2020年9月25日的加印，稿件里没有 [分发记录]"} {
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
		{"加印: [{日期: 2020-09-22, 分发: [{单位: 甲, 份数: 1}]}]", ":1:1: 错误: 分发记录里没有首印"},
		{"首印: {日期: 2020-09-22, 分发: []}", ":1:5: 错误: 首印没有分发"},
		{"首印: {日期: 2020-09-22, 分发: [{单位: 甲, 留存: 存档, 份数: 1}]}", ":1:27: 错误: 一项里不能既有单位又有留存"},
		{"首印: {日期: 2020-09-22, 分发: [{单位: \"\", 份数: 1}]}", ":1:27: 错误: 分发的每一项都要有单位（或留存）和份数"},
		{"首印: {日期: 2020-09-22, 分发: [{单位: 甲, 份数: 1}, {单位: 甲, 份数: 1}]}", ":1:48: 错误: “甲”写了两次"},
		{"首印: {日期: 2020-09-22, 分发: [{单位: 甲, 份数: 3, 份号: 999999}]}", ":1:32: 错误: 份号到1000001，超过六位"},
		{"首印: {日期: 2020-09-22, 分发: [{单位: 甲, 份数: 3, 份号: 7}]}\n加印: [{日期: 2020-09-23, 分发: [{单位: 甲, 份数: 1, 份号: 9}]}]", ":2:33: 错误: 份号000009前面已用过"},
		{"首印:\n  日期: 2020-09-22\n  分发:\n    - {单位: 甲, 份数: 2, 份号: 1}\n    - {单位: 乙, 份数: 2, 份号: 2}\n", ":5:12: 错误: “乙”的份号应接着前一项，是000003"},
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

// TestRecordedReprints says that reprints keep to what was recorded of them
// wherever the issue has them, and that changes are pointed out.
func TestRecordedReprints(t *testing.T) {
	text := strings.Replace(listed, "---\n\n", "份号: 1\n加印:\n%s---\n\n", 1)
	with := func(reprints string) string { return strings.Replace(text, "%s", reprints, 1) }
	const first = "  - {日期: 2020-09-25, 单位: {南县人民政府: 2}}\n"
	distributed(t, register, with(first))
	if code, _, errs := call("recipients", "issues/2020/007.md", "--record"); code != exitDone {
		t.Fatal(errs)
	}
	for _, c := range []struct{ reprints, finding string }{
		{"  - {日期: 2020-10-25, 单位: {安化县人民政府: 4}}\n" + first, ""},
		{"  - {日期: 2020-09-25, 单位: {南县人民政府: 30}}\n", "加印与分发记录不符：“南县人民政府”写的是30份，记下的是2份"},
		{"  - {日期: 2020-09-25, 份号: 100, 单位: {南县人民政府: 2}}\n", "加印与分发记录不符：份号写的是000100，记下的是000011"},
		{"  - {日期: 2020-09-25, 份数: 9, 单位: {南县人民政府: 2}}\n", "加印与分发记录不符：份数写的是9，记下的是2"},
		{"  - {日期: 2020-09-25, 单位: {安化县人民政府: 2}}\n", "加印与分发记录不符：记下的没有“安化县人民政府”"},
		{"  - {日期: 2020-09-26, 份数: 1}\n", "分发记录里2020年9月25日的加印，稿件里没有"},
	} {
		put(t, "issues/2020/007.md", with(c.reprints))
		code, out, errs := call("recipients", "--reprint", "1")
		if code != exitDone || !strings.Contains(errs, c.finding) || c.finding == "" && errs != "" || !strings.Contains(tight(out), "南县人民政府 2 000011-000012") {
			t.Errorf("%s: exit %d, %s%s", c.reprints, code, errs, out)
		}
	}
	put(t, "issues/2020/007.md", with("  - {日期: 2020-10-25, 单位: {安化县人民政府: 4}}\n"+first))
	if _, out, _ := call("recipients", "--reprint", "2"); !strings.Contains(tight(out), "安化县人民政府 4 000013-000016") {
		t.Error(out)
	}
	// Without 份号 in the issue the recorded numbers stay; without numbers in
	// the record none are given.
	put(t, "issues/2020/007.md", strings.Replace(with("  - {日期: 2020-10-25, 份数: 4}\n"+first), "份号: 1\n", "", 1))
	if code, out, errs := call("recipients", "--reprint", "2"); code != exitDone || !strings.Contains(errs, "稿件没有份号，分发记录份号从000001起") || !strings.Contains(out, "000013-000016") {
		t.Error(code, errs, out)
	}
}

// tight is a text with one blank where there are several.
func tight(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestOrphanRecord says that a record whose issue was renamed is pointed out.
func TestOrphanRecord(t *testing.T) {
	distributed(t, register, listed)
	if code, _, errs := call("recipients", "issues/2020/007.md", "--record"); code != exitDone {
		t.Fatal(errs)
	}
	if err := os.Rename("issues/2020/007.md", "issues/2020/第7期.md"); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := call("check"); !strings.Contains(out, "issues/2020/007.recipients.yaml:1:1: 警告: 没有这份分发记录的稿件 007.md [分发记录]") {
		t.Error(out)
	}
}

// TestNoRecord says when nothing is recorded.
func TestNoRecord(t *testing.T) {
	for name, c := range map[string]struct{ register, issue, why string }{
		"too few printed": {register, strings.Replace(listed, "自动", "4", 1), "报尾印的是共印4份，单据是5份，对不上"},
		"nobody":          {"单位: [{名称: 市委办公室, 份数: 0}]", "---\n期号: 7\ndate: 2020-09-22\n报: [市委办公室]\n---\n\n正文。\n", "一份也没有"},
	} {
		distributed(t, c.register, c.issue)
		if code, _, errs := call("recipients", "issues/2020/007.md", "--record"); code != exitSources || !strings.Contains(errs, c.why) {
			t.Errorf("%s: exit %d, %s", name, code, errs)
		}
		if _, err := os.Stat("issues/2020/007.recipients.yaml"); err == nil {
			t.Errorf("%s: recorded", name)
		}
	}
	distributed(t, register, listed)
	put(t, "issues/2020/007.recipients.yaml/x", "")
	if code, _, errs := call("build"); code != exitSources || !strings.Contains(errs, "issues/2020/007.recipients.yaml:1:1: 错误: 分发记录应是文件") {
		t.Error(code, errs)
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
	for _, c := range []struct{ sheet, cell, want string }{{"分发明细", "Q9", "张三"}, {"分发明细", "F9", "市政府办公室"}, {"分发明细", "Q3", ""}, {"发文登记簿", "L3", "2020-1-4"}, {"发文登记簿", "C2", "第1期"}} {
		if got := cell(t, name, c.sheet, c.cell); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.sheet, c.cell, got, c.want)
		}
	}
	// The old workbook is there under another name; the new one is nobody's
	// work, and what it has from the old goes over again.
	if files := names(tree(t, "distribution")); files != "发文登记簿-旧1.xlsx 发文登记簿.xlsx" {
		t.Error(files)
	}
	put(t, "issues/2020/007.md", strings.Replace(listed, "自动", "11", 1))
	if code, _, errs := call("recipients", "--xlsx"); code != exitDone || strings.Contains(errs, "旧") {
		t.Error(code, errs)
	}
	if got := cell(t, name, "分发明细", "Q9"); got != "张三" {
		t.Errorf("signed by %q", got)
	}
	// What finds no row, and what cannot be read, is kept.
	put(t, "issues/2020/007.md", strings.Replace(listed, ", 市政府办公室", "", 1))
	if code, _, errs := call("recipients", "--xlsx"); code != exitDone || !strings.Contains(errs, "原来的另存为 distribution/发文登记簿-旧2.xlsx；手填的内容抄过来 1 处，1 处没有对应的行") {
		t.Error(code, errs)
	}
	put(t, name, "这不是工作簿")
	if code, _, errs := call("recipients", "--xlsx"); code != exitDone || !strings.Contains(errs, "发文登记簿-旧3.xlsx") {
		t.Error(code, errs)
	}
	if tree(t, "distribution")["发文登记簿-旧3.xlsx"] != "这不是工作簿" {
		t.Error("the workbook is lost")
	}
}

// cell reads a cell of a workbook.
func cell(t *testing.T, name, sheet, at string) string {
	t.Helper()
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := f.GetCellValue(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
