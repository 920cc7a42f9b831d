// Package desk shows a series while its editor writes: the issues, the chosen one
// as a web page and as the pages of its PDF, and what is wrong with it, made again
// whenever a source is saved. Nothing is written; all is made in memory.
package desk

import (
	"io/fs"
	"slices"
	"sync"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

// Config is the door of a desk to the world.
type Config struct {
	Folder  fs.FS                        // the series folder, or one with issues outside any; nothing beyond it may open
	Name    func(path string) string     // the name findings print for a path within Folder
	Task    func() (archive.Task, error) // what a build has but folder, series and issues: read afresh at each call
	Assets  fs.FS                        // desk.html, base.css, desk.css and the scripts desk*.js
	Hosts   []string                     // the names and ports it answers to: 127.0.0.1:4400
	Clock   func() time.Time
	Explain func(error) string // says in Chinese why the machine failed
}

// A Desk holds a series in memory and keeps it as its folder is. It serves any
// number of browsers.
type Desk struct {
	config Config
	folder fence

	mu     sync.Mutex // of all below
	task   archive.Task
	series *bulletin.Series
	epoch  int // counts the times the series was read as a whole
	fault  string
	files  map[string]mark // of all sources, as they were when the series was read
	saved  time.Time       // when an issue was last found changed
	next   time.Time       // when all of them are due to be looked at

	drafts map[string]*draft // by path
	uses   int
	counts map[string]*count // by path
	tabs   map[*tab]bool
	list   int // version of the list of issues
}

// New reads a series. An error is one of the machine.
func New(c Config) (*Desk, error) {
	d := &Desk{config: c, folder: fence{c.Folder}, drafts: map[string]*draft{}, counts: map[string]*count{}, tabs: map[*tab]bool{}}
	d.mu.Lock()
	defer d.mu.Unlock()
	files, err := d.scan()
	if err != nil {
		return nil, err
	}
	return d, d.read(files)
}

// read reads the series as a whole.
func (d *Desk) read(files map[string]mark) error {
	task, err := d.config.Task()
	if err != nil {
		return err
	}
	series, err := bulletin.ReadSeries(d.folder, d.config.Name)
	if err != nil {
		return err
	}
	d.task, d.series, d.files = task, series, files
	d.epoch++
	d.list++
	d.recount()
	return nil
}

// find returns an issue by its path; nil when there is none.
func (d *Desk) find(path string) *bulletin.Issue {
	for _, issue := range d.series.Issues {
		if issue.Path == path {
			return issue
		}
	}
	return nil
}

// shared returns the findings about what all issues share.
func (d *Desk) shared() diag.List {
	return append(append(archive.SharedFindings(d.series), d.task.TemplateFindings...), d.folder.findings(d.config.Name)...).Sorted()
}

// mostDrafts is how many drafts are kept that no browser shows.
const mostDrafts = 8

// draft returns the draft of an issue, made again if anything it is made of has
// changed; nil for an issue that never was.
func (d *Desk) draft(path string) *draft {
	old, issue := d.drafts[path], d.find(path)
	d.uses++
	if issue == nil {
		if old != nil {
			old.used = d.uses
			d.lose(old)
		}
		return old
	}
	stamp := d.stamp(issue)
	if old == nil || old.gone || old.issue != issue || old.series != d.series || old.epoch != d.epoch || old.stamp != stamp {
		d.retryFonts(old)
		now := d.make(issue, old)
		now.stamp = stamp
		now.describe()
		d.drafts[path] = now
		d.take(path, now)
	}
	d.drafts[path].used = d.uses
	d.forget()
	return d.drafts[path]
}

// lose takes note that the source of a draft is gone.
func (d *Desk) lose(old *draft) {
	to := d.moved(old)
	if old.gone && old.moved == to {
		return
	}
	old.gone, old.moved = true, to
	old.paper.old, old.html.old = len(old.paper.sheets) > 0, old.html.data != nil
	old.describe()
}

// retryFonts reads the fonts of the office again when one could not be used: it may
// have been put there since.
func (d *Desk) retryFonts(old *draft) {
	if old == nil || !slices.ContainsFunc(slices.Concat(old.findings, old.shared), func(f diag.Diagnostic) bool { return f.Code == "字体" && f.Severity == diag.Error }) {
		return
	}
	if task, err := d.config.Task(); err == nil {
		d.task = task
	}
}

// forget drops the drafts nobody has asked for the longest time.
func (d *Desk) forget() {
	open := d.open()
	for len(d.drafts) > mostDrafts+len(open) {
		oldest := ""
		for path, draft := range d.drafts {
			if !open[path] && (oldest == "" || draft.used < d.drafts[oldest].used) {
				oldest = path
			}
		}
		delete(d.drafts, oldest)
	}
}
