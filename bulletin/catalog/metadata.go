package catalog

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/sheet"
)

// Metadata returns what is known of an entry as an XML file after DA/T 46-2009:
// elements have the names of the standard and, where they are sure, its numbers;
// what is not known is left out. program is the name and version of the tool. It
// is no EEP of DA/T 48-2009: nothing is signed.
func (e Entry) Metadata(f bulletin.Filing, program string) []byte {
	file := []element{
		text("聚合层次", "", "文件"),
		e.origin(f),
		text("电子文件号", "M7", e.Issue.Path),
		e.code(f),
		e.content(),
		e.form(),
	}
	if e.Issue.Seal != nil {
		program = e.Issue.Seal.Tool
	}
	for _, x := range e.Files {
		size := ""
		if x.Size > 0 {
			size = strconv.FormatInt(x.Size, 10)
		}
		file = append(file, container("电子属性", "",
			text("格式信息", "", x.Format),
			text("计算机文件名", "", x.Name),
			text("计算机文件大小", "", size),
			text("文档创建程序", "", program),
		))
	}
	for _, note := range e.notes() {
		file = append(file, text("附注", "", note))
	}
	root := container("电子文件元数据", "", container("文件实体", "", file...))
	root.attributes = [][2]string{{"标准", "DA/T 46-2009"}}
	root.below = append(root.below, e.people()...)
	root.below = append(root.below, e.business()...)
	return root.document()
}

// origin is whose file it is.
func (e Entry) origin(f bulletin.Filing) element {
	return container("来源", "M2",
		text("档案馆名称", "M3", f.Archives.Text),
		text("档案馆代码", "M4", f.ArchivesCode.Text),
		text("全宗名称", "M5", f.FondsName.Text),
		text("立档单位名称", "M6", f.Creator.Text),
	)
}

// code is the 档号 and its parts. Without a 档号 the 件号 is none either: it
// belongs to a class nobody named.
func (e Entry) code(f bulletin.Filing) element {
	class, piece := f.ClassName.Text, ""
	if class == "" {
		class = f.Class.Text
	}
	if e.Code != "" {
		piece = bulletin.PieceText(e.Piece)
	}
	code := container("档号", "M8",
		text("全宗号", "M9", f.Fonds.Text),
		text("年度", "M11", strconv.Itoa(e.Issue.Date.Year)),
		text("保管期限", "M12", f.Retention),
		text("机构或问题", "M13", class),
		text("室编件号", "M17", piece),
	)
	if e.Code != "" {
		code.attributes = [][2]string{{"值", e.Code}}
	}
	return code
}

// content is what the issue says of itself.
func (e Entry) content() element {
	issue := e.Issue
	list := []element{
		text("题名", "M22", issue.Title()),
		text("摘要", "M29", summary(issue)),
		text("文件编号", "M31", number(issue)),
	}
	for _, p := range issue.Signing() {
		list = append(list, text("责任者", "M32", p.Text))
	}
	list = append(list, text("日期", "M33", issue.Date.ISO()), text("文种", "M34", "简报"))
	for _, r := range issue.Lists {
		if r.Key == "报" {
			list = append(list, text("主送", "M36", recipients(issue, r)))
		}
	}
	for _, r := range issue.Lists {
		if r.Key != "报" {
			list = append(list, text("抄送", "M37", recipients(issue, r)))
		}
	}
	degree, term := classification(issue)
	return container("内容描述", "M21", append(list, text("密级", "M38", degree), text("保密期限", "M39", term))...)
}

// summary is the 导读 by its 栏目, or the titles of the articles.
func summary(issue *bulletin.Issue) string {
	var out []string
	for _, g := range issue.Contents.Groups {
		items := between(g.Items, "；").String()
		if g.Title.Text != "" && items != "" {
			items = g.Title.Text + "：" + items
		}
		if items != "" {
			out = append(out, items)
		}
	}
	if len(out) == 0 {
		return between(issue.Titles(), "；").String()
	}
	return strings.Join(out, "。")
}

// recipients are the names of a list as they are printed, without the mark at
// their end.
func recipients(issue *bulletin.Issue, r bulletin.Recipients) string {
	marks := issue.Style.Separators
	marks.End.Text = ""
	return sheet.Words(r.Names(marks)).String()
}

// secret is a degree of state secrets with its term: 机密★10年.
var secret = regexp.MustCompile(`^\s*([秘机绝]密)\s*★\s*(\S.*?)\s*$`)

// classification returns the 密级 and, of one that has it, the 保密期限.
func classification(issue *bulletin.Issue) (degree, term string) {
	degree = sheet.Words(issue.Classification).Spaced().String()
	if m := secret.FindStringSubmatch(degree); m != nil {
		return m[1], m[2]
	}
	return degree, ""
}

// form is what the file looks like.
func (e Entry) form() element {
	return container("形式特征", "M40",
		text("文件组合类型", "M41", "单件"),
		text("件数", "M42", "1"),
		text("页数", "M43", strconv.Itoa(e.Pages)),
		text("语种", "M44", "汉语"),
		text("稿本", "M45", "正本"),
	)
}

// notes are the remarks of the catalogue, how many copies were printed, and the
// sums by which the files are known again.
func (e Entry) notes() []string {
	var out []string
	for _, w := range e.remarks() {
		out = append(out, w.String())
	}
	if e.Issue.Copies > 0 {
		out = append(out, "共印"+strconv.Itoa(e.Issue.Copies)+"份")
	}
	for _, x := range e.Files {
		out = append(out, x.Name+" 的 SHA-256："+x.Sum)
	}
	return out
}
