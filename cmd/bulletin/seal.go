package main

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

const sealHelp = `封存：印发以后，声明这一期已定稿。

稿件、图片、PDF 的校验值（SHA-256）、工具版本和当时的设置（bulletin.yaml）
写进刊物文件夹里的 sealed.yaml，只在末尾添加，每一条都带着前面全部内容的
校验值。从此：

  · 以后改 bulletin.yaml（如单位改名），这一期照当时的设置，不受影响；
  · 稿件、图片、字体改了，使 PDF 变样的，build 报错并说出是什么变了、文字
    哪里与印发的不同，原来的 PDF 保留；
  · 更正写在文头的 更正 里，印在网页和目录上，不算改动。

路径是一期的 .md 文件，或文件夹（其中已封存的跳过）。输出文件夹里已有这一期
的 PDF 而与稿件不符的，先 build 再封存。

  --reason 原因   重新封存已经封存的（原因记在 sealed.yaml 里）
  --settings      重新封存时改用现在的 bulletin.yaml，不用当时的
  -o 文件夹       输出文件夹，不写则为 public

退出码：0 做成；1 稿件有错误，或不能封存；2 用法不对；3 电脑出了问题。
`

func runSeal(args []string, w world) int {
	set := flag.NewFlagSet("seal", flag.ContinueOnError)
	s := sealer{world: w}
	set.StringVar(&s.reason, "reason", "", "")
	set.BoolVar(&s.fresh, "settings", false, "")
	set.StringVar(&s.dir, "o", "public", "")
	paths, err := parse(set, args)
	if err != nil {
		return helpOrUsage(err, "seal", w)
	}
	switch {
	case len(paths) == 0:
		return w.usage("写明封存哪一期，如 bulletin seal issues/2020/004.md")
	case given(set, "reason") && s.reason == "":
		return w.usage("--reason 后面写重新封存的原因")
	case s.fresh && s.reason == "":
		return w.usage("--settings 与 --reason 一起用")
	}
	p, err := find(paths)
	if err != nil {
		return w.locateError(err)
	}
	if p.root == "" {
		return w.usage("只有刊物文件夹（有 bulletin.yaml）里的各期可以封存")
	}
	unlock, err := w.lockFolder(p.root)
	if err != nil {
		return w.machine(err)
	}
	defer unlock()
	return s.run(p)
}

// A sealer seals issues of one series.
type sealer struct {
	world
	reason string
	fresh  bool // seal again with the settings of now
	dir    string
	task   *archive.Task
	seals  *bulletin.Seals
	news   strings.Builder // what to say once it is written
	done   int
	bad    int
}

func (s *sealer) run(p *place) int {
	t, err := p.read()
	if err != nil {
		return s.locateError(err)
	}
	if s.task, err = s.newTask(p.root, &edition{dir: s.dir, jobs: 1}); err != nil {
		return s.machine(err)
	}
	s.task.Series, s.seals = t.series, t.series.Seals
	if there, err := archive.ReadStanding(s.task.Out.FS); err == nil { // what cannot be read guards nothing
		if other, faults := archive.Guard(there, t.series, p.name(bulletin.SealsName)); other == "" && len(faults) > 0 {
			s.show(faults)
			fmt.Fprintln(s.err, "没有封存，请先恢复封存记录")
			return exitSources
		}
	}
	shared := t.series.Findings()
	s.show(shared)
	if len(t.issues) == 0 {
		fmt.Fprintln(s.err, "没有找到简报（.md 文件）。")
	}
	if shared.Errors() > 0 {
		fmt.Fprintln(s.err, "没有封存，请先改正上面的错误")
		return exitSources
	}
	byDate(t.issues)
	for _, issue := range t.issues {
		if err := s.seal(issue); err != nil {
			return s.machine(err)
		}
	}
	if s.done > 0 {
		if err := writeThrough(filepath.Join(p.root, bulletin.SealsName), []byte(s.seals.Source.Text)); err != nil {
			return s.machine(err)
		}
		fmt.Fprint(s.err, s.news.String())
		fmt.Fprintf(s.err, "封存 %d 期，记在 %s；请与稿件一起保存，不要改动\n", s.done, diag.Name(p.name(bulletin.SealsName)))
	}
	if s.bad > 0 {
		return exitSources
	}
	return exitDone
}

// seal adds the seal of one issue, or says why not.
func (s *sealer) seal(issue *bulletin.Issue) error {
	if s.fresh && issue.Seal != nil {
		issue = s.reread(issue)
	}
	seal, findings, err := archive.Seal(*s.task, issue)
	if err != nil {
		return err
	}
	if seal == nil {
		s.show(findings)
		s.refuse(issue, "请先改正上面的错误")
		return nil
	}
	old := s.seals.Find(issue.Path)
	switch {
	case old != nil && s.reason == "" && old.PDF == seal.PDF:
		fmt.Fprintf(s.err, "%s：已于%s封存，PDF 没有变\n", diag.Name(issue.Source.Name), old.Date)
		return nil
	case old != nil && s.reason == "" && old.Tool != seal.Tool && len(archive.SealChanges(issue, seal.Pictures, seal.Fonts, old.Tool)) == 0:
		fmt.Fprintf(s.err, "%s：已于%s封存（%s）\n", diag.Name(issue.Source.Name), old.Date, old.Tool)
		return nil
	case old != nil && s.reason == "":
		s.refuse(issue, fmt.Sprintf("已于%s封存，现在的 PDF 与那时的不同；重新封存写 --reason 原因", old.Date))
		return nil
	}
	if old == nil {
		issued, err := archive.CheckIssued(s.task.Out, seal)
		if errors.Is(err, archive.ErrStale) {
			s.refuse(issue, fmt.Sprintf("%s 不是这份稿件现在生成的，先 bulletin build 再封存", inFolder(s.dir, []string{issue.Path + ".pdf"})))
			return nil
		}
		if !issued {
			fmt.Fprintf(s.err, "%s：%s 里还没有这一期，封存后请 bulletin build\n", diag.Name(issue.Source.Name), s.dir)
		}
	}
	return s.add(issue, seal, old)
}

// reread reads an issue as if it were not sealed.
func (s *sealer) reread(issue *bulletin.Issue) *bulletin.Issue {
	name := bulletin.RecordName(issue.Source.Name)
	record := bulletin.ReadRecordFile(s.task.Folder, bulletin.RecordName(issue.Path+".md"), name)
	now := bulletin.Read(issue.Source, issue.Path, s.task.Series.Settings)
	now.Distribute(s.task.Series.Register, record)
	return now
}

// add appends a seal to what will be written.
func (s *sealer) add(issue *bulletin.Issue, seal, old *bulletin.Seal) error {
	if seal.Reason = s.reason; old == nil {
		seal.Reason = ""
	}
	now := s.now()
	seal.Date = bulletin.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
	settings := s.task.Series.Settings
	if old != nil && !s.fresh {
		settings = old.Settings()
	}
	text := s.seals.Append(seal, settings)
	name := s.task.Series.Settings.Source.Name
	s.seals = bulletin.ReadSeals(diag.NewSource(filepath.ToSlash(filepath.Join(filepath.Dir(name), bulletin.SealsName)), []byte(text)))
	if errs := s.seals.Findings; errs.Errors() > 0 {
		return fmt.Errorf("%s：写出来的读不回去：%v", bulletin.SealsName, errs[0])
	}
	s.done++
	fmt.Fprintf(&s.news, "%s：封存，%d 页，PDF %s…\n", diag.Name(issue.Source.Name), seal.Pages, seal.PDF[:12])
	if issue.Record == nil {
		fmt.Fprintf(&s.news, "    提示：还没有分发记录；谁收了哪几份，可用 bulletin recipients %s --record 记下\n", diag.Name(issue.Source.Name))
	}
	return nil
}

// refuse says why an issue is not sealed.
func (s *sealer) refuse(issue *bulletin.Issue, why string) {
	fmt.Fprintf(s.err, "%s：没有封存：%s\n", diag.Name(issue.Source.Name), why)
	s.bad++
}
