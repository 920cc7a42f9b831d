package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"jianbao/bulletin"
)

// sound is an issue of a number.
func sound(n int, more string) string {
	return fmt.Sprintf("---\n期号: %d\ndate: 2020-09-%02d\n---\n\n# 标题\n\n正文。\n%s", n, n, more)
}

// TestUnreadIssues builds a series with files that cannot be read or named so:
// each has an error of its own, the others are built, and nobody reads English or
// more than a line.
func TestUnreadIssues(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/001.md": sound(1, ""), "s/" + strings.Repeat("期", 80) + ".md": sound(2, "")})
	bad := []string{"s/断.md:1:1: 错误: 这一期读不了：是快捷方式"}
	if err := os.Symlink("没有", "s/断.md"); err != nil {
		t.Skip("SKIPPED: no links here")
	}
	if os.WriteFile("s/\xb9\xa4.md", []byte(sound(3, "")), 0o666) == nil {
		bad = append(bad, "s/〈B9〉〈A4〉.md:1:1: 错误: 这一期读不了：文件名或文件夹名不是 UTF-8")
	}
	if os.WriteFile("s/行\n尾.md", []byte(sound(4, "")), 0o666) == nil {
		bad = append(bad, "s/行〈U+000A〉尾.md:1:1: 错误: 这一期读不了：文件名或文件夹名里有换行")
	}
	if os.Geteuid() > 0 {
		put(t, "s/锁.md", sound(5, ""))
		if err := os.Chmod("s/锁.md", 0); err != nil {
			t.Fatal(err)
		}
		bad = append(bad, "s/锁.md:1:1: 错误: 这一期读不了：没有读它的权限")
	}
	for _, args := range [][]string{{"build", "s", "-o", "out"}, {"check", "s"}, {"check", "--fix", "s"}, {"seal", "s", "-o", "out"}, {"catalog", "s", "-o", "cat"}} {
		code, out, errs := call(args...)
		if code != exitSources {
			t.Errorf("%v: exit code %d: %s", args, code, errs)
		}
		for _, want := range bad {
			if !strings.Contains(out+errs, want) {
				t.Errorf("%v: %s is missing in %s", args, want, out+errs)
			}
		}
		for line := range strings.Lines(out + errs) {
			if len(line) > 1500 || !utf8.ValidString(line) || strings.HasPrefix(line, "尾") || strings.Contains(line, "invalid") {
				t.Errorf("%v: %q", args, line)
			}
		}
	}
	files := tree(t, "out")
	if files["001.pdf"] == "" || files[strings.Repeat("期", 80)+".html"] == "" {
		t.Error("the others are not built")
	}
}

// TestUnseenFolder builds a series of which one folder cannot be looked through any
// more: what stands of its issues stays.
func TestUnseenFolder(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/001.md": sound(1, ""), "s/2020/002.md": sound(2, "")})
	if code, _, errs := call("build", "s", "-o", "out"); code != exitDone {
		t.Fatal(errs)
	}
	deep := "s/2020" + strings.Repeat("/"+strings.Repeat("d", 200), 25)
	if err := os.MkdirAll(filepath.Dir(filepath.Dir(deep)), 0o777); err == nil {
		t.Skip("SKIPPED: paths of any length can be made here")
	}
	// One folder at a time, as the whole path is too long.
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { t.Chdir(home) })
	for _, part := range strings.Split(deep, "/") {
		_ = os.Mkdir(part, 0o777)
		if err := syscall.Chdir(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Chdir(home); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("s/2020/002.md"); err != nil { // as if it were not seen
		t.Fatal(err)
	}
	code, _, errs := call("build", "s", "-o", "out")
	if code != exitSources || !strings.Contains(errs, "这个文件夹看不了：名字或路径太长") {
		t.Error(code, errs)
	}
	if files := tree(t, "out"); files["2020/002.pdf"] == "" || files["001.pdf"] == "" {
		t.Error("what stood there is gone")
	}
}

// TestOutputsCollide builds issues whose outputs need each other's places: they
// have errors, the others are built.
func TestOutputsCollide(t *testing.T) {
	folder(t, map[string]string{
		"s/bulletin.yaml": settings, "s/x.md": sound(1, ""), "s/x.html/y.md": sound(2, ""), "s/003.md": sound(3, ""),
		"s/004.md": sound(4, "\n![图](003.pdf)\n"), "s/003.pdf": "x", "s/005.md": sound(5, "\n![图](图)\n"), "s/图": "x",
	})
	code, _, errs := call("build", "s", "-o", "out")
	if code != exitSources || !strings.Contains(errs, "做成 1 期，没有生成 4 期") || !strings.Contains(errs, "图片“003.pdf”会顶掉“s/003.md”的输出") || !strings.Contains(errs, "“图”不是图片的文件名") {
		t.Error(code, errs)
	}
	if files := tree(t, "out"); !strings.HasPrefix(files["003.pdf"], "%PDF") {
		t.Error("003.pdf is not that of the issue")
	}
}

// TestRefusals says what the machine refused in Chinese, with the whole path.
func TestRefusals(t *testing.T) {
	folder(t, map[string]string{"public/a": ""})
	for want, err := range map[string]error{
		"没有往这个文件夹里写的权限：pro（请管理员给，或换一个文件夹）": &fs.PathError{Op: "create", Path: "pro", Err: errReadOnly},
		"磁盘满了：public/2020": &fs.PathError{Op: "write", Path: "public/2020/.bulletin-12.tmp", Err: syscall.ENOSPC},
		"不是普通的文件：public/archive.json（换成文件，或移走）": fmt.Errorf("x: %w", &fs.PathError{Op: "read", Path: "public/archive.json", Err: bulletin.ErrNotFile}),
		"文件名或路径太长：甲〈U+000A〉乙":                   &fs.PathError{Op: "open", Path: "甲\n乙", Err: syscall.ENAMETOOLONG},
		"没有往这个文件夹里写的权限：当前文件夹（请管理员给，或换一个文件夹）":    &fs.PathError{Op: "create", Path: ".", Err: errReadOnly},
		"系统没有做到：甲（系统的原话：no child processes）":    &fs.PathError{Op: "open", Path: "甲", Err: syscall.ECHILD},
	} {
		if got := explain(err); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	_, err := fs.ReadFile(openFolder("public"), "2020/001.pdf")
	if got := explain(err); got != "文件或文件夹不在：public/2020/001.pdf" {
		t.Error(got)
	}
}

// TestReadOnlyFolder builds into a folder that may not be written to.
func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("SKIPPED: the administrator may write everywhere")
	}
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/001.md": sound(1, ""), "pro/a": ""})
	if err := os.Chmod("pro", 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod("pro", 0o777) })
	if code, _, errs := call("build", "s", "-o", "pro"); code != exitMachine || !strings.Contains(errs, "没有往这个文件夹里写的权限：pro（") {
		t.Error(code, errs)
	}
}

// TestTemplateLinks builds with templates that are links: within the series they
// count, those that lead out of it are refused.
func TestTemplateLinks(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/001.md": sound(1, ""), "secret": "body{}", "s/own.css": "body { color: #123456 }", "s/templates/_": ""})
	if err := os.Symlink("../own.css", "s/templates/page.css"); err != nil {
		t.Skip("SKIPPED: no links here")
	}
	if code, _, errs := call("build", "s", "-o", "out"); code != exitDone || !strings.Contains(tree(t, "out")["001.html"], "#123456") {
		t.Error(code, errs)
	}
	for _, link := range []struct{ to, name string }{{"../../secret", "s/templates/base.css"}, {"..", "s/templates"}} {
		if err := os.RemoveAll(link.name); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(link.to, link.name); err != nil {
			t.Fatal(err)
		}
		code, _, errs := call("build", "s", "-o", "out")
		if code != exitSources || !strings.Contains(errs, link.name+":1:1: 错误: ") || !strings.Contains(errs, "指向刊物文件夹之外") {
			t.Error(code, errs)
		}
	}
}

// TestUnreadLedger asks for the ledger of a year in which an issue cannot be read:
// nobody knows of which year that is, so there is none.
func TestUnreadLedger(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/recipients.yaml": register, "s/001.md": sound(1, "")})
	if err := os.Symlink("没有", "s/断.md"); err != nil {
		t.Skip("SKIPPED: no links here")
	}
	code, out, errs := call("recipients", "s", "--xlsx", "--year", "2020")
	if code != exitSources || !strings.Contains(out+errs, "缺一期的登记簿不写") {
		t.Error(code, out, errs)
	}
}
