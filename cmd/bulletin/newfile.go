package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"jianbao/bulletin/archive"
)

// writeNew writes a file that must not be there yet, whole or not at all;
// fs.ErrExist when it is.
func writeNew(name, text string) error {
	if err := makeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	temporary, err := writeBeside(name, archive.Temporary, []byte(text), true)
	if err != nil {
		return err
	}
	defer os.Remove(temporary) // gone already where it was renamed
	return putNew(temporary, name)
}

// putNew gives a file another name that no file has yet; fs.ErrExist otherwise.
// Where the disk has no links, that name is claimed right before.
func putNew(temporary, name string) error {
	err := os.Link(temporary, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return claim(temporary, name)
}

// claim is putNew on a disk without links.
func claim(temporary, name string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err = f.Close(); err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		os.Remove(name) // empty, and ours
	}
	return err
}
