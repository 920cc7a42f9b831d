package layout

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// newTestLayouter is a layouter for an issue before anything is set.
func newTestLayouter(issue *bulletin.Issue, a *Assets) *layouter {
	return &layouter{issue: issue, assets: a, geo: newGeometry(issue.Style), faces: map[*Face]int{}, last: map[int]*page.Text{},
		doc: &page.Document{Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}}}}
}

// TestTables sets the table of each testdata/tables/*.md by itself, page after
// page of 版心 as full as rows may fill them: the head again on each, a row of
// several lines whole, turned pages one by one.
func TestTables(t *testing.T) {
	a := testAssets(t)
	files, _ := filepath.Glob("testdata/tables/*.md")
	wants, _ := filepath.Glob("testdata/tables/*.want")
	if len(files) == 0 || len(files) != len(wants) {
		t.Errorf("%d inputs, %d goldens", len(files), len(wants))
	}
	for _, file := range files {
		l := newTestLayouter(readIssue(t, file, nil), a)
		for _, b := range l.issue.Body {
			rows := l.table(b.(*bulletin.Table), 0, 0, l.geo.width)
			l.doc.Pages = append(l.doc.Pages, tablePages(l.geo, rows)...)
		}
		golden(t, strings.TrimSuffix(file, ".md")+".want", dump(t, l.doc, l.findings))
	}
}

// tablePages puts the rows of a table on pages of nothing but 版心.
func tablePages(g geometry, rows []row) []*page.Page {
	var pages []*page.Page
	for start := 0; start < len(rows); {
		if p := rows[start].plate; p != nil {
			pages = append(pages, &page.Page{Width: g.height, Height: g.width, Turned: true, Items: p.items})
			start++
			continue
		}
		head := rows[start].head
		end := min(start+g.lines-len(head), len(rows))
		for end < len(rows) && rows[end-1].tied {
			end--
		}
		p := &page.Page{Width: g.width, Height: g.height}
		for i, r := range append(head, rows[start:end]...) {
			p.Items = append(p.Items, shift(r.items, 0, g.lineTop(i))...)
		}
		pages = append(pages, p)
		start = end
	}
	return pages
}

// TestTableForms says in which form tables are set: the type as large as the
// columns allow, on the grid if they find room there.
func TestTableForms(t *testing.T) {
	a := testAssets(t)
	table := func(columns int, cell string) string {
		line := strings.Repeat("| "+cell+" ", columns) + "|\n"
		return line + strings.Repeat("|---", columns) + "|\n" + line
	}
	for _, c := range []struct {
		name, text string
		turned     bool
		size       page.Length
	}{
		{"few columns", table(5, "四字内容"), false, 12 * page.Pt},
		{"one line in 五号, two in 小四", table(7, "五个字的格"), false, 21 * page.Pt / 2},
		{"no room on the grid", table(10, "四字内容"), true, 12 * page.Pt},
		{"hardly room on a turned page", table(16, "四字内容"), true, 9 * page.Pt},
		{"words parted", table(22, "四字内容"), true, 9 * page.Pt},
	} {
		l := newTestLayouter(tableIssue(t, c.text), a)
		rows := l.table(l.issue.Body[0].(*bulletin.Table), 0, 0, l.geo.width)
		if len(rows) == 0 {
			t.Errorf("%s: %v", c.name, l.findings)
			continue
		}
		items := rows[0].items
		if rows[0].plate != nil {
			items = rows[0].plate.items
		}
		for _, it := range items {
			if text, ok := it.(*page.Text); ok && text.Size != c.size {
				t.Errorf("%s: type of %s pt, want %s", c.name, text.Size.Points(), c.size.Points())
				break
			}
		}
		if turned := rows[0].plate != nil; turned != c.turned {
			t.Errorf("%s: turned is %v", c.name, turned)
		}
	}
}

// TestNumbers says what is a number of a table, and where numbers are aligned.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ cell, integer string }{
		{"12", "12"}, {"1,234.50", "1,234"}, {"-0.75%", "-0"}, {"+3.2‰", "+3"}, {"103个", "103"}, {"3.5万元", "3"},
		{"￥1,000", "￥1,000"}, {"≥95%", "≥95"}, {"9月", "9"},
		{"", ""}, {"—", ""}, {"甲", ""}, {"A-1", ""}, {"2022年3月1日", ""}, {"3名县级领导带队", ""}, {"0737-4222", ""},
		{"12（人）", ""}, {"1.2.3", ""}, {"1 2", ""}, {"，1", ""}, {"12,", ""}, {strings.Repeat("1", 25), ""},
	} {
		var r run
		r.add(c.cell, FangSong, 0, bulletin.Phrase{}.At)
		n, ok := integerPart(r.glyphs)
		got := ""
		if ok {
			got = string([]rune(c.cell)[:n])
		}
		if got != c.integer {
			t.Errorf("%s: aligned behind %q, want %q", c.cell, got, c.integer)
		}
	}
}

// TestTableExtremes sets tables that nobody should write: they end in order,
// with pages or with a finding that says what to do.
func TestTableExtremes(t *testing.T) {
	a := testAssets(t)
	rule := func(n int) string { return strings.Repeat("|---", n) + "|\n" }
	row := func(n int, cell string) string { return strings.Repeat("|"+cell, n) + "|\n" }
	for _, c := range []struct{ name, text, finding string }{
		{"head only", row(2, "甲") + rule(2), ""},
		{"nothing in it", row(2, " ") + rule(2), ""},
		{"empty cells", row(3, " ") + rule(3) + row(3, " "), ""},
		{"one column", row(1, "甲") + rule(1) + strings.Repeat(row(1, "乙"), 40), ""},
		{"200 rows", row(4, "甲") + rule(4) + strings.Repeat(row(4, "乙丙"), 200), ""},
		{"a long cell", row(3, "甲") + rule(3) + "|" + strings.Repeat("督察整改情况，", 430) + "|乙|丙|\n", ""},
		{"a long cell on a turned page", row(16, "甲") + rule(16) + "|" + strings.Repeat("督察整改情况，", 430) + row(15, "四字内容"), ""},
		{"a long head", row(3, strings.Repeat("督察整改情况，", 100)) + rule(3) + row(3, "乙"), ""},
		{"a long word", row(2, "甲") + rule(2) + "|" + strings.Repeat("a", 300) + "|乙|\n", ""},
		{"a long number", row(2, "甲") + rule(2) + "|" + strings.Repeat("1", 300) + "|2|\n", ""},
		{"59 columns", row(59, "甲") + rule(59) + row(59, "乙"), "有59列"},
		{"what no line parts", row(2, "甲") + rule(2) + "|" + strings.Repeat("督\u00A0", 200) + "|乙|\n", "表格太宽"},
	} {
		d, findings := Pages(tableIssue(t, c.text), a)
		got := ""
		for _, f := range findings {
			got += f.Message
		}
		if c.finding == "" && (got != "" || len(d.Pages) == 0) || !strings.Contains(got, c.finding) {
			t.Errorf("%s: %d pages, findings %q", c.name, len(d.Pages), got)
		}
	}
}

// TestTableHardBreak sets a cell with an editor's break: two lines, each in
// the middle.
func TestTableHardBreak(t *testing.T) {
	l := newTestLayouter(tableIssue(t, "正文。"), testAssets(t))
	text := func(s string) bulletin.Inline { return &bulletin.Text{String: s} }
	table := &bulletin.Table{
		Columns: []bulletin.Align{bulletin.AlignCentre},
		Rows:    [][]bulletin.Cell{{{text("督察组"), &bulletin.HardBreak{}, text("甲")}}},
	}
	var lines []*page.Text
	rows := l.table(table, 0, 0, l.geo.width)
	for _, it := range rows[0].items {
		if text, ok := it.(*page.Text); ok {
			lines = append(lines, text)
		}
	}
	if len(lines) != 2 || lines[0].String != "督察组" || lines[1].String != "甲" {
		t.Fatalf("lines %v", lines)
	}
	const size = 21 * page.Pt / 2 // two lines of 五号 find room in a grid line
	if dx, dy := lines[1].X-lines[0].X, lines[1].Y-lines[0].Y; len(rows) != 1 || dx != size || dy != size.Times(125, 100) {
		t.Errorf("the second line is %s mm in and %s mm lower", dx.Millimetres(), dy.Millimetres())
	}
}

// TestTurnedHeadings says that each heading that goes to a turned page with its
// table has its bookmark there.
func TestTurnedHeadings(t *testing.T) {
	row := strings.Repeat("| 四字内容 ", 10) + "|\n"
	d, _ := Pages(issueOf("\n正文。\n\n# 【附表】\n\n# 督察情况统计表\n\n"+row+strings.Repeat("|---", 10)+"|\n"+row), testAssets(t))
	var got []string
	for _, b := range d.Outline {
		got = append(got, fmt.Sprint(b.Title, " ", b.Page))
	}
	if want := []string{"【附表】 1", "督察情况统计表 1"}; !slices.Equal(got, want) {
		t.Errorf("bookmarks %q, want %q", got, want)
	}
}
