package bulletin

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin/diag"
)

func TestNumbers(t *testing.T) {
	for s, want := range map[string]int{"7": 7, "007": 7, "0": 0, "-1": 0, "+1": 0, "1.0": 0, "0x7": 0, "1e3": 0, "999999": 999999, "1000000": 0, "９": 0, "": 0} {
		if got, ok := count(s); ok != (want > 0) || ok && got != want {
			t.Errorf("count(%q) = %d, %v", s, got, ok)
		}
	}
	for s, want := range map[string]int{
		"七": 7, "十": 10, "十二": 12, "二十": 20, "一百零五": 105, "二〇二〇": 2020, "两千零三": 2003, "三万": 30000, "第7期": 7, "第十一期": 11,
		"７": 7, "〔12〕": 12, "甲": 0, "": 0, "九九九九九九九九九九九九九九九九九九九九": 0, "百万": 0, "万万万万万万万万": 0,
	} {
		if got := guess(s); got != want {
			t.Errorf("guess(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"2020-09-22": "2020-09-22", "2020年9月22日": "2020-09-22", "2020年09月22日": "2020-09-22", "2020-02-29": "2020-02-29",
		"2019-02-29": "", "2020-13-01": "", "2020-00-10": "", "0020-01-01": "", "2020/9/22": "", "20-9-22": "", "2020-09-22 10:00": "",
	} {
		d, ok := ParseDate(s)
		if ok != (want != "") || ok && d.ISO() != want {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, ok)
		}
	}
	for s, want := range map[string]string{"2020/9/22": "2020-09-22", "2020.9.22": "2020-09-22", "二〇二〇年九月二十二日": "2020-09-22", "２０２０年９月２２日": "2020-09-22", "2020 年 9 月 22 日": "2020-09-22"} {
		if d, ok := guessDate(s); !ok || d.ISO() != want {
			t.Errorf("guessDate(%q) = %v, %v", s, d, ok)
		}
	}
}

func TestMicrons(t *testing.T) {
	for s, want := range map[string]Microns{"37mm": 37000, "3.7cm": 37000, "105.5 毫米": 105500, "72pt": 25400, "0.0005mm": 1, "37": 0, "mm": 0, "-3mm": 0, "99999mm": 0, "1in": 0} {
		if got, ok := microns(s); got != want || ok != (want > 0) {
			t.Errorf("microns(%q) = %d, %v", s, got, ok)
		}
	}
}

func TestNearest(t *testing.T) {
	all := names(fields)
	for word, want := range map[string]string{"刊明": "刊名", "编发单们": "编发单位", "期好": "期号", "总其号": "总期号", "dat": "date", "日其": "日期", "导读标提": "导读标题", "作者": "", "x": "", "号期": "期号"} {
		if got := Nearest(word, all); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestKeys holds that help knows each key once, and says what it means.
func TestKeys(t *testing.T) {
	var seen []string
	for _, k := range Keys() {
		if k.Type == "" || k.Meaning == "" || slices.Contains(seen, k.Name) {
			t.Errorf("key %+v", k)
		}
		seen = append(seen, k.Name)
	}
	if len(fields) != 40 || len(styleFields) != 16 {
		t.Errorf("%d keys, %d of 版式; the contract has 35 (and 涉密环境, and ours are 加印, 归档, 不查 and 网址) and 16", len(fields), len(styleFields))
	}
}

// TestClassification says which words of 密级 are state secrets, on an ordinary
// machine and on one that may have them, and which only look so.
func TestClassification(t *testing.T) {
	const none, warning, failure = "", "警告", "错误"
	for _, c := range []struct{ text, ordinary, allowed string }{
		{"内部资料 注意保存", none, none},
		{"内部参阅", none, none},
		{"工作秘密", none, none},
		{"商业秘密 注意保存", none, none},
		{"秘密", failure, warning},
		{"机 密★1年", failure, warning},
		{"绝密件", failure, warning},
		{"内部资料（机密★）", failure, warning},
		{"本期属机密", warning, none},
	} {
		for _, secret := range []bool{false, true} {
			want := c.ordinary
			if secret {
				want = c.allowed
			}
			settings := ReadSettings(diag.NewSource(SettingsName, fmt.Appendf(nil, "刊名: 简报\n涉密环境: %v\n", secret)))
			issue := Read(diag.NewSource("1.md", []byte("---\n期号: 1\ndate: 2020-09-22\n密级: "+c.text+"\n---\n\n正文。\n")), "1", settings)
			got := ""
			for _, d := range issue.Findings {
				got += d.Severity.String()
				if d.Pos.Line() != 4 || d.Pos.Column() != 5 || d.Hint == "" {
					t.Errorf("%s: %v", c.text, d)
				}
			}
			if got != want {
				t.Errorf("%s, 涉密环境 %v: %q, want %q", c.text, secret, got, want)
			}
		}
	}
}

// TestFiling says how a 档号 is made, and what keeps it from being made.
func TestFiling(t *testing.T) {
	for _, c := range []struct{ keys, want, missing string }{
		{"全宗号: Z109, 保管期限: 永久, 机构: BGS", "Z109-WS·2020-Y-BGS-0001", ""},
		{"全宗号: Z109, 保管期限: 30年, 机构: BGS, 起始件号: 105", "Z109-WS·2020-D30-BGS-0105", ""},
		{"全宗号: 0012, 保管期限: 10年, 机构: 无, 起始件号: {2020: 9, 2021: 3}", "0012-WS·2020-D10-0009", ""},
		{"全宗号: Z109, 保管期限: 10年", "", "机构"},
		{"机构: BGS", "", "全宗号 保管期限"},
		{"", "", "全宗号 保管期限 机构"},
	} {
		s := ReadSettings(diag.NewSource(SettingsName, []byte("刊名: 简报\n归档: {"+c.keys+"}\n")))
		f := s.Front.Filing
		if got := f.Code(2020, f.FirstPiece(2020)); got != c.want || strings.Join(f.Missing(), " ") != c.missing || len(s.Findings) > 0 {
			t.Errorf("%s: %q, missing %v, %v", c.keys, got, f.Missing(), s.Findings)
		}
	}
}
