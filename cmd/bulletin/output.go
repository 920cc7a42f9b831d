package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
)

// folderOutput writes into a folder.
func folderOutput(dir string) archive.Output {
	return archive.Output{
		Write: func(name string, data []byte) error {
			return write(filepath.Join(dir, filepath.FromSlash(name)), data, name == archive.ManifestName)
		},
		FS:     os.DirFS(dir),
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
	if err == nil && keep {
		err = f.Sync()
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
	var l *os.LinkError
	name := ""
	switch {
	case errors.As(err, &l):
		name = "：" + l.New
	case errors.As(err, &p):
		name = "：" + p.Path
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "磁盘满了" + name
	case errors.Is(err, fs.ErrPermission):
		return "没有权限" + name + "（文件是否只读，或正被别的程序打开？）"
	case errors.Is(err, fs.ErrNotExist):
		return "文件或文件夹不在" + name
	case errors.Is(err, fs.ErrExist), errors.Is(err, syscall.EISDIR):
		return "已有同名的文件夹" + name
	case errors.Is(err, syscall.ENOTDIR):
		return "这里应是文件夹，却是文件" + name
	case errors.Is(err, syscall.EFBIG):
		return "文件太大，系统不让写" + name
	case errors.Is(err, syscall.EROFS):
		return "磁盘只能读，不能写" + name
	case errors.Is(err, syscall.ELOOP):
		return "快捷方式（符号链接）绕成了圈" + name
	case errors.Is(err, bulletin.ErrNotFile):
		return "不是普通的文件" + name
	}
	return err.Error()
}
