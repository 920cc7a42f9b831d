package desk_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// A devtools is a page in a browser that is told what to do over a pipe
// (Chrome DevTools Protocol): commands and answers are JSON, each ended by a
// zero byte. The browser's own window is never narrower than 500 pixels, and
// only so can a page be shown as a telephone shows it.
type devtools struct {
	t       *testing.T
	in      io.Writer
	out     *bufio.Reader
	session string
	last    int
	events  []answer // since the test last looked at them
}

// answer is what the browser sends: the answer to a command, or an event.
type answer struct {
	ID     int
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct{ Message string }
}

// openBrowser starts a browser that ends with the test, at most two minutes
// later.
func openBrowser(t *testing.T, path string) *devtools {
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
	d := &devtools{t: t, in: in, out: bufio.NewReader(out)}
	t.Cleanup(func() {
		d.session = ""
		d.call("Browser.close", nil, nil)
		_ = cmd.Wait()
		timeout.Stop()
	})
	var target struct{ TargetID string }
	d.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	d.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	d.session = attached.SessionID
	d.call("Page.enable", nil, nil)
	return d
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

// call sends a command and waits for its answer.
func (d *devtools) call(method string, params map[string]any, result any) {
	d.t.Helper()
	if fault := d.ask(method, params, result); fault != "" {
		d.t.Fatalf("%s: %s", method, fault)
	}
}

// ask is call for a command the browser may refuse; it returns why.
func (d *devtools) ask(method string, params map[string]any, result any) (fault string) {
	d.t.Helper()
	d.last++
	command := map[string]any{"id": d.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if d.session != "" {
		command["sessionId"] = d.session
	}
	text, err := json.Marshal(command)
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := d.in.Write(append(text, 0)); err != nil {
		d.t.Fatal(err)
	}
	a := d.await(func(a answer) bool { return a.ID == d.last })
	if a.Error != nil {
		return a.Error.Message
	}
	if result == nil {
		return ""
	}
	if err := json.Unmarshal(a.Result, result); err != nil {
		d.t.Fatal(err)
	}
	return ""
}

// await reads what the browser sends up to what is asked for.
func (d *devtools) await(wanted func(answer) bool) answer {
	d.t.Helper()
	for {
		text, err := d.out.ReadBytes(0)
		if err != nil {
			d.t.Fatalf("the browser is gone: %v", err)
		}
		var a answer
		if err := json.Unmarshal(text[:len(text)-1], &a); err != nil {
			d.t.Fatal(err)
		}
		if a.Method != "" {
			d.events = append(d.events, a)
		}
		if wanted(a) {
			return a
		}
	}
}

// open opens an address in a window of a width and a colour scheme.
func (d *devtools) open(address string, width int, scheme string) {
	d.t.Helper()
	d.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
	d.call("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	d.call("Page.navigate", map[string]any{"url": address}, nil)
	d.await(func(a answer) bool { return a.Method == "Page.loadEventFired" })
}

// run runs a script and decodes the JSON text it, or its promise, comes to.
func (d *devtools) run(script string, result any) {
	d.t.Helper()
	var got struct {
		Result           struct{ Value string }
		ExceptionDetails json.RawMessage
	}
	d.call("Runtime.evaluate", map[string]any{"expression": script, "awaitPromise": true, "returnByValue": true}, &got)
	if got.ExceptionDetails != nil {
		d.t.Fatalf("the script failed: %s", got.ExceptionDetails)
	}
	if err := json.Unmarshal([]byte(got.Result.Value), result); err != nil {
		d.t.Fatalf("the script gives %q: %v", got.Result.Value, err)
	}
}
