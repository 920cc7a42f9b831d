package lint

import (
	"strings"

	"jianbao/bulletin/diag"
)

// unitRules is what GB 3100–3102 ask of units.
var unitRules = []*Rule{
	{
		Code: "单位字符", Group: "单位", Severity: diag.Info, Strength: Conventional, Source: "Unicode：㎡ 一类是为旧编码设的兼容字符",
		Title:  "单位用字母写，不用合成字符",
		Reason: "㎡、㎏、㎞ 合成一个字，有的字体没有，检索不到；写作 m²、kg、km，或平方米、公斤、公里。℃ 通行，不查。",
		Wrong:  []string{"面积120㎡。", "重5㎏。"},
		Right:  []string{"面积120平方米。", "面积120 m²。", "气温5℃。"},
		prose: seek("㎎㎏㎜㎝㎞㎡㎥㎢㏄㎖㎘㎐㎑㎒㎾㎿㎸㏎㏑", `[㎎㎏㎜-㎞㎟-㎦㏄㎖-㎘㎐-㎔㎾㎿㎸]`, func(h *hit) {
			h.add(0, "写作"+unitForms[h.text(0)], "单位“%s”是合成字符", h.text(0))
		}),
	},
	{
		Code: "单位写法", Group: "单位", Severity: diag.Warning, Strength: Standard, Source: "GB 3100—1993（单位符号的大小写）",
		Title:  "单位符号分大小写",
		Reason: "单位符号用小写，来源于人名的第一个字母大写：km、kg、kW、kV、kW·h、MPa。只查数字后面的；公路里程桩号 K12、手机 5G、显示 4K 不是单位，不查。",
		Wrong:  []string{"全长5KM。", "重5Kg。", "装机20KW。", "110KV变电站。", "压力2MPA。"},
		Right:  []string{"全长5 km。", "K12+300处。", "5G基站。", "110 kV变电站。", "50KB附件。", "20 GWh"},
		prose: seek("KMGPVCVk", `\d ?(KM|Km|kM|KG|Kg|kG|KWh|KWH|Kwh|kwh|KW|Kw|kw|KV|Kv|kv|MPA|Mpa|mpa|KPa|Kpa|KPA|CM|Cm|MM|HZ|KHz|Khz)`, func(h *hit) {
			if !isLatin(h.next()) && !isDigit(h.next()) {
				h.add(1, "写作"+unitForms[strings.ToLower(h.text(1))], "单位符号“%s”的大小写不对", h.text(1))
			}
		}),
	},
	{
		Code: "平方立方", Group: "单位", Severity: diag.Info, Strength: Standard, Source: "GB 3100—1993（单位的幂）",
		Title:  "平方、立方写作上标²、³",
		Reason: "m2、m3 的指数应是上标；微写作 μ，不写 u。只查数字或斜线后面的。",
		Wrong:  []string{"面积120m2。", "流量1200m3/s。", "浓度35ug/m3。"},
		Right:  []string{"面积120m²。", "浓度35 μg/m³。", "型号M3。", "A3m2区"},
		prose: all(seek("m", `(?:\d ?|/)((?:k|c|m|h)?m[23])`, func(h *hit) {
			if !isLatin(h.next()) && !isDigit(h.next()) && !isLatin(h.prev()) {
				h.add(1, "写作"+strings.NewReplacer("2", "²", "3", "³").Replace(h.text(1)), "单位“%s”的指数没有上标", h.text(1))
			}
		}), seek("u", `\d ?(ug|um)`, func(h *hit) {
			if !isLatin(h.next()) {
				h.add(1, "写作μ"+h.text(1)[1:], "单位“%s”的μ写成了u", h.text(1))
			}
		})),
	},
	{
		Code: "摄氏度", Group: "单位", Severity: diag.Warning, Strength: Standard, Source: "《中华人民共和国法定计量单位使用方法》（1984年）；GB 3102.4—1993",
		Title:  "温度写作20℃或20摄氏度",
		Reason: "“摄氏度”是一个单位，不拆开；° C、C°、º 是凑成的。",
		Wrong:  []string{"气温摄氏20度。", "气温20° C。", "气温20C°。", "气温20ºC。", "气温20℃度。"},
		Right:  []string{"气温20摄氏度。", "气温20℃。", "气温20 °C。", "摄氏温度。", "北纬28°。"},
		prose: seek("氏°º˚℃", `摄氏(?:零下)?\d+(?:\.\d+)?度|\d ?(?:° +C|C°|[º˚] ?C|℃度)`, func(h *hit) {
			h.add(0, "写作几℃或几摄氏度", "温度“%s”写得不对", h.text(0))
		}),
	},
	{
		Code: "废止单位", Group: "单位", Severity: diag.Info, Strength: Prescribed, Source: "《计量法》第三条；国务院《关于在我国统一实行法定计量单位的命令》（1984年）",
		Title:  "用法定计量单位",
		Reason: "公分、华里、立升、马力等已废止。亩、斤、公斤、公里在农业和生活中通行，英寸用于屏幕，不查。",
		Wrong:  []string{"雪深5公分。", "全长20华里。", "功率5马力。"},
		Right:  []string{"雪深5厘米。", "10亩。", "500公斤。", "55英寸电视机。", "开足马力。"},
		prose: seek("公华立市马英加盎", `\d ?(公分|华里|市里|立升|市斤|市尺|马力|英尺|英里|加仑|盎司)`, func(h *hit) {
			h.add(1, "换算成法定单位，例如厘米、公里、千瓦", "“%s”是废止的单位", h.text(1))
		}),
	},
	{
		Code: "单位混写", Group: "单位", Severity: diag.Info, Strength: Standard, Source: "《中华人民共和国法定计量单位使用方法》（1984年）",
		Title:  "一个单位里不混用符号与汉字",
		Reason: "km/小时写作km/h或公里/小时。人、元、件、台、辆等不是计量单位，可以与符号合用（元/m²）；“年”也不查。",
		Wrong:  []string{"时速120km/小时。", "浓度35毫克/m³。", "面积5平方km。"},
		Right:  []string{"时速120 km/h。", "12元/m²。", "浓度35毫克/立方米。", "20万t/年。"},
		prose: all(seek("/", `(?:km|mm|cm|mg|μg|kg|kW|m³|m²|\dm|\dt|\dg|\dL)/(?:小时|分钟|秒|立方米|平方米|公里|千米|升|公斤)`, mixedUnit),
			seek("/", `(?:微克|毫克|公里|千米|立方米|平方米|厘米|毫米|公斤|千克|吨)/(?:km²?|m[³²23]|h|s|L|kg)`, mixedUnit),
			seek("平立", `\d ?(?:平方|立方)(?:km|m|cm|mm)`, mixedUnit)),
	},
	{
		Code: "货币重复", Group: "单位", Severity: diag.Warning, Strength: Conventional, Source: "财务惯例：货币符号与单位只用一个",
		Title:  "￥与元不同时用",
		Reason: "￥100元说了两遍。正文里写100元。",
		Wrong:  []string{"奖励￥500元。", "投资¥1.2万元。", "合同额$500美元。"},
		Right:  []string{"奖励500元。", "￥500.00", "US$500"},
		prose: seek("￥¥$", `[￥¥$]\d[\d.,]*[万亿]?(?:元|美元)`, func(h *hit) {
			h.add(0, "删去货币符号", "“%s”的货币单位写了两遍", h.text(0))
		}),
	},
}

// unitForms are the right forms of units.
var unitForms = map[string]string{
	"㎎": "mg", "㎏": "kg", "㎜": "mm", "㎝": "cm", "㎞": "km", "㎟": "mm²", "㎠": "cm²", "㎡": "m²", "㎢": "km²", "㎣": "mm³", "㎤": "cm³", "㎥": "m³", "㎦": "km³",
	"㏄": "mL", "㎖": "mL", "㎗": "dL", "㎘": "kL", "㎐": "Hz", "㎑": "kHz", "㎒": "MHz", "㎓": "GHz", "㎔": "THz", "㎾": "kW", "㎿": "MW", "㎸": "kV",
	"km": "km", "kg": "kg", "kwh": "kW·h", "kw": "kW", "kv": "kV", "mpa": "MPa", "kpa": "kPa", "cm": "cm", "mm": "mm", "hz": "Hz", "khz": "kHz",
}

func mixedUnit(h *hit) {
	if !isLatin(h.prev()) && !isLatin(h.next()) {
		h.add(0, "全用符号，或全用汉字", "单位“%s”一半是符号、一半是汉字", strings.TrimLeft(h.text(0), digits+" "))
	}
}
