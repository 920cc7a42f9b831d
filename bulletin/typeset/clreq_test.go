package typeset

import (
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// unit is the cell of the tests of tables: it divides by 24 without rest, and
// an em is a cell, so that widths are exact.
const unit = 240_000

func exact(text string) []Char { return charsOf(text, unit, unit) }

// column is a setting so many cells wide, without indent.
func column(cells page.Length) Setting {
	return Setting{Frame: Frame{First: cells * unit, Rest: cells * unit, Cell: unit}}
}

// points finds where the lines of a text may end.
func points(text string, s Setting) *builder {
	b := &builder{seen: newSeen(exact(text)), set: s}
	b.measure()
	b.tie()
	b.breakpoints()
	b.orphans()
	return b
}

// broken sets a text and shows its lines parted by |, a hyphen where one is
// shown.
func broken(text string, s Setting) string {
	cs := exact(text)
	var b strings.Builder
	for n, l := range Set(cs, s) {
		if n > 0 {
			b.WriteByte('|')
		}
		for _, c := range cs[l.Start:l.End] {
			if c.Class != LineEnd {
				b.WriteRune(c.Rune)
			}
		}
		if l.Hyphen {
			b.WriteByte('-')
		}
	}
	return b.String()
}

// naturalWidth is what a text takes in one line, in 24ths of a cell.
func naturalWidth(t *testing.T, text string, s Setting) page.Length {
	t.Helper()
	lines := Set(exact(text), s)
	if len(lines) != 1 {
		t.Fatalf("%q takes %d lines", text, len(lines))
	}
	return lines[0].Width * 24 / unit
}

var classLetters = map[Class]string{
	Han: "H", Stop: "S", Pause: "P", Open: "O", Close: "C", Double: "2", Dash: "D", Ellipsis: "E", Connector: "N", Half: "h", Western: "w",
	Space: "_", Blank: "B", LineEnd: "L", ZeroWidth: "z", Joiner: "j", SoftHyphen: "y",
}

// checkClasses holds a text against the letters of its classes.
func checkClasses(t *testing.T, text, want string) {
	t.Helper()
	got := ""
	for _, k := range Classify([]rune(text)) {
		got += classLetters[k]
	}
	if got != want {
		t.Errorf("%s is classed %s, want %s", text, got, want)
	}
}

// TestClreq1Classes: each row of the table.
func TestClreq1Classes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"。！？．", "SSSS"},
		{"，、；：", "PPPP"},
		{"（《〈【〖〔［｛「『", "OOOOOOOOOO"},
		{"）》〉】〗〕］｝」』", "CCCCCCCCCC"},
		{"甲——乙⸺丙", "HDDHDH"},
		{"甲……乙⋯⋯丙", "HEEHEEH"},
		{"甲—乙～丙–丁-戊", "HNHNHhHhH"},
		{"甲·乙‧丙・丁", "HhHhHhH"},
		{"甲/乙／丙", "HhHhH"},
		{"‼⁇⁈⁉", "2222"},
		{"々①×№★Ⅰ℃", "HHHHHHH"},
		{"a²+µ−5€₂", "wwwwwwww"},
		// blanks and what nobody sees
		{"叶　飞、王　明同志", "HBHPHBHHH"},
		{"张三　李四", "HH_HH"},
		{"姓　名：王　五　赵　六", "HBHPHBH_HBH"},
		{"第一章　总则　9月", "HHH_HH_wH"},
		{"5\u00A0km\u202Fh", "wBwwBw"},
		{"甲\u200B乙\u2060丙\uFEFF丁", "HzHjHjH"},
		{"co\u00ADop", "wwyww"},
		{"“\u2060GDP\u200B”增", "OjwwwzCH"},
		{"甲\n乙", "HLH"},
	} {
		checkClasses(t, c.text, c.want)
	}
}

// TestClreq1Shared: the characters that Chinese shares with Latin, in either
// surrounding.
func TestClreq1Shared(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// quotes
		{"他说“好”。", "HHOHCS"},
		{"“GDP”增长", "OwwwCHH"},
		{"增长 “GDP”", "HH_OwwwC"},
		{"The “big” fox", "www_wwwww_www"},
		{"“Big fox” runs", "wwww_wwww_wwww"},
		{"a “big ‘red’ fox” b", "w_wwww_wwwww_wwww_w"},
		{"a “‘red’ fox” b", "w_wwwwww_wwww_w"},
		{"他说“The ‘big’ fox.”", "HHOwww_wwwww_wwwwC"},
		{"The “quick fox. It ran.” He", "www_wwwwww_wwww_ww_wwwww_ww"},
		{"say “我们” now", "www_OHHC_www"},
		{"要‘回头看’", "HOHHHC"},
		{"“要‘回头", "OHOHH"},
		{"看’”；", "HCCP"},
		{"it’s 组’s", "wwww_HCw"},
		{"in the ’90s", "ww_www_wwww"},
		{"the ‘it’s fine’ one", "www_wwwww_wwwww_www"},
		{"”“", "CO"},
		{"他说“GDP", "HHOwww"},
		// dots, dashes
		{"J·K·罗琳", "wwwhHH"},
		{"dog… and", "wwww_www"},
		{"dog…", "wwww"},
		{"GDP…等", "wwwEH"},
		{"GDP……and", "wwwEEwww"},
		{"jump — over", "wwww_w_wwww"},
		{"2019—2021年", "wwwwNwwwwH"},
		{"GB/T 9704-2012，1-9月", "wwww_wwwwwwwwwPwwwH"},
		{"3.5%–4.2%", "wwwwwwwww"},
	} {
		checkClasses(t, c.text, c.want)
	}
}

// TestClreq1Widths: the widths of the table, in 24ths of a cell.
func TestClreq1Widths(t *testing.T) {
	for _, c := range []struct {
		text string
		want page.Length
	}{
		{"督", 24}, {"督。", 48}, {"督，察", 72}, {"督（察）", 96}, {"（督", 36},
		{"督——察", 96}, {"督⸺察", 96}, {"督……察", 96}, {"督…………察", 144}, {"督⋯⋯察", 96},
		{"督—察", 72}, {"督～察", 72}, {"督–察", 60}, {"督-察", 60}, {"督·察", 60}, {"督/察", 60}, {"督／察", 60},
		{"督？！", 48}, {"督？！察", 72}, {"督！！察", 72}, {"督！！！察", 96}, {"督！！！！察", 96}, {"督‼察", 72}, {"督⁉", 48},
		{"督？！”察", 24 + 24 + 24 + 24}, {"督？！（察", 24 + 24 + 12 + 12 + 24},
		{"2020", 48}, {"叶　飞", 72},
	} {
		if got := naturalWidth(t, c.text, column(40)); got != c.want {
			t.Errorf("%s is %d/24 cells wide, want %d", c.text, got, c.want)
		}
	}
}

// starts and ends report whether a line but the first starts, or one but the
// last ends, with a character.
func starts(lines, mark string) bool { return strings.Contains(lines, "|"+mark) }
func ends(lines, mark string) bool   { return strings.Contains(lines, mark+"|") }

// TestClreq2Prohibition puts every character of the two sets where a line of
// four would start or end with it.
func TestClreq2Prohibition(t *testing.T) {
	const noStart = "。，、；：？！．)）]］}｝》〉】〗〕」』·‧・–～-/／—%％‰℃°′″!?,.:;‼⁇⁈⁉”’"
	const noEnd = "（([［{｛《〈【〖〔「『/／￥¥$＄№#＃@“‘"
	for _, level := range []Level{GB, Strict} {
		s := column(4)
		s.Level = level
		for _, m := range noStart {
			if lines := broken("督察组环"+string(m)+"境保护益阳市", s); starts(lines, string(m)) {
				t.Errorf("level %d: %s", level, lines)
			}
		}
		for _, m := range noEnd {
			if lines := broken("督察组"+string(m)+"环境保护益阳市", s); ends(lines, string(m)) {
				t.Errorf("level %d: %s", level, lines)
			}
		}
		for _, m := range []string{"——", "……", "⸺", "⋯⋯"} {
			if lines := broken("督察组环"+m+"境保", s); starts(lines, m) != (level == GB) {
				t.Errorf("level %d: %s", level, lines)
			}
		}
		for _, m := range "々①的ー×" {
			if lines := broken("督察组环"+string(m)+"境保护益阳市", s); !starts(lines, string(m)) {
				t.Errorf("level %d: no line starts with %c: %s", level, m, lines)
			}
		}
	}
}

// TestClreq2Fallback: a run of marks is kept while a line can hold it, and
// parted only where it must be.
func TestClreq2Fallback(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells page.Length
		want  string
	}{
		{"督察组环境。”）保护", 7, "督察组环境。”）|保护"},
		{"督察组环境保。”）护益", 7, "督察组环境|保。”）护益"},
		{"督察组。”）》】益阳", 3, "督察组|。”）》】|益阳"},
		{"（（（（（（（（督察", 3, "（（（（（（|（（督察"},
		{"督察。”）》】益阳", 4, "督|察。”）》】|益阳"},
	} {
		if got := broken(c.text, column(c.cells)); got != c.want {
			t.Errorf("in %d cells %s, want %s", c.cells, got, c.want)
		}
	}
}

// TestClreq3Pairs moves each pair along a line and lets no line end within.
func TestClreq3Pairs(t *testing.T) {
	for _, pair := range []string{
		"——", "――", "……", "…………", "⋯⋯", "⸺",
		"GDP", "PM2.5", "it’s", "12345", "1,234.5", "3.5%", "3.5‰", "25℃", "25%", "3.5％", "30°", "1/3", "-5", "≥90%", "≤3", "＜5", "≈6.5", "3∶1", "10∶30", "－5℃", "±0.5", "￥100", "¥100", "$9.5", "€9", "２０２０",
		"27100m³/s", "10.5km", "10 km", "100㎡", "9-12", "010-2345",
		"〔2020〕12号", "〔2020〕第12号", "［2020］5号", "[2020]5号",
		"叶　飞", "10\u00A0万", "环\u2060境", "境\u00A0保", "？！", "！！！",
	} {
		for before := range 12 {
			text := strings.Repeat("督", before) + pair + strings.Repeat("察", 8)
			lines := broken(text, column(9))
			if !strings.Contains(lines, pair) {
				t.Errorf("%s", lines)
			}
		}
	}
}

// TestClreq3Enumerators: what enumerates stays with what follows; the same
// characters elsewhere are words like others.
func TestClreq3Enumerators(t *testing.T) {
	for _, mark := range []string{
		"一、", "十一、", "二十三、", "（一）", "（十二）", "(一)", "1.", "1．", "1、", "12.", "（1）", "(1)", "1）", "①", "⑳", "⑴", "▲", "★", "◆", "●", "■", "▶", "※", "▲ ", "1. ", "一、 ",
	} {
		for _, lead := range []string{"", "督察。", "督察；", "督察：", "督察，", "督\n", "（", "督察。 ", "督察　"} {
			for before := range 5 {
				text := strings.Repeat("督", before) + lead + mark + "察组环境"
				if lead == "" && before > 0 || lead == "（" && mark == "1）" {
					continue // it does not stand where a clause begins
				}
				for cells := page.Length(6); cells < 10; cells++ {
					if lines := broken(text, column(cells)); !strings.Contains(strings.ReplaceAll(lines, "\n", ""), mark+"察") {
						t.Errorf("in %d cells %s", cells, lines)
					}
				}
			}
		}
	}
	for _, c := range []struct{ text, want string }{
		{"督察章、二、三组环境", "督察章、二、|三组环境"},
		{"督察见（一）环境保护组", "督察见（一）|环境保护组"},
		{"督察第一章、二节环境保", "督察第一章、|二节环境保"},
		{"督察督察组①环境保护", "督察督察组①|环境保护"},
	} {
		if got := broken(c.text, column(6)); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestClreq3Soft: numbers keep their measure words, 第 its number and an
// office the number of its paper where that costs little; 一个 is a word like
// others. The places where a line should not end are marked ^.
func TestClreq3Soft(t *testing.T) {
	for _, c := range []struct {
		text string
		cost int64
	}{
		{"2020^年9^月17^日19^点30^分", costNumber}, {"15^起", costNumber}, {"3000^余^份", costNumber}, {"100^万^元", costNumber}, {"3.2^亿^元", costNumber},
		{"三^月十^七^日", costNumber}, {"二^〇^二^〇^年", costNumber}, {"一个三次两组百分", 0},
		{"督第^4督第^三督", costOrdinal},
		{"2019—^2021", costRange}, {"3^×^4", costRange}, {"3.5%–^4.2%", costRange}, {"5～^9", costRange}, {"5－^9", costRange},
		{"益环^〔2020〕12号", costDocument}, {"叶子^　飞行", costNumber},
	} {
		text := strings.ReplaceAll(c.text, "^", "")
		b := points(text, column(20))
		i, want := 0, map[int]bool{}
		for _, r := range c.text {
			if r == '^' {
				want[i] = true
				continue
			}
			i++
		}
		for i := 1; i < len(b.chars); i++ {
			if at := b.points[i]; at.ok && (at.cost > 0) != want[i] || want[i] && at.cost != c.cost {
				t.Errorf("%s: a break before %c costs %d, want %d", c.text, b.chars[i].Rune, at.cost, c.cost)
			}
		}
	}
	filler := strings.Repeat("督", 28)
	for _, c := range []struct{ text, want string }{
		{"9月", "督|9月"}, {"17日", "督|17日"}, {"三月", "督|三月"}, {"一个", "一|个"},
	} {
		if got := broken(filler[3:]+c.text+filler, column(28)); !strings.Contains(got, c.want) {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
