package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"jianbao/bulletin/archive"
)

// folderOutput writes into a folder.
func folderOutput(dir string) archive.Output {
	return archive.Output{
		Write: func(name string, data []byte) error {
			return writeWhole(filepath.Join(dir, filepath.FromSlash(name)), data)
		},
		Exists: func(name string) bool { return isFile(filepath.Join(dir, filepath.FromSlash(name))) },
	}
}

// writeWhole writes a file beside its place and renames it, so that it appears
// whole or not at all.
func writeWhole(name string, data []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".bulletin-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(data); err == nil {
		err = f.Chmod(0o644)
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// explain says in Chinese what the machine refused.
func explain(err error) string {
	var p *fs.PathError
	name := ""
	if errors.As(err, &p) {
		name = "：" + p.Path
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "磁盘满了" + name
	case errors.Is(err, fs.ErrPermission):
		return "没有权限" + name + "（文件是否只读，或正被别的程序打开？）"
	case errors.Is(err, fs.ErrNotExist):
		return "文件不在了" + name
	case errors.Is(err, fs.ErrExist):
		return "同名文件已存在" + name
	}
	return err.Error()
}
