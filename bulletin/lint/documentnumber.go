package lint

import (
	"strings"

	"jianbao/bulletin/diag"
)

// documentRules is what GB/T 9704 asks of the 发文字号.
var documentRules = []*Rule{
	{
		Code: "文号括号", Group: "文号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9.3.4",
		Title:  "发文字号的年份用六角括号〔〕",
		Reason: "六角括号是 U+3014、U+3015，输入法里打“六角括号”或“括号”可选。法院案号（2020）湘09民初12号本来用圆括号，在机关代字前面，不查。",
		Wrong:  []string{"益政发[2020]5号文件。", "益政发（2020）5号文件。", "益政发【2020】5号文件。", "益政发［2020］5号文件。"},
		Right:  []string{"益政发〔2020〕5号文件。", "（2020）湘09民初12号民事判决书。", "会议纪要（2020年第5号）。"},
		prose: seek("号", `[\H]([\[（(【﹝［〈]((?:19|20)\d\d)[\]）)】﹞］〉]) ?第?\d+号`, func(h *hit) {
			h.mend(1, "〔"+h.text(2)+"〕", "发文字号的年份用了“%s”", h.text(1))
		}),
	},
	{
		Code: "文号第字", Group: "文号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 9704—2012 7.2.5",
		Title:  "发文字号的序号前面不加第",
		Reason: "〔2020〕第5号写作〔2020〕5号。",
		Wrong:  []string{"益政发〔2020〕第5号文件。"},
		Right:  []string{"益政发〔2020〕5号文件。", "2020年第5号公告。"},
		prose: seek("第", `〔\d{4}〕 ?(第)\d+号`, func(h *hit) {
			h.add(1, "删去“第”", "发文字号的序号前面有“第”")
		}),
	},
	{
		Code: "文号虚位", Group: "文号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 9704—2012 7.2.5",
		Title:  "发文字号的序号不编虚位",
		Reason: "1不编为001。",
		Wrong:  []string{"益政发〔2020〕05号文件。", "益政发〔2020〕001号文件。"},
		Right:  []string{"益政发〔2020〕5号文件。", "益政发〔2020〕100号文件。"},
		prose: seek("〔", `〔\d{4}〕 ?第?(0\d*)号`, func(h *hit) {
			h.add(1, "写作"+strings.TrimLeft(h.text(1), "0"), "发文字号的序号“%s”前面有0", h.text(1))
		}),
	},
	{
		Code: "文号年份", Group: "文号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 9704—2012 7.2.5",
		Title:  "发文字号的年份写四位数，不加年",
		Reason: "〔20〕5号、〔2020年〕5号都不对。",
		Wrong:  []string{"益政发〔20〕5号文件。", "益政发〔2020年〕5号文件。"},
		Right:  []string{"益政发〔2020〕5号文件。", "见〔1〕。"},
		prose: seek("〔", `〔(\d\d|\d{4}年)〕 ?第?\d+号`, func(h *hit) {
			h.add(1, "写作四位年份，例如〔2020〕", "发文字号的年份写成“%s”", h.text(1))
		}),
	},
	{
		Code: "文号缺括", Group: "文号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 9704—2012 7.2.5",
		Title:  "发文字号的年份要用括号",
		Reason: "益政发2020第5号、益政发2020-5号，年份与序号连在一起。只查“发、函、办、字”后面的。",
		Wrong:  []string{"益政发2020第5号文件。", "益政函2020-5号文件。"},
		Right:  []string{"益政发〔2020〕5号文件。", "印发2020年第5号文件。", "核发2020本证件。"},
		prose: seek("发函办字", `[\H]{2}[发函办字]((?:19|20)\d\d)(?:第|-|—)\d+号`, func(h *hit) {
			h.add(1, "年份写作〔"+h.text(1)+"〕", "发文字号的年份没有括号")
		}),
	},
	{
		Code: "文号空格", Group: "文号", Severity: diag.Warning, Strength: Standard, Source: "GB/T 9704—2012 7.2.5",
		Title:  "发文字号里不空格",
		Reason: "机关代字、年份、序号连着写，转行时才不会拆开。",
		Wrong:  []string{"益政发〔2020〕 5号文件。", "益政发〔2020〕5 号文件。", "益政发 〔2020〕5号文件。"},
		Right:  []string{"益政发〔2020〕5号文件。", "依据 〔2020〕"},
		prose: seek(" ", `[\H]( *)〔\d{4}〕( *)\d+( *)号`, func(h *hit) {
			for n := 1; n <= 3; n++ {
				if h.text(n) != "" {
					h.mend(n, "", "发文字号里有空格")
				}
			}
		}),
	},
	{
		Code: "文号次序", Group: "文号", Severity: diag.Info, Strength: Conventional, Source: "公文惯例：先引标题，后引发文字号",
		Title:  "引用公文先写标题，后写文号",
		Reason: "写作《关于……的通知》（益政发〔2020〕5号）。",
		Wrong:  []string{"按照益政发〔2020〕5号《关于加强督查的通知》要求。"},
		Right:  []string{"按照《关于加强督查的通知》（益政发〔2020〕5号）要求。", "益政发〔2020〕5号文件明确。"},
		prose: seek("〔", `〔\d{4}〕\d+号(?:文件|文)?《`, func(h *hit) {
			h.add(0, "写作《……》（文号）", "文号写在标题前面")
		}),
	},
}
