package layout

import (
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// gridLine is one line of body text as it stands on a page.
type gridLine struct {
	y     page.Length
	runes []rune
	x     []page.Length // origin of each character, from the left edge of the 版心
	end   page.Length   // right edge of the last em box or Latin advance
}

// bodyLines collects the text of the body size below the masthead.
func bodyLines(d *page.Document, g geometry, n int) []gridLine {
	var lines []gridLine
	for _, it := range d.Pages[n].Items {
		t, ok := it.(*page.Text)
		if !ok || t.Size != bodySize || t.Node == page.Artifact || n == 0 && t.Y < g.top+g.lineTop(7) {
			continue
		}
		if len(lines) == 0 || lines[len(lines)-1].y != t.Y {
			lines = append(lines, gridLine{y: t.Y})
		}
		l, x := &lines[len(lines)-1], t.X-g.left(n)
		for i, r := range []rune(t.String) {
			l.runes, l.x = append(l.runes, r), append(l.x, x)
			x += t.Advances[i]
		}
		l.end = x
	}
	return lines
}

// TestGrid reads the real 第4期 back from its pages: body lines stand on the
// 22 lines, start at the margin or two cells in, end on the measure, and no
// gap between two Han grows over ⅛ em.
func TestGrid(t *testing.T) {
	d, findings := Pages(fourth(t), testAssets(t))
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	g := newGeometry(fourth(t).Style)
	full := 0
	for n := range d.Pages {
		for _, l := range bodyLines(d, g, n) {
			checkGridLine(t, g, n, l)
			if d := l.end - g.width; d > -page.Mm*3/10 && d < page.Mm*3/10 {
				full++
			}
		}
	}
	if full < 50 {
		t.Errorf("%d full lines, want at least 50", full)
	}
}

func checkGridLine(t *testing.T, g geometry, n int, l gridLine) {
	t.Helper()
	onGrid := false
	for k := range g.lines {
		onGrid = onGrid || l.y == g.top+g.lineTop(k)+baseline(bodySize)
	}
	if !onGrid {
		t.Errorf("page %d: baseline %s is on no grid line", n+1, l.y.Millimetres())
	}
	text := string(l.runes)
	cell := g.cell()
	label := l.runes[0] == '【' && l.x[0] == 2*cell-cell/2 || l.x[0] == g.width.Times(2, 28)-cell+cell/2
	if l.x[0] != 0 && l.x[0] != g.width.Times(2, 28) && l.x[0] != g.width.Times(2, 28)+cell+cell/2 && !label {
		t.Errorf("page %d: %s starts %s mm in", n+1, text, l.x[0].Millimetres())
	}
	classes := typeset.Classify(l.runes)
	last := len(l.runes) - 1
	if !typeset.MayStart(l.runes[0], classes[0], typeset.GB) || !typeset.MayEnd(l.runes[last], classes[last]) {
		t.Errorf("page %d: forbidden start or end: %s", n+1, text)
	}
	over := l.end - g.width
	if mark := classes[last] == typeset.Stop || classes[last] == typeset.Pause || classes[last] == typeset.Close; mark {
		over -= cell / 2
	}
	if over > page.Mm*3/10 {
		t.Errorf("page %d: %s ends %s mm beyond the measure", n+1, text, over.Millimetres())
	}
	for i := 1; i <= last; i++ {
		if l.runes[i-1] != '★' && l.runes[i-1] != '▲' && classes[i] == typeset.Han && classes[i-1] == typeset.Han && l.x[i]-l.x[i-1] > cell+bodySize/8 {
			t.Errorf("page %d: a gap of %s mm in %s", n+1, (l.x[i] - l.x[i-1] - cell).Millimetres(), text)
		}
	}
}

// TestTitleBreaks says where titles too long for a line are broken.
func TestTitleBreaks(t *testing.T) {
	a := testAssets(t)
	for _, c := range []struct{ title, want string }{
		{"副市长胡安邦就省督察组督办问题 约谈相关责任人", "副市长胡安邦就省督察组督办问题/约谈相关责任人"},
		{"下沉督察 直面问题 真督实查", "下沉督察 直面问题 真督实查"},
		{"关于印发《某某市2021年政务公开工作要点》的情况", "关于印发/《某某市2021年政务公开工作要点》的情况"},
		{"坚持问题导向，压实整改责任，推动中央督察反馈问题整改落到实处", "坚持问题导向，压实整改责任，/推动中央督察反馈问题整改落到实处"},
	} {
		l := &layouter{issue: fourth(t), assets: a, geo: newGeometry(fourth(t).Style), faces: map[*Face]int{}, last: map[int]*page.Text{}, doc: &page.Document{}}
		r := run{size: titleSize}
		r.add(c.title, BiaoSong, 0, l.issue.NumberAt)
		l.widen(r.glyphs, r.size)
		s := l.shape(r, r.size)
		breakTitle(s, l.geo.width, typeset.GB)
		got := ""
		for i, g := range s.glyphs {
			if s.chars[i].Class == typeset.LineEnd {
				got += "/"
			} else if g.r != 0 {
				got += string(g.r)
			}
		}
		if got != c.want {
			t.Errorf("%s is broken as %s, want %s", c.title, got, c.want)
		}
	}
}
