// Package browser is what tests of pages share: it drives a headless Chromium, reads
// the text of a page, and holds pictures of pages against each other. No other code
// uses it.
package browser

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// A Page is one in a browser that is told what to do over a pipe
// (Chrome DevTools Protocol): commands and answers are JSON, each ended by a
// zero byte. The browser's own window is never narrower than 500 pixels, and
// only so can a page be shown as a telephone shows it.
type Page struct {
	T       *testing.T
	in      io.Writer
	out     *bufio.Reader
	session string
	last    int
	Events  []Answer // since the test last looked at them
}

// An Answer is what the browser sends: the answer to a command, or an event.
type Answer struct {
	ID     int
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct{ Message string }
}

// Find returns the path of a Chromium; without one it skips the test, and says so.
func Find(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("SKIPPED: no Chromium on this machine, so nobody looked at the pages")
	return ""
}

// New starts the browser of a path with an empty page. It ends with the test, at
// most two minutes later.
func New(t *testing.T, path string) *Page {
	t.Helper()
	theirIn, in := pipe(t)
	out, theirOut := pipe(t)
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-pipe")
	cmd.ExtraFiles = []*os.File{theirIn, theirOut} // the browser's 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	theirIn.Close()
	theirOut.Close()
	timeout := time.AfterFunc(2*time.Minute, func() { _ = cmd.Process.Kill() })
	p := &Page{T: t, in: in, out: bufio.NewReader(out)}
	t.Cleanup(func() {
		p.session = ""
		p.Call("Browser.close", nil, nil)
		_ = cmd.Wait()
		timeout.Stop()
	})
	var target struct{ TargetID string }
	p.Call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	p.Call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	p.session = attached.SessionID
	p.Call("Page.enable", nil, nil)
	return p
}

func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

// Call sends a command and waits for its answer.
func (p *Page) Call(method string, params map[string]any, result any) {
	p.T.Helper()
	if fault := p.Ask(method, params, result); fault != "" {
		p.T.Fatalf("%s: %s", method, fault)
	}
}

// Ask is Call for a command the browser may refuse; it returns why.
func (p *Page) Ask(method string, params map[string]any, result any) (fault string) {
	p.T.Helper()
	p.last++
	command := map[string]any{"id": p.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if p.session != "" {
		command["sessionId"] = p.session
	}
	text, err := json.Marshal(command)
	if err != nil {
		p.T.Fatal(err)
	}
	if _, err := p.in.Write(append(text, 0)); err != nil {
		p.T.Fatal(err)
	}
	a := p.Await(func(a Answer) bool { return a.ID == p.last })
	if a.Error != nil {
		return a.Error.Message
	}
	if result == nil {
		return ""
	}
	if err := json.Unmarshal(a.Result, result); err != nil {
		p.T.Fatal(err)
	}
	return ""
}

// Await reads what the browser sends up to what is asked for.
func (p *Page) Await(wanted func(Answer) bool) Answer {
	p.T.Helper()
	for {
		text, err := p.out.ReadBytes(0)
		if err != nil {
			p.T.Fatalf("the browser is gone: %v", err)
		}
		var a Answer
		if err := json.Unmarshal(text[:len(text)-1], &a); err != nil {
			p.T.Fatal(err)
		}
		if a.Method != "" {
			p.Events = append(p.Events, a)
		}
		if wanted(a) {
			return a
		}
	}
}

// Open opens an address in a window of a width and a colour scheme.
func (p *Page) Open(address string, width int, scheme string) {
	p.T.Helper()
	p.Call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
	p.Call("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	p.Call("Page.navigate", map[string]any{"url": address}, nil)
	p.Await(func(a Answer) bool { return a.Method == "Page.loadEventFired" })
}

// Run runs a script and decodes the JSON text it, or its promise, comes to.
func (p *Page) Run(script string, result any) {
	p.T.Helper()
	var got struct {
		Result           struct{ Value string }
		ExceptionDetails json.RawMessage
	}
	p.Call("Runtime.evaluate", map[string]any{"expression": script, "awaitPromise": true, "returnByValue": true}, &got)
	if got.ExceptionDetails != nil {
		p.T.Fatalf("the script failed: %s", got.ExceptionDetails)
	}
	if err := json.Unmarshal([]byte(got.Result.Value), result); err != nil {
		p.T.Fatalf("the script gives %q: %v", got.Result.Value, err)
	}
}
