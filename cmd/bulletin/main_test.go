package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// call runs a command line in the working folder.
func call(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = run(args, world{strings.NewReader(""), &o, &e, func() time.Time { return time.Unix(0, 0) }})
	return code, o.String(), e.String()
}

// folder makes a working folder of the given files and goes there.
func folder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		put(t, name, text)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// tree returns the files below the working folder's dir with their bytes.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS("."), dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		files[strings.TrimPrefix(p, dir+"/")] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sharedPages are the pages of a series beside its index, and what they need;
// the tests of archive name them.
var sharedPages = regexp.MustCompile(`^(_search/.*|index-\d+\.html|search\.html|feed\.xml|sitemap\.xml|archive\.json)$`)

// names lists files, but for those pages when the index is there.
func names(files map[string]string) string {
	_, series := files["index.html"]
	var list []string
	for n := range files {
		if !series || !sharedPages.MatchString(n) {
			list = append(list, n)
		}
	}
	return strings.Join(sorted(list), " ")
}

func sorted(list []string) []string {
	for i := range list {
		for j := i; j > 0 && list[j] < list[j-1]; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}

const settings = "刊名: 工作简报\n编发单位: 某办公室\n"

func issue(number string) string {
	return "---\n期号: " + number + "\ndate: 2020-09-22\n---\n\n# 标题\n\n正文。\n"
}

func TestBuildSeries(t *testing.T) {
	folder(t, map[string]string{
		"issues/bulletin.yaml": settings, "issues/2020/001.md": issue("1"), "issues/2020/002.md": issue("2"),
		"issues/README.md": "不是简报", "issues/_稿.md": "不是简报", "issues/templates/x.md": "不是简报",
	})
	code, _, errs := call("build")
	if code != exitDone {
		t.Fatal(code, errs)
	}
	if got, want := names(tree(t, "public")), "2020/001.html 2020/001.pdf 2020/002.html 2020/002.pdf index.html"; got != want {
		t.Errorf("outputs %s, want %s", got, want)
	}
	for _, want := range []string{"issues/2020/001.md：1 页，", " 字，", "秒 → public/2020/001.html public/2020/001.pdf", "共 2 期，做成 2 期"} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in %s", want, errs)
		}
	}
}

// TestSameBytes builds the real series with different numbers of workers, in
// different time zones.
func TestSameBytes(t *testing.T) {
	issues, err := filepath.Abs("../../issues")
	if err != nil {
		t.Fatal(err)
	}
	folder(t, nil)
	var first map[string]string
	for i, args := range [][]string{{"-j", "1"}, {"-j", "4"}, {"--only", "pdf,html"}} {
		t.Setenv("TZ", []string{"UTC", "Asia/Shanghai", "America/New_York"}[i])
		if code, _, errs := call(append([]string{"build", issues, "-o", "out"}, args...)...); code != exitDone {
			t.Fatal(errs)
		}
		files := tree(t, "out")
		if first == nil {
			first = files
		}
		for name := range first {
			if files[name] != first[name] {
				t.Errorf("%s differs with %v", name, args)
			}
		}
	}
}

// TestFaultyIssues says that an issue with an error has its finding, exit code
// 1 and no output, while the others build.
func TestFaultyIssues(t *testing.T) {
	good := issue("1")
	for _, c := range []struct{ name, text, finding string }{
		{"unknown key", strings.Replace(good, "date:", "刊明: 甲\ndate:", 1), "issues/2020/007.md:3:1: 错误: "},
		{"no date", strings.Replace(good, "date: 2020-09-22\n", "", 1), "issues/2020/007.md:2:1: 错误: 缺少"},
		{"number in Han", issue("七"), "issues/2020/007.md:2:5: 错误: 期号应为正整数，现为“七” [期号]\n    期号: 七\n          ^\n    提示：写作 期号: 7\n"},
		{"bad YAML", strings.Replace(good, "期号: 1", "期号: [1", 1), "issues/2020/007.md:"},
		{"no front matter", "# 标题\n\n正文。\n", "issues/2020/007.md:1:1: 错误: "},
		{"missing glyph", strings.Replace(good, "正文", "正文\U0010FFFD", 1), "issues/2020/007.md:8:3: 错误: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/2020/001.md": good, "issues/2020/007.md": c.text})
			code, _, errs := call("build")
			if code != exitSources {
				t.Errorf("exit %d", code)
			}
			if !strings.Contains(errs, c.finding) {
				t.Errorf("no %q in\n%s", c.finding, errs)
			}
			if got, want := names(tree(t, "public")), "2020/001.html 2020/001.pdf index.html"; got != want {
				t.Errorf("outputs %s, want %s", got, want)
			}
			code, out, _ := call("check")
			if code != exitSources || !strings.Contains(out, c.finding) {
				t.Errorf("check: exit %d, %s", code, out)
			}
		})
	}
}

// TestOldOutputStays says that an issue that breaks keeps what was built
// before, and that the user is told.
func TestOldOutputStays(t *testing.T) {
	folder(t, map[string]string{"bulletin.yaml": settings, "001.md": issue("1")})
	call("build")
	before := tree(t, "public")
	put(t, "001.md", issue("一百"))
	code, _, errs := call("build")
	if code != exitSources || !strings.Contains(errs, "旧的输出保留：public/001.html public/001.pdf") {
		t.Errorf("exit %d: %s", code, errs)
	}
	after := tree(t, "public")
	for _, name := range []string{"001.html", "001.pdf"} {
		if after[name] != before[name] {
			t.Errorf("%s changed", name)
		}
	}
}

// TestOnly says that --only and single files leave the rest as it is.
func TestOnly(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/001.md": issue("1"), "issues/002.md": issue("2")})
	call("build", "issues/001.md", "--only", "pdf")
	if got := names(tree(t, "public")); got != "001.pdf index.html" {
		t.Errorf("outputs %s", got)
	}
	call("build", "-o", "public", "--only=html", "issues/002.md")
	if got := names(tree(t, "public")); got != "001.pdf 002.html index.html" {
		t.Errorf("outputs %s", got)
	}
	index := tree(t, "public")["index.html"]
	if !strings.Contains(index, "001.pdf") || strings.Contains(index, "001.html") || !strings.Contains(index, "002.html") {
		t.Error("the index is not true:", index)
	}
}

func TestLoneIssue(t *testing.T) {
	folder(t, map[string]string{"某期.md": "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n\n正文。\n"})
	if code, _, errs := call("build", "某期.md"); code != exitDone {
		t.Fatal(errs)
	}
	if got := names(tree(t, "public")); got != "某期.html 某期.pdf" {
		t.Errorf("outputs %s", got)
	}
}

func TestUsage(t *testing.T) {
	folder(t, map[string]string{
		"a/bulletin.yaml": settings, "a/1.md": issue("1"), "b/bulletin.yaml": settings, "b/1.md": issue("1"),
	})
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "用法"},
		{[]string{"biuld"}, "没有“biuld”这个命令"},
		{[]string{"build", "--nosuch"}, "没有这个选项"},
		{[]string{"build", "-o"}, "后面要写值"},
		{[]string{"build", "--only", "docx", "a"}, "--only"},
		{[]string{"build", "-j", "0", "a"}, "-j"},
		{[]string{"build", "nowhere"}, "没有“nowhere”"},
		{[]string{"build", "a", "b"}, "一次只能"},
		{[]string{"build", "."}, "一次只能"},
		{[]string{"build"}, "没有 bulletin.yaml"},
		{[]string{"help", "nosuch"}, "没有“nosuch”"},
	} {
		if code, _, errs := call(c.args...); code != exitUsage || !strings.Contains(errs, c.want) {
			t.Errorf("%v: exit %d, %s", c.args, code, errs)
		}
	}
}

// TestMachineFails says that a folder that cannot be written is exit 3 and
// leaves nothing half done.
func TestMachineFails(t *testing.T) {
	folder(t, map[string]string{"bulletin.yaml": settings, "001.md": issue("1"), "taken": "a file where a folder should be"})
	if code, _, errs := call("build", "-o", "taken"); code != exitMachine {
		t.Errorf("exit %d: %s", code, errs)
	}
}

func TestCheckJSON(t *testing.T) {
	folder(t, map[string]string{"bulletin.yaml": settings, "001.md": issue("七")})
	code, out, _ := call("check", "--json")
	var got []finding
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err, out)
	}
	want := finding{"001.md", 2, 5, "error", "期号", "期号应为正整数，现为“七”", "写作 期号: 7"}
	if code != exitSources || len(got) != 1 || got[0] != want {
		t.Errorf("exit %d, %+v", code, got)
	}
	put(t, "001.md", issue("7"))
	if code, out, _ := call("check", "--json"); code != exitDone || strings.TrimSpace(out) != "[]" {
		t.Errorf("exit %d, %s", code, out)
	}
}

// TestHelp says that every command and every key has its page of help.
func TestHelp(t *testing.T) {
	for _, word := range []string{"build", "check", "catalog", "归档", "归档.保管期限", "期号", "date", "日期", "版式.每页行数", "红色", "键"} {
		if code, out, errs := call("help", word); code != exitDone || out == "" {
			t.Errorf("help %s: exit %d %s", word, code, errs)
		}
	}
	if code, out, _ := call("build", "--help"); code != exitDone || !strings.Contains(out, "--only") {
		t.Errorf("build --help: exit %d, %s", code, out)
	}
}

// TestGrid says that a proof with the grid goes to proof/, leaves the outputs
// alone and has no web page.
func TestGrid(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n", "s/1.md": "---\n期号: 1\ndate: 2020-01-02\n---\n\n正文。\n"})
	if code, _, errs := call("build", "s"); code != exitDone {
		t.Fatal(code, errs)
	}
	before := tree(t, "public")
	if code, _, errs := call("build", "--grid", "s"); code != exitDone {
		t.Fatal(code, errs)
	}
	if got := names(tree(t, "proof")); got != "1.pdf" {
		t.Errorf("proof holds %s", got)
	}
	if after := tree(t, "public"); names(after) != names(before) || after["1.pdf"] != before["1.pdf"] {
		t.Error("a proof changed the outputs")
	}
	if tree(t, "proof")["1.pdf"] == before["1.pdf"] {
		t.Error("the proof shows no grid")
	}
	if code, _, _ := call("build", "--grid", "--only", "html", "s"); code != exitUsage {
		t.Errorf("exit %d for a grid without PDF", code)
	}
}
