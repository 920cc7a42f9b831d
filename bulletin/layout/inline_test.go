package layout

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// setParagraph sets the Markdown of one paragraph and returns its items.
func setParagraph(t *testing.T, a *Assets, text string) []page.Item {
	t.Helper()
	head := "---\n刊名: 简报\n期号: 1\ndate: 2020-01-02\n---\n\n"
	issue := bulletin.Read(diag.NewSource("x.md", []byte(head+text+"\n")), "x", nil)
	d, findings := Pages(issue, a)
	if issue.Findings.Errors()+findings.Errors() > 0 {
		t.Fatal(issue.Findings, findings)
	}
	g := newGeometry(issue.Style)
	var items []page.Item
	for _, it := range d.Pages[0].Items {
		switch it := it.(type) {
		case *page.Text:
			if it.Y > g.top+g.lineTop(7) && it.Y < g.top+g.height && it.Node != page.Artifact && it.Size >= 8*page.Pt && d.Tree[it.Node].Role != page.RoleLabel && !below(d, it.Node, page.RoleNote) {
				items = append(items, it)
			}
		case *page.Dot:
			items = append(items, it)
		}
	}
	return items
}

// TestTypedBlanks says which typed blanks keep room: between Han half a cell
// each, one between Latin words whatever stands raised beside it, none between
// Han and Latin, beside signs and beside marks that have white of their own.
func TestTypedBlanks(t *testing.T) {
	a := testAssets(t)
	for _, c := range []struct{ text, want string }{
		{"one  two", "one two"},
		{"one two", "one two"},
		{"甲乙 丙丁", "甲乙 丙丁"},
		{"甲乙  丙丁", "甲乙  丙丁"},
		{"2020 年 9 月", "2020年9月"},
		{"3 × 5 米", "3×5米"},
		{"25 ℃ 以上", "25℃以上"},
		{"聚焦“一老一小” 织密", "聚焦“一老一小” 织密"},
		{"甲， 乙", "甲，乙"},
		{"Hello[^1] World\n\n[^1]: 注", "Hello① World"},
		{"see [site](https://a.cn/b) now", "see site[1] now"},
		{"▲ 1号", "▲ 1号"},
		{"`代码 code`", "代码 code"},
	} {
		got := ""
		for _, it := range setParagraph(t, a, c.text) {
			if text, ok := it.(*page.Text); ok {
				got += text.String
			}
		}
		if got != c.want {
			t.Errorf("%q is set %q, want %q", c.text, got, c.want)
		}
	}
}

// TestClreq8EmphasisMarks: a dot below each emphasised character, centred on
// it, also where gaps have grown; none below marks and blanks, none below
// Latin letters, which are bold.
func TestClreq8EmphasisMarks(t *testing.T) {
	a := testAssets(t)
	for _, c := range []struct {
		text string
		dots int
	}{
		{"*高度重视*安全", 4},
		{"要*高度重视，“三管”，*落实", 6},
		{"*2020年*", 5},
		{"*GDP*和*甲 乙*", 2},
		{"*café*", 0},
		{"要求各地区各部门各单位提高政治站位*切实把各项工作抓实抓细抓到位坚决防范各类事故*。", 22},
	} {
		var origins []page.Length // of what must have a dot, and how wide it is
		var lines, widths []page.Length
		var dots []*page.Dot
		for _, it := range setParagraph(t, a, c.text) {
			switch it := it.(type) {
			case *page.Dot:
				dots = append(dots, it)
			case *page.Text:
				x := it.X
				classes := typeset.Classify([]rune(it.String))
				for i := range []rune(it.String) {
					w := it.Size
					if classes[i] == typeset.Western {
						w = it.Advances[i]
					}
					origins, widths, lines = append(origins, x), append(widths, w), append(lines, it.Y)
					x += it.Advances[i]
				}
			}
		}
		if len(dots) != c.dots {
			t.Errorf("%s: %d dots, want %d", c.text, len(dots), c.dots)
		}
		for _, d := range dots {
			centred := false
			for i := range origins {
				off := origins[i] + widths[i]/2 - d.X
				below := d.Y - lines[i]
				centred = centred || abs(off) < page.Mm/20 && below > 0 && below < 3*page.Mm
			}
			if !centred {
				t.Errorf("%s: a dot at %s, %s mm stands below no character", c.text, d.X.Millimetres(), d.Y.Millimetres())
			}
		}
	}
}

// below reports whether a node is of a role or stands below one that is.
func below(d *page.Document, node int, role page.Role) bool {
	for ; node > 0; node = d.Tree[node].Parent {
		if d.Tree[node].Role == role {
			return true
		}
	}
	return false
}

// TestLatinLineEnds says that a line that ends between two Latin words ends with
// a blank, for those who hear it and see no line end; one between Han does not.
func TestLatinLineEnds(t *testing.T) {
	a := testAssets(t)
	lines := func(text string) (out []string) {
		last := page.Length(0)
		for _, it := range setParagraph(t, a, text) {
			x, ok := it.(*page.Text)
			switch {
			case !ok:
			case x.Y != last:
				out, last = append(out, x.String), x.Y
			default:
				out[len(out)-1] += x.String
			}
		}
		return out
	}
	english := lines("The municipal bureau of the city has asked all offices to keep the air and water clean, and to report what they find every week.")
	han := lines("市环境保护局要求各单位保持空气和水清洁，并且每星期报告一次所发现的问题，不得有遗漏，各区县照办。")
	if len(english) < 2 || len(han) < 2 {
		t.Fatal(english, han)
	}
	for i, line := range english {
		if strings.HasSuffix(line, " ") != (i+1 < len(english)) {
			t.Errorf("line %q", line)
		}
	}
	for _, line := range han {
		if strings.HasSuffix(line, " ") {
			t.Errorf("line %q", line)
		}
	}
}
