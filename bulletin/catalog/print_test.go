package catalog

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
)

// TestPages shows the printed catalogue of the series in testdata.
func TestPages(t *testing.T) {
	s, items := series(t)
	y := Years(s.Settings.Front.Filing, s.Issues, items)[1]
	style := &bulletin.Issue{Source: s.Settings.Source, Front: s.Settings.Front}
	a := testAssets(t)
	var first []byte
	for range 2 {
		data := y.Sheet()
		data.Rows[0][columnRemarks] = "正本缺第3页"
		d, findings := y.Pages(style, a, data)
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		var dump, file bytes.Buffer
		if err := page.Dump(&dump, d); err != nil {
			t.Fatal(err)
		}
		golden(t, "2020.want", dump.Bytes())
		if err := pdf.Write(&file, d, pdf.Options{Producer: "bulletin"}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = file.Bytes()
		} else if !bytes.Equal(first, file.Bytes()) {
			t.Error("two PDF files of the same catalogue differ")
		}
	}
}

// TestUnfiled says that the cover of an office that has said nothing has lines to
// write on.
func TestUnfiled(t *testing.T) {
	issue := read(t, "1", "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n\n正文。\n")
	y := Years(bulletin.Filing{}, []*bulletin.Issue{issue}, []Item{{Issue: issue, Pages: 1}})[0]
	d, findings := y.Pages(issue, testAssets(t), y.Sheet())
	if len(findings) > 0 || len(d.Pages) != 2 {
		t.Fatal(len(d.Pages), findings)
	}
	if got := texts(d.Pages[0]); got != "归档文件目录 全宗号 全宗名称 年度 2020 保管期限 机构（问题）" {
		t.Errorf("the cover has %q", got)
	}
	rules := 0
	for _, it := range d.Pages[0].Items {
		if _, ok := it.(*page.Rule); ok {
			rules++
		}
	}
	if rules != 5 {
		t.Errorf("%d lines to write on", rules)
	}
}

// texts are those of a page, with blanks between.
func texts(p *page.Page) string {
	var out []string
	for _, it := range p.Items {
		if x, ok := it.(*page.Text); ok {
			if s := strings.TrimSpace(x.String); s != "" {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, " ")
}

// many is n issues, with titles of every length up to several hundred characters.
func many(t *testing.T, n int) []*bulletin.Issue {
	t.Helper()
	var out []*bulletin.Issue
	for i := range n {
		long := strings.Repeat(fmt.Sprintf("第%d篇关于“回头看”整改情况的通报，", i), 1+i*i%17)
		text := fmt.Sprintf("---\n刊名: 工作简报\n期号: %d\ndate: 2020-%02d-%02d\n编发单位: 某某市环境保护督察工作领导小组办公室\n---\n\n# %s\n\n正文。\n", i+1, 1+i/28, 1+i%28, long)
		out = append(out, read(t, fmt.Sprintf("%03d", i+1), text))
	}
	return out
}

// TestMany sets a catalogue of 120 issues: every row is whole, once, in order
// and on the paper, with the heads on each page.
func TestMany(t *testing.T) {
	issues := many(t, 120)
	var items []Item
	for i, issue := range issues {
		items = append(items, Item{Issue: issue, Pages: i + 1})
	}
	filing := bulletin.Filing{Fonds: bulletin.Phrase{Text: "Z109"}, Retention: "永久", Unclassed: true}
	y := Years(filing, issues, items)[0]
	d, findings := y.Pages(issues[0], testAssets(t), y.Sheet())
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if len(d.Pages) < 12 {
		t.Errorf("%d pages", len(d.Pages))
	}
	for i, p := range d.Pages {
		text := texts(p)
		if p.Width != 297*page.Mm || p.Height != 210*page.Mm {
			t.Errorf("page %d is not A4 across", i+1)
		}
		if i > 0 && (!strings.Contains(text, "序号 档号 文号 责任者 题名 日期 密级 页数 备注") || !strings.HasSuffix(strings.ReplaceAll(text, " ", ""), fmt.Sprintf("第%d页　共%d页", i, len(d.Pages)-1))) {
			t.Errorf("page %d has no heads or no number: %q", i+1, text)
		}
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok {
				right := x.X
				for _, a := range x.Advances {
					right += a
				}
				if x.X < 15*page.Mm || right > 282*page.Mm+x.Size/2 || x.Y < 15*page.Mm || x.Y > 203*page.Mm {
					t.Errorf("page %d: %q is outside", i+1, x.String)
				}
			}
		}
	}
	checkRows(t, d, y)
}

// checkRows holds the cells of a document against the entries of a catalogue.
func checkRows(t *testing.T, d *page.Document, y Year) {
	t.Helper()
	below, row := map[int]string{}, map[int][]int{}
	for _, p := range d.Pages {
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok && x.Node >= 0 {
				below[x.Node] += x.String
			}
		}
	}
	var order []int
	for i, n := range d.Tree {
		switch n.Role {
		case page.RoleRow:
			order = append(order, i)
		case page.RoleCell:
			row[n.Parent] = append(row[n.Parent], i)
		}
	}
	if len(order) != len(y.Entries)+1 {
		t.Fatalf("%d rows of %d issues and their heads", len(order), len(y.Entries))
	}
	for i, e := range y.Entries {
		for k, w := range e.cells() {
			if got := below[row[order[i+1]][k]]; bare(got) != bare(w.String()) {
				t.Errorf("row %d, %s: %q, want %q", i+1, heads[k], got, w)
			}
		}
	}
}

// bare is a text without blanks, which stand where lines end.
func bare(s string) string { return strings.NewReplacer(" ", "", "　", "").Replace(s) }

// TestLongest sets a title that fills more than a page.
func TestLongest(t *testing.T) {
	issue := read(t, "1", "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n导读: [\""+strings.Repeat("整改情况的通报，", 300)+"\"]\n---\n\n正文。\n")
	y := Years(bulletin.Filing{}, []*bulletin.Issue{issue}, []Item{{Issue: issue, Pages: 1}})[0]
	d, findings := y.Pages(issue, testAssets(t), y.Sheet())
	if len(findings) > 0 || len(d.Pages) < 4 {
		t.Fatal(len(d.Pages), findings)
	}
	checkRows(t, d, y)
}

// TestRare sets rare characters, and says where one stands that no face has.
func TestRare(t *testing.T) {
	const front = "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n编发单位: 𬱖𫖯县㛃䶮办\n更正: [{日期: 2020-09-25, 说明: 第2页的“%s”}]\n---\n\n# 𬣙𬍛𬘓同志\n\n正文。\n"
	for _, c := range []struct {
		text  string
		wrong int
	}{{"𬱖", 0}, {"\U0010FFFD", 1}} {
		text := fmt.Sprintf(front, c.text)
		issue := bulletin.Read(diag.NewSource("1.md", []byte(text)), "1", nil)
		y := Years(bulletin.Filing{}, []*bulletin.Issue{issue}, []Item{{Issue: issue, Pages: 1}})[0]
		d, findings := y.Pages(issue, testAssets(t), y.Sheet())
		if findings.Errors() != c.wrong {
			t.Fatal(findings)
		}
		if c.wrong > 0 {
			if at := findings[0].Pos; at.File() != "1.md" || at.Line() != 6 {
				t.Errorf("found at %v", findings[0])
			}
			continue
		}
		checkRows(t, d, y)
	}
}
