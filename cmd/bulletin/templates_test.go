package main

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"jianbao/templates"
)

// TestTemplates says that an office gets our templates as they are, to change
// them, and that none of its own is lost.
func TestTemplates(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": "刊名: 简报\n", "issues/2020/001.md": issue("1")})
	code, list, _ := call("templates")
	ours, err := fs.ReadDir(templates.Files, ".")
	if err != nil || code != exitDone || strings.Count(list, "\n") != len(ours) {
		t.Errorf("%d: %s", code, list)
	}
	for _, f := range ours {
		if !strings.Contains("\n"+list, "\n"+f.Name()+" ") {
			t.Errorf("%s is not in the list", f.Name())
		}
		if code, _, errs := call("templates", f.Name()); code != exitDone || errs != "取出 issues/templates/"+f.Name()+"\n" {
			t.Errorf("%d: %s", code, errs)
		}
	}
	call("build", "-o", "own")
	for name, text := range tree(t, "issues/templates") {
		if own, err := fs.ReadFile(templates.Files, name); err != nil || string(own) != text {
			t.Errorf("%s is another: %v", name, err)
		}
	}
	put(t, "issues/templates/colophon.html", "<footer></footer>")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"templates", "colophon.html", "-o", "issues"}, "已有 issues/templates/colophon.html，不覆盖"},
		{[]string{"templates", "../bulletin.yaml"}, "没有“../bulletin.yaml”这个模板"},
		{[]string{"templates", "page.html", "-o", "own"}, "不是刊物文件夹"},
		{[]string{"templates", "page.html", "-o", "没有"}, "没有“没有”"},
	} {
		if code, _, errs := call(c.args...); code != exitUsage || !strings.Contains(errs, c.want) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	if text := tree(t, "issues/templates")["colophon.html"]; text != "<footer></footer>" {
		t.Error("the office's own template is lost")
	}
	if err := os.RemoveAll("issues/templates"); err != nil {
		t.Fatal(err)
	}
	call("build", "-o", "none")
	own, none := tree(t, "own"), tree(t, "none")
	for name := range none {
		if name != "archive.json" && own[name] != none[name] {
			t.Errorf("%s is another with our templates beside the issues", name)
		}
	}
}
