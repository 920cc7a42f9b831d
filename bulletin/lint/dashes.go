package lint

import (
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// dashRules is what GB/T 15834 asks of …… and ——, and of · in names and dates.
var dashRules = []*Rule{
	{
		Code: "省略号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.11.2、附录A.9.1",
		Title:  "省略号写作……",
		Reason: "省略号是六个点，占两个字；... 和 。。。 是凑成的，单个 … 只有一半。整段省略可用十二个点。",
		Wrong:  []string{"一个个项目落地...", "一个个项目落地。。。", "一个个项目落地…", "一个个项目落地·····", "一个个项目落地………"},
		Right:  []string{"一个个项目落地……", "…………", "Loading... please wait", "1...9"},
		prose: seek(".。…·⋯", `\.{3,}|。{3,}|[…⋯]+|·{3,}`, func(h *hit) {
			s := h.text(0)
			if s == "……" || s == "…………" || s == "⋯⋯" || s[0] == '.' && !isHanOrMark(h.prev()) && !isHanOrMark(h.next()) {
				return
			}
			h.mend(0, "……", "省略号写成了“%s”", s)
		}),
	},
	{
		Code: "省略号等", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 附录A.9.2",
		Title:  "省略号与等、等等不同时用",
		Reason: "两者意思一样，留下一个。",
		Wrong:  []string{"走访企业、学校……等单位。", "企业、学校等等……"},
		Right:  []string{"走访企业、学校等单位。", "企业、学校……", "他说了声“等等……”"},
		prose: seek("…", `(?:……等(?:等|单位|部门|地|，|。|；)|等等?……)`, func(h *hit) {
			if !h.follows("“", "‘") {
				h.add(0, "留下“等”或省略号", "省略号与“等”同时用")
			}
		}),
	},
	{
		Code: "省略号后", Group: "标点", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 附录B.2.4",
		Title:  "省略号后面通常不用点号",
		Reason: "省略号后面的停顿自然看得出。为强调停顿而用问号、叹号的不查。",
		Wrong:  []string{"一个个项目落地……。", "水、电、路……，样样齐全。"},
		Right:  []string{"一个个项目落地……", "“想着没人看见……”他说。", "这是……？"},
		prose: seek("…", `……([。，、；])`, func(h *hit) {
			h.mend(1, "", "省略号后面又用“%s”", h.text(1))
		}),
	},
	{
		Code: "破折号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.10.2、5.1.4",
		Title:  "破折号写作——",
		Reason: "破折号占两个字，中间不断开，用两个 U+2014；--、──、―― 是凑成的，印出来断开或偏上。单个的—可能是表示起止的一字线，不查。",
		Wrong:  []string{"抓阵地--让群众更方便。", "抓阵地──让群众更方便。", "抓阵地―让群众更方便。", "抓阵地———让群众更方便。", "抓阵地－－让群众更方便。"},
		Right:  []string{"抓阵地——让群众更方便。", "北京—上海列车。", "2018—2020年。", "bulletin --help", "——抓阵地。"},
		prose: seek("-─━―—－–", `-{2,}|[─━]+|―+|—{3,}|－{2,}|–{2,}`, func(h *hit) {
			if isHanOrMark(h.prev()) || isHanOrMark(h.next()) {
				h.mend(0, "——", "破折号写成了“%s”", h.text(0))
			}
		}),
	},
	{
		Code: "间隔号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.14.2",
		Title:  "间隔号用·",
		Reason: "• ・ ‧ ∙ ⋅ 形状相近，位置、宽窄不同，有的字体没有。行首作项目符号的不查。",
		Wrong:  []string{"卡尔•马克思。", "“5・12”汶川地震。", "史蒂夫‧乔布斯。"},
		Right:  []string{"卡尔·马克思。", "“5·12”汶川地震。", "• 第一项", "一、二；• 第二项"},
		prose: seek("•・‧∙⋅･●", `[•・‧∙⋅･]`, func(h *hit) {
			if isWord(h.prev()) && isWord(h.next()) {
				h.mend(0, "·", "间隔号写成了“%s”", h.text(0))
			}
		}),
	},
	{
		Code: "节日间隔", Group: "标点", Severity: diag.Info, Strength: Standard, Source: "GB/T 15834—2011 4.14.3.5；GB/T 15835—2011 5.1.6",
		Title:  "以月日为名的事件、节日，月日之间用间隔号",
		Reason: "“3.15”像是小数；写作“3·15”。只查引号里是月日、后面是节日或事件的；五四运动、“三八”妇女节用汉字不加点，不查。",
		Wrong:  []string{"“3.15”国际消费者权益日。", "“12.4”国家宪法日宣传。", "“6.21”较大道路交通事故。"},
		Right:  []string{"“3·15”国际消费者权益日。", "系统升级到“2.0”版。", "“五四”运动。", "“1.5”倍"},
		prose: seek(".．", `“((?:1[0-2]|0?[1-9])([.．])(?:[12]\d|3[01]|0?[1-9]))”(?:[\H]{0,10}(?:日|节|周|事故|事件|案|运动|地震|讲话|活动|专案|行动|火灾|爆炸|泥石流|洪灾))`, func(h *hit) {
			h.mend(2, "·", "月日之间用了小数点")
		}),
	},
}

func isHanOrMark(r rune) bool {
	return isHan(r) || r != 0 && strings.ContainsRune(openers+closers+pauses, r)
}

// isWord tells whether a character is part of a word or number.
func isWord(r rune) bool { return r != utf8.RuneError && (isHan(r) || isDigit(r) || isLatin(r)) }
