package bulletin

import (
	"strings"

	"jianbao/bulletin/diag"
)

// A Reprint is copies printed after the first printing: 加印. It concerns the
// distribution only and stands on no page.
type Reprint struct {
	Date    Date
	Units   []ReprintUnit
	Copies  int    // 份数, all of them; 0: as many as Units get
	Number  int    // 份号 of the first; 0: the next after the copies before
	Remarks Phrase // 说明
	At      diag.Pos
	keys    map[string]diag.Pos
}

// A ReprintUnit is who gets copies of a reprint.
type ReprintUnit struct {
	Name   Phrase
	Copies int // 0: as the register says
}

// reprintFields is the keys of an item of 加印.
var reprintFields = []field{
	{Key{"日期", []string{"date"}, IssueOnly, "日期", "加印的日期；必写", ""}, func(r *keyReader, v *value) { r.reprint.Date = r.date("日期", v) }},
	{Key{"单位", nil, IssueOnly, "列表，或“单位: 份数”", "给哪些单位；只列名字的，份数按名册；统称的份数是每个成员各几份", ""}, (*keyReader).reprintUnits},
	{Key{"份数", nil, IssueOnly, "正整数", "一共加印几份，多出的备用", "各单位之和"}, func(r *keyReader, v *value) { r.reprint.Copies = r.positive("份数", v, 20) }},
	{Key{"份号", nil, IssueOnly, "正整数", "第一份的份号", "接着前面的"}, func(r *keyReader, v *value) { r.reprint.Number = r.positive("份号", v, 76) }},
	{Key{"说明", nil, IssueOnly, "文字", "为什么加印，印在分发单据上", ""}, func(r *keyReader, v *value) { r.reprint.Remarks = r.phrase("说明", v) }},
}

const reprintHint = "写作 - {日期: 2020-09-25, 单位: [市委办公室]} 或 - {日期: 2020-09-25, 份数: 20}"

// reprints reads 加印.
func (r *keyReader) reprints(v *value) {
	for _, item := range r.maps(v, "加印", reprintHint, "日期和单位或份数") {
		r.reprint = &Reprint{At: item.at, keys: map[string]diag.Pos{}}
		for _, e := range item.entries {
			r.reprint.keys[e.key] = e.value.at
		}
		before := r.findings.Errors()
		r.each("加印", reprintFields, item)
		if r.findings.Errors() > before {
			continue
		}
		if r.reprint.Date == (Date{}) || len(r.reprint.Units) == 0 && r.reprint.Copies == 0 {
			r.add(item.at, "加印", reprintHint, "加印的每一项都要有日期和单位或份数")
			continue
		}
		r.front.Reprints = append(r.front.Reprints, *r.reprint)
	}
}

// reprintUnits reads who gets a reprint: names, or names with their copies.
func (r *keyReader) reprintUnits(v *value) {
	if v.kind != mapKind {
		for _, p := range r.lines("单位", v) {
			r.reprint.Units = append(r.reprint.Units, ReprintUnit{Name: p})
		}
		return
	}
	for _, e := range v.entries {
		if strings.TrimSpace(e.key) == "" {
			continue
		}
		u := ReprintUnit{Name: Phrase{e.key, e.at}}
		if e.value.kind != nullKind {
			if u.Copies = r.positive(e.key, e.value, 2); u.Copies == 0 {
				(*r.findings)[len(*r.findings)-1].Code = "加印" // and not the name of the unit
				continue
			}
		}
		r.reprint.Units = append(r.reprint.Units, u)
	}
}
