package archive

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/pdf"
)

// sealedStands reports whether the PDF an issue was sealed with stands there, and
// what it was made of is the same but for the tool. It is left alone then, for
// another version of the tool may set another one.
func (u *update) sealedStands(p *plan) bool {
	seal := p.issue.Seal
	if seal == nil || seal.Tool == u.Producer {
		return false
	}
	sum, _ := newSummer().sum(u.Out.FS, p.path+".pdf")
	return sum == seal.PDF && len(SealChanges(p.issue, p.in.Pictures, p.in.FontFiles, seal.Tool)) == 0
}

func (u *update) size(name string) int64 {
	info, err := fs.Stat(u.Out.FS, name)
	if err != nil {
		return 0
	}
	return info.Size()
}

// sealFault is an error when the PDF of a sealed issue, of which sum is the hash,
// has become another one; none otherwise.
func (t *Task) sealFault(issue *bulletin.Issue, in inputs, sum string) diag.List {
	seal := issue.Seal
	if seal == nil || sum == seal.PDF {
		return nil
	}
	causes := SealChanges(issue, in.Pictures, in.FontFiles, t.Producer)
	why := "不知道什么变了"
	if len(causes) > 0 {
		why = "变了的是" + strings.Join(causes, "、")
	}
	hint := fmt.Sprintf("恢复原样；印发后的更正写在 更正 里；确要换的，bulletin seal --reason 原因 %s 重新封存", issue.Source.Name)
	if len(causes) == 1 && seal.Tool != t.Producer {
		hint = fmt.Sprintf("把当时的 PDF 放回输出文件夹，或用 %s 生成；确要换的，bulletin seal --reason 原因 %s 重新封存", seal.Tool, issue.Source.Name)
	}
	var l diag.List
	l.Add(issue.Source.At(0), diag.Error, "封存", hint, "这一期已于%s封存，现在生成的 PDF 与印发的不同：%s%s", seal.Date, why, t.retold(issue))
	return l
}

// holdSeal sets the PDF of a sealed issue, which is not to be written, and returns
// an error when it has become another one. What only another version of the tool
// sets otherwise is none.
func (w *worker) holdSeal(issue *bulletin.Issue, pictures map[string]*layout.Picture, in inputs) (diag.List, error) {
	if issue.Seal == nil || len(SealChanges(issue, in.Pictures, in.FontFiles, issue.Seal.Tool)) == 0 {
		return nil, nil
	}
	plain := *w.Task
	plain.Grid, plain.Numbered, plain.Draft = false, false, nil
	own := worker{Task: &plain}
	var r Result
	if doc, err := own.typeset(issue, pictures, &r); err != nil || doc == nil {
		return nil, err
	}
	return w.sealFault(issue, in, sumOf(own.pdf.Bytes())), nil
}

// retold says where the text of a sealed issue is another now than in the PDF it
// was sealed with, if that stands there; "" when it does not.
func (t *Task) retold(issue *bulletin.Issue) string {
	if t.Out.FS == nil {
		return ""
	}
	data, err := readPDF(t.Out.FS, issue.Path+".pdf")
	if err != nil || sumOf(data) != issue.Seal.PDF {
		return ""
	}
	r, err := pdf.Read(data)
	if err != nil {
		return ""
	}
	found := Compare(issue, r)
	if len(found) == 0 {
		return "；文字没有变，变的是版面、图片或字体"
	}
	more := ""
	if len(found) > mostTold {
		more = "；等等"
	}
	return fmt.Sprintf("；文字有 %d 处与印发的不同：%s%s", len(found), strings.Join(firstOf(found), "；"), more)
}

// SealChanges says what of an issue is not as it was sealed, in words for people;
// tool is the present one, and the hashes of pictures and font files are those of
// now.
func SealChanges(issue *bulletin.Issue, pictures, fonts map[string]string, tool string) []string {
	seal := issue.Seal
	var out []string
	if issue.IssuedSum() != seal.Source {
		out = append(out, "稿件")
	}
	record := ""
	if issue.Record != nil {
		record = issue.Record.Sum
	}
	if record != seal.Record {
		out = append(out, "分发记录")
	}
	for _, k := range []struct {
		what     string
		was, now map[string]string
	}{{"图片", seal.Pictures, pictures}, {"字体", seal.Fonts, fonts}} {
		for _, name := range differing(k.was, k.now) {
			out = append(out, k.what+" "+name)
		}
	}
	if seal.Tool != tool {
		out = append(out, fmt.Sprintf("工具（%s，现在是 %s）", seal.Tool, tool))
	}
	return out
}

// differing returns the names whose values two maps do not share.
func differing(a, b map[string]string) []string {
	names := map[string]bool{}
	for name, v := range a {
		if b[name] != v {
			names[name] = true
		}
	}
	for name, v := range b {
		if a[name] != v {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
