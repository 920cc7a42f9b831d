package bulletin

import (
	"io/fs"
	"slices"
)

// Reread returns the series with one of its issues read again, whose text has
// changed; file is its path from the series root. All else must be as it was read:
// the other issues are those of s, which itself stays as it is. An error means that
// the file could not be read: it may be in the midst of being saved.
func (s *Series) Reread(fsys fs.FS, file string, name func(path string) string) (*Series, error) {
	i := slices.IndexFunc(s.Issues, func(issue *Issue) bool { return issue.Source.Name == name(file) })
	if i < 0 || s.Issues[i].Unread && badlyNamed(file) {
		return s, nil
	}
	text, err := readFile(fsys, file)
	if err != nil {
		return nil, named(err, name(file))
	}
	t := *s
	if s.Settings != nil {
		settings := *s.Settings
		settings.Findings = slices.Clone(settings.Findings)
		t.Settings = &settings
	}
	one := t
	one.Issues = []*Issue{s.issue(file, name(file), text)}
	one.checkReserved()
	t.Issues = slices.Clone(s.Issues)
	t.Issues[i] = one.Issues[0]
	newOutputs(t.Issues).check(t.Issues[i])
	one.distribute(fsys, name)
	return &t, nil
}
