package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"runtime"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

const verifyHelp = `核对档案：输出文件夹（不写则为 public）里的每个文件，与 archive.json 记的校验值
是否一致；有没有缺少的、多出的文件；期号有没有缺号、重号，总期号是否连续，
日期与期号的先后是否一致；封存的 PDF 是不是封存时的那一个；PDF 能不能读、
题名、日期、页数、生成工具对不对，有没有别的软件加进去的内容。

  --rebuild 文件夹  用刊物文件夹里的稿件全部重做一遍，逐字节比较，说出每处不同
                    多半因为什么（稿件、图片、字体、设置、模板、工具，或文件被改
                    动）；再把每期 PDF 里的文字与稿件逐字对照
  -j N              同时做几期

结果写到标准输出。退出码：0 全部相符；1 有不符；2 用法不对；3 电脑出了问题。
`

func runVerify(args []string, w world) int {
	set := flag.NewFlagSet("verify", flag.ContinueOnError)
	folder := set.String("rebuild", "", "")
	jobs := set.Int("j", runtime.NumCPU(), "")
	paths, err := parse(set, args)
	switch {
	case err != nil:
		return helpOrUsage(err, "verify", w)
	case len(paths) > 1:
		return w.usage("一次核对一个输出文件夹；刊物文件夹写在 --rebuild 后面")
	case *jobs < 1:
		return w.usage("-j 后面写 1 以上的整数")
	case given(set, "rebuild") && *folder == "":
		return w.usage("--rebuild 后面写刊物文件夹，如 --rebuild issues")
	}
	dir := "public"
	if len(paths) == 1 {
		dir = paths[0]
	}
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return w.usage("没有“%s”这个文件夹", dir)
	} else if err == nil && !info.IsDir() {
		return w.usage("“%s”不是文件夹", dir)
	}
	v, err := archive.Verify(openFolder(dir), *jobs)
	if err != nil {
		return w.machine(err)
	}
	if *folder != "" {
		if code := w.rebuild(v, dir, *folder, *jobs); code != exitDone {
			return code
		}
	}
	return w.verified(v, dir)
}

// rebuild builds a series afresh and compares it with an output folder.
func (w world) rebuild(v *archive.Verification, dir, folder string, jobs int) int {
	p, err := find([]string{folder})
	if err != nil {
		return w.locateError(err)
	}
	if p.root == "" || !p.whole {
		return w.usage("“%s”不是刊物文件夹（其中应有 bulletin.yaml）", folder)
	}
	task, err := w.newTask(p.root, &edition{dir: dir, jobs: jobs})
	if err != nil {
		return w.machine(err)
	}
	t, err := p.read()
	if err != nil {
		return w.locateError(err)
	}
	task.Series, task.Issues = t.series, t.issues
	bar := w.newProgress(len(t.issues))
	err = v.Rebuild(*task, func(archive.Result) { bar.step() })
	bar.end()
	if err != nil {
		return w.machine(err)
	}
	return exitDone
}

// verified prints what was found.
func (w world) verified(v *archive.Verification, dir string) int {
	for _, f := range v.Faults {
		name := f.File
		if !f.Source {
			name = inFolder(dir, []string{name})
		}
		fmt.Fprintf(w.out, "%s: 不符: %s [%s]\n", diag.Name(name), diag.Visible(f.Text), f.Code)
		for _, line := range f.More {
			fmt.Fprintf(w.out, "    %s\n", diag.Visible(line))
		}
		if f.Hint != "" {
			fmt.Fprintf(w.out, "    提示：%s\n", diag.Visible(f.Hint))
		}
	}
	for _, n := range v.Notes {
		fmt.Fprintf(w.out, "说明：%s\n", diag.Visible(n))
	}
	what := fmt.Sprintf("核对了 %d 期、%d 个文件", v.Issues, v.Files)
	if v.Rebuilt > 0 {
		what += fmt.Sprintf("，重做 %d 个文件，对照 %d 期文字", v.Rebuilt, v.Read)
	}
	if len(v.Faults) == 0 {
		fmt.Fprintln(w.err, what+"：全部相符")
		return exitDone
	}
	fmt.Fprintf(w.err, "%s：%d 处不符\n", what, len(v.Faults))
	return exitSources
}
