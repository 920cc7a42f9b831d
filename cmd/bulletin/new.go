package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/start"
)

const newHelp = `新建下一期的稿件：期号接着上一期，日期为今天，报、送、责任编辑等照上一期抄来
（写在 bulletin.yaml 里的不用抄）。导读留给各篇的标题去生成，正文里有说明，写完
可删去。已有的文件不覆盖。

期号每年从 1 起；各年的期号一直连着编的，接着编。增刊另编。上一期有总期号的，
总期号也接着。文件照上一期的样子取名：2020/004.md 之后是 2020/005.md，
新的一年是 2021/001.md；第5期.md、20200922.md 等写法也认得。

文件夹不写时，用当前文件夹（其中有 bulletin.yaml）或当前文件夹下的 issues。

  --date 日期    印发日期，如 2020-09-29；不写则为今天
  --number N     期号；不写则为下一期，缺的一期可以这样补
  --supplement   增刊

退出码：0 做成；2 用法不对，或已有这个文件；3 电脑出了问题。
`

func runNew(args []string, w world) int {
	set := flag.NewFlagSet("new", flag.ContinueOnError)
	date := set.String("date", "", "")
	r := start.Request{Date: w.today()}
	set.IntVar(&r.Number, "number", 0, "")
	set.BoolVar(&r.Supplement, "supplement", false, "")
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "new", w)
	}
	var ok bool
	switch {
	case given(set, "number") && (r.Number < 1 || r.Number > 999_999):
		return w.usage("--number 后面写期号，1 以上的整数")
	case len(paths) > 1:
		return w.usage("一次新建一期，只写一个文件夹")
	case given(set, "date"):
		if r.Date, ok = bulletin.ParseDate(*date); !ok {
			return w.usage("--date 后面写日期，如 %s", w.today().ISO())
		}
	}
	root, err := newRoot(paths)
	if err != nil {
		return w.locateError(err)
	}
	t, err := readSeries(root, nil)
	if err != nil {
		return w.locateError(err)
	}
	issue, refused := start.Next(t.series, r)
	if refused != "" {
		return w.usage("%s", refused)
	}
	return w.begin(t, issue)
}

// newRoot returns the folder of the series that a path means: the nearest upwards
// with bulletin.yaml, else the folder itself.
func newRoot(paths []string) (string, error) {
	if len(paths) == 0 {
		p, err := find(nil)
		if err != nil {
			return "", badUsage("这里没有 bulletin.yaml，也没有 issues 文件夹；请写明刊物文件夹，还没有的先 bulletin init")
		}
		if paths = []string{p.root}; p.root == "" {
			paths[0] = "issues"
		}
	}
	info, err := os.Stat(paths[0])
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", badUsage("没有“%s”这个文件夹；还没有刊物文件夹的，先 bulletin init %s", paths[0], paths[0])
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", badUsage("“%s”不是文件夹；写明刊物文件夹", paths[0])
	}
	root, err := seriesRoot(paths[0])
	if root == "" && err == nil {
		return filepath.Abs(paths[0])
	}
	return root, err
}

// begin writes the file of a new issue and says what was done.
func (w world) begin(t *target, issue *start.Issue) int {
	file := filepath.Join(t.root, filepath.FromSlash(issue.Path)+".md")
	err := writeNew(file, issue.Text)
	if errors.Is(err, fs.ErrExist) {
		return w.usage("已有 %s，不覆盖；要另建的写 --number 期号，或先把它改名", shown(file))
	}
	if err != nil {
		return w.machine(err)
	}
	fmt.Fprintf(w.err, "新建 %s：%s\n", told(file), issue.Heading)
	if len(issue.Carried) > 0 {
		fmt.Fprintf(w.err, "照 %s 抄来：%s\n", issue.From, strings.Join(issue.Carried, "、"))
	}
	for _, n := range issue.Notes {
		fmt.Fprintf(w.err, "注意：%s\n", n)
	}
	added := bulletin.Read(diag.NewSource(shown(file), []byte(issue.Text)), issue.Path, t.series.Settings)
	for _, f := range archive.Numbers(append(t.series.Issues, added)) {
		if f.File == issue.Path+".html" {
			fmt.Fprintf(w.err, "注意：%s\n", f.Text)
		}
	}
	for _, d := range append(t.series.Findings(), added.Findings...) {
		if d.Severity == diag.Error {
			fmt.Fprintln(w.err, d)
		}
	}
	return exitDone
}
