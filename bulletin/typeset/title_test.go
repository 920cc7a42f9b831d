package typeset

import (
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

const titleEm = 22 * page.Pt

// titleChars gives a title its classes and the widths of its face: digits half
// an em, blanks between Han one.
func titleChars(text string) []Char {
	out := chars(text)
	for i, c := range out {
		switch {
		case c.Class == Space || c.Class == Blank:
			out[i].Width = titleEm
		case c.Class == Western && (c.Rune == '.' || c.Rune == ','):
			out[i].Width = titleEm / 4
		case c.Class == Western && isDigit(c.Rune):
			out[i].Width = titleEm / 2
		case c.Class == Western:
			out[i].Width = titleEm * 13 / 20
		}
	}
	return out
}

// brokenTitle shows a title with a stroke where its lines end; a blank that ends a
// line stands before the stroke.
func brokenTitle(title string) string {
	runes := []rune(title)
	breaks := TitleBreaks(titleChars(title), testMeasure, titleEm, GB)
	for _, b := range slices.Backward(breaks) {
		if runes[b] == ' ' {
			b++
		}
		runes = slices.Insert(runes, b, '/')
	}
	return string(runes)
}

// titles are broken as an editor would break them. They were written, with
// their breaks, before the program first saw them.
var titles = []string{
	"副市长胡安邦就省督察组督办问题 /约谈相关责任人",
	"副市长胡安邦就省督察组督办问题/约谈相关责任人",
	"高新区较真碰硬，坚决推进问题整改",
	"资阳区扎实开展生态环境问题督查整改",
	"抢抓晴好天气 加快项目建设",
	"关于2020年第三季度全市信访工作情况的通报",
	"益阳市召开生态环境保护督察/“回头看”工作动员会",
	"市委常委会召开会议/传达学习习近平总书记重要讲话精神",
	"全市安全生产暨消防安全工作/电视电话会议召开",
	"省应急管理厅督导组来我市/检查督导汛期安全生产工作",
	"关于进一步优化营商环境/促进民营经济高质量发展的若干措施",
	"关于2020年第三季度全市信访工作/和矛盾纠纷排查化解情况的通报",
	"赫山区扎实推进巩固拓展脱贫攻坚成果/同乡村振兴有效衔接",
	"市政协主席会议成员/视察城区老旧小区改造工作",
	"市人大常委会组织代表开展/《湖南省优化营商环境条例》执法检查",
	"沧水铺镇：抓实“三个到位”/确保群众安全度汛",
	"我市2021年1至9月PM2.5平均浓度/同比下降百分之五点三",
	"坚持人民至上、生命至上，/全力以赴打赢防汛抗灾攻坚战",
	"坚持问题导向，压实整改责任，/推动中央督察反馈问题整改落到实处",
	"国务院安委会第三综合检查组向我市反馈/安全生产和消防安全综合检查情况",
	"市纪委监委通报/五起违反中央八项规定精神典型案例",
	"市疫情防控指挥部召开第十五次调度会议/研究部署节后疫情防控工作",
	"市长张志衡深入桃江县、安化县/调研乡村振兴和重点项目建设",
	"南县茅草街镇“四个聚焦”/推动主题教育走深走实见行见效",
	"我市在全省率先建成/县乡村三级寄递物流体系并投入运行",
	"市生态环境局：强化执法监管，/严厉打击涉危险废物环境违法犯罪行为",
	"中共益阳市委办公室 益阳市人民政府办公室/关于做好2021年元旦春节期间有关工作的通知",
	"市委办公室关于印发/《2021年全市党委系统信息工作要点》的通知",
	"市信访局用心用情用力/解决好人民群众的急难愁盼问题",
	"大通湖区北洲子镇党委书记李明带队/开展“敲门行动”走访慰问困难老党员",
	"我市市场监管部门联合开展/国庆、中秋“双节”期间食品安全专项检查",
	"市委宣传部 市文明办关于深入开展/2022年“我们的节日”主题活动的通知",
	"习近平总书记关于安全生产重要论述/专题学习研讨班在市委党校开班",
	"三堂街镇河长办联合水利、住建等部门/清理整治河道“四乱”问题",
	"市委书记在全市领导干部会议上强调：/以更高站位更严标准更实作风坚决抓好/中央生态环境保护督察反馈问题整改",
	"关于对2020年长江经济带生态环境警示片/披露的我市大通湖流域水环境问题/整改销号工作进展情况的报告",
	"省第四生态环境保护督察组向益阳市移交/第三批群众信访举报件边督边改情况",
	"长春镇：党员干部“一对一”帮扶90天，/3个贫困村全部出列",
	"市委农村工作领导小组办公室/关于印发全市农村人居环境整治/“百日攻坚”行动方案的通知",
	"全国人大常委会委员、省人大常委会副主任/王明一行来益调研基层立法联系点建设工作",
	"以案促改警钟长鸣：/全市领导干部警示教育大会召开",
	"市住房和城乡建设局/“五个一”工作法破解物业管理难题",
	"全市一季度经济运行分析会强调 /稳中求进抓项目 全力冲刺“开门红”",
}

// laterTitles were written after the program, with their breaks, and then
// first run.
var laterTitles = []string{
	"市委副书记、市长陈竞/主持召开市政府常务会议 /研究部署安全生产等工作",
	"全省农村厕所革命现场推进会在我市召开",
	"关于全市2022年上半年安全生产形势分析/及下半年工作建议的报告",
	"郴州市北湖区：“小网格”/托起基层治理“大平安”",
	"省委第五巡视组向衡阳市委反馈/巡视“回头看”情况并提出整改要求",
	"以高质量党建引领高质量发展 /努力开创全市教育工作新局面",
	"市公安局交警支队部署开展/冬季道路交通安全“百日会战”专项整治行动",
	"国家发展改革委印发/《“十四五”新型城镇化实施方案》/有关任务分解的通知",
	"桃江县灰山港镇强化“三项措施”/筑牢森林防火“安全屏障”",
	"县人大常委会主任刘建新/调研督办重点建议办理工作",
	"关于对3起生态环境损害责任追究/典型问题的通报",
	"市卫生健康委多措并举/筑牢冬春季新冠肺炎疫情防控屏障",
	"农业农村部、国家乡村振兴局联合调研组/来湘督导巩固脱贫攻坚成果工作",
	"刀刃向内找差距 靶向治疗促提升 /全力推动问题整改清仓见底",
	"长沙海关助力湖南外贸进出口总值/首次突破7000亿元大关",
	"我市举行庆祝中国共产党成立100周年/“光荣在党50年”纪念章颁发仪式",
	"关于贯彻落实省委、省政府主要领导/重要批示精神切实做好当前强降雨防范应对/和地质灾害隐患排查整治工作的紧急通知",
}

// lastTitles are a second set written after the program. (到南县调研/防汛备汛 would
// be as good.)
var lastTitles = []string{
	"全市“打非治违”专项行动取得阶段性成效",
	"省政协副主席一行来我市/调研中医药传承创新发展工作",
	"关于全市农村饮水安全巩固提升工程/建设情况的调查与思考",
	"县公安局破获一起特大跨境电信网络诈骗案 /抓获犯罪嫌疑人36名",
	"市委书记瞿海到南县/调研防汛备汛和早稻生产工作时要求 /守牢安全底线 夺取粮食丰收",
	"全面推行“田长制” /筑牢耕地保护“责任田”",
	"区应急管理局联合区消防救援大队/对辖区加油站开展安全检查",
	"市税务局落实落细减税降费政策/助力小微企业纾困发展",
	"在全市领导干部学习贯彻党的二十大精神/专题培训班开班式上的讲话摘要",
	"中共益阳市委关于制定益阳市/国民经济和社会发展第十四个五年规划/和二〇三五年远景目标的建议",
	"老旧电梯“焕新”记：/赫山区探索住宅电梯更新改造新路径",
	"市场监管总局 公安部关于开展/农村假冒伪劣食品专项整治行动的通知",
	"全市防汛抗旱工作会议/暨市防汛抗旱指挥部第一次全体会议召开",
	"湘潭市岳塘区书院路街道“红色物业”/让老旧小区焕发新生机",
	"坚决打赢污染防治攻坚战 /以生态环境高水平保护/推动经济社会高质量发展",
	"南县人民医院牵头组建医疗联合体/让群众在家门口看好病",
}

// TestTitles says where titles too long for a line are broken.
func TestTitles(t *testing.T) {
	for _, want := range slices.Concat(titles, laterTitles, lastTitles) {
		if got := brokenTitle(strings.ReplaceAll(want, "/", "")); got != want {
			t.Errorf("got  %s\n\twant %s\n\t%s", got, want, wordsOf(strings.ReplaceAll(want, "/", "")))
		}
	}
}

// wordsOf shows a title in its words with their kinds.
func wordsOf(title string) string {
	runes := []rune(title)
	return inWords(runes, segment(runes, Classify(runes)))
}

func inWords(text []rune, tokens []token) string {
	var b strings.Builder
	for _, tok := range tokens {
		b.WriteString(string(text[tok.start:tok.end]) + string(rune(tok.kind)) + " ")
	}
	return b.String()
}
