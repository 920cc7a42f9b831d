package pdf

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

func TestCatalogAndInfo(t *testing.T) {
	data := write(t, realIssue(t))
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
		t.Errorf("header is %q", data[:16])
	}
	f := parse(t, data)
	c := f.Catalog()
	if c["Lang"] != object.String("zh-CN") || f.Dict(c["ViewerPreferences"])["DisplayDocTitle"] != object.Bool(true) {
		t.Errorf("catalogue: %v", c)
	}
	if _, scaled := f.Dict(c["ViewerPreferences"])["PrintScaling"]; scaled {
		t.Error("a bulletin is printed as its readers like")
	}
	labels := realIssue(t)
	labels.Exact = true
	again := parse(t, write(t, labels))
	if got := again.Dict(again.Catalog()["ViewerPreferences"])["PrintScaling"]; got != object.Name("None") {
		t.Errorf("PrintScaling of labels is %v", got)
	}
	want := map[object.Name]string{
		"Title": testMeta.Title, "Author": testMeta.Author, "Subject": testMeta.Subject,
		"Creator": "bulletin 1.0", "Producer": "bulletin 1.0",
		"CreationDate": "D:20200922000000+08'00'", "ModDate": "D:20200922000000+08'00'",
	}
	info := f.Dict(f.Trailer["Info"])
	for key, text := range want {
		if s, _ := info[key].(object.String); s.Text() != text {
			t.Errorf("%s is %q, want %q", key, s.Text(), text)
		}
	}
	if len(info) != len(want) {
		t.Errorf("information: %v", info)
	}
	id := f.Array(f.Trailer["ID"])
	if len(id) != 2 || id[0] != id[1] || len(id[0].(object.String)) != 16 {
		t.Errorf("ID is %v", id)
	}
}

// An identifier is that of the content: another word, another ID.
func TestIDFollowsContent(t *testing.T) {
	d := realIssue(t)
	before := parse(t, write(t, d)).Trailer["ID"]
	d.Meta.Subject = "第5期"
	if after := parse(t, write(t, d)).Trailer["ID"]; reflect.DeepEqual(before, after) {
		t.Error("the ID is the same")
	}
}

func TestEmptyMetaLeavesNoKeys(t *testing.T) {
	d := &page.Document{Pages: []*page.Page{a4(0)}}
	var out bytes.Buffer
	if err := Write(&out, d, Options{}); err != nil {
		t.Fatal(err)
	}
	f := parse(t, out.Bytes())
	if info := f.Dict(f.Trailer["Info"]); len(info) != 0 {
		t.Errorf("information: %v", info)
	}
	for _, key := range []object.Name{"PageLabels", "Outlines", "PageMode", "Names"} {
		if f.Catalog()[key] != nil {
			t.Errorf("catalogue has %s", key)
		}
	}
}

func TestOutline(t *testing.T) {
	titles := []string{"本期要目", "一、(推进) \\ 会议", "（一）镕𬱖同志", "1. 压实\r责任", "二、简讯", "brief"}
	levels := []int{0, 1, 2, 2, 1, 0}
	landscape := &page.Page{Width: 297 * page.Mm, Height: 210 * page.Mm}
	d := &page.Document{Pages: []*page.Page{a4(1), landscape}}
	for i, title := range titles {
		d.Outline = append(d.Outline, page.Bookmark{Title: title, Level: levels[i], Page: i % 2, Y: page.Length(i) * 10 * page.Mm})
	}
	f := parse(t, write(t, d))
	root := f.Dict(f.Catalog()["Outlines"])
	if root["Count"] != object.Integer(6) {
		t.Errorf("count of all is %v", root["Count"])
	}
	got := outlineOf(f, root, nil)
	if len(got) != len(titles) {
		t.Fatalf("%d items", len(got))
	}
	counts := []object.Object{object.Integer(4), object.Integer(2), nil, nil, nil, nil}
	pages := f.Array(f.Dict(f.Catalog()["Pages"])["Kids"])
	for i, item := range got {
		if text := item["Title"].(object.String).Text(); text != titles[i] {
			t.Errorf("title %q, want %q", text, titles[i])
		}
		if item["Count"] != counts[i] {
			t.Errorf("%s: count %v, want %v", titles[i], item["Count"], counts[i])
		}
		dest := f.Array(item["Dest"])
		height := d.Pages[i%2].Height - d.Outline[i].Y
		if dest[0] != pages[i%2] || dest[1] != object.Name("XYZ") || !near(value(t, dest[3]), height) {
			t.Errorf("%s leads to %v", titles[i], dest)
		}
	}
}

// outlineOf returns the items of an outline in reading order.
func outlineOf(f *object.File, parent object.Dict, items []object.Dict) []object.Dict {
	for next := parent["First"]; next != nil; {
		item := f.Dict(next)
		items = outlineOf(f, item, append(items, item))
		next = item["Next"]
	}
	return items
}

func TestPageLabels(t *testing.T) {
	tests := []struct {
		numbers []int
		want    string
	}{
		{[]int{0, 0}, ""},
		{[]int{1, 2, 3}, "0:1"},
		{[]int{0, 1, 2}, "0:none 1:1"},
		{[]int{0, 0, 5, 6, 0, 0, 7, 9}, "0:none 2:5 4:none 6:7 7:9"},
	}
	for _, test := range tests {
		var d page.Document
		for _, n := range test.numbers {
			d.Pages = append(d.Pages, a4(n))
		}
		f := parse(t, write(t, &d))
		if got := labelsOf(f); got != test.want {
			t.Errorf("numbers %v: labels %q, want %q", test.numbers, got, test.want)
		}
	}
}

func labelsOf(f *object.File) string {
	var parts []string
	nums := f.Array(f.Dict(f.Catalog()["PageLabels"])["Nums"])
	for i := 0; i < len(nums); i += 2 {
		label := f.Dict(nums[i+1])
		start := "none"
		if label["S"] == object.Name("D") {
			start = string(object.TextString(string(rune('0' + label["St"].(object.Integer)))))
		}
		parts = append(parts, string(rune('0'+nums[i].(object.Integer)))+":"+start)
	}
	return strings.Join(parts, " ")
}

func TestPagesAndLinks(t *testing.T) {
	link := &page.Link{X: 28 * page.Mm, Y: 50 * page.Mm, Width: 40 * page.Mm, Height: 6 * page.Mm, URL: "http://例.cn/a b(1)?q=工", Node: page.Artifact}
	landscape := &page.Page{Width: 297 * page.Mm, Height: 210 * page.Mm, Items: []page.Item{link}}
	f := parse(t, write(t, &page.Document{Pages: []*page.Page{a4(1), landscape}}))
	pages := pagesOf(f)
	want := []object.Array{
		{object.Integer(0), object.Integer(0), object.Real("595.276"), object.Real("841.89")},
		{object.Integer(0), object.Integer(0), object.Real("841.89"), object.Real("595.276")},
	}
	for i, p := range pages {
		if !reflect.DeepEqual(p["MediaBox"], want[i]) {
			t.Errorf("page %d is %v", i+1, p["MediaBox"])
		}
	}
	a := f.Dict(f.Array(pages[1]["Annots"])[0])
	rect := object.Array{object.Real("79.37"), object.Real("436.535"), object.Real("192.756"), object.Real("453.543")}
	if a["F"] != object.Integer(4) || !reflect.DeepEqual(a["Rect"], rect) || !reflect.DeepEqual(a["Border"], object.Array{object.Integer(0), object.Integer(0), object.Integer(0)}) {
		t.Errorf("annotation: %v", a)
	}
	if uri := f.Dict(a["A"])["URI"]; uri != object.String("http://%E4%BE%8B.cn/a%20b(1)?q=%E5%B7%A5") {
		t.Errorf("URI is %v", uri)
	}
}

func TestRules(t *testing.T) {
	rule := &page.Rule{X: 28 * page.Mm, Y: 90 * page.Mm, Width: 156 * page.Mm, Height: page.Pt / 2, Color: page.Color{R: 255}, Node: page.Artifact}
	f := parse(t, write(t, &page.Document{Pages: []*page.Page{a4(1, rule)}}))
	for _, op := range operations(t, f.Stream(pagesOf(f)[0]["Contents"])) {
		if op.Operator == "re" {
			got := []string{string(op.Operands[0].(object.Real)), string(op.Operands[1].(object.Real)), string(op.Operands[2].(object.Real)), string(op.Operands[3].(object.Real))}
			if want := []string{"79.37", "586.272", "442.205", "0.5"}; !reflect.DeepEqual(got, want) {
				t.Errorf("rule %v, want %v", got, want)
			}
			return
		}
	}
	t.Error("no rule")
}
