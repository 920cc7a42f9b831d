package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/site"
	"jianbao/templates"
)

// update brings the output folder of a series up to date: of the whole of it, or
// of the issues asked for.
func (w world) update(p *place, e *edition) int {
	start := w.now()
	unlock, err := w.lockFolder(e.dir)
	if err != nil {
		return w.machine(err)
	}
	defer unlock()
	task, err := w.newTask(p.root, e)
	if err != nil {
		return w.machine(err)
	}
	task.Whole = p.whole
	if err := archive.Tidy(task.Out); err != nil {
		return w.machine(err)
	}
	if done, code := w.current(p, *task, e.dir, start); done {
		return code
	}
	t, err := p.read()
	if err != nil {
		return w.locateError(err)
	}
	task.Series, task.Issues = t.series, t.issues
	r := w.newReport(e.dir, start, len(t.issues), archive.SharedFindings(t.series))
	s, err := archive.Update(*task, r.issue)
	if err != nil {
		r.progress.end()
		return w.machine(err)
	}
	return r.end(s)
}

// current reports on a whole series of which nothing changed; false when
// something did.
func (w world) current(p *place, task archive.Task, dir string, start time.Time) (done bool, code int) {
	if !p.whole {
		return false, 0
	}
	files, err := bulletin.FindFiles(task.Folder)
	if err != nil || len(files.Issues) == 0 {
		return false, 0
	}
	results, shared, ok := archive.Current(task, files, p.name)
	if !ok {
		return false, 0
	}
	r := w.newReport(dir, start, len(results), shared)
	for _, result := range results {
		r.issue(result)
	}
	return true, r.end(archive.Summary{Same: len(results)})
}

// newTask is what all builds have in common; the series is still to be read.
func (w world) newTask(root string, e *edition) (*archive.Task, error) {
	folder := os.DirFS(root)
	own := templates.Files
	pages, err := site.Parse(own)
	if err != nil {
		return nil, err
	}
	sum, err := templatesSum(own)
	if err != nil {
		return nil, err
	}
	shelf, err := newShelf(root)
	if err != nil {
		return nil, err
	}
	return &archive.Task{
		Folder: folder, HTML: e.html, PDF: e.pdf, Grid: e.grid, Numbered: e.numbered, Reprint: e.reprint, Jobs: e.jobs, Force: e.force,
		Site: pages, Templates: sum, Assets: shelf.assets, FontFile: shelf.sum, Faces: shelf.sums,
		Out: folderOutput(e.dir), Clock: w.now, Producer: producer,
	}, nil
}

// templatesSum returns the hash of all templates and styles in a folder.
func templatesSum(fsys fs.FS) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		fmt.Fprintf(h, "%s %d\n", name, len(text))
		h.Write(text)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)), err
}
