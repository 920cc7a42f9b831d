package dispatch

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// testAssets reads the faces of the tool.
func testAssets(t testing.TB) *layout.Assets {
	t.Helper()
	var a layout.Assets
	face := func(name, file string) *layout.Face {
		data, err := os.ReadFile("../../fonts/" + file)
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		return &layout.Face{Face: page.Face{Name: name, Data: data}, Font: font}
	}
	song, latin := face("宋体", "NotoSerifSC-Regular.ttf"), face("西文", "LiberationSerif-Regular.ttf")
	for i, own := range []*layout.Face{
		face("仿宋", "FandolFang-Regular.ttf"), face("楷体", "FandolKai-Regular.ttf"), face("黑体", "NotoSansSC-Medium.ttf"),
		face("小标宋", "NotoSerifSC-Bold.ttf"), song,
	} {
		a.Han[i], a.Latin[i] = []*layout.Face{own, song}, []*layout.Face{latin}
	}
	return &a
}

// counted reads an issue and counts its copies by a register.
func counted(t testing.TB, issue, register string) *bulletin.Issue {
	t.Helper()
	i := bulletin.Read(diag.NewSource("1.md", []byte(issue)), "1", nil)
	reg := bulletin.ReadRegister(diag.NewSource(bulletin.RegisterName, []byte(register)))
	i.Distribute(reg, nil)
	if findings := append(reg.Findings, i.Findings...); findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return i
}

// fourth is the real 第4期 by its register, with lines put into its front matter.
func fourth(t testing.TB, lines string) *bulletin.Issue {
	t.Helper()
	var text [3]string
	for i, name := range []string{"bulletin.yaml", "recipients.yaml", "2020/004.md"} {
		data, err := os.ReadFile("../../issues/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text[i] = string(data)
	}
	settings := bulletin.ReadSettings(diag.NewSource("bulletin.yaml", []byte(text[0])))
	reg := bulletin.ReadRegister(diag.NewSource("recipients.yaml", []byte(text[1])))
	issue := bulletin.Read(diag.NewSource("004.md", []byte(strings.Replace(text[2], "---\n", "---\n"+lines, 1))), "2020/004", settings)
	issue.Distribute(reg, nil)
	if findings := append(reg.Findings, issue.Findings...); len(findings) > 0 {
		t.Fatal(findings)
	}
	return issue
}

func job(t testing.TB, issue *bulletin.Issue, o Options) *Job {
	t.Helper()
	j, ok := NewJob(issue, o)
	if !ok {
		t.Fatal("no such printing")
	}
	return j
}

// product is one kind of output of a job.
type product struct {
	name string
	make func(*Job, *layout.Assets) (*page.Document, diag.List)
}

// tables are the outputs that are tables, boxes those with a frame for each
// recipient.
var (
	tables = []product{{"分发明细表", (*Job).Details}, {"签收单", (*Job).Receipt}, {"送文簿", (*Job).Mail}}
	boxes  = []product{
		{"发文通知单", (*Job).Slips},
		{"标签3x8", func(j *Job, a *layout.Assets) (*page.Document, diag.List) { return j.Labels(a, LabelSheets[0]) }},
		{"标签2x7", func(j *Job, a *layout.Assets) (*page.Document, diag.List) { return j.Labels(a, LabelSheets[1]) }},
		{"信封C4", func(j *Job, a *layout.Assets) (*page.Document, diag.List) { return j.Covers(a, Envelopes[0]) }},
		{"信封C5", func(j *Job, a *layout.Assets) (*page.Document, diag.List) { return j.Covers(a, Envelopes[1]) }},
		{"信封ZL", func(j *Job, a *layout.Assets) (*page.Document, diag.List) { return j.Covers(a, Envelopes[2]) }},
	}
)

// bare is a text as it is compared: blanks and joiners stand where lines end.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u3000\u2060\u200B", r) {
			return -1
		}
		return r
	}, s)
}

// read returns the text of each node of a document.
func read(d *page.Document) []string {
	out := make([]string, len(d.Tree))
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*page.Text); ok && t.Node >= 0 {
				out[t.Node] += bare(t.String)
			}
		}
	}
	return out
}

// kids returns the nodes below one.
func kids(d *page.Document, parent int) []int {
	var out []int
	for i, n := range d.Tree {
		if n.Parent == parent && i > 0 {
			out = append(out, i)
		}
	}
	return out
}

// rows returns the texts of the cells of every row.
func rows(d *page.Document) [][]string {
	texts := read(d)
	below := map[int][]string{}
	var order []int
	for i, n := range d.Tree {
		switch n.Role {
		case page.RoleRow:
			order = append(order, i)
		case page.RoleCell, page.RoleHeadCell:
			below[n.Parent] = append(below[n.Parent], texts[i])
		}
	}
	var out [][]string
	for _, i := range order {
		out = append(out, below[i])
	}
	return out
}

// golden holds documents against testdata, which UPDATE=1 rewrites.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = "testdata/" + name
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
		for i := range g {
			if i >= len(w) || g[i] != w[i] {
				t.Errorf("%s, line %d: %q (UPDATE=1 rewrites it)", name, i+1, g[i])
				return
			}
		}
		t.Errorf("%s ends early", name)
	}
}

// dump is a document in words.
func dump(t *testing.T, d *page.Document, findings diag.List) []byte {
	t.Helper()
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var b bytes.Buffer
	if err := page.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// within reports the first text of items that stands outside a rectangle.
func within(items []page.Item, x, y, w, h page.Length) *page.Text {
	i := slices.IndexFunc(items, func(it page.Item) bool {
		t, ok := it.(*page.Text)
		if !ok {
			return false
		}
		right := t.X
		for _, a := range t.Advances {
			right += a
		}
		if last := []rune(t.String); strings.ContainsRune("、，。；：！？）》”’】", last[len(last)-1]) {
			right -= t.Size / 2 // its blank half
		}
		top := t.Y - t.Size.Times(88, 100) // an opening mark has its ink in its right half
		return t.X < x-t.Size/2 || right > x+w+page.Mm/20 || top < y || top+t.Size > y+h
	})
	if i < 0 {
		return nil
	}
	return items[i].(*page.Text)
}
