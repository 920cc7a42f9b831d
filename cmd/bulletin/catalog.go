package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/catalog"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/pdf"
)

const catalogHelp = `归档用的目录和元数据，由稿件现在的样子算出：

  归档文件目录-2020.xlsx  一年一个，栏目照 DA/T 22-2015：序号、档号、文号、
  归档文件目录-2020.pdf   责任者、题名、日期、密级、页数、备注；PDF 有封面，可打印
  元数据/2020/004.xml     一期一个，照 DA/T 46-2009 的元素；含 PDF 的大小和
                          SHA-256。不做电子签名和封装（DA/T 48-2009）
  四性检测-2020.xml       照 DA/T 70-2018，本工具自己能查的各项：期号连续、
                          元数据必备项、PDF 与稿件一致、字体嵌入、无脚本等；
                          查不了的写“未检测”

一期为一件，件号在一年里按日期、期号从 0001 排起。档号要在 bulletin.yaml 里写
归档，见 bulletin help 归档；没有写，档号空着。例如
  归档: {全宗号: Z109, 全宗名称: 某某局, 保管期限: 永久, 机构: BGS}
有错误的那一年不写：缺一期的目录不能用。

路径的写法与 build 相同：一个文件夹（如一年）、一期，或不写（全部）。
只列一部分时，文件名带“节选”，件号不变。

封存的各期照封存时的 PDF 编；封存、更正写在备注里。

  -o 文件夹        输出到哪里，不写则为 catalog
  --year N         只要日期在这一年的各期
  --public 文件夹  build 的输出文件夹，不写则为 public；现在的工具做不出封存的
                   那个 PDF 时，到那里找

再做一次时，xlsx 里手填的档号、备注抄过来，改过的原文件另存为 -旧1。
`

func runCatalog(args []string, w world) int {
	set := flag.NewFlagSet("catalog", flag.ContinueOnError)
	dir, public, year := set.String("o", "catalog", ""), set.String("public", "public", ""), set.Int("year", 0, "")
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "catalog", w)
	}
	switch {
	case *dir == "":
		return w.usage("-o 后面写文件夹")
	case given(set, "year") && (*year < 1900 || *year > 9999):
		return w.usage("--year 后面写四位的年份，例如 2020")
	}
	t, err := locate(paths)
	if err != nil {
		return w.locateError(err)
	}
	c := &cataloguer{target: t, public: *public, year: *year, blocked: map[int]bool{}}
	c.outbox = &outbox{world: w, dir: *dir, out: folderOutput(*dir), said: map[string]bool{}}
	switch err := c.run(); {
	case err != nil:
		return w.machine(err)
	case c.bad > 0:
		return exitSources
	}
	return exitDone
}

// A cataloguer makes the catalogues of a target.
type cataloguer struct {
	*outbox
	*target
	task    *archive.Task
	public  string // the folder of web pages, where sealed PDF files stand
	year    int    // the one that is asked for; 0 for all
	items   []catalog.Item
	blocked map[int]bool // years of which an issue has errors
}

// run builds the issues in memory and writes the catalogues of the years that
// have no errors.
func (c *cataloguer) run() error {
	if c.unsealed() {
		return nil
	}
	if err := c.measure(); err != nil {
		return err
	}
	switch {
	case c.undated():
		return nil
	case len(c.issues) == 0:
		c.none()
		return nil
	}
	c.report(c.hints())
	c.warnPublic(c.dir, "目录和元数据", "catalog")
	for _, year := range slices.Sorted(maps.Keys(c.blocked)) {
		fmt.Fprintf(c.err, "%s：没有生成，请先改正上面的错误；缺一期的目录不写\n", inFolder(c.dir, []string{yearName(year)}))
	}
	written := 0
	for _, y := range catalog.Years(c.filing(), c.series.Issues, c.items) {
		if c.blocked[y.Year] {
			continue
		}
		if err := c.file(y); err != nil {
			return err
		}
		written += len(y.Entries)
	}
	if written > 0 {
		fmt.Fprintf(c.err, "元数据 %d 期 → %s\n", written, inFolder(c.dir, []string{metadataFolder}))
	}
	return c.strays()
}

// unsealed reports on what all issues share; true when a sealed issue is missing,
// nobody knows what is sealed, or a folder could not be looked through.
func (c *cataloguer) unsealed() bool {
	shared := c.series.Findings()
	c.report(shared)
	if !slices.ContainsFunc(shared, func(d diag.Diagnostic) bool {
		return d.Severity == diag.Error && (d.Code == "封存" || d.Code == "文件")
	}) {
		return false
	}
	fmt.Fprintln(c.err, "目录没有生成，请先改正上面的错误；缺一期的目录不写")
	return true
}

// file writes all that is made of a year.
func (c *cataloguer) file(y catalog.Year) error {
	c.names = nil
	if err := c.catalogue(y); err != nil {
		return err
	}
	checks, faults := y.Checks(c.gaps(y.Year), producer)
	if err := c.write("四性检测"+strings.TrimPrefix(c.name(y), catalogueName)+".xml", checks); err != nil {
		return err
	}
	for _, e := range y.Entries {
		if err := c.out.Write(metadataFolder+"/"+e.Issue.Path+".xml", e.Metadata(y.Filing, producer)); err != nil {
			return err
		}
	}
	fmt.Fprintf(c.err, "%d年 %d 件 → %s", y.Year, len(y.Entries), inFolder(c.dir, c.names))
	if faults > 0 {
		fmt.Fprintf(c.err, "；四性检测 %d 项不通过，见其中的说明", faults)
	}
	fmt.Fprintln(c.err)
	return nil
}

// strays points out metadata of an earlier run that belong to no issue any more.
func (c *cataloguer) strays() error {
	if c.root == "" {
		return nil
	}
	known := map[string]bool{}
	for _, issue := range c.series.Issues {
		known[metadataFolder+"/"+issue.Path+".xml"] = true
	}
	return fs.WalkDir(c.out.FS, metadataFolder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err == nil && !d.IsDir() && path.Ext(name) == ".xml" && !known[name]:
			fmt.Fprintf(c.err, "注意：%s 不属于现在的任何一期，核对后删去\n", inFolder(c.dir, []string{name}))
		}
		return err
	})
}

// undated reports the issues of the series whose day is not known: without it no
// 件号 of any year is certain.
func (c *cataloguer) undated() bool {
	var files []string
	for _, issue := range c.series.Issues {
		if issue.Date == (bulletin.Date{}) {
			files = append(files, diag.Name(issue.Source.Name))
		}
	}
	if len(files) == 0 {
		return false
	}
	c.bad++
	fmt.Fprintf(c.err, "%s：没有日期，不知属于哪一年，件号排不出；目录没有生成，请先改正\n", strings.Join(files, "、"))
	return true
}

// none says that there is nothing to catalogue.
func (c *cataloguer) none() {
	if c.year != 0 {
		fmt.Fprintf(c.err, "没有 %d 年的简报。\n", c.year)
		return
	}
	fmt.Fprintln(c.err, "没有找到简报（.md 文件）。")
}

// gaps says which numbers of a year are missing or come twice.
func (c *cataloguer) gaps(year int) string {
	in := map[string]bool{}
	for _, issue := range c.series.Issues {
		in[issue.Path+".html"] = issue.Date.Year == year
	}
	var out []string
	for _, f := range archive.Numbers(c.series.Issues) {
		if in[f.File] {
			out = append(out, f.Text)
		}
	}
	return strings.Join(out, "；")
}

// filing is where the office files the issues of the series.
func (c *cataloguer) filing() bulletin.Filing {
	if c.series.Settings == nil {
		return bulletin.Filing{}
	}
	return c.series.Settings.Front.Filing
}

// hints say what is left blank, and how to fill it in.
func (c *cataloguer) hints() diag.List {
	var l diag.List
	f := c.filing()
	at := f.At
	if at.Source == nil && c.series.Settings != nil {
		at = c.series.Settings.Source.At(0)
	}
	switch missing := strings.Join(f.Missing(), "、"); {
	case missing == "":
	case f.At.Source == nil:
		l.Add(at, diag.Info, "归档", "在 "+bulletin.SettingsName+" 写 归档: {全宗号: Z109, 保管期限: 永久, 机构: BGS}，换成本单位的", "没有写归档，档号空着")
	default:
		l.Add(at, diag.Info, "归档", "补上"+missing+"；不按机构分类的写 机构: 无", "归档里没有%s，档号空着", missing)
	}
	for _, it := range c.items {
		if len(it.Issue.Signing()) == 0 {
			l.Add(it.Issue.NumberAt, diag.Info, "编发单位", "写作 编发单位: 某某办公室（各期相同的写在 "+bulletin.SettingsName+"）", "没有编发单位，目录的责任者空着")
		}
	}
	return l
}

const (
	catalogueName  = "归档文件目录"
	metadataFolder = "元数据"
)

// yearName is the name of the catalogue of a year.
func yearName(year int) string { return fmt.Sprintf("%s-%d", catalogueName, year) }

// name is that of the files of a catalogue; one that lacks issues of its year
// does not take the place of the whole.
func (c *cataloguer) name(y catalog.Year) string {
	whole := 0
	for _, issue := range c.series.Issues {
		if issue.Date.Year == y.Year {
			whole++
		}
	}
	if len(y.Entries) < whole {
		return yearName(y.Year) + "-节选"
	}
	return yearName(y.Year)
}

// catalogue writes a catalogue as a workbook and, with what people wrote into
// that, as pages.
func (c *cataloguer) catalogue(y catalog.Year) error {
	data, name := y.Sheet(), c.name(y)
	if err := c.workbook(name, data); err != nil {
		return err
	}
	style := y.Entries[0].Issue
	if s := c.series.Settings; s != nil {
		style = &bulletin.Issue{Source: s.Source, Front: s.Front}
	}
	assets, findings := c.task.Assets(style)
	doc, more := y.Pages(style, assets, data)
	if findings = append(findings, more...); findings.Errors() > 0 {
		c.report(findings)
		fmt.Fprintf(c.err, "%s：没有生成，请先改正上面的错误\n", inFolder(c.dir, []string{name + ".pdf"}))
		return nil
	}
	c.report(findings)
	var b bytes.Buffer
	if err := pdf.Write(&b, doc, pdf.Options{Producer: producer}); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return c.write(name+".pdf", b.Bytes())
}
