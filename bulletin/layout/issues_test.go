package layout

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// A maker makes random issues of everything a bulletin may hold. Each text has
// a word of its own, so that it can be found on the pages.
type maker struct {
	*rand.Rand
	b     strings.Builder
	words []string       // every word, in the order of the source but for notes
	notes map[string]int // words of notes, and the place in words of their mark
	later []string       // texts of notes, for the end
}

// word returns the next word.
func (m *maker) word() string {
	w := fmt.Sprintf("第%d号词", len(m.words)+1001)
	m.words = append(m.words, w)
	return w
}

var phrases = []string{"会议指出，", "要高度重视安全生产工作，", "坚持人民至上、生命至上；", "2021年3月4日，", "完成12起，", "“三管三必须”", "占3.5%，", "（市）", "GDP", "**抓实**", "*抓细*", "〔2020〕12号"}

// text returns running text of about n phrases around a word, perhaps with the
// mark of a note.
func (m *maker) text(n int) string {
	s := m.word()
	for range m.Intn(n + 1) {
		s += phrases[m.Intn(len(phrases))]
	}
	if m.Intn(6) == 0 {
		label := fmt.Sprint("n", len(m.notes))
		before := m.word()
		w := m.word()
		m.notes[w] = len(m.words) - 2
		s += before + "[^" + label + "]"
		text := w
		for range m.Intn(40) {
			text += phrases[m.Intn(len(phrases))]
		}
		m.later = append(m.later, "[^"+label+"]: "+text+"\n\n")
	}
	return s + "。"
}

func (m *maker) block() {
	switch m.Intn(14) {
	case 7:
		if m.Intn(3) > 0 {
			m.b.WriteString("\\newpage\n\n")
			return
		}
		m.b.WriteString("| 序号 |" + strings.Repeat(" 列名 |", 13) + "\n|---|" + strings.Repeat("---|", 13) + "\n")
		for range 1 + m.Intn(25) {
			m.b.WriteString("| " + m.word() + " |" + strings.Repeat(" 123456 |", 11) + m.text(4) + " | 说明 |\n")
		}
		m.b.WriteString("\n")
	case 0:
		m.b.WriteString("# " + m.word() + "的标题\n\n")
	case 1:
		m.b.WriteString("## 一、" + m.word() + "\n\n")
	case 2:
		m.b.WriteString("- " + m.text(8) + "\n  - " + m.text(20) + "\n- " + m.text(3) + "\n\n")
	case 3:
		m.b.WriteString("> " + m.text(20) + "\n\n")
	case 4:
		m.b.WriteString("| 序号 | " + m.word() + " |\n|---|---|\n")
		for range m.Intn(12) {
			m.b.WriteString("| " + m.word() + " | " + m.text(6) + " |\n")
		}
		m.b.WriteString("\n")
	case 5:
		pictures := []string{"wide", "tall", "strip"}
		m.b.WriteString("![图](img/" + pictures[m.Intn(3)] + ".png \"" + m.word() + "\")\n\n")
	case 6:
		m.b.WriteString("▲ **" + m.word() + "** " + m.text(20) + "\n\n")
	default:
		m.b.WriteString(m.text(30) + "\n\n")
	}
}

// issue returns the source of an issue.
func (m *maker) issue() string {
	front := "---\n刊名: 工作简报\n期号: 1\ndate: 2021-03-04\n编发单位: 办公室\n导读: false\n"
	if m.Intn(3) > 0 {
		front += "报:\n"
		for range 1 + m.Intn([]int{3, 30, 200}[m.Intn(3)]) {
			front += "  - 某某市某某单位办公室\n"
		}
	}
	if m.Intn(6) == 0 {
		front += "报尾每页: true\n"
	}
	front += "版式:\n  双面: " + fmt.Sprint(m.Intn(2) == 0) + "\n"
	if m.Intn(4) == 0 {
		front += "  报尾偶数页: true\n"
	}
	if m.Intn(4) == 0 {
		front += "  报尾位置: 文后\n"
	}
	if m.Intn(4) == 0 {
		front += fmt.Sprintf("  每页行数: %d\n  每行字数: %d\n", 16+m.Intn(14), 20+m.Intn(14))
	} else if m.Intn(8) == 0 {
		front += fmt.Sprintf("  每页行数: %d\n  每行字数: %d\n", 9+m.Intn(36), 10+m.Intn(40))
	}
	front += "---\n\n"
	for range 1 + m.Intn(40) {
		m.block()
	}
	return front + m.b.String() + strings.Join(m.later, "")
}

// TestIssuesHold sets random issues and reads them back from their pages:
// everything stands there once, in the 版心, on no other text; headings stay
// with their text, notes begin on the page of their mark, no page holds the
// end of the 报尾 alone unless it must.
func TestIssuesHold(t *testing.T) {
	a := testAssets(t)
	seeds := 60
	if os.Getenv("LONG") != "" {
		seeds = 3000
	}
	set := 0
	for seed := range seeds {
		m := &maker{Rand: rand.New(rand.NewSource(int64(seed))), notes: map[string]int{}}
		text := m.issue()
		issue := bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", nil)
		if issue.Findings.Errors() > 0 {
			t.Fatal(issue.Findings)
		}
		d, findings := Pages(issue, a)
		if findings.Errors() > 0 { // a 报尾 too long for every page
			continue
		}
		set++
		h := &held{T: t, m: m, d: d, issue: issue, geo: newGeometry(issue.Style), page: map[string]int{}, over: map[string]bool{}}
		h.check()
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, text)
		}
	}
	if set < seeds*3/4 {
		t.Errorf("only %d of %d issues could be set", set, seeds)
	}
}

// held is an issue on its pages.
type held struct {
	*testing.T
	m     *maker
	d     *page.Document
	issue *bulletin.Issue
	geo   geometry
	page  map[string]int  // of each word
	over  map[string]bool // words that run on over the page
}

func (h *held) check() {
	for n, p := range h.d.Pages {
		h.places(n, p)
		h.overlaps(n, p)
		h.heading(n, p)
	}
	h.find()
	for w, mark := range h.m.notes {
		if at, of := h.page[w], h.page[h.m.words[mark]]; at != of && !(h.over[h.m.words[mark]] && at == of+1) {
			h.Errorf("note %s begins on page %d, its mark stands on page %d", w, at+1, of+1)
		}
	}
	h.last()
}

// texts returns the texts of a page; artifacts only when asked.
func texts(p *page.Page, artifacts bool) []*page.Text {
	var out []*page.Text
	for _, it := range p.Items {
		if t, ok := it.(*page.Text); ok && (artifacts || t.Node != page.Artifact) {
			out = append(out, t)
		}
	}
	return out
}

func textWidth(t *page.Text) page.Length {
	w := page.Length(0)
	for i, a := range t.Advances {
		if i+1 == len(t.Advances) && strings.HasSuffix(t.String, " ") {
			break
		}
		w += min(a, t.Size)
	}
	return w
}

func (h *held) places(n int, p *page.Page) {
	left := h.geo.left(n)
	if p.Turned {
		for _, t := range texts(p, false) {
			if t.Turn != 1 || t.X < left || t.X > left+h.geo.width || t.Y > h.geo.top+h.geo.height+t.Size/2 || t.Y-textWidth(t) < h.geo.top-page.Mm {
				h.Errorf("page %d: %q leaves the turned 版心", n+1, t.String)
			}
		}
		return
	}
	for _, t := range texts(p, false) {
		over := t.X + textWidth(t) - left - h.geo.width
		foot := h.geo.top + h.geo.height + page.Mm/2 // a title stands in the middle of its line
		if role := h.d.Tree[t.Node].Role; role == page.RoleCell || role == page.RoleHeadCell {
			foot += (h.geo.pitch() - h.geo.size) / 2 // rows of a table reach to the middle of the white
		}
		if t.X < left-t.Size/2-page.Mm/5 || over > t.Size/2+page.Mm/5 || t.Y < h.geo.top || t.Y > foot {
			h.Errorf("page %d: %q leaves the 版心", n+1, t.String)
		}
	}
}

// overlaps looks for texts that stand on each other.
func (h *held) overlaps(n int, p *page.Page) {
	all := texts(p, true)
	for i, a := range all {
		for _, b := range all[:i] {
			if a.Turn != b.Turn {
				continue
			}
			ax, ay, bx, by := a.X, a.Y, b.X, b.Y
			if a.Turn == 1 {
				ax, ay, bx, by = -a.Y, a.X, -b.Y, b.X
			}
			near := abs(ay-by) < min(a.Size, b.Size)*8/10 && abs(ay-by) > 0
			slack := min(a.Size, b.Size) / 2 // blank halves
			if near && ax+slack < bx+textWidth(b) && bx+slack < ax+textWidth(a) {
				h.Errorf("page %d: %q stands on %q", n+1, a.String, b.String)
			}
		}
	}
}

func abs(l page.Length) page.Length { return max(l, -l) }

// heading makes sure that no page ends with a heading.
func (h *held) heading(n int, p *page.Page) {
	if n+1 == len(h.d.Pages) || p.Turned || h.d.Pages[n+1].Turned { // a table that takes whole pages stands beside nothing
		return
	}
	last, y := (*page.Text)(nil), page.Length(0)
	for _, t := range texts(p, false) {
		if role := h.d.Tree[t.Node].Role; role != page.RoleNote && role != page.RoleLabel && t.Y > y && !h.inColophon(t) {
			last, y = t, t.Y
		}
	}
	if last != nil && h.d.Tree[last.Node].Role == page.RoleHeading && h.followed() {
		h.Errorf("page %d ends with the heading %q", n+1, last.String)
	}
}

// followed reports whether every heading has text below it: else one at the
// end of a page may have nothing to stay with.
func (h *held) followed() bool {
	heading := false
	for _, b := range h.issue.Body {
		switch b.(type) {
		case *bulletin.Heading:
			if heading {
				return false
			}
			heading = true
		case *bulletin.Note:
		case *bulletin.PageBreak:
			if heading {
				return false
			}
		default:
			heading = false
		}
	}
	return !heading
}

func (h *held) inColophon(t *page.Text) bool {
	return t.Size == colophonSize && !strings.Contains(t.String, "号词")
}

// find looks every word up, which must stand on the pages once.
func (h *held) find() {
	count := map[string]int{}
	for n, p := range h.d.Pages {
		all := ""
		for _, t := range texts(p, false) {
			all += strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, t.String)
		}
		for _, w := range h.m.words {
			if c := strings.Count(all, w); c > 0 {
				if count[w] == 0 {
					h.page[w] = n
				}
				count[w] += c
			}
		}
	}
	for _, w := range h.m.words {
		if count[w] > 1 {
			h.Errorf("%s stands there %d times", w, count[w])
		}
		if count[w] == 0 && !h.split(w) {
			h.Errorf("%s is lost", w)
		}
	}
}

// split looks for a word over the end of a page, where its first part is the
// page's and the rest begins a later one; it takes note of the first.
func (h *held) split(w string) bool {
	runes := []rune(w)
	for n := 0; n+1 < len(h.d.Pages); n++ {
		for k := 1; k < len(runes); k++ {
			if has(h.d.Pages[n], string(runes[:k]), true) && has(h.d.Pages[n+1], string(runes[k:]), false) {
				h.page[w], h.over[w] = n, true
				return true
			}
		}
	}
	return false
}

// has reports whether a line of a page ends, or begins, with a text.
func has(p *page.Page, part string, end bool) bool {
	line, y := "", page.Length(-1)
	ok := false
	test := func() {
		if line != "" {
			ok = ok || end && strings.HasSuffix(line, part) || !end && strings.HasPrefix(line, part)
		}
	}
	for _, t := range texts(p, false) {
		if t.Y != y {
			test()
			line, y = "", t.Y
		}
		line += t.String
	}
	test()
	return ok
}

// last makes sure that the last page is not the 报尾 alone.
func (h *held) last() {
	n := len(h.d.Pages) - 1
	if n == 0 || h.issue.Style.EvenColophon || len(h.issue.Lists) == 0 || len(h.m.notes) > 0 { // notes go with their lines
		return
	}
	switch (&layouter{issue: h.issue}).lastBlock().(type) {
	case *bulletin.Figure, *bulletin.PageBreak: // which cannot be parted
		return
	case *bulletin.Table:
		if h.d.Pages[n-1].Turned {
			return
		}
	}
	body, top := 0, paperHeight
	for _, it := range h.d.Pages[n].Items {
		switch it := it.(type) {
		case *page.Text:
			if it.Node != page.Artifact && !h.inColophon(it) {
				body++
			}
		case *page.Rule:
			top = min(top, it.Y)
		}
	}
	// It may when it fills a page, or most of one and a heading would part.
	if body == 0 && top > h.geo.top+h.geo.height/3 {
		h.Errorf("the last page holds the 报尾 alone")
	}
}
