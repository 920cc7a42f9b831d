package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestCatalogSealed says that of a sealed issue the sealed PDF is filed, with the
// day of the seal and the 更正 that came later, whatever became of its source.
func TestCatalogSealed(t *testing.T) {
	catalogued(t, filed)
	for _, args := range [][]string{{"build"}, {"seal", "issues/2020/001.md"}} {
		if code, _, errs := call(args...); code != exitDone {
			t.Fatal(code, errs)
		}
	}
	issued := tree(t, "public")["2020/001.pdf"]
	sum := fmt.Sprintf("2020/001.pdf 的 SHA-256：%x<", sha256.Sum256([]byte(issued)))
	size := fmt.Sprintf("<计算机文件大小>%d<", len(issued))
	const correction = "更正: [{日期: 2020-01-20, 说明: “12起”应为“21起”}]\n"
	checked := func(item, result string) string {
		return fmt.Sprintf("<项目>%s</项目>\n    <对象>2020/001.pdf</对象>\n    <结果>%s</结果>", item, result)
	}
	seals := tree(t, "issues")["sealed.yaml"]
	for _, c := range []struct {
		name    string
		prepare func()
		says    string // "" for nothing
		size    bool
		checks  [2]string // 与封存时相同, 由稿件可再生成
	}{
		{"a correction", func() { put(t, "issues/2020/001.md", dated("1", "2020-01-15", correction)) }, "", true, [2]string{"通过", "通过"}},
		{"another name of the office", func() { put(t, "issues/bulletin.yaml", strings.Replace(filed, "某办公室", "某某办公室", 1)) }, "", true, [2]string{"通过", "通过"}},
		{"another version of the tool", func() { put(t, "issues/sealed.yaml", strings.Replace(seals, producer, "bulletin 0.0.1", 1)) }, "", true, [2]string{"通过", "未检测"}},
		{"a changed source", func() {
			put(t, "issues/sealed.yaml", seals)
			put(t, "issues/2020/001.md", strings.Replace(dated("1", "2020-01-15", correction), "正文", "后来改的正文\n\n\\newpage\n\n又一页", 1))
		}, "issues/2020/001.md:1:1: 警告: 这一期已于", true, [2]string{"通过", "不通过"}},
		{"the sealed file is lost", func() { os.Remove("public/2020/001.pdf") }, "public 里也没有封存的那个", false, [2]string{"不通过", "不通过"}},
	} {
		c.prepare()
		code, _, errs := call("catalog", "--year", "2020")
		if code != exitDone || !strings.Contains(errs, c.says) || (c.says == "") != !strings.Contains(errs, "警告") {
			t.Errorf("%s: exit %d: %s", c.name, code, errs)
		}
		made := tree(t, "catalog")
		meta, checks := made["元数据/2020/001.xml"], made["四性检测-2020.xml"]
		if !strings.Contains(meta, sum) || strings.Contains(meta, size) != c.size || !strings.Contains(meta, "<业务行为>封存<") || !strings.Contains(meta, "“12起”应为“21起”") {
			t.Errorf("%s: %s", c.name, meta)
		}
		if !strings.Contains(checks, checked("与封存时相同", c.checks[0])) || !strings.Contains(checks, checked("由稿件可再生成", c.checks[1])) {
			t.Errorf("%s: %s", c.name, checks)
		}
		remarks := cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "I2")
		if !strings.HasPrefix(remarks, "已封存（") || !strings.HasSuffix(remarks, "）；更正（2020年1月20日）：“12起”应为“21起”") {
			t.Errorf("%s: %s", c.name, remarks)
		}
		if pages := cell(t, "catalog/归档文件目录-2020.xlsx", "归档文件目录", "H2"); pages != "1" {
			t.Errorf("%s: %s pages; what was sealed has one", c.name, pages)
		}
	}
}

// TestCatalogLost says that nothing is written while a sealed issue is missing.
func TestCatalogLost(t *testing.T) {
	catalogued(t, filed)
	if code, _, errs := call("seal", "issues/2020/001.md"); code != exitDone {
		t.Fatal(code, errs)
	}
	os.Remove("issues/2020/001.md")
	code, _, errs := call("catalog")
	if code != exitSources || !strings.Contains(errs, "封存的稿件 2020/001.md 不见了") || !strings.HasSuffix(errs, "目录没有生成，请先改正上面的错误；缺一期的目录不写\n") {
		t.Error(code, errs)
	}
	if files, err := os.ReadDir("catalog"); err == nil {
		t.Errorf("%d files", len(files))
	}
}
