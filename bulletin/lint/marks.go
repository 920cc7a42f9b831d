package lint

import (
	"strings"

	"jianbao/bulletin/diag"
)

// markRules is what GB/T 15834 asks of the form of punctuation.
var markRules = []*Rule{
	{
		Code: "半角标点", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 5.1.1、5.1.2",
		Title:  "汉字之间用全角标点",
		Reason: "半角的逗号、句号等只占半格，夹在汉字里大小、位置都不对，多是输入法没有切换。西文句子、数字、时刻、网址里的半角标点不查；汉字中间的半角圆点可能是句号，也可能是外国人名的间隔号，只提示，不代改。",
		Wrong:  []string{"会议强调,要立行立改。", "抓好整改;落实责任。", "增长5%,高于全省。", "电话:0737-4222222。", "完成整改.", "完成整改．", "他说“好”,大家都笑了。", "卡尔.马克思说过。"},
		Right:  []string{"会议强调，要立行立改。", "共 1,234 件。", "PM2.5 下降。", "时间为 9:30。", "网址 http://a.cn/x,y。", "上午9:00开会。", "三次产业比例为10.8:43.4:45.8。", "约翰·D. 史密斯来访。", "小程序2.0版上线。"},
		prose:  all(seek(",;:?!", `[,;:?!]`, halfWidth), seek(".．", `[.．]`, halfStop)),
	},
	{
		Code: "标点重复", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.1.3、4.4.3、4.5.3",
		Title:  "同一个标点不连用",
		Reason: "，，、。。一类多是多打了一个。叹号、问号可以叠用（最多三个），省略号、破折号本来占两格，不查；三个以上的句号另查“省略号”。",
		Wrong:  []string{"会议强调，，要立行立改。", "完成整改。。", "抓好整改；；落实责任。"},
		Right:  []string{"会议强调，要立行立改。", "太好了！！", "等等……", "会议强调，。", "等等。。。"},
		prose:  seek("，。、；：", `，{2,}|。{2,}|、{2,}|；{2,}|：{2,}`, doubled),
	},
	{
		Code: "标点相撞", Group: "标点", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.2",
		Title:  "两个不同的点号不连用",
		Reason: "，。、；，一类是改稿时留下的，一处停顿只用一个点号。留哪一个要人定。问号之后的叹号、引号和书名号里面的点号不查。",
		Wrong:  []string{"会议强调，。要立行立改。", "落实责任；。", "要求如下：，第一。", "干什么？。"},
		Right:  []string{"太好了？！", "他问“去不去？”，没人答。", "《谁来担当？》，很好。", "等等……。"},
		prose: seek(pauses, `[，、；：。？！]+`, func(h *hit) {
			s := []rune(h.text(0))
			for i := 1; i < len(s); i++ {
				if s[i] != s[i-1] && !strings.ContainsRune("？！", s[i]) {
					h.add(0, "只留一个标点", "“%s”连用", h.text(0))
					return
				}
			}
		}),
	},
	{
		Code: "叹问过多", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.2.3、4.3.3",
		Title:  "叹号、问号最多叠用三个",
		Reason: "叠用表示语气特别强烈，以三个为限；公文里一般一个就够。",
		Wrong:  []string{"太好了！！！！", "怎么办？？？？"},
		Right:  []string{"太好了！！！", "怎么办？！", "怎么办？"},
		prose: seek("！？!?", `[！？!?]{4,}`, func(h *hit) {
			h.add(0, "留一个，至多三个", "“%s”叠用太多", h.text(0))
		}),
	},
	{
		Code: "句末重复", Group: "标点", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.2.1、B.2.2",
		Title:  "引号、括号内外只用一个句末点号",
		Reason: "引文独立成句，句号放在引号里面；引文是句子的一部分，句号放在引号外面，里面不再用。句内括号里面末尾不用句号。引文里的问号、叹号要保留，不查。",
		Wrong:  []string{"他说：“立即整改。”。", "他说“立即整改。”，大家同意。", "全部完成（含上年结转的。）。"},
		Right:  []string{"他说：“立即整改。”", "他说“立即整改”。", "（已完成。）会议还研究了其他事项。", "他问：“怎么办？”，没人答。"},
		prose: seek("。", `。([”’）]+)([。，；、])`, func(h *hit) {
			h.add(0, "引文独立成句的写作“。"+h.text(1)+"”，不是的写作“"+h.text(1)+h.text(2)+"”", "“%s”里外各有一个点号", h.text(0))
		}),
	},
	{
		Code: "直引号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.8.2",
		Title:  "引号用“”和‘’",
		Reason: "直引号 \" 和 ' 是西文打字机的写法，分不出前后。西文里的撇号和引号、表示英寸和分秒的不查。",
		Wrong:  []string{"开展\"回头看\"。", "落实'六个百分百'要求。", "开展＂回头看＂。", "开展\"回头看。"},
		Right:  []string{"开展“回头看”。", "It's \"good\" news.", "经度112°21'30\"，纬度28°33'15\"。", "O'Brien先生来访。"},
		prose:  straightQuotes,
	},
	{
		Code: "直角引号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.8.2",
		Title:  "横排不用「」『』",
		Reason: "直角引号用于竖排，或港澳台的文稿；横排的双引号是“”，单引号是‘’。",
		Wrong:  []string{"开展「回头看」。", "他说：「这叫『马上就办』。」"},
		Right:  []string{"开展“回头看”。", "他说：“这叫‘马上就办’。”"},
		prose: all(seek("「", `「([^「」\n]*)」`, func(h *hit) {
			h.mend(0, "“"+h.text(1)+"”", "横排用了直角引号")
		}), seek("『", `『([^「」『』\n]*)』`, func(h *hit) {
			h.mend(0, "‘"+h.text(1)+"’", "横排用了直角引号")
		})),
	},
	{
		Code: "变体标点", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.1.2—4.9.2",
		Title:  "标点用通行的字符",
		Reason: "︰ ﹐ ﹑ ︵ 一类是竖排和小号的变体，｡ ､ 是日文的半角字，多从别的文件粘贴而来，大小、位置都不对。",
		Wrong:  []string{"会议强调﹐要立行立改。", "会议强调︰要立行立改。", "已完成｡"},
		Right:  []string{"会议强调，要立行立改。", "会议强调：要立行立改。"},
		prose: seek("︐︑︒︓︔︕︖︗︘︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︰﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞｡､｢｣", `[︐-︘︵︶︹-﹄︰﹐-﹒﹔-﹗﹙﹚﹝﹞｡､｢｣]`, func(h *hit) {
			if to, ok := markForms[h.text(0)]; ok {
				h.mend(0, to, "“%s”是变体标点", h.text(0))
			}
		}),
	},
}

// markForms are the marks that stand for their vertical and small forms.
var markForms = map[string]string{
	"︐": "，", "︑": "、", "︒": "。", "︓": "：", "︔": "；", "︕": "！", "︖": "？", "︗": "【", "︘": "】", "︵": "（", "︶": "）", "︹": "〔", "︺": "〕",
	"︻": "【", "︼": "】", "︽": "《", "︾": "》", "︿": "〈", "﹀": "〉", "﹁": "“", "﹂": "”", "﹃": "‘", "﹄": "’", "︰": "：", "﹐": "，", "﹑": "、",
	"﹒": "。", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）", "﹝": "〔", "﹞": "〕", "｡": "。", "､": "、", "｢": "“", "｣": "”",
}

var fullWidth = map[string]string{",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}

// halfWidth finds a half-width mark with Han, or a mark that closes Han, before it,
// or Han after it.
func halfWidth(h *hit) {
	mark, prev, next := h.text(0), h.prev(), h.next()
	if next == ' ' {
		next = h.p.after(h.m[1] + 1)
	}
	han := isHan(prev) || strings.ContainsRune(closers, prev)
	switch {
	case prev == 0 || next < 0x80 && next > ' ' && !isDigit(next) && !isLatin(next):
		return
	case han:
	case mark != ":" && (isDigit(prev) || isLatin(prev) || prev == '%') && (isHan(next) || strings.ContainsRune(openers, next)):
	default:
		return
	}
	h.mend(0, fullWidth[mark], "汉字之间是半角的“%s”", mark)
}

// halfStop finds a full stop that is a dot, between Han. At the end of the text it can
// be nothing else.
func halfStop(h *hit) {
	prev, next := h.prev(), h.next()
	if !isHan(prev) && !strings.ContainsRune("”）》", prev) || prev == 0 {
		return
	}
	switch {
	case next == 0 || next == '\n':
		h.mend(0, "。", "句号写成了“%s”", h.text(0))
	case isHan(next) && !ordinalHead(h.p.text[:h.m[0]]):
		h.add(0, "句号写作“。”，外国人名的间隔号写作“·”", "汉字之间是“%s”", h.text(0))
	}
}

func doubled(h *hit) {
	mark := string([]rune(h.text(0))[:1])
	if mark == "。" && len(h.text(0)) > 2*len(mark) {
		return // meant as ……
	}
	h.mend(0, mark, "“%s”连用", h.text(0))
}
