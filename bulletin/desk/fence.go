package desk

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// A fence is a folder of which links that lead out of it, or nowhere, are no part.
// The folder below refuses to follow them; without the fence, one would keep the
// whole series from being read.
type fence struct{ fs.FS }

// ReadDir returns what a folder holds, by name.
func (f fence) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(f.FS, name)
	return slices.DeleteFunc(list, func(e fs.DirEntry) bool { return f.leadsOut(path.Join(name, e.Name()), e) }), err
}

func (f fence) leadsOut(name string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return false
	}
	_, err := fs.Stat(f.FS, name)
	return err != nil && !errors.Is(err, fs.ErrPermission)
}

// Stat returns what a file is, without opening it.
func (f fence) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// ReadFile returns the bytes of a file.
func (f fence) ReadFile(name string) ([]byte, error) { return fs.ReadFile(f.FS, name) }

// findings names the links to issues at the root that are left out.
func (f fence) findings(shown func(string) string) diag.List {
	var out diag.List
	list, err := fs.ReadDir(f.FS, ".")
	if err != nil {
		return nil
	}
	for _, e := range list {
		if strings.HasSuffix(e.Name(), ".md") && f.leadsOut(e.Name(), e) {
			out.Add(diag.NewSource(shown(e.Name()), nil).At(0), diag.Warning, "链接", "把稿件本身放进这个文件夹", "“%s”是指向文件夹之外的链接，这里不打开", e.Name())
		}
	}
	return out
}

// servable tells whether a file may be shown at all: it lies in the folder, and no
// part of its path is hidden.
func servable(name string) bool {
	if !fs.ValidPath(name) || strings.Contains(name, `\`) {
		return false
	}
	return !slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
}
