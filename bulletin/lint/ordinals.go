package lint

import (
	"regexp"
	"strings"
	"sync"

	"jianbao/bulletin/diag"
)

// ordinalRules is what GB/T 15834 asks of the mark after an ordinal.
var ordinalRules = []*Rule{
	{
		Code: "序号顿号", Group: "序号", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.3.3",
		Title:  "阿拉伯数字的序号后面用下脚点",
		Reason: "“1、”写作“1.”。“1、2号督办单”一类并列的编号不查。",
		Wrong:  []string{"1、加强领导。", "要求如下：1、加强领导；2、压实责任。"},
		Right:  []string{"1.加强领导。", "1、2号督办单已办结。", "6月1、2日开会。", "第1、3项已完成。"},
		prose: seek("、", `(\d{1,2})(、)[\H“《]`, func(h *hit) {
			if h.opens() {
				h.mend(2, ".", "序号“%s”后面用了顿号", h.text(1))
			}
		}),
	},
	{
		Code: "序号圆点", Group: "序号", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.3.2",
		Title:  "汉字数字的序号后面用顿号",
		Reason: "“一.”“一．”写作“一、”。",
		Wrong:  []string{"一.加强领导", "# 二．压实责任"},
		Right:  []string{"一、加强领导", "一是加强领导。", "十二.五"},
		prose: seek(".．", `^[一二三四五六七八九十]{1,3}([.．])[\H]`, func(h *hit) {
			if r := lastRune(h.text(0)); !isHanNumeral(r) {
				h.mend(1, "、", "汉字数字的序号后面用了“%s”", h.text(1))
			}
		}),
	},
	{
		Code: "序号括号", Group: "序号", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.3.4",
		Title:  "带括号的序号后面不用点号",
		Reason: "“（一）、”“①、”写作“（一）”“①”。“第（一）、（二）项”一类并列的不查。",
		Wrong:  []string{"（一）、加强领导。", "（1）.加强领导。", "①、加强领导。"},
		Right:  []string{"（一）加强领导。", "第（一）、（二）项。", "（一）、（三）两条已落实。"},
		prose: seek("、.．,，", `(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳])([、.．,，]) ?[\H“《]`, func(h *hit) {
			if h.opens() {
				h.mend(1, "", "带括号的序号后面用了“%s”", h.text(1))
			}
		}),
	},
	{
		Code: "第一顿号", Group: "序号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.4.3.3、附录B.3.1",
		Title:  "第一、其一、首先之后用逗号",
		Reason: "“第”“其”字头和“首先”一类序次语后面用逗号。“第一、二产业”“第一、第三季度”等并列的不查。",
		Wrong:  []string{"第一、加强领导。", "首先、加强领导；其次、压实责任。", "其一、认识不到位。"},
		Right:  []string{"第一，加强领导。", "第一、二产业。", "第一、第三季度。", "首先，加强领导。"},
		prose: seek("、", `(?:第[一二三四五六七八九十]{1,3}|其[一二三四五六七]|首先|其次|再次|最后)(、)[\H]`, func(h *hit) {
			if r := lastRune(h.text(0)); h.opens() && !isHanNumeral(r) && r != '第' && r != '其' {
				h.mend(1, "，", "“%s”后面用了顿号", strings.TrimRight(h.text(0)[:h.m[2]-h.m[0]], "、"))
			}
		}),
	},
	{
		Code: "一是标点", Group: "序号", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 附录B.3.7",
		Title:  "一是、一要后面不用标点",
		Reason: "叙述性较强的序次语直接连着下文。",
		Wrong:  []string{"一是、加强领导；二是、压实责任。", "一是，加强领导。"},
		Right:  []string{"一是加强领导；二是压实责任。", "唯一是，他没有到会。"},
		prose: seek("是要", `[一二三四五六七八九](?:是|要)([、，])[\H]`, func(h *hit) {
			if h.opens() || h.prev() == '，' {
				h.mend(1, "", "“%s”后面用了标点", string([]rune(h.text(0))[:2]))
			}
		}),
	},
}

var ordinalAtHead = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[一二三四五六七八九十]{1,3}$`) })

// ordinalHead tells whether a text is an ordinal of a title: 一, 十二.
func ordinalHead(s string) bool { return ordinalAtHead().MatchString(s) }
