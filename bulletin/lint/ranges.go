package lint

import (
	"strings"
	"unicode"

	"jianbao/bulletin/diag"
)

// rangeRules is what GB/T 15834 and GB/T 15835 ask of ranges of times and values.
var rangeRules = []*Rule{
	{
		Code: "起止时间", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.13.3.2",
		Title:  "起止时间之间用一字线",
		Reason: "时间的起止用一字线“—”，占一个字；减号“-”是短横线，用在型号、电话、门牌里；浪纹线“～”用在数值里。只查后面是年、月、日、时的，完整日期（2020-09-22）、电话、型号不查；“3-5日内”是数值，另查“数值范围”。",
		Wrong:  []string{"2019-2020年度。", "1-8月完成投资5亿元。", "9月17日-25日。", "上午9:00-11:30开会。", "2018～2020年。", "2022-2023学年。", "9月17-25日。"},
		Right:  []string{"2019—2020年度。", "1—8月完成投资5亿元。", "2020-09-22", "电话0737-4222222。", "9月1日至3日。", "3～5日内办结。", "2020年9-1号文件。", "2021至2022年。"},
		prose:  seek("-–－−‐‑~～", `(\d+|\d[年月日时点分])( ?[-–－−‐‑~～] ?)(\d{1,4}(?::\d\d)?)(年|学年|月|日|时|点|号楼)?`, timeRange),
	},
	{
		Code: "数值范围", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.3；GB/T 15834—2011 4.13.3.3",
		Title:  "数值范围用浪纹线或一字线",
		Reason: "减号会看成负号或型号。只查后面是量词、单位、百分号的；电话、门牌、型号、比分、完整日期不查。",
		Wrong:  []string{"降温8-10℃。", "选派3-5人。", "同比增长5-8%。", "3-5个工作日内办结。"},
		Right:  []string{"降温8～10℃。", "选派3—5人。", "3-2-11室。", "型号T-34吨。", "气温-7℃。", "1-0战胜对手。", "K3-100米"},
		prose:  seek("-–－−", `(\d+(?:\.\d+)?[%℃万亿]?)([-–－−])(\d+(?:\.\d+)?)(%|‰|℃|°C|个|人|名|家|户|万|亿|元|天|周|小时|分钟|成|倍|级|岁|米|公里|千米|厘米|毫米|吨|公斤|千克|克|亩|公顷|度|次|件|项|年[内以]|日[内以]|月[内以]|km|mm|cm|kg|mg|m[³3²2]?|t)`, valueRange),
	},
	{
		Code: "半角浪纹", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.13.2、5.1.6",
		Title:  "浪纹线用全角～",
		Reason: "半角的 ~ 是键盘上的波浪号，只占半格，有的字体印得偏上。网址里的不查。",
		Wrong:  []string{"降温8~10℃。", "第五~八课。"},
		Right:  []string{"降温8～10℃。", "http://a.cn/~user/", "~/bulletin"},
		prose: seek("~˜∼〜", `[~˜∼〜]`, func(h *hit) {
			prev, next := h.prev(), h.next()
			ok := func(r rune) bool { return isDigit(r) || isHan(r) || strings.ContainsRune("%℃‰-", r) && r != 0 }
			if ok(prev) && ok(next) {
				h.mend(0, "～", "浪纹线写成了“%s”", h.text(0))
			}
		}),
	},
	{
		Code: "百分范围", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.3",
		Title:  "百分数的范围，前后都写百分号",
		Reason: "“15～30%”会读成从15到30%；写作15%～30%。℃一类单位省略前一个不会误解，不查。",
		Wrong:  []string{"增长15～30%。", "比重为5—8%。", "降低10至15%。"},
		Right:  []string{"增长15%～30%。", "降温8～10℃。", "1至8月增长9.5%。", "2018—2020年增长5%。"},
		prose: seek("%％", `(\d+(?:\.\d+)?)([～—~–至到-])(\d+(?:\.\d+)?[%％])`, func(h *hit) {
			if prev := h.prev(); !strings.ContainsRune("0123456789.-/%", prev) && !isLatin(prev) {
				h.add(1, "写作"+h.text(1)+"%"+rangeMark(h.text(2))+h.text(3), "百分数的范围只写了一个百分号")
			}
		}),
	},
	{
		Code: "万亿范围", Group: "数字", Severity: diag.Info, Strength: Standard, Source: "GB/T 15835—2011 5.1.3",
		Title:  "带万、亿的数值范围，前后都写万、亿",
		Reason: "“9～16亿”可能读成从9到16亿；写作9亿～16亿。前一个数比后一个大的，本来就没有省略，不查。",
		Wrong:  []string{"投资9～16亿元。", "每户补助3—5万元。", "投资1.5至2亿元。"},
		Right:  []string{"投资9亿～16亿元。", "每户补助3万—5万元。", "100～150公斤。", "8000～1万元。"},
		prose: seek("万亿", `(\d+(?:\.\d+)?)([～—~–至到-])(\d+(?:\.\d+)?)(万|亿)`, func(h *hit) {
			if prev := h.prev(); !strings.ContainsRune("0123456789.-/年月", prev) && !isLatin(prev) && smaller(h.text(1), h.text(3)) && !h.precedes("年") {
				h.add(1, "写作"+h.text(1)+h.text(4)+rangeMark(h.text(2))+h.text(3)+h.text(4), "数值范围里前一个数省去了“%s”", h.text(4))
			}
		}),
	},
}

// rangeMark returns the mark a range is written with.
func rangeMark(s string) string {
	if strings.ContainsAny(s, "-~–") {
		return "～"
	}
	return s
}

// timeRange finds a range of years, months, days or hours with another mark than
// the one-em dash.
func timeRange(h *hit) {
	left, mark, right, unit := h.text(1), h.text(2), h.text(3), h.text(4)
	prev := h.prev()
	if strings.ContainsRune("-–－/.—", prev) && prev != 0 || isLatin(prev) || isDigit(h.next()) || strings.ContainsRune("-–－/.", h.next()) && h.next() != 0 {
		return
	}
	wave := strings.ContainsAny(mark, "~～")
	var is bool
	switch {
	case isDigit(rune(left[0])) && strings.ContainsAny(left, "年月日时点分"):
		is = unit != "" && unit != "号楼" // 17日-25日
	case strings.Contains(right, ":") && prev == ':' && len(left) == 2:
		is = true // 9:00-11:30
	case unit == "年" || unit == "学年":
		is = len(left) == 4 && len(right) == 4
	case unit == "月" && !wave:
		is = smallNumber(left, 12) && smallNumber(right, 12)
	case unit == "日" && !wave:
		is = smallNumber(left, 31) && smallNumber(right, 31) && strings.HasSuffix(h.p.text[:h.m[0]], "月")
	case unit == "时" && !wave:
		is = smallNumber(left, 24) && smallNumber(right, 24) && strings.HasSuffix(h.p.text[:h.m[0]], "日")
	}
	if is && !h.precedes("内", "以", "龄", "个") {
		h.mend(2, "—", "起止时间之间用了“%s”", strings.TrimSpace(mark))
	}
}

// smallNumber tells whether a number is one of 1 to most, without a zero before it.
func smallNumber(s string, most int) bool {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return len(s) <= 2 && n <= most
}

// smaller tells whether a number is less than another; both without exponents.
func smaller(a, b string) bool {
	whole := func(s string) string { w, _, _ := strings.Cut(s, "."); return strings.TrimLeft(w, "0") }
	x, y := whole(a), whole(b)
	if len(x) != len(y) {
		return len(x) < len(y)
	}
	return x < y || x == y && a < b
}

func valueRange(h *hit) {
	prev, next := h.prev(), h.next()
	if strings.ContainsRune("-–－−/.:—～", prev) && prev != 0 || isDigit(prev) || isLatin(prev) || unicode.IsLetter(next) && isLatin(next) {
		return
	}
	if !smaller(strings.TrimRight(h.text(1), "%℃万亿"), h.text(3)) || h.precedes("-", "楼", "室", "号楼") {
		return
	}
	h.mend(2, "～", "数值范围用了“%s”", h.text(2))
}
