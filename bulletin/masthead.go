package bulletin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

func (r *keyReader) number(v *value) {
	r.front.NumberAt = v.at
	if v.kind == textKind && v.text == "无" {
		return
	}
	r.front.Number = r.positive("期号", v, 7)
}

func (r *keyReader) supplement(v *value) {
	switch {
	case v.kind == textKind && strings.EqualFold(v.text, "false"):
		delete(r.front.Keys, "增刊")
		return
	case v.kind == textKind && strings.EqualFold(v.text, "true"):
	case v.kind == textKind && guess(v.text) > 0:
		r.front.SupplementNumber = r.positive("增刊", v, 1)
	default:
		r.add(v.at, "增刊", "写作 增刊: true，编号的写作 增刊: 1", "增刊应为 true 或正整数，现为%s", shown(v))
	}
	r.front.Supplement, r.front.NumberAt = true, v.at
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}?|\}`)

func (r *keyReader) numberForm(v *value) {
	p := r.phrase("期号写法", v)
	if p.At.Source == nil {
		return
	}
	known := true
	for _, m := range placeholder.FindAllStringIndex(p.Text, -1) {
		switch s := p.Text[m[0]:m[1]]; s {
		case "{期号}", "{年}", "{总期号}":
		default:
			known = false
			r.add(v.pos(m[0]), "期号写法", "只用 {期号}、{年}、{总期号}，例如 期号写法: \"第{期号}期\"", "期号写法里不能用“%s”", s)
		}
	}
	if !known {
		return
	}
	if !strings.Contains(p.Text, "期号}") {
		r.add(p.At, "期号写法", "例如 期号写法: \"第{期号}期\"", "期号写法里没有 {期号}")
		return
	}
	r.front.NumberForm = p
}

// secretMarks begins a 密级 of state secrets (Law on Guarding State Secrets,
// article 14), with or without ★ and a term.
var secretMarks = regexp.MustCompile(`^[\s　]*(秘|机|绝)[\s　]*密([\s　]*(级|件|文件)?[\s　]*)([★☆*＊·•（(\d].*|$)|(秘|机|绝)密[\s　]*[★☆]`)

// otherSecrets are secrets that a 密级 may name and that are none of the state.
var otherSecrets = strings.NewReplacer("工作秘密", "", "商业秘密", "", "个人秘密", "")

// maySecret finds the word of a degree of state secrets anywhere.
var maySecret = regexp.MustCompile(`[秘机绝][\s　]*密`)

// classification reads 密级. What is a state secret is an error on an ordinary
// machine; where bulletin.yaml says 涉密环境: true it is a warning, and so is
// everywhere what only may be one.
func (r *keyReader) classification(v *value) {
	r.front.Classification = r.lines("密级", v)
	for _, p := range r.front.Classification {
		switch secret := secretMarks.MatchString(p.Text); {
		case secret && !r.secret:
			r.add(p.At, "密级", "普通计算机上不得编写涉密简报；确在涉密环境中使用的，在 bulletin.yaml 写 涉密环境: true", "“%s”是国家秘密的密级", p.Text)
		case secret:
			r.findings.Add(p.At, diag.Warning, "密级", "稿件、名册和输出都按涉密载体管理：只在涉密计算机上处理，分发要登记、编号、签收",
				"“%s”是国家秘密，不得在普通计算机上处理", p.Text)
		case !r.secret && maySecret.MatchString(otherSecrets.Replace(p.Text)):
			r.findings.Add(p.At, diag.Warning, "密级", "确是国家秘密的，不得在普通计算机上编写；不是的，写作 内部资料 或 工作秘密", "“%s”像是国家秘密的密级", p.Text)
		}
	}
}

// checkTogether reports what only several keys show.
func (r *keyReader) checkTogether() {
	f := r.front
	if f.Supplement && f.Number > 0 {
		r.add(f.Keys["期号"], "增刊", "增刊自成序列：删去 期号，编号写在 增刊", "期号与增刊只能写一个")
	}
	if f.Signer.Text != "" && !f.DateAtEnd {
		r.findings.Add(f.Signer.At, diag.Warning, "签发人", "要印签发人的，写作 日期位置: 文末", "日期在报头时不印签发人")
	}
	if f.Total == 0 && f.Number > 0 && strings.Contains(f.NumberForm.Text, "{总期号}") && f.Keys["总期号"].Source == nil {
		r.add(f.NumberAt, "总期号", "写作 总期号: 数字", "期号写法用了 {总期号}，却没有写总期号")
	}
}

// required reports the keys an issue cannot do without.
func (r *keyReader) required(at *value) {
	f := r.front
	missing := func(key, hint string) {
		code, _, _ := strings.Cut(key, "（")
		r.add(at.at, code, hint, "缺少%s", key)
	}
	if len(f.Name) == 0 && !r.reported("刊名") {
		if p, ok := f.Keys["刊名"]; ok {
			r.add(p, "刊名", "写作 刊名: 工作简报", "刊名是空的")
		} else {
			missing("刊名", fmt.Sprintf("写作 刊名: 工作简报（各期相同的写在 %s）", SettingsName))
		}
	}
	if _, ok := f.Keys["期号"]; !ok && !f.Supplement {
		missing("期号", "写作 期号: 7；增刊写作 增刊: true")
	}
	if _, ok := f.Keys["date"]; !ok {
		missing("date（日期）", "写作 date: 2020-09-22")
	}
}

// reported tells whether a finding has a code.
func (r *keyReader) reported(code string) bool {
	return slices.ContainsFunc(*r.findings, func(d diag.Diagnostic) bool { return d.Code == code })
}
