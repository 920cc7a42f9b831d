package main

import (
	"fmt"
	"strings"
	"time"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

// A report tells an editor how a build went.
type report struct {
	world
	dir      string
	start    time.Time
	issues   int
	bad      int // errors found
	done     int // issues that were made
	hints    int // 提示 that were not shown
	progress *progress
}

// newReport begins with what is wrong with the files all issues share.
func (w world) newReport(dir string, start time.Time, issues int, shared diag.List) *report {
	r := &report{world: w, dir: dir, start: start, issues: issues, progress: w.newProgress(issues)}
	if issues == 0 {
		fmt.Fprintln(w.err, "没有找到简报（.md 文件）。")
	}
	for _, d := range shared {
		r.progress.line(d)
	}
	r.bad += shared.Errors()
	return r
}

// issue tells how one issue went: what was found, and what was made of it.
func (r *report) issue(o archive.Result) {
	for _, d := range o.Findings {
		if d.Severity == diag.Info && r.issues > many { // check lists them
			r.hints++
			continue
		}
		r.progress.line(d)
	}
	if r.bad += o.Findings.Errors(); len(o.Files) > 0 {
		r.done++
	}
	failed := !o.Same && len(o.Files) == 0
	if failed || r.progress.bar == nil && !(o.Same && r.issues > many) {
		r.progress.line(summary(o, r.dir))
	}
	r.progress.step()
}

// withheldText says what is not made as long as templates have errors.
const withheldText = "网页和目录没有生成，请先改正 templates 文件夹里的错误；原有的网页保留不动"

// end tells how the whole build went, and returns the exit code.
func (r *report) end(s archive.Summary) int {
	for _, d := range s.Findings {
		r.progress.line(d)
	}
	r.bad += s.Findings.Errors()
	r.progress.end()
	if s.Withheld {
		fmt.Fprintln(r.err, withheldText)
	}
	if s.Damaged {
		fmt.Fprintf(r.err, "%s 读不了或被改动过，全部重做了一遍\n", inFolder(r.dir, []string{archive.ManifestName}))
	}
	if s.Replaced > 0 {
		fmt.Fprintf(r.err, "%s 里原有 %d 个同名的文件，没有清单说明来历，已换成现在生成的\n", r.dir, s.Replaced)
	}
	if len(s.Strays) > 0 {
		fmt.Fprintf(r.err, "%s 里有不属于任何一期的文件，没有动：%s 等；是撤下的各期留下的，请自行删去\n", r.dir, inFolder(r.dir, s.Strays))
	}
	for _, name := range s.Left {
		fmt.Fprintf(r.err, "%s 已没有稿件，但在生成以后被改动过，没有删，请自行处理\n", inFolder(r.dir, []string{name}))
	}
	const shown = 20
	for i, name := range s.Removed {
		if i == shown {
			fmt.Fprintf(r.err, "……还删去 %d 个\n", len(s.Removed)-shown)
			break
		}
		fmt.Fprintf(r.err, "删去 %s（没有它的稿件了）\n", inFolder(r.dir, []string{name}))
	}
	if r.issues > 1 {
		parts := []string{fmt.Sprintf("共 %d 期", r.issues), fmt.Sprintf("做成 %d 期", r.done)}
		if s.Same > 0 {
			parts = append(parts, fmt.Sprintf("没有变动 %d 期", s.Same))
		}
		if r.hints > 0 {
			parts = append(parts, fmt.Sprintf("另有 %d 处提示（bulletin check 列出）", r.hints))
		}
		if s.Failed > 0 {
			parts = append(parts, fmt.Sprintf("没有生成 %d 期", s.Failed))
		}
		fmt.Fprintf(r.err, "%s，%s\n", strings.Join(parts, "，"), seconds(r.now().Sub(r.start)))
	}
	if r.bad > 0 {
		return exitSources
	}
	return exitDone
}

// summary is the line about one issue: pages, characters, time, files.
func summary(r archive.Result, dir string) string {
	switch {
	case r.Same:
		return diag.Name(r.Name) + "：没有变动"
	case len(r.Files) == 0:
		text := diag.Name(r.Name) + "：没有生成，请先改正上面的错误"
		if r.Findings.Errors() == 0 {
			text = diag.Name(r.Name) + "：没有生成，请先改正各期共用的文件（bulletin.yaml 等）里的错误"
		}
		if len(r.Kept) > 0 {
			text += "；旧的输出保留：" + inFolder(dir, r.Kept)
		}
		return text
	}
	parts := []string{fmt.Sprintf("%d 字", r.Characters), seconds(r.Time)}
	switch {
	case r.Copies > 0:
		parts = append([]string{fmt.Sprintf("%d 份，每份 %d 页", r.Copies, r.Pages)}, parts...)
	case r.Pages > 0:
		parts = append([]string{fmt.Sprintf("%d 页", r.Pages)}, parts...)
	}
	if c := r.Changes; c != nil {
		parts = append(parts, changesWord(*c))
	}
	return fmt.Sprintf("%s：%s → %s", diag.Name(r.Name), strings.Join(parts, "，"), inFolder(dir, r.Files))
}

// changesWord says how a draft differs from the one before.
func changesWord(c archive.Changes) string {
	switch {
	case c.Changed == 0 && c.Dropped == 0:
		return "与上一稿相同"
	case c.Dropped == 0:
		return fmt.Sprintf("比上一稿改动 %d 段", c.Changed)
	}
	return fmt.Sprintf("比上一稿改动 %d 段，删去 %d 处", c.Changed, c.Dropped)
}
