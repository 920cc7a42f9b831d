package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin/diag"
	"jianbao/bulletin/lint"
)

// slips is an issue with two slips a machine can mend and one it cannot.
func slips(number string) string {
	return "---\n期号: " + number + "\ndate: 2020-09-2" + number + "\n---\n\n# 督察组下沉一线。\n\n会议强调,要立行立改，，不拖延。\n\n# 督察组下沉一线\n\n正文。\n"
}

// TestCheckOne checks one file of a series: what is wrong with it among the others
// is found, what is wrong with the others is not told.
func TestCheckOne(t *testing.T) {
	folder(t, map[string]string{
		"issues/bulletin.yaml": settings, "issues/2020/001.md": slips("1"), "issues/2020/003.md": slips("3"), "issues/2020/005.md": slips("5"),
	})
	code, out, _ := call("check", "issues/2020/003.md")
	if code != exitDone || !strings.Contains(out, "issues/2020/003.md:2:5: 警告: 缺2020年第2期 [缺号]") {
		t.Errorf("%d: %s", code, out)
	}
	for _, other := range []string{"001.md", "005.md", "第4期"} {
		if strings.Contains(out, other) {
			t.Errorf("%s is told of: %s", other, out)
		}
	}
	if _, out, _ = call("check"); !strings.Contains(out, "缺2020年第4期") {
		t.Errorf("the whole series: %s", out)
	}
}

// TestFix mends files and touches nothing else in them.
func TestFix(t *testing.T) {
	const bom = "\uFEFF"
	crlf := bom + strings.ReplaceAll(slips("1"), "\n", "\r\n")
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/2020/001.md": crlf, "issues/2020/第2期 草稿.md": slips("2")})
	before := tree(t, "issues")

	code, out, errs := call("check", "--diff", "issues/2020/第2期 草稿.md")
	for _, want := range []string{"--- issues/2020/第2期 草稿.md\n+++ issues/2020/第2期 草稿.md\n@@ ", "\n-# 督察组下沉一线。\n+# 督察组下沉一线\n", "\n+会议强调，要立行立改，不拖延。\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in the diff:\n%s", want, out)
		}
	}
	if code != exitDone || !strings.Contains(errs, "1 个文件，会改 3 处") || strings.Contains(out, "001.md") {
		t.Errorf("%d: %s", code, errs)
	}
	if after := tree(t, "issues"); len(after) != len(before) || after["2020/第2期 草稿.md"] != before["2020/第2期 草稿.md"] {
		t.Error("--diff touched a file")
	}

	code, out, errs = call("check", "--fix", "issues/2020/001.md")
	after := tree(t, "issues")
	want := strings.NewReplacer("一线。", "一线", ",", "，", "，，", "，").Replace(crlf)
	if after["2020/001.md"] != want {
		t.Errorf("mended as %q", after["2020/001.md"])
	}
	if after["2020/第2期 草稿.md"] != before["2020/第2期 草稿.md"] || len(after) != len(before) {
		t.Error("another file was touched")
	}
	for _, w := range []string{"issues/2020/001.md：改了 3 处\n", "第6行第10字：删去“。” [标题标点]", "“,”改为“，” [半角标点]"} {
		if !strings.Contains(errs, w) {
			t.Errorf("no %q in %s", w, errs)
		}
	}
	if code != exitDone || !strings.Contains(out, "[标题重复]") || strings.Contains(out, "[半角标点]") {
		t.Errorf("%d: what remains: %s", code, out)
	}
	if _, _, errs = call("check", "--fix", "issues/2020/001.md"); !strings.Contains(errs, "没有能自动改的") {
		t.Errorf("again: %s", errs)
	}
	if again := tree(t, "issues"); again["2020/001.md"] != want {
		t.Error("not at rest")
	}
	if code, out, _ = call("check", "--diff", "issues/2020/001.md"); code != exitDone || out != "" {
		t.Errorf("a diff of nothing: %d %q", code, out)
	}
}

// TestFixLeaves says what --fix leaves alone: what is silenced, what has errors,
// what is sealed; and what it says then.
func TestFixLeaves(t *testing.T) {
	silent := strings.Replace(slips("1"), "date:", "不查: [标题标点, 半角标点, 标点重复]\ndate:", 1)
	broken := strings.Replace(slips("2"), "期号: 2", "期号: 二", 1)
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/1.md": silent, "issues/2.md": broken})
	code, _, errs := call("check", "--fix")
	if files := tree(t, "issues"); files["1.md"] != silent || files["2.md"] != broken || code != exitSources || !strings.Contains(errs, "没有能自动改的") {
		t.Errorf("%d: %s", code, errs)
	}
	if code, _, _ = call("check", "--diff"); code != exitSources {
		t.Errorf("a diff of a file with errors: %d", code)
	}
	put(t, "issues/1.md", slips("1"))
	if err := os.Remove("issues/2.md"); err != nil {
		t.Fatal(err)
	}
	must(t, exitDone, "build")
	must(t, exitDone, "seal", "issues/1.md")
	code, out, errs := call("check", "--fix")
	if files := tree(t, "issues"); files["1.md"] != slips("1") || code != exitDone || strings.Contains(out, "半角标点") {
		t.Errorf("a sealed issue: %d: %s %s", code, out, errs)
	}
}

// TestFixInPlace mends a file where a link leads and leaves it as open as it was;
// one that may not be written to stays.
func TestFixInPlace(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "elsewhere/稿.md": slips("1")})
	if err := os.Symlink("../elsewhere/稿.md", "issues/1.md"); err != nil {
		t.Skip("no links here:", err)
	}
	if err := os.Chmod("elsewhere/稿.md", 0o640); err != nil {
		t.Fatal(err)
	}
	must(t, exitDone, "check", "--fix", "issues/1.md")
	link, err := os.Lstat("issues/1.md")
	if err != nil || link.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	file, err := os.Stat("elsewhere/稿.md")
	if err != nil || file.Mode().Perm() != 0o640 {
		t.Errorf("%v %v", file.Mode(), err)
	}
	if text := tree(t, "elsewhere")["稿.md"]; !strings.Contains(text, "会议强调，要") {
		t.Errorf("not mended: %s", text)
	}
	if os.Getuid() == 0 {
		return // who may write to everything
	}
	put(t, "issues/2.md", slips("2"))
	if err := os.Chmod("issues/2.md", 0o444); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call("check", "--fix", "issues/2.md"); code != exitMachine || !strings.Contains(errs, "没有权限") || tree(t, "issues")["2.md"] != slips("2") {
		t.Errorf("%d: %s", code, errs)
	}
}

// TestFixJSON says what remains for a program, on standard output alone.
func TestFixJSON(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/1.md": slips("1")})
	code, out, _ := call("check", "--fix", "--json")
	var list []finding
	if err := json.Unmarshal([]byte(out), &list); err != nil || code != exitDone || len(list) != 1 || list[0].Code != "标题重复" || list[0].Line != 10 {
		t.Errorf("%d: %v: %s", code, err, out)
	}
	if code, _, errs := call("check", "--diff", "--json"); code != exitUsage || !strings.Contains(errs, "不能一起写") {
		t.Errorf("%d: %s", code, errs)
	}
}

// TestBuildSilenced builds an issue with a silenced finding of reading and one of
// layout: build does not tell of them either, nor does the next, which only has
// the manifest.
func TestBuildSilenced(t *testing.T) {
	text := "---\n期号: 1\ndate: 2020-09-22\nSILENT---\n\n第一段。\n第二段。\n\n" + strings.Repeat("正文。\n\n", 15)
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/1.md": strings.Replace(text, "SILENT", "", 1)})
	for _, c := range []struct {
		silent string
		told   int
	}{{"", 2}, {"不查: [分段]\n", 1}, {"不查: [分段, 末页太空]\n", 0}} {
		put(t, "issues/1.md", strings.Replace(text, "SILENT", c.silent, 1))
		for range 2 {
			if code, _, errs := call("build"); code != exitDone || strings.Count(errs, "[分段]")+strings.Count(errs, "[末页太空]") != c.told {
				t.Errorf("%q: %d %s", c.silent, code, errs)
			}
		}
	}
	put(t, "issues/bulletin.yaml", settings+"不查: [分段, 末页太空]\n")
	put(t, "issues/1.md", strings.Replace(text, "SILENT", "", 1))
	if code, _, errs := call("build"); code != exitDone || strings.Contains(errs, "提示") {
		t.Errorf("in bulletin.yaml: %d %s", code, errs)
	}
}

// TestExplain explains every rule, and lists all in columns.
func TestExplain(t *testing.T) {
	folder(t, nil)
	for _, r := range lint.Rules() {
		code, out, errs := call("check", "--explain", r.Code)
		if code != exitDone || errs != "" {
			t.Fatalf("%s: %d %s", r.Code, code, errs)
		}
		for _, want := range []string{r.Code + "（" + r.Group + "）：" + r.Title, "  级别  " + r.Severity.String(), "  依据  " + r.Strength.String(), "  缘由  ", "  错例\n", "  对例\n", "不查 " + r.Code} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in %s", r.Code, want, out)
			}
		}
		if strings.ContainsFunc(out, func(c rune) bool { return c < ' ' && c != '\n' || c == '\uFFFD' && r.Code != "编码" }) {
			t.Errorf("%s: a character no terminal shows: %q", r.Code, out)
		}
	}
	code, out, _ := call("check", "--explain")
	column := -1
	for line := range strings.Lines(out) {
		i := max(strings.Index(line, "  错误  "), strings.Index(line, "  警告  "), strings.Index(line, "  提示  "))
		if !strings.HasPrefix(line, "  ") || i < 0 {
			continue
		}
		if n := diag.Columns(line[:i]); column >= 0 && n != column {
			t.Errorf("column %d, not %d: %s", n, column, line)
		} else {
			column = n
		}
	}
	if code != exitDone || strings.Count(out, "\n  ") != len(lint.Rules()) || column < 0 {
		t.Errorf("%d: %d rules listed in column %d", code, strings.Count(out, "\n  "), column)
	}
	for word, want := range map[string]string{"缺号码": "“缺号”", "缺": "“缺号”", "半角": "“半角标点”"} {
		if code, _, errs := call("check", "--explain", word); code != exitUsage || !strings.Contains(errs, want) {
			t.Errorf("%s: %d %s", word, code, errs)
		}
	}
	if code, _, errs := call("check", "--explain", "xyz"); code != exitUsage || strings.Contains(errs, "是不是") {
		t.Errorf("%d %s", code, errs)
	}
	for _, args := range [][]string{{"check", "--explain=[缺号]"}, {"check", "缺号", "--explain"}, {"help", "缺号"}} {
		if code, out, errs := call(args...); code != exitDone || !strings.HasPrefix(out, "缺号（") {
			t.Errorf("%v: %d %s%s", args, code, out, errs)
		}
	}
	code, out, _ = call("check", "--explain", "缺号", "重号", "--json")
	var list []ruleJSON
	if err := json.Unmarshal([]byte(out), &list); err != nil || code != exitDone || len(list) != 2 || list[0].Code != "缺号" || list[0].Severity != "warning" || len(list[1].Wrong) == 0 {
		t.Errorf("%d: %v: %s", code, err, out)
	}
}

// TestCheckReal checks the real 第4期: its three oddities are found, and nothing
// else.
func TestCheckReal(t *testing.T) {
	code, out, errs := call("check", "../../issues", "--json")
	var list []finding
	if err := json.Unmarshal([]byte(out), &list); err != nil || code != exitDone {
		t.Fatalf("%d: %v: %s", code, err, errs)
	}
	var got []string
	for _, f := range list {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", filepath.Base(f.File), f.Line, f.Column, f.Code))
	}
	if want := []string{"004.md:48:17 冒号误用", "004.md:54:29 时刻写法", "bulletin.yaml:8:31 报尾句号"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// TestLargePicture tells of a picture with far more bytes than print needs.
func TestLargePicture(t *testing.T) {
	picture, err := os.ReadFile("../../bulletin/layout/testdata/img/wide.png")
	if err != nil {
		t.Fatal(err)
	}
	text := issue("1") + "\n![图](a.png)\n"
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/1.md": text, "issues/a.png": string(picture)})
	if _, out, _ := call("check"); strings.Contains(out, "[图片过大]") {
		t.Error(out)
	}
	put(t, "issues/a.png", string(picture)+strings.Repeat("\x00", 6<<20))
	if _, out, _ := call("check"); !strings.Contains(out, "issues/1.md:10:1: 提示: 图片“a.png”有6 MB") {
		t.Error(out)
	}
}
