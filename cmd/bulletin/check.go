package main

import (
	"encoding/json"
	"flag"
	"fmt"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/dispatch"
)

const checkHelp = `检查稿件，列出全部错误、警告和提示，不生成任何文件。
有错误时退出码为 1。

  --json   结果写成 JSON，供别的程序使用
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

func runCheck(args []string, w world) int {
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	asJSON := set.Bool("json", false, "")
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "check", w)
	}
	t, err := locate(paths)
	if err != nil {
		return w.locateError(err)
	}
	shelf, err := newShelf(t.root)
	if err != nil {
		return w.machine(err)
	}
	task := archive.Task{Folder: t.folder, Series: t.series, Issues: t.issues, Assets: shelf.assets, PDF: true, HTML: true}
	if err := addPages(&task, t.root); err != nil {
		return w.machine(err)
	}
	findings := archive.Check(task)
	if reg := t.series.Register; reg != nil && reg.Findings.Errors() == 0 && len(t.issues) > 0 {
		if assets, faults := shelf.assets(t.issues[0]); faults.Errors() == 0 {
			findings = append(findings, dispatch.MissingGlyphs(reg, t.issues[0], assets)...).Sorted()
		}
	}
	if *asJSON {
		err = w.printJSON(findings)
	} else {
		err = w.printFindings(findings, len(t.issues))
	}
	if err != nil {
		return w.machine(err)
	}
	if findings.Errors() > 0 {
		return exitSources
	}
	return exitDone
}

func (w world) printFindings(l diag.List, issues int) error {
	for _, d := range l {
		if _, err := fmt.Fprintln(w.out, d); err != nil {
			return err
		}
	}
	fmt.Fprintf(w.err, "检查了 %d 期：%d 处错误，%d 处警告，%d 处提示\n", issues, l.Errors(), l.Warnings(), len(l)-l.Errors()-l.Warnings())
	return nil
}

func (w world) printJSON(l diag.List) error {
	out := make([]finding, len(l))
	for i, d := range l {
		out[i] = finding{d.Pos.File(), d.Pos.Line(), d.Pos.Column(), d.Severity.Name(), d.Code, d.Message, d.Hint}
	}
	e := json.NewEncoder(w.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
