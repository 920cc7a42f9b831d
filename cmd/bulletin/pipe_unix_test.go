//go:build unix

package main

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPipes puts a pipe in the place of each kind of file: nothing waits for it.
func TestPipes(t *testing.T) {
	for _, c := range []struct {
		pipe string
		code int
		text string
	}{
		{"s/图.png", exitSources, "图片“图.png”不是普通的文件"},
		{"s/002.md", exitSources, "这一期读不了：不是普通的文件"},
		{"s/templates/base.css", exitSources, "模板“base.css”应是文件"},
		{"s/001.recipients.yaml", exitSources, "分发记录应是文件，这里是文件夹或别的东西"},
		{"s/f.ttf", exitSources, "它不是普通的文件"},
		{"out/archive.json", exitMachine, "不是普通的文件：out/archive.json"},
		{"s/bulletin.yaml", exitMachine, "不是普通的文件：s/bulletin.yaml"},
		{"s/recipients.yaml", exitMachine, "不是普通的文件：s/recipients.yaml"},
		{"s/sealed.yaml", exitMachine, "不是普通的文件：s/sealed.yaml"},
	} {
		t.Run(c.pipe, func(t *testing.T) {
			fonts := ""
			if c.pipe == "s/f.ttf" {
				fonts = "版式:\n  字体: {仿宋: f.ttf}\n"
			}
			folder(t, map[string]string{"s/bulletin.yaml": settings + fonts, "s/001.md": sound(1, "\n![图](图.png)\n"), "s/templates/_": "", "out/_": ""})
			put(t, "s/图.png", "")
			_ = os.Remove(c.pipe)
			if err := syscall.Mkfifo(c.pipe, 0o666); err != nil {
				t.Skip("SKIPPED: no pipes here")
			}
			commands := [][]string{{"build", "s", "-o", "out"}}
			if strings.HasPrefix(c.pipe, "out/") {
				if code, out, _ := waited(t, "verify", "out"); code != exitSources || !strings.Contains(out, "清单不是普通的文件") {
					t.Error(code, out)
				}
			} else {
				commands = append(commands, []string{"check", "s"})
			}
			for _, args := range commands {
				if code, out, errs := waited(t, args...); code != c.code || !strings.Contains(out+errs, c.text) {
					t.Errorf("%v: exit code %d: %s", args, code, out+errs)
				}
			}
		})
	}
}

// waited is call, but it fails when that takes for ever.
func waited(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	done := make(chan bool)
	go func() {
		code, out, errs = call(args...)
		close(done)
	}()
	select {
	case <-done:
		return code, out, errs
	case <-time.After(time.Minute):
		t.Fatalf("%v waits for a pipe", args)
		return 0, "", ""
	}
}
