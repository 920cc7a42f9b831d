package layout

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// standardCharacters reads the 通用规范汉字表 (2013): 3500 characters of level
// one, 3000 of level two and 1605 of level three, a line each, in its order.
// They are those with the field kTGH in Unihan_OtherMappings.txt of the Unicode
// Character Database 15.0.0, © 2022 Unicode, Inc., used under the Unicode
// licence (https://www.unicode.org/terms_of_use.html).
func standardCharacters(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/tongyong.txt")
	if err != nil {
		t.Fatal(err)
	}
	levels := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	beyond := 0
	for _, r := range string(data) {
		if r > 0xFFFF {
			beyond++
		}
	}
	if len(levels) != 3 || len([]rune(levels[0])) != 3500 || len([]rune(levels[1])) != 3000 || len([]rune(levels[2])) != 1605 || beyond != 196 {
		t.Fatalf("%d levels, %d beyond the basic plane", len(levels), beyond)
	}
	return levels
}

// TestStandardCharacters says that every role draws every standard character.
func TestStandardCharacters(t *testing.T) {
	a := testAssets(t)
	for _, level := range standardCharacters(t) {
		for role := range roles {
			for _, r := range level {
				f, g := a.find(role, r, false)
				if f == nil {
					t.Errorf("%s has no %c (%U)", Roles[role], r, r)
					continue
				}
				if f.Font.Advance(g) != f.Font.UnitsPerEm() {
					t.Errorf("%s: %c (%U) from %s is %d wide", Roles[role], r, r, f.Name, f.Font.Advance(g))
				}
			}
		}
	}
}

// facesOf names the face of each character of a text in a role.
func facesOf(l *layouter, role Role, text string) []string {
	r := run{size: bodySize}
	r.add(text, role, page.Artifact, diag.Pos{})
	var names []string
	for _, f := range l.shape(r, bodySize).faces {
		name := ""
		if f >= 0 {
			name = l.doc.Faces[f].Name
		}
		names = append(names, name)
	}
	return names
}

// TestFaceOfCharacters says which face a character comes from.
func TestFaceOfCharacters(t *testing.T) {
	a := testAssets(t)
	for _, c := range []struct {
		role        Role
		text, which string
		want        string
	}{
		{FangSong, "第12期", "12", "西文"},
		{FangSong, "使用Word排", "Word", "西文"},
		{Hei, "第12期", "12", "西文粗体"},
		{BiaoSong, "A股", "A", "西文粗体"},
		{FangSong, "强调“下沉”督察", "“”", "仿宋"},
		{FangSong, "据The “New” Times报", "“”", "西文"},
		{FangSong, "约翰·史密斯", "·", "仿宋"},
		{FangSong, "督察——问题", "—", "仿宋"},
		{FangSong, "ab—cd", "—", "西文"},
		{FangSong, "等等……", "…", "补字楷体"}, // FandolFang's stands at the foot of the line
		{Kai, "等等……", "…", "楷体"},
		{FangSong, "10～20个", "～", "补字楷体"},
		{FangSong, "⑪⑳―", "⑪⑳―", "补字楷体"},
		{FangSong, "30m²、5m³、2µm", "²³µ", "西文"},
		{FangSong, "①⑩℃×÷±", "①⑩℃×÷±", "仿宋"},
		{FangSong, "赵镕、陈玥", "镕玥", "补字楷体"},
		{FangSong, "赵镕、陈玥", "赵、陈", "仿宋"},
		{FangSong, "投资￥500万元", "￥", "宋体"}, // FandolFang draws $
		{Kai, "－￣", "－￣", "宋体"},
		{FangSong, "CO₂与H₂O", "₂₂", "西文"},
		{Hei, "赵镕", "镕", "黑体"},
		{BiaoSong, "𬱖𫖯", "𬱖𫖯", "小标宋"},
		{BiaoSong, "髙", "髙", "宋体"},
	} {
		l := &layouter{issue: fourth(t), assets: a, faces: map[*Face]int{}, last: map[int]*page.Text{}, doc: &page.Document{}}
		names := facesOf(l, c.role, c.text)
		for i, r := range []rune(c.text) {
			if strings.ContainsRune(c.which, r) && names[i] != c.want {
				t.Errorf("%s: %c in %s comes from %q, want %s", Roles[c.role], r, c.text, names[i], c.want)
			}
		}
	}
}

// TestFacesStandOnOneLine says that what stands in for 仿宋 and 楷体 stands as
// high: the middles of the characters that both have agree on the average to a
// fiftieth of the em, and so do the feet of 一.
func TestFacesStandOnOneLine(t *testing.T) {
	a := testAssets(t)
	middle := func(f *Face, r rune) int {
		g, _ := f.Font.Glyph(r)
		_, bottom, _, top, ok := f.Font.Bounds(g)
		if !ok {
			t.Fatalf("%s does not draw %c", f.Name, r)
		}
		return (bottom + top) * 500 / f.Font.UnitsPerEm()
	}
	common := standardCharacters(t)[1]
	for role := range roles {
		chain := a.Han[role]
		for _, other := range chain[1:] {
			sum, n := 0, 0
			for _, r := range common {
				if _, ok := other.Font.Glyph(r); !ok {
					continue
				}
				if _, ok := chain[0].Font.Glyph(r); ok {
					sum += middle(other, r) - middle(chain[0], r)
					n++
				}
			}
			if n < 20 {
				continue // the fallback has what the others lack, and little else
			}
			if sum /= n; sum > 20 || sum < -20 {
				t.Errorf("%s: %s stands %d thousandths higher over %d characters", Roles[role], other.Name, sum, n)
			}
		}
	}
}

// issueOf reads an issue of the given body.
func issueOf(body string) *bulletin.Issue {
	const front = "---\n刊名: 工作简报\n期号: 1\ndate: 2020-09-22\n---\n"
	return bulletin.Read(diag.NewSource("x.md", []byte(front+body)), "x", nil)
}

// TestLacks says what an editor is told of characters that cannot be set.
func TestLacks(t *testing.T) {
	a := testAssets(t)
	for _, c := range []struct {
		body string
		want []string // place, message and hint, in part
	}{
		{"正文𪚥。", []string{"6:3 字体里没有“𪚥”（U+2A6A5）|版式 → 字体 → 仿宋 中指定收有它的 .ttf"}},
		{"# 标题\n\n> 甲𪚥", []string{"8:4 字体里没有“𪚥”|版式 → 字体 → 楷体"}},
		{"**甲𪚥**乙", []string{"6:4 字体里没有“𪚥”|版式 → 字体 → 黑体"}},
		{"# 甲𪚥", []string{"6:4 字体里没有“𪚥”|版式 → 字体 → 小标宋"}},
		{"ab ꭰ", []string{"6:4 字体里没有“ꭰ”（U+AB70）|收有它的 .ttf"}},
		{"ab \u0560", []string{"6:4 字体里没有“\u0560”（U+0560）|字体 → 西文"}},
		{"☑已办", []string{"6:1 字体里没有“☑”（U+2611）|改用“√”，或"}},
		{"☑\uFE0F已办", []string{"6:1 字体里没有表情符号“☑\uFE0F”（U+2611 U+FE0F）|删去它，或改用“√”"}},
		{"好😀。", []string{"6:2 字体里没有表情符号“😀”（U+1F600）|改用文字"}},
		{"好👍🏽👨\u200D👩\u200D👧🇨🇳", []string{"6:2 字体里没有表情符号“👍🏽”（U+1F44D U+1F3FD）|", "6:4 字体里没有表情符号“👨\u200D👩\u200D👧”|", "6:9 字体里没有表情符号“🇨🇳”|"}},
		{"电☎\uFE0F话", []string{"6:3 “☎”后面有一个看不见的变体选择符（U+FE0F）|把“☎”连同"}},
		{"葛\U000E0100市", []string{"6:2 “葛”后面有一个看不见的异体字选择符（U+E0100）|用标准写法"}},
		{"甲\u200D乙", []string{"6:2 看不见的连接符（U+200D）|删去"}},
		{"ma\u0304", []string{"6:3 组合附加符号（U+0304），“a\u0304”|改成一个字符“ā”"}},
		{"x\u0304", []string{"6:2 组合附加符号（U+0304）|整个字母"}},
		{"か\u3099", []string{"6:2 组合附加符号（U+3099）|整个字母"}},
		{"ئۇ", []string{"6:1 “ئ”（U+0626）这种文字要连写|做成图片", "6:2 “ۇ”|"}},
		{"ᠮ", []string{"6:1 “ᠮ”（U+182E）这种文字|"}},
		{"甲\uE123", []string{"6:2 字体里没有自造字 U+E123|有这个自造字"}},
		{"ꆈ", []string{"6:1 字体里没有“ꆈ”（U+A188）|收有它的"}},
	} {
		_, findings := Pages(issueOf(c.body), a)
		var got []diag.Diagnostic
		for _, d := range findings {
			if d.Code == "缺字" {
				got = append(got, d)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %d findings, want %d: %v", c.body, len(got), len(c.want), got)
			continue
		}
		for i, w := range c.want {
			message, hint, _ := strings.Cut(w, "|")
			if text := fmt.Sprintf("%d:%d %s", got[i].Pos.Line(), got[i].Pos.Column(), got[i].Message); !strings.HasPrefix(text, message) {
				t.Errorf("%s: %s, want %s", c.body, text, message)
			}
			if !strings.Contains(got[i].Hint, hint) || got[i].Severity != diag.Error {
				t.Errorf("%s: hint %s, want %s", c.body, got[i].Hint, hint)
			}
		}
	}
}

// TestManyLacks says that a text in characters nobody has is told of in a
// screenful, with how much there is of it.
func TestManyLacks(t *testing.T) {
	a := testAssets(t)
	_, findings := Pages(issueOf("# 甲\n\n"+strings.Repeat("𪚥", 10_000)), a)
	if len(findings) != mostLackPlaces || !strings.Contains(findings[0].Message, "全文共 10000 处，只列前 3 处") {
		t.Errorf("%d findings: %v", len(findings), findings)
	}
	var foreign strings.Builder
	for r := rune(0x20000); r < 0x22000; r++ {
		if f, _ := a.find(FangSong, r, false); f == nil {
			foreign.WriteRune(r)
		}
	}
	n := len([]rune(foreign.String()))
	_, findings = Pages(issueOf(foreign.String()), a)
	last := findings[len(findings)-1]
	if len(findings) != mostLacks+1 || !strings.HasPrefix(last.Message, fmt.Sprintf("从这里起还有 %d 个不同的字排不出", n-mostLacks)) || last.Pos.Column() != mostLacks+1 {
		t.Errorf("%d findings for %d characters: %v", len(findings), n, last)
	}
}

// TestBlankGlyphIsNone says that a face whose glyph for a character is empty
// does not keep another face from drawing it.
func TestBlankGlyphIsNone(t *testing.T) {
	a := testAssets(t)
	f := a.Han[FangSong][0]
	blank, ok := f.Font.Glyph('\u3000')
	if !ok {
		t.Fatal("the font has no full-width blank")
	}
	if f.draws('镕', blank) || !f.draws('\u3000', blank) {
		t.Error("an empty glyph draws Han, or a blank needs ink")
	}
}

// TestMarksHaveFaces says that every mark the line rules know has a face in
// every role.
func TestMarksHaveFaces(t *testing.T) {
	a := testAssets(t)
	const marks = "。！？．，、；：（《〈【〖〔［｛「『）》〉】〗〕］｝」』—…⋯～·／“”‘’〇々％‰℃①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢ⅠⅡⅢⅣⅤ×÷±≤≥≠≈√→←↑↓■□▲△▼◆◇●○◎★☆※№§"
	for _, side := range []string{"一", "a"} {
		for _, r := range marks {
			text := []rune(side + string(r) + side)
			latin := fromLatin(text, typeset.Classify(text), 1)
			for role := range roles {
				if f, _ := a.find(role, r, latin); f == nil {
					t.Errorf("%s has no %c (%U)", Roles[role], r, r)
				}
			}
		}
	}
}
