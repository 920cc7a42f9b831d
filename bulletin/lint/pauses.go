package lint

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// pauseRules is what GB/T 15834 asks of pauses: where 、，；：。 stand.
var pauseRules = []*Rule{
	{
		Code: "引号顿号", Group: "标点", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 4.5.3.5",
		Title:  "并列的引号之间通常不用顿号",
		Reason: "引号本身已经把各项分开。并列的各项有的加引号、有的不加，或者中间插有括注的，仍用顿号，不查。",
		Wrong:  []string{"深化“放管服”、“互联网+”改革。"},
		Right:  []string{"深化“放管服”“互联网+”改革。", "抓好“放管服”、“互联网+”、数字政府改革。", "开展“回头看”（第二轮）、“利剑”行动。"},
		prose:  seek("”", `”(、)“`, func(h *hit) { pairPause(h, "“", "”", "引号") }),
	},
	{
		Code: "书名顿号", Group: "标点", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 4.5.3.5",
		Title:  "并列的书名号之间通常不用顿号",
		Reason: "书名号本身已经把各项分开。书名后有括注（文号、年份）的，仍用顿号，不查。",
		Wrong:  []string{"依据《水污染防治法》、《大气污染防治法》。"},
		Right:  []string{"依据《水污染防治法》《大气污染防治法》。", "依据《办法》（2015年）、《规定》（2018年）。", "依据《办法》、地方条例和《规定》。"},
		prose:  seek("》", `》(、)《`, func(h *hit) { pairPause(h, "《", "》", "书名号") }),
	},
	{
		Code: "概数顿号", Group: "标点", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.2.1",
		Title:  "相邻两数连用表示概数，不用顿号",
		Reason: "三四十人是概数，三、四十人读成两个数。两数是缩略的（一、二产业，三、四季度，五、六十年代）要用顿号，不查。",
		Wrong:  []string{"到会的有三、四十人。", "用了两、三个月。"},
		Right:  []string{"到会的有三四十人。", "第三、四个问题。", "一、二产业和三、四季度。", "上世纪五、六十年代。"},
		prose: seek("、", `([一两二三四五六七八])、([二三四五六七八九])(?:[十百千万]|个)`, func(h *hit) {
			if strings.Contains("一二三四五六七八九两三", h.text(1)+h.text(2)) && !h.follows("第", "、", "前") && !h.precedes("年代", "级", "期", "号") && !isHanNumeral(h.prev()) {
				h.add(0, "删去顿号", "概数“%s”用了顿号", h.text(0))
			}
		}),
	},
	{
		Code: "顿号连词", Group: "标点", Severity: diag.Info, Strength: Standard, Source: "GB/T 15834—2011 附录A.3",
		Title:  "以及、及之前用逗号",
		Reason: "并列成分用顿号分开的，最后一个成分前可用“以及（及）”连接，它前面用逗号。及时、及格一类词里的“及”不查。",
		Wrong:  []string{"各县、各乡镇、以及有关单位。", "省、市、县、及乡镇。"},
		Right:  []string{"各县、各乡镇，以及有关单位。", "准确、及时上报。", "优秀、及格率提高。"},
		prose: seek("及", `(、)(?:以及|及其|及)`, func(h *hit) {
			if h.text(0) == "、及" && strings.ContainsRune("时格第至早笄物", h.next()) {
				return
			}
			h.mend(1, "，", "“%s”前面用了顿号", strings.TrimPrefix(h.text(0), "、"))
		}),
	},
	{
		Code: "顿号等", Group: "标点", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 附录B.1.2",
		Title:  "用顿号并列的，等字前面不用顿号",
		Reason: "并列成分之间用顿号时，“等”前不再用点号。等级、等待一类词里的“等”不查。",
		Wrong:  []string{"财政、教育、等部门参加。", "走访企业、园区、学校等、等地。"},
		Right:  []string{"财政、教育等部门参加。", "按类别、等级管理。", "反对坐、等、靠。", "规格、等次不同。"},
		prose: seek("等", `(、)等`, func(h *hit) {
			if !strings.ContainsRune("级额待候次离比高价式效腰温同份号分外身，、；。", h.next()) {
				h.mend(1, "", "“等”前面用了顿号")
			}
		}),
	},
	{
		Code: "分项分号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 附录A.5",
		Title:  "分项里有句号的，各项末尾不用分号",
		Reason: "分号管的范围比句号小：一项里已有句号，各项之间也要用句号。",
		Wrong:  []string{"一是站位高。各级要认清形势；二是措施硬。要真抓实干。"},
		Right:  []string{"一是站位高，认清形势；二是措施硬，真抓实干。", "一是站位高。各级要认清形势。二是措施硬。"},
		prose: seek("；", `[一二三四五六七]是[^；。“”\n]*。[^；“”\n]*(；)[二三四五六七八]是`, func(h *hit) {
			h.add(1, "各项末尾改用句号，或各项里面改用逗号", "分项里有句号，末尾又用分号")
		}),
	},
	{
		Code: "句末无号", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.1.3.1",
		Title:  "一段话末尾用句号",
		Reason: "多是粘贴时少选了一个字。只查里面已有句号的段落；标题、题注、表格、名单、落款、供稿单位不查。",
		Wrong:  []string{"会议听取了汇报。会议要求立行立改"},
		Right:  []string{"会议听取了汇报。会议要求立行立改。", "责任编辑：某某", "会议听取了汇报。要求如下：", "会议听取了汇报。（某局供稿）", "附件：1.会议名单。2.会议议程", "本期共印50份。编辑：张三", "现摘登如下，供参阅。——编者"},
		prose:  unended,
	},
	{
		Code: "冒号误用", Group: "标点", Severity: diag.Warning, Strength: Usual, Source: "GB/T 15834—2011 4.7.3.1",
		Title:  "表示时间的话后面不用冒号",
		Reason: "冒号用在总说、提示的话后面。“检查时”“调研中”只说明什么时候，后面跟着“发现”“指出”等动词，用逗号，或不用标点。",
		Wrong:  []string{"督察组下沉检查时：发现一企业私设暗管。", "调研中：他强调要立行立改。"},
		Right:  []string{"督察组下沉检查时，发现一企业私设暗管。", "检查时发现：一企业私设暗管。", "工作中：一是要抓好整改。", "其中：提出建议12件。", "陈建中：要求加快修路。", "8时：多云。"},
		prose: seek("：", `(?:[检督巡核排抽审]查|督察|调研|走访|座谈|暗访|检测|监测|采访|工作|过程|讲话|执法|巡逻|施工|调查|回访|审计|考察|视察|整改|处置|开会|会议|夜查)[时中后]：(?:[他她]|他们|执法人员|督[察查]组|检查组)?(?:发现|看到|了解到|得知|获悉|指出|强调|要求|表示|提出|听取)`, func(h *hit) {
			i := h.m[0] + strings.Index(h.text(0), "：")
			h.f.mend(h.p, i, i+len("："), "，", "“%s”之后用了冒号", h.p.text[h.m[0]:i])
		}),
	},
	{
		Code: "冒号套用", Group: "标点", Severity: diag.Info, Strength: Usual, Source: "GB/T 15834—2011 4.7.3.5",
		Title:  "一句话里不套用冒号",
		Reason: "“会议要求：要做好以下工作：一是……”有两层冒号，读者分不清管到哪里。只查两个冒号都在提示性的话后面、又在同一句里的；时刻、比例、分条列举的不查。",
		Wrong:  []string{"会议要求：各单位要做好以下工作：一是抓好整改，二是加强督查。"},
		Right:  []string{"会议要求，各单位要做好以下工作：一是抓好整改，二是加强督查。", "时间：9月1日；地点：市政府。", "会议强调：要立行立改。会议要求：要举一反三。"},
		prose: seek("：", `(?:指出|强调|要求|认为|表示|提出|明确|决定|建议)：[^：。；！？“”（\n]*(?:如下|工作|任务|方面|措施|问题|意见|要求|建议|几点|几条)(：)`, func(h *hit) {
			h.add(1, "前一个冒号改为逗号，或分成两句", "一句话里套用冒号")
		}),
	},
}

// pairPause finds a 、 between two things in marks, unless others of the list have
// no marks or something stands between.
func pairPause(h *hit, open, end, name string) {
	text := h.p.text
	before, after := text[max(0, h.m[0]-window):h.m[0]], text[h.m[1]:min(len(text), h.m[1]+window)]
	if i := strings.LastIndex(before, open); i >= 0 && strings.HasSuffix(before[:i], "、") && !strings.HasSuffix(before[:i], end+"、") {
		return
	}
	_, after, ok := strings.Cut(after, end)
	if ok && (strings.HasPrefix(after, "、") && !strings.HasPrefix(after, "、"+open) || strings.HasPrefix(after, "（")) {
		return
	}
	h.mend(1, "", "并列的%s之间用了顿号", name)
}

func isHanNumeral(r rune) bool {
	return r != 0 && strings.ContainsRune("一二三四五六七八九十百千万", r)
}

// aside is how a paragraph begins that is no sentence.
var aside = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:附|注|来源|责任编辑|编辑|审核|校对|电话|联系|地址|网址|报[：:]|送[：:])`)
})

// unended finds a paragraph with sentences the last of which has no end.
func unended(f *finder, p *prose) {
	switch b := p.block.(type) {
	case *bulletin.Paragraph:
		if b.Credit {
			return
		}
	case *bulletin.RunIn:
	default:
		return
	}
	i := strings.LastIndex(p.text, "。")
	if p.kind != paragraph || i < 0 || aside().MatchString(p.text) {
		return
	}
	rest := p.text[i:]
	if last := lastRune(rest); !isHan(last) && !isDigit(last) && last != '%' || utf8.RuneCountInString(rest) < 5 || strings.Contains(rest, "：") && !strings.Contains(rest, "，") || strings.ContainsAny(rest, "）\n") || strings.Contains(rest, "——") {
		return
	}
	f.add(p.pos(len(p.text)-1), "补上句号", "一段话末尾没有标点")
}
