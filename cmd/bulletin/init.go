package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/start"
)

const initHelp = `新建一个刊物文件夹：问六个问题，写好 bulletin.yaml（各期共用的设置）、
recipients.yaml（收文单位名册）和第一期的稿件，里面都有说明。写明了 --刊名 和
--编发单位 的，不再问。已有的文件不覆盖；在别的刊物文件夹里面不能再建。

文件夹不写则为 issues。

  --刊名 文字       如 工作简报
  --编发单位 文字   几个单位用分号分开
  --报 名单         单位用顿号或逗号分开，一类与一类之间用分号
  --送 名单         同上
  --发 名单         同上
  --责任编辑 姓名   印在报尾最后一行
  --电话 号码       同上
  --number N        第一期的期号，不写则为 1
  --date 日期       第一期的日期，如 2020-09-22；不写则为今天

退出码：0 做成；2 用法不对，或已有这些文件；3 电脑出了问题。
`

func runInit(args []string, w world) int {
	set := flag.NewFlagSet("init", flag.ContinueOnError)
	q := &questionnaire{today: w.today()}
	for _, f := range q.flags() {
		set.StringVar(f.to, f.name, "", "")
	}
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "init", w)
	}
	if len(paths) > 1 {
		return w.usage("一次新建一个刊物文件夹")
	}
	folder := "issues"
	if len(paths) == 1 {
		folder = paths[0]
	}
	if err := vacant(folder); err != nil {
		return w.locateError(err)
	}
	for _, f := range q.flags() {
		if fault := f.check(*f.to); given(set, f.name) && fault != "" {
			return w.usage("--%s：%s", f.name, fault)
		}
	}
	if q.Name == "" || q.Issuer == "" {
		in, ok := w.in.(*os.File)
		if !ok || !term.IsTerminal(int(in.Fd())) {
			return w.usage("这里不能提问（不是终端），请写明%s，如 bulletin init %s --刊名 工作简报 --编发单位 某某办公室", q.missing(), folder)
		}
		if !q.ask(bufio.NewReader(in), w.err, func(name string) bool { return given(set, name) }) {
			fmt.Fprintln(w.err)
			return w.usage("没有答完，什么也没有建")
		}
	}
	return w.initSeries(folder, q)
}

// vacant reports why a folder cannot become that of a series.
func vacant(folder string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return badUsage("“%s”已是一个文件，不能作刊物文件夹", folder)
	}
	root, err := seriesRoot(folder)
	if err != nil {
		return err
	}
	abs, err := filepath.Abs(folder)
	switch {
	case err != nil:
		return err
	case root == abs:
		return badUsage("%s 已是刊物文件夹；新建一期用 bulletin new %s", shown(folder), shown(folder))
	case root != "":
		return badUsage("%s 在刊物文件夹 %s 里面，不能再建一个刊物；换一个地方", shown(folder), shown(root))
	}
	inside, err := filepath.Glob(filepath.Join(escapeGlob(abs), "*", bulletin.SettingsName))
	if err == nil && len(inside) > 0 {
		return badUsage("%s 里面已有刊物文件夹 %s；换一个地方，或用它", shown(folder), shown(filepath.Dir(inside[0])))
	}
	return nil
}

// escapeGlob makes a path one that only means itself.
func escapeGlob(p string) string {
	if filepath.Separator == '\\' { // where \ escapes nothing
		return p
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(p)
}

// initSeries writes the files of a new series folder: all of them, or none.
func (w world) initSeries(folder string, q *questionnaire) int {
	if q.Number == 0 {
		q.Number = 1
	}
	if q.Date == (bulletin.Date{}) {
		q.Date = q.today
	}
	files := start.Series(q.Answers)
	var made []string
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.Path))
		err := writeNew(name, f.Text)
		if err == nil {
			made = append(made, name)
			continue
		}
		for _, m := range made {
			os.Remove(m)
		}
		if errors.Is(err, fs.ErrExist) {
			return w.usage("已有 %s，不覆盖；先把它移走或改名，什么也没有建", shown(name))
		}
		return w.machine(err)
	}
	what := map[string]string{bulletin.SettingsName: "各期共用的设置", bulletin.RegisterName: "收文单位名册，请补上份数、路线"}
	for i, f := range files {
		text := what[f.Path]
		if text == "" {
			text = fmt.Sprintf("第%d期，%s，在这里写正文", q.Number, q.Date)
		}
		fmt.Fprintf(w.err, "新建 %s：%s\n", told(made[i]), text)
	}
	settings := bulletin.ReadSettings(diag.NewSource(shown(made[0]), []byte(files[0].Text)))
	for _, d := range settings.Findings {
		fmt.Fprintln(w.err, d)
	}
	fmt.Fprintf(w.err, "写好正文以后：bulletin build %s\n", told(folder))
	return exitDone
}
