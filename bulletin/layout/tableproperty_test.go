package layout

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// tableIssue reads an issue whose body is the text.
func tableIssue(t testing.TB, body string) *bulletin.Issue {
	t.Helper()
	text := "---\n刊名: 简报\n期号: 1\ndate: 2022-03-01\n编发单位: 某办公室\n---\n\n" + body
	issue := bulletin.Read(diag.NewSource("table.md", []byte(text)), "x", nil)
	if issue.Findings.Errors() > 0 {
		t.Fatal(issue.Findings)
	}
	return issue
}

// words are what random cells are made of.
var words = []string{
	"督察组", "整改", "环境", "甲县", "第", "号", "，", "。", "；", "：", "“", "”", "（", "）", "《", "》", "——", "……", "·", "、",
	"17", "2020年", "12345", "3.5%", "GDP", "PM2.5", "km", "responsibility", "a-b/c", " ", "℃", "①", "〔2020〕12号", "**重点**", "*强调*", "\u00A0",
}

func randomCell(r *rand.Rand) string {
	switch r.Intn(8) {
	case 0:
		return ""
	case 1, 2, 3:
		return fmt.Sprintf("%d.%d", r.Intn(100000), r.Intn(100))
	case 4:
		return strings.Repeat("a", 1+r.Intn(60))
	}
	n := 1 + r.Intn(6)
	if r.Intn(6) == 0 {
		n = 1 + r.Intn(300)
	}
	s := ""
	for range n {
		s += words[r.Intn(len(words))]
	}
	return s
}

func randomTable(r *rand.Rand) string {
	columns := 1 + r.Intn(4)
	if r.Intn(5) == 0 {
		columns = 1 + r.Intn(14)
	}
	var b strings.Builder
	for i := range 2 + r.Intn(12) {
		for range columns {
			if i == 1 {
				b.WriteString([]string{"|---", "|---", "|:--", "|:-:", "|--:"}[r.Intn(5)])
				continue
			}
			b.WriteString("| " + randomCell(r) + " ")
		}
		b.WriteString("|\n")
	}
	return b.String()
}

// TestTableProperties checks on random tables that nothing is lost, every
// cell's text stays between its rules, rows take whole grid lines and columns
// the measure exactly.
func TestTableProperties(t *testing.T) {
	n := 200
	if os.Getenv("LONG") != "" {
		n = 5000
	}
	a, turned, refused := testAssets(t), 0, 0
	for seed := range n {
		text := randomTable(rand.New(rand.NewSource(int64(seed))))
		l := newTestLayouter(tableIssue(t, text), a)
		table, ok := l.issue.Body[0].(*bulletin.Table)
		if !ok {
			continue
		}
		rows := l.table(table, 0, 0, l.geo.width)
		if l.findings.Errors() > 0 {
			refused++
			continue
		}
		form := l.geo.width
		if len(rows) > 0 && rows[0].plate != nil {
			form = l.geo.height
			turned++
		}
		p := &tableProbe{t: t, l: l, measure: form, texts: map[int]string{}}
		p.check(rows)
		p.nothingLost(table)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, text)
		}
	}
	if turned == 0 || turned > n/4 || refused > n/20 {
		t.Errorf("%d turned and %d refused of %d: the test looks at the wrong tables", turned, refused, n)
	}
}

// A tableProbe reads a table back from its rows.
type tableProbe struct {
	t       *testing.T
	l       *layouter
	measure page.Length
	texts   map[int]string // of each cell: its characters
}

func (p *tableProbe) check(rows []row) {
	for start := 0; start < len(rows); {
		if plate := rows[start].plate; plate != nil {
			p.items(plate.items, p.l.geo.width)
			p.inside(plate.items, 0, p.l.geo.width)
			start++
			continue
		}
		end := start + 1
		for end < len(rows) && !beginsRow(rows[end]) {
			end++
		}
		// A row of several lines that stay together holds its text in the first.
		white := (p.l.geo.pitch() - p.l.geo.size) / 2
		for i, r := range rows[start:end] {
			foot := p.l.geo.pitch() - white
			if r.tied && i == 0 {
				foot += p.l.geo.pitch() * page.Length(end-start-1)
			}
			p.inside(r.items, -white, foot)
			p.items(r.items, p.l.geo.pitch())
		}
		p.heads(rows[start], rows)
		start = end
	}
}

// beginsRow reports whether a grid line has a rule above.
func beginsRow(r row) bool {
	return slices.ContainsFunc(r.items, func(it page.Item) bool {
		rule, ok := it.(*page.Rule)
		return ok && rule.Height < page.Mm && rule.Y < 0
	})
}

// items checks the rules of a grid line, and that each text stands between
// those of its column.
func (p *tableProbe) items(items []page.Item, height page.Length) {
	var edges []page.Length
	for _, it := range items {
		if rule, ok := it.(*page.Rule); ok && rule.Height > page.Mm {
			if rule.Node != page.Artifact || rule.Height > height {
				p.t.Errorf("rule %+v", *rule)
			}
			edges = append(edges, rule.X, rule.X+rule.Width)
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	if len(edges) < 4 || edges[0] != 0 || edges[len(edges)-1] != p.measure {
		p.t.Errorf("columns from %d to %d, want 0 to %d", edges[0], edges[len(edges)-1], p.measure)
		return
	}
	for _, it := range items {
		text, ok := it.(*page.Text)
		if !ok {
			continue
		}
		left, right := text.X, text.X
		for _, a := range text.Advances {
			right += a
		}
		runes := []rune(text.String)
		if strings.ContainsRune("，。；：、”）》〕", runes[len(runes)-1]) {
			right -= text.Size / 2 // its blank half
		}
		if strings.ContainsRune("“（《〔", runes[0]) {
			left += text.Size / 2
		}
		after, _ := slices.BinarySearch(edges, left)
		if after%2 != 0 || edges[after] < right {
			p.t.Errorf("%s from %s to %s crosses a rule", text.String, left.Millimetres(), right.Millimetres())
		}
		if text.Node != page.Artifact {
			p.texts[text.Node] += text.String
		}
	}
}

// inside checks that texts stand between two heights with white above and
// below.
func (p *tableProbe) inside(items []page.Item, head, foot page.Length) {
	for _, it := range items {
		if text, ok := it.(*page.Text); ok {
			top := text.Y - baseline(text.Size)
			if top < head+300*micron || top+text.Size > foot-300*micron {
				p.t.Errorf("%s stands from %s to %s, its row from %s to %s", text.String,
					top.Millimetres(), (top + text.Size).Millimetres(), head.Millimetres(), foot.Millimetres())
			}
		}
	}
}

// heads checks that what is set again above a row says what the head says.
func (p *tableProbe) heads(r row, rows []row) {
	if len(r.head) == 0 {
		return
	}
	for k, h := range r.head {
		if a, b := plainItems(h.items), plainItems(rows[k].items); a != b {
			p.t.Errorf("the head %q is repeated as %q", b, a)
		}
	}
}

func plainItems(items []page.Item) string {
	s := ""
	for _, it := range items {
		if text, ok := it.(*page.Text); ok {
			s += text.String
		}
	}
	return s
}

// nothingLost compares what the cells of the tree hold with the source.
func (p *tableProbe) nothingLost(table *bulletin.Table) {
	var want, got []string
	squeeze := strings.NewReplacer(" ", "", "\u00A0", "")
	for _, row := range append([][]bulletin.Cell{table.Head}, table.Rows...) {
		for _, c := range row {
			want = append(want, squeeze.Replace(bulletin.Plain(c)))
		}
	}
	if strings.Join(want[:len(table.Columns)], "") == "" {
		want = want[len(table.Columns):]
	}
	for i, n := range p.l.doc.Tree {
		if n.Role == page.RoleCell || n.Role == page.RoleHeadCell {
			got = append(got, squeeze.Replace(p.texts[i]))
			if tr := p.l.doc.Tree[n.Parent]; tr.Role != page.RoleRow || p.l.doc.Tree[tr.Parent].Role != page.RoleTable {
				p.t.Errorf("cell %d stands in %s", i, tr.Role)
			}
		}
	}
	if !slices.Equal(got, want) {
		p.t.Errorf("cells %q, want %q", got, want)
	}
}
