package bulletin

import (
	"regexp"
	"strings"
)

// filingFields is the keys of 归档.
var filingFields = []field{
	{Key{"全宗号", nil, SettingsOnly, "字母和数字", "本单位的全宗号，如 Z109", ""}, func(r *keyReader, v *value) { r.front.Filing.Fonds = r.code("全宗号", v, "Z109") }},
	{Key{"全宗名称", nil, SettingsOnly, "文字", "全宗的名称，印在归档文件目录封面", ""}, func(r *keyReader, v *value) { r.front.Filing.FondsName = r.phrase("全宗名称", v) }},
	{Key{"立档单位名称", nil, SettingsOnly, "文字", "立档单位的名称，写进元数据", ""}, func(r *keyReader, v *value) { r.front.Filing.Creator = r.phrase("立档单位名称", v) }},
	{Key{"保管期限", nil, SettingsOnly, "永久、30年 或 10年", "归档后保管多久；档号里写作 Y、D30、D10", ""}, (*keyReader).retention},
	{Key{"机构", nil, SettingsOnly, "字母和数字，或 无", "机构（问题）代码，一般三位，如 BGS；只按年度、保管期限分类的写 无", ""}, (*keyReader).filingClass},
	{Key{"机构名称", nil, SettingsOnly, "文字", "这个代码是哪个机构（问题），印在封面", ""}, func(r *keyReader, v *value) { r.front.Filing.ClassName = r.phrase("机构名称", v) }},
	{Key{"档案馆名称", nil, SettingsOnly, "文字", "将来移交的档案馆，写进元数据", ""}, func(r *keyReader, v *value) { r.front.Filing.Archives = r.phrase("档案馆名称", v) }},
	{Key{"档案馆代码", nil, SettingsOnly, "字母和数字", "档案馆的代码，写进元数据", ""}, func(r *keyReader, v *value) { r.front.Filing.ArchivesCode = r.code("档案馆代码", v, "430900") }},
	{Key{"起始件号", nil, SettingsOnly, "1 到 9999，或“年份: 件号”", "每年第一期的件号；与别的文件一起编号时写", "1"}, (*keyReader).firstPiece},
}

// filing reads 归档.
func (r *keyReader) filing(v *value) {
	r.front.Filing = Filing{At: v.at}
	r.each("归档", filingFields, v)
}

var codeForm = regexp.MustCompile(`^[A-Z0-9]{1,20}$`)

// code reads a part of a 档号, which has letters and digits only: - and · part
// the others from it.
func (r *keyReader) code(key string, v *value, sample string) Phrase {
	p := r.phrase(key, v)
	if p.At.Source == nil || codeForm.MatchString(p.Text) {
		return p
	}
	if meant := strings.ToUpper(halfWidth(p.Text)); codeForm.MatchString(meant) {
		r.add(p.At, key, "写作 "+key+": "+meant, "%s只用半角的大写字母和数字，现为%s", key, shown(v))
	} else {
		r.add(p.At, key, "例如 "+key+": "+sample+"；名称另写", "%s是代码，只用大写字母和数字，现为%s", key, shown(v))
	}
	return Phrase{}
}

// halfWidth returns a text with letters and digits of full width as those of
// ASCII and without blanks.
func halfWidth(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= '！' && c <= '～':
			return c - '！' + '!'
		case c == ' ' || c == '　':
			return -1
		}
		return c
	}, s)
}

func (r *keyReader) filingClass(v *value) {
	if v.kind == textKind && v.text == "无" {
		r.front.Filing.Unclassed = true
		return
	}
	r.front.Filing.Class = r.code("机构", v, "BGS")
}

// otherRetentions are other ways to write a term, by their letters.
var otherRetentions = map[string]string{
	"Y": "永久", "永": "永久", "永久保存": "永久", "D30": "30年", "30": "30年", "三十年": "30年", "定期30年": "30年", "D10": "10年", "10": "10年", "十年": "10年", "定期10年": "10年",
}

func (r *keyReader) retention(v *value) {
	if v.kind == textKind {
		for _, known := range retentions {
			if v.text == known.term {
				r.front.Filing.Retention = v.text
				return
			}
		}
	}
	hint := "写作 保管期限: 永久、保管期限: 30年 或 保管期限: 10年"
	if term := otherRetentions[strings.ToUpper(halfWidth(v.text))]; v.kind == textKind && term != "" {
		hint = "写作 保管期限: " + term
	}
	r.add(v.at, "保管期限", hint, "保管期限应为永久、30年或10年，现为%s", shown(v))
}

// largestPiece is the last 件号 of four digits.
const largestPiece = 9999

// firstPiece reads 起始件号: one for all years, or one for each.
func (r *keyReader) firstPiece(v *value) {
	if v.kind != mapKind {
		first := 1
		r.within("起始件号", v, &first, 1, largestPiece)
		r.front.Filing.First = first
		return
	}
	r.front.Filing.Firsts = map[int]int{}
	for _, e := range v.entries {
		year, ok := count(e.key)
		if !ok || year < 1900 || year > largestPiece {
			r.add(e.at, "起始件号", "写作 起始件号: {2020: 15}", "起始件号里“%s”应是年份", e.key)
			continue
		}
		first := 1
		r.within("起始件号", e.value, &first, 1, largestPiece)
		r.front.Filing.Firsts[year] = first
	}
}
