package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

const buildHelp = `把简报生成网页和可打印的 PDF。

路径可以是一期的 .md 文件，也可以是文件夹；不写路径时，用当前文件夹
（其中有 bulletin.yaml）或当前文件夹下的 issues。有错误的那一期不生成，
不影响其他各期；它原有的输出保留不动。

只重做有变动的：稿件、图片、bulletin.yaml、recipients.yaml、字体、模板或工具
的内容变了（不看时间），那一期才重做。生成整个刊物时，稿件已删去的，它的
网页和 PDF 也删去。输出文件夹里的 archive.json 记着每个文件的校验值和封存的
各期，不要删改；要全部重做，用 --force。

  -o 文件夹      输出到哪里，不写则为 public
  --only 种类    只要 html 或只要 pdf
  -j N           同时做几期，不写则按电脑的处理器个数
  --force        没有变动的也重做
  --grid         校样：在 PDF 的文字下面画出每个字格、每一行和版心，
                 只出 PDF，放到 proof 文件夹（可用 -o 另指定）
  --draft [字样] 送审稿：每页上方印“送审稿”（或写明的字样，如 征求意见稿）和
                 今天的日期，左边印行号，右边用竖线标出比上一稿改动的段落；
                 分行、分页与定稿完全一样。只出 PDF，放到 proof 文件夹（可用
                 -o 另指定）。上一稿的稿件留在那里（_期.draft.md），删去它就不比
                 较；稿件没有变动时再做，仍是同一稿。只有这种输出随日期变
  --again        与 --draft 一起用：上一稿没有送出去，这次代替它，仍与再前一稿
                 比较
  --numbered     编号本：首印的各份排进一个 PDF，每份首页有自己的份号，
                 书签写明给谁；双面打印时每份从新的一张纸开始。
                 放到 distribution 文件夹（可用 -o 另指定），不上网
  --reprint N    与 --numbered 一起用：第 N 次加印的编号本

退出码：0 做成；1 稿件有错误；2 用法不对；3 电脑出了问题（磁盘、权限等）。
`

// edition is what the flags of build ask for.
type edition struct {
	dir, only      string
	word           string // of a draft; "" for none
	again          bool   // it takes the place of the last
	grid, numbered bool
	force          bool
	reprint, jobs  int

	html, pdf bool
}

func runBuild(args []string, w world) int {
	set := flag.NewFlagSet("build", flag.ContinueOnError)
	var e edition
	set.StringVar(&e.dir, "o", "", "")
	set.BoolVar(&e.grid, "grid", false, "")
	set.Var((*draftWord)(&e.word), "draft", "")
	set.BoolVar(&e.again, "again", false, "")
	set.BoolVar(&e.numbered, "numbered", false, "")
	set.IntVar(&e.reprint, "reprint", 0, "")
	set.StringVar(&e.only, "only", "html,pdf", "")
	set.IntVar(&e.jobs, "j", runtime.NumCPU(), "")
	set.BoolVar(&e.force, "force", false, "")
	paths, err := parse(set, joinWord(args))
	if err != nil {
		return helpOrUsage(err, "build", w)
	}
	if fault := e.check(set); fault != "" {
		return w.usage("%s", fault)
	}
	p, err := find(paths)
	if err != nil {
		return w.locateError(err)
	}
	if p.root != "" && !e.proof() && !e.numbered {
		return w.update(p, &e)
	}
	t, err := p.read()
	if err != nil {
		return w.locateError(err)
	}
	if fault := e.outside(p.root); fault != "" {
		return w.usage("%s", fault)
	}
	if e.numbered {
		w.warnPublic(e.dir, "编号本和各份给谁", "distribution")
		asked := len(t.issues)
		if t.issues = reprinted(t.issues, e.reprint); len(t.issues) == 0 && asked > 0 {
			return w.usage("没有第 %d 次加印", e.reprint)
		}
	}
	task, err := w.newTask(p.root, &e)
	if err != nil {
		return w.machine(err)
	}
	task.Series, task.Issues = t.series, t.issues
	if t.folder != nil {
		task.Folder = t.folder
	}
	if e.word != "" {
		task.Draft = &archive.Draft{Word: e.word, Date: w.today(), Again: e.again}
		unlock, err := w.lockFolder(e.dir) // a draft is compared with what stands there
		if err != nil {
			return w.machine(err)
		}
		defer unlock()
	}
	return w.build(*task, e.dir)
}

// proof tells whether what is built is for the desk and not for the archive.
func (e *edition) proof() bool { return e.grid || e.word != "" }

// check reads the values of the flags, fills in what follows from them, and says
// what is wrong.
func (e *edition) check(set *flag.FlagSet) string {
	var ok bool
	e.html, e.pdf, ok = kinds(e.only)
	switch {
	case !ok:
		return "--only 后面写 html、pdf，或用逗号分开写两个"
	case e.jobs < 1:
		return "-j 后面写 1 以上的整数"
	case given(set, "o") && e.dir == "":
		return "-o 后面写文件夹"
	case e.grid && !e.pdf:
		return "--grid 画在 PDF 上，不能与 --only html 一起用"
	case e.numbered && !e.pdf:
		return "--numbered 只有 PDF，不能与 --only html 一起用"
	case e.numbered && e.grid:
		return "--numbered 与 --grid 不能一起用"
	case e.word != "" && !e.pdf:
		return "--draft 只有 PDF，不能与 --only html 一起用"
	case e.word != "" && (e.grid || e.numbered):
		return "--draft 不能与 --grid、--numbered 一起用"
	case e.again && e.word == "":
		return "--again 与 --draft 一起用"
	case given(set, "reprint") && (!e.numbered || e.reprint < 1):
		return "--reprint 与 --numbered 一起用，后面写第几次加印，从 1 起"
	}
	e.html = e.html && !e.proof() && !e.numbered
	switch {
	case e.dir != "":
	case e.numbered:
		e.dir = "distribution"
	case e.proof():
		e.dir = "proof"
	default:
		e.dir = "public"
	}
	return ""
}

// outside says what is wrong with the folder of a proof that is one of outputs or of
// sources, where it would take the place of what was issued.
func (e *edition) outside(root string) string {
	if !e.proof() {
		return ""
	}
	if _, err := os.Lstat(filepath.Join(e.dir, archive.ManifestName)); err == nil {
		return fmt.Sprintf("%s 是网页和档案的输出文件夹，校样、送审稿不能放在里面；不写 -o 就放到 proof", shown(e.dir))
	}
	if root == "" {
		return ""
	}
	return nested(root, e.dir)
}

// build runs a task that leaves no manifest, and reports on it.
func (w world) build(task archive.Task, dir string) int {
	r := w.newReport(dir, w.now(), len(task.Issues), archive.SharedFindings(task.Series))
	if err := archive.Build(task, r.issue); err != nil {
		r.progress.end()
		return w.machine(err)
	}
	return r.end(archive.Summary{})
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f 秒", d.Seconds()) }

func inFolder(dir string, names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, diag.Name(filepath.ToSlash(filepath.Join(dir, n))))
	}
	return strings.Join(out, " ")
}

// kinds reads the value of --only.
func kinds(only string) (html, pdf, ok bool) {
	for _, k := range strings.Split(only, ",") {
		switch strings.ToLower(strings.TrimSpace(k)) {
		case "html":
			html = true
		case "pdf":
			pdf = true
		default:
			return false, false, false
		}
	}
	return html, pdf, true
}

// locateError reports why paths could not be read.
func (w world) locateError(err error) int {
	var u usageError
	if errors.As(err, &u) {
		return w.usage("%s", u.text)
	}
	return w.machine(err)
}

func helpOrUsage(err error, name string, w world) int {
	if errors.Is(err, flag.ErrHelp) {
		return runHelp([]string{name}, w)
	}
	return w.usage("%s。bulletin help %s 有说明", flagError(err), name)
}

// given tells whether a flag stands on the command line.
func given(set *flag.FlagSet, name string) bool {
	found := false
	set.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}
