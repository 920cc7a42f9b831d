package archive

import (
	"io/fs"
	"maps"
	"slices"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// Current reports whether an output folder is as Update would leave it, by the
// hashes of all sources and outputs: then no source need be read. It returns what
// Update would report of each issue, and the findings about what all issues
// share. there is what the folder holds. Task.Series and Task.Issues are not looked at; files is what the series
// folder holds, and name maps a path in it to the name findings print.
func Current(t Task, there *Standing, files bulletin.Files, name func(path string) string) (results []Result, shared diag.List, ok bool) {
	m := there.manifest
	if m == nil || t.Site == nil || t.Force || len(m.Unfinished) > 0 || m.Tool != t.Producer || len(m.Issues) != len(files.Issues) {
		return nil, nil, false
	}
	c := &current{update: update{Task: &t, old: m, present: map[string]*Published{}}, files: files, name: name}
	t.Series, t.Whole = &bulletin.Series{}, true
	if text, err := fs.ReadFile(t.Folder, bulletin.SettingsName); err == nil {
		t.Series.Settings = bulletin.ReadSettings(diag.NewSource(bulletin.SettingsName, text))
	}
	if !c.shared() || !c.look() || !c.stand() {
		return nil, nil, false
	}
	return c.report()
}

// A current is an update that finds out that there is nothing to do.
type current struct {
	update
	files bulletin.Files
	name  func(path string) string
	seals map[string]string // hashes of the entries of sealed.yaml, by the paths of their issues
}

// shared reports whether what all issues share is as it was.
func (c *current) shared() bool {
	now := maps.Clone(c.OwnTemplates)
	if now == nil {
		now = map[string]string{}
	}
	s := newSummer()
	for _, name := range []string{bulletin.SettingsName, bulletin.RegisterName, bulletin.SealsName} {
		if sum, _ := s.sum(c.Folder, name); sum != "" {
			now[name] = sum
		}
	}
	if now[bulletin.SealsName] != "" {
		text, err := fs.ReadFile(c.Folder, bulletin.SealsName)
		if err != nil {
			return false
		}
		c.seals = bulletin.SealSums(text)
		now[bulletin.SealsName] = sumOf([]byte(diag.NewSource(bulletin.SealsName, text).Text))
	}
	return maps.Equal(now, c.old.Sources)
}

// look finds out what every issue depends on now; false when one is new.
func (c *current) look() bool {
	records := len(c.files.Records)
	c.plans = make([]*plan, len(c.files.Issues))
	inParallel(len(c.plans), c.Jobs, func() func(int) {
		s := newSummer()
		return func(i int) { c.plans[i] = c.plan(c.files.Issues[i], s) }
	})
	for _, p := range c.plans {
		if p == nil {
			return false
		}
		if c.files.Records[p.path] != "" {
			records--
		}
		c.present[p.path] = p.old
	}
	return records == 0
}

// plan looks up what an issue depends on, by the names the manifest has; nil when
// the source of an issue is another, or its settings are.
func (c *current) plan(file string, s *summer) *plan {
	path := bulletin.IssuePath(file)
	old := c.old.find(path)
	if old == nil {
		return nil
	}
	in := inputs{Tool: c.Producer, Faces: c.Faces, Settings: c.old.Sources[bulletin.SettingsName], Register: c.old.Sources[bulletin.RegisterName],
		Pictures: map[string]string{}, FontFiles: map[string]string{}}
	if c.seals[path] != "" {
		in.Settings = c.seals[path]
	}
	in.Source, _ = s.sum(c.Folder, file)
	if record := c.files.Records[path]; record != "" {
		in.Record, _ = s.sum(c.Folder, record)
	}
	if in.Source != old.Source || in.Settings != old.Settings || in.Record != old.Record {
		return nil
	}
	for name := range old.Pictures {
		in.Pictures[name], _ = s.sum(c.Folder, name)
	}
	for name := range old.FontFiles {
		in.FontFiles[name] = c.FontFile(name)
	}
	e := old.Entry
	e.HTML, e.PDF, e.PDFSize = "", "", 0
	return &plan{path: path, entry: e, in: in, old: old}
}

// stand reports whether all outputs are as they would be made now.
func (c *current) stand() bool {
	c.disk = sumAll(c.Out.FS, c.old.names(), c.Jobs)
	for _, f := range c.old.Files {
		if c.disk[f.Name] != f.SHA256 {
			return false
		}
	}
	c.links = c.newLinks(c.hoped())
	return !slices.ContainsFunc(c.plans, func(p *plan) bool { return !c.same(p) })
}

// report returns what there is to say.
func (c *current) report() (results []Result, shared diag.List, ok bool) {
	sources := map[string]*diag.Source{}
	source := func(file string) *diag.Source {
		if sources[file] == nil {
			text, err := fs.ReadFile(c.Folder, file)
			if err != nil {
				return nil
			}
			sources[file] = diag.NewSource(c.name(file), text)
		}
		return sources[file]
	}
	for i, p := range c.plans {
		results = append(results, Result{
			Name: c.name(c.files.Issues[i]), Characters: p.old.Characters, Pages: p.old.Pages, Same: true,
			Findings: said(p.old.Findings, func(file string) *diag.Source {
				if file == "" {
					file = c.files.Issues[i]
				}
				return source(file)
			}),
		})
	}
	return results, said(c.old.Findings, source), true
}
