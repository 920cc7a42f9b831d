package lint

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"jianbao/bulletin/diag"
)

// dayRules is what GB/T 15835 asks of dates, and whether they can be.
var dayRules = []*Rule{
	{
		Code: "日期写法", Group: "日期", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.4",
		Title:  "正文里的日期写作2020年9月22日",
		Reason: "年月日按口语的顺序写，可以用“-”代替年月（2020-09-22），不用点和斜线。表格里为省地方的、版本号、网址不查。",
		Wrong:  []string{"2020.9.22召开会议。", "2020/9/22召开会议。", "截至2020．09．22。"},
		Right:  []string{"2020年9月22日召开会议。", "2020-09-22召开会议。", "升级到10.2.1版。", "地址2020.9.22.1", "| 日期 |\n|--|\n| 2020.9.22 |"},
		prose: seek("./．", `(?:19|20)\d\d([./．])(?:0?[1-9]|1[0-2])([./．])(?:[12]\d|3[01]|0?[1-9])`, func(h *hit) {
			if h.p.kind == cell || isWord(h.prev()) && !isHan(h.prev()) || isDigit(h.next()) || isLatin(h.next()) || strings.ContainsRune("./．-", h.next()) && isDigit(h.p.after(h.m[1]+1)) || strings.ContainsRune("./-", h.prev()) {
				return
			}
			part := strings.FieldsFunc(h.text(0), func(r rune) bool { return !isDigit(r) })
			h.add(0, fmt.Sprintf("写作%s年%s月%s日", part[0], strings.TrimLeft(part[1], "0"), strings.TrimLeft(part[2], "0")), "日期“%s”用了点或斜线", h.text(0))
		}),
	},
	{
		Code: "年份简写", Group: "日期", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.4",
		Title:  "年份写四位数",
		Reason: "“20年9月”可能是二十年零九个月。刑期、任期、“10年9个月”一类时长不查。",
		Wrong:  []string{"20年9月开工。", "于21年3月5日印发。"},
		Right:  []string{"2020年9月开工。", "历时10年9个月。", "判处有期徒刑10年6月。", "“十四五”以来。"},
		prose: seek("年", `([0-4]\d)年(?:1[0-2]|0?[1-9])月`, func(h *hit) {
			if prev := h.prev(); !isDigit(prev) && prev != '.' && prev != '-' && prev != '—' && prev != '～' && prev != '至' &&
				!h.follows("徒刑", "刑期", "历时", "任期", "期限", "约", "近", "共", "第", "长达", "满", "超过") && !h.precedes("龄") {
				h.add(0, "写全四位年份", "年份“%s年”只写了两位", h.text(1))
			}
		}),
	},
	{
		Code: "月日补零", Group: "日期", Severity: diag.Info, Strength: Conventional, Source: "公文惯例：照 GB/T 9704—2012 7.3.5.4，月、日不编虚位",
		Title:  "月、日前面不补0",
		Reason: "成文日期的月、日不编虚位，正文一般照此。2020-09-22 的写法、时刻、表格里的不查。",
		Wrong:  []string{"2020年09月22日。", "9月05日召开会议。"},
		Right:  []string{"2020年9月22日。", "2020-09-22", "10月20日。", "08时至20时。"},
		prose: seek("月", `(0\d)月\d|\d月(0\d)日`, func(h *hit) {
			if h.p.kind == cell || isDigit(h.prev()) && h.text(1) != "" {
				return
			}
			h.add(0, "写作"+strings.TrimLeft(h.text(1)+h.text(2), "0"), "“%s”前面补了0", h.text(1)+h.text(2))
		}),
	},
	{
		Code: "日期混写", Group: "日期", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 4.3.3",
		Title:  "一个日期里不混用两种数字",
		Reason: "“2020年九月”写作2020年9月，或二〇二〇年九月。农历不查。",
		Wrong:  []string{"2020年九月二十二日。", "9月二十日召开会议。"},
		Right:  []string{"2020年9月22日。", "二〇二〇年九月。", "2024年正月初九。", "2020年三月三歌圩节。", "2024年二月初二。", "2020年农历八月十五日。"},
		prose: all(seek("月", `\d{4}年(?:十[一二]?|[一二三四五六七八九])月(?:[一二三四五六七八九十]{1,3}日|[份底中上下，。]|\d)`, mixedDate),
			seek("月", `\d月[一二三四五六七八九十]{1,3}日`, mixedDate)),
	},
	{
		Code: "年代", Group: "日期", Severity: diag.Info, Strength: Conventional, Source: "出版惯例：年代前面写世纪",
		Title:  "年代前面写世纪",
		Reason: "“80年代”不知是哪个世纪；写作20世纪80年代。前面写过世纪的不查。",
		Wrong:  []string{"80年代建成。"},
		Right:  []string{"20世纪80年代建成。", "上世纪六七十年代。", "20世纪70、80年代。", "2020年代。", "“80后”"},
		prose: seek("年", `([1-9]0)年代`, func(h *hit) {
			start := max(0, h.m[0]-45)
			if !isDigit(h.prev()) && !strings.Contains(h.p.text[start:h.m[0]], "世纪") {
				h.add(0, "写作20世纪"+h.text(0), "“%s”前面没有世纪", h.text(0))
			}
		}),
	},
	{
		Code: "日期有误", Group: "日期", Severity: diag.Warning, Strength: Conventional, Source: "历法：公历没有这一天",
		Title:  "日期要有这一天",
		Reason: "13月、9月31日、平年的2月29日，都是笔误。没有写年份的2月29日不查。",
		Wrong:  []string{"2020年13月5日。", "9月31日。", "2021年2月29日。", "2月30日。"},
		Right:  []string{"2020年2月29日。", "2月29日。", "10月31日。", "第15月第20日"},
		prose: seek("月", `(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日`, func(h *hit) {
			if isDigit(h.prev()) || h.prev() == '.' || h.prev() == '第' {
				return
			}
			year := 2020
			if h.text(1) != "" {
				year, _ = strconv.Atoi(h.text(1))
			}
			month, _ := strconv.Atoi(h.text(2))
			day, _ := strconv.Atoi(h.text(3))
			t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
			if int(t.Month()) != month || t.Day() != day {
				h.add(0, "核对日期", "没有“%s”这一天", h.text(0))
			}
		}),
	},
	{
		Code: "星期", Group: "日期", Severity: diag.Warning, Strength: Conventional, Source: "历法：星期由日期推算",
		Title:  "星期要与日期相符",
		Reason: "开会通知里常错。没有写年份的按本期的年份推算，月份离本期太远的不查。",
		Wrong:  []string{"2020年9月22日（星期三）召开会议。", "9月17日（周五）召开会议。"},
		Right:  []string{"2020年9月22日（星期二）召开会议。", "9月17日（星期四）召开会议。", "2月1日（星期三）"},
		prose:  seek("周星", `(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:上午|下午)?[（(](?:星期|周)([一二三四五六日天])[）)]`, weekday),
	},
}

func mixedDate(h *hit) {
	if !isHanNumeral(h.prev()) && !strings.Contains(h.text(0), "农历") {
		h.add(0, "全用阿拉伯数字", "日期“%s”混用两种数字", strings.TrimRight(h.text(0), "，。"))
	}
}

// weekday finds a day of the week that is not that of the date before it.
func weekday(h *hit) {
	month, _ := strconv.Atoi(h.text(2))
	day, _ := strconv.Atoi(h.text(3))
	year := h.f.issue.Date.Year
	if h.text(1) != "" {
		year, _ = strconv.Atoi(h.text(1))
	} else if d := month - h.f.issue.Date.Month; d > 4 || d < -4 {
		return
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != month || t.Day() != day || year == 0 {
		return
	}
	names := []string{"日", "一", "二", "三", "四", "五", "六"}
	right := names[t.Weekday()]
	if said := strings.Replace(h.text(4), "天", "日", 1); said != right {
		h.add(0, "核对日期和星期", "%d年%d月%d日是星期%s，不是星期%s", year, month, day, right, said)
	}
}
