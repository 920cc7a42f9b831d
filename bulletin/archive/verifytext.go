package archive

import (
	"jianbao/bulletin"
	"jianbao/bulletin/pdf"
)

// mostTold is how many differences of an issue are told one by one.
const mostTold = 3

// firstOf returns the first differences in words.
func firstOf(found []Difference) []string {
	var out []string
	for _, d := range found[:min(len(found), mostTold)] {
		out = append(out, d.String())
	}
	return out
}

// texts compares the PDF of each issue that stands on the shelf with the text of
// its source, several at a time. failed are the issues that could not be made.
func (v *Verification) texts(t Task, failed map[string]bool) {
	found := make([]Verification, len(t.Issues))
	inParallel(len(found), t.Jobs, func() func(int) {
		return func(i int) {
			if issue := t.Issues[i]; !t.blocked(issue) {
				found[i].text(t.Out, issue, failed[issue.Path])
			}
		}
	})
	for _, f := range found {
		v.Faults = append(v.Faults, f.Faults...)
		v.Read += f.Read
	}
}

// text compares the PDF of one issue with its source. One that is not there, or
// cannot be read, is said by Verify.
func (v *Verification) text(out Output, issue *bulletin.Issue, failed bool) {
	name := issue.Path + ".pdf"
	data, err := readPDF(out.FS, name)
	if err != nil || failed && issue.Seal != nil && sumOf(data) == issue.Seal.PDF { // that it is sealed is why it failed
		return
	}
	r, err := pdf.Read(data)
	if err != nil {
		return
	}
	v.Read++
	if list := Compare(issue, r); len(list) > 0 {
		v.add(name, "文字不同", "稿件对的，再执行 bulletin build；PDF 是印发的那一个，就从备份恢复稿件", "PDF 的文字与稿件不同，共 %d 处", len(list))
		f := &v.Faults[len(v.Faults)-1]
		if f.More = firstOf(list); len(list) > mostTold {
			f.More = append(f.More, "等等")
		}
	}
}
