package lint

import (
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// blankRules is about blanks and characters nobody sees.
var blankRules = []*Rule{
	{
		Code: "标点空格", Group: "空格", Severity: diag.Warning, Strength: Conventional, Source: "版式惯例：全角标点自带半格空白",
		Title:  "全角标点前后不空格",
		Reason: "全角标点本身有半格空白，再加空格就断开了。标题里的空格是转行的地方，表格里的、西文旁边的、段首加粗的话后面的空格也不查。",
		Wrong:  []string{"会议强调， 要立行立改。", "会议强调 ，要立行立改。", "（ 一）加强领导。"},
		Right:  []string{"会议强调，要立行立改。", "# 立行立改 边督边改", "他说：Hello， world。", "审核：张三 校对：李四", "**加强领导。** 各级要立行立改。"},
		prose: func(f *finder, p *prose) {
			if p.kind == paragraph || p.kind == item || p.kind == note {
				markBlank(f, p)
			}
		},
	},
	{
		Code: "汉字空格", Group: "空格", Severity: diag.Warning, Strength: Conventional, Source: "版式惯例：汉字之间不空格",
		Title:  "正文的汉字之间不空格",
		Reason: "多是从网页、扫描件粘贴来的。标题里的空格是转行的地方；引号、书名号里的（引的是标题、口号）、两字姓名中间的、表格和名单里的、没有句号的短行不查。",
		Wrong:  []string{"会议强调，各级各部门 要立行立改，确保整改到位。"},
		Right:  []string{"会议强调，要立行立改。", "# 立行立改 边督边改", "刊发《立行立改 边督边改》一文。", "责任编辑 张三", "内部资料 注意保存", "签发人张 三参加。"},
		prose:  hanBlank,
	},
	{
		Code: "数字空格", Group: "空格", Severity: diag.Info, Strength: Conventional, Source: "公文惯例：汉字与数字之间不空格",
		Title:  "汉字与阿拉伯数字之间不空格",
		Reason: "公文每行28字，数字占半格，不另加空格。西文词、单位符号旁边的空格不查。",
		Wrong:  []string{"2020 年共办结 5 件。"},
		Right:  []string{"2020年共办结5件。", "使用 PM2.5 监测仪。", "全长 650 km。", "GB/T 15834 的规定。", "# 第 4 期"},
		prose:  digitBlank,
	},
	{
		Code: "特殊空格", Group: "空格", Severity: diag.Warning, Strength: Conventional, Source: "版式惯例：正文不用特殊空格",
		Title:  "不用看上去像空格的其他字符",
		Reason: "不换行空格、窄空格等多从网页、Word 粘贴而来，宽窄不一，还影响转行。",
		Wrong:  []string{"会议\u00A0强调。", "共\u20095件。"},
		Right:  []string{"会议强调。", "10\u00A0km", "张　三"},
		prose: seek("\u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F", "[\u00A0\u2002-\u200A\u202F\u205F]+", func(h *hit) {
			prev, next := h.prev(), h.next()
			if prev < 0x2E80 && next < 0x2E80 {
				return // between Western words or a number and its unit
			}
			h.mend(0, "", "汉字旁边有特殊空格 U+%04X", firstRune(h.text(0)))
		}),
	},
	{
		Code: "隐形字符", Group: "空格", Severity: diag.Warning, Strength: Conventional, Source: "版式惯例：看不见的字符只用于控制转行",
		Title:  "不留没有用处的隐形字符",
		Reason: "零宽连接符、软连字符和成串的零宽空格，检索、复制时会出错。单个的零宽空格、词连接符用来控制转行，夹在两个字之间的不查。",
		Wrong:  []string{"会\u200D议强调。", "会\u00AD议强调。", "会议\u200B，强调。", "会议\u200B\u200B强调。"},
		Right:  []string{"会议\u200B强调。", "co\u00ADoperation", "第4\u2060期"},
		prose: seek("\u200B\u200C\u200D\u2060\u00AD", "[\u200B-\u200D\u2060\u00AD]+", func(h *hit) {
			prev, next := h.prev(), h.next()
			s := h.text(0)
			inside := isWord(prev) && isWord(next)
			steers := (s == "\u200B" || s == "\u2060") && inside
			if steers || prev < 0x2E80 && next < 0x2E80 && prev != 0 && next != 0 {
				return
			}
			h.mend(0, "", "有看不见的字符 U+%04X", firstRune(s))
		}),
	},
}

var blanksAtMarks = all(
	seek(" ", `[，。、；：？！”’）》〉】〕]( +)`, func(h *hit) {
		if next := h.next(); isHanOrMark(next) && !labelled(h.p.text[h.m[1]:]) && h.p.together(h.m[2]) {
			h.mend(1, "", "标点后面有空格")
		}
	}),
	seek(" ", `[“‘（《〈【〔]( +)`, func(h *hit) {
		if isHanOrMark(h.next()) {
			h.mend(1, "", "标点后面有空格")
		}
	}),
	seek(" ", `( +)[，。、；：？！”’）》〉】〕]`, func(h *hit) {
		if isHan(h.prev()) && !h.precedes("”", "’") {
			h.mend(1, "", "标点前面有空格")
		}
	}),
)

func markBlank(f *finder, p *prose) { blanksAtMarks(f, p) }

// together tells whether a byte stands in the source right after the one before
// it, with no ** between.
func (p *prose) together(i int) bool { return i == 0 || p.at[i] == p.at[i-1]+1 }

// labelled tells whether a text begins with a short label and a colon, as in
// 审核：甲 校对：乙.
func labelled(s string) bool {
	i := strings.Index(s, "：")
	return i > 0 && utf8.RuneCountInString(s[:i]) <= 6 && !strings.ContainsAny(s[:i], "，。；")
}

var blanksInHan = seek(" ", `[\H]( +)[\H]`, func(h *hit) {
	from, to := h.m[2], h.m[3]
	left := h.p.text[max(0, from-window):from]
	run := left[len(strings.TrimRightFunc(left, isHan)):]
	if utf8.RuneCountInString(run) == 1 || h.p.quoted(from) {
		return
	}
	h.f.mend(h.p, from, to, "", "汉字之间有空格")
})

func hanBlank(f *finder, p *prose) {
	if (p.kind == paragraph || p.kind == item) && strings.ContainsAny(p.text, "。；") && strings.Contains(p.text, "，") {
		blanksInHan(f, p)
	}
}

// quoted tells whether a byte stands in quotation marks or in a title.
func (p *prose) quoted(i int) bool {
	near := p.text[max(0, i-window):i]
	return p.depthAt(i) > 0 || strings.LastIndex(near, "《") > strings.LastIndex(near, "》") || strings.LastIndex(near, "【") > strings.LastIndex(near, "】")
}

var blanksAtDigits = all(
	seek(" ", `[\H]( +)\d`, func(h *hit) {
		rest := h.p.text[h.m[1]:min(len(h.p.text), h.m[1]+window)]
		after := firstRune(strings.TrimLeft(rest, digits+".,% "))
		if isHanOrMark(after) || after == utf8.RuneError {
			h.mend(1, "", "汉字与数字之间有空格")
		}
	}),
	seek(" ", `\d%?( +)[\H]`, func(h *hit) {
		before := h.p.text[max(0, h.m[2]-window):h.m[2]]
		if r := lastRune(strings.TrimRight(before, digits+".,% ")); isHanOrMark(r) || r == utf8.RuneError {
			h.mend(1, "", "数字与汉字之间有空格")
		}
	}),
)

func digitBlank(f *finder, p *prose) {
	if p.kind == paragraph || p.kind == item {
		blanksAtDigits(f, p)
	}
}
