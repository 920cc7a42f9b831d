package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

// errReadOnly says that nothing can be made in a folder.
var errReadOnly = errors.New("the folder cannot be written to")

// refusals says in Chinese what the machine refused; the first that fits counts.
var refusals = []struct {
	err          error
	words, after string // before the name of the file and behind it
}{
	{errReadOnly, "没有往这个文件夹里写的权限", "（请管理员给，或换一个文件夹）"},
	{syscall.ENOSPC, "磁盘满了", ""},
	{syscall.EDQUOT, "磁盘配额用完了", ""},
	{bulletin.ErrNotFile, "不是普通的文件", "（换成文件，或移走）"},
	{fs.ErrPermission, "没有权限", "（文件是否只读，或正被别的程序打开？）"},
	{syscall.ENAMETOOLONG, "文件名或路径太长", ""},
	{fs.ErrNotExist, "文件或文件夹不在", ""},
	{fs.ErrExist, "已有同名的文件夹", ""},
	{syscall.EISDIR, "已有同名的文件夹", ""},
	{syscall.ENOTDIR, "这里应是文件夹，却是文件", ""},
	{syscall.EFBIG, "文件太大，系统不让写", ""},
	{syscall.EROFS, "磁盘只能读，不能写", ""},
	{syscall.ELOOP, "快捷方式（符号链接）绕成了圈", ""},
	{syscall.EIO, "磁盘读写出错", "（磁盘、U盘是否坏了、拔了？）"},
	{syscall.EMFILE, "打开的文件太多", ""},
	{syscall.EBUSY, "正被别的程序使用", ""},
	{fs.ErrInvalid, "文件名里有系统认不得的字", ""},
	{syscall.EINVAL, "文件名里有系统认不得的字", ""},
}

// explain says in Chinese what the machine refused, and of which file.
func explain(err error) string {
	name := refusedName(err)
	for _, r := range refusals {
		if !errors.Is(err, r.err) {
			continue
		}
		if name == "" {
			return r.words + r.after
		}
		return r.words + "：" + name + r.after
	}
	words := err.Error()
	if name != "" {
		words = words[strings.LastIndex(words, ": ")+1:]
		return "系统没有做到：" + name + "（系统的原话：" + diag.Name(strings.TrimSpace(words)) + "）"
	}
	return diag.Name(words)
}

// refusedName is the file an error is about; of those that are ours for a moment
// the folder.
func refusedName(err error) string {
	var p *fs.PathError
	var l *os.LinkError
	name := ""
	switch {
	case errors.As(err, &l):
		name = l.New
	case errors.As(err, &p):
		name = p.Path
	}
	if archive.Leftover(filepath.ToSlash(name)) {
		name = filepath.Dir(name)
	}
	switch name {
	case "":
		return ""
	case ".":
		return "当前文件夹"
	}
	return told(name)
}
