package lint

import (
	"strconv"

	"jianbao/bulletin/diag"
)

// timeRules is what GB/T 15835 asks of times of the day.
var timeRules = []*Rule{
	{
		Code: "时刻写法", Group: "日期", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.5",
		Title:  "时刻写作19时30分或19:30",
		Reason: "按口语的顺序写几时几分，“分”不能写成“时”，也不能省去。时、点都可以。",
		Wrong:  []string{"9月19日19点30时召开会议。", "9时30召开会议。", "19时30点。"},
		Right:  []string{"9月19日19时30分召开会议。", "19:30召开会议。", "8时至20时。", "9点半开会。", "4—5时降雨。", "截至14时20名群众脱险。"},
		prose: all(seek("时点", `\d{1,2}[时点]\d{1,2}[时点]`, func(h *hit) {
			h.add(0, "写作几时几分", "时刻“%s”不成话", h.text(0))
		}), seek("时点", `\d{1,2}[时点][0-5]\d(?:许|左右|前|在|开始|召开|举行|，|。|、|；|）)`, func(h *hit) {
			h.add(0, "在后面写“分”", "时刻“%s”缺“分”", trimLast(h.text(0)))
		})),
	},
	{
		Code: "时刻有误", Group: "日期", Severity: diag.Warning, Strength: Conventional, Source: "历法：一天到24时，一小时到59分",
		Title:  "时刻要在一天之内",
		Reason: "25时、61分是笔误。“历时36时50分”一类时长不查。",
		Wrong:  []string{"19时65分发布预警。", "25时10分发布预警。", "上午9:75发布预警。"},
		Right:  []string{"24时。", "23时59分。", "历时36时50分。", "比例为19:75。"},
		prose: all(seek("时点", `(\d{1,2})[时点](\d{1,2})分`, func(h *hit) {
			hour, _ := strconv.Atoi(h.text(1))
			minute, _ := strconv.Atoi(h.text(2))
			if (hour > 24 || minute > 59) && !h.follows("历时", "用时", "耗时", "达", "共", "约", "近") && !isDigit(h.prev()) {
				h.add(0, "核对时刻", "没有“%s”这个时刻", h.text(0))
			}
		}), seek(":：", `(?:日|上午|下午|凌晨|晚)(?:[01]?\d|2[0-4])[:：]([6-9]\d)`, func(h *hit) {
			if next := h.next(); !isDigit(next) && next != ':' && next != '.' {
				h.add(1, "核对时刻", "没有“%s”分", h.text(1))
			}
		})),
	},
	{
		Code: "时刻重复", Group: "日期", Severity: diag.Info, Strength: Conventional, Source: "公文惯例：24小时制前面不写上午、下午",
		Title:  "用24小时制的，前面不写下午、晚上",
		Reason: "“下午15时”说了两遍，写作15时或下午3时。“凌晨0时”“上午9时”不查。",
		Wrong:  []string{"下午15时召开会议。", "晚上20:00召开会议。", "下午14点30分。"},
		Right:  []string{"15时召开会议。", "下午3时召开会议。", "上午11时。", "中午12时。", "晚7点。"},
		prose: seek("午上间晚", `(?:下午|晚上|夜间|傍晚)((?:1[3-9]|2[0-3])(?:时|点|[:：][0-5]\d))`, func(h *hit) {
			h.add(0, "写作"+h.text(1)+"，或改用12小时制", "“%s”说了两遍下午", h.text(0))
		}),
	},
	{
		Code: "时刻冒号", Group: "日期", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.5",
		Title:  "时刻里的冒号用半角",
		Reason: "“9：30”里的全角冒号占一个字。比例、比分不是时刻，不查。",
		Wrong:  []string{"9月19日19：30召开会议。", "上午9：00—11：30开会。"},
		Right:  []string{"上午9:00开会。", "比例为1：10。", "以3：0获胜。", "比例为10：43：45", "由1：3提高至1：15。"},
		prose: seek("：", `(?:日|上午|下午|凌晨|中午|晚上?)(?:[01]?\d|2[0-4])(：)[0-5]\d(?:[—～至到-](?:[01]?\d|2[0-4])(：)[0-5]\d)?`, func(h *hit) {
			if next := h.next(); isDigit(next) || next == '：' || next == '.' {
				return
			}
			for n := 1; n <= 2; n++ {
				if h.text(n) != "" {
					h.mend(n, ":", "时刻里用了全角冒号")
				}
			}
		}),
	},
}

// trimLast returns a text without its last character.
func trimLast(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i]&0xC0 != 0x80 {
			return s[:i]
		}
	}
	return s
}
