package archive

import (
	"io/fs"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// Guard looks whether a series may be built into an output folder, by what that
// holds. other is the name of the series of which it holds the outputs, when that
// is another one: of another name, and with none of its sources. The findings are
// errors: entries that sealed.yaml had when the folder was written and has no more,
// by which sealed issues would be made otherwise. name is what findings call that
// file. A folder without a manifest that can be read may be built into.
func Guard(there *Standing, s *bulletin.Series, name string) (other string, findings diag.List) {
	m := there.manifest
	if m == nil {
		return "", nil
	}
	if m.isOther(s) {
		return m.Name, nil
	}
	was := m.Sources[bulletin.SealsName]
	if was == "" || s.Seals.Continues(was) || s.Seals != nil && !s.Seals.Readable {
		return "", nil
	}
	src := diag.NewSource(name, nil)
	message := "封存记录 %s 不见了"
	if s.Seals != nil {
		src, message = s.Seals.Source, "封存记录 %s 被改动过，或少了后来的几条"
	}
	findings.Add(src.At(0), diag.Error, "封存", "从备份恢复；不然封存的各期会按现在的设置重做", message+"：生成这些输出的时候不是这样", bulletin.SealsName)
	return "", findings
}

// isOther reports whether a manifest is that of another series.
func (m *Manifest) isOther(s *bulletin.Series) bool {
	if s.Settings == nil || len(m.Issues) == 0 || len(s.Issues) == 0 || m.Name == "" || s.Settings.Front.FullName() == m.Name {
		return false
	}
	sources := map[string]bool{}
	for _, issue := range s.Issues {
		sources[issue.Source.Sum] = true
	}
	for _, p := range m.Issues {
		if sources[p.Source] {
			return false
		}
	}
	return true
}

// mostStrays is how many files a folder may hold that are looked through for those
// no manifest tells of, and how many are named.
const (
	mostStrays = 20_000
	namedStray = 5
)

// strays finds files that stay in the folder though nothing tells of them: there was
// no manifest that could, so that they may be what is left of issues that are gone.
func (u *update) strays(files []File) {
	known := map[string]bool{ManifestName: true}
	for _, f := range files {
		known[f.Name] = true
	}
	for _, p := range u.present {
		for name := range p.outputs() {
			known[name] = true
		}
	}
	seen := 0
	_ = fs.WalkDir(u.Out.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if seen++; err != nil || seen > mostStrays || len(u.summary.Strays) == namedStray {
			return fs.SkipAll
		}
		if !d.IsDir() && !known[name] && name != LockName && !bulletin.SystemFile(d.Name()) && !Leftover(name) {
			u.summary.Strays = append(u.summary.Strays, name)
		}
		return nil
	})
}

// replaced counts the files that stand there and of which no manifest tells, but
// which are outputs.
func (u *update) replaced() {
	for _, p := range u.plans {
		for _, name := range []string{p.path + ".pdf", p.path + ".html"} {
			if !u.blocked(p.issue) && u.Out.has(name) {
				u.summary.Replaced++
			}
		}
	}
	if u.Out.has(site.IndexName) {
		u.summary.Replaced++
	}
}
