package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// recipientRules is about the lists of the 报尾. What the register lacks and who
// comes twice is found when copies are counted, in reading.
var recipientRules = []*Rule{
	{
		Code: "报尾句号", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: "GB/T 9704—2012 7.4.2（抄送机关），简报从惯例",
		Title:  "报、送、发名单末尾用句号",
		Reason: "公文的抄送机关最后一个名称后标句号，简报多数照办，也有不用的。版式 → 分隔 → 末尾 设成别的，就提示一次；本刊一向不用的，在 bulletin.yaml 写 不查: [报尾句号]。",
		Wrong:  []string{"---\n期号: 1\ndate: 2020-09-22\n报: [市委办公室]\n版式: {分隔: {末尾: \"\"}}\n---\n\n正文。"},
		Right:  []string{"---\n期号: 1\ndate: 2020-09-22\n报: [市委办公室]\n---\n\n正文。", "---\n期号: 1\ndate: 2020-09-22\n版式: {分隔: {末尾: \"\"}}\n---\n\n正文。"},
		issue: func(f *finder) {
			if end := f.issue.Style.Separators.End; end.Text != "。" && len(f.issue.Lists) > 0 {
				f.add(end.At, "删去 末尾，或写作 末尾: \"。\"；本刊一向不用的，写 不查: [报尾句号]", "报、送、发名单末尾没有句号")
			}
		},
	},
	{
		Code: "单位标点", Group: "报尾", Severity: diag.Warning, Strength: Conventional, Source: "GB/T 9704—2012 7.4.2（抄送机关），简报从惯例",
		Title:  "名单里的单位末尾不另打标点",
		Reason: "单位之间和名单末尾的标点由工具加（版式 → 分隔），名称里再打一个就印成两个。括号、引号等成对的标点不查。",
		Wrong:  []string{withLists("报: [市委办公室、, 市政府办公室。]")},
		Right:  []string{withLists("报: [市委办公室, 各区县（市）]")},
		issue: func(f *finder) {
			for _, list := range f.issue.Lists {
				for _, name := range names(list) {
					endMark(f, phrase(list.Key, name), "、，。；：,;.:", "单位末尾的“%s”会印成两个标点")
				}
			}
		},
	},
	{
		Code: "单位并写", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: "按单位计份数的惯例",
		Title:  "名单里一项写一个单位",
		Reason: "几个单位写成一项，只按一个单位计份数，也做不出各自的标签、信封。“市委、市政府领导”这样合称的，名册里有这个名字的，不查。",
		Wrong:  []string{withLists("报: [市委办公室、市政府办公室]")},
		Right:  []string{withLists("报: [市委办公室, 市政府办公室]"), withLists("报: [市委、市政府领导]"), withLists("报: [市委宣传部（市委网信办、市文明办）]")},
		issue:  severalInOne,
	},
	{
		Code: "简称混用", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "同一期的名单里，单位都写全称或都写简称",
		Reason: "有的写名册里的全称，有的写简称，印出来长短不齐。只看名册里写了简称的单位；没有名册的不查。",
		Wrong:  []string{withRegister("报: [市委办, 市政府办公室]")},
		Right:  []string{withRegister("报: [市委办公室, 市政府办公室]"), withRegister("报: [市委办, 市政府办]"), withRegister("报: [市委办, 市委政研室]")},
		issue:  mixedNames,
	},
	{
		Code: "单位次序", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: "名册的次序",
		Title:  "名单里单位的先后与名册一致",
		Reason: "名册的次序就是本办排名的次序，名单里颠倒了容易失礼。只在一个名单之内比，名册里没有的单位不比；没有名册的不查。",
		Wrong:  []string{withRegister("报: [市政府办公室, 市委办公室]")},
		Right:  []string{withRegister("报: [市委办公室, 市政府办公室]"), withRegister("报: [市委政研室]\n送: [市委办公室]")},
		issue:  unitOrder,
	},
	{
		Code: "上级不报", Group: "报尾", Severity: diag.Info, Strength: Conventional, Source: practice,
		Title:  "上级单位写在“报”里",
		Reason: "报上级、送平级和不相隶属的、发下级。只看名册里类别写“上级”的单位；没有写“报”的刊物、本期增发的不查。",
		Wrong:  []string{withRegister("报: [市委办公室]\n送: [省政府办公厅]")},
		Right:  []string{withRegister("报: [省政府办公厅]\n送: [市委办公室]"), withRegister("送: [省政府办公厅]")},
		issue:  superiorsNotReported,
	},
}

// withLists is an example of an issue with some lists.
func withLists(lists string) string {
	return "---\n期号: 1\ndate: 2020-09-22\n" + lists + "\n---\n\n正文。\n"
}

// withRegister is the same of a series with a register.
func withRegister(lists string) string {
	return "-- bulletin.yaml --\n刊名: 工作简报\n编发单位: 某办公室\n-- recipients.yaml --\n单位:\n" +
		"  - {名称: 省政府办公厅, 类别: 上级}\n  - {名称: 市委办公室, 简称: [市委办]}\n  - {名称: 市政府办公室, 简称: [市政府办]}\n  - 名称: 市委政研室\n-- 1.md --\n" + withLists(lists)
}

// names returns the names of a list, of whatever kind.
func names(list bulletin.Recipients) []bulletin.Phrase { return slices.Concat(list.Kinds...) }

// officeEnds are what the names of offices end in.
var officeEnds = []string{"办公室", "办公厅", "政府", "委员会", "委", "局", "厅", "部", "处", "科", "院", "中心", "管委会", "公司", "集团", "协会", "联合会", "总工会", "大队", "支队"}

func severalInOne(f *finder) {
	for _, list := range f.issue.Lists {
		for _, name := range names(list) {
			if parts := offices(name.Text); len(parts) > 1 && f.series.Register.Find(name.Text) == nil {
				f.add(name.At, "写作 ["+strings.Join(parts, ", ")+"]", "“%s”像是%d个单位，只计一份", name.Text, len(parts))
			}
		}
	}
}

// offices parts a name that holds several whole ones: each has three characters at
// least and ends as offices do. Marks within brackets part nothing.
func offices(name string) []string {
	parts := bulletin.Parted(name, "、，,；;")
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		whole := slices.ContainsFunc(officeEnds, func(end string) bool { return strings.HasSuffix(parts[i], end) })
		if !whole || utf8.RuneCountInString(parts[i]) < 3 {
			return nil
		}
	}
	return parts
}

func mixedNames(f *finder) {
	full := ""
	var short []bulletin.Phrase
	for _, list := range f.issue.Lists {
		for _, name := range names(list) {
			u := f.series.Register.Find(name.Text)
			switch {
			case u == nil || len(u.Short) == 0:
			case same(u.Name.Text, name.Text):
				full = name.Text
			case slices.ContainsFunc(u.Short, func(s bulletin.Phrase) bool { return same(s.Text, name.Text) }):
				short = append(short, name)
			}
		}
	}
	if full == "" {
		return
	}
	for _, name := range short {
		f.add(name.At, "写作 "+f.series.Register.Find(name.Text).Name.Text, "“%s”是简称，“%s”却是全称", name.Text, full)
	}
}

// same reports whether names are the same but for blanks.
func same(a, b string) bool {
	return strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}

func unitOrder(f *finder) {
	if f.series.Register == nil {
		return
	}
	rank := map[*bulletin.Unit]int{} // members of a collective have none of their own
	for i, u := range f.series.Register.Units {
		rank[u] = i
	}
	for _, list := range f.issue.Lists {
		last, before := -1, ""
		for _, name := range names(list) {
			n, ok := rank[f.series.Register.Find(name.Text)]
			if !ok {
				continue
			}
			if n < last {
				f.add(name.At, "照名册的次序排；名册的次序变了的，改 "+bulletin.RegisterName, "名册里“%s”排在“%s”之前", name.Text, before)
			}
			last, before = n, name.Text
		}
	}
}

func superiorsNotReported(f *finder) {
	if f.series.Register == nil || !slices.ContainsFunc(f.issue.Lists, func(l bulletin.Recipients) bool { return l.Key == "报" }) {
		return
	}
	for _, list := range f.issue.Lists {
		if list.Key != "送" && list.Key != "发" {
			continue
		}
		for _, name := range names(list) {
			if u := f.series.Register.Find(name.Text); u != nil && u.Kind.Text == "上级" {
				f.add(name.At, "移到“报”里；确是送的，核对名册里的类别", "“%s”是上级，写在“%s”里", name.Text, list.Label.Text)
			}
		}
	}
}
