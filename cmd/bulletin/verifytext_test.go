package main

import (
	"bytes"
	"strings"
	"testing"

	"jianbao/bulletin/pdf/object"
)

// register is one for the issues of these tests.
const shelfRegister = "单位:\n  - {名称: 市委办公室, 份数: 2}\n  - {名称: 市政府办公室}\n"

// shelved builds a series of three issues with a little of all, and returns to it.
func shelved(t *testing.T) {
	t.Helper()
	front := func(number string) string {
		return "---\n期号: " + number + "\ndate: 2020-09-0" + number + "\n报: [市委办公室, 市政府办公室]\n送: [某局]\n份数: 自动\n"
	}
	folder(t, map[string]string{
		"s/bulletin.yaml": settings, "s/recipients.yaml": shelfRegister, "s/2020/img/图.png": smallPicture(t, 30),
		"s/2020/001.md": front("1") + "---\n\n# 督办情况\n\n省督察组交办19件，办结18件[^甲]。\n\n第二段说明整改的时限。\n\n第三段说明问责的情形。\n\n[^甲]: 截至9月1日。\n",
		"s/2020/002.md": front("2") + "公开: false\n导读: [要闻一则]\n---\n\n# 图片\n\n![现场](img/图.png \"督察现场\")\n\n见[网站](http://example.cn/a)。\n",
		"s/2020/003.md": front("3") + "密级: 内部资料\n份号: 18\n---\n\n# 表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
	})
	must(t, exitDone, "build", "s")
}

// verified verifies, with the sources, and returns what was found.
func verified(t *testing.T, want int) string {
	t.Helper()
	return must(t, want, "verify", "--rebuild", "s")
}

// holds says what output must hold.
func holds(t *testing.T, out string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// rewrite changes a PDF as a program for PDF could.
func rewrite(t *testing.T, name string, change func(*object.File)) {
	t.Helper()
	f, err := object.Parse([]byte(read(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	change(f)
	var b bytes.Buffer
	if err := object.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	put(t, name, b.String())
}

// retold changes what codes stand for in all fonts of a file.
func retold(t *testing.T, f *object.File, from, to string) {
	t.Helper()
	for _, o := range f.Objects {
		s, ok := o.(*object.Stream)
		if !ok || s.Dict["Subtype"] != nil || s.Dict["Length1"] != nil {
			continue
		}
		data, err := s.Decode()
		if err != nil {
			t.Fatal(err)
		}
		delete(s.Dict, "Filter")
		s.Data = bytes.ReplaceAll(data, []byte(from), []byte(to))
	}
}

// TestVerifyCleanText holds that nothing differs where nothing was touched, nor
// when an issue was sealed and has a 更正 since.
func TestVerifyCleanText(t *testing.T) {
	shelved(t)
	holds(t, verified(t, exitDone), "对照 3 期文字：全部相符")
	must(t, exitDone, "seal", "s/2020/001.md")
	replace(t, "s/2020/001.md", "份数: 自动\n", "份数: 自动\n更正:\n  - {日期: 2020-09-05, 说明: 第一段的19件应为20件}\n")
	replace(t, "s/bulletin.yaml", "某办公室", "改了名的办公室")
	must(t, exitDone, "build", "s")
	holds(t, verified(t, exitDone), "对照 3 期文字：全部相符")
}

// TestVerifyPDF changes what a PDF says of itself, and holds that each change has
// its own kind.
func TestVerifyPDF(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*object.File)
		want   string
	}{
		"title":  {func(f *object.File) { f.Dict(f.Trailer["Info"])["Title"] = object.TextString("工作简报第9期") }, "PDF 属性里的题名是“工作简报第9期”，清单里是“工作简报第1期” [PDF属性]"},
		"tool":   {func(f *object.File) { f.Dict(f.Trailer["Info"])["Producer"] = object.TextString("Word") }, "PDF 属性里的生成工具是“Word”，清单里是“bulletin"},
		"date":   {func(f *object.File) { f.Dict(f.Trailer["Info"])["CreationDate"] = object.String("D:20200902") }, "PDF 属性里的日期是“2020-09-02”，清单里是“2020-09-01”"},
		"places": {func(f *object.File) { f.Dict(f.Trailer["Info"])["Author"] = object.TextString("他人") }, "PDF 属性 Author 在文件里的两处（Info 与 XMP）写得不一样 [PDF属性]"},
		"pages": {func(f *object.File) {
			pages := f.Dict(f.Catalog()["Pages"])
			kids := f.Array(pages["Kids"])
			pages["Kids"] = append(kids, f.Add(f.Dict(kids[0])))
		}, "PDF 有 2 页，清单里是 1 页 [PDF页数]"},
		"comment": {func(f *object.File) {
			f.Dict(f.Array(f.Dict(f.Catalog()["Pages"])["Kids"])[0])["Annots"] = object.Array{object.Dict{"Subtype": object.Name("FreeText")}}
		}, "第1页里有本软件不会写的内容（annotation FreeText），是别的软件加进去的 [PDF外来内容]"},
	} {
		t.Run(name, func(t *testing.T) {
			shelved(t)
			old := sumOf(read(t, "public/2020/001.pdf"))
			rewrite(t, "public/2020/001.pdf", c.change)
			forge(t, old, sumOf(read(t, "public/2020/001.pdf"))) // so that no hash tells
			out := must(t, exitSources, "verify")
			holds(t, out, "public/2020/001.pdf: 不符: ", c.want)
			if strings.Contains(out, "[改动]") {
				t.Errorf("the forgery is told by its hash:\n%s", out)
			}
			if strings.Contains(out, "002.pdf") {
				t.Errorf("another issue too:\n%s", out)
			}
		})
	}
}

// TestVerifyBrokenPDF cuts a PDF off, and puts something else in its place.
func TestVerifyBrokenPDF(t *testing.T) {
	shelved(t)
	data := read(t, "public/2020/001.pdf")
	for _, text := range []string{data[:len(data)/2], "", "PK\x03\x04"} {
		put(t, "public/2020/001.pdf", text)
		holds(t, verified(t, exitSources), "public/2020/001.pdf: 不符: 不是完整的 PDF，或不是本工具写的，读不出来 [PDF损坏]", "[改动]", "对照 2 期文字")
	}
}

// TestVerifyText changes a PDF or a source, and holds that the difference is
// told in the words of the editor.
func TestVerifyText(t *testing.T) {
	edit := func(old, new string) func(*testing.T) {
		return func(t *testing.T) { replace(t, "s/2020/001.md", old, new) }
	}
	for name, c := range map[string]struct {
		change func(*testing.T)
		wants  []string
	}{
		"character": {edit("办结18件", "办结17件"), []string{"PDF 的文字与稿件不同，共 1 处 [文字不同]\n", "    第1页“督办情况”一文（s/2020/001.md:11）：稿件是“…办19件，办结17件①。第二段说明整改的…”，PDF 是“…办19件，办结18件①。第二段说明整改的…”\n"}},
		"note":      {edit("截至9月1日", "截至9月2日"), []string{"    第1页脚注①（s/2020/001.md:17）：稿件是“①截至9月2日。”，PDF 是“①截至9月1日。”\n"}},
		"recipient": {edit("送: [某局]", "送: [某委]"), []string{"    第1页（s/2020/001.md:5）：稿件是“…", "某委。", "某局。"}},
		"date":      {edit("2020-09-01", "2020-09-11"), []string{"（s/2020/001.md:3）：稿件是“…", "2020年9月11日", "文件属性的日期（s/2020/001.md:3）："}},
		"swapped":   {edit("第二段说明整改的时限。\n\n第三段说明问责的情形。", "第三段说明问责的情形。\n\n第二段说明整改的时限。"), []string{"次序不同，“第二段说明整改的时限。”稿件排在“…说明问责的情形。”之后，PDF 排在“…，办结18件①。”之后", "共 1 处 "}},
		"removed":   {edit("\n\n第三段说明问责的情形。", ""), []string{"第三段说明问责的情形"}},
		"many": {func(t *testing.T) {
			for _, c := range []string{"督办情况", "交办19件", "第二段说明整改", "截至9月1日", "2020-09-01"} {
				edit(c, strings.NewReplacer("督", "变", "交", "变", "整", "变", "截", "变", "01", "11").Replace(c))(t)
			}
		}, []string{"    等等\n"}},
		"file": {func(t *testing.T) {
			rewrite(t, "public/2020/001.pdf", func(f *object.File) { retold(t, f, " <529E>", " <672A>") })
		}, []string{"public/2020/001.pdf: 不符: PDF 的文字与稿件不同", "督办情况省督察组交办19件", "督未情况省督察组交未19件", "[改动]"}},
		"picture": {func(t *testing.T) {
			rewrite(t, "public/2020/002.pdf", func(f *object.File) { retold(t, f, " <73B0>", " <5047>") })
		}, []string{"public/2020/002.pdf: 不符: PDF 的文字与稿件不同", "督察现场", "督察假场"}},
	} {
		t.Run(name, func(t *testing.T) {
			shelved(t)
			c.change(t)
			out := verified(t, exitSources)
			holds(t, out, append(c.wants, "不符: PDF 的文字与稿件不同，共 ", "对照 3 期文字")...)
			if n := strings.Count(out, "不符: PDF 的文字"); n != 1 {
				t.Errorf("%d issues differ:\n%s", n, out)
			}
		})
	}
}

// TestSealedTextDiffers holds that a sealed issue whose PDF would change tells
// where its text does, as long as the sealed PDF is there to be compared with.
func TestSealedTextDiffers(t *testing.T) {
	shelved(t)
	must(t, exitDone, "seal", "s/2020")
	for old, new := range map[string]string{"督办": "变办", "19件": "20件", "第二段": "后一段", "9月1日": "9月2日"} {
		replace(t, "s/2020/001.md", old, new)
	}
	put(t, "s/2020/img/图.png", smallPicture(t, 31))
	holds(t, must(t, exitSources, "build", "s"), "现在生成的 PDF 与印发的不同：变了的是稿件；文字有 ", " 处与印发的不同：第1页", "稿件是“", "变办", "督办", "；等等 [封存]",
		"变了的是图片 2020/img/图.png；文字没有变，变的是版面、图片或字体 [封存]")
	out := verified(t, exitSources)
	holds(t, out, "[稿件有错]", "文字有 ", "文字没有变")
	if strings.Contains(out, "文字不同") {
		t.Errorf("said twice:\n%s", out)
	}
	put(t, "public/2020/001.pdf", "")
	if out := must(t, exitSources, "build", "s"); strings.Contains(out, "处与印发的不同") {
		t.Errorf("compared with what is not the sealed PDF:\n%s", out)
	}
}
