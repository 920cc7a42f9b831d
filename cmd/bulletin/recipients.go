package main

import (
	"cmp"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/dispatch"
)

const recipientsHelp = `谁收哪几份：由各期的报、送、发、增发和名册 recipients.yaml 算出。
不写下面的选项时在屏幕上列表；写了就生成文件，放到 distribution 文件夹。

路径的写法与 build 相同：一期、一个文件夹（如一年），或不写（全部）。

  --pdf              分发明细表、签收单、送文簿，各一个 PDF
  --slips            每个单位一张发文通知单，带回执，一页四张
  --labels 3x8|2x7   收件标签：3×8（70×37 mm）或 2×7（99.1×38.1 mm）的 A4 标签纸
  --envelopes C4|C5|ZL  信封，一个单位一页
  --xlsx             发文登记簿和分发明细，一个 Excel 文件；再做一次时，手填的
                     签收人、签收时间、归卷情况抄过来，改过的原文件另存为 -旧1
  --csv              同上，两个 CSV 文件，供别的程序用（Excel 打开会丢掉
                     份号、电话开头的 0，请用 --xlsx）
  -o 文件夹          输出到哪里，不写则为 distribution
  --sort list|route  按名单顺序，或按路线；不写时标签和信封按路线，其余按名单
  --reprint N        第 N 次加印的单据；不写则为首印（登记簿总有全部）
  --year N           只要日期在这一年的各期
  --cover N          第一个信封的封号；不写则从 1 起，加印的接着编；
                     几期一起做时各期接着编；记过的照记下的
  --record           印发以后记下谁收了哪几份，写在稿件旁边的 期.recipients.yaml；
                     以后名册变了，这一期照记下的，加印的接着记
  --urgent           标签、信封、送文簿上印“急件”
  --start N          标签从第几个空位开始（用过一部分的标签纸），一次一期；不写则为 1
  --offset X,Y       打印机的偏差，毫米，10 以内：标签、信封向右移 X、向下移 Y，
                     如 --offset=-1,0.5

名册与这些单据不进 public，不会上网。
`

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
	set.BoolVar(&d.record, "record", false, "")
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "recipients", w)
	}
	if fault := d.check(set); fault != "" {
		return w.usage("%s", fault)
	}
	if fault := d.checkTogether(set, paths); fault != "" {
		return w.usage("%s", fault)
	}
	t, err := locate(paths)
	if err != nil {
		return w.locateError(err)
	}
	return w.distribute(t, paths, &d)
}

// distribute reports on the sources and makes what was asked for.
func (w world) distribute(t *target, paths []string, d *distribution) int {
	shared := t.series.Findings()
	w.show(shared)
	bad := shared.Errors()
	var issues []*bulletin.Issue
	for _, issue := range t.issues {
		if d.year != 0 && issue.Date.Year != d.year && issue.Date != (bulletin.Date{}) {
			continue
		}
		w.show(issue.Findings)
		if n := issue.Findings.Errors(); n > 0 || shared.Errors() > 0 {
			bad += n
			fmt.Fprintf(w.err, "%s：没有生成，请先改正上面的错误\n", diag.Name(issue.Source.Name))
			continue
		}
		w.show(unregistered(issue))
		issues = append(issues, issue)
	}
	switch {
	case len(issues) == 0 && bad == 0 && d.year != 0:
		fmt.Fprintf(w.err, "没有 %d 年的简报。\n", d.year)
	case len(issues) == 0 && bad == 0:
		fmt.Fprintln(w.err, "没有找到简报（.md 文件）。")
	}
	book := ledgerName(t, paths, issues, d.year)
	if issues = reprinted(issues, d.reprint); len(issues) == 0 && bad == 0 && d.reprint > 0 {
		return w.usage("没有第 %d 次加印", d.reprint)
	}
	if d.start > 1 && len(issues) > 1 {
		return w.usage("--start 一次用于一期，写明是哪一期：用过的那张标签纸只有一张")
	}
	byDate(issues)
	if bad > 0 && (d.xlsx || d.csv) {
		fmt.Fprintf(w.err, "%s：没有生成，请先改正上面的错误；缺一期的登记簿不写\n", book)
		book = ""
	}
	more, err := w.serve(t, issues, d, book)
	if err != nil {
		return w.machine(err)
	}
	if bad+more > 0 {
		return exitSources
	}
	return exitDone
}

// show prints findings as progress.
func (w world) show(findings diag.List) {
	for _, f := range findings {
		fmt.Fprintln(w.err, f)
	}
}

// unregistered is the warning that an issue is counted without a register.
func unregistered(issue *bulletin.Issue) diag.List {
	var l diag.List
	if d := issue.Distribution; !d.Registered && d.Recorded == 0 && !issue.CopiesAuto {
		l.Add(issue.NumberAt, diag.Warning, "名册", "在 "+bulletin.SettingsName+" 旁边放 "+bulletin.RegisterName+"，写明各单位的份数",
			"没有名册 %s，每个单位按1份计", bulletin.RegisterName)
	}
	return l
}

// reprinted returns the issues that have a reprint, and those of which errors let
// nobody know; all of them for none.
func reprinted(issues []*bulletin.Issue, n int) []*bulletin.Issue {
	if n == 0 {
		return issues
	}
	return slices.DeleteFunc(slices.Clone(issues), func(i *bulletin.Issue) bool {
		return i.Distribution != nil && n >= len(i.Distribution.Printings)
	})
}

// byDate sorts issues as they were sent out, not by the names of their files.
func byDate(issues []*bulletin.Issue) {
	slices.SortStableFunc(issues, func(a, b *bulletin.Issue) int {
		return cmp.Or(cmp.Compare(a.Date.ISO(), b.Date.ISO()), cmp.Compare(a.Number, b.Number), cmp.Compare(a.SupplementNumber, b.SupplementNumber))
	})
}

// serve prints the tables or writes the files of issues, and returns how many
// errors were found on the way.
func (w world) serve(t *target, issues []*bulletin.Issue, d *distribution, book string) (bad int, err error) {
	if !d.files() && !d.record {
		return 0, w.tables(issues, d)
	}
	if d.files() && len(issues) > 0 {
		w.warnPublic(d.dir, "名册和分发单据", "distribution")
	}
	shelf, err := newShelf(t.root)
	if err != nil {
		return 0, err
	}
	o := &outbox{world: w, shelf: shelf, dir: d.dir, out: folderOutput(d.dir), said: map[string]bool{}}
	defer o.list() // also what was written before the machine failed
	if err := o.ledgers(issues, d, book); err != nil {
		return o.bad, err
	}
	here := *d // its 封号 run on
	for _, issue := range issues {
		bad := o.bad
		if err := o.sheets(issue, &here); err != nil {
			return o.bad, err
		}
		if d.record && o.bad == bad {
			if err := o.record(issue, &here); err != nil {
				return o.bad, err
			}
		}
		jobs := here.jobs(issue)
		if here.cover > 0 && jobs[0].Recorded() {
			fmt.Fprintf(w.err, "%s：封号照分发记录，--cover 只用于没有记过的\n", diag.Name(issue.Source.Name))
		}
		here.cover = jobs[len(jobs)-1].NextCover()
	}
	return o.bad, nil
}

// tables prints the table of each issue; without --reprint those of its reprints
// too.
func (w world) tables(issues []*bulletin.Issue, d *distribution) error {
	begun := false
	for _, issue := range issues {
		for _, j := range d.jobs(issue) {
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

// jobs is the printings of an issue that are asked for.
func (d *distribution) jobs(issue *bulletin.Issue) []*dispatch.Job {
	if j, ok := dispatch.NewJob(issue, d.options(false)); ok && d.reprint > 0 {
		return []*dispatch.Job{j}
	}
	return dispatch.Jobs(issue, d.options(false))
}

// ledgerName is the name of the 发文登记簿 of the issues asked for, so that the
// book of one issue or year does not take the place of that of the series.
func ledgerName(t *target, paths []string, issues []*bulletin.Issue, year int) string {
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
