package catalog

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/pdf"
	"jianbao/bulletin/pdf/object"
)

// printed is an issue as a PDF file.
func printed(t *testing.T, issue *bulletin.Issue) []byte {
	t.Helper()
	d, findings := layout.Pages(issue, testAssets(t))
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Options{Producer: "bulletin"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestInspect says what is seen in a PDF file, and what in one that was spoilt.
func TestInspect(t *testing.T) {
	data := printed(t, read(t, "1", "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n\n# 标题\n\n正文，见[网站](https://example.com)。\n"))
	x, err := Inspect(data)
	if err != nil || x.Title != "简报第1期" || x.Date != "2020-09-22" || x.Pages != 1 || x.Fonts < 2 || len(x.Loose)+len(x.Mute)+len(x.Active) > 0 {
		t.Fatalf("%+v, %v", x, err)
	}
	for _, c := range []struct {
		name  string
		spoil func(*object.File)
		want  func(*Inspection) bool
	}{
		{"no font program", func(f *object.File) { each(f, func(d object.Dict) { delete(d, "FontFile2") }) }, func(y *Inspection) bool { return len(y.Loose) == x.Fonts && y.Fonts == x.Fonts }},
		{"no ToUnicode", func(f *object.File) { each(f, func(d object.Dict) { delete(d, "ToUnicode") }) }, func(y *Inspection) bool { return len(y.Mute) == x.Fonts }},
		{"a script", func(f *object.File) {
			f.Catalog()["OpenAction"] = object.Dict{"S": object.Name("JavaScript"), "JS": object.String("x")}
		}, func(y *Inspection) bool { return slices.Equal(y.Active, []string{"JS", "JavaScript"}) }},
		{"an attachment", func(f *object.File) {
			f.Catalog()["Names"] = object.Dict{"EmbeddedFiles": object.Dict{"Names": object.Array{}}}
		}, func(y *Inspection) bool { return slices.Equal(y.Active, []string{"EmbeddedFiles"}) }},
	} {
		f, err := object.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		c.spoil(f)
		var b bytes.Buffer
		if err := object.Write(&b, f); err != nil {
			t.Fatal(err)
		}
		if y, err := Inspect(b.Bytes()); err != nil || !c.want(y) {
			t.Errorf("%s: %+v, %v", c.name, y, err)
		}
	}
	if _, err := Inspect(data[:len(data)/2]); err == nil {
		t.Error("no error for half a file")
	}
}

// each calls a function for every dictionary that is an object of its own.
func each(f *object.File, do func(object.Dict)) {
	for _, o := range f.Objects {
		if d, ok := o.(object.Dict); ok {
			do(d)
		}
	}
}

// TestChecks says what is in order, what is not, and what nobody looked at.
func TestChecks(t *testing.T) {
	s, items := series(t)
	for i := range items {
		issue := items[i].Issue
		data := &Inspection{Info: pdf.Info{Title: issue.Title(), Date: issue.Date.ISO()}, Pages: items[i].Pages, Fonts: 2}
		switch issue.Path {
		case "2020/001":
			data = &Inspection{Info: pdf.Info{Title: "别的", Date: "2020-01-01"}, Pages: 1, Fonts: 1, Loose: []string{"甲"}, Mute: []string{"乙"}, Active: []string{"JS"}}
		case "2020/002":
			data = nil
		case "2020/增刊":
			data, items[i].Files[0].Fault = nil, "读不出：坏了"
		}
		items[i].Files[0].PDF = data
		switch issue.Path {
		case "2020/特刊":
			issue.Seal, items[i].Drifted = &bulletin.Seal{Date: issue.Date, Tool: "bulletin 0.9", PDF: items[i].Files[0].Sum}, true
		case "2020/增刊2": // its source has changed, and what was sealed is lost
			issue.Seal = &bulletin.Seal{Date: issue.Date, Tool: "bulletin 1.0"}
			items[i].Drifted, items[i].Files = true, []File{{Name: "2020/增刊2.pdf"}}
		}
	}
	y := Years(s.Settings.Front.Filing, s.Issues, items)[1]
	data, faults := y.Checks("缺第3期", "bulletin 1.0")
	golden(t, "2020.checks.xml", data)
	texts, _ := fields(t, data)
	results := map[string]int{}
	for _, r := range texts["四性检测/检测/结果"] {
		results[r]++
	}
	// Not in order: a gap, an issue without 责任者, four of 001, the broken file
	// and two of the lost one.
	if faults != results["不通过"] || fmt.Sprint(results) != fmt.Sprint(map[string]int{"不通过": 9, "未检测": 6, "通过": 11}) {
		t.Errorf("%v in\n%s", results, data)
	}
	if why := strings.Join(texts["四性检测/检测/说明"], "\n"); !strings.Contains(why, "题名为“别的”；日期为2020-01-01；只有1页") || !strings.Contains(why, "读不出：坏了") {
		t.Error(why)
	}
}
