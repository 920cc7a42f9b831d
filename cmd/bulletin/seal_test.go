package main

import (
	"os"
	"strings"
	"testing"
)

// sealedSeries is a series of two issues, built into public; the first is sealed.
func sealedSeries(t *testing.T) {
	t.Helper()
	folder(t, map[string]string{
		"issues/bulletin.yaml": "刊名: 工作简报\n编发单位: 甲办公室\n报: [市长]\n",
		"issues/001.md":        "---\n期号: 1\ndate: 2020-01-01\n---\n\n# 标题\n\n正文一。\n\n![图](图.png)\n",
		"issues/002.md":        "---\n期号: 2\ndate: 2020-01-02\n---\n\n# 标题\n\n正文二。\n",
		"issues/图.png":         smallPicture(t, 20),
	})
	must(t, exitDone, "build")
	must(t, exitDone, "seal", "issues/001.md")
}

// must runs a command line, holds its exit code and returns what it said.
func must(t *testing.T, want int, args ...string) string {
	t.Helper()
	code, out, errs := call(args...)
	if code != want {
		t.Fatalf("%s: exit code %d, want %d: %s%s", args, code, want, out, errs)
	}
	return out + errs
}

// replace replaces a text in a file.
func replace(t *testing.T, name, old, text string) {
	t.Helper()
	data := read(t, name)
	if !strings.Contains(data, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	put(t, name, strings.ReplaceAll(data, old, text))
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestSealed changes what a sealed issue is made of, and says what a build does:
// nothing to its PDF.
func TestSealed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T)
		code   int
		says   string // an error; "" for none
	}{
		{"the office has another name", func(t *testing.T) {
			put(t, "issues/bulletin.yaml", "刊名: 新简报\n编发单位: 乙局\n报: [县长]\n")
		}, exitDone, ""},
		{"settings with an error", func(t *testing.T) {
			put(t, "issues/bulletin.yaml", "刊名: [[\n")
		}, exitSources, "bulletin.yaml:"},
		{"its text", func(t *testing.T) { replace(t, "issues/001.md", "正文一", "正文壹") }, exitSources, "变了的是稿件"},
		{"a blank of its text", func(t *testing.T) { replace(t, "issues/001.md", "正文一。\n", "正文一。\n\n\n") }, exitDone, ""},
		{"its picture", func(t *testing.T) { put(t, "issues/图.png", smallPicture(t, 21)) }, exitSources, "变了的是图片 图.png"},
		{"its picture and text", func(t *testing.T) {
			put(t, "issues/图.png", smallPicture(t, 21))
			replace(t, "issues/001.md", "正文一", "正文壹")
		}, exitSources, "变了的是稿件、图片 图.png"},
		{"a correction", func(t *testing.T) {
			replace(t, "issues/001.md", "期号: 1\n", "期号: 1\n更正: [{日期: 2020-01-09, 说明: 正文一应为正文壹。}]\n")
		}, exitDone, ""},
		{"another tool, its PDF there", func(t *testing.T) {
			replace(t, "issues/sealed.yaml", producer, "bulletin 0.0.1")
		}, exitDone, ""},
		{"the other issue", func(t *testing.T) { replace(t, "issues/002.md", "正文二", "正文贰") }, exitDone, ""},
		{"its source is gone", func(t *testing.T) { _ = os.Remove("issues/001.md") }, exitSources, "封存的稿件 001.md 不见了"},
		{"its source has errors", func(t *testing.T) { replace(t, "issues/001.md", "期号: 1", "期号: 一一") }, exitSources, "期号"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sealedSeries(t)
			pdf := read(t, "public/001.pdf")
			c.change(t)
			for _, args := range [][]string{{"build"}, {"build", "--force"}, {"build", "issues/001.md", "issues/002.md"}} {
				if c.name == "its source is gone" && len(args) == 3 {
					continue
				}
				said := must(t, c.code, args...)
				if !strings.Contains(said, c.says) {
					t.Errorf("%s does not say %q: %s", args, c.says, said)
				}
				if read(t, "public/001.pdf") != pdf {
					t.Fatalf("%s changed the PDF", args)
				}
			}
			if c.code == exitDone {
				if out := must(t, exitDone, "verify", "--rebuild", "issues"); c.name != "a correction" && !strings.Contains(out, "全部相符") {
					t.Error(out)
				}
			}
		})
	}
}

// TestSealedOutputLost takes the PDF of a sealed issue away: it is made again, the
// same; one that cannot be made the same is not made.
func TestSealedOutputLost(t *testing.T) {
	sealedSeries(t)
	pdf := read(t, "public/001.pdf")
	put(t, "issues/bulletin.yaml", "刊名: 新简报\n编发单位: 乙局\n")
	if err := os.RemoveAll("public"); err != nil {
		t.Fatal(err)
	}
	must(t, exitDone, "build")
	if read(t, "public/001.pdf") != pdf {
		t.Error("made otherwise")
	}
	replace(t, "issues/sealed.yaml", producer, "bulletin 0.0.1")
	if err := os.RemoveAll("public"); err != nil {
		t.Fatal(err)
	}
	said := must(t, exitSources, "build")
	for _, want := range []string{"变了的是工具（bulletin 0.0.1，现在是 " + producer + "）", "把当时的 PDF 放回输出文件夹", "--reason"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
	if _, err := os.Stat("public/001.pdf"); err == nil {
		t.Error("another PDF was made")
	}
	put(t, "public/001.pdf", pdf) // as told
	must(t, exitDone, "build")
	must(t, exitDone, "verify")
}

// TestCorrection says that 更正 stands on the page of a sealed issue.
func TestCorrection(t *testing.T) {
	sealedSeries(t)
	replace(t, "issues/001.md", "期号: 1\n", "期号: 1\n更正:\n  - {日期: 2020-01-09, 说明: 正文一应为正文壹。}\n")
	must(t, exitDone, "build")
	if html := read(t, "public/001.html"); !strings.Contains(html, "正文一应为正文壹") {
		t.Error("not on the page")
	}
	if said := must(t, exitDone, "seal", "issues/001.md"); !strings.Contains(said, "已于1970年1月1日封存，PDF 没有变") {
		t.Error(said)
	}
}

// TestSealAgain seals an issue a second time.
func TestSealAgain(t *testing.T) {
	sealedSeries(t)
	first := read(t, "issues/sealed.yaml")
	replace(t, "issues/001.md", "正文一", "正文壹")
	put(t, "issues/bulletin.yaml", "刊名: 新简报\n编发单位: 乙局\n")
	if said := must(t, exitSources, "seal", "issues"); !strings.Contains(said, "重新封存写 --reason 原因") {
		t.Error(said)
	}
	if !strings.HasPrefix(read(t, "issues/sealed.yaml"), first) {
		t.Fatal("what was sealed is changed")
	}
	must(t, exitUsage, "seal", "issues/001.md", "--reason", "")
	must(t, exitUsage, "seal", "issues/001.md", "--settings")
	must(t, exitUsage, "seal")
	must(t, exitDone, "seal", "issues/001.md", "--reason", "印错: \"一\"")
	again := read(t, "issues/sealed.yaml")
	if !strings.HasPrefix(again, first) || !strings.Contains(again, `原因: "印错: \"一\""`) {
		t.Errorf("the reason is not kept: %s", again)
	}
	must(t, exitDone, "build")
	if html := read(t, "public/001.html"); !strings.Contains(html, "甲办公室") {
		t.Error("not with the settings it was sealed with")
	}
	must(t, exitDone, "seal", "issues/001.md", "--reason", "改名后重印", "--settings")
	must(t, exitDone, "build")
	if html := read(t, "public/001.html"); !strings.Contains(html, "乙局") {
		t.Error("not with the settings of now")
	}
	must(t, exitDone, "verify", "--rebuild", "issues")
	replace(t, "issues/sealed.yaml", "改名后重印", "印错后重印")
	if said := must(t, exitSources, "verify", "--rebuild", "issues"); !strings.Contains(said, "封存") {
		t.Error("a reason made up afterwards is not found:", said)
	}
}

// TestSealRefused seals what cannot be.
func TestSealRefused(t *testing.T) {
	sealedSeries(t)
	sealed := read(t, "issues/sealed.yaml")
	replace(t, "issues/002.md", "正文二", "正文贰")
	if said := must(t, exitSources, "seal", "issues/002.md"); !strings.Contains(said, "先 bulletin build 再封存") {
		t.Error(said)
	}
	put(t, "issues/003.md", "---\n期号: 三\n---\n\n正文。\n")
	if said := must(t, exitSources, "seal", "issues/003.md"); !strings.Contains(said, "没有封存") {
		t.Error(said)
	}
	put(t, "别处/1.md", issue("1"))
	must(t, exitUsage, "seal", "别处/1.md")
	if read(t, "issues/sealed.yaml") != sealed {
		t.Error("sealed nevertheless")
	}
	put(t, "issues/sealed.yaml", strings.Replace(sealed, "页数: 1", "页数: 2", 1)+"  - 坏\n")
	if said := must(t, exitSources, "build"); !strings.Contains(said, "sealed.yaml:") {
		t.Error("a broken sealed.yaml is not an error:", said)
	}
	if said := must(t, exitSources, "seal", "issues/002.md"); !strings.Contains(said, "没有封存") {
		t.Error(said)
	}
}

// TestSealedCopies says that the number of copies 份数: 自动 came to stays when the
// register changes.
func TestSealedCopies(t *testing.T) {
	folder(t, map[string]string{
		"issues/bulletin.yaml": "刊名: 工作简报\n编发单位: 甲办公室\n", "issues/recipients.yaml": "单位:\n  - {名称: 甲局, 份数: 3}\n",
		"issues/001.md": "---\n期号: 1\ndate: 2020-01-01\n报: [甲局]\n份数: 自动\n---\n\n# 标题\n\n正文。\n",
	})
	must(t, exitDone, "build")
	must(t, exitDone, "seal", "issues")
	pdf := read(t, "public/001.pdf")
	put(t, "issues/recipients.yaml", "单位:\n  - {名称: 甲局, 份数: 5}\n")
	must(t, exitDone, "build")
	if read(t, "public/001.pdf") != pdf {
		t.Error("the PDF changed with the register")
	}
}
