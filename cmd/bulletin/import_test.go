package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const oldPaper = `工作简报
第7期
某办公室　　2020年9月22日

会议圆满召开

9月21日，会议在市政府召开，全体同志参加会议，会议研究了有关工作。

报：市委、市政府。
`

// TestImport imports an old paper twice: the draft builds, and is not
// overwritten.
func TestImport(t *testing.T) {
	folder(t, map[string]string{"第7期.txt": oldPaper, "issues/bulletin.yaml": settings})
	code, out, errs := call("import", "第7期.txt")
	if code != exitDone || out != "" || !strings.Contains(errs, "第7期.txt → issues/2020/007.md：没有存疑") {
		t.Fatal(code, out, errs)
	}
	const want = "---\n期号: 7\ndate: 2020-09-22\n报:\n  - 市委\n  - 市政府\n---\n\n# 会议圆满召开\n\n9月21日，会议在市政府召开，全体同志参加会议，会议研究了有关工作。\n"
	if got := tree(t, "issues")["2020/007.md"]; got != want {
		t.Errorf("%s", got)
	}
	put(t, "issues/2020/007.md", want+"\n改过了。\n")
	code, _, errs = call("import", "第7期.txt", "第7期.txt")
	if code != exitDone || !strings.Contains(errs, "issues/2020/007.md 已经有了，不覆盖，写到 issues/2020/007-2.md") || !strings.Contains(errs, "写到 issues/2020/007-3.md") {
		t.Error(code, errs)
	}
	files := tree(t, "issues")
	if files["2020/007.md"] != want+"\n改过了。\n" || files["2020/007-2.md"] != want || files["2020/007-3.md"] != want || len(files) != 4 {
		t.Error(files)
	}
}

// TestImportDoubts builds a draft with doubts: none of their words reaches the
// page.
func TestImportDoubts(t *testing.T) {
	paper := strings.Replace(oldPaper, "会议研究", "\n\n▲县里动作快 近日，县里行动起来，成立了工作专班，落实了各项任务。\n\n（一）部署好。会议研究", 1)
	data, err := simplifiedchinese.GB18030.NewEncoder().String(strings.ReplaceAll(paper, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	folder(t, map[string]string{"old/第7期.TXT": data})
	code, _, errs := call("import", "old/第7期.TXT", "-o", "新稿")
	if code != exitDone || !strings.Contains(errs, "新稿/2020/007.md：存疑2处") || !strings.Contains(errs, "新稿/2020/007.md:16:1: 警告: ") {
		t.Fatal(code, errs)
	}
	if draft := tree(t, "新稿")["2020/007.md"]; strings.Count(draft, "<!-- 存疑：") != 2 {
		t.Error(draft)
	}
	if code, out, errs := call("check", "新稿"); code != exitDone {
		t.Error(out, errs)
	}
	if code, _, errs := call("build", "新稿", "--only", "html"); code != exitDone {
		t.Error(errs)
	}
	for name, page := range tree(t, "public") {
		if strings.Contains(page, "存疑") || filepath.Ext(name) == ".html" && !strings.Contains(page, "县里动作快") {
			t.Errorf("%s: %s", name, page)
		}
	}
}

// TestImportMany goes on after a file that is no paper.
func TestImportMany(t *testing.T) {
	var word bytes.Buffer
	z := zip.NewWriter(&word)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("<p><r><t>" + oldPaper + "</t></r></p>")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	folder(t, map[string]string{"a.doc": "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "b.docx": word.String()[:200], "d.txt": oldPaper})
	code, _, errs := call("import", "a.doc", "b.docx", "d.txt")
	if code != exitSources || !strings.Contains(errs, "旧的 Word 格式") || !strings.Contains(errs, "不完整") || !strings.Contains(errs, "d.txt → 2020/007.md") {
		t.Error(code, errs)
	}
	if files := names(tree(t, ".")); files != "2020/007.md a.doc b.docx d.txt" {
		t.Error(files)
	}
}

func TestImportUsage(t *testing.T) {
	folder(t, map[string]string{"d/a.txt": oldPaper, "e": ""})
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"import"}, exitUsage, "写明要导入的文件"},
		{[]string{"import", "nowhere.txt"}, exitUsage, "没有“nowhere.txt”这个文件"},
		{[]string{"import", "d"}, exitUsage, "“d”是文件夹"},
		{[]string{"import", "d/a.txt", "-o", ""}, exitUsage, "-o 后面写文件夹"},
		{[]string{"import", "d/a.txt", "-o", "e"}, exitMachine, "这里应是文件夹，却是文件"},
		{[]string{"import", "e"}, exitSources, "没有文字"},
		{[]string{"import", "*.docx"}, exitUsage, "没有“*.docx”这个文件"},
		{[]string{"import", "[e]*"}, exitSources, "e:1:1: 错误: 文件里没有文字"},
	} {
		code, out, errs := call(c.args...)
		if code != c.code || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	if _, err := os.Stat("2020"); err == nil {
		t.Error("something was written")
	}
}
