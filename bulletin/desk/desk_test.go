package desk_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/desk"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
	"jianbao/bulletin/site"
	"jianbao/fonts"
	"jianbao/templates"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A served desk is one that watches a folder and answers browsers.
type served struct {
	t       testing.TB
	folder  string
	address string // http://127.0.0.1:port
	host    string
	stop    func()
}

// serve serves a folder of files until the test ends.
func serve(t testing.TB, files map[string]string) *served {
	t.Helper()
	s := &served{t: t, folder: t.TempDir(), host: "127.0.0.1:0"}
	for name, text := range files {
		s.put(name, text)
	}
	s.start()
	return s
}

// start opens the folder as it is.
func (s *served) start() {
	s.t.Helper()
	root, err := os.OpenRoot(s.folder)
	if err != nil {
		s.t.Fatal(err)
	}
	listener, err := net.Listen("tcp4", s.host)
	if err != nil {
		s.t.Fatal(err)
	}
	s.host = listener.Addr().String()
	s.address = "http://" + s.host
	_, port, _ := net.SplitHostPort(s.host)
	d, err := desk.New(desk.Config{
		Folder: root.FS(), Name: func(name string) string { return name }, Task: testTask(s.t), Assets: templates.Desk,
		Hosts: []string{s.host, "localhost:" + port}, Clock: time.Now, Explain: func(err error) string { return err.Error() },
	})
	if err != nil {
		s.t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	server := &http.Server{Handler: d.Handler(), BaseContext: func(net.Listener) context.Context { return ctx }}
	go d.Watch(ctx)
	go func() { _ = server.Serve(listener) }()
	s.stop = func() {
		stop()
		server.Close()
		root.Close()
	}
	s.t.Cleanup(func() { s.stop() })
}

// testTask returns faces and templates as the command has them.
func testTask(t testing.TB) func() (archive.Task, error) {
	own, err := site.Parse(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	face := func(name string, data []byte) []*layout.Face {
		font, err := sfnt.Parse(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		return []*layout.Face{{Face: page.Face{Name: name, Data: data}, Font: font}}
	}
	fang, song, latin := face("仿宋", fonts.FandolFang), face("宋体", fonts.NotoSerif), face("西文", fonts.LiberationSerif)
	a := &layout.Assets{}
	for r := range a.Han {
		a.Han[r], a.Latin[r] = append(fang, song...), latin
	}
	a.Han[layout.Kai], a.Han[layout.Hei], a.Han[layout.BiaoSong] = face("楷体", fonts.FandolKai), face("黑体", fonts.NotoSansMedium), face("小标宋", fonts.NotoSerifBold)
	return func() (archive.Task, error) {
		return archive.Task{Site: own, Assets: func(*bulletin.Issue) (*layout.Assets, diag.List) { return a, nil }, Producer: "bulletin test"}, nil
	}
}

// put saves a file as an editor does: a new one in the place of the old.
func (s *served) put(name, text string) {
	s.t.Helper()
	name = filepath.Join(s.folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(name+"~", []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Rename(name+"~", name); err != nil {
		s.t.Fatal(err)
	}
}

func (s *served) remove(name string) {
	s.t.Helper()
	if err := os.RemoveAll(filepath.Join(s.folder, filepath.FromSlash(name))); err != nil {
		s.t.Fatal(err)
	}
}

// get returns the status and the body of an address; change alters the request.
func (s *served) get(address string, change ...func(*http.Request)) (int, string) {
	code, body, _ := s.ask(address, change...)
	return code, body
}

func (s *served) ask(address string, change ...func(*http.Request)) (int, string, http.Header) {
	s.t.Helper()
	r, err := http.NewRequest(http.MethodGet, s.address+address, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, c := range change {
		c(r)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	a, err := client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return a.StatusCode, string(body), a.Header
}

// A seen state is what a test reads of a draft.
type seen struct {
	Path, Heading, File, Fault, Moved, HTML string
	Gone, HTMLOld, PaperOld                 bool
	Findings, Shared                        []struct {
		File                          string
		Line, Column                  int
		Severity, Code, Message, Hint string
	}
	Sources map[string]string
	Parts   []struct {
		Select, File string
		Line, Column int
	}
	Pictures map[string]string
	Paper    []struct {
		Sum, Width, Height string
		First, Last        int
	}
	Fonts []struct {
		Face int
		Sum  string
	}
}

// state returns the state of an issue.
func (s *served) state(issue string) *seen {
	s.t.Helper()
	code, body := s.get("/state?issue=" + escape(issue))
	var out *seen
	if err := json.Unmarshal([]byte(body), &out); err != nil || code != http.StatusOK {
		s.t.Fatalf("%d %v: %s", code, err, body)
	}
	return out
}

// until waits for something to come true, five seconds at most.
func (s *served) until(what string, ok func() bool) {
	s.t.Helper()
	for end := time.Now().Add(5 * time.Second); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("five seconds, and still not: %s", what)
		}
	}
}

var escaper = strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F", " ", "%20", "&", "%26", "+", "%2B", ";", "%3B")

func escape(path string) string { return escaper.Replace(path) }

const settings = "刊名: 工作简报\n编发单位: 市政府办公室\n"

// issue is the source of an issue with a body.
func issue(number, body string) string {
	return "---\n期号: " + number + "\ndate: 2020-09-22\n---\n\n" + body + "\n"
}

// sum is how the desk names contents.
func sum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:12])
}
