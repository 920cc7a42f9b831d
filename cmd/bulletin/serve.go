package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	preview "jianbao/bulletin/desk"
	"jianbao/templates"
)

const serveHelp = `在浏览器里预览一种刊物：左边是各期（按年，标出问题数），中间是选中的一期，
右边是它的问题和原文。用平常的编辑软件改稿，存盘后预览自己更新，停在原来
看的地方。

  纸面   就是 PDF 的样子：同样的字形、同样的位置，文字可以选中复制；
         “PDF”打开真正的 PDF 文件
  网页   就是网页版的样子
  点问题，右边显示是哪个文件第几行第几列；点纸面或网页上的一段，也显示它在
  原文的哪一行。F8 到下一个问题，Shift+F8 到上一个。

稿件有错误做不出来时，列出问题，保留上一次做成的样子，标明“旧”。

文件夹是刊物文件夹（其中有 bulletin.yaml）或放着稿件的任意文件夹，也可以写
一个 .md 文件；不写时，用当前文件夹或当前文件夹下的 issues。

  --port N   端口，不写则从 4400 起找一个空的；写 0 由电脑挑一个

什么文件也不写，public 里的输出不动；要生成，用 bulletin build。只有本机能
打开，别的电脑和别的网站都进不来；不访问网络。按 Ctrl+C 结束。

退出码：0 正常结束；2 用法不对；3 电脑出了问题（端口被占用、文件夹读不了等）。
`

// Ports: the one tried first, and how many after it.
const (
	firstPort = 4400
	morePorts = 9
)

func runServe(args []string, w world) int {
	set := flag.NewFlagSet("serve", flag.ContinueOnError)
	port := set.Int("port", firstPort, "")
	paths, err := parse(set, args)
	switch {
	case err != nil:
		return helpOrUsage(err, "serve", w)
	case len(paths) > 1:
		return w.usage("serve 后面写一个文件夹")
	case *port < 0 || *port > 65535:
		return w.usage("--port 后面写 0 到 65535 的整数")
	}
	folder, first, err := deskFolder(paths)
	if err != nil {
		return w.locateError(err)
	}
	more := morePorts
	if given(set, "port") {
		more = 0
	}
	listener, code := w.listen(*port, more)
	if listener == nil {
		return code
	}
	defer listener.Close()
	return w.preview(folder, first, listener)
}

// deskFolder returns the folder a command line means, and the path of the issue to
// show first, if it names one.
func deskFolder(paths []string) (folder, first string, err error) {
	start := "."
	if len(paths) == 1 {
		start = paths[0]
	} else if !isFile(bulletin.SettingsName) {
		if info, err := os.Stat("issues"); err == nil && info.IsDir() {
			start = "issues"
		}
	}
	info, err := os.Stat(start)
	if errors.Is(err, fs.ErrNotExist) {
		return "", "", badUsage("没有“%s”这个文件或文件夹", start)
	}
	if err != nil {
		return "", "", err
	}
	if !info.IsDir() && !strings.EqualFold(filepath.Ext(start), ".md") {
		return "", "", badUsage("“%s”不是文件夹，也不是 .md 文件", start)
	}
	if folder, err = seriesRoot(start); err != nil {
		return "", "", err
	}
	abs, err := filepath.Abs(start)
	if err != nil {
		return "", "", err
	}
	switch {
	case folder != "":
	case info.IsDir():
		folder = abs
	default:
		folder = filepath.Dir(abs)
	}
	if info.IsDir() {
		return folder, "", nil
	}
	rel, err := filepath.Rel(folder, abs)
	return folder, bulletin.IssuePath(filepath.ToSlash(rel)), err
}

// listen takes a port of this machine alone, or one of so many after it.
func (w world) listen(port, more int) (net.Listener, int) {
	var err error
	for n := port; n <= min(port+more, 65535); n++ {
		var l net.Listener
		if l, err = net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(n))); err == nil {
			return l, exitDone
		}
	}
	switch {
	case !taken(err):
		return nil, w.machine(err)
	case more > 0:
		fmt.Fprintf(w.err, "没有做成：端口 %d 到 %d 都被占用。换一个：bulletin serve --port %d\n", port, port+more, port+100)
	default:
		fmt.Fprintf(w.err, "没有做成：端口 %d 被占用（也许另一个窗口里开着 bulletin serve）。换一个：bulletin serve --port %d，或不写 --port，由工具自己找\n", port, other(port))
	}
	return nil, exitMachine
}

// other is a port to try in the place of one that is taken.
func other(port int) int {
	if port >= 65535 {
		return firstPort
	}
	return port + 1
}

// Faults of Windows: a port that others have, and one the system keeps for itself
// (WSAEADDRINUSE, WSAEACCES).
const (
	windowsTaken = syscall.Errno(10048)
	windowsKept  = syscall.Errno(10013)
)

// taken reports whether a port could not be had because others have it.
func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windowsTaken) || errors.Is(err, windowsKept)
}

// preview shows a folder until it is interrupted.
func (w world) preview(folder, first string, listener net.Listener) int {
	root, err := openRooted(folder)
	if err != nil {
		return w.machine(err)
	}
	defer root.Close()
	host := listener.Addr().String()
	port := host[strings.LastIndexByte(host, ':'):]
	hosts := []string{"127.0.0.1" + port, "localhost" + port}
	if port == ":80" { // which browsers do not name
		hosts = append(hosts, "127.0.0.1", "localhost")
	}
	d, err := preview.New(preview.Config{
		Folder: root, Name: func(name string) string { return shown(filepath.Join(folder, filepath.FromSlash(name))) },
		Task:   func() (archive.Task, error) { return w.deskTask(folder) },
		Assets: templates.Desk, Hosts: hosts, Clock: w.now, Explain: explain,
	})
	if err != nil {
		return w.machine(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	address := "http://" + host + "/"
	if first != "" {
		address += "#" + url.PathEscape(first)
	}
	fmt.Fprintf(w.out, "预览：%s\n", address)
	fmt.Fprintf(w.err, "在浏览器里打开上面的地址（多数终端里按住 Ctrl 点它）。改稿、存盘，预览自己更新。按 Ctrl+C 结束\n")
	if err := runDesk(ctx, d, listener); err != nil {
		return w.machine(err)
	}
	fmt.Fprintln(w.err, "已结束")
	return exitDone
}

// runDesk serves until ctx ends, and lets no open page keep it longer.
func runDesk(ctx context.Context, d *preview.Desk, listener net.Listener) error {
	go d.Watch(ctx)
	server := &http.Server{Handler: d.Handler(), ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if server.Shutdown(end) != nil {
		return server.Close()
	}
	return nil
}

// deskTask is what a preview has in common with a build. A folder may become a
// series while it is open, or cease to be one.
func (w world) deskTask(folder string) (archive.Task, error) {
	root := folder
	if !isFile(filepath.Join(folder, bulletin.SettingsName)) {
		root = ""
	}
	shelf, err := newShelf(root)
	if err != nil {
		return archive.Task{}, err
	}
	t := archive.Task{Assets: shelf.assets, FontFile: shelf.sum, Faces: shelf.sums, Clock: w.now, Producer: producer, Jobs: 1}
	return t, addPages(&t, root)
}
