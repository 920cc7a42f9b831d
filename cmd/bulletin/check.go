package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"runtime"
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/dispatch"
)

const checkHelp = `检查稿件，列出全部错误、警告和提示，不生成任何文件。不写路径时查整个刊物；
只查一期时也对照别的各期（期号、日期、署名），但只列这一期的。
有错误时退出码为 1；只有警告、提示的为 0。

  --fix            能自动改的就改：只动标点、空格、全角半角一类，不动文字、数字、
                   人名、日期；换行符和 BOM 照旧。改后再查一遍，列出剩下的
  --diff           只列出 --fix 会怎样改（- 改前，+ 改后），不动文件
  --json           结果写成 JSON，供别的程序使用
  --explain 代码   说明一条规则：依据、缘由、错例、对例、怎样不查；
                   代码就是检查结果末尾方括号里的字，可以写几个
  --explain        列出全部规则

错误必须改正才能生成；警告、提示可以不改，也可以不查：
  这一处  在行末写 <!-- 不查 代码：原因 -->；文头、设置、名册里写 # 不查 代码
  这一期  文头写 不查: [代码, 代码]
  各期    bulletin.yaml 写 不查: [代码, 代码]
没有起作用的“不查”会提示。已经封存的各期不再变样，只查期号，--fix 也不改。

例：
  bulletin check issues/2020/005.md
  bulletin check --diff
  bulletin check --explain 缺号
`

// finding is the JSON form of a diagnostic.
type finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// checkFlags are the flags of check.
type checkFlags struct {
	json, fix, diff bool
	explain         explainFlag
}

func runCheck(args []string, w world) int {
	var c checkFlags
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	set.BoolVar(&c.json, "json", false, "")
	set.BoolVar(&c.fix, "fix", false, "")
	set.BoolVar(&c.diff, "diff", false, "")
	set.Var(&c.explain, "explain", "")
	paths, err := parse(set, args)
	switch {
	case err != nil:
		return helpOrUsage(err, "check", w)
	case c.explain.asked:
		return w.explainRules(append(c.explain.codes, paths...), c.json)
	case c.diff && c.json:
		return w.usage("--diff 与 --json 不能一起写")
	}
	t, err := locate(paths)
	if err != nil {
		return w.locateError(err)
	}
	switch {
	case c.diff:
		return w.showMending(t)
	case c.fix:
		changed, failed := w.mend(t)
		if changed {
			if t, err = locate(paths); err != nil {
				return w.locateError(err)
			}
		}
		if code := w.check(t, c.json); failed == nil || code == exitMachine {
			return code
		}
		return exitMachine
	}
	return w.check(t, c.json)
}

// check prints the findings of a target.
func (w world) check(t *target, asJSON bool) int {
	shelf, err := newShelf(t.root)
	if err != nil {
		return w.machine(err)
	}
	task := archive.Task{Folder: t.folder, Series: t.series, Issues: t.issues, Whole: len(t.issues) == len(t.series.Issues), Jobs: runtime.NumCPU(), Assets: shelf.assets, FontFile: shelf.sum, Producer: producer, PDF: true, HTML: true}
	if err := addPages(&task, t.root); err != nil {
		return w.machine(err)
	}
	findings := archive.Check(task)
	if reg := t.series.Register; reg != nil && reg.Findings.Errors() == 0 && len(t.issues) > 0 {
		if assets, faults := shelf.assets(t.issues[0]); faults.Errors() == 0 {
			findings = append(findings, dispatch.MissingGlyphs(reg, t.issues[0], assets)...).Sorted()
		}
	}
	if asJSON {
		err = w.printJSON(findings)
	} else {
		err = w.printFindings(findings, t.issues)
	}
	if err != nil {
		return w.machine(err)
	}
	if findings.Errors() > 0 {
		return exitSources
	}
	return exitDone
}

func (w world) printFindings(l diag.List, issues []*bulletin.Issue) error {
	for _, d := range l {
		if _, err := fmt.Fprintln(w.out, d); err != nil {
			return err
		}
	}
	fmt.Fprintf(w.err, "检查了 %d 期：%d 处错误，%d 处警告，%d 处提示", len(issues), l.Errors(), l.Warnings(), len(l)-l.Errors()-l.Warnings())
	if n := l.Mendable(); n > 0 {
		fmt.Fprintf(w.err, "；其中 %d 处能自动改，bulletin check --diff 先看", n)
	}
	fmt.Fprintln(w.err)
	if slices.ContainsFunc(issues, func(issue *bulletin.Issue) bool { return issue.Findings.Errors() > 0 }) {
		fmt.Fprintln(w.err, "有错误的各期，标点、数字等改正错误以后再查")
	}
	return nil
}

func (w world) printJSON(l diag.List) error {
	out := make([]finding, len(l))
	for i, d := range l {
		out[i] = finding{d.Pos.File(), d.Pos.Line(), d.Pos.Column(), d.Severity.Name(), d.Code, d.Message, d.Hint}
	}
	return w.encode(out)
}

// encode prints a value as JSON for people and programs.
func (w world) encode(v any) error {
	e := json.NewEncoder(w.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
