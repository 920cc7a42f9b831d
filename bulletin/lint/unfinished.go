package lint

import (
	"strings"

	"jianbao/bulletin/diag"
)

// surnames are those that masked names usually have.
const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤殷毕郝安常于傅齐康伍余顾孟黄萧尹姚邵汪祁毛狄戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓洪包左石崔龚程裴陆翁靳段焦侯全仇叶刘龙文游温易廖肖白曾欧"

// unfinishedRules is about places that were left to fill in.
var unfinishedRules = []*Rule{
	{
		Code: "待填", Group: "未完", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：付印前填全",
		Title:  "不留×××、XXX",
		Reason: "多是套用旧稿、模板没有填。隐去姓名的“李××”、号码里打码的、案例里的“××村”不查；XXL、罗马数字不查。",
		Wrong:  []string{"×××同志主持会议。", "XXX局长到会。", "20××年×月×日。", "办结xxx件。", "XX市政府办公室。", "ＸＸ单位。"},
		Right:  []string{"李××反映。", "湘H·D3×××号货车。", "电话138××××5678。", "XXL号服装。", "3×5米。", "××村村民反映。", "X037线。"},
		prose: all(seek("×", `×{3,}`, func(h *hit) {
			if !strings.ContainsRune(surnames, h.prev()) || h.prev() == 0 {
				placeholder(h)
			}
		}), seek("XxＸｘ", `[Xx]{3,}|[Ｘｘ]{2,}`, placeholder),
			seek("×XＸ", `(?:20)?[×XＸ]{2}年|[×XＸ]{1,2}月[×XＸ\d]{1,2}日|第[×XＸ]+[期号次届]`, placeholder),
			seek("X", `XX(?:同志|市|县|区|局|单位|部门|公司|领导|书记|市长)`, func(h *hit) {
				if prev := h.prev(); !isWordASCII(prev) {
					placeholder(h)
				}
			})),
	},
	{
		Code: "待定", Group: "未完", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：付印前填全",
		Title:  "不留“待定”“待补”一类的记号",
		Reason: "起草时的记号忘了删。正文里说的“有待核实”“时间待定”不查，只查括号里的和 TODO 一类。",
		Wrong:  []string{"会议由（待定）主持。", "共办结（待核）件。", "TODO 补数字。", "【待补充】"},
		Right:  []string{"有关情况有待核实。", "具体时间待定。", "（待遇从优）", "（已核实）"},
		prose: seek("待T", `[（(【\[]待(?:定|补充?|填写?|核实?|确认|完善|查|续)[）)】\]]|\b(?:TODO|TBD|FIXME)\b`, func(h *hit) {
			h.add(0, "填上，或删去", "有待填的“%s”", h.text(0))
		}),
	},
	{
		Code: "空白待填", Group: "未完", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：付印前填全",
		Title:  "不留空括号、空引号和下划线",
		Reason: "（　）、《》、____ 是留着填的地方。表格里的空格不查。",
		Wrong:  []string{"依据《》办理。", "共（  ）件。", "联系人____。", "开展“”活动。", "【】"},
		Right:  []string{"依据《规定》办理。", "（一）", "| 甲 | （ ） |\n|--|--|\n| 1 | 2 |", "a_b"},
		prose: seek("（《“【〔_＿", `（[ 　]*）|《[ 　]*》|“[ 　]*”|【[ 　]*】|〔[ 　]*〕|[_＿]{2,}`, func(h *hit) {
			if h.p.kind != cell && !isWordASCII(h.prev()) {
				h.add(0, "填上，或删去", "“%s”是空的", h.text(0))
			}
		}),
	},
	{
		Code: "某年某月", Group: "未完", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：付印前填全",
		Title:  "不留“某年某月”“某某同志”",
		Reason: "套用范文没有改。隐去姓名的“李某某”“某公司”是办案通报的写法，不查。",
		Wrong:  []string{"某年某月某日召开会议。", "某某同志主持会议。", "某月某日，某某局长到会。"},
		Right:  []string{"李某某反映。", "某物流公司。", "某县某镇的经验。"},
		prose: seek("某", `某年某月(?:某日)?|某月某日|某某(?:同志|局长|市长|县长|书记|主任|领导)`, func(h *hit) {
			if prev := h.prev(); prev == 0 || !strings.ContainsRune(surnames, prev) {
				h.add(0, "写真实的日期、姓名", "“%s”没有填", h.text(0))
			}
		}),
	},
	{
		Code: "模板文字", Group: "未完", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：付印前填全",
		Title:  "不留模板里的提示文字",
		Reason: "“单击此处输入”“在这里写正文”是模板的话。",
		Wrong:  []string{"单击此处输入文字", "请在此处填写。", "此处插入图片。", "【请填写单位名称】"},
		Right:  []string{"请在登记处填写表格。", "此处水深3米。", "在这里，我代表市委致谢。"},
		prose: seek("此这请", `[单点]击此处|请?在?此处(?:填写|输入|插入|添加|补充)|在这里(?:填写|输入|写正文|写标题)|【请(?:填写|输入)[^】]*】|标题写在这里|正文写在这里`, func(h *hit) {
			h.add(0, "换成正文，或删去", "有模板的文字“%s”", h.text(0))
		}),
	},
	{
		Code: "修改痕迹", Group: "未完", Severity: diag.Warning, Strength: Conventional, Source: "办文惯例：付印前清稿",
		Title:  "不留批注和改稿的记号",
		Reason: "“【批注：】”“（此段删）”“？？”是改稿时写给同事看的；写给自己看的可放在 <!-- --> 里，不印出。",
		Wrong:  []string{"【批注：数据再核】共5件。", "（此段删去）", "共办结35件？？，同比增长。"},
		Right:  []string{"【编者按】", "（删去第二款）", "怎么办？", "批注了意见。"},
		prose: seek("批改删？?", `[【（\[](?:批注|修改|修改意见|改)[：:][^】）\]]*[】）\]]|[（【]此[段句处]删去?[）】]|[？?]{2}[，、；]`, func(h *hit) {
			h.add(0, "删去", "有改稿的记号“%s”", h.text(0))
		}),
	},
}

// placeholder adds a finding at marks that stand for what is to be filled in,
// unless they mask digits of a number or belong to a Latin word.
func placeholder(h *hit) {
	prev, next := h.prev(), h.next()
	if isDigit(prev) || isDigit(next) || isLatin(prev) || isLatin(next) || strings.ContainsRune("-.*·", prev) && prev != 0 || strings.ContainsRune(".-", next) && next != 0 {
		return
	}
	h.add(0, "填上，或删去", "有待填的“%s”", h.text(0))
}
