package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"jianbao/bulletin/archive"
)

// folderOutput writes into a folder.
func folderOutput(dir string) archive.Output {
	return archive.Output{
		Write: func(name string, data []byte) error {
			return write(filepath.Join(dir, filepath.FromSlash(name)), data, name == archive.ManifestName)
		},
		FS:     openFolder(dir),
		Remove: func(name string) error { return removeFile(dir, name) },
	}
}

// removeFile removes a file of a folder, and the folders within it that are empty
// then.
func removeFile(dir, name string) error {
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for up := path.Dir(name); up != "."; up = path.Dir(up) {
		folder := filepath.Join(dir, filepath.FromSlash(up))
		if info, err := os.Lstat(folder); err != nil || !info.IsDir() { // a link to a folder is somebody's
			break
		}
		if os.Remove(folder) != nil { // it is not empty
			break
		}
	}
	return nil
}

// writeWhole writes a file that cannot be made again: it appears whole or not at
// all, and is on the disk then, even if the power fails.
func writeWhole(name string, data []byte) error { return write(name, data, true) }

// write writes a file beside its place and renames it, so that it appears whole or
// not at all; keep says to wait until it is on the disk.
func write(name string, data []byte, keep bool) (err error) {
	if err := makeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	temporary, err := writeBeside(name, archive.Temporary, data, keep)
	if err != nil {
		return err
	}
	if err = os.Rename(temporary, name); err != nil {
		os.Remove(temporary)
	}
	return err
}

// makeFolder makes a folder and those it lies in, unless they are there.
func makeFolder(dir string) error {
	err := os.MkdirAll(dir, 0o777)
	var p *fs.PathError
	if errors.Is(err, fs.ErrPermission) && errors.As(err, &p) {
		return &fs.PathError{Op: p.Op, Path: filepath.Dir(p.Path), Err: errReadOnly}
	}
	return err
}

// writeThrough is writeWhole, but where the name is a link it writes the file that
// leads to, which must be there.
func writeThrough(name string, data []byte) error {
	if _, err := os.Lstat(name); err == nil {
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	return writeWhole(name, data)
}

// writeBeside writes a file of a name by a pattern into the folder of another and
// returns its name; nothing stays of it after an error. keep says to wait until it
// is on the disk.
func writeBeside(name, pattern string, data []byte, keep bool) (temporary string, err error) {
	f, err := os.CreateTemp(filepath.Dir(name), pattern)
	if errors.Is(err, fs.ErrPermission) {
		return "", &fs.PathError{Op: "create", Path: filepath.Dir(name), Err: errReadOnly}
	}
	if err != nil {
		return "", err
	}
	if _, err = f.Write(data); err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil && keep {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return f.Name(), err
}
