package archive

import (
	"fmt"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
)

// pdfName is the name of the PDF of an issue. That of its numbered copies is
// another, so that none takes the place of the issue itself.
func (t *Task) pdfName(issue *bulletin.Issue) string {
	switch {
	case t.Draft != nil:
		return draftName(issue, t.Draft.Word)
	case !t.Numbered:
		return issue.Path + ".pdf"
	case t.Reprint > 0:
		return fmt.Sprintf("%s-加印%d-编号本.pdf", issue.Path, t.Reprint)
	}
	return issue.Path + "-编号本.pdf"
}

// Bounds of a file of numbered copies; what is more should be printed in parts.
const (
	mostNumbered      = 10_000    // copies
	mostNumberedPages = 60_000    // of all copies together
	mostNumberedNodes = 1_500_000 // of their structure trees: about a kilobyte each while the file is made
)

// copiesAt is where an issue says how many copies there are.
func (t *Task) copiesAt(issue *bulletin.Issue) diag.Pos {
	switch {
	case t.Reprint > 0 && t.Reprint <= len(issue.Reprints):
		return issue.Reprints[t.Reprint-1].At
	case issue.CopiesAt.Source != nil:
		return issue.CopiesAt
	}
	return issue.NumberAt
}

// numbered sets the copies of a printing, each with its 份号 and with a bookmark
// that says whose it is.
func (t *Task) numbered(issue *bulletin.Issue, assets *layout.Assets) (*page.Document, diag.List) {
	var findings diag.List
	if issue.Distribution == nil {
		findings.Add(issue.NumberAt, diag.Error, "名册", "先改正 "+bulletin.RegisterName, "名册有错误，编不了份号")
		return nil, findings
	}
	if t.Reprint >= len(issue.Distribution.Printings) {
		findings.Add(issue.NumberAt, diag.Error, "加印", "在文头的 加印 里写明日期和份数", "这一期没有第%d次加印", t.Reprint)
		return nil, findings
	}
	if !issue.Distribution.HasNumbers() {
		findings.Add(issue.NumberAt, diag.Warning, "份号", "在文头写 份号: 1，签收单和登记簿上才有份号", "没有写份号，从000001编起")
	}
	printing := issue.Distribution.Numbered()[t.Reprint]
	if printing.Total > mostNumbered {
		findings.Add(t.copiesAt(issue), diag.Error, "份数", "核对份数；确要这么多的，其余用 加印 分次编号", "%d份太多，一个文件最多编%d份", printing.Total, mostNumbered)
		return nil, findings
	}
	var marks []layout.CopyMark
	for _, s := range printing.Shares {
		for n := range s.Copies {
			marks = append(marks, layout.CopyMark{Number: s.First + n, Title: fmt.Sprintf("%06d %s", s.First+n, s.Unit.Name.Text)})
		}
	}
	doc, more := layout.NumberedPages(issue, assets, marks)
	findings = append(findings, more...)
	if n := len(doc.Pages) * len(marks); n > mostNumberedPages || len(doc.Tree)*len(marks) > mostNumberedNodes {
		findings.Add(t.copiesAt(issue), diag.Error, "份数", "核对份数；确要这么多的，分几次印", "%d份、每份%d页，一个文件放不下", len(marks), len(doc.Pages))
	}
	return doc, findings
}
