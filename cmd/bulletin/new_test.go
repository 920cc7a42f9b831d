package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"jianbao/bulletin"
)

// callOn runs a command line on an evening of UTC, when it is the next day in
// China: 30 September 2020.
func callOn(args ...string) (code int, errs string) {
	var o, e bytes.Buffer
	now := func() time.Time { return time.Date(2020, 9, 29, 18, 0, 0, 0, time.UTC) }
	code = run(args, world{strings.NewReader(""), &o, &e, now})
	return code, e.String()
}

// TestNew begins the issue after the real one.
func TestNew(t *testing.T) {
	real, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/2020/004.md": string(real)})
	code, errs := callOn("new")
	if code != exitDone || !strings.HasPrefix(errs, "新建 issues/2020/005.md：第5期，2020年9月30日\n照 issues/2020/004.md 抄来：报、送\n") {
		t.Fatalf("exit %d, %s", code, errs)
	}
	_, lists, _ := strings.Cut(string(real), "\n报:")
	lists, _, _ = strings.Cut(lists, "---")
	if text := tree(t, "issues")["2020/005.md"]; !strings.Contains(text, "\n报:"+lists) {
		t.Error(text)
	}
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"new issues/2020 --date 2021-01-04", exitDone, "新建 issues/2021/001.md：第1期，2021年1月4日\n"},
		{"new --date=2020年10月9日", exitDone, "新建 issues/2020/006.md"},
		{"new issues --number 9", exitDone, "缺2020年第7期至第8期"},
		{"new issues --supplement", exitDone, "新建 issues/2020/增刊001.md：增刊第1期"},
		{"new --number 4", exitUsage, "已有第4期：issues/2020/004.md"},
		{"new --number 0", exitUsage, "--number"},
		{"new --date 9月30日", exitUsage, "--date 后面写日期，如 2020-09-30"},
		{"new --date 2020-02-30", exitUsage, "--date"},
		{"new a b", exitUsage, "一次新建一期"},
		{"new 没有", exitUsage, "bulletin init 没有"},
		{"new issues/2020/004.md", exitUsage, "不是文件夹"},
	} {
		if code, errs := callOn(strings.Fields(c.args)...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%s: exit %d, %s", c.args, code, errs)
		}
	}
	if code, _, errs := call("build", "issues"); code != exitDone {
		t.Errorf("what was begun does not build: %s", errs)
	}
}

// TestNewNeverOverwrites says that a file that is there stays, even one that is no
// issue, and one that appears meanwhile.
func TestNewNeverOverwrites(t *testing.T) {
	folder(t, map[string]string{"bulletin.yaml": settings, "1.md": issue("1"), "2.md/x": "别的"})
	if code, errs := callOn("new"); code != exitUsage || !strings.Contains(errs, "已有 2.md，不覆盖") {
		t.Errorf("exit %d, %s", code, errs)
	}
	folder(t, map[string]string{"bulletin.yaml": settings, "1.md": issue("1")})
	var done sync.WaitGroup
	codes := make([]int, 8)
	for i := range codes {
		done.Go(func() { codes[i], _ = callOn("new", "--date", "2020-10-01") })
	}
	done.Wait()
	made := 0
	for _, c := range codes {
		if c == exitDone {
			made++
		}
	}
	if files := tree(t, "."); len(files) != made+2 {
		t.Errorf("%d runs made %v", made, names(files))
	}
}

// TestNewAlone begins an issue in a folder without bulletin.yaml, and in an empty
// series.
func TestNewAlone(t *testing.T) {
	folder(t, map[string]string{"a/第4期.md": "---\n刊名: 简报\n期号: 4\ndate: 2020-09-22\n---\n\n正文。\n", "b/bulletin.yaml": settings, "c/x.txt": ""})
	if code, errs := callOn("new", "a"); code != exitDone || !strings.Contains(errs, "新建 a/第5期.md") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if code, errs := callOn("new", "b"); code != exitDone || !strings.Contains(errs, "新建 b/2020/001.md") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if code, errs := callOn("new", "c"); code != exitDone || !strings.Contains(errs, "新建 c/2020/001.md") {
		t.Errorf("exit %d, %s", code, errs)
	}
	for _, p := range []string{"a", "b", "c"} {
		if code, _, errs := call("build", p); code != exitDone {
			t.Errorf("%s: %s", p, errs)
		}
	}
}

var initFlags = []string{"--刊名", "工作简报", "--编发单位", "某办公室", "--报", "甲局、乙局；丙局", "--送", "各县人民政府"}

// TestInit makes a series folder by flags, and goes on with it as a new user does.
func TestInit(t *testing.T) {
	folder(t, nil)
	code, errs := callOn(append([]string{"init"}, initFlags...)...)
	if got := names(tree(t, "issues")); code != exitDone || got != "2020/001.md bulletin.yaml recipients.yaml" {
		t.Fatalf("exit %d, %s: %s", code, got, errs)
	}
	if code, errs := callOn("new"); code != exitDone || !strings.Contains(errs, "issues/2020/002.md") {
		t.Fatal(errs)
	}
	if code, _, errs := call("build"); code != exitDone {
		t.Error(errs)
	}
	before := tree(t, "issues")
	for _, c := range []struct{ folder, says string }{
		{"", "issues 已是刊物文件夹；新建一期用 bulletin new issues"}, {"issues/新刊", "在刊物文件夹 issues 里面"}, {".", "里面已有刊物文件夹 issues"},
		{"issues/bulletin.yaml", "已是一个文件"},
	} {
		if code, errs := callOn(append([]string{"init", c.folder}[:1+min(1, len(c.folder))], initFlags...)...); code != exitUsage || !strings.Contains(errs, c.says) {
			t.Errorf("%s: exit %d, %s", c.folder, code, errs)
		}
	}
	put(t, "别处/2020/001.md", "有用的")
	if code, errs := callOn(append([]string{"init", "别处"}, initFlags...)...); code != exitUsage || !strings.Contains(errs, "已有 别处/2020/001.md，不覆盖") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if got := tree(t, "别处"); names(got) != "2020/001.md" || got["2020/001.md"] != "有用的" || names(tree(t, "issues")) != names(before) {
		t.Errorf("left %s", names(got))
	}
}

// TestInitAsks says which flags are missing where nobody can be asked, and what is
// wrong with those that are given.
func TestInitAsks(t *testing.T) {
	folder(t, nil)
	for _, c := range []struct{ args, says string }{
		{"init", "请写明 --刊名、--编发单位"}, {"init --刊名 简报", "请写明 --编发单位，"}, {"init x --刊名=简报 --编发单位 甲 --date 昨天", "--date：日期写作 2020-09-30"},
		{"init --刊名=简报 --编发单位 甲 --number 〇", "--number：期号是"}, {"init --刊名= --编发单位 甲", "--刊名：不能空着"}, {"init a b", "一个刊物文件夹"},
		{"init --刊名 甲\u200B\x1b --编发单位 甲", "看不见"}, {"init --刊 甲", "没有这个选项：--刊"},
	} {
		if code, errs := callOn(strings.Fields(c.args)...); code != exitUsage || !strings.Contains(errs, c.says) {
			t.Errorf("%s: exit %d, %s", c.args, code, errs)
		}
	}
	if left, _ := filepath.Glob("*"); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

// TestQuestions says what is asked, and how answers are taken.
func TestQuestions(t *testing.T) {
	for _, c := range []struct {
		name, answers string
		known         string
		done          bool
		want          string
	}{
		{"all", "工作简报\n某办公室\n甲局、乙局\n丙局\n张三，0737-1\n5，2020-09-22\n", "", true, "工作简报|某办公室|甲局、乙局|丙局|张三|0737-1|5|2020-09-22"},
		{"as little as may be", "简报\r\n甲\r\n\r\n\r\n\r\n\r\n", "", true, "简报|甲|||||0|0000-00-00"},
		{"the last line has no end", "简报\n甲\n\n\n 李四\n3", "", true, "简报|甲|||李四||3|0000-00-00"},
		{"a phone alone, a day alone", "简报\n甲\n\n\n4222222\n2020年9月2日\n", "", true, "简报|甲||||4222222|0|2020-09-02"},
		{"mended answers", "\n　\n简报\n甲\n\n\n\n第几期\n第5期 9月\n第5期 2020-09-01\n", "", true, "简报|甲|||||5|2020-09-01"},
		{"some are known", "甲\n\n张三\n\n", "刊名 报", true, "|甲|||张三||0|0000-00-00"},
		{"too early an end", "简报\n甲\n", "", false, ""},
		{"a wrong end", "简报\n甲\n\n\n\n几", "", false, ""},
	} {
		q := &questionnaire{today: bulletin.Date{Year: 2020, Month: 9, Day: 30}}
		var out bytes.Buffer
		done := q.ask(bufio.NewReader(strings.NewReader(c.answers)), &out, func(name string) bool { return strings.Contains(" "+c.known+" ", " "+name+" ") })
		got := strings.Join([]string{q.Name, q.Issuer, q.Lists[0], q.Lists[1], q.Editor, q.Phone, strconv.Itoa(q.Number), q.Date.ISO()}, "|")
		if done != c.done || done && got != c.want {
			t.Errorf("%s: %v %s\n%s", c.name, done, got, out.String())
		}
	}
}

// TestInitOnTerminal answers the questions on a terminal.
func TestInitOnTerminal(t *testing.T) {
	if _, err := exec.LookPath("script"); err != nil || runtime.GOOS != "linux" {
		t.Skip("SKIPPED: no program script (util-linux): init is not tried on a terminal")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder(t, nil)
	cmd := exec.Command("script", "-qec", exe+" init", "/dev/null")
	cmd.Env = append(os.Environ(), asTool+"=1")
	cmd.Stdin = strings.NewReader("工作简报\n某办公室\n甲局\n\n张三\n\n")
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "6. 第一期的期号和日期") {
		t.Fatal(err, string(out))
	}
	if text := tree(t, "issues")["bulletin.yaml"]; !strings.Contains(text, "刊名: 工作简报\n编发单位: 某办公室\n") || !strings.Contains(text, "责任编辑: 张三") {
		t.Error(text)
	}
}
