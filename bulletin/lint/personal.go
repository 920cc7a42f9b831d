package lint

import (
	"strings"
	"time"

	"jianbao/bulletin/diag"
)

const privacy = "《个人信息保护法》第二十五条"

// personalRules is about personal data in a text that will be public.
var personalRules = []*Rule{
	{
		Code: "身份证号", Group: "个人信息", Severity: diag.Warning, Strength: Prescribed, Source: privacy,
		Title:  "公开的简报不登身份证号码",
		Reason: "没有单独同意不得公开个人信息。按出生日期和校验码核对，不是身份证号的长数字不查；打了星号的不查；公开: false 的简报不查。",
		Wrong:  []string{"李某（身份证号11010519491231002X）。"},
		Right:  []string{"李某（身份证号430903********4512）。", "案件编号202009221234567890。"},
		prose: public(seek(digits, `\d{17}[\dXx]`, func(h *hit) {
			if !isWordASCII(h.prev()) && !isWordASCII(h.next()) && identity(h.text(0)) {
				h.add(0, "删去，或写作"+h.text(0)[:6]+"********"+h.text(0)[14:], "有身份证号码")
			}
		})),
	},
	{
		Code: "手机号码", Group: "个人信息", Severity: diag.Warning, Strength: Prescribed, Source: privacy,
		Title:  "公开的简报不登个人手机号码",
		Reason: "联系、举报、值班电话是单位公开的，前面写明的不查；座机、12345 一类热线、打了星号的不查；公开: false 的简报不查。",
		Wrong:  []string{"村民李某（13812345678）反映。", "李某，手机138-1234-5678。"},
		Right:  []string{"举报电话：13812345678。", "李某（138****5678）反映。", "拨打12345热线。", "电话0737-4222222。", "编号113812345678。"},
		prose: public(seek(digits, `1[3-9]\d[ -]?\d{4}[ -]?\d{4}`, func(h *hit) {
			start := max(0, h.m[0]-60)
			near := h.p.text[start:h.m[0]]
			for _, office := range []string{"举报", "监督", "联系", "咨询", "值班", "服务", "热线", "电话：", "投诉", "报名"} {
				if strings.Contains(near, office) {
					return
				}
			}
			if !isWordASCII(h.prev()) && !isWordASCII(h.next()) && h.prev() != '-' && h.prev() != '.' {
				h.add(0, "删去，或写作"+h.text(0)[:3]+"****"+h.text(0)[len(h.text(0))-4:], "有手机号码")
			}
		})),
	},
	{
		Code: "银行卡号", Group: "个人信息", Severity: diag.Warning, Strength: Prescribed, Source: "《个人信息保护法》第二十五条、第二十八条",
		Title:  "公开的简报不登个人银行卡号",
		Reason: "金融账户是敏感个人信息。按62开头和校验码核对，别的长数字不查；捐款、缴费的公共账户写明的不查；公开: false 的简报不查。",
		Wrong:  []string{"补助款打入李某卡号6222020200112230004。"},
		Right:  []string{"捐款账号：6222020200112230004。", "订单6222020200112230005。", "卡号6222****0008。"},
		prose: public(seek("6", `62\d{14,17}`, func(h *hit) {
			if !isWordASCII(h.prev()) && !isWordASCII(h.next()) && luhn(h.text(0)) && !h.follows("捐款账号：", "捐赠账号：", "缴费账号：", "专户：", "账户：") {
				h.add(0, "删去，或只留末四位", "有银行卡号")
			}
		})),
	},
	{
		Code: "家庭住址", Group: "个人信息", Severity: diag.Info, Strength: Prescribed, Source: privacy,
		Title:  "公开的简报不登个人住址的门牌",
		Reason: "写到村、社区、小区就够。只查“家住”“现住”之后写到几栋、几室的；公开: false 的简报不查。",
		Wrong:  []string{"家住赫山区桃花仑路12号3栋502室的李某反映。"},
		Right:  []string{"家住赫山区秀峰湖畔的张女士。", "办公地址：桃花仑路12号502室。"},
		prose: public(seek("住", `(?:家住|现住|住址|居住地|户籍地)[^，。；、“”\n]{3,40}?\d+(?:室|房|单元)`, func(h *hit) {
			h.add(0, "只写到村、社区或小区", "有个人住址的门牌")
		})),
	},
	{
		Code: "车牌号码", Group: "个人信息", Severity: diag.Info, Strength: Prescribed, Source: privacy,
		Title:  "公开的简报里车牌打码",
		Reason: "由车牌可以查到车主；事故通报一般写作湘H·D3×××。公车、只写前几位的不查；公开: false 的简报不查。",
		Wrong:  []string{"湘H12345号小型客车与行人相撞。", "湘H·D3456货车侧翻。"},
		Right:  []string{"湘H·D3×××号货车侧翻。", "湘H牌照车辆。", "京A00001号公务车。"},
		prose: public(seek("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新", `[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][·•]?[A-Z0-9]{5,6}`, func(h *hit) {
			if strings.ContainsAny(h.text(0)[4:], digits) && !isWordASCII(h.next()) && !h.precedes("号公务车", "公务车") {
				h.add(0, "后几位写作×", "有车牌号码")
			}
		})),
	},
}

// public returns a search that leaves alone issues that are not public.
func public(search func(*finder, *prose)) func(*finder, *prose) {
	return func(f *finder, p *prose) {
		if f.issue.Public {
			search(f, p)
		}
	}
}

func isWordASCII(r rune) bool { return isDigit(r) || isLatin(r) || r == '*' }

// identity tells whether 18 digits are an identity number: a day of birth and the
// check digit of GB 11643—1999.
func identity(s string) bool {
	if _, err := time.Parse("20060102", s[6:14]); err != nil || s[6:8] != "19" && s[6:8] != "20" || s[0] == '0' {
		return false
	}
	weights := []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += int(s[i]-'0') * w
	}
	return "10X98765432"[sum%11] == strings.ToUpper(s)[17]
}

// luhn tells whether the last digit checks the others, as on bank cards.
func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
