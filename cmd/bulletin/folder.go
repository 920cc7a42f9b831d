package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"jianbao/bulletin"
)

// openFolder returns the files of a folder of the machine. Only folders and
// regular files are opened, for a pipe would wait for ever, and errors have whole
// paths.
func openFolder(dir string) fs.FS { return &machineFolder{dir, os.DirFS(dir), "."} }

// A machineFolder is a folder of the machine, or one within it.
type machineFolder struct {
	dir   string
	files fs.FS  // of dir
	at    string // where the names begin
}

// regular returns an error for what is neither a folder nor a regular file.
func (m *machineFolder) regular(op, name string) error {
	info, err := fs.Stat(m.files, name)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return m.whole(&fs.PathError{Op: op, Path: name, Err: bulletin.ErrNotFile})
	}
	return m.whole(err)
}

// whole gives an error the path of its file from the working folder.
func (m *machineFolder) whole(err error) error {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return err
	}
	return &fs.PathError{Op: p.Op, Path: filepath.Join(m.dir, filepath.FromSlash(p.Path)), Err: p.Err}
}

// Open opens a folder or a regular file.
func (m *machineFolder) Open(name string) (fs.File, error) {
	name = path.Join(m.at, name)
	if err := m.regular("open", name); err != nil {
		return nil, err
	}
	f, err := m.files.Open(name)
	return f, m.whole(err)
}

// ReadFile reads a regular file.
func (m *machineFolder) ReadFile(name string) ([]byte, error) {
	name = path.Join(m.at, name)
	if err := m.regular("read", name); err != nil {
		return nil, err
	}
	data, err := fs.ReadFile(m.files, name)
	return data, m.whole(err)
}

// Stat says what a name is, and opens nothing.
func (m *machineFolder) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(m.files, path.Join(m.at, name))
	return info, m.whole(err)
}

// Lstat says what a name is, of a link that it is one.
func (m *machineFolder) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(m.files, path.Join(m.at, name))
	return info, m.whole(err)
}

// ReadLink says where a link leads.
func (m *machineFolder) ReadLink(name string) (string, error) {
	to, err := fs.ReadLink(m.files, path.Join(m.at, name))
	return to, m.whole(err)
}

// ReadDir lists a folder.
func (m *machineFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(m.files, path.Join(m.at, name))
	return list, m.whole(err)
}

// Sub returns a folder within the folder.
func (m *machineFolder) Sub(name string) (fs.FS, error) {
	return &machineFolder{m.dir, m.files, path.Join(m.at, name)}, nil
}
