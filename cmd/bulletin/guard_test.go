package main

import (
	"os"
	"strings"
	"testing"
)

// TestSharedPicture says that an archive in which issues share a picture is proved
// like any other.
func TestSharedPicture(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/图.png": smallPicture(t, 20),
		"s/1.md": issue("1") + "\n![图](图.png)\n", "s/2.md": strings.Replace(issue("2"), "-22", "-23", 1) + "\n![图](图.png)\n"})
	must(t, exitDone, "build", "s", "-o", "out")
	if said := must(t, exitDone, "verify", "out", "--rebuild", "s"); !strings.Contains(said, "全部相符") {
		t.Error(said)
	}
}

// TestNestedOutput says that no output goes among the sources.
func TestNestedOutput(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/1.md": issue("1")})
	for _, dir := range []string{"s", ".", "s/../s"} {
		if said := must(t, exitUsage, "build", "s", "-o", dir); !strings.Contains(said, "换一个，如 -o public") {
			t.Error(said)
		}
	}
	must(t, exitDone, "build", "s", "-o", "s/public")
	must(t, exitDone, "build", "s", "-o", "s/public")
}

// TestLinkedFolder says that a link to a folder in the output is not removed with
// what was in it.
func TestLinkedFolder(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/2020/1.md": issue("1"), "s/2.md": strings.Replace(issue("2"), "-22", "-23", 1), "there/x": ""})
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../there", "out/2020"); err != nil {
		t.Skip("SKIPPED: no links here:", err)
	}
	must(t, exitDone, "build", "s", "-o", "out")
	lose(t, "s/2020/1.md")
	lose(t, "there/x")
	must(t, exitDone, "build", "s", "-o", "out")
	if info, err := os.Lstat("out/2020"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
}

// TestSealsLost takes entries of sealed.yaml away: nothing is built that would be
// another than what was sealed.
func TestSealsLost(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(t *testing.T)
		says string
	}{
		{"all of it", func(t *testing.T) { lose(t, "issues/sealed.yaml") }, "封存记录 sealed.yaml 不见了"},
		{"the file is empty", func(t *testing.T) { put(t, "issues/sealed.yaml", "") }, "sealed.yaml:1:1: 错误: "},
		{"the last entry", func(t *testing.T) {
			text := read(t, "issues/sealed.yaml")
			put(t, "issues/sealed.yaml", text[:strings.LastIndex(text, "  - 稿件")])
		}, "少了后来的几条"},
		{"a number of the last entry", func(t *testing.T) {
			text := read(t, "issues/sealed.yaml")
			i := strings.LastIndex(text, "页数: 1")
			put(t, "issues/sealed.yaml", text[:i]+"页数: 3"+text[i+len("页数: 1"):])
		}, "被改动过"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sealedSeries(t)
			must(t, exitDone, "seal", "issues/002.md")
			must(t, exitDone, "build")
			before := tree(t, "public")
			c.do(t)
			put(t, "issues/bulletin.yaml", "刊名: 新简报\n编发单位: 乙局\n")
			for _, args := range [][]string{{"build"}, {"build", "--force"}, {"build", "issues/002.md"}, {"seal", "issues/002.md"}} {
				if said := must(t, exitSources, args...); !strings.Contains(said, c.says) {
					t.Errorf("%s does not say %q: %s", args, c.says, said)
				}
			}
			if after := tree(t, "public"); after["002.pdf"] != before["002.pdf"] || after["001.pdf"] != before["001.pdf"] {
				t.Error("a sealed PDF is another")
			}
		})
	}
}

// TestWindowsEnds says that sealed.yaml may get other line ends.
func TestWindowsEnds(t *testing.T) {
	sealedSeries(t)
	must(t, exitDone, "build")
	put(t, "issues/sealed.yaml", strings.ReplaceAll(read(t, "issues/sealed.yaml"), "\n", "\r\n"))
	must(t, exitDone, "build")
	must(t, exitDone, "seal", "issues/002.md")
	must(t, exitDone, "build")
	must(t, exitDone, "verify", "--rebuild", "issues")
}

// TestOtherSeries says that the outputs of one series do not give way to those of
// another.
func TestOtherSeries(t *testing.T) {
	sealedSeries(t)
	must(t, exitDone, "build")
	before := tree(t, "public")
	put(t, "other/bulletin.yaml", "刊名: 别的简报\n编发单位: 乙\n")
	put(t, "other/001.md", strings.Replace(issue("1"), "正文", "别的正文", 1))
	if said := must(t, exitUsage, "build", "other", "-o", "public"); !strings.Contains(said, "另一个刊物“工作简报”") {
		t.Error(said)
	}
	must(t, exitUsage, "build", "other/001.md", "-o", "public")
	for name, text := range tree(t, "public") {
		if text != before[name] {
			t.Errorf("%s is another", name)
		}
	}
	put(t, "issues/bulletin.yaml", "刊名: 新简报\n编发单位: 甲办公室\n") // renamed, with the same sources
	must(t, exitDone, "build")
}

// TestSealedEverywhere says that a sealed issue whose text was changed goes out in no
// form.
func TestSealedEverywhere(t *testing.T) {
	sealedSeries(t)
	must(t, exitDone, "build")
	before := tree(t, "public")
	replace(t, "issues/001.md", "正文一", "正文壹")
	replace(t, "issues/001.md", "期号: 1\n", "期号: 1\n份号: 1\n份数: 3\n")
	for _, args := range [][]string{
		{"build", "--only", "html"}, {"build", "--only", "pdf"}, {"build"}, {"build", "issues/001.md", "--numbered"}, {"check"},
	} {
		if said := must(t, exitSources, args...); !strings.Contains(said, "这一期已于1970年1月1日封存") {
			t.Errorf("%s: %s", args, said)
		}
	}
	if after := tree(t, "public"); after["001.html"] != before["001.html"] || after["001.pdf"] != before["001.pdf"] {
		t.Error("the outputs are others")
	}
}

// TestChangedOutputStays says that a file somebody put in the place of an output is
// not removed with its issue.
func TestChangedOutputStays(t *testing.T) {
	sealedSeries(t)
	must(t, exitDone, "build")
	put(t, "public/002.pdf", "盖了章的扫描件")
	lose(t, "issues/002.md")
	if said := must(t, exitDone, "build"); !strings.Contains(said, "public/002.pdf 已没有稿件，但在生成以后被改动过，没有删") {
		t.Error(said)
	}
	if read(t, "public/002.pdf") != "盖了章的扫描件" {
		t.Error("it is lost")
	}
}

// TestNoManifest says what a build tells when there are files and no manifest.
func TestNoManifest(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/1.md": issue("1"), "public/1.html": "我的", "public/说明.txt": "我的"})
	said := must(t, exitDone, "build")
	for _, want := range []string{"原有 1 个同名的文件", "没有动：public/说明.txt"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
	put(t, "public/archive.json", `{"format": 99}`)
	if said := must(t, exitMachine, "build"); !strings.Contains(said, "更新的版本写的") {
		t.Error(said)
	}
	if said := must(t, exitSources, "verify"); !strings.Contains(said, "更新的版本写的") {
		t.Error(said)
	}
}

// TestNumberNeverIssued says how verify is told of a number that was never issued.
func TestNumberNeverIssued(t *testing.T) {
	folder(t, map[string]string{"issues/bulletin.yaml": settings, "issues/1.md": issue("1"), "issues/3.md": strings.Replace(issue("3"), "-22", "-23", 1)})
	must(t, exitDone, "build")
	if said := must(t, exitSources, "verify"); !strings.Contains(said, "不查: [缺号]") {
		t.Error(said)
	}
	replace(t, "issues/3.md", "期号: 3\n", "期号: 3 # 不查 缺号：第2期没有出\n")
	must(t, exitDone, "build")
	must(t, exitDone, "verify")
}

// TestLayoutFindingsStay says that what layout finds is told again, however the
// forms of an issue were built.
func TestLayoutFindingsStay(t *testing.T) {
	const said = "不清楚 [图片]"
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/图.png": smallPicture(t, 20), "s/1.md": issue("1") + "\n![图](图.png)\n"})
	must(t, exitDone, "build", "s", "-o", "out")
	text := read(t, "s/1.md")
	put(t, "s/1.md", text+"\n再一段。\n")
	must(t, exitDone, "build", "s", "-o", "out", "--only", "html")
	put(t, "s/1.md", text)
	if out := must(t, exitDone, "build", "s", "-o", "out"); !strings.Contains(out, said) {
		t.Error(out)
	}
	if out := must(t, exitDone, "build", "s", "-o", "out"); !strings.Contains(out, said) {
		t.Error(out)
	}
	compareFresh(t, []string{"text there and back"})
}
