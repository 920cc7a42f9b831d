package archive

import (
	"errors"
	"io/fs"
	"maps"
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// relink makes the pages again that lead to an issue which, as it turned out, has
// none, or of which the machine refused the files.
func (u *update) relink() error {
	if !u.HTML {
		return nil
	}
	u.links = u.newLinks(u.entries())
	m := &maker{worker: worker{Task: u.Task}, update: u}
	var failed error
	for _, p := range u.plans {
		now := u.present[p.path]
		if now == nil || now.HTML == nil || now.Source != p.in.Source || u.blocked(p.issue) {
			continue
		}
		info := u.links.page(now.Entry)
		from := p.in.pageFrom(u.Templates, info)
		if now.HTML.From == from {
			continue
		}
		html, err := m.page(p.issue, info)
		if u.withhold(err) {
			continue
		}
		if err == nil {
			err = u.Out.Write(p.path+".html", html)
		}
		if err != nil {
			u.doubtful = append(u.doubtful, p.names()...)
			failed = errors.Join(failed, err)
			continue
		}
		now.HTML = &Made{Size: int64(len(html)), SHA256: sumOf(html), From: from}
	}
	return failed
}

// withhold reports whether an error is a fault of the office's templates, by which
// a page stays as it stands. What belongs to no single issue is then to be made
// again, and nothing is taken away that it may lead to.
func (u *update) withhold(err error) bool {
	d, ok := site.Fault(err)
	if !ok && u.Site != nil {
		return false
	}
	if ok && !slices.Contains(u.summary.Findings, d) {
		u.summary.Findings = append(u.summary.Findings, d)
	}
	if !u.summary.Withheld {
		u.summary.Withheld = true
		u.doubtful = append(append(u.doubtful, site.IndexName), u.left()...)
	}
	return true
}

// entries returns what is to be said of every issue that stands there.
func (u *update) entries() []site.Entry {
	entries := map[string]site.Entry{}
	for path, p := range u.present {
		entries[path] = p.Entry
	}
	return sorted(entries)
}

// share makes the files that belong to no single issue, and writes those that are
// not there as they should be.
func (u *update) share() ([]File, error) {
	if u.Site == nil {
		u.withhold(nil)
		return u.oldFiles(), nil
	}
	made, err := u.Site.Shared(u.links.info, u.entries())
	if u.withhold(err) {
		return u.oldFiles(), nil
	}
	if err != nil {
		return u.oldFiles(), err
	}
	made = append(made, site.SearchFiles(u.texts())...)
	var files []File
	for _, f := range made {
		files = append(files, File{f.Name, int64(len(f.Data)), sumOf(f.Data)})
	}
	if err := u.announceFiles(files); err != nil {
		return u.oldFiles(), err
	}
	for i, f := range made {
		if u.standing(f.Name) == files[i].SHA256 {
			continue
		}
		if err := u.Out.Write(f.Name, f.Data); err != nil {
			return u.oldFiles(), err
		}
		u.summary.Written++
	}
	return files, nil
}

// standing is the hash of a file as it stands there.
func (u *update) standing(name string) string {
	if sum, ok := u.disk[name]; ok {
		return sum
	}
	sum, _ := newSummer().sum(u.Out.FS, name)
	return sum
}

// announceFiles adds to the manifest the names of files that it does not have
// yet, before they are written.
func (u *update) announceFiles(files []File) error {
	known := u.old.sums()
	var names []string
	for _, f := range files {
		if _, ok := known[f.Name]; !ok {
			names = append(names, f.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return u.write(u.oldFiles(), slices.Concat(names, u.announced))
}

// texts returns the texts of all public issues that have a page: those that are
// as they were read now, and of the others what was written with their page.
func (u *update) texts() []site.Document {
	read := map[string]*bulletin.Issue{}
	for _, issue := range u.Series.Issues {
		read[issue.Path] = issue
	}
	var out []site.Document
	for _, path := range slices.Sorted(maps.Keys(u.present)) {
		now, issue := u.present[path], read[path]
		switch {
		case now.Text == nil:
		case issue != nil && now.Source == issue.Source.Sum && now.Settings == u.settingsOf(issue):
			out = append(out, site.Document{Entry: now.Entry, Text: site.SearchText(issue)})
		default:
			data, err := fs.ReadFile(u.Out.FS, site.TextName(path))
			if err != nil {
				continue
			}
			if text, err := site.ReadTextFile(data); err == nil {
				out = append(out, site.Document{Entry: now.Entry, Text: text})
			}
		}
	}
	return out
}

// settingsOf is the hash of the settings an issue is made with.
func (t *Task) settingsOf(issue *bulletin.Issue) string {
	switch {
	case issue.Seal != nil:
		return issue.Seal.Sum
	case t.Series.Settings != nil:
		return t.Series.Settings.Source.Sum
	}
	return ""
}

// sweep removes what the old manifest knows and the new one does not.
func (u *update) sweep(files []File) error {
	wanted := map[string]bool{ManifestName: true}
	for _, f := range files {
		wanted[f.Name] = true
	}
	for _, p := range u.present {
		for name := range p.outputs() {
			wanted[name] = true
		}
	}
	var failed error
	made := u.old.sums()
	for _, name := range u.old.names() {
		if wanted[name] || slices.Contains(u.doubtful, name) || !u.Out.has(name) {
			continue
		}
		if made[name] != "" && u.disk[name] != made[name] { // somebody has put another one there
			u.summary.Left = append(u.summary.Left, name)
			continue
		}
		if err := u.Out.Remove(name); err != nil {
			failed = errors.Join(failed, err)
			u.doubtful = append(u.doubtful, name)
			continue
		}
		u.summary.Removed = append(u.summary.Removed, name)
	}
	return failed
}

// sources returns the hashes of what all issues share.
func (u *update) sources() map[string]string {
	out := maps.Clone(u.OwnTemplates)
	if out == nil {
		out = map[string]string{}
	}
	for name, src := range u.sharedSources() {
		out[name] = src.Sum
	}
	if s := u.Series.Seals; s != nil {
		out[bulletin.SealsName] = s.Sum() // as its own entries have it
	}
	return out
}

// sharedSources returns what all issues share, by path from the series root.
func (t *Task) sharedSources() map[string]*diag.Source {
	out := map[string]*diag.Source{}
	if s := t.Series.Settings; s != nil {
		out[bulletin.SettingsName] = s.Source
	}
	if r := t.Series.Register; r != nil {
		out[bulletin.RegisterName] = r.Source
	}
	if s := t.Series.Seals; s != nil {
		out[bulletin.SealsName] = s.Source
	}
	return out
}

// seriesName is the name of the bulletin: of its settings, or of its newest issue.
func (u *update) seriesName() string {
	if s := u.Series.Settings; s != nil && len(s.Front.Name) > 0 {
		return s.Front.FullName()
	}
	newest := ""
	day := ""
	for _, e := range u.entries() {
		if e.Public && e.Date.ISO() >= day {
			newest, day = e.FullName(), e.Date.ISO()
		}
	}
	return newest
}
