package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// How often the desk looks at files: at those of the issues that are open, and at
// all of a series. The latter take at most a twentieth of its time, whatever the
// disk; a folder on a server of the office tells nobody of changes.
const (
	glance  = 25 * time.Millisecond
	survey  = 400 * time.Millisecond
	leisure = 20
)

// recent is how long after a change a file is read to find out whether it has
// changed again: some disks tell the time of a change to two seconds only.
const recent = 3 * time.Second

// A mark is a file as it was last looked at.
type mark struct {
	size int64
	time time.Time
	sum  string // of a source changed a moment before; "" for others
}

// Watch keeps the desk as its folder is until ctx ends. Without a browser that
// shows it, it rests.
func (d *Desk) Watch(ctx context.Context) {
	tick := time.NewTicker(glance)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			d.mu.Lock()
			if len(d.tabs) > 0 {
				d.look()
				d.count()
				d.tell()
			}
			d.mu.Unlock()
		}
	}
}

// look looks at the files that are due.
func (d *Desk) look() {
	if now := d.config.Clock(); !now.Before(d.next) {
		d.lookAll()
		return
	}
	for path := range d.open() {
		if issue := d.find(path); issue != nil {
			d.glance(d.fileOf(issue))
		}
	}
	for _, name := range []string{bulletin.SettingsName, bulletin.RegisterName} {
		if m, err := d.mark(name); err == nil && m != d.files[name] {
			d.lookAll()
			return
		}
	}
}

// glance looks at the source of one issue.
func (d *Desk) glance(file string) {
	m, err := d.mark(file)
	if err != nil || m.size == 0 { // some editors empty or remove a file before they write it
		return
	}
	if m != d.files[file] {
		d.reread(file, m)
	}
}

// lookAll looks at all files of the series, and reads what has changed.
func (d *Desk) lookAll() {
	start := d.config.Clock()
	defer func() {
		end := d.config.Clock()
		d.next = end.Add(max(survey, leisure*end.Sub(start)))
	}()
	files, err := d.scan()
	if err != nil {
		d.fail(err)
		return
	}
	var changed []string
	whole := d.fault != "" || len(files) != len(d.files)
	for name, m := range files {
		old, known := d.files[name]
		switch {
		case !known || m != old && !bulletin.IsIssue(name):
			whole = true
		case m != old:
			changed = append(changed, name)
		}
	}
	if whole || len(changed) > len(d.series.Issues)/8+1 {
		d.fail(d.read(files))
		return
	}
	for _, name := range changed {
		d.reread(name, files[name])
	}
}

// fail takes note of what the machine refused; nil clears it.
func (d *Desk) fail(err error) {
	fault := ""
	if err != nil {
		fault = d.config.Explain(err)
	}
	if fault != d.fault {
		d.fault = fault
		d.list++
	}
}

// reread reads one issue again.
func (d *Desk) reread(file string, m mark) {
	series, err := d.series.Reread(d.folder, file, d.config.Name)
	if err != nil { // it is looked at again
		return
	}
	before := d.series
	d.series, d.files[file], d.saved = series, m, d.config.Clock()
	d.recount()
	d.doubt(before)
	d.list++
}

// scan marks all files the series is read from.
func (d *Desk) scan() (map[string]mark, error) {
	found, err := bulletin.FindFiles(d.folder)
	if err != nil {
		return nil, err
	}
	names := append(found.Issues, bulletin.SettingsName, bulletin.RegisterName, bulletin.SealsName)
	for _, record := range found.Records {
		names = append(names, record)
	}
	if own, err := fs.ReadDir(d.folder, site.TemplateFolder); err == nil {
		for _, e := range own {
			names = append(names, site.TemplateFolder+"/"+e.Name())
		}
	}
	files := make(map[string]mark, len(names))
	for _, name := range names {
		m, err := d.mark(name)
		if err == nil {
			files[name] = m
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return files, nil
}

// mark looks at one file.
func (d *Desk) mark(name string) (mark, error) {
	info, err := fs.Stat(d.folder, name)
	if err != nil {
		return mark{}, err
	}
	m := mark{size: info.Size(), time: info.ModTime()}
	if age := d.config.Clock().Sub(m.time); info.Mode().IsRegular() && age < recent && age > -recent && m.size < largestGlance {
		if text, err := fs.ReadFile(d.folder, name); err == nil {
			m.sum = shortSum(text)
		}
	} else if old, ok := d.files[name]; ok && old.size == m.size && old.time.Equal(m.time) {
		m.sum = old.sum
	}
	return m, nil
}

// largestGlance is how many bytes a file may have to be read again and again.
const largestGlance = 1 << 20

// stamp says how the pictures of an issue are now.
func (d *Desk) stamp(issue *bulletin.Issue) string {
	var b strings.Builder
	for _, p := range bulletin.Pictures(issue) {
		name := path.Join(path.Dir(issue.Path), p.Path)
		if info, err := fs.Stat(d.folder, name); err == nil {
			fmt.Fprintln(&b, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}

// pictureSums returns the sums of the pictures the page of an issue shows.
func (d *Desk) pictureSums(issue *bulletin.Issue) map[string]string {
	out := map[string]string{}
	for _, p := range bulletin.Pictures(issue) {
		name := path.Join(path.Dir(issue.Path), p.Path)
		if !servable(name) || out[name] != "" {
			continue
		}
		if data, err := fs.ReadFile(d.folder, name); err == nil {
			out[name] = shortSum(data)
		}
	}
	return out
}

// fileOf returns the path of the source of an issue: findings have its name in
// their own way.
func (d *Desk) fileOf(issue *bulletin.Issue) string {
	return issue.Path + path.Ext(issue.Source.Name)
}

// open returns the paths of the issues that browsers show.
func (d *Desk) open() map[string]bool {
	out := map[string]bool{}
	for t := range d.tabs {
		out[t.issue] = true
	}
	return out
}

// moved returns where the issue of a draft went whose source is gone: the one issue
// with the same text that has no draft of its own; "" for none.
func (d *Desk) moved(old *draft) string {
	at := slices.IndexFunc(d.series.Issues, func(issue *bulletin.Issue) bool {
		return issue.Source.Sum == old.issue.Source.Sum && d.drafts[issue.Path] == nil
	})
	if at < 0 {
		return ""
	}
	return d.series.Issues[at].Path
}
