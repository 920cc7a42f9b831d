package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

// update brings the output folder of a series up to date: of the whole of it, or
// of the issues asked for.
func (w world) update(p *place, e *edition) int {
	start := w.now()
	if fault := nested(p.root, e.dir); fault != "" {
		return w.usage("%s", fault)
	}
	unlock, err := w.lockFolder(e.dir)
	if err != nil {
		return w.machine(err)
	}
	defer unlock()
	manifest := filepath.Join(e.dir, archive.ManifestName)
	if info, err := os.Stat(manifest); err == nil && !info.Mode().IsRegular() {
		return w.machine(&fs.PathError{Op: "read", Path: manifest, Err: bulletin.ErrNotFile})
	}
	task, err := w.newTask(p.root, e)
	if err != nil {
		return w.machine(err)
	}
	if task.Site == nil && !e.pdf {
		return w.withheld(task.TemplateFindings)
	}
	task.Whole = p.whole
	if err := archive.Tidy(task.Out); err != nil {
		return w.machine(err)
	}
	there, err := archive.ReadStanding(task.Out.FS)
	if err != nil {
		return w.machine(err)
	}
	if done, code := w.current(p, *task, there, e.dir, start); done {
		return code
	}
	t, err := p.read()
	if err != nil {
		return w.locateError(err)
	}
	task.Series, task.Issues = t.series, t.issues
	task.Whole = task.Whole && len(t.series.Unread) == 0 // what was not seen may be there
	other, faults := archive.Guard(there, t.series, p.name(bulletin.SealsName))
	if other != "" {
		return w.usage("%s 里是另一个刊物“%s”的输出；换一个文件夹，如 -o public2。确是这个刊物改了名、各期也都改过的，先移走 %s",
			filepath.ToSlash(e.dir), other, inFolder(e.dir, []string{archive.ManifestName}))
	}
	if len(faults) > 0 {
		return w.guarded(faults)
	}
	r := w.newReport(e.dir, start, len(t.issues), shared(t.series, task))
	s, err := archive.Update(*task, there, r.issue)
	if err != nil {
		r.progress.end()
		return w.machine(err)
	}
	return r.end(s)
}

// guarded says why nothing is built.
func (w world) guarded(faults diag.List) int {
	for _, d := range faults {
		fmt.Fprintln(w.err, d)
	}
	fmt.Fprintln(w.err, "什么都没有动，请先恢复封存记录")
	return exitSources
}

// nested says what is wrong with an output folder that is the folder of the sources,
// or holds it: there what is output and what is source could not be told apart.
func nested(root, dir string) string {
	out, err := os.Stat(dir)
	if err != nil {
		return ""
	}
	at, err := filepath.Abs(root)
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		at = real
	}
	for first := at; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, out) {
			if at == first {
				return "输出文件夹不能就是刊物文件夹，换一个，如 -o public"
			}
			return "输出文件夹不能是放着刊物文件夹的那一个，换一个，如 -o public"
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}

// current reports on a whole series of which nothing changed; false when
// something did.
func (w world) current(p *place, task archive.Task, there *archive.Standing, dir string, start time.Time) (done bool, code int) {
	if !p.whole {
		return false, 0
	}
	files, err := bulletin.FindFiles(task.Folder)
	if err != nil || len(files.Issues) == 0 || len(files.Unread) > 0 {
		return false, 0
	}
	results, shared, ok := archive.Current(task, there, files, p.name)
	if !ok {
		return false, 0
	}
	r := w.newReport(dir, start, len(results), append(shared, task.TemplateFindings...))
	for _, result := range results {
		r.issue(result)
	}
	return true, r.end(archive.Summary{Same: len(results)})
}

// withheld says why nothing is made: the office's templates have errors, and
// nothing but pages was asked for.
func (w world) withheld(findings diag.List) int {
	for _, d := range findings {
		fmt.Fprintln(w.err, d)
	}
	fmt.Fprintln(w.err, withheldText)
	return exitSources
}

// shared returns the findings about what all issues share.
func shared(s *bulletin.Series, t *archive.Task) diag.List {
	return append(archive.SharedFindings(s), t.TemplateFindings...)
}

// newTask is what all builds have in common; the series is still to be read.
func (w world) newTask(root string, e *edition) (*archive.Task, error) {
	shelf, err := newShelf(root)
	if err != nil {
		return nil, err
	}
	t := &archive.Task{
		Folder: openFolder(root), HTML: e.html, PDF: e.pdf, Grid: e.grid, Numbered: e.numbered, Reprint: e.reprint, Jobs: e.jobs, Force: e.force,
		Assets: shelf.assets, FontFile: shelf.sum, Faces: shelf.sums,
		Out: folderOutput(e.dir), Clock: w.now, Producer: producer,
	}
	return t, addPages(t, root)
}
