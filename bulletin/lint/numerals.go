package lint

import (
	"strings"

	"jianbao/bulletin/diag"
)

// numeralRules is what GB/T 15835 asks of numbers.
var numeralRules = []*Rule{
	{
		Code: "全角数字", Group: "数字", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15835—2011 5.1.7",
		Title:  "阿拉伯数字用半角",
		Reason: "全角数字占一个字，多是输入法没有切换。",
		Wrong:  []string{"共办结１２３件。"},
		Right:  []string{"共办结123件。", "①加强领导。"},
		prose: seek("０１２３４５６７８９", `[０-９]+`, func(h *hit) {
			h.mend(0, narrow(h.text(0)), "数字“%s”是全角", h.text(0))
		}),
	},
	{
		Code: "小数点", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.2",
		Title:  "小数点用半角圆点，前面的0不省",
		Reason: "3。5、3．5、3·5 都不是小数；.5 前面要写0。专名里的“3·15”、节日不查。",
		Wrong:  []string{"增长3。5%。", "增长3．5%。", "增长.5个百分点。", "增长3·5%。"},
		Right:  []string{"增长3.5%。", "增长0.5个百分点。", "“3·15”晚会。", "见附件.3"},
		prose: all(seek("。．·", `\d([。．·])\d+(?:%|个百分点|万|亿|倍|元|吨)`, func(h *hit) {
			h.add(1, "小数点写作“.”", "小数点写成了“%s”", h.text(1))
		}), seek(".", `[\H]\.\d+(?:%|个百分点|万|亿|倍|元)`, func(h *hit) {
			h.add(0, "在小数点前面写0", "小数“%s”缺整数部分", strings.TrimLeftFunc(h.text(0), isHan))
		})),
	},
	{
		Code: "分节号", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.1.1",
		Title:  "千分撇用半角逗号，三位一节",
		Reason: "“1，234元”读成两个数。只查后面是单位、量词的。四位以内可以不分节。",
		Wrong:  []string{"投资1，234万元。", "共12，345，678人。"},
		Right:  []string{"投资1,234万元。", "投资1234万元。", "第1，200人参加。"},
		prose: seek("，", `(\d{1,3}(?:，\d{3})+)(?:\.\d+)?(?:万|亿|元|人|户|吨|公里|平方|件|台|亩|名)`, func(h *hit) {
			if prev := h.prev(); prev != '第' && !isDigit(prev) && prev != '.' {
				h.add(1, "写作"+strings.ReplaceAll(h.text(1), "，", ","), "千分撇写成了全角逗号")
			}
		}),
	},
	{
		Code: "数字混写", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.3",
		Title:  "阿拉伯数字后面只能接万、亿",
		Reason: "“4千”写作4000或四千。千克、千瓦一类单位，“2020百强”“十大”一类名称不查。",
		Wrong:  []string{"共3千人参加。", "投资3百万元。", "投资5千万元。", "百分之5。"},
		Right:  []string{"共3000人参加。", "投资300万元。", "重5千克。", "110千伏变电站。", "2020百强企业。", "双千千人计划", "1亿2000万元", "百分之五"},
		prose: all(seek("千百", `\d{1,2}[千百](?:万|亿|多|余|元|人|名|户|个|家|件|亩|吨|，|。|、)`, func(h *hit) {
			if prev := h.prev(); !isDigit(prev) && prev != '.' && prev != '前' && !h.precedes("强", "佳") {
				h.add(0, "全用阿拉伯数字（4000），或全用汉字（四千）", "数字“%s”一半是汉字", h.text(0))
			}
		}), seek("分", `百分之\d+(?:\.\d+)?`, func(h *hit) {
			h.add(0, "写作"+strings.TrimPrefix(h.text(0), "百分之")+"%", "“%s”一半是汉字", h.text(0))
		})),
	},
	{
		Code: "概数几", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 4.2.2",
		Title:  "含几的概数用汉字",
		Reason: "“10几人”写作十几人，“20几”写作二十几。",
		Wrong:  []string{"到会10几人。", "连续20几天降雨。"},
		Right:  []string{"到会十几人。", "2020几乎没有。", "到会30余人。"},
		prose: seek("几", `\d0几`, func(h *hit) {
			if !h.precedes("乎", "何") && !isDigit(h.prev()) {
				h.add(0, "用汉字写，例如十几、二十几", "概数“%s”用了阿拉伯数字", h.text(0))
			}
		}),
	},
	{
		Code: "概数重复", Group: "数字", Severity: diag.Info, Strength: Conventional, Source: "语法惯例：一个概数只用一个概数词",
		Title:  "约、近与余、多、左右不同时用",
		Reason: "“约300余人”“近500人左右”说了两遍。“近10多年”是最近的意思，“条约”“预约”里的“约”，“至少3名科级以上干部”不查。",
		Wrong:  []string{"约300余人参加。", "近500多户受灾。", "大约30人左右。", "至少50人以上。"},
		Right:  []string{"约300人参加。", "300余人参加。", "近10多年来。", "预约300多人次。", "至少3名科级以上干部。", "超100人。", "不少于2名中级以上人员。"},
		prose: all(seek("约近超", `(?:约|近|将近|超过?)\d[\d.,]*[万亿]?[余多]`, func(h *hit) {
			rest := strings.TrimLeft(h.p.text[h.m[1]:], "个")
			recent := strings.HasPrefix(h.text(0), "近") && (strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "天") || strings.HasPrefix(rest, "月"))
			if !recent && !strings.ContainsRune("条合契预签集公邀制附最靠邻", h.prev()) {
				h.add(0, "留下一个概数词", "“%s”说了两遍大概", h.text(0))
			}
		}), seek("约", `约\d[\d.,]*[万亿]?[\H]{1,3}(?:左右|上下)`, func(h *hit) {
			if !strings.ContainsRune("条合契预签集公邀制附", h.prev()) {
				h.add(0, "删去“约”或“左右”", "“%s”说了两遍大概", h.text(0))
			}
		}), seek("至超不", `(?:至少|超过|不少于|不低于|最少)\d[\d.,]*[万亿]?[\H%]?以上`, func(h *hit) {
			if !h.precedes("的") && !strings.Contains(h.text(0), "级") {
				h.add(0, "删去“以上”或前面的词", "“%s”说了两遍界限", h.text(0))
			}
		})),
	},
	{
		Code: "倍数减少", Group: "数字", Severity: diag.Warning, Strength: Conventional, Source: "逻辑惯例：减少不用倍数",
		Title:  "减少、下降不用倍",
		Reason: "减少一倍就是零了，说“减少了一半”“下降80%”。",
		Wrong:  []string{"事故下降2倍。", "用时缩短了3倍。", "成本减少一倍。"},
		Right:  []string{"事故下降50%。", "投资增长2倍。", "由5倍降到2倍。"},
		prose: seek("倍", `(?:减少|下降|降低|缩小|缩短|减轻)了?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十])倍`, func(h *hit) {
			h.add(0, "改用百分数，或“减少到几分之一”", "“%s”不合事理", h.text(0))
		}),
	},
	{
		Code: "百分点", Group: "数字", Severity: diag.Warning, Strength: Conventional, Source: "统计惯例：百分数之差用个百分点",
		Title:  "百分数之差写“几个百分点”",
		Reason: "“5%个百分点”“5个百分比”“5百分点”都不成话。",
		Wrong:  []string{"提高2.3%个百分点。", "提高5个百分比。", "提高5百分点。"},
		Right:  []string{"提高2.3个百分点。", "增长5%。", "几个百分比指标。"},
		prose: seek("分", `\d(?:[%％]个?百分点|个百分比|百分点)`, func(h *hit) {
			h.add(0, "写作“个百分点”", "“%s”不成话", h.text(0))
		}),
	},
	{
		Code: "负号重复", Group: "数字", Severity: diag.Warning, Strength: Conventional, Source: "逻辑惯例：下降、零下之后不用负数",
		Title:  "下降、零下之后不再写负号",
		Reason: "“下降-3%”成了上升，“零下-5℃”成了零上。",
		Wrong:  []string{"同比下降-3.2%。", "最低零下-5℃。"},
		Right:  []string{"同比下降3.2%。", "最低-5℃。", "增速为-3.2%。", "增长-3.2%。"},
		prose: seek("-－−", `(?:零下|下降|减少|降低|下滑|负增长)了?[-－−]\d`, func(h *hit) {
			h.add(0, "删去负号，或改用“增长”“为”", "“%s”负了两次", h.text(0))
		}),
	},
	{
		Code: "零与〇", Group: "数字", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15835—2011 5.2.5",
		Title:  "计量用零，编号、年份用〇",
		Reason: "一百零五、二〇二〇年；〇不能用数字0、字母O、圆圈○代替。只查年份和百千万之后的。",
		Wrong:  []string{"二0一七年。", "二○二○年。", "二零二零年。", "二O二〇年。", "共一百〇五人。", "二〇二0年"},
		Right:  []string{"二〇二〇年。", "共一百零五人。", "2020年。", "一二年级。"},
		prose: all(seek("0Oo○◯零０Ｏ", `[一二][一二三四五六七八九〇零0Oo○◯０Ｏ]{3}年`, func(h *hit) {
			if strings.ContainsAny(h.text(0), "零0Oo○◯０Ｏ") {
				h.add(0, "写作“"+zeros.Replace(h.text(0))+"”", "汉字年份里的零写成了别的字：“%s”", h.text(0))
			}
		}), seek("〇", `[百千万]〇[一二三四五六七八九]`, func(h *hit) {
			h.add(0, "写作“"+strings.ReplaceAll(h.text(0), "〇", "零")+"”", "计量用了“〇”")
		})),
	},
}

var zeros = strings.NewReplacer("零", "〇", "0", "〇", "O", "〇", "o", "〇", "○", "〇", "◯", "〇", "０", "〇", "Ｏ", "〇")

// narrow returns full-width letters, digits and symbols in half width.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xFF01 && r <= 0xFF5E {
			return r - 0xFEE0
		}
		return r
	}, s)
}
