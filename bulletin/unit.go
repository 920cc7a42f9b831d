package bulletin

import (
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// registerFields is the keys of recipients.yaml.
var registerFields = []field{
	{Key{"单位", nil, RegisterOnly, "列表，每项 {名称, 简称, 份数, 路线 …}", "收文单位，按本单位的顺序", ""}, (*keyReader).units},
	{Key{"留存", nil, RegisterOnly, "映射", "留在本单位的份数", ""}, func(r *keyReader, v *value) { r.each("留存", keptFields, v) }},
}

// unitFields is the keys of an item of 单位.
var unitFields = []field{
	{Key{"名称", nil, RegisterOnly, "文字", "单位名称，照印出的写；必写", ""}, func(r *keyReader, v *value) { r.unit.Name = r.phrase("名称", v) }},
	{Key{"简称", nil, RegisterOnly, "文字或列表", "同一单位的其他写法", ""}, func(r *keyReader, v *value) { r.unit.Short = r.lines("简称", v) }},
	{Key{"类别", nil, RegisterOnly, "文字", "上级、党委、人大、政府、政协、区县等，随意", ""}, func(r *keyReader, v *value) { r.unit.Kind = r.phrase("类别", v) }},
	{Key{"份数", nil, RegisterOnly, "整数", "每期给几份", "1"}, func(r *keyReader, v *value) { r.unit.Copies = r.served(v) }},
	{Key{"路线", nil, RegisterOnly, "文字", "交换路线或交换箱号", ""}, func(r *keyReader, v *value) { r.unit.Route = r.phrase("路线", v) }},
	{Key{"地址", nil, RegisterOnly, "文字", "通信地址，印在标签和信封上", ""}, func(r *keyReader, v *value) { r.unit.Address = r.phrase("地址", v) }},
	{Key{"联系人", nil, RegisterOnly, "文字", "收件部门或联系人", ""}, func(r *keyReader, v *value) { r.unit.Contact = r.phrase("联系人", v) }},
	{Key{"电话", nil, RegisterOnly, "文字", "联系电话", ""}, func(r *keyReader, v *value) { r.unit.Phone = r.phrase("电话", v) }},
	{Key{"备注", nil, RegisterOnly, "文字", "印在分发单据的备注栏", ""}, func(r *keyReader, v *value) { r.unit.Remarks = r.phrase("备注", v) }},
	{Key{"成员", nil, RegisterOnly, "列表", "名称是统称时：由哪些单位组成，份数按成员算", ""}, func(r *keyReader, v *value) { r.members(v) }},
}

// keptFields is the keys of 留存.
var keptFields = []field{
	{Key{"存档", nil, RegisterOnly, "整数", "存档份数", "0"}, func(r *keyReader, v *value) { r.register.Kept.Archive = r.kept("存档", v) }},
	{Key{"领导", nil, RegisterOnly, "整数", "领导与拟稿留存的份数", "0"}, func(r *keyReader, v *value) { r.register.Kept.Leaders = r.kept("领导", v) }},
	{Key{"备用", nil, RegisterOnly, "整数", "备用份数", "0"}, func(r *keyReader, v *value) { r.register.Kept.Spare = r.kept("备用", v) }},
}

const unitHint = "每个单位写作 - 名称: 市委办公室，下面的键与 名称 左边对齐"

// units reads 单位.
func (r *keyReader) units(v *value) {
	if v.kind != listKind {
		r.add(v.at, "名册", unitHint, "单位应为列表，现为%s", shown(v))
		return
	}
	for _, item := range v.items {
		switch {
		case item.kind == textKind && strings.TrimSpace(item.text) != "":
			r.add(item.at, "名册", "写作 - 名称: "+strings.ReplaceAll(item.text, "\n", " "), "单位的每一项都要有键，现为%s", shown(item))
		case item.kind != mapKind:
			r.add(item.at, "名册", unitHint, "单位的每一项都要有名称，现为%s", shown(item))
		default:
			r.readUnit(item)
		}
	}
}

func (r *keyReader) readUnit(item *value) {
	r.unit = &Unit{Copies: 1, At: item.at}
	before := r.findings.Errors()
	r.each("单位", unitFields, item)
	name, members := item.get("名称"), item.get("成员")
	switch {
	case r.findings.Errors() > before:
	case name == nil:
		r.add(item.at, "名称", "写作 名称: 市委办公室", "这个单位没有名称")
	case fold(r.unit.Name.Text) == "":
		r.add(name.at, "名称", "写作 名称: 市委办公室", "名称是空的")
	case members != nil && len(r.unit.Members) == 0:
		r.add(members.at, "成员", "写作 成员: [甲县人民政府, 乙县人民政府]；不是统称的，删去 成员", "统称“%s”没有成员", r.unit.Name.Text)
	}
	if name != nil {
		r.unit.At = name.value.at
	}
	r.checkLengths()
	r.register.Units = append(r.register.Units, r.unit)
}

// The longest texts of a register, in characters: more is no name, and no
// address either.
const (
	longestName  = 200
	longestField = 1000
)

// checkLengths reports texts of the unit that are too long.
func (r *keyReader) checkLengths() {
	u := r.unit
	for _, p := range append(append([]Phrase{u.Name}, u.Short...), u.Members...) {
		if n := utf8.RuneCountInString(p.Text); n > longestName {
			r.add(p.At, "过大", "检查是否漏了换行，或误放了别的文字", "名称有%d字，最多%d字", n, longestName)
		}
	}
	for _, p := range []Phrase{u.Kind, u.Route, u.Address, u.Contact, u.Phone, u.Remarks} {
		if n := utf8.RuneCountInString(p.Text); n > longestField {
			r.add(p.At, "过大", "检查是否漏了换行，或误放了别的文字", "这一项有%d字，最多%d字", n, longestField)
		}
	}
}

// members reads 成员.
func (r *keyReader) members(v *value) {
	if v.kind != listKind {
		r.add(v.at, "成员", "写作 成员: [甲县人民政府, 乙县人民政府]", "成员应为列表，现为%s", shown(v))
		return
	}
	r.unit.Members = r.list("成员", v)
}

// served reads how many copies a unit gets. None is a finding but no error:
// who is listed and not served has a place on paper and no envelope.
func (r *keyReader) served(v *value) int {
	if v.kind == textKind && v.text != "" && strings.Trim(v.text, "0") == "" {
		r.findings.Add(v.at, diag.Warning, "份数", "要发的写 1 以上的整数；不再发的，从各期的报、送、发里删去", "份数是0：名字照印，但不发给它，也没有标签和信封")
		return 0
	}
	return r.positive("份数", v, 2)
}

// kept reads a number of copies that may be 0.
func (r *keyReader) kept(key string, v *value) int {
	if v.kind == textKind && v.text != "" && strings.Trim(v.text, "0") == "" {
		return 0
	}
	return r.positive(key, v, 2)
}
