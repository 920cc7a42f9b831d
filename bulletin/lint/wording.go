package lint

import (
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// wordingRules is about words: slips that editors mend on sight.
var wordingRules = []*Rule{
	{
		Code: "错别字", Group: "用词", Severity: diag.Warning, Strength: Conventional, Source: "《现代汉语词典》第7版",
		Title:  "常见的错别字",
		Reason: "只收连在一起几乎不会是别的意思的；前后的字能另成词的（全部份额、重复盖章、预防犯罪）不查。",
		Wrong:  []string{"部份地区。", "座落在江边。", "防汛抗早。", "形式主意。", "布署工作。", "防犯风险。"},
		Right:  []string{"全部份额。", "重复盖章。", "预防犯罪。", "他自己经营。", "毕竟赛程紧。", "来自已完工的项目。", "发布署名文章。", "一部份额"},
		prose:  typoSearch(typos),
	},
	{
		Code: "成语错字", Group: "用词", Severity: diag.Warning, Strength: Conventional, Source: "《现代汉语词典》第7版",
		Title:  "成语和固定说法里的错字",
		Reason: "四字连用，几乎不会是别的意思。",
		Wrong:  []string{"励行节约。", "再接再励。", "实是求是。", "一如继往。"},
		Right:  []string{"厉行节约。", "再接再厉。", "实事求是。", "一如既往。"},
		prose:  typoSearch(idioms),
	},
	{
		Code: "异形词", Group: "用词", Severity: diag.Info, Strength: Recommended, Source: "GF 1001—2001《第一批异形词整理表》",
		Title:  "异形词用推荐的写法",
		Reason: "两种写法都有人用，整理表推荐一种，全刊统一。容易与别的词相混的（定单、关连、交待）不查。",
		Wrong:  []string{"宏扬正气。", "丰富多采。", "热烈答覆。"},
		Right:  []string{"弘扬正气。", "丰富多彩。", "指定单位。"},
		prose:  typoSearch(variantWords),
	},
	{
		Code: "账目", Group: "用词", Severity: diag.Warning, Strength: Recommended, Source: "全国人大常委会法工委《立法技术规范（试行）（一）》",
		Title:  "钱物的账用“账”",
		Reason: "“帐”只用于蚊帐、帐篷、营帐。",
		Wrong:  []string{"建立台帐。", "帐户余额。", "算好三本帐。"},
		Right:  []string{"建立台账。", "救灾帐篷。", "蚊帐", "蒙古包的营帐。"},
		prose: seek("帐", `(?:台|记|查|转|到|入|对|结|欠|还|呆|坏|挂|做|算|本|旧|细|烂|三本|进|销|报|公)帐|帐(?:户|号|目|面|本|册|单|务|簿|款|实)`, func(h *hit) {
			if !h.precedes("篷", "外露") {
				h.add(0, "写作“"+strings.ReplaceAll(h.text(0), "帐", "账")+"”", "“%s”用错了“帐”", h.text(0))
			}
		}),
	},
	{
		Code: "作出", Group: "用词", Severity: diag.Info, Strength: Recommended, Source: "全国人大常委会法工委《立法技术规范（试行）（一）》",
		Title:  "作出决定、作出批示用“作”",
		Reason: "“作出”与决定、解释等抽象的动作连用，“做出”与具体的成果连用。做出贡献、做出成绩两写都有，不查。",
		Wrong:  []string{"做出决定。", "做出重要批示。", "做出了部署。"},
		Right:  []string{"作出决定。", "做出贡献。", "做出成绩。"},
		prose: seek("做", `做出了?(?:重要)?(?:决定|决议|决策|裁定|裁决|判决|解释|答复|批示|指示|部署|规定|处理|处罚|处分|承诺|认定)`, func(h *hit) {
			h.add(0, "写作“"+strings.Replace(h.text(0), "做", "作", 1)+"”", "“%s”宜用“作”", h.text(0))
		}),
	},
	{
		Code: "截至", Group: "用词", Severity: diag.Warning, Strength: Conventional, Source: "《现代汉语词典》第7版",
		Title:  "到某时为止用“截至”",
		Reason: "“截止”后面不带时间：报名9月20日截止；“截至”后面带时间：截至9月20日。截止日期、截止时间不查。",
		Wrong:  []string{"截止9月20日，共办结5件。", "截止目前，共办结5件。", "截止到8月底。"},
		Right:  []string{"截至9月20日，共办结5件。", "报名9月20日截止。", "截止日期为9月20日。", "投标截止时间：9月20日。"},
		prose: seek("截", `截止(?:到|至)?(?:目前|今|现在|当前|当日|上?月底|去年|今年|年底|\d{1,4}[年月日时])`, func(h *hit) {
			h.add(0, "写作“截至"+strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(h.text(0), "截止"), "到"), "至")+"”", "“%s”应为“截至”", h.text(0))
		}),
	},
	{
		Code: "其他", Group: "用词", Severity: diag.Info, Strength: Conventional, Source: "公文惯例：中央文件统一用“其他”",
		Title:  "公文里一律用“其他”",
		Reason: "“其它”指事物，也不算错，公文为统一不用。",
		Wrong:  []string{"其它问题已整改。"},
		Right:  []string{"其他问题已整改。"},
		prose: seek("它", `其它`, func(h *hit) {
			h.add(0, "写作“其他”", "用了“其它”")
		}),
	},
	{
		Code: "文字重复", Group: "用词", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：不留重复的字句",
		Title:  "不重复写字句",
		Reason: "粘贴时最常见。只查四个字以上紧接着又写一遍的，的的、了了，和进行进行一类；目的的、为了了解、研究研究不查。",
		Wrong:  []string{"省生态环境保护督察组生态环境保护督察组反馈。", "群众的的反映。", "对问题进行进行整改。", "取得了了成效。"},
		Right:  []string{"开展活动的目的的说明。", "为了了解情况。", "大家研究研究。", "听取了了解情况的同志的意见。", "的的确确。", "好好好好好好", "协调工作工作组。", "一千一百一十一", "取得了了不起的成绩。"},
		prose:  repeated,
	},
	{
		Code: "用语重复", Group: "用词", Severity: diag.Info, Strength: Conventional, Source: "语法惯例：一个意思只说一遍",
		Title:  "一个意思不说两遍",
		Reason: "“截至目前为止”“付诸于”多了字。“涉及到”通行，不查。",
		Wrong:  []string{"截至目前为止，共办结5件。", "把方案付诸于行动。", "原因是因为管理不善。"},
		Right:  []string{"截至目前，共办结5件。", "到目前为止。", "付诸行动。", "原因是管理不善。"},
		prose: seek("截付诉原缘首凯切毫被", `截至[^，。；]{0,8}为止|付诸于|诉诸于|(?:原因|缘故)(?:是|在于)(?:因为|由于)|首次开创|凯旋归来|凯旋而归|切忌(?:不要|不能|不可)|毫无任何|被应邀`, func(h *hit) {
			h.add(0, "删去多余的字", "“%s”意思重复", h.text(0))
		}),
	},
	{
		Code: "否定失当", Group: "用词", Severity: diag.Warning, Strength: Conventional, Source: "语法惯例：防止、避免之后不用“不”",
		Title:  "防止、避免之后不再否定",
		Reason: "“防止事故不再发生”说反了：写作“防止事故再次发生”。",
		Wrong:  []string{"防止类似事故不再发生。", "避免此类问题不再出现。", "严禁不得外传。"},
		Right:  []string{"防止类似事故再次发生。", "确保类似事故不再发生。", "避免不必要的损失。", "防止不明原因火灾发生。"},
		prose: seek("防避杜严切", `(?:防止|避免|杜绝|以防|严防)[^，。；：、！？“”]{0,12}不(?:再|会再)(?:次)?(?:发生|出现|反弹|上演)|严禁(?:不得|不准|不许)`, func(h *hit) {
			if !strings.Contains(h.text(0), "确保") && !strings.Contains(h.text(0), "保证") {
				h.add(0, "删去“不”，或改为“确保……不再发生”", "“%s”说反了", h.text(0))
			}
		}),
	},
	{
		Code: "二与两", Group: "用词", Severity: diag.Info, Strength: Conventional, Source: "《现代汉语词典》第7版：量词前用“两”",
		Title:  "量词前用“两”",
		Reason: "“二个”“二家”写作两个、两家。第二个、十二个、二次、二等一类不查。",
		Wrong:  []string{"抽查了二个村。", "约谈二家企业。"},
		Right:  []string{"抽查了两个村。", "第二个村。", "前二名。", "十二个村。", "二次供水。", "一分为二个体差异"},
		prose: seek("二", `[了有共查谈近这那]二(?:个[^体人百]|家|名|件|条)`, func(h *hit) {
			h.add(0, "写作“两”", "量词前用了“二”")
		}),
	},
}

// A slip is a wrong word, the right one, and the characters that make it another
// when they stand before or after it.
type slip struct{ wrong, right, before, after string }

// typoSearch returns a search for wrong words.
func typoSearch(list func() []slip) func(*finder, *prose) {
	return func(f *finder, p *prose) {
		for _, s := range list() {
			if !p.hasAll(s.wrong) {
				continue
			}
			for from := 0; ; {
				i := strings.Index(p.text[from:], s.wrong)
				if i < 0 {
					break
				}
				i += from
				from = i + len(s.wrong)
				prev, next := p.before(i), p.after(from)
				if p.cited(i) || prev != 0 && strings.ContainsRune(s.before, prev) || next != 0 && strings.ContainsRune(s.after, next) {
					continue
				}
				f.add(p.pos(i), "写作“"+s.right+"”", "“%s”应为“%s”", s.wrong, s.right)
			}
		}
	}
}

var oneTwice = seek("的了", `的的|了了`, func(h *hit) {
	around := string(h.prev()) + h.text(0) + string(h.next())
	for _, ok := range []string{"目的的", "的的确", "的的士", "的的喀", "了了解", "了了结", "了了然", "了了却", "不了了", "了了之", "有的的", "了了不", "甚了了", "打的的"} {
		if strings.Contains(around, ok) {
			return
		}
	}
	h.add(0, "删去一个", "“%s”重复", h.text(0))
})

var wordTwice = seek("进开加我以对关认全切坚确", `进行进行|开展开展|加强加强|我市我市|我县我县|我省我省|我区我区|以及以及|对于对于|关于关于|切实切实|坚持坚持|确保确保`, func(h *hit) {
	h.add(0, "删去一个", "“%s”重复", h.text(0))
})

// repeated finds words and phrases that stand twice in a row.
func repeated(f *finder, p *prose) {
	oneTwice(f, p)
	wordTwice(f, p)
	if p.kind == cell {
		return
	}
	const least, most = 4, 16 // characters
	var r []rune
	var at []int
	for i, c := range p.text {
		r, at = append(r, c), append(at, i)
	}
	for n := least; n <= most; n++ {
		same := 0 // how many characters are what stands n further on
		for i := 0; i+n < len(r); i++ {
			if r[i] != r[i+n] || !isHan(r[i]) || isHanNumeral(r[i]) {
				same = 0
				continue
			}
			if same++; same == n {
				if phrase := string(r[i-n+1 : i+1]); !periodic(phrase) {
					f.add(p.pos(at[i+1]), "删去一遍", "“%s”重复", phrase)
				}
				same = 0
			}
		}
	}
}

// periodic tells whether a phrase repeats a shorter one.
func periodic(s string) bool {
	n := utf8.RuneCountInString(s)
	r := []rune(s)
	for k := 1; k <= n/2; k++ {
		if n%k == 0 && strings.Repeat(string(r[:k]), n/k) == s {
			return true
		}
	}
	return false
}
