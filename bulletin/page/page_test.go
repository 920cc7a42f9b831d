package page

import (
	"strings"
	"testing"
)

func TestLength(t *testing.T) {
	for _, c := range []struct {
		l      Length
		mm, pt string
	}{
		{0, "0.000", "0"}, {16 * Pt, "5.644", "16"}, {156 * Mm, "156.000", "442.205"}, {-Mm / 2, "-0.500", "-1.417"},
		{Hundredths(10446), "104.460", "296.107"}, {Pt / 2, "0.176", "0.5"},
	} {
		if c.l.Millimetres() != c.mm || c.l.Points() != c.pt {
			t.Errorf("%d: %s mm %s pt, want %s and %s", c.l, c.l.Millimetres(), c.l.Points(), c.mm, c.pt)
		}
	}
	if Length(10).Times(1, 4) != 3 || Length(-10).Times(1, 4) != -3 || (156*Mm).Times(28, 28) != 156*Mm {
		t.Error("Times does not round to the nearest")
	}
}

func TestDump(t *testing.T) {
	d := &Document{
		Meta:    Meta{Title: "简报第1期", Author: "办公室", Subject: "第1期", Date: "2020-09-22"},
		Faces:   []Face{{Name: "仿宋"}},
		Images:  []Picture{{Name: "a.png"}},
		Outline: []Bookmark{{Title: "标题", Page: 0, Y: 37 * Mm}},
		Tree:    []Node{{Role: RoleDocument, Parent: -1}, {Role: RoleHeading, Level: 1}},
		Pages: []*Page{{Width: 210 * Mm, Height: 297 * Mm, Number: 1, Items: []Item{
			&Text{X: 28 * Mm, Y: 42 * Mm, Size: 16 * Pt, String: "督察组", Advances: []Length{5 * Mm, 5 * Mm, 6 * Mm}, Node: 1},
			&Rule{X: 28 * Mm, Y: 100 * Mm, Width: 156 * Mm, Height: Mm, Color: Color{230, 0, 18}, Node: Artifact},
			&Image{Width: Mm, Height: Mm, Node: 0},
			&Link{Width: Mm, Height: Mm, URL: "http://a.cn", Node: 0},
		}}},
	}
	var b strings.Builder
	if err := Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	want := `title 简报第1期
author 办公室
subject 第1期
date 2020-09-22
outline 0 p1 37.000 标题
page 1 number 1 210.000×297.000
  28.000 42.000 仿宋 16pt H1#1 |督察组| 5.000×2 6.000
  28.000 100.000 rule 156.000×1.000 #E60012 artifact
  0.000 0.000 image 1.000×1.000 a.png Document#0
  0.000 0.000 link 1.000×1.000 http://a.cn Document#0
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}

func TestDumpShowsCopies(t *testing.T) {
	number := &Text{X: 160 * Mm, Y: 42 * Mm, Size: 16 * Pt, String: "000017", Advances: []Length{Mm, Mm, Mm, Mm, Mm, Mm}, Node: 0}
	d := &Document{
		Faces: []Face{{Name: "西文"}}, Tree: []Node{{Role: RoleDocument, Parent: -1}},
		Copies: []Copy{{Title: "000017 市委办公室", Items: []Item{number}}, {Title: "000018"}},
	}
	want := `copy 000017 市委办公室
  160.000 42.000 西文 16pt Document#0 |000017| 1.000×6
copy 000018
`
	for _, want := range []string{want, strings.ReplaceAll(want, "copy", "copy on a new sheet")} {
		var b strings.Builder
		if err := Dump(&b, d); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(b.String(), "date \n"); got != want {
			t.Errorf("got\n%s", got)
		}
		d.NewSheet = true
	}
}
