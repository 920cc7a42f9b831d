package bulletin

import "jianbao/bulletin/diag"

// sealsFields is the keys of sealed.yaml.
var sealsFields = []field{
	{Key{"封存", nil, RegisterOnly, "列表", "封存的各期，只在末尾添加", ""}, func(r *keyReader, v *value) {
		for _, item := range r.maps(v, "封存", sealHint, "稿件和PDF") {
			r.readSeal(item)
		}
	}},
}

// sealFields is the keys of an entry of sealed.yaml, in the order in which they
// are written.
var sealFields = []field{
	{Key{"稿件", nil, RegisterOnly, "文字", "稿件的路径，不带 .md", ""}, func(r *keyReader, v *value) { r.seal.Path = r.phrase("稿件", v).Text }},
	{Key{"题名", nil, RegisterOnly, "文字", "刊名和期号", ""}, func(r *keyReader, v *value) { r.seal.Title = r.phrase("题名", v).Text }},
	{Key{"日期", nil, RegisterOnly, "日期", "封存的日期", ""}, func(r *keyReader, v *value) { r.seal.Date = r.date("日期", v) }},
	{Key{"原因", nil, RegisterOnly, "文字", "重新封存的原因", ""}, func(r *keyReader, v *value) { r.seal.Reason = r.phrase("原因", v).Text }},
	{Key{"工具", nil, RegisterOnly, "文字", "工具和版本", ""}, func(r *keyReader, v *value) { r.seal.Tool = r.phrase("工具", v).Text }},
	{Key{"源稿", nil, RegisterOnly, "SHA-256", "稿件（不计 更正）", ""}, func(r *keyReader, v *value) { r.seal.Source = r.phrase("源稿", v).Text }},
	{Key{"分发记录", nil, RegisterOnly, "SHA-256", "分发记录", ""}, func(r *keyReader, v *value) { r.seal.Record = r.phrase("分发记录", v).Text }},
	{Key{"图片", nil, RegisterOnly, "映射", "图片的 SHA-256", ""}, func(r *keyReader, v *value) { r.seal.Pictures = r.sums("图片", v) }},
	{Key{"字体", nil, RegisterOnly, "映射", "本单位字体文件的 SHA-256", ""}, func(r *keyReader, v *value) { r.seal.Fonts = r.sums("字体", v) }},
	{Key{"PDF", nil, RegisterOnly, "SHA-256", "印发的 PDF", ""}, func(r *keyReader, v *value) { r.seal.PDF = r.phrase("PDF", v).Text }},
	{Key{"页数", nil, RegisterOnly, "整数", "PDF 的页数", ""}, func(r *keyReader, v *value) { r.seal.Pages = r.positive("页数", v, 5) }},
	{Key{"印数", nil, RegisterOnly, "整数", "份数: 自动 算出的份数", ""}, func(r *keyReader, v *value) { r.seal.Copies = r.positive("印数", v, 30) }},
	{Key{"设置", nil, RegisterOnly, "映射", "当时的 bulletin.yaml", ""}, func(r *keyReader, v *value) {
		r.seal.settings.root = admitted(v, IssueOnly, r.findings)
	}},
	{Key{"前文", nil, RegisterOnly, "SHA-256", "这一条之前的全部内容", ""}, func(r *keyReader, v *value) { r.seal.before = r.phrase("前文", v).Text }},
}

// readSeal reads an entry.
func (r *keyReader) readSeal(item *value) {
	src := r.seals.Source
	r.seal = &Seal{At: item.at, settings: &Settings{Source: src, Front: newFront(), root: &value{at: item.at, kind: mapKind}}}
	before := r.findings.Errors()
	r.each("封存", sealFields, item)
	if r.findings.Errors() > before {
		return
	}
	if r.seal.Path == "" || r.seal.PDF == "" || r.seal.Source == "" || r.seal.Date == (Date{}) || r.seal.before == "" {
		r.add(item.at, "封存", sealHint, "封存的每一条都要有稿件、日期、源稿、PDF和前文")
		return
	}
	var found diag.List
	readFront(&r.seal.settings.Front, r.seal.settings.root, src, &found)
	r.seal.settings.Findings = found // said when it was sealed
	r.seals.Entries = append(r.seals.Entries, r.seal)
}

// sums reads a map of names to hashes.
func (r *keyReader) sums(key string, v *value) map[string]string {
	out := map[string]string{}
	if v.kind != mapKind {
		r.add(v.at, "封存", sealHint, "%s应为映射，现为%s", key, shown(v))
	}
	for _, e := range v.entries {
		out[e.key] = r.phrase(key, e.value).Text
	}
	return out
}
