package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/dispatch"
	"jianbao/bulletin/page"
)

const recipientsHelp = `谁收哪几份：由各期的报、送、发、增发和名册 recipients.yaml 算出。
不写下面的选项时在屏幕上列表；写了就生成文件，放到 distribution 文件夹。

路径的写法与 build 相同：一期、一个文件夹（如一年），或不写（全部）。

  --pdf              分发明细表、签收单、送文簿，各一个 PDF
  --slips            每个单位一张发文通知单，带回执，一页四张
  --labels 3x8|2x7   收件标签：3×8（70×37 mm）或 2×7（99.1×38.1 mm）的 A4 标签纸
  --envelopes C4|C5|ZL  信封，一个单位一页
  --xlsx             发文登记簿和分发明细，一个 Excel 文件
  --csv              同上，两个 CSV 文件
  -o 文件夹          输出到哪里，不写则为 distribution
  --sort list|route  按名单顺序，或按路线；不写时标签和信封按路线，其余按名单
  --reprint N        第 N 次加印的单据；不写则为首印
  --year N           只要日期在这一年的各期
  --cover N          第一个信封的封号；不写则从 1 起，加印的接着编
  --urgent           标签、信封、送文簿上印“急件”
  --start N          标签从第几个空位开始（用过一部分的标签纸），不写则为 1
  --offset X,Y       打印机的偏差，毫米：标签、信封向右移 X、向下移 Y，如 --offset=-1,0.5

名册与这些单据不进 public，不会上网。
`

// distribution is what the flags of recipients ask for.
type distribution struct {
	dir                         string
	pdf, slips, xlsx, csv       bool
	labels, envelopes, sort     string
	offset                      string
	reprint, year, cover, start int
	urgent                      bool

	sheet    dispatch.LabelSheet
	envelope dispatch.Envelope
	dx, dy   page.Length
}

func runRecipients(args []string, w world) int {
	set := flag.NewFlagSet("recipients", flag.ContinueOnError)
	var d distribution
	set.StringVar(&d.dir, "o", "distribution", "")
	set.BoolVar(&d.pdf, "pdf", false, "")
	set.BoolVar(&d.slips, "slips", false, "")
	set.BoolVar(&d.xlsx, "xlsx", false, "")
	set.BoolVar(&d.csv, "csv", false, "")
	set.StringVar(&d.labels, "labels", "", "")
	set.StringVar(&d.envelopes, "envelopes", "", "")
	set.StringVar(&d.sort, "sort", "", "")
	set.StringVar(&d.offset, "offset", "0,0", "")
	set.IntVar(&d.reprint, "reprint", 0, "")
	set.IntVar(&d.year, "year", 0, "")
	set.IntVar(&d.cover, "cover", 0, "")
	set.IntVar(&d.start, "start", 1, "")
	set.BoolVar(&d.urgent, "urgent", false, "")
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "recipients", w)
	}
	if fault := d.check(set); fault != "" {
		return w.usage("%s", fault)
	}
	t, err := locate(paths)
	if err != nil {
		return w.locateError(err)
	}
	return w.distribute(t, paths, &d)
}

// check reads the values of the flags and says what is wrong with them.
func (d *distribution) check(set *flag.FlagSet) string {
	var ok bool
	name := strings.NewReplacer("×", "x", "X", "x", "*", "x").Replace(d.labels)
	if d.sheet, ok = dispatch.LabelSheetNamed(name); given(set, "labels") && !ok {
		return "--labels 后面写 3x8 或 2x7"
	}
	if d.envelope, ok = dispatch.EnvelopeNamed(strings.ToUpper(d.envelopes)); given(set, "envelopes") && !ok {
		return "--envelopes 后面写 C4、C5 或 ZL"
	}
	if d.dx, d.dy, ok = offset(d.offset); !ok {
		return "--offset 后面写向右、向下移几毫米，50 以内，例如 --offset=-1,0.5"
	}
	switch {
	case d.dir == "":
		return "-o 后面写文件夹"
	case given(set, "sort") && d.sort != "list" && d.sort != "route":
		return "--sort 后面写 list（按名单）或 route（按路线）"
	case d.labels != "" && (d.start < 1 || d.start > d.sheet.Places()):
		return fmt.Sprintf("--start 后面写 1 到 %d：一张标签纸有这么多个标签", d.sheet.Places())
	case d.labels == "" && given(set, "start"):
		return "--start 与 --labels 一起用"
	case given(set, "cover") && d.cover < 1 || d.cover > 999_999:
		return "--cover 后面写 1 到 999999 的整数"
	case d.reprint < 0 || given(set, "reprint") && d.reprint == 0:
		return "--reprint 后面写第几次加印，从 1 起"
	}
	return ""
}

var offsetForm = regexp.MustCompile(`^([-+]?)([0-9]{1,2})(?:\.([0-9]{1,3}))?(?:mm)?$`)

// offset reads two lengths in mm.
func offset(s string) (x, y page.Length, ok bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，", r) })
	if len(parts) != 2 {
		return 0, 0, false
	}
	var v [2]page.Length
	for i, p := range parts {
		m := offsetForm.FindStringSubmatch(strings.TrimSpace(p))
		if m == nil {
			return 0, 0, false
		}
		n, _ := strconv.ParseInt(m[2]+(m[3] + "000")[:3], 10, 64) // five digits at most
		if m[1] == "-" {
			n = -n
		}
		if v[i] = page.Length(n) * page.Mm / 1000; n > 50_000 || n < -50_000 {
			return 0, 0, false
		}
	}
	return v[0], v[1], true
}

// files tells whether anything is to be written.
func (d *distribution) files() bool {
	return d.pdf || d.slips || d.xlsx || d.csv || d.labels != "" || d.envelopes != ""
}

// options are those of one kind of output; labels and envelopes are sorted by
// route unless the clerk says otherwise, for so they are carried.
func (d *distribution) options(carried bool) dispatch.Options {
	return dispatch.Options{
		ByRoute: d.sort == "route" || carried && d.sort == "", Reprint: d.reprint, Cover: d.cover, Urgent: d.urgent,
		Start: d.start, DX: d.dx, DY: d.dy,
	}
}

// distribute reports on the sources and makes what was asked for.
func (w world) distribute(t *target, paths []string, d *distribution) int {
	shared := t.series.Findings()
	for _, f := range shared {
		fmt.Fprintln(w.err, f)
	}
	var issues []*bulletin.Issue
	bad := shared.Errors()
	for _, issue := range t.issues {
		if d.year != 0 && issue.Date.Year != d.year {
			continue
		}
		for _, f := range issue.Findings {
			fmt.Fprintln(w.err, f)
		}
		if n := issue.Findings.Errors(); n > 0 || shared.Errors() > 0 {
			bad += n
			fmt.Fprintf(w.err, "%s：没有生成，请先改正上面的错误\n", issue.Source.Name)
			continue
		}
		if d.reprint >= len(issue.Distribution.Printings) {
			return w.usage("%s 没有第 %d 次加印", issue.Source.Name, d.reprint)
		}
		if !issue.Distribution.Registered && !issue.CopiesAuto {
			fmt.Fprintf(w.err, "没有名册 %s，每个单位按 1 份计\n", bulletin.RegisterName)
		}
		issues = append(issues, issue)
	}
	if len(issues) == 0 && bad == 0 {
		fmt.Fprintln(w.err, "没有找到简报（.md 文件）。")
	}
	record := recordName(t, paths, issues, d.year)
	if bad > 0 && (d.xlsx || d.csv) {
		fmt.Fprintf(w.err, "%s：没有生成，请先改正上面的错误；缺一期的登记簿不写\n", record)
		record = ""
	}
	more, err := w.serve(t, issues, d, record)
	if err != nil {
		return w.machine(err)
	}
	if bad+more > 0 {
		return exitSources
	}
	return exitDone
}

// serve prints the tables or writes the files of issues, and returns how many
// errors were found on the way.
func (w world) serve(t *target, issues []*bulletin.Issue, d *distribution, record string) (bad int, err error) {
	if !d.files() {
		return 0, w.tables(issues, d)
	}
	if isFile(filepath.Join(d.dir, "index.html")) && len(issues) > 0 {
		fmt.Fprintf(w.err, "注意：%s 是网页的输出文件夹，名册和分发单据会随网页公开；一般放到 distribution\n", d.dir)
	}
	shelf, err := newShelf(t.root)
	if err != nil {
		return 0, err
	}
	o := &outbox{world: w, shelf: shelf, dir: d.dir, out: folderOutput(d.dir)}
	for _, issue := range issues {
		if err := o.sheets(issue, d); err != nil {
			return o.bad, err
		}
	}
	if err := o.records(issues, d, record); err != nil {
		return o.bad, err
	}
	if len(o.names) > 0 {
		fmt.Fprintf(w.err, "生成 %s\n", inFolder(d.dir, o.names))
	}
	return o.bad, nil
}

// tables prints the table of each issue; without --reprint those of its reprints
// too.
func (w world) tables(issues []*bulletin.Issue, d *distribution) error {
	begun := false
	for _, issue := range issues {
		jobs := dispatch.Jobs(issue, d.options(false))
		if d.reprint > 0 {
			j, _ := dispatch.NewJob(issue, d.options(false))
			jobs = []*dispatch.Job{j}
		}
		for _, j := range jobs {
			if begun {
				fmt.Fprintln(w.out)
			}
			begun = true
			if err := j.Print(w.out); err != nil {
				return err
			}
		}
	}
	return nil
}

// recordName is the name of the 发文登记簿 of the issues asked for, so that the
// book of one issue or year does not take the place of that of the series.
func recordName(t *target, paths []string, issues []*bulletin.Issue, year int) string {
	const name = "发文登记簿"
	switch {
	case year != 0:
		return fmt.Sprintf("%s-%d", name, year)
	case len(issues) == 1 && len(paths) > 0 && strings.EqualFold(filepath.Ext(paths[0]), ".md"):
		return issues[0].Path + "-" + name
	case len(t.issues) == len(t.series.Issues):
		return name
	case len(paths) == 1:
		return name + "-" + filepath.Base(paths[0])
	}
	return name + "-节选"
}

// records writes the 发文登记簿 of all issues together, under a name; none if it
// is "".
func (o *outbox) records(issues []*bulletin.Issue, d *distribution, name string) error {
	if len(issues) == 0 || name == "" || !d.xlsx && !d.csv {
		return nil
	}
	book, details := dispatch.Ledger(issues), dispatch.DetailSheet(issues, d.options(false))
	if d.xlsx {
		data, err := dispatch.Workbook(producer, book, details)
		if err != nil {
			return err
		}
		if err := o.write(name+".xlsx", data); err != nil {
			return err
		}
	}
	if d.csv {
		if err := o.write(name+".csv", dispatch.CSV(book)); err != nil {
			return err
		}
		return o.write(strings.Replace(name, book.Name, details.Name, 1)+".csv", dispatch.CSV(details))
	}
	return nil
}
