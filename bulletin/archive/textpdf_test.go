package archive

import (
	"bytes"
	"strings"
	"testing"

	"jianbao/bulletin/pdf/object"
)

// TestForgedFiles changes the PDF of an issue as somebody could with a program
// for PDF, and holds that each change is told.
func TestForgedFiles(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	issue := o.issue("---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n报: [市委办公室]\n报尾每页: true\n---\n\n# 第一篇\n\n正文。\n\n![图](img/wide.png)\n\n\\newpage\n\n第二页[网站](http://a.cn)。\n", nil)
	data := o.pdf(t, issue)
	same(t, "as made", issue, data)
	for name, c := range map[string]struct {
		forge func(*forgery)
		want  string
	}{
		"text beside all":    {func(f *forgery) { f.draw(1, "BT /Helvetica 16 Tf 90 90 Td (Added)Tj ET") }, "第2页：PDF 多出“Added”，不属于任何段落"},
		"text as artifact":   {func(f *forgery) { f.draw(0, "/Artifact BMC BT /F0 16 Tf 90 90 Td [(2019)]TJ ET EMC") }, "第1页"},
		"picture over text":  {func(f *forgery) { f.draw(0, "q 9 0 0 9 9 9 cm /Im1 Do Q") }, "第1页：PDF 多出“〔图〕”"},
		"unseen text":        {func(f *forgery) { f.draw(0, "3 Tr") }, "第1页：PDF 里有本软件不会写的内容（Tr）"},
		"clip":               {func(f *forgery) { f.draw(0, "0 0 1 1 re W n") }, "（W）"},
		"white text":         {func(f *forgery) { f.draw(0, "1 1 1 rg") }, "（white）"},
		"form":               {func(f *forgery) { f.form() }, "（XObject Form）"},
		"comment":            {func(f *forgery) { f.annotate("FreeText") }, "（annotation FreeText）"},
		"form to fill in":    {func(f *forgery) { f.file.Catalog()["AcroForm"] = object.Dict{} }, "PDF 里有本软件不会写的内容（Catalog AcroForm）"},
		"number of a page":   {func(f *forgery) { f.swapMarks(1) }, "第2页"},
		"title":              {func(f *forgery) { f.info("Title", "简报第2期") }, "文件属性的标题（x.md:3）：稿件是“简报第1期”，PDF 是“简报第2期”"},
		"one of two titles":  {func(f *forgery) { f.info("Title", "简报第2期") }, "文件属性 Title 在 PDF 的两处"},
		"words of a picture": {func(f *forgery) { f.each("Alt", object.TextString("假的")) }, "“第一篇”一文的图片的替代文字（x.md:13）：稿件是“图”，PDF 是“假的”"},
		"words for blind":    {func(f *forgery) { f.each("ActualText", object.TextString("假的")) }, "（ActualText）"},
		"bookmark":           {func(f *forgery) { f.bookmark("第二篇") }, "书签（x.md:9）：稿件是“第一篇”，PDF 是“第二篇”"},
		"character":          {func(f *forgery) { f.unicode("<6B63>", "<53CD>") }, "第1页“第一篇”一文（x.md:11）：稿件是“…9月22日第一篇正文。"},
		"no tree":            {func(f *forgery) { delete(f.file.Catalog(), "StructTreeRoot") }, "第1页：PDF 多出"},
	} {
		t.Run(name, func(t *testing.T) {
			f := open(t, data)
			c.forge(f)
			var lines []string
			for _, d := range Compare(issue, readout(t, f.bytes())) {
				lines = append(lines, d.String())
			}
			if all := strings.Join(lines, "\n"); !strings.Contains(all, c.want) {
				t.Errorf("told:\n%s\nwant %s", all, c.want)
			}
		})
	}
}

// A forgery is a PDF file that is being changed.
type forgery struct {
	*testing.T
	file  *object.File
	pages []object.Dict
}

func open(t *testing.T, data []byte) *forgery {
	t.Helper()
	file, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	f := &forgery{T: t, file: file}
	for _, kid := range file.Array(file.Dict(file.Catalog()["Pages"])["Kids"]) {
		f.pages = append(f.pages, file.Dict(kid))
	}
	return f
}

func (f *forgery) bytes() []byte {
	var b bytes.Buffer
	if err := object.Write(&b, f.file); err != nil {
		f.Fatal(err)
	}
	return b.Bytes()
}

// edit changes the data of a stream.
func (f *forgery) edit(o object.Object, change func(string) string) {
	s := f.file.Stream(o)
	data, err := s.Decode()
	if err != nil {
		f.Fatal(err)
	}
	delete(s.Dict, "Filter")
	s.Data = []byte(change(string(data)))
}

// draw adds operators at the end of a page.
func (f *forgery) draw(page int, operators string) {
	f.edit(f.pages[page]["Contents"], func(s string) string { return s + "\n" + operators })
}

// swapMarks turns the artifact with the page number into one of another number.
func (f *forgery) swapMarks(page int) {
	f.edit(f.pages[page]["Contents"], func(s string) string {
		at := strings.LastIndex(s, "[<")
		return s[:at] + "[<" + strings.Replace(s[at+2:], ">]TJ", "0001>]TJ", 1)
	})
}

func (f *forgery) form() {
	form := f.file.Add(&object.Stream{Dict: object.Dict{"Type": object.Name("XObject"), "Subtype": object.Name("Form")}, Data: []byte("BT (x)Tj ET")})
	f.file.Dict(f.file.Dict(f.pages[0]["Resources"])["XObject"])["Fm"] = form
	f.draw(0, "/Fm Do")
}

func (f *forgery) annotate(kind object.Name) {
	f.pages[0]["Annots"] = object.Array{object.Dict{"Type": object.Name("Annot"), "Subtype": kind, "Contents": object.String("x")}}
}

func (f *forgery) info(key object.Name, text string) {
	f.file.Dict(f.file.Trailer["Info"])[key] = object.TextString(text)
}

// each sets an entry of all elements of pictures.
func (f *forgery) each(key object.Name, value object.Object) {
	for _, o := range f.file.Objects {
		if d, ok := o.(object.Dict); ok && d["S"] == object.Name("Figure") {
			d[key] = value
		}
	}
}

func (f *forgery) bookmark(title string) {
	f.file.Dict(f.file.Dict(f.file.Catalog()["Outlines"])["First"])["Title"] = object.TextString(title)
}

// unicode changes what a code stands for, in all fonts.
func (f *forgery) unicode(from, to string) {
	for _, o := range f.file.Objects {
		if d, ok := o.(object.Dict); ok && d["ToUnicode"] != nil {
			f.edit(d["ToUnicode"], func(s string) string { return strings.ReplaceAll(s, " "+from, " "+to) })
		}
	}
}
