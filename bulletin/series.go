package bulletin

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"jianbao/bulletin/diag"
)

// A Series is one bulletin (刊): a folder with bulletin.yaml and its issues.
type Series struct {
	Settings *Settings // nil without bulletin.yaml
	Register *Register // nil without recipients.yaml
	Seals    *Seals    // nil without sealed.yaml
	Issues   []*Issue  // by path
	Unread   []Unread  // folders that could not be looked through, by path

	orphans diag.List // records and seals without an issue, and what is unread
}

// ReadSeries reads bulletin.yaml and recipients.yaml, if they are there, and
// every issue of the series whose root fsys is. name maps a path within it to the
// name findings print. A file or folder of issues that cannot be read is a finding, and keeps none
// of the others from being read. An error means that the root could not be looked
// through, or a file all issues share not be read.
func ReadSeries(fsys fs.FS, name func(path string) string) (*Series, error) {
	s := &Series{}
	text, err := readFile(fsys, SettingsName)
	switch {
	case err == nil:
		s.Settings = ReadSettings(diag.NewSource(name(SettingsName), text))
	case !errors.Is(err, fs.ErrNotExist):
		return nil, named(err, name(SettingsName))
	}
	files, err := FindFiles(fsys)
	if err != nil {
		var p *fs.PathError
		errors.As(err, &p)
		return nil, named(err, name(p.Path))
	}
	if s.Seals, err = ReadSealsFile(fsys, name(SealsName)); err != nil {
		return nil, err
	}
	s.read(fsys, files.Issues, name)
	sortIssues(s.Issues)
	s.checkReserved()
	s.CheckOutputs()
	s.Unread = files.Unread
	s.reportUnread(name)
	if s.Register, err = ReadRegisterFile(fsys, name(RegisterName)); err != nil {
		return nil, err
	}
	s.findOrphans(files.Records, name)
	s.orphans = append(s.orphans, s.Seals.orphans(s.Issues)...)
	s.distribute(fsys, name)
	return s, nil
}

// read reads the issues of paths, several at a time.
func (s *Series) read(fsys fs.FS, paths []string, name func(path string) string) {
	s.Issues = make([]*Issue, len(paths))
	var next atomic.Int64
	var readers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(paths)) {
		readers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(paths); i = next.Add(1) - 1 {
				s.Issues[i] = s.ReadFile(fsys, paths[i], name(paths[i]))
			}
		})
	}
	readers.Wait()
}

// findOrphans reports records, by the paths of their issues, whose issue is not
// there: it was renamed, and is counted as if it had none.
func (s *Series) findOrphans(records map[string]string, name func(path string) string) {
	for _, issue := range s.Issues {
		delete(records, issue.Path)
	}
	for _, p := range slices.Sorted(maps.Values(records)) {
		src := diag.NewSource(name(p), nil)
		s.orphans.Add(src.At(0), diag.Warning, "分发记录", "稿件改了名的，把记录改成同样的名字："+"稿件名"+RecordSuffix, "没有这份分发记录的稿件 %s.md", path.Base(strings.TrimSuffix(p, RecordSuffix)))
	}
}

// distribute counts the copies of every issue. What is found in lists that
// bulletin.yaml has for all issues is said once.
func (s *Series) distribute(fsys fs.FS, name func(path string) string) {
	for _, issue := range s.Issues {
		if issue.Unread {
			continue
		}
		file := RecordName(issue.Path + ".md")
		rec := ReadRecordFile(fsys, file, name(file))
		found := issue.distribute(s.Register, rec)
		issue.asSealed()
		for _, d := range found {
			if s.Settings != nil && d.Pos.Source == s.Settings.Source && d.Severity != diag.Error {
				s.Settings.Findings = append(s.Settings.Findings, d)
			} else {
				issue.Findings = append(issue.Findings, d)
			}
		}
		issue.Findings = issue.Findings.Sorted()
	}
	if s.Settings != nil {
		s.Settings.Findings = s.Settings.Findings.Sorted()
	}
}

// Findings returns what is wrong with the files all issues share.
func (s *Series) Findings() diag.List {
	var out diag.List
	if s.Settings != nil {
		out = append(out, s.Settings.Findings...)
	}
	if s.Register != nil {
		out = append(out, s.Register.Findings...)
	}
	if s.Seals != nil {
		out = append(out, s.Seals.Findings...)
	}
	return append(out, s.orphans...)
}

// named returns an error of a file with the name that findings print for it.
func named(err error, name string) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return &fs.PathError{Op: p.Op, Path: name, Err: p.Err}
	}
	return fmt.Errorf("%s: %w", name, err)
}

// ErrNotFile says that what should be a file is a folder, a pipe or a device.
var ErrNotFile = errors.New("not a file")

// readFile returns a file's bytes, at most a few more than an issue may have, which are then a finding.
func readFile(fsys fs.FS, p string) ([]byte, error) {
	info, err := fs.Stat(fsys, p)
	if err == nil && !info.Mode().IsRegular() { // a pipe would wait for ever
		return nil, &fs.PathError{Op: "read", Path: p, Err: ErrNotFile}
	}
	f, err := fsys.Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	if info != nil {
		b.Grow(int(min(info.Size(), largestSource)) + bytes.MinRead)
	}
	_, err = b.ReadFrom(io.LimitReader(f, largestSource+16))
	return b.Bytes(), err
}

// IsIssue tells whether the file of a path from the series root is an issue:
// every .md but README.md, names that begin with _ or ., and what lies in a
// folder templates or in a hidden one.
func IsIssue(p string) bool {
	dir, file := path.Split(p)
	if !strings.EqualFold(path.Ext(file), ".md") || strings.EqualFold(file, "README.md") || hidden(file) {
		return false
	}
	for _, part := range strings.Split(strings.Trim(dir, "/"), "/") {
		if part != "" && part != "." && part != ".." && hiddenFolder(part) {
			return false
		}
	}
	return true
}

// IssuePath returns the Path of the issue in a file: without its extension.
func IssuePath(p string) string { return strings.TrimSuffix(p, path.Ext(p)) }

func hidden(name string) bool { return strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") }

func hiddenFolder(name string) bool { return name == "templates" || hidden(name) }

func sortIssues(issues []*Issue) {
	slices.SortFunc(issues, func(a, b *Issue) int { return strings.Compare(a.Path, b.Path) })
}

// anotherSeries tells whether a folder is the root of a series of its own.
func anotherSeries(fsys fs.FS, dir string) bool {
	_, err := fs.Stat(fsys, path.Join(dir, SettingsName))
	return err == nil
}
