package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const filed = settings + "归档: {全宗号: Z109, 全宗名称: 某局, 保管期限: 永久, 机构: BGS}\n"

// dated is an issue of a day, with more lines in its front matter.
func dated(number, day, more string) string {
	return "---\n期号: " + number + "\ndate: " + day + "\n" + more + "---\n\n# 标题\n\n正文。\n"
}

// catalogued makes a series of two years.
func catalogued(t *testing.T, settings string) {
	t.Helper()
	folder(t, map[string]string{
		"issues/bulletin.yaml": settings, "issues/2019/001.md": dated("1", "2019-03-04", ""),
		"issues/2020/001.md": dated("1", "2020-01-15", ""), "issues/2020/002.md": dated("2", "2020-02-15", "公开: false\n"),
	})
}

func TestCatalog(t *testing.T) {
	catalogued(t, filed)
	code, out, errs := call("catalog")
	if code != exitDone || out != "" || errs != "2019年 1 件 → catalog/归档文件目录-2019.xlsx catalog/归档文件目录-2019.pdf catalog/四性检测-2019.xml\n2020年 2 件 → catalog/归档文件目录-2020.xlsx catalog/归档文件目录-2020.pdf catalog/四性检测-2020.xml\n元数据 3 期 → catalog/元数据\n" {
		t.Fatal(code, out, errs)
	}
	first := tree(t, "catalog")
	if got := names(first); got != "元数据/2019/001.xml 元数据/2020/001.xml 元数据/2020/002.xml 四性检测-2019.xml 四性检测-2020.xml 归档文件目录-2019.pdf 归档文件目录-2019.xlsx 归档文件目录-2020.pdf 归档文件目录-2020.xlsx" {
		t.Error(got)
	}
	if got := cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "B3") + cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "I3"); got != "Z109-WS·2020-Y-BGS-0002不公开" {
		t.Error(got)
	}
	if checks := first["四性检测-2020.xml"]; strings.Contains(checks, "不通过") || strings.Count(checks, "<结果>通过") != 1+2*6 {
		t.Error(checks)
	}
	// The same again, in another time zone.
	t.Setenv("TZ", "America/New_York")
	if code, _, errs := call("catalog", "issues"); code != exitDone || strings.Contains(errs, "旧") {
		t.Error(code, errs)
	}
	again := tree(t, "catalog")
	for name := range first {
		if again[name] != first[name] || len(again) != len(first) {
			t.Errorf("%s differs", name)
		}
	}
	// One year, and a part of one.
	if code, _, errs := call("catalog", "--year", "2019", "-o", "a"); code != exitDone || names(tree(t, "a")) != "元数据/2019/001.xml 四性检测-2019.xml 归档文件目录-2019.pdf 归档文件目录-2019.xlsx" {
		t.Error(code, errs)
	}
	if code, _, errs := call("catalog", "issues/2020/002.md", "-o", "b"); code != exitDone || names(tree(t, "b")) != "元数据/2020/002.xml 四性检测-2020-节选.xml 归档文件目录-2020-节选.pdf 归档文件目录-2020-节选.xlsx" {
		t.Error(code, errs, names(tree(t, "b")))
	}
	if got := cell(t, "b/归档文件目录-2020-节选.xlsx", "归档文件目录", "B2"); got != "Z109-WS·2020-Y-BGS-0002" {
		t.Error(got)
	}
	if code, _, errs := call("catalog", "--year", "2018"); code != exitDone || errs != "没有 2018 年的简报。\n" {
		t.Error(code, errs)
	}
	for _, args := range [][]string{{"--year", "20"}, {"-o", ""}, {"nowhere"}, {"--pdf"}} {
		if code, _, errs := call(append([]string{"catalog"}, args...)...); code != exitUsage {
			t.Error(args, code, errs)
		}
	}
}

// TestCatalogFiles holds sizes and sums of the metadata against what build
// writes.
func TestCatalogFiles(t *testing.T) {
	catalogued(t, filed)
	if code, _, errs := call("build"); code != exitDone {
		t.Fatal(errs)
	}
	if code, _, errs := call("catalog"); code != exitDone {
		t.Fatal(errs)
	}
	built := tree(t, "public")
	meta := tree(t, "catalog/元数据")
	for _, issue := range []string{"2019/001", "2020/001", "2020/002"} {
		data := built[issue+".pdf"]
		for _, want := range []string{
			fmt.Sprintf("%s.pdf 的 SHA-256：%x<", issue, sha256.Sum256([]byte(data))),
			fmt.Sprintf("<计算机文件名>%s.pdf</计算机文件名>\n      <计算机文件大小>%d</计算机文件大小>", issue, len(data)),
		} {
			if !strings.Contains(meta[issue+".xml"], want) {
				t.Errorf("no %s in\n%s", want, meta[issue+".xml"])
			}
		}
	}
}

// TestCatalogErrors says that a year with an issue that has errors gets no
// catalogue, while what stood there stays, and others do.
func TestCatalogErrors(t *testing.T) {
	catalogued(t, filed)
	if code, _, errs := call("catalog"); code != exitDone {
		t.Fatal(errs)
	}
	before := tree(t, "catalog")
	for _, c := range []struct{ text, want string }{
		{dated("七", "2020-02-15", ""), "catalog/归档文件目录-2020：没有生成，请先改正上面的错误；缺一期的目录不写\n"},
		{strings.Replace(dated("2", "2020-02-15", ""), "正文", "正文\U0010FFFD", 1), "catalog/归档文件目录-2020：没有生成，请先改正上面的错误；缺一期的目录不写\n"},
		{dated("2", "2月15日", ""), "issues/2020/002.md：没有日期，不知属于哪一年，件号排不出；目录没有生成，请先改正\n"},
	} {
		put(t, "issues/2020/002.md", c.text)
		code, _, errs := call("catalog")
		if code != exitSources || !strings.Contains(errs, c.want) || !strings.Contains(errs, "issues/2020/002.md:") {
			t.Errorf("exit %d: %s", code, errs)
		}
		after := tree(t, "catalog")
		for name := range before {
			if after[name] != before[name] || len(after) != len(before) {
				t.Errorf("%s is not as it was", name)
			}
		}
		if code, _, errs := call("catalog", "--year", "2019", "-o", "x"); (code == exitDone) != !strings.Contains(c.want, "没有日期") {
			t.Errorf("2019: exit %d: %s", code, errs)
		}
	}
	put(t, "issues/bulletin.yaml", strings.Replace(filed, "永久", "长期", 1))
	if code, _, errs := call("catalog"); code != exitSources || !strings.Contains(errs, "保管期限应为永久、30年或10年") {
		t.Errorf("exit %d: %s", code, errs)
	}
	os.RemoveAll("catalog")
	put(t, "catalog", "a file where a folder should be")
	put(t, "issues/bulletin.yaml", filed)
	put(t, "issues/2020/002.md", dated("2", "2020-02-15", ""))
	if code, _, errs := call("catalog"); code != exitMachine {
		t.Errorf("exit %d: %s", code, errs)
	}
}

// TestUnfiledCatalog says that an office that has not said how it files is told
// how to, and has its catalogue.
func TestUnfiledCatalog(t *testing.T) {
	for settings, want := range map[string]string{
		"刊名: 简报\n": "issues/bulletin.yaml:1:1: 提示: 没有写归档，档号空着 [归档]\n    刊名: 简报\n    ^\n    提示：在 bulletin.yaml 写 归档: {全宗号: Z109, 保管期限: 永久, 机构: BGS}，换成本单位的\n",
		"刊名: 简报\n归档: {全宗号: Z109}\n": "提示: 归档里没有保管期限、机构，档号空着 [归档]",
	} {
		catalogued(t, settings)
		code, _, errs := call("catalog")
		if code != exitDone || !strings.Contains(errs, want) || !strings.Contains(errs, "提示: 没有编发单位，目录的责任者空着") {
			t.Error(code, errs)
		}
		if got := cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "B2"); got != "" {
			t.Error(got)
		}
	}
	folder(t, map[string]string{"某期.md": "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n编发单位: 某办\n---\n\n正文。\n"})
	if code, _, errs := call("catalog", "某期.md"); code != exitDone || names(tree(t, "catalog")) != "元数据/某期.xml 四性检测-2020.xml 归档文件目录-2020.pdf 归档文件目录-2020.xlsx" {
		t.Error(code, errs)
	}
}

// TestCatalogByHand says that what people wrote into a catalogue stays when it
// is made again, in print too.
func TestCatalogByHand(t *testing.T) {
	const name, table = "catalog/归档文件目录-2020.xlsx", "归档文件目录"
	catalogued(t, settings)
	call("catalog")
	write := func(cells map[string]string) {
		t.Helper()
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for at, text := range cells {
			if err := f.SetCellStr(table, at, text); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
	}
	write(map[string]string{"B2": "旧-0007", "I2": "缺附件", "I3": "不公开；存疑"})
	plain := tree(t, "catalog")["归档文件目录-2020.pdf"]
	// An issue before them moves the rows; what was written goes along.
	put(t, "issues/2020/000.md", dated("9", "2020-01-01", ""))
	code, _, errs := call("catalog")
	if code != exitDone || !strings.Contains(errs, "归档文件目录-2020.xlsx：有人改过，原来的另存为 catalog/归档文件目录-2020-旧1.xlsx；手填的内容抄过来 3 处\n") {
		t.Error(code, errs)
	}
	for at, want := range map[string]string{"B2": "", "I2": "", "B3": "旧-0007", "I3": "缺附件", "I4": "不公开；存疑"} {
		if got := cell(t, name, table, at); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
	if tree(t, "catalog")["归档文件目录-2020.pdf"] == plain {
		t.Error("the printed catalogue is as it was")
	}
	// Nothing changed: nothing is kept aside, and nothing is written twice.
	if code, _, errs := call("catalog"); code != exitDone || strings.Contains(errs, "旧") || cell(t, name, table, "I4") != "不公开；存疑" {
		t.Error(code, errs, cell(t, name, table, "I4"))
	}
	// A 档号 that is made now stays, and the other is pointed out; a row that is
	// gone takes nothing of ours along.
	put(t, "issues/bulletin.yaml", filed)
	put(t, "issues/2020/002.md", dated("3", "2020-02-15", ""))
	code, _, errs = call("catalog")
	if code != exitDone || !strings.Contains(errs, "catalog/归档文件目录-2020.xlsx：原来的另存为 catalog/归档文件目录-2020-旧2.xlsx；手填的内容抄过来 1 处，1 处没有对应的行，请自己抄，1 处与现在编的不同，没有抄，请核对\n") {
		t.Error(code, errs)
	}
	if got := cell(t, name, table, "B3") + " " + cell(t, name, table, "I4"); got != "Z109-WS·2020-Y-BGS-0002 " {
		t.Error(got)
	}
}

// TestCatalogPages says that a page without text does not count.
func TestCatalogPages(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": filed, "issues/1.md": strings.Replace(dated("1", "2020-09-22", ""), "正文。", "正文。\n\n\\newpage\n\n\\newpage\n\n另一页。", 1)})
	if code, _, errs := call("build"); code != exitDone || !strings.Contains(errs, "：3 页") {
		t.Fatal(code, errs)
	}
	if code, _, errs := call("catalog"); code != exitDone || cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "H2") != "2" {
		t.Error(code, errs, cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "H2"))
	}
}

// TestCatalogGaps says that a missing number is reported, and metadata that
// belong to no issue any more are pointed out and left.
func TestCatalogGaps(t *testing.T) {
	catalogued(t, filed)
	if code, _, errs := call("catalog"); code != exitDone {
		t.Fatal(code, errs)
	}
	if err := os.Rename("issues/2020/002.md", "issues/2020/003.md"); err != nil {
		t.Fatal(err)
	}
	put(t, "issues/2020/003.md", dated("3", "2020-03-15", ""))
	code, _, errs := call("catalog", "--year", "2020")
	want := "2020年 2 件 → catalog/归档文件目录-2020.xlsx catalog/归档文件目录-2020.pdf catalog/四性检测-2020.xml；四性检测 1 项不通过，见其中的说明\n" +
		"元数据 2 期 → catalog/元数据\n注意：catalog/元数据/2020/002.xml 不属于现在的任何一期，核对后删去\n"
	if code != exitDone || !strings.HasSuffix(errs, want) {
		t.Error(code, errs)
	}
	files := tree(t, "catalog")
	if !strings.Contains(files["四性检测-2020.xml"], "<结果>不通过</结果>\n    <说明>缺2020年第2期</说明>") || files["元数据/2020/002.xml"] == "" {
		t.Error(files["四性检测-2020.xml"])
	}
}

// TestCatalogNothing says that a series without issues has no catalogue.
func TestCatalogNothing(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": filed})
	if code, _, errs := call("catalog"); code != exitDone || errs != "没有找到简报（.md 文件）。\n" || isFolder("catalog") {
		t.Error(code, errs)
	}
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
