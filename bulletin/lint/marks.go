package lint

import (
	"regexp"
	"strings"

	"jianbao/bulletin/diag"
)

// markRules is what GB/T 15834 asks of punctuation.
var markRules = []*Rule{
	{
		Code: "半角标点", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 5.1.1",
		Title:  "汉字之间用全角标点",
		Reason: "半角的逗号、句号等只占半格，夹在汉字里大小、位置都不对，多是输入法没有切换。西文句子、数字、网址里的半角标点不查。",
		Wrong:  []string{"会议强调,要立行立改。", "抓好整改;落实责任。"},
		Right:  []string{"会议强调，要立行立改。", "共 1,234 件。", "PM2.5 下降。", "时间为 9:30。", "网址 http://a.cn/x,y。"},
		prose:  halfWidth,
	},
	{
		Code: "标点重复", Group: "标点", Severity: diag.Warning, Strength: Standard, Source: "GB/T 15834—2011 4.1.3、4.2.3",
		Title:  "同一个标点不连用",
		Reason: "，，、。。一类多是多打了一个。叹号、问号可以叠用（最多三个），省略号、破折号本来占两格，不查。",
		Wrong:  []string{"会议强调，，要立行立改。", "完成整改。。"},
		Right:  []string{"会议强调，要立行立改。", "太好了！！", "等等……"},
		prose:  doubled,
	},
}

var (
	halfMark  = regexp.MustCompile(`\p{Han}([,;:?!.])(\p{Han}|$)`)
	twiceMark = regexp.MustCompile(`，{2,}|。{2,}|、{2,}|；{2,}|：{2,}`)
)

var fullWidth = map[string]string{",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}

func halfWidth(f *finder, p *prose) {
	for _, m := range halfMark.FindAllStringSubmatchIndex(p.text, -1) {
		mark := p.text[m[2]:m[3]]
		f.mend(p, m[2], m[3], fullWidth[mark], "汉字后面是半角的“%s”", mark)
	}
}

func doubled(f *finder, p *prose) {
	for _, m := range twiceMark.FindAllStringIndex(p.text, -1) {
		one, _, _ := strings.Cut(p.text[m[0]:m[1]], "\x00")
		f.mend(p, m[0], m[1], string([]rune(one)[:1]), "“%s”连用", one)
	}
}
