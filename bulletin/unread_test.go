package bulletin

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
)

// A brokenFS refuses some names, as the machine would.
type brokenFS struct {
	fstest.MapFS
	refused map[string]error
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if err := b.refused[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := b.refused[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.MapFS.ReadDir(name)
}

func (b brokenFS) Stat(name string) (fs.FileInfo, error) {
	if err := b.refused[name]; err != nil && !errors.Is(err, fs.ErrPermission) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return b.MapFS.Stat(name)
}

func same(p string) string { return p }

const soundIssue = "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n正文\n"

// TestUnread reads a series of which the machine refuses files and folders: each
// is an error of its own, in Chinese, and the other issues are read.
func TestUnread(t *testing.T) {
	long := strings.Repeat("期", 84) + ".md"
	deep := strings.Repeat("层层/", 150) + "1.md"
	files := brokenFS{fstest.MapFS{}, map[string]error{
		"权限.md": fs.ErrPermission, "断.md": fs.ErrNotExist, "坏.md": syscall.EIO, "圈.md": syscall.ELOOP, "乱\xb9.md": fs.ErrInvalid,
		"锁": fs.ErrPermission, "深": syscall.ENAMETOOLONG, "好.recipients.yaml": syscall.ENAMETOOLONG, "记.recipients.yaml": syscall.EIO,
	}}
	for _, name := range []string{"好.md", "记.md", "权限.md", "断.md", "坏.md", "圈.md", "乱\xb9.md", "行\n1.md", long, deep, "锁/1.md", "深/1.md"} {
		files.MapFS[name] = &fstest.MapFile{Data: []byte(soundIssue)}
	}
	files.MapFS["管.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	s, err := ReadSeries(files, same)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"好": "", "记": "分发记录读不了", "权限": "没有读它的权限", "断": "刚才还在", "坏": "系统的原话", "圈": "绕成了圈", "乱\xb9": "不是 UTF-8",
		"行\n1": "看不见的字符", strings.TrimSuffix(long, ".md"): "文件名太长", strings.TrimSuffix(deep, ".md"): "文件夹太深", "管": "不是普通的文件",
	}
	if len(s.Issues) != len(want) {
		t.Errorf("%d issues, want %d", len(s.Issues), len(want))
	}
	for _, issue := range s.Issues {
		text := want[issue.Path]
		switch found := issue.Findings; {
		case text == "" && len(found) == 0:
		case text == "" || len(found) != 1 || found.Errors() != 1 || !strings.Contains(found[0].Message, text) || found[0].Hint == "":
			t.Errorf("%q: %v, want %s", issue.Path, found, text)
		case len(strings.SplitN(found[0].String(), "\n", 2)[0]) > 1200:
			t.Errorf("%q: %d bytes in a line", issue.Path, len(found[0].String()))
		}
	}
	if found := s.Findings(); found.Errors() != 2 || len(s.Unread) != 2 || !strings.Contains(found[0].String(), "深:1:1: 错误: 这个文件夹看不了：名字或路径太长") {
		t.Error(found, s.Unread)
	}
}
