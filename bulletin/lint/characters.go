package lint

import (
	"strings"
	"unicode"

	"jianbao/bulletin/diag"
)

// characterRules is about characters that look right and are not.
var characterRules = []*Rule{
	{
		Code: "部首字形", Group: "文字", Severity: diag.Warning, Strength: Conventional, Source: "Unicode：部首区只用于字典部首",
		Title:  "不用部首区的字形",
		Reason: "从 PDF 复制的文字里常有 ⼀ ⼈ ⻓ 一类部首，看上去一样，检索、排版时都不是那个字。",
		Wrong:  []string{"⼯作⼈员到场。", "⻓江流域。"},
		Right:  []string{"工作人员到场。", "长江流域。"},
		prose: func(f *finder, p *prose) {
			runs(p, func(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF || r >= 0x31C0 && r <= 0x31E3 }, func(i int, s string) {
				f.add(p.pos(i), "重新输入"+unified(s), "“%s”是部首，不是字（U+%04X）", s, firstRune(s))
			})
		},
	},
	{
		Code: "兼容汉字", Group: "文字", Severity: diag.Warning, Strength: Conventional, Source: "Unicode：兼容汉字区只为转换旧编码而设",
		Title:  "不用兼容汉字",
		Reason: "U+F900 一带的字与通行的字形状一样，编码不同，检索不到，有的字体没有。这一区里十二个没有别的编码的字不查。",
		Wrong:  []string{"\uF9DE率提高。", "\uF967履行。"},
		Right:  []string{"效率提高。", "\uFA0E"},
		prose: func(f *finder, p *prose) {
			runs(p, func(r rune) bool {
				return r >= 0xF900 && r <= 0xFAD9 && !strings.ContainsRune("\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29", r)
			}, func(i int, s string) {
				f.add(p.pos(i), "用输入法重新输入这个字", "“%s”是兼容汉字（U+%04X）", s, firstRune(s))
			})
		},
	},
	{
		Code: "繁体字", Group: "文字", Severity: diag.Warning, Strength: Prescribed, Source: "《国家通用语言文字法》第九条、第十七条",
		Title:  "公文用规范汉字",
		Reason: "夹在简体文章里的繁体字、异体字多是粘贴来的。只查四百来个不会用在姓名里、简化字只有一个的；全篇繁体的引文可写“不查”。",
		Wrong:  []string{"會議強調，要立行立改。", "經濟發展。", "佔全市的5%。"},
		Right:  []string{"会议强调，要立行立改。", "李乾、著名、皇后。", "於先生到会。"},
		prose:  seekTraditional,
	},
	{
		Code: "全角字母", Group: "文字", Severity: diag.Warning, Strength: Conventional, Source: "版式惯例：西文字母用半角",
		Title:  "西文字母用半角",
		Reason: "全角字母是输入法没有切换留下的，间距大，检索不到。",
		Wrong:  []string{"ＰＭ2.5下降。", "在Ａ区。"},
		Right:  []string{"PM2.5下降。", "A区"},
		prose: seek("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", `[Ａ-Ｚａ-ｚ]+`, func(h *hit) {
			if strings.Trim(h.text(0), "Ｘｘ") != "" { // places left to fill in have a rule of their own
				h.mend(0, narrow(h.text(0)), "字母“%s”是全角", h.text(0))
			}
		}),
	},
	{
		Code: "全角符号", Group: "文字", Severity: diag.Info, Strength: Conventional, Source: "版式惯例：百分号、加号、斜线等用半角",
		Title:  "数字旁边的符号用半角",
		Reason: "％、＋、／、＝ 的全角形式与半角数字不配。夹在汉字之间的斜线、加号不查。",
		Wrong:  []string{"增长5％。", "1＋1大于2。", "GB／T 9704"},
		Right:  []string{"增长5%。", "“互联网＋”行动。", "门／窗", "公斤/亩"},
		prose: seek("％＋／＝＃＠＆＄", `[％＋／＝＃＠＆＄]`, func(h *hit) {
			if prev := h.prev(); isDigit(prev) || isLatin(prev) && !isHan(h.next()) {
				h.mend(0, narrow(h.text(0)), "符号“%s”是全角", h.text(0))
			}
		}),
	},
	{
		Code: "形近字母", Group: "文字", Severity: diag.Warning, Strength: Conventional, Source: "Unicode：西里尔、希腊字母与拉丁字母形近",
		Title:  "字母、数字不用形近的别种字母代替",
		Reason: "俄文 А、希腊文 Ο 看上去是 A、O；数字里的 O、l 是字母；2019一2020 的“一”应是一字线。整词的俄文、单个的 α、β、μ、Ω 不查。",
		Wrong:  []string{"在А区。", "2O20年。", "2019一2020年。", "共1O人。", "ВМW汽车。"},
		Right:  []string{"在A区。", "Москва市。", "α粒子，50 μg。", "第一一二条。", "O₃浓度", "H2O为水。"},
		prose: all(seek("АВЕКМНОРСТХаеорсху", `[A-Za-z\d\H][АВЕКМНОРСТХаеорсху]+(?:[A-Za-z\d\H]|$)`, func(h *hit) {
			h.add(0, "切换到英文重新输入", "“%s”里有俄文字母", h.text(0))
		}), seek("АВЕКМНОРСТХаеорсху", `[АВЕКМНОРСТХаеорсху]+[A-Za-z]`, func(h *hit) {
			h.add(0, "切换到英文重新输入", "“%s”里有俄文字母", h.text(0))
		}), seek("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", `[A-Za-z\d][ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο][A-Za-z\d]`, func(h *hit) {
			h.add(0, "切换到英文重新输入", "“%s”里有希腊字母", h.text(0))
		}), seek("OolI", `\d[OolI]+\d*(?:[年月日人元万亿个件号%])`, func(h *hit) {
			if !isLatin(h.prev()) {
				h.add(0, "改为数字", "数字“%s”里有字母", h.text(0))
			}
		}), seek("一", `\d一\d`, func(h *hit) {
			h.add(0, "一字线写作“—”", "“%s”里的“一”是汉字", h.text(0))
		})),
	},
	{
		Code: "乱码", Group: "文字", Severity: diag.Warning, Strength: Conventional, Source: "版式惯例：印出的都应能读",
		Title:  "不留编码转换出错的字",
		Reason: "锟斤拷、â€œ 一类是文件用错了编码又保存过的痕迹，&nbsp; 一类是网页的代码。",
		Wrong:  []string{"会议锟斤拷强调。", "会议â€œ强调。", "会议&amp;nbsp;强调。"},
		Right:  []string{"会议强调。", "AT&T公司。", "caf\u00E9"},
		prose: seek("锟锘烫ï&â", `锟斤拷|锘縚|烫烫烫|屯屯屯|ï¼|ã€|â€.|&(?:nbsp|amp|quot|lt|gt|ldquo|rdquo);`, func(h *hit) {
			h.add(0, "对照原稿重新输入", "“%s”是乱码", h.text(0))
		}),
	},
}

// seekTraditional finds traditional characters: each run of them, or where there
// are many in a paragraph only the first.
func seekTraditional(f *finder, p *prose) {
	const most = 5
	table := traditional()
	var at []int
	var words []string
	runs(p, func(r rune) bool { return r > 0x4E00 && table[r] != 0 }, func(i int, s string) {
		at, words = append(at, i), append(words, s)
	})
	if len(at) > most {
		f.add(p.pos(at[0]), "整段转换为简体字，再核对", "这一段有%d处繁体字或异体字", len(at))
		return
	}
	for k, s := range words {
		plain := strings.Map(func(r rune) rune { return table[r] }, s)
		f.add(p.pos(at[k]), "写作“"+plain+"”", "“%s”是繁体字或异体字", s)
	}
}

// runs calls found for every run of characters of a kind.
func runs(p *prose, is func(rune) bool, found func(i int, s string)) {
	start := -1
	for i, r := range p.text {
		switch in := is(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			found(start, p.text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		found(start, p.text[start:])
	}
}

// unified returns what stands for radicals of Kangxi, in quotation marks, or "".
func unified(s string) string {
	out := strings.Map(func(r rune) rune {
		if r >= 0x2F00 && r <= 0x2FD5 {
			return kangxi[r-0x2F00]
		}
		return -1
	}, s)
	if out == "" || strings.ContainsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.Han) || r < 0x2F00 }) {
		return "这个字"
	}
	return "“" + out + "”"
}

// kangxi are the characters the 214 radicals of Kangxi look like, U+2F00 on.
var kangxi = []rune("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠")
