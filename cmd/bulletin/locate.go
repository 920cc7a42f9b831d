package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A target is what the paths of a command line mean: a series, and which of
// its issues were asked for.
type target struct {
	root   string // folder of the series; "" for issues outside any
	folder fs.FS
	series *bulletin.Series
	issues []*bulletin.Issue
}

// usageError is a fault of the command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func badUsage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// locate finds the series of paths and reads it.
func locate(paths []string) (*target, error) {
	p, err := find(paths)
	if err != nil {
		return nil, err
	}
	return p.read()
}

// A place is what the paths of a command line mean before anything is read.
type place struct {
	files []string // of the issues asked for
	root  string   // folder of the series; "" for issues outside any
	whole bool     // the folder of the series was asked for, or one above it
	blind error    // why a folder could not be looked through; nil for none
}

// find finds the series of paths. Without a path it is the working folder if that
// holds bulletin.yaml, else its issues/.
func find(paths []string) (*place, error) {
	if len(paths) == 0 {
		paths = []string{"."}
		if !isFile(bulletin.SettingsName) {
			paths = []string{"issues"}
		}
		if _, err := os.Stat(paths[0]); err != nil {
			return nil, badUsage("这里没有 bulletin.yaml，也没有 issues 文件夹；请写明简报所在的文件夹")
		}
	}
	p := &place{}
	for _, path := range paths {
		found, err := p.issueFiles(path)
		if err != nil {
			return nil, err
		}
		p.files = append(p.files, found...)
	}
	var err error
	if p.root, err = commonRoot(paths, p.files); err != nil {
		return nil, err
	}
	p.whole = slices.ContainsFunc(paths, func(path string) bool { return isAbove(path, p.root) })
	return p, nil
}

// isAbove reports whether a path is a folder or one above it.
func isAbove(path, folder string) bool {
	abs, err := filepath.Abs(path)
	if err != nil || folder == "" {
		return false
	}
	rel, err := filepath.Rel(abs, folder)
	return err == nil && filepath.IsLocal(rel)
}

// read reads the series of a place, or the issues outside any.
func (p *place) read() (*target, error) {
	if p.root == "" && p.blind != nil {
		return nil, p.blind
	}
	if p.root == "" {
		return loneIssues(p.files)
	}
	return readSeries(p.root, p.files)
}

// name returns the name findings print for a path within the series.
func (p *place) name(path string) string {
	return shown(filepath.Join(p.root, filepath.FromSlash(path)))
}

// issueFiles returns the files of issues at or below a path.
func (p *place) issueFiles(name string) ([]string, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, badUsage("没有“%s”这个文件或文件夹", name)
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		if !strings.EqualFold(filepath.Ext(name), ".md") {
			return nil, badUsage("“%s”不是 .md 文件", name)
		}
		return []string{name}, nil
	}
	var files []string
	err = fs.WalkDir(openFolder(name), ".", func(below string, d fs.DirEntry, err error) error {
		if err != nil && below != "." {
			p.blind = err // of a series, reading it says so
			return nil
		}
		if err == nil && !d.IsDir() && bulletin.IsIssue(below) {
			files = append(files, filepath.Join(name, filepath.FromSlash(below)))
		}
		return err
	})
	return files, err
}

// commonRoot returns the series root all files share: the nearest folder
// upwards with bulletin.yaml; "" when they lie outside any.
func commonRoot(paths, files []string) (string, error) {
	if len(files) == 0 {
		files = paths
	}
	roots := map[string]bool{}
	first := ""
	for i, f := range files {
		root, err := seriesRoot(f)
		if err != nil {
			return "", err
		}
		if roots[root] = true; i == 0 {
			first = root
		}
	}
	if len(roots) > 1 {
		return "", badUsage("一次只能生成一种刊物，这些文件分属几个有 bulletin.yaml 的文件夹")
	}
	return first, nil
}

// seriesRoot returns the nearest folder at or above a path that holds
// bulletin.yaml, as an absolute path; "" if none does.
func seriesRoot(p string) (string, error) {
	dir, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	for {
		if isFile(filepath.Join(dir, bulletin.SettingsName)) {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

func isFile(p string) bool {
	info, err := os.Stat(p)
	return err == nil && !info.IsDir()
}

// readSeries reads a whole series and picks the issues of the given files.
func readSeries(root string, files []string) (*target, error) {
	t := &target{root: root, folder: openFolder(root)}
	var err error
	t.series, err = bulletin.ReadSeries(t.folder, func(name string) string { return shown(filepath.Join(root, filepath.FromSlash(name))) })
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, f := range files {
		abs, err := filepath.Abs(f)
		if err != nil {
			return nil, err
		}
		rel, err := filepath.Rel(root, abs)
		if err != nil {
			return nil, err
		}
		name := filepath.ToSlash(rel)
		if !bulletin.IsIssue(name) {
			return nil, badUsage("“%s”按规定不算一期简报（README.md、以 _ 或 . 开头的文件、templates 里的文件除外）", f)
		}
		wanted[bulletin.IssuePath(name)] = true
	}
	for _, issue := range t.series.Issues {
		if wanted[issue.Path] {
			t.issues = append(t.issues, issue)
		}
	}
	return t, nil
}

// loneIssues reads issues that belong to no series.
func loneIssues(files []string) (*target, error) {
	t := &target{series: &bulletin.Series{}}
	slices.Sort(files)
	files = slices.Compact(files)
	for _, f := range files {
		t.folder = openFolder(filepath.Dir(f))
		name := bulletin.IssuePath(path.Base(filepath.ToSlash(f)))
		for _, other := range t.issues {
			if other.Path == name {
				return nil, badUsage("有两个 %s.md，输出会互相覆盖；请分开生成，或在它们上面的文件夹里放一个 bulletin.yaml", name)
			}
			if filepath.Dir(f) != filepath.Dir(files[0]) {
				return nil, badUsage("不在同一文件夹的单篇简报请分开生成，或在它们上面的文件夹里放一个 bulletin.yaml")
			}
		}
		t.issues = append(t.issues, t.series.ReadFile(t.folder, filepath.Base(f), shown(f)))
	}
	t.series.Issues = t.issues
	t.series.CheckOutputs()
	return t, t.loneRegister(files)
}

// loneRegister counts the copies of issues that belong to no series by the
// register in their folder, if it has one.
func (t *target) loneRegister(files []string) (err error) {
	if len(files) > 0 {
		name := shown(filepath.Join(filepath.Dir(files[0]), bulletin.RegisterName))
		if t.series.Register, err = bulletin.ReadRegisterFile(t.folder, name); err != nil {
			return err
		}
	}
	for _, issue := range t.issues {
		name := bulletin.RecordName(issue.Source.Name)
		if !issue.Unread {
			issue.Distribute(t.series.Register, bulletin.ReadRecordFile(t.folder, path.Base(name), name))
		}
	}
	return nil
}

// told returns a path of the machine as messages print it.
func told(p string) string { return diag.Name(shown(p)) }

// shown returns a path as the working folder would name it, with forward
// slashes.
func shown(p string) string {
	if abs, err := filepath.Abs(p); err == nil {
		if dir, err := os.Getwd(); err == nil {
			if rel, err := filepath.Rel(dir, abs); err == nil && len(rel) <= len(abs) {
				p = rel
			}
		}
	}
	return filepath.ToSlash(p)
}
