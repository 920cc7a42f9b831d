package bulletin

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// fileCode is the code of findings about files that cannot be read or named so.
const fileCode = "文件"

// Greatest lengths of names in bytes, which systems set: 255 for the name of a
// file, whose longest output has .html for .md; and far below the 4096 of a whole
// path, since the output folder has a path of its own.
const (
	longestFile = 255 - len(".html")
	longestPath = 1000
)

// An Unread is a file or folder of a series that could not be looked at.
type Unread struct {
	Path string // from the series root
	Err  error
}

// errDangling says that a link leads to nothing.
var errDangling = errors.New("the link leads to nothing")

// faultWords says in Chinese why the machine refused a file, and what to do; the
// first that fits counts.
var faultWords = []struct {
	err           error
	message, hint string
}{
	{ErrNotFile, "不是普通的文件", "换成文件，或移走"},
	{fs.ErrPermission, "没有读它的权限", "在文件属性里给自己读的权限，或请管理员给"},
	{syscall.ENAMETOOLONG, "名字或路径太长", "改一个短些的名字，少分几层文件夹"},
	{syscall.ELOOP, "是快捷方式（符号链接），绕成了圈", "换成文件本身，或移走"},
	{errDangling, "是快捷方式（符号链接），指向的文件不在", "换成文件本身，或移走"},
	{fs.ErrNotExist, "刚才还在，现在不在了", "等别人保存完，再做一次"},
	{fs.ErrInvalid, "名字里有系统认不得的字", "改一个名字，如 004.md"},
	{syscall.EINVAL, "名字里有系统认不得的字", "改一个名字，如 004.md"},
	{syscall.EISDIR, "是文件夹，不是文件", "改名或移走"},
}

// FileFault says in Chinese why a file or folder could not be read, to be put
// behind its name, and what to do.
func FileFault(err error) (message, hint string) {
	for _, w := range faultWords {
		if errors.Is(err, w.err) {
			return w.message, w.hint
		}
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if strings.Contains(err.Error(), "escapes from parent") { // os.Root has no error of its own for that
		return "是通到刊物文件夹外面的快捷方式，这里不打开", "把文件放到刊物文件夹里"
	}
	return "读不了（系统的原话：" + diag.Name(err.Error()) + "）", "看别的程序能不能打开它；不能的，从备份恢复"
}

// badName says what is wrong with the path of an issue from the series root, and
// what to do; "" for nothing.
func badName(p string) (message, hint string) {
	const example = "改一个名字，如 004.md"
	switch name := IssuePath(path.Base(p)); {
	case !utf8.ValidString(p):
		return "文件名或文件夹名不是 UTF-8 编码，是乱码", example + "；从压缩包解出来的，换一个解压软件"
	case strings.ContainsFunc(p, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) }):
		return "文件名或文件夹名里有换行一类看不见的字符", example
	case len(name) > longestFile:
		return "文件名太长，最多约80个汉字", "改短些，如 004.md；题目写在稿件里"
	case len(p) > longestPath:
		return "文件夹太深或名字太长，整个路径放不下", "少分几层文件夹，如 2020/004.md"
	}
	return "", ""
}

// badlyNamed tells whether an issue cannot have such a path.
func badlyNamed(p string) bool {
	message, _ := badName(p)
	return message != ""
}

// unreadIssue is an issue of which nothing is known but why not.
func unreadIssue(name, path, message, hint string) *Issue {
	issue := &Issue{Source: diag.NewSource(name, nil), Path: path, Front: newFront(), Unread: true}
	issue.Findings.Add(issue.Source.At(0), diag.Error, fileCode, hint, "这一期读不了：%s", message)
	return issue
}

// ReadFile reads the issue of a file of a series folder. What cannot be read
// gives an issue that says why.
func (s *Series) ReadFile(fsys fs.FS, file, name string) *Issue {
	path := IssuePath(file)
	if message, hint := badName(file); message != "" {
		return unreadIssue(name, path, message, hint)
	}
	text, err := readFile(fsys, file)
	if info, e := fs.Lstat(fsys, file); errors.Is(err, fs.ErrNotExist) && e == nil && info.Mode()&fs.ModeSymlink != 0 {
		err = errDangling
	}
	if err != nil {
		message, hint := FileFault(err)
		return unreadIssue(name, path, message, hint)
	}
	return s.issue(file, name, text)
}

// issue reads the text of the issue of a file.
func (s *Series) issue(file, name string, text []byte) *Issue {
	return s.Seals.read(diag.NewSource(name, text), IssuePath(file), s.Settings)
}

// reportUnread reports what could not be looked at of a series folder.
func (s *Series) reportUnread(name func(path string) string) {
	for _, u := range s.Unread {
		message, hint := FileFault(u.Err)
		s.orphans.Add(diag.NewSource(name(u.Path), nil).At(0), diag.Error, fileCode, hint+"；其中各期原来的输出保留不动", "这个文件夹看不了：%s", message)
	}
}
