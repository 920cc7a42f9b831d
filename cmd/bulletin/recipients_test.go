package main

import (
	"os"
	"strings"
	"testing"

	"jianbao/bulletin/dispatch"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

const register = `单位:
  - 名称: 市委办公室
    简称: [市委办]
    份数: 2
    路线: 交换箱10号
  - {名称: 市政府办公室, 路线: 交换箱9号}
  - 名称: 各县人民政府
    成员: [南县人民政府, 安化县人民政府]
留存: {存档: 2, 备用: 3}
`

const listed = "---\n期号: 7\ndate: 2020-09-22\n份数: 自动\n报: [市委办, 市政府办公室]\n送: [各县人民政府]\n---\n\n# 标题\n\n正文。\n"

// distributed makes a series with a register and one issue.
func distributed(t *testing.T, register, issue string) {
	t.Helper()
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/recipients.yaml": register, "issues/2020/007.md": issue})
}

func TestRecipients(t *testing.T) {
	distributed(t, register, listed)
	code, out, errs := call("recipients")
	if code != exitDone || errs != "" {
		t.Fatal(code, errs)
	}
	for _, want := range []string{
		"工作简报第7期　2020年9月22日　印数 10 份\n",
		"   1  报    市委办公室         2  交换箱10号\n",
		"   4  送    安化县人民政府     1              属各县人民政府\n",
		"            收文单位 4 个      5\n            印数              10\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if _, out, _ = call("recipients", "--sort", "route"); strings.Index(out, "市政府办公室") > strings.Index(out, "市委办公室") {
		t.Errorf("not by route:\n%s", out)
	}
	// The sum is what the issue prints.
	if code, _, errs := call("build"); code != exitDone {
		t.Fatal(errs)
	}
	files := tree(t, "public")
	if !strings.Contains(files["2020/007.html"], "共印10份") || names(files) != "2020/007.html 2020/007.pdf index.html" {
		t.Errorf("public has %s", names(files))
	}
}

// TestSheets says which files each flag makes, and that they are the same bytes
// every time.
func TestSheets(t *testing.T) {
	distributed(t, register, listed)
	for _, c := range []struct{ args, files string }{
		{"--pdf", "2020/007-分发明细表.pdf 2020/007-签收单.pdf 2020/007-送文簿.pdf"},
		{"--slips", "2020/007-发文通知单.pdf"},
		{"--labels 3x8 --start 24 --offset=-1,0.5 --urgent", "2020/007-标签3x8.pdf"},
		{"--labels 2×7", "2020/007-标签2x7.pdf"},
		{"--envelopes C4", "2020/007-信封C4.pdf"},
		{"--envelopes zl", "2020/007-信封ZL.pdf"},
		{"--xlsx", "发文登记簿.xlsx"},
		{"--csv", "分发明细.csv 发文登记簿.csv"},
		{"--csv --year 2020", "分发明细-2020.csv 发文登记簿-2020.csv"},
		{"--csv issues/2020/007.md", "2020/007-分发明细.csv 2020/007-发文登记簿.csv"},
	} {
		args := append([]string{"recipients", "-o", "a"}, strings.Fields(c.args)...)
		if code, out, errs := call(args...); code != exitDone || out != "" || !strings.HasPrefix(errs, "生成 a/") {
			t.Errorf("%s: exit %d, %s%s", c.args, code, out, errs)
			continue
		}
		first := tree(t, "a")
		if got := names(first); got != c.files {
			t.Errorf("%s: %s, want %s", c.args, got, c.files)
		}
		args[2] = "b"
		call(args...)
		second := tree(t, "b")
		for name := range first {
			if first[name] != second[name] || first[name] == "" {
				t.Errorf("%s: %s differs the second time", c.args, name)
			}
		}
		for _, dir := range []string{"a", "b"} {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
	}
	if code, _, _ := call("recipients", "--csv"); code != exitDone || names(tree(t, "distribution")) == "" {
		t.Error("nothing in distribution")
	}
	if code, _, errs := call("recipients", "--year", "2019"); code != exitDone || !strings.Contains(errs, "没有 2019 年的简报") {
		t.Error(code, errs)
	}
}

// TestRecipientsUsage says that wrong flags are exit 2 and make nothing.
func TestRecipientsUsage(t *testing.T) {
	distributed(t, register, listed)
	for _, args := range []string{
		"--labels 4x9", "--labels=", "--envelopes A4", "--sort name", "--labels 3x8 --start 25", "--labels 3x8 --start 0", "--start 3",
		"--cover 0", "--cover x", "--offset 1", "--offset 99,1", "--offset a,b", "--reprint 0", "--reprint 1", "--reprint -1", "-o=", "--nonsense", "nowhere",
		"--offset 1,1", "--pdf --offset 1,1", "--urgent", "--slips --urgent", "--cover 5", "-o x", "--reprint 1 --xlsx", "--record",
		"--record --reprint 1 issues/2020/007.md", "--record issues", "--start 99999999999999999999 --labels 3x8", "--urgent=no --pdf",
	} {
		code, out, errs := call(append([]string{"recipients"}, strings.Fields(args)...)...)
		if code != exitUsage || out != "" || !strings.HasPrefix(errs, "用法不对：") {
			t.Errorf("%s: exit %d, %s%s", args, code, out, errs)
		}
		for _, word := range []string{"flag", "value", "parse", "range", " for "} {
			if strings.Contains(errs, word) {
				t.Errorf("%s: English in %s", args, errs)
			}
		}
	}
	for _, args := range []string{"--numbered --only html", "--numbered --grid", "--reprint 1", "--numbered --reprint 0"} {
		if code, _, errs := call(append([]string{"build"}, strings.Fields(args)...)...); code != exitUsage {
			t.Errorf("build %s: exit %d, %s", args, code, errs)
		}
	}
}

// TestBadRegister says that a register with errors makes no sheets and stops no
// issue that does not count by it.
func TestBadRegister(t *testing.T) {
	plain := strings.Replace(listed, "份数: 自动\n", "", 1)
	for _, c := range []struct {
		name, register, issue string
		build, recipients     int
		finding               string
	}{
		{"zero", strings.Replace(register, "份数: 2", "份数: 0", 1), plain, exitDone, exitDone, "issues/recipients.yaml:4:9: 警告: 份数是0"},
		{"unknown key", strings.Replace(register, "简称", "简陈", 1), plain, exitSources, exitSources, "issues/recipients.yaml:3:5: 错误: 单位里没有“简陈”这个键，是不是“简称”？"},
		{"twice", register + "单位: []\n", plain, exitSources, exitSources, "错误"},
		{"auto", strings.Replace(register, "份数: 2", "份数: 二", 1), listed, exitSources, exitSources, "issues/2020/007.md:4:5: 错误: 名册 issues/recipients.yaml 有错误，算不出份数 [份数]"},
		{"unknown name", register, strings.Replace(plain, "市政府办公室", "市政府办公厅", 1), exitDone, exitDone, "issues/2020/007.md:4:10: 警告: 名册里没有“市政府办公厅”，按1份计 [名册]"},
		{"twice in an issue", register, strings.Replace(plain, "[各县人民政府]", "[各县人民政府, 南县人民政府]", 1), exitDone, exitDone, "issues/2020/007.md:5:13: 警告: “南县人民政府”已在第5行的“各县人民政府”里 [重复单位]"},
		{"no members", strings.Replace(register, "[南县人民政府, 安化县人民政府]", "[]", 1), plain, exitSources, exitSources, "issues/recipients.yaml:8:5: 错误: 统称“各县人民政府”没有成员 [成员]"},
		{"wrong number", register, strings.Replace(listed, "自动", "50", 1), exitDone, exitDone, "issues/2020/007.md:4:5: 警告: 份数写的是50，按名册应为10份（收文单位5，留存5） [份数]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			distributed(t, c.register, c.issue)
			put(t, "issues/2020/006.md", issue("6"))
			if code, _, errs := call("build"); code != c.build || !strings.Contains(errs, c.finding) {
				t.Errorf("build: exit %d, %s", code, errs)
			}
			_, auto := tree(t, "public")["2020/007.pdf"]
			if files := tree(t, "public"); files["2020/006.pdf"] == "" || auto == strings.Contains(c.issue, "自动") {
				t.Errorf("built %s", names(files))
			}
			code, _, errs := call("recipients", "--pdf", "--csv")
			if code != c.recipients || !strings.Contains(errs, c.finding) {
				t.Errorf("recipients: exit %d, %s", code, errs)
			}
			if _, err := os.Stat("distribution"); (err == nil) != (code == exitDone) {
				t.Errorf("files with exit %d: %v", code, err)
			}
			if code, out, _ := call("check"); code != c.build || !strings.Contains(out, c.finding) {
				t.Errorf("check: exit %d, %s", code, out)
			}
			if code, _, errs := call("build", "--numbered", "-o", "n"); code != c.build {
				t.Errorf("build --numbered: exit %d, %s", code, errs)
			}
		})
	}
}

// TestRegisterOfOneFolder says that an issue outside any series is counted by
// the register in its folder, and that without one each name counts for one.
func TestRegisterOfOneFolder(t *testing.T) {
	folder(t, map[string]string{"a/7.md": strings.Replace(listed, "期号", "刊名: 简报\n期号", 1), "a/recipients.yaml": register})
	if code, out, errs := call("recipients", "a/7.md"); code != exitDone || !strings.Contains(out, "印数 10 份") || errs != "" {
		t.Error(code, out, errs)
	}
	if err := os.Remove("a/recipients.yaml"); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := call("recipients", "a/7.md"); code != exitDone || !strings.Contains(out, "印数 3 份") || !strings.Contains(errs, "a/7.md:5:5: 警告: 没有名册 recipients.yaml") {
		t.Error(code, out, errs)
	}
}

// TestUnreadableRegister says that a register that cannot be read is a fault of
// the machine.
func TestUnreadableRegister(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/7.md": issue("7"), "issues/recipients.yaml/x": ""})
	if code, _, errs := call("recipients"); code != exitMachine {
		t.Error(code, errs)
	}
}

// TestHalfMade says that what was made before the machine failed is told.
func TestHalfMade(t *testing.T) {
	distributed(t, register, listed)
	put(t, "distribution/2020/007-签收单.pdf/x", "")
	code, _, errs := call("recipients", "--pdf")
	if code != exitMachine || !strings.Contains(errs, "生成 distribution/2020/007-分发明细表.pdf\n") || !strings.Contains(errs, "没有做成：") {
		t.Error(code, errs)
	}
}

// TestPublicFolder says that sheets and numbered copies in the folder of the web
// pages, or below it, are pointed out, also before it is built.
func TestPublicFolder(t *testing.T) {
	distributed(t, register, listed)
	pointed := func(where string, want bool, args ...string) {
		t.Helper()
		if code, _, errs := call(append(args, "-o", where)...); code != exitDone || strings.Contains(errs, "是网页的输出文件夹") != want {
			t.Errorf("%v to %s: exit %d, %s", args, where, code, errs)
		}
	}
	pointed("public/名册", true, "recipients", "--csv")
	if code, _, errs := call("build", "-o", "web"); code != exitDone {
		t.Fatal(errs)
	}
	if err := os.Symlink("web", "link"); err != nil {
		t.Skip(err)
	}
	for where, want := range map[string]bool{"web": true, "web/2020": true, "web/a/b": true, "link": true, "distribution": false, "./webs": false} {
		pointed(where, want, "recipients", "--csv")
		pointed(where, want, "build", "--numbered")
	}
	if _, _, errs := call("recipients", "--csv", "-o", "web/2020"); !strings.Contains(errs, "注意：web 是网页的输出文件夹，名册和分发单据会随网页公开；一般放到 distribution\n") {
		t.Error(errs)
	}
}

// TestNumbered builds numbered copies of a first printing and a reprint.
func TestNumbered(t *testing.T) {
	text := strings.Replace(listed, "---\n\n", "份号: 31\n加印:\n  - {日期: 2020-09-25, 单位: [市委办], 份数: 3}\n---\n\n", 1)
	distributed(t, register, text)
	for _, c := range []struct{ args, file, summary, copies string }{
		{"", "2020/007-编号本.pdf", "10 份，每份 1 页",
			"31 市委办公室 32 市委办公室 33 市政府办公室 34 南县人民政府 35 安化县人民政府 36 存档 37 存档 38 备用 39 备用 40 备用"},
		{"--reprint 1", "2020/007-加印1-编号本.pdf", "3 份，每份 1 页", "41 市委办公室 42 市委办公室 43 余存"},
	} {
		args := append([]string{"build", "--numbered"}, strings.Fields(c.args)...)
		if code, _, errs := call(args...); code != exitDone || !strings.Contains(errs, c.summary) {
			t.Fatal(code, errs)
		}
		data := tree(t, "distribution")[c.file]
		if got, want := outlineText(t, data), strings.ReplaceAll("0000"+strings.ReplaceAll(c.copies, " 3", "\n00003"), " 4", "\n00004"); got != want {
			t.Errorf("%s is of\n%s\nwant\n%s", c.file, got, want)
		}
		call(args...)
		if tree(t, "distribution")[c.file] != data {
			t.Errorf("%s differs the second time", c.file)
		}
	}
	if code, _, errs := call("build", "--numbered", "--reprint", "2"); code != exitUsage || !strings.Contains(errs, "没有第 2 次加印") {
		t.Error(code, errs)
	}
	if files := names(tree(t, "distribution")); files != "2020/007-加印1-编号本.pdf 2020/007-编号本.pdf" {
		t.Errorf("files %s", files)
	}
	// Without 份号 copies are numbered from 1, with a warning.
	distributed(t, register, listed)
	if code, _, errs := call("build", "--numbered"); code != exitDone || !strings.Contains(errs, "警告: 没有写份号，从000001编起") {
		t.Error(code, errs)
	}
}

func TestOffset(t *testing.T) {
	for s, want := range map[string][2]page.Length{"0,0": {}, "-1,0.5": {-page.Mm, page.Mm / 2}, "1.25mm，+2": {page.Mm * 5 / 4, 2 * page.Mm}, "-0.5,0": {-page.Mm / 2, 0}} {
		if x, y, ok := offset(s); !ok || x != want[0] || y != want[1] {
			t.Errorf("%s: %d %d %v", s, x, y, ok)
		}
	}
	if _, ok := dispatch.EnvelopeNamed("c5"); ok {
		t.Error("names of envelopes are capital")
	}
}

// outlineText is the titles of a file's bookmarks.
func outlineText(t *testing.T, data string) string {
	t.Helper()
	f, err := object.Parse([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	var r readFile
	r.bookmarks(f, f.Dict(f.Catalog()["Outlines"])["First"])
	return strings.Join(r.outline, "\n")
}

// TestManyIssues says that issues of several files follow one another by date,
// and 封号 run on.
func TestManyIssues(t *testing.T) {
	distributed(t, register, listed)
	put(t, "issues/2020/a10.md", strings.NewReplacer("期号: 7", "期号: 10", "09-22", "11-22").Replace(listed))
	put(t, "issues/2020/z9.md", strings.NewReplacer("期号: 7", "期号: 9", "09-22", "10-22").Replace(listed))
	if code, _, errs := call("recipients", "--csv", "--cover", "101"); code != exitDone {
		t.Fatal(errs)
	}
	files := tree(t, "distribution")
	lines := strings.Split(files["发文登记簿.csv"], "\r\n")
	for i, want := range []string{"1,2020-09-22,第7期,", "2,2020-10-22,第9期,", "3,2020-11-22,第10期,"} {
		if !strings.HasPrefix(lines[i+1], want) {
			t.Errorf("row %d: %s", i+1, lines[i+1])
		}
	}
	if details := files["分发明细.csv"]; !strings.Contains(details, "第10期,2020-11-22,首印,1,报,市委办公室,,,交换箱10号,2,,,109,") {
		t.Error(details)
	}
	if code, _, errs := call("recipients", "--labels", "3x8", "--start", "5"); code != exitUsage || !strings.Contains(errs, "--start 一次用于一期") {
		t.Error(code, errs)
	}
	if code, _, errs := call("recipients", "issues/2020/z9.md", "--labels", "3x8", "--start", "5"); code != exitDone {
		t.Error(code, errs)
	}
}

// TestMissingFaces says that check finds what no face has in the register.
func TestMissingFaces(t *testing.T) {
	distributed(t, strings.Replace(register, "交换箱10号", "交换箱\U0010FFFD号", 1), listed)
	if code, out, _ := call("check"); code != exitSources || !strings.Contains(out, "issues/recipients.yaml:5:12: 错误: 字体里没有") {
		t.Error(code, out)
	}
	if code, _, errs := call("recipients", "--pdf", "--labels", "3x8"); code != exitSources || strings.Count(errs, "[缺字]") > 2 {
		t.Error(code, errs)
	}
}

// TestNobody says that sheets for nobody are not made.
func TestNobody(t *testing.T) {
	distributed(t, "单位: [{名称: 市委办公室, 份数: 0}]", "---\n期号: 7\ndate: 2020-09-22\n份号: 1\n报: [市委办公室]\n---\n\n正文。\n")
	code, _, errs := call("recipients", "--pdf", "--slips", "--labels", "3x8", "--envelopes", "C5")
	if code != exitDone || strings.Count(errs, "没有要发的单位，不生成") != 5 || names(tree(t, "distribution")) != "2020/007-分发明细表.pdf" {
		t.Error(code, errs)
	}
	if code, out, _ := call("recipients"); code != exitDone || strings.Contains(out, "000000") {
		t.Error(out)
	}
}

// TestMisnamedRegister says that a register with nearly the right name is
// pointed out.
func TestMisnamedRegister(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/recipients.yml": register, "issues/7.md": listed})
	if code, out, _ := call("check"); code != exitSources || !strings.Contains(out, "issues/recipients.yml:1:1: 错误: 名册的文件名应为 recipients.yaml [名册]") {
		t.Error(code, out)
	}
}

// TestOffPaper says that an offset that cuts text is pointed out.
func TestOffPaper(t *testing.T) {
	distributed(t, register, listed)
	for offset, cut := range map[string]bool{"9,0": true, "-9,0": true, "2,1": false} {
		if code, _, errs := call("recipients", "--labels", "3x8", "--offset="+offset); code != exitDone || strings.Contains(errs, "移出了纸边") != cut {
			t.Errorf("%s: exit %d, %s", offset, code, errs)
		}
	}
}
