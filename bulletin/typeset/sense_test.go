package typeset

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// pieces are what random titles are made of. No line may end within one, so
// long as the measure holds it.
var pieces = []string{
	"“回头看”", "《湖南省优化营商环境条例》", "“三个到位”", "（试行）", "〔2020〕12号", "3个", "90天", "第4期", "2020年9月", "百分之五",
	"PM2.5", "1至9月", "第十五次", "2020年9月22日", "益阳市", "资阳区", "沧水铺镇", "市长张志衡", "胡安邦副市长", "优化营商环境", "GDP",
}

// joints stand between them.
var joints = []string{
	"召开", "和", "关于", "督察", "工作", "会议", "，", "、", "：", " ", "的", "推进", "进一步", "人民政府办公室", "蟊", "𬱖", "垚犇", "——", "了", "在", "通知",
}

func randomTitle(r *rand.Rand, n int) string {
	s := ""
	for range n {
		if r.Intn(2) == 0 {
			s += pieces[r.Intn(len(pieces))]
		} else {
			s += joints[r.Intn(len(joints))]
		}
	}
	return strings.Trim(s, " ")
}

// TestRandomTitles holds every break of random titles against the rules: none
// forbidden, none within a quotation, a book title or a number with its
// measure word, no line wider than the measure, nothing lost.
func TestRandomTitles(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range count(20_000) {
		title := randomTitle(r, 2+r.Intn(16))
		cs := titleChars(title)
		breaks := TitleBreaks(cs, testMeasure, titleEm, GB)
		checkTitle(t, title, cs, breaks)
		if t.Failed() {
			return
		}
	}
}

func checkTitle(t *testing.T, title string, cs []Char, breaks []int) {
	t.Helper()
	text := newTitleText(cs, titleEm, GB)
	if text.width(0, len(cs)) <= testMeasure {
		if len(breaks) > 0 {
			t.Errorf("%s fits one line and is broken", title)
		}
		return
	}
	if len(cs) > longestTitle {
		return
	}
	start := 0
	for _, end := range append(slices.Clone(breaks), len(cs)) {
		if end <= start && end != 0 {
			t.Errorf("%s: breaks out of order: %v", brokenTitle(title), breaks)
		}
		if len(breaks) > 0 && text.width(start, end) > testMeasure {
			t.Errorf("%s: line %d to %d is too wide", brokenTitle(title), start, end)
		}
		start = end
	}
	runes := []rune(title)
	for _, b := range breaks {
		if c := cs[b].Class; c != Space && !MayStart(runes[b], c, GB) || !MayEnd(runes[b-1], cs[b-1].Class) {
			t.Errorf("%s: forbidden break at %d", brokenTitle(title), b)
		}
		for _, p := range pieces {
			if at := within(runes, []rune(p), b); at && !slices.Contains(wordEnds(title), b) {
				t.Errorf("%s: %s is broken", brokenTitle(title), p)
			}
		}
	}
}

// within reports whether place b lies inside an occurrence of a piece.
func within(text, piece []rune, b int) bool {
	for at := max(b-len(piece)+1, 0); at < b && at+len(piece) <= len(text); at++ {
		if slices.Equal(text[at:at+len(piece)], piece) {
			return true
		}
	}
	return false
}

// wordEnds is where words begin outside of brackets: a neighbour may make
// other words of a piece, as 市 does of 2020年9月市长.
func wordEnds(title string) []int {
	runes := []rune(title)
	classes := Classify(runes)
	deep := depths(classes)
	var out []int
	for _, tok := range segment(runes, classes) {
		if deep[tok.start] == 0 {
			out = append(out, tok.start)
		}
	}
	return out
}

// TestHostileTitles breaks what is no title: it ends, loses nothing and obeys
// the rules.
func TestHostileTitles(t *testing.T) {
	for _, title := range []string{
		"", "督", strings.Repeat("督", 200), strings.Repeat("督", 5000), strings.Repeat("，", 100), strings.Repeat("“", 200), strings.Repeat("》", 60),
		strings.Repeat("a", 300), strings.Repeat("a", 150) + "督察" + strings.Repeat("b", 40), strings.Repeat(" ", 180), strings.Repeat("、督", 90),
		strings.Repeat("—", 100), strings.Repeat("的", 150), strings.Repeat("关于", 90), strings.Repeat("第", 120), strings.Repeat("一", 199),
		strings.Repeat("2", 120), "《" + strings.Repeat("优化营商环境", 12) + "》", strings.Repeat("\u3000", 100), strings.Repeat("督 ", 99) + "察",
	} {
		cs := titleChars(title)
		checkTitle(t, title, cs, TitleBreaks(cs, testMeasure, titleEm, GB))
		Halves(cs, titleEm, Strict)
		if costs := Sense([]rune(title)); len(costs) != len(cs) {
			t.Errorf("%d costs for %d characters", len(costs), len(cs))
		}
		Subtitle([]rune(title))
	}
}

// TestSegment says in what words a title is read.
func TestSegment(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"副市长胡安邦就省督察组督办问题", "副市长o 胡安邦N 就p 省L 督察组s 督办v 问题h "},
		{"沧水铺镇2020年9月22日", "沧水铺镇g 2020年9月22日m "},
		{"推进城镇化", "推进v 城镇化n "},
		{"局长高度重视", "局长o 高度重视v "},
		{"下降百分之五点三", "下降v 百分之五点三m "},
		{"局长向全市", "局长o 向p 全市n "},
		{"欧阳锋主任", "欧阳锋N 主任o "},
		{"对张某某提起公诉", "对p 张某某N 提起v 公诉v "}, // no office beside it
		{"全面清剿蟊贼", "全面a 清剿~ 蟊贼~ "},
		{"全国人大代表刘某某", "全国人大代表o 刘某某N "},
	} {
		runes := []rune(c.title)
		tokens := segment(runes, Classify(runes))
		levels(runes, tokens)
		if got := inWords(runes, tokens); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestNominal says which verbs are the name of an action and which are not.
func TestNominal(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"大会签约项目总投资额突破千亿元", "大会h 签约w 项目h 总投资额h 突破v 千亿元m "},
		{"推进县域医共体建设打通堵点", "推进v 县域医共体n 建设w 打通堵点v "},
		{"全市推进项目", "全市n 推进v 项目h "},
		{"组织离退休干部参观重点项目建设", "组织v 离退休干部n 参观v 重点项目建设n "},
		{"会议审查和批准报告", "会议h 审查v 和c 批准v 报告v "},
		{"李某等18人受到表彰", "李某N 等u 18人n 受到v 表彰v "},
		{"大会上的讲话", "大会h 上u 的u 讲话v "},
	} {
		runes := []rune(c.title)
		tokens := segment(runes, Classify(runes))
		nominal(runes, tokens)
		if got := inWords(runes, tokens); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestSubtitle says which —— begins a subtitle.
func TestSubtitle(t *testing.T) {
	for _, c := range []struct{ title, sub string }{
		{"关于我市落实河湖长制情况的调研报告——以资江流域为例", "——以资江流域为例"},
		{"凝心聚力促振兴⸺安化县东坪镇工作纪实", "⸺安化县东坪镇工作纪实"},
		{"走进桃江——桃江县乡村振兴纪实", "——桃江县乡村振兴纪实"},
		{"开展“学党史——知党恩”主题活动的情况", ""},
		{"推动长沙——益阳一体化", ""},
		{"益阳——马迹塘高速公路建成通车", ""},
		{"【基层动态——来自一线的报道】", ""},
		{"——以资江流域为例", ""},
		{"下沉督察直面问题——", ""},
		{"省督察组进驻——动真碰硬——第一批", "——动真碰硬——第一批"},
	} {
		got := ""
		if at := Subtitle([]rune(c.title)); at >= 0 {
			got = string([]rune(c.title)[at:])
		}
		if got != c.sub {
			t.Errorf("%s: subtitle %q, want %q", c.title, got, c.sub)
		}
	}
}

// TestHalves breaks names of bulletins that take two lines.
func TestHalves(t *testing.T) {
	for _, want := range []string{
		"益阳市配合省生态环保督察/“回头看”工作简报",
		"某某市人民政府办公室/政务信息工作简报",
		"某某市优化营商环境/工作领导小组办公室简报",
		"市安全生产委员会办公室/安全生产工作简报",
		"党史学习教育/ 某某县领导小组简报",
		"全省第三批主题教育/巡回指导工作简报",
		"长沙市疫情防控指挥部办公室/防控工作快报",
		"某某市第七次全国人口普查/工作简报",
	} {
		name := []rune(strings.ReplaceAll(want, "/", ""))
		at := Halves(titleChars(string(name)), titleEm, GB)
		if got := string(name[:at]) + "/" + string(name[at:]); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestWords checks the word list: known kinds, no word twice in one, none
// longer than is looked for.
func TestWords(t *testing.T) {
	list := words()
	if len(list.entries) < 10_000 {
		t.Errorf("only %d words", len(list.entries))
	}
	if size := len(list.text) + 8*cap(list.entries); size > 250_000 {
		t.Errorf("the list takes %d bytes", size)
	}
	for _, e := range list.entries {
		if !strings.ContainsRune("viwhnjapcuofstqxg", rune(e.kind)) {
			t.Errorf("%s has the unknown kind %c", list.word(e), e.kind)
		}
		if n := len([]rune(list.word(e))); n > longestWord {
			t.Errorf("%s has %d characters", list.word(e), n)
		}
	}
}

func BenchmarkTitle(b *testing.B) {
	cs := titleChars("关于对2020年长江经济带生态环境警示片披露的我市大通湖流域水环境问题整改销号工作进展情况的报告")
	b.ReportAllocs()
	for b.Loop() {
		TitleBreaks(cs, testMeasure, titleEm, GB)
	}
}

// BenchmarkLongestTitle takes the most characters that are still a title, any
// two of which may be parted.
func BenchmarkLongestTitle(b *testing.B) {
	cs := titleChars(strings.Repeat("督", longestTitle))
	for b.Loop() {
		TitleBreaks(cs, 156*page.Mm, titleEm, GB)
	}
}

// BenchmarkWords reads the word list, as the first long title does.
func BenchmarkWords(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readWords(wordText)
	}
}
