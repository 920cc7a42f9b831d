package layout

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// TestMastheads sets random front matters: every text of the masthead stands
// within the 版心 and clear of the others, nothing stands in the room of the
// 归档章, and every character of the keys is there in its order.
func TestMastheads(t *testing.T) {
	a := testAssets(t)
	n := 400
	if os.Getenv("LONG") != "" {
		n = 20_000
	}
	refused := 0
	for seed := range uint64(n) {
		source := randomFront(rand.New(rand.NewPCG(seed, 7)))
		issue := bulletin.Read(diag.NewSource("x.md", []byte(source)), "x", nil)
		if issue.Findings.Errors() > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, issue.Findings, source)
		}
		l := &layouter{issue: issue, assets: a, geo: newGeometry(issue.Style), faces: map[*Face]int{}, last: map[int]*page.Text{}, doc: &page.Document{}}
		b := l.masthead()
		if l.findings.Errors() > 0 {
			refused++ // said that it cannot be set
			continue
		}
		if err := checkMasthead(l, b); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, source)
		}
	}
	if refused > n/50 {
		t.Errorf("%d of %d mastheads refused", refused, n)
	}
}

// frontWriter writes random front matter.
type frontWriter struct {
	*rand.Rand
	strings.Builder
}

func (w *frontWriter) one(texts ...string) string { return texts[w.IntN(len(texts))] }

// key writes a key now and then.
func (w *frontWriter) key(of int, key, value string) {
	if w.IntN(of) == 0 {
		fmt.Fprintf(w, "%s: %s\n", key, value)
	}
}

// list writes a flow list of one to n texts.
func (w *frontWriter) list(n int, text func() string) string {
	items := make([]string, 1+w.IntN(n))
	for i := range items {
		items[i] = `"` + text() + `"`
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// words joins up to n pieces of text.
func (w *frontWriter) words(n int) string {
	s := ""
	for range 1 + w.IntN(n) {
		s += w.one("工作", "简报", "临江市", "“回头看”", "领导小组办公室", "2021年", "ABC", "《条例》", "（市）", "·", "——", "第6次", "信息", "报", "督查 专报", "Environment Protection", "㛃𬱖")
	}
	return s
}

func randomFront(r *rand.Rand) string {
	w := &frontWriter{Rand: r}
	w.WriteString("---\ndate: 2021-12-24\n")
	w.key(1, "刊名", w.list(1+w.IntN(4)/3*3, func() string { return w.words(1 + w.IntN(8)) }))
	w.key(3, "刊名上行", w.list(3, func() string { return w.words(9) }))
	w.key(1, "期号", w.one("7", "1886", "无"))
	w.key(3, "总期号", "3766")
	w.key(3, "期号写法", w.one(`"{年}年第{期号}期"`, `"〔{年}〕第{期号}期"`, `"{期号} 期"`, `"第{年}-{期号}期（`+w.words(12)+`）"`))
	w.key(3, "日期位置", "文末")
	w.key(2, "编发单位", w.list(4, func() string { return w.one("主办：", "", "", "报送单位：") + w.words(2+w.IntN(12)) }))
	w.key(2, "签发人", `"`+w.one("叶　飞", "张三 李四", "张三丰 李四 王五 赵六六 孙七", w.words(14))+`"`)
	w.key(3, "报头样式", "居中")
	w.key(3, "密级", w.list(3, func() string { return w.one("内部资料 注意保存", "内部参阅", w.words(12)) }))
	w.key(3, "份号", w.one("1", "999999"))
	w.key(6, "套打", "true")
	w.WriteString("版式:\n")
	w.key(3, "  每行字数", w.one("14", "20", "33"))
	w.key(3, "  每页行数", w.one("8", "16", "40"))
	w.key(3, "  版心", w.one("100mm×225mm", "160mm×240mm", "120mm×180mm"))
	w.key(3, "  天头", w.one("10mm", "20mm", "30mm"))
	w.key(3, "  归档章", "true")
	w.key(3, "  刊名字号", w.one("20pt", "42pt", "62pt", "150pt"))
	w.key(1, "  双面", "true")
	w.WriteString("---\n\n正文。\n")
	return w.String()
}

// box is the ink of a text, as far as its em boxes tell.
type box struct {
	left, top, right, bottom page.Length
	text                     string
}

func inkBox(t *page.Text) box {
	runes := []rune(t.String)
	x := t.X
	b := box{left: t.X, top: t.Y - baseline(t.Size), bottom: t.Y - baseline(t.Size) + t.Size, text: t.String}
	for i, r := range runes {
		if i == len(runes)-1 && strings.ContainsRune("，、；：。）》〉】〕”’", r) {
			x -= t.Size / 2
		}
		x += t.Advances[i]
	}
	switch first := runes[0]; {
	case strings.ContainsRune("（《〈【〔“‘", first):
		b.left += t.Size / 2
	case first == '·':
		b.left += t.Size / 4
	}
	if runes[len(runes)-1] == '·' { // half a cell of room, a quarter of ink
		x -= t.Size / 4
	}
	b.right = x
	return b
}

func checkMasthead(l *layouter, b block) error {
	const slack = page.Mm * 3 / 10
	var boxes []box
	var all strings.Builder
	for _, it := range b.items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		all.WriteString(t.String)
		in := inkBox(t)
		if in.left < -slack || in.right > l.geo.width+slack || in.top < 0 || in.bottom > l.geo.lineTop(b.lines) {
			return fmt.Errorf("%q leaves the 版心: %s–%s, %s–%s", t.String, in.left.Millimetres(), in.right.Millimetres(), in.top.Millimetres(), in.bottom.Millimetres())
		}
		if l.issue.Style.StampRoom && in.right > l.geo.width-45*page.Mm && in.top+l.geo.top < 30*page.Mm {
			return fmt.Errorf("%q stands where the 归档章 goes", t.String)
		}
		for _, o := range boxes {
			if in.left < o.right-slack && o.left < in.right-slack && in.top < o.bottom && o.top < in.bottom {
				return fmt.Errorf("%q and %q overlap", o.text, in.text)
			}
		}
		boxes = append(boxes, in)
	}
	if got, want := solid(all.String()), solid(printed(&l.issue.Front)); got != want {
		return fmt.Errorf("on paper %s\nwant     %s", got, want)
	}
	return nil
}

// printed is what the masthead has to say, in order.
func printed(f *bulletin.Front) string {
	s := ""
	if f.CopyNumber > 0 {
		s = fmt.Sprintf("%06d", f.CopyNumber)
	}
	s += join(f.Classification)
	if !f.Preprinted {
		s += join(f.Above) + join(f.Name)
	}
	s += f.NumberLine() + f.TotalLine() + join(f.Issuer)
	switch {
	case !f.DateAtEnd:
		return s + f.Date.String()
	case f.Signer.Text != "":
		return s + "签发人：" + f.Signer.Text
	}
	return s
}

// solid drops blanks.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u3000' {
			return -1
		}
		return r
	}, s)
}
