package main

import (
	"io/fs"
	"os"
	"sync"
)

// A rooted folder is one out of which no path and no link leads. Where the folder is
// moved away and another put in its place, it is that other from then on, as soon as
// somebody asks what lies in it.
type rooted struct {
	path string

	mu   sync.Mutex
	root *os.Root // nil while it is not there
}

// openRooted opens a folder.
func openRooted(path string) (*rooted, error) {
	r := &rooted{path: path}
	return r, r.reopen()
}

// reopen opens the folder that is at the path now, unless it is open.
func (r *rooted) reopen() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	there, err := os.Stat(r.path)
	if err != nil {
		return err
	}
	if r.root != nil {
		if open, err := r.root.Stat("."); err == nil && os.SameFile(open, there) {
			return nil
		}
		r.root.Close()
		r.root = nil
	}
	r.root, err = os.OpenRoot(r.path)
	return err
}

// inside returns the folder as it is open.
func (r *rooted) inside() (fs.FS, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.root == nil {
		return nil, &fs.PathError{Op: "open", Path: r.path, Err: fs.ErrNotExist}
	}
	return r.root.FS(), nil
}

// Open opens a file of the folder.
func (r *rooted) Open(name string) (fs.File, error) {
	inside, err := r.inside()
	if err != nil {
		return nil, err
	}
	return inside.Open(name)
}

// Stat returns what a file is.
func (r *rooted) Stat(name string) (fs.FileInfo, error) {
	inside, err := r.inside()
	if err != nil {
		return nil, err
	}
	return fs.Stat(inside, name)
}

// ReadDir returns what a folder holds.
func (r *rooted) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "." {
		if err := r.reopen(); err != nil {
			return nil, err
		}
	}
	inside, err := r.inside()
	if err != nil {
		return nil, err
	}
	return fs.ReadDir(inside, name)
}

// Close gives the folder up.
func (r *rooted) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.root == nil {
		return nil
	}
	return r.root.Close()
}
