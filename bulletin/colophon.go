package bulletin

import "strings"

// recipients reads a list of the 报尾. A flat list is one kind of recipients;
// among inner lists, texts that stand side by side make one kind too.
func (r *keyReader) recipients(key string, v *value) {
	var kinds [][]Phrase
	switch v.kind {
	case textKind:
		if p := r.phrase(key, v); strings.TrimSpace(p.Text) != "" {
			kinds = [][]Phrase{{p}}
		}
	case listKind:
		kinds = r.kinds(key, v)
	default:
		r.add(v.at, key, "每行写一个单位，例如 - 市委办公室", "%s应为列表，现为%s", key, shown(v))
	}
	if len(kinds) > 0 {
		r.lists[key] = kinds
	}
}

func (r *keyReader) kinds(key string, v *value) [][]Phrase {
	var out [][]Phrase
	var flat []*value
	flush := func() {
		if kind := r.list(key, &value{items: flat}); len(kind) > 0 {
			out = append(out, kind)
		}
		flat = nil
	}
	for _, item := range v.items {
		if item.kind != listKind {
			flat = append(flat, item)
			continue
		}
		flush()
		if kind := r.list(key, item); len(kind) > 0 {
			out = append(out, kind)
		}
	}
	flush()
	return out
}

// label reads an entry of 称谓; the colon after it is the layout's.
func (r *keyReader) label(key string, v *value) {
	p := r.phrase(key, v)
	p.Text = strings.TrimRight(p.Text, ":： ")
	if p.Text != "" {
		r.labels[key] = p
	}
}

// assembleLists puts the lists into the order of the 报尾.
func (r *keyReader) assembleLists() {
	for _, f := range labelFields {
		kinds, ok := r.lists[f.Name]
		if !ok {
			continue
		}
		label, ok := r.labels[f.Name]
		if !ok {
			label = Phrase{f.Default, r.front.Keys[f.Name]}
		}
		r.front.Lists = append(r.front.Lists, Recipients{f.Name, label, kinds})
	}
}

func (r *keyReader) copies(v *value) {
	r.front.CopiesAt = v.at
	if v.kind == textKind && v.text == "自动" {
		r.front.CopiesAuto = true
		return
	}
	r.front.Copies = r.positive("份数", v, 50)
}

// staff reads one of the roles that are keys of their own.
func (r *keyReader) staff(key string, v *value) {
	if p := r.phrase(key, v); strings.TrimSpace(p.Text) != "" {
		r.roles[key] = Person{Phrase{key, r.front.Keys[key]}, p}
	}
}

func (r *keyReader) people(v *value) {
	if v.kind != mapKind {
		r.add(v.at, "人员", "写作 人员: {值班员: 张三}", "人员应为“职责: 姓名”，现为%s", shown(v))
		return
	}
	for _, e := range v.entries {
		if e.value.kind == nullKind {
			continue
		}
		if p := r.phrase("人员", e.value); strings.TrimSpace(p.Text) != "" {
			r.others = append(r.others, Person{Phrase{e.key, e.at}, p})
		}
	}
}

// assembleStaff puts the staff line into its order.
func (r *keyReader) assembleStaff() {
	for _, key := range []string{"责任编辑", "校对", "审核", "签发", "电话"} {
		if p, ok := r.roles[key]; ok {
			r.front.Staff = append(r.front.Staff, p)
		}
	}
	r.front.Staff = append(r.front.Staff, r.others...)
}

const correctionHint = "写作 - {日期: 2020-09-25, 说明: 更正的内容}"

func (r *keyReader) corrections(v *value) {
	for _, item := range r.maps(v, "更正", correctionHint, "日期和说明") {
		r.correction = &Correction{}
		before := r.findings.Errors()
		r.each("更正", correctionFields, item)
		if r.findings.Errors() > before {
			continue
		}
		if r.correction.Date == (Date{}) || r.correction.Text.Text == "" {
			r.add(item.at, "更正", correctionHint, "更正的每一项都要有日期和说明")
			continue
		}
		r.front.Corrections = append(r.front.Corrections, *r.correction)
	}
}
