package lint

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// keyRules are the findings about the value of one key, under the name of the
// key. What a key means stands in the table of keys.
func keyRules() []*Rule {
	var out []*Rule
	seen := map[string]bool{}
	for _, r := range slices.Concat(readingRules(), layoutRules()) {
		seen[r.Code] = true // of which a key is only a part
	}
	also := map[string][]string{} // by code: other places of the key
	for _, k := range bulletin.Keys() {
		code := lastPart(k.Name)
		if seen[code] {
			also[code] = append(also[code], arrows(k.Name))
			continue
		}
		seen[code] = true
		out = append(out, keyRule(code, k))
	}
	for _, r := range out {
		if places := also[r.Code]; len(places) > 0 {
			r.Reason += "“" + strings.Join(places, "”“") + "”也用这个代码。"
		}
	}
	for _, code := range toolKeys {
		if !seen[code] {
			out = append(out, toolKeyRule(code))
		}
	}
	return out
}

// toolKeys are the keys of files the tool writes itself: 分发记录 and sealed.yaml.
var toolKeys = []string{"分发记录", "首印", "分发", "写作", "名单", "统称", "封号", "封存", "稿件", "题名", "原因", "工具", "源稿", "PDF", "页数", "印数", "前文"}

func toolKeyRule(code string) *Rule {
	return ofElsewhere("各个键", diag.Error, Readable, "本工具的约定", code, "工具写的文件里，"+code+"保持原样",
		"分发记录（recipients --record）和封存记录 sealed.yaml（seal）由工具写成，改坏了就读不懂；从备份恢复；分发记录也可以删去重记。"+moreOfKeys[code],
		ex("（记录里的"+code+"被改成了别的）"), ex("（工具写的原样）"))
}

func keyRule(code string, k bulletin.Key) *Rule {
	bad, good := sample(k)
	r := &Rule{
		Code: code, Group: "各个键", Severity: diag.Error, Strength: Readable, Source: "本工具的约定",
		Title:  fmt.Sprintf("%s 写作%s", arrows(k.Name), strings.ReplaceAll(k.Type, " ", "")),
		Reason: fmt.Sprintf("%s。写在%s；写成别的就不知道是什么意思。", strings.TrimRight(k.Meaning, "。"), k.Where),
		Wrong:  ex(inKey(k, bad)), Right: ex(inKey(k, good)),
	}
	r.Reason += moreOfKeys[code]
	if code == "密级" {
		r.Strength, r.Source = Prescribed, "《保守国家秘密法》"
	}
	return r
}

// lastPart returns the name of a key without those of the maps around it.
func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// arrows returns the name of a key as people read it.
func arrows(name string) string { return strings.ReplaceAll(name, ".", " → ") }

// moreOfKeys is what else is found under the code of a key.
var moreOfKeys = map[string]string{
	"刊名":   "没有刊名、一行里字太多排不下的，也用这个代码。",
	"期号":   "必写，没有期号的写 无，增刊写 增刊: true。",
	"总期号":  "期号写法里用了 {总期号} 而没有写总期号的，也用这个代码。",
	"增刊":   "期号与增刊只能写一个。",
	"期号写法": "写法里要有 {期号} 或 {总期号}，不能有别的花括号。",
	"date": "必写；没有的日子（2月30日）也查。",
	"日期":   "verify、catalog 核对档案时，期号在后而日期在前的，也用这个代码。",
	"签发人":  "日期在报头时不印签发人（警告），要印的写 日期位置: 文末。",
	"密级":   "秘密、机密、绝密是国家秘密，不得在普通计算机上处理：《保守国家秘密法》规定。写成别的、像是密级的是警告。",
	"份号":   "六位数不够编、加印的份号用过的，也用这个代码；没有写份号而要编号本的是警告。",
	"份数":   "与名册算出的不同、自动 得0的是警告；一个文件编不下的是错误。",
	"加印":   "加印的份数比各单位要的还少是错误；日期早于印发日期是警告。",
	"称谓":   "太长、排不下的也用这个代码。",
	"编者按":  "里面只写段落、列表和表格。",
	"编发单位": "目录的责任者空着时提示。",
	"归档":   "没有写全、档号空着时提示。",
	"版式":   "各个尺寸合起来超出纸张、小得排不下字的，也用这个代码。",
	"刊名字号": "太大、一行排不下的是警告。",
	"页码":   "排不下的也用这个代码。",
	"不查":   "没有这条规则是警告；什么也没有少查的是提示，删去就是。",
	"分发记录": "记录由 recipients --record 写成，以它为准：稿件的份数、份号、日期、名单与它不同的是警告。没有了稿件的记录也提示。",
	"封存":   "封存的各期不再变样：记录被改动、稿件不见、由现在的稿件生成的 PDF 与印发的不同，都用这个代码。",
}

// samples are a wrong and a right value of keys, by name or type.
var samples = map[string][2]string{
	"date": {"昨天", "2020-09-22"}, "日期": {"昨天", "2020-09-25"}, "期号": {"七", "7"}, "增刊": {"某", "true"}, "密级": {"机密★1年", "内部资料 注意保存"},
	"期号写法": {"第N期", "\"第{期号}期\""}, "签发人": {"{甲: 乙}", "张三\n日期位置: 文末"}, "编者按": {"[甲]", "按语。"}, "导读": {"甲", "[甲, 乙]"}, "份数": {"{甲: 乙}", "50"},
	"人员": {"张三", "{值班员: 张三}"}, "更正": {"改了", "[{日期: 2020-09-25, 说明: 第2页的数字应为18}]"}, "加印": {"五份", "[{日期: 2020-09-25, 份数: 5}]"},
	"称谓": {"呈报", "{报: 呈报}"}, "版式": {"大", "{每页行数: 22}"}, "归档": {"是", "{全宗号: Z109, 保管期限: 永久, 机构: BGS}"},
	"网址": {"www.example.gov.cn", "https://www.example.gov.cn/jianbao/"}, "保管期限": {"20年", "永久"}, "起始件号": {"零", "15"},
	"版心": {"大", "156mm×225mm"}, "刊名字号": {"大", "62pt"}, "红色": {"红", "\"#E60012\""}, "西文间距": {"很小", "0.25"}, "页码": {"中间", "{位置: 居中}"},
	"分隔": {"逗号", "{末尾: \"\"}"}, "样式": {"[甲]", "\"— {n} —\""}, "单位": {"[[甲]]", "[市委办公室]"}, "成员": {"{甲: 乙}", "[甲县]"}, "留存": {"两份", "{存档: 2}"},
	"名称": {"[甲]", "市委办公室"}, "涉密环境": {"是", "false"}, "不查": {"[缺号码]", "[报尾句号]\n报: [市委办公室]\n版式: {分隔: {末尾: \"\"}}"},
	"文字": {"{甲: 乙}", "某某"}, "文字或列表": {"{甲: 乙}", "[甲, 乙]"}, "列表": {"{甲: 乙}", "[市委办公室]"}, "正整数": {"七", "20"}, "整数": {"七", "2"},
	"true 或 false": {"是", "true"}, "长度": {"大", "30mm"}, "字母和数字": {"全宗一", "Z109"}, "字母和数字，或 无": {"办公室", "BGS"}, "文件名": {"[甲]", "fonts/FZFS.ttf"},
}

// sample returns a wrong and a right value of a key.
func sample(k bulletin.Key) (bad, good string) {
	for _, name := range []string{lastPart(k.Name), k.Type} {
		if s, ok := samples[name]; ok {
			return s[0], s[1]
		}
	}
	first, _, _ := strings.Cut(k.Type, " ")
	return "别的", first
}

// inKey is an example of a source with a value of a key.
func inKey(k bulletin.Key, value string) string {
	parts := strings.Split(k.Name, ".")
	line := parts[len(parts)-1] + ": " + value
	for i := len(parts) - 2; i >= 0; i-- {
		switch inner := "{" + line + "}"; parts[i] {
		case "更正":
			line = "更正: [" + with(inner, "日期: 2020-09-25", "说明: 某处") + "]"
		case "加印":
			line = "加印: [" + with(inner, "日期: 2020-09-25", "份数: 5") + "]"
		case "单位":
			line = "单位: [" + with(inner, "名称: 甲") + "]"
		default:
			line = parts[i] + ": " + inner
		}
	}
	switch k.Where {
	case bulletin.SettingsOnly:
		return "-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n" + line + "\n-- 1.md --\n" + bare("期号: 1\ndate: 2020-09-22")
	case bulletin.RegisterOnly:
		return "-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n-- recipients.yaml --\n" + line + "\n-- 1.md --\n" + bare("期号: 1\ndate: 2020-09-22")
	}
	front := "期号: 1\ndate: 2020-09-22\n"
	switch parts[0] {
	case "期号", "增刊":
		front = "date: 2020-09-22\n"
	case "date":
		front = "期号: 1\n"
	}
	return "---\n" + front + line + "\n---\n\n正文。\n"
}

// with adds entries to an inline map that lacks their keys.
func with(inner string, entries ...string) string {
	for _, e := range entries {
		if key, _, _ := strings.Cut(e, ":"); !strings.Contains(inner, "{"+key+":") {
			inner = strings.TrimSuffix(inner, "}") + ", " + e + "}"
		}
	}
	return inner
}
