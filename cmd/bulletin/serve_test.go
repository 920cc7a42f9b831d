package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A server is the tool as a process of its own that serves.
type server struct {
	cmd     *exec.Cmd
	address string
	errs    *bytes.Buffer
}

var addressPattern = regexp.MustCompile(`http://127\.0\.0\.1:\d+/\S*`)

// startServer starts it in the working folder, and waits for its address.
func startServer(t *testing.T, args ...string) *server {
	t.Helper()
	s := &server{cmd: process(t, append([]string{"serve"}, args...)...), errs: &bytes.Buffer{}}
	s.cmd.Stderr = s.errs
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if s.address = addressPattern.FindString(line); err != nil || s.address == "" {
		t.Fatalf("%q %v %s", line, err, s.errs)
	}
	return s
}

func fetch(t *testing.T, address string) string {
	t.Helper()
	a, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// TestServe serves a series, a lone issue and an empty folder, each as a process,
// and ends it as Ctrl+C does, with a browser still listening; nothing is written.
func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: a test cannot press Ctrl+C there")
	}
	lone := "---\n刊名: 快报\n编发单位: 办公室\n期号: 1\ndate: 2020-09-22\n---\n\n# 题\n\n文。\n"
	files := map[string]string{
		"issues/bulletin.yaml": "刊名: 工作简报\n编发单位: 办公室\n", "issues/2020/第 4 期.md": issue("4"),
		"lone/快 报.md": lone, "empty/.keep": "",
	}
	folder(t, files)
	for _, c := range []struct{ name, arg, path, end string }{
		{"the folder issues", "", "2020/第 4 期", "/"},
		{"a series", "issues", "2020/第 4 期", "/"},
		{"a folder within it", "issues/2020", "2020/第 4 期", "/"},
		{"an issue of it", "issues/2020/第 4 期.md", "2020/第 4 期", "/#2020%2F%E7%AC%AC%204%20%E6%9C%9F"},
		{"a lone issue", "lone/快 报.md", "快 报", "/#%E5%BF%AB%20%E6%8A%A5"},
		{"an empty folder", "empty", "", "/"},
	} {
		args := []string{"--port", "0"}
		if c.arg != "" {
			args = append(args, c.arg)
		}
		before := tree(t, ".")
		s := startServer(t, args...)
		base, _, _ := strings.Cut(s.address, "#")
		base = strings.TrimSuffix(base, "/")
		if !strings.HasSuffix(s.address, c.end) {
			t.Errorf("%s: the address is %s", c.name, s.address)
		}
		list := fetch(t, base+"/list")
		if !strings.Contains(list, strconv.Quote(c.path)) && c.path != "" || c.path == "" && !strings.Contains(list, `"years":[]`) {
			t.Errorf("%s: %s", c.name, list)
		}
		if c.path != "" {
			escaped := strings.ReplaceAll(c.path, " ", "%20")
			if state := fetch(t, base+"/state?issue="+escaped); !strings.Contains(state, `"html":"`) || strings.Contains(state, `"html":""`) {
				t.Errorf("%s: %s", c.name, state)
			}
			if pdf := fetch(t, base+"/pdf/"+escaped+".pdf"); !strings.HasPrefix(pdf, "%PDF") {
				t.Errorf("%s: no PDF: %.80s", c.name, pdf)
			}
		}
		events, err := http.Get(base + "/events?issue=")
		if err != nil {
			t.Fatal(err)
		}
		defer events.Body.Close()
		if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		ended := time.AfterFunc(10*time.Second, func() { _ = s.cmd.Process.Kill() })
		if err := s.cmd.Wait(); err != nil || !ended.Stop() || !strings.Contains(s.errs.String(), "已结束") {
			t.Errorf("%s: %v %s", c.name, err, s.errs)
		}
		if after := tree(t, "."); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("%s: files were written: %s", c.name, names(after))
		}
	}
}

// TestFolderReplaced moves the folder away, and puts another in its place.
func TestFolderReplaced(t *testing.T) {
	folder(t, map[string]string{"a/bulletin.yaml": "刊名: 甲\n编发单位: 办公室\n", "a/004.md": issue("4"), "b/bulletin.yaml": "刊名: 乙\n编发单位: 办公室\n", "b/005.md": issue("5")})
	s := startServer(t, "a", "--port", "0")
	until := func(what, want string) {
		t.Helper()
		for end := time.Now().Add(10 * time.Second); !strings.Contains(fetch(t, s.address+"list"), want); time.Sleep(50 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s: %s", what, fetch(t, s.address+"list"))
			}
		}
	}
	until("as it is", `"name":"甲"`)
	if err := os.Rename("a", "c"); err != nil {
		t.Fatal(err)
	}
	until("away", `"fault":"`)
	if list := fetch(t, s.address+"list"); !strings.Contains(list, `"004"`) {
		t.Errorf("what was there is not shown any more: %s", list)
	}
	if err := os.Rename("b", "a"); err != nil {
		t.Fatal(err)
	}
	until("another", `"name":"乙"`)
	if list := fetch(t, s.address+"list"); strings.Contains(list, `"fault":"`) || !strings.Contains(list, `"005"`) {
		t.Errorf("%s", list)
	}
}

// TestPorts says what becomes of a port that is taken.
func TestPorts(t *testing.T) {
	folder(t, map[string]string{"bulletin.yaml": "刊名: 工作简报\n编发单位: 办公室\n"})
	taken, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	code, out, errs := call("serve", "--port", strconv.Itoa(port))
	if code != exitMachine || out != "" || !strings.Contains(errs, fmt.Sprintf("端口 %d 被占用", port)) || !strings.Contains(errs, "bulletin serve --port ") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	w := world{err: io.Discard}
	l, _ := w.listen(port, 9)
	if l == nil {
		t.Fatal("none of the next ports is taken in its place")
	}
	defer l.Close()
	if next := l.Addr().(*net.TCPAddr); next.Port <= port || next.Port > port+9 || !next.IP.IsLoopback() {
		t.Errorf("it listens at %s", next)
	}
	if l, code := w.listen(65535, 9); l == nil && code != exitMachine {
		t.Errorf("beyond the last port: %d", code)
	} else if l != nil {
		l.Close()
	}
}

// TestServeUsage says what is wrong with a command line.
func TestServeUsage(t *testing.T) {
	folder(t, map[string]string{"a.txt": "", "b/x.md": issue("1")})
	for _, c := range []struct {
		want string
		args []string
	}{
		{"没有“无”这个文件或文件夹", []string{"无"}},
		{"不是文件夹，也不是 .md 文件", []string{"a.txt"}},
		{"serve 后面写一个文件夹", []string{"b", "a.txt"}},
		{"--port 后面写", []string{"--port", "70000"}},
		{"--port 后面写", []string{"--port", "-1"}},
		{"应为整数", []string{"--port", "八"}},
		{"没有这个选项", []string{"--host", "0.0.0.0"}},
	} {
		code, out, errs := call(append([]string{"serve"}, c.args...)...)
		if code != exitUsage || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%v: %d %s %s", c.args, code, out, errs)
		}
	}
	if got, first, err := deskFolder([]string{filepath.Join("b", "x.md")}); err != nil || filepath.Base(got) != "b" || first != "x" {
		t.Errorf("%s %s %v", got, first, err)
	}
	if code, out, _ := call("help", "serve"); code != exitDone || !strings.Contains(out, "--port N") || !strings.Contains(out, "Ctrl+C") {
		t.Errorf("%d %s", code, out)
	}
}
