package desk_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/desk"
	"jianbao/templates"
)

// TestGuard holds who is let in.
func TestGuard(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4", "# 题\n\n文。")})
	_, port, _ := net.SplitHostPort(s.host)
	set := func(name string, values ...string) func(*http.Request) {
		return func(r *http.Request) {
			if name == "Host" {
				r.Host = values[0]
			}
			r.Header[name] = values
		}
	}
	method := func(m string) func(*http.Request) { return func(r *http.Request) { r.Method = m } }
	for _, c := range []struct {
		name   string
		change func(*http.Request)
		want   int
	}{
		{"as it is", func(*http.Request) {}, 200},
		{"localhost", set("Host", "localhost:"+port), 200},
		{"another name that leads here", set("Host", "evil.example:"+port), 403},
		{"no port", set("Host", "127.0.0.1"), 403},
		{"another port", set("Host", "127.0.0.1:1"), 403},
		{"a name that begins like ours", set("Host", "127.0.0.1:"+port+".evil.example"), 403},
		{"our own origin", set("Origin", s.address), 200},
		{"a foreign origin", set("Origin", "http://evil.example"), 403},
		{"no origin to be named", set("Origin", "null"), 403},
		{"our origin and a foreign one", set("Origin", s.address, "http://evil.example"), 403},
		{"our origin over https", set("Origin", "https://"+s.host), 403},
		{"typed by hand", set("Sec-Fetch-Site", "none"), 200},
		{"from the desk", set("Sec-Fetch-Site", "same-origin"), 200},
		{"from another port", set("Sec-Fetch-Site", "same-site"), 403},
		{"from another site", set("Sec-Fetch-Site", "cross-site"), 403},
		{"HEAD", method(http.MethodHead), 200},
		{"POST", method(http.MethodPost), 405},
		{"PUT", method(http.MethodPut), 405},
		{"DELETE", method(http.MethodDelete), 405},
		{"OPTIONS", method(http.MethodOptions), 405},
	} {
		for _, address := range []string{"/", "/list", "/state?issue=2020/004", "/preview/2020/004.html", "/pdf/2020/004.pdf"} {
			code, body, head := s.ask(address, c.change)
			if code != c.want {
				t.Errorf("%s: %s is %d, want %d", c.name, address, code, c.want)
			}
			if code != 200 && strings.Contains(body, "工作简报") {
				t.Errorf("%s: %s tells what it must not", c.name, address)
			}
			if !strings.Contains(head.Get("Content-Security-Policy"), "default-src 'none'") || head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s: %s has headers %v", c.name, address, head)
			}
		}
	}
}

// TestRemote says that a request from another machine is refused, whatever it says.
func TestRemote(t *testing.T) {
	d, err := desk.New(desk.Config{Folder: os.DirFS(t.TempDir()), Name: func(s string) string { return s }, Task: testTask(t),
		Assets: templates.Desk, Hosts: []string{"127.0.0.1:4400"}, Clock: time.Now, Explain: error.Error})
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]int{"127.0.0.1:5": 200, "[::1]:5": 200, "192.168.1.7:5": 403, "": 403, "[fe80::1]:5": 403} {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:4400/", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		d.Handler().ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("from %q: %d", from, w.Code)
		}
	}
}

// TestNothingElse says that nothing is served but what issues are made of.
func TestNothingElse(t *testing.T) {
	const secret = "不给外人看"
	outside := t.TempDir()
	for _, name := range []string{"x.png", "x.md"} {
		if err := os.WriteFile(filepath.Join(outside, name), []byte(secret), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	body := "# 题\n\n![a](../../x.png)\n\n![b](.git/x.png)\n\n![c](link.png)\n\n![d](folder/x.png)\n\n![e](good.png)\n\n![f](/etc/passwd)\n\n![g](004.md)"
	s := serve(t, map[string]string{
		"bulletin.yaml": settings, "2020/004.md": issue("4", body), "2020/.git/x.png": secret, "2020/other.png": secret,
		".secret": secret, "2020/notes.txt": secret, "_draft.md": secret, "2020/good.png": string(picture(t, 40, 30)),
	})
	for link, to := range map[string]string{"2020/link.png": "x.png", "2020/out.md": "x.md", "out.md": "x.md"} {
		if err := os.Symlink(filepath.Join(outside, to), filepath.Join(s.folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(s.folder, "2020/folder")); err != nil {
		t.Fatal(err)
	}
	rel, err := filepath.Rel(s.folder, outside)
	if err != nil {
		t.Fatal(err)
	}
	s.until("the link is named", func() bool {
		st := s.state("2020/004")
		return st != nil && len(st.Shared) == 1 && st.Shared[0].Code == "链接"
	})
	for _, name := range []string{"../../x.png", "%2e%2e/%2e%2e/x.png", "..%2f..%2fx.png", "..%5c..%5cx.png", "2020/.git/x.png", "2020/other.png", ".secret", "2020/notes.txt", "_draft.md",
		"2020/link.png", "2020/folder/x.png", "2020/004.md", "bulletin.yaml", "2020/", "2020", "", "/etc/passwd", "//etc/passwd", "2020/../.secret", "2020/good.png/", "2020/out.html",
		filepath.ToSlash(rel) + "/x.png", escape(strings.ReplaceAll(rel, "/", "%2F")) + "%2Fx.png", "2020/%00.png", "C:/x.png"} {
		for _, under := range []string{"/preview/", "/pdf/", "/"} {
			if code, body := s.get(under + name); code == 200 && under+name != "/" || strings.Contains(body, secret) {
				t.Errorf("%s%s: %d %.60q", under, name, code, body)
			}
		}
	}
	for _, file := range []string{"../x.md", ".secret", "2020/notes.txt", "2020/out.md", "out.md", "_draft.md", "/etc/passwd", ""} {
		if code, body := s.get("/source?issue=2020/004&file=" + escape(file)); code != 404 || strings.Contains(body, secret) {
			t.Errorf("source %s: %d", file, code)
		}
	}
	s.put("2020/004.md", issue("4", "# 题\n\n![e](good.png)"))
	s.until("the picture is shown", func() bool { s.state("2020/004"); c, _ := s.get("/preview/2020/good.png"); return c == 200 })
	if code, body := s.get("/source?issue=2020/004&file=bulletin.yaml"); code != 200 || !strings.Contains(body, "工作简报") {
		t.Errorf("bulletin.yaml as a source: %d", code)
	}
}
