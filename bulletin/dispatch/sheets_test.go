package dispatch

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/page"
)

// TestFourth sets all sheets of the real 第4期, with 份号 and a reprint.
func TestFourth(t *testing.T) {
	issue := fourth(t, "份号: 1\n份数: 自动\n密级: 内部资料 注意保存\n加印:\n  - {日期: 2020-09-25, 单位: {桃江县人民政府: 3, 市委办: }, 份数: 6, 说明: 现场会用}\n")
	if issue.Copies != 45 {
		t.Errorf("prints %d copies", issue.Copies)
	}
	a := testAssets(t)
	j := job(t, issue, Options{})
	for _, s := range append(tables, boxes...) {
		d, findings := s.make(j, a)
		golden(t, s.name+".want", dump(t, d, findings))
	}
	var b bytes.Buffer
	for _, o := range []Options{{}, {ByRoute: true}, {Reprint: 1}} {
		if err := job(t, issue, o).Print(&b); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n")
	}
	golden(t, "屏幕.want", b.Bytes())
}

// TestPlain sets the tables of an issue without numbers, routes and kinds:
// columns with nothing in them are left out.
func TestPlain(t *testing.T) {
	issue := counted(t, "---\n刊名: 简报\n期号: 无\ndate: 2020-09-22\n报: [甲县, 乙县]\n---\n\n正文。\n", "单位: [{名称: 甲县}, {名称: 乙县, 份数: 0}]")
	d, findings := job(t, issue, Options{}).Details(testAssets(t))
	golden(t, "plain.want", dump(t, d, findings))
}

// A model is a random register with its issue, and what they come to, reckoned
// another way than the program does.
type model struct {
	register, issue string
	want            []wanted // in the order of the lists, each once
	kept            int
	routes          map[string]string
}

type wanted struct {
	name   string
	copies int
}

const nameLetters = "市县区省委办公厅局人民政府政协法院检察院督察整改领导小组协调处室科中心（）“”·、GDP12龘𬭊㛃䶮"

func randomName(r *rand.Rand, n int) string {
	letters := []rune(nameLetters)
	length := 3 + r.Intn(15)
	if r.Intn(6) == 0 {
		length = 3 + r.Intn(58)
	}
	name := []rune("单" + hanNumber(n))
	for len(name) < length {
		name = append(name, letters[r.Intn(len(letters))])
	}
	return string(name)
}

// hanNumber tells names apart in a way that is no part of another.
func hanNumber(n int) string {
	digits := []rune("甲乙丙丁戊己庚辛壬癸")
	return string([]rune{digits[n/100%10], digits[n/10%10], digits[n%10]})
}

func newModel(r *rand.Rand, units int) *model {
	m := &model{routes: map[string]string{}}
	names, copies := make([]string, units), map[string]int{}
	var b strings.Builder
	b.WriteString("单位:\n")
	quote := strconv.QuoteToGraphic
	for i := range names {
		names[i] = randomName(r, i)
		copies[names[i]] = 1
		if i%7 == 6 { // has no entry of its own: it is a member only
			continue
		}
		fmt.Fprintf(&b, "  - 名称: %s\n", quote(names[i]))
		if r.Intn(2) == 0 {
			n := 1 + r.Intn(40)
			copies[names[i]] = n
			fmt.Fprintf(&b, "    份数: %d\n", n)
		}
		if r.Intn(30) == 0 {
			copies[names[i]] = 0
			b.WriteString("    备注: 不发\n")
		}
		if r.Intn(3) > 0 {
			m.routes[names[i]] = fmt.Sprintf("%d号箱", r.Intn(30))
			fmt.Fprintf(&b, "    路线: %s\n", m.routes[names[i]])
		}
		if r.Intn(4) == 0 {
			fmt.Fprintf(&b, "    地址: %s\n    联系人: %s\n    电话: 0737-%07d\n", quote(randomName(r, i)), quote("张"+string([]rune(randomName(r, i))[:4])), r.Intn(1e7))
		}
	}
	text := b.String()
	for name, n := range copies { // 份数: 0 in place of what was written
		if n == 0 {
			head := "  - 名称: " + quote(name) + "\n"
			i := strings.Index(text, head) + len(head)
			rest := text[i:]
			if strings.HasPrefix(rest, "    份数: ") {
				rest = rest[strings.Index(rest, "\n")+1:]
			}
			text = text[:i] + "    份数: 0\n" + rest
		}
	}
	b.Reset()
	b.WriteString(text)
	// Collective names over the units, over one another, and all that have no
	// entry in one of them.
	members := map[string][]string{}
	var groups []string
	for g := range 6 {
		name := "各" + hanNumber(g) + "单位"
		for range 1 + r.Intn(12) {
			members[name] = append(members[name], names[r.Intn(units)])
		}
		if g > 0 {
			members[name] = append(members[name], groups[r.Intn(len(groups))])
		}
		groups = append(groups, name)
	}
	last := groups[5]
	for i, name := range names {
		if i%7 == 6 {
			members[last] = append(members[last], name)
		}
	}
	for _, g := range groups {
		fmt.Fprintf(&b, "  - 名称: %s\n    成员:\n", quote(g))
		for _, name := range members[g] {
			fmt.Fprintf(&b, "      - %s\n", quote(name))
		}
	}
	m.kept = r.Intn(20)
	fmt.Fprintf(&b, "留存: {备用: %d}\n", m.kept)
	m.register = b.String()

	seen := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if list, ok := members[name]; ok {
			for _, n := range list {
				add(n)
			}
		} else if !seen[name] {
			seen[name] = true
			m.want = append(m.want, wanted{name, copies[name]})
		}
	}
	b.Reset()
	b.WriteString("---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n编发单位: 某某办公室\n份号: 101\n份数: 自动\n")
	listed := append(slices.Clone(names), groups...)
	r.Shuffle(len(listed), func(i, k int) { listed[i], listed[k] = listed[k], listed[i] })
	for i, key := range []string{"报", "送", "发"} {
		fmt.Fprintf(&b, "%s:\n", key)
		for _, name := range listed[len(listed)*i/3 : len(listed)*(i+1)/3] {
			fmt.Fprintf(&b, "  - %s\n", quote(name))
			add(name)
		}
	}
	b.WriteString("---\n\n正文。\n")
	m.issue = b.String()
	return m
}

// TestEveryone holds on random registers of 120 recipients that everyone stands
// on every sheet once, with the right copies and numbers, inside the paper.
func TestEveryone(t *testing.T) {
	n := 3
	if os.Getenv("LONG") != "" {
		n = 40
	}
	a := testAssets(t)
	for seed := range n {
		r := rand.New(rand.NewSource(int64(seed)))
		m := newModel(r, 120)
		issue := counted(t, m.issue, m.register)
		total := m.kept
		for _, w := range m.want {
			total += w.copies
		}
		if issue.Copies != total {
			t.Errorf("seed %d: 印数 %d, want %d", seed, issue.Copies, total)
		}
		j := job(t, issue, Options{ByRoute: seed%2 == 1})
		m.checkRows(t, j)
		m.checkText(t, j)
		m.checkData(t, j)
		for _, s := range tables {
			d, findings := s.make(j, a)
			if len(findings) > 0 {
				t.Fatalf("seed %d: %s: %v", seed, s.name, findings)
			}
			m.checkTable(t, s.name, d)
		}
		for _, s := range boxes {
			d, findings := s.make(j, a)
			if len(findings) > 0 {
				t.Fatalf("seed %d: %s: %v", seed, s.name, findings)
			}
			m.checkBoxes(t, s.name, d)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// checkRows holds the numbers of rows: in the order of the list they follow one
// another without gap.
func (m *model) checkRows(t *testing.T, j *Job) {
	t.Helper()
	rows := slices.Clone(j.rows)
	if j.ByRoute {
		for i, r := range rows {
			if i > 0 && m.routes[rows[i-1].Unit.Name.Text] == "" && m.routes[r.Unit.Name.Text] != "" {
				t.Errorf("%s stands behind those without a route", r.Unit.Name.Text)
			}
		}
		slices.SortFunc(rows, func(a, b Row) int { return a.No - b.No })
	}
	if len(rows) != len(m.want) {
		t.Fatalf("%d rows, want %d", len(rows), len(m.want))
	}
	next, cover := 101, 1
	for i, r := range rows {
		w := m.want[i]
		first, envelope := next, cover
		if w.copies == 0 {
			first, envelope = 0, 0
		} else {
			cover++
		}
		if r.Unit.Name.Text != w.name || r.Copies != w.copies || r.First != first || r.Cover != envelope {
			t.Errorf("row %d: %s with %d copies from %d, 封号 %d; want %v from %d, %d", i, r.Unit.Name.Text, r.Copies, r.First, r.Cover, w, first, envelope)
		}
		next += w.copies
	}
}

// checkText holds the table for a terminal: everyone that is listed has one line.
func (m *model) checkText(t *testing.T, j *Job) {
	t.Helper()
	var b bytes.Buffer
	if err := j.Print(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	next := 101
	for _, w := range m.want {
		numbers := strings.Replace(Numbers(next, next+w.copies-1), "—", "-", 1)
		next += w.copies
		found := 0
		for _, line := range lines {
			if i := strings.Index(line, w.name+" "); i >= 0 {
				found++
				if got := strings.TrimSpace(strings.TrimPrefix(line[i:], w.name)); !strings.HasPrefix(got+"  ", strings.TrimSpace(fmt.Sprintf("%d  %s", w.copies, numbers))+"  ") {
					t.Errorf("on the screen %s has %q, want %d, %s", w.name, got, w.copies, numbers)
				}
			}
		}
		if found != 1 {
			t.Errorf("on the screen %s stands %d times", w.name, found)
		}
	}
}

// checkData holds the rows of workbook and CSV, and the sums of the 发文登记簿.
func (m *model) checkData(t *testing.T, j *Job) {
	t.Helper()
	issues := []*bulletin.Issue{j.Issue}
	details := DetailSheet(issues, Options{})
	column := func(head string) int { return slices.Index(details.Heads, head) }
	name, copies, first, last := column("收文单位"), column("份数"), column("份号起"), column("份号止")
	next, total := 101, 0
	for i, w := range m.want {
		row := details.Rows[i]
		var from, to any
		if w.copies > 0 {
			from, to = fmt.Sprintf("%06d", next), fmt.Sprintf("%06d", next+w.copies-1)
		}
		if row[name] != w.name || row[copies] != w.copies || row[first] != from || row[last] != to {
			t.Errorf("row %d of the book is %v, want %v from %d", i+1, row, w, next)
		}
		next += w.copies
		total += w.copies
	}
	if rest := len(details.Rows) - len(m.want); rest > 1 || (rest == 1) != (m.kept > 0) {
		t.Errorf("%d rows of the book behind those of the recipients", rest)
	}
	book := Ledger(issues, false)
	listed := 0
	for _, part := range regexp.MustCompile(`（([0-9]+)份）`).FindAllStringSubmatch(book.Rows[0][5].(string), -1) {
		n, _ := strconv.Atoi(part[1])
		listed += n
	}
	if book.Rows[0][6] != total+m.kept || listed != total || book.Rows[0][7] != Numbers(101, 100+total+m.kept) {
		t.Errorf("the book has %v, %d to recipients, want %d and %d", book.Rows[0], listed, total+m.kept, total)
	}
}

// checkTable holds that each recipient that gets copies has one row with them.
func (m *model) checkTable(t *testing.T, sheet string, d *page.Document) {
	t.Helper()
	table := rows(d)
	column := func(heads ...string) int {
		return slices.IndexFunc(table[0], func(s string) bool { return slices.Contains(heads, s) })
	}
	name, copies, numbers := column("收文单位", "发往机关"), column("份数"), column("份号", "份号起止")
	found := map[string][]string{}
	for _, row := range table {
		if len(row) > name {
			found[row[name]] = append(found[row[name]], row[copies])
			if numbers >= 0 && strings.Contains(row[numbers], "—") && len(row[numbers]) != 6+3+6 {
				t.Errorf("%s: numbers %q", sheet, row[numbers])
			}
		}
	}
	for _, w := range m.want {
		got := found[bare(w.name)]
		if w.copies == 0 && sheet != "分发明细表" {
			if len(got) > 0 {
				t.Errorf("%s: %s gets nothing and has a row", sheet, w.name)
			}
			continue
		}
		if len(got) != 1 || got[0] != strconv.Itoa(w.copies) {
			t.Errorf("%s: %s has %q, want %d", sheet, w.name, got, w.copies)
		}
	}
	for i, p := range d.Pages {
		if out := within(p.Items, 10*page.Mm, 10*page.Mm, p.Width-20*page.Mm, p.Height-15*page.Mm); out != nil {
			t.Errorf("%s, page %d: %q outside", sheet, i+1, out.String)
		}
	}
}

// checkBoxes holds that each recipient that gets copies is addressed once, with
// how many they are and their numbers beside it.
func (m *model) checkBoxes(t *testing.T, sheet string, d *page.Document) {
	t.Helper()
	texts := read(d)
	found := map[string]int{}
	copies := map[string]string{}
	own := ""
	for _, section := range kids(d, 0) { // an envelope has three, a slip two
		before := own
		own = ""
		for _, n := range kids(d, section) {
			if s, ok := strings.CutSuffix(texts[n], "收"); ok {
				own = s
			} else if s, ok := strings.CutSuffix(texts[n], "："); ok && sheet == "发文通知单" && strings.HasPrefix(s, "单") {
				own = s
			}
		}
		if own != "" {
			found[own]++
		} else {
			own = before
		}
		for _, n := range kids(d, section) {
			copies[own] += texts[n] + "\n"
		}
	}
	next := 101
	for _, w := range m.want {
		name, times, numbers := bare(w.name), 1, "份号"+Numbers(next, next+w.copies-1)
		next += w.copies
		if w.copies == 0 {
			times = 0
		}
		if found[name] != times {
			t.Errorf("%s: %s is addressed %d times, want %d", sheet, w.name, found[name], times)
		}
		if times == 1 && (!strings.Contains(copies[name], "第1期"+strconv.Itoa(w.copies)+"份") || !strings.Contains(copies[name], numbers) || w.copies == 1 && strings.Contains(copies[name], numbers+"—")) {
			t.Errorf("%s: %s has not %d copies, %s: %q", sheet, w.name, w.copies, numbers, copies[name])
		}
	}
	for i, p := range d.Pages {
		if out := within(p.Items, 4*page.Mm, 4*page.Mm, p.Width-8*page.Mm, p.Height-8*page.Mm); out != nil {
			t.Errorf("%s, page %d: %q outside", sheet, i+1, out.String)
		}
	}
}
