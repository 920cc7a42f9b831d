package desk_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/browser"
)

// A window is a browser that shows the desk. When the test ends it must have asked
// for nothing elsewhere, and complained of nothing.
type window struct {
	*browser.Page
	s *served
}

// window opens the desk at an issue.
func (s *served) window(t *testing.T, issue string, width int, scheme string) *window {
	t.Helper()
	w := &window{browser.New(t, browser.Find(t)), s}
	for _, domain := range []string{"Network", "Runtime", "Log"} {
		w.Call(domain+".enable", nil, nil)
	}
	w.Open(s.address+"/#"+strings.ReplaceAll(escape(issue), "/", "%2F"), width, scheme)
	w.wait("the pages are there", `document.querySelector(".page text") !== null`)
	return w
}

// wait waits until an expression is true.
func (w *window) wait(what, expression string) {
	w.T.Helper()
	for end := time.Now().Add(10 * time.Second); !w.is(expression); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			w.T.Fatalf("ten seconds, and still not: %s", what)
		}
	}
}

func (w *window) is(expression string) bool {
	w.T.Helper()
	var ok bool
	w.Run("JSON.stringify(!!("+expression+"))", &ok)
	return ok
}

func (w *window) text(expression string) string {
	w.T.Helper()
	var s string
	w.Run("JSON.stringify(String("+expression+"))", &s)
	return s
}

func (w *window) do(script string) {
	w.T.Helper()
	w.Run("(() => { "+script+"; return '1' })()", new(any))
}

// quiet makes sure that the browser asked for nothing but of the desk, and has
// nothing to complain of. What it cannot do without a server is no complaint.
func (w *window) quiet() {
	w.T.Helper()
	w.is("true")
	asked := 0
	for _, e := range w.Events {
		switch e.Method {
		case "Network.requestWillBeSent":
			var p struct{ Request struct{ URL string } }
			if err := json.Unmarshal(e.Params, &p); err != nil {
				w.T.Fatal(err)
			}
			asked++
			if u := p.Request.URL; !strings.HasPrefix(u, w.s.address+"/") && u != "data:," {
				w.T.Errorf("the browser asks for %s", u)
			}
		case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
			w.T.Errorf("%s: %s", e.Method, e.Params)
		}
	}
	if asked < 5 {
		w.T.Errorf("the browser asked for %d files only", asked)
	}
}

// long is a body of several pages.
func long() string {
	var b strings.Builder
	for n := range 40 {
		fmt.Fprintf(&b, "# 第%d篇动态\n\n%s\n\n", n+1, strings.Repeat(fmt.Sprintf("这是第%d篇的正文，写得长一些。", n+1), 12))
	}
	return b.String()
}

// TestEdit edits a file with the desk open: pages and web page change in place, and
// stay where they were scrolled to.
func TestEdit(t *testing.T) {
	text := long()
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4\n导读: false", text)})
	w := s.window(t, "2020/004", 1440, "light")
	const scroll = 2000
	w.do(fmt.Sprintf(`document.getElementById("paper").scrollTop = %d`, scroll))
	w.wait("the pages there are drawn", `[...document.querySelectorAll(".page")].filter(p => p.shown).length > 3`)
	w.do(`window.first = document.querySelector(".page")`)
	const seenText = `[...document.querySelectorAll(".page")].map(p => p.textContent).join("")`
	s.put("2020/004.md", issue("4\n导读: false", strings.Replace(text, "第5篇的正文", "第5篇的新鲜文字", 1)))
	w.wait("the change is on paper", seenText+`.includes("第5篇的新鲜文字")`)
	if got := w.text(`document.getElementById("paper").scrollTop`); got != fmt.Sprint(scroll) {
		t.Errorf("paper stands at %s", got)
	}
	if !w.is(`first === document.querySelector(".page")`) {
		t.Error("the pages are others")
	}

	w.do(`document.getElementById("as-web").click()`)
	const frame = `document.querySelector("iframe").contentDocument`
	w.wait("the web page is there", `document.querySelector("iframe") && `+frame+`.querySelector("[data-line]")`)
	w.do(frame + `.documentElement.scrollTo({top: 3000, behavior: "instant"}); window.same = ` + frame + `.querySelectorAll("article")[30]; window.stood = same.getBoundingClientRect().top`)
	s.put("2020/004.md", issue("4\n导读: false", strings.Replace(text, "第12篇的正文", "第12篇又改了", 1)))
	w.wait("the change is on the web page", frame+`.body.textContent.includes("第12篇又改了")`)
	if got := w.text(frame + `.documentElement.scrollTop`); got != "3000" {
		t.Errorf("the web page stands at %s", got)
	}
	if !w.is(`same.isConnected && same === ` + frame + `.querySelectorAll("article")[30]`) {
		t.Error("what has not changed is made again")
	}
	// An article more, above what is seen: the lines move on, what is read stays.
	at := w.text(`(window.read = [...` + frame + `.querySelectorAll("p[data-line]")].find(p => p.getBoundingClientRect().top > 0)).getBoundingClientRect().top`)
	line := w.text(`read.dataset.line`)
	s.put("2020/004.md", issue("4\n导读: false", "# 新的一篇\n\n新的一段。\n\n"+strings.Replace(text, "第12篇的正文", "第12篇又改了", 1)))
	w.wait("the article is there", frame+`.body.textContent.includes("新的一段。")`)
	if now := w.text(`read.dataset.line`); now == line || !w.is(`read.isConnected`) {
		t.Errorf("the line is %s, and was %s", now, line)
	}
	w.wait("what is read stands where it stood", `Math.abs(read.getBoundingClientRect().top - `+at+`) < 3`)
	w.quiet()
}

// TestShow clicks on findings and on text: the source shows the line.
func TestShow(t *testing.T) {
	body := "# 题\n\n第一段（没有关上。\n接着写\n\n# 第二题\n\n又一段文字。"
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/第 4 期#1.md": issue("4", body)})
	w := s.window(t, "2020/第 4 期#1", 1440, "light")
	w.wait("a finding is there", `document.querySelector(".found button")`)
	w.do(`document.querySelector(".found button").click()`)
	st := s.state("2020/第 4 期#1")
	f := st.Findings[0]
	const lit = `document.querySelector(".line.lit")`
	w.wait("the line is lit", lit)
	if got, want := w.text(`document.getElementById("place").textContent`), fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column); got != want {
		t.Errorf("the place is %s, want %s", got, want)
	}
	if got := w.text(lit + `.querySelector(".n").textContent`); got != fmt.Sprint(f.Line) {
		t.Errorf("line %s is lit, want %d", got, f.Line)
	}
	if !w.is(lit + `.querySelector("mark") && document.querySelector(".found [aria-current]")`) {
		t.Error("no mark at the column, or the finding is not marked as chosen")
	}
	w.wait("the text is marked on paper", `document.querySelector(".page .here")`)

	click := func(what, target string, line int) {
		t.Helper()
		w.do(`document.querySelectorAll(".lit").forEach(l => l.classList.remove("lit")); ` + target + `.dispatchEvent(new MouseEvent("click", {bubbles: true}))`)
		w.wait("the line of "+what+" is lit", lit)
		if got := w.text(lit + `.querySelector(".n").textContent`); got != fmt.Sprint(line) {
			t.Errorf("%s: line %s, want %d", what, got, line)
		}
	}
	click("a paragraph on paper", `[...document.querySelectorAll(".page text")].find(e => e.textContent.includes("又一段"))`, 13)
	click("a title on paper", `[...document.querySelectorAll(".page text")].filter(e => e.textContent === "第二题").pop()`, 11)
	click("the name on paper", `[...document.querySelectorAll(".page text")].find(e => e.textContent === "工作简报")`, 1)
	if got := w.text(`document.getElementById("place").textContent`); !strings.HasPrefix(got, "bulletin.yaml:1:") {
		t.Errorf("the name was typed at %s", got)
	}
	w.do(`document.getElementById("as-web").click()`)
	const frame = `document.querySelector("iframe").contentDocument`
	w.wait("the web page is there", `document.querySelector("iframe") && `+frame+`.querySelector(".masthead .number[data-line]")`)
	click("a paragraph", `[...`+frame+`.querySelectorAll("p")].find(e => e.textContent.includes("又一段"))`, 13)
	click("the number", frame+`.querySelector(".number")`, 2)
	click("the office", frame+`.querySelector(".issuer")`, 2)
	w.do(`document.querySelector(".found button").click()`)
	w.wait("the web page is where the finding is", frame+`.querySelector("[data-line='8']").getBoundingClientRect().top > 0`)
	w.do(`document.querySelectorAll(".lit").forEach(l => l.classList.remove("lit"))`)
	w.Call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": "F8", "code": "F8", "windowsVirtualKeyCode": 119}, nil)
	all := append(st.Findings, st.Shared...)
	f = all[1%len(all)]
	w.wait("F8 goes to the next finding", fmt.Sprintf(`document.getElementById("place").textContent === "%s:%d:%d"`, f.File, f.Line, f.Column))
	w.quiet()
}

// TestStates goes with a browser through all that may become of an issue.
func TestStates(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4", one), "2020/003.md": issue("3", one)})
	w, second := s.window(t, "2020/004", 1440, "light"), s.window(t, "2020/004", 390, "dark")
	both := func(what, expression string) {
		t.Helper()
		w.wait(what, expression)
		second.wait(what+" in the other window", expression)
	}
	const old = `!document.getElementById("old").hidden`
	s.put("2020/004.md", issue("七", one))
	both("the fault is shown, and what is shown is old", old+` && document.querySelector(".found .error") && document.querySelector(".page text")`)
	both("the list has the error", `document.querySelector(".issues [aria-current] .error")`)
	for _, form := range []string{"web", "paper"} {
		w.do(`document.getElementById("as-` + form + `").click()`)
		w.wait("the other form is shown, and old", old+` && !document.getElementById("`+form+`").hidden`)
	}
	w.do(`document.getElementById("as-web").click()`)
	s.put("bulletin.yaml", "刊名：甲\n")
	both("faults of what all issues share are shown", `document.querySelector(".found h3") && document.querySelector(".found h3 + ul .error")`)
	s.put("bulletin.yaml", settings)
	both("they are mended", `!document.querySelector(".found h3")`)
	w.do(`document.getElementById("as-paper").click()`)
	s.put("2020/004.md", issue("14", one))
	both("it is mended", `!(`+old+`) && !document.querySelector(".found .error") && document.getElementById("heading").textContent === "第14期"`)
	s.remove("2020/004.md")
	both("it is gone, and shown still", old+` && document.querySelector(".page text") && document.getElementById("status").textContent === "稿件不在了"`)
	s.put("2020/第 14 期.md", issue("14", one))
	both("the windows follow it to its new name", `!(`+old+`) && decodeURIComponent(location.hash) === "#2020/第 14 期" && document.querySelector(".page text")`)
	second.do(`document.querySelector('[data-path="2020/003"]').click()`)
	second.wait("another issue is shown", `document.getElementById("heading").textContent === "第3期" && document.querySelector(".page text")`)
	if got := w.text(`document.getElementById("heading").textContent`); got != "第14期" {
		t.Errorf("the first window shows %s now", got)
	}
	for n := range 200 {
		s.put("2020/003.md", issue("3", fmt.Sprintf("# 题\n\n第%d次存盘。", n)))
	}
	second.wait("the last of 200 saves is shown", `document.getElementById("paper").textContent.includes("次存盘") && [...document.querySelectorAll(".page text")].map(e => e.textContent).join("").includes("第199次存盘。")`)
	w.quiet()
	second.quiet()
}

// TestReveal clicks on a finding about a page that is not drawn yet.
func TestReveal(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4\n导读: false", long()+"\n# 末篇\n\n末段。\n接着。")})
	w := s.window(t, "2020/004", 1440, "light")
	w.wait("the finding is there", `[...document.querySelectorAll(".found .where")].some(e => e.textContent.includes("[分段]"))`)
	w.do(`[...document.querySelectorAll(".found button")].find(b => b.textContent.includes("[分段]")).click()`)
	w.wait("its page is drawn, and its line marked", `document.querySelector(".here") && document.querySelector(".here").textContent.includes("末段") && document.querySelector(".here").getBoundingClientRect().top < 900`)
	w.quiet()
}

// TestReconnect ends the server while a browser shows the desk, and starts it again:
// the browser says so, and goes on.
func TestReconnect(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4", one)})
	w := s.window(t, "2020/004", 1440, "light")
	s.stop()
	w.wait("the browser says that nobody answers", `document.getElementById("status").textContent.includes("连不上")`)
	if !w.is(`document.querySelector(".page text")`) {
		t.Error("what was shown is gone")
	}
	s.put("2020/004.md", issue("4", "# 另一篇\n\n另一段。"))
	s.put("2020/003.md", issue("3", one))
	s.start()
	w.wait("it goes on", `document.querySelector(".page").textContent.includes("另一段") && !document.getElementById("status").textContent.includes("连不上") && document.querySelectorAll(".issues li").length === 2`)
}

// TestWidths says that no width makes the desk scroll sideways.
func TestWidths(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4", "# 题（\n\n"+strings.Repeat("https://example.gov.cn/", 20))})
	w := s.window(t, "2020/004", 1440, "light")
	for _, width := range []int{320, 390, 700, 900, 1200, 1440, 1920} {
		w.Call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}, nil)
		for _, pane := range []string{"issues", "view", "findings", "source"} {
			w.do(`document.querySelector('.panes [data-pane=` + pane + `]').click()`)
			if got := w.text(`[document.documentElement, ...document.querySelectorAll(".issues, .view, .paper, .findings, .found, .source, .text")].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className || e.tagName)`); got != "" {
				t.Errorf("%d, %s: too wide: %s", width, pane, got)
			}
		}
	}
	w.quiet()
}

// audit runs the rules of axe-core over the desk. Pages of paper look as they are
// printed; and of what is scrolled out of its box axe cannot tell the colours.
const audit = `axe.run({exclude: [[".page svg"]]}, {rules: {"target-size": {enabled: true}}, iframes: false}).then(r => JSON.stringify({
	Passes: r.passes.length,
	Findings: [...r.violations, ...r.incomplete].flatMap(rule => rule.nodes.filter(n => ![...n.any].some(c => /obscured|overlapped/.test(c.message))).map(n => rule.id + ": " + n.target + ": " + [...n.any, ...n.all, ...n.none].map(c => c.message).join("; ")))}))`

// TestAccessible has axe-core look at the desk, in all panes, wide and narrow, light
// and dark.
func TestAccessible(t *testing.T) {
	file := os.Getenv("AXE_JS")
	if file == "" {
		t.Skip("SKIPPED: AXE_JS does not name axe-core, so it did not look at the desk; .ci/run fetches it")
	}
	script, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/003.md": issue("七", one), "2020/004.md": issue("4", "# 题\n\n文。\n又一行。\n\n"+long())})
	w := s.window(t, "2020/004", 1440, "light")
	for _, width := range []int{1440, 1000, 390} {
		for _, scheme := range []string{"light", "dark"} {
			w.Open("about:blank", width, scheme)
			w.Open(s.address+"/#2020%2F004", width, scheme)
			w.wait("the desk is there", `document.querySelector(".page text") && document.querySelector(".found button") && document.querySelector(".line") && document.querySelector(".issues .error")`)
			w.do(`document.querySelector(".found button").click()`)
			w.wait("a line is lit", `document.querySelector(".lit mark")`)
			w.do(string(script))
			for _, pane := range []string{"issues", "view", "findings", "source"} {
				w.do(`document.querySelector('.panes [data-pane=` + pane + `]').click()`)
				var report struct {
					Passes   int
					Findings []string
				}
				w.Run(audit, &report)
				if len(report.Findings) > 0 || report.Passes < 15 {
					t.Errorf("%d %s %s: %d rules kept\n%s", width, scheme, pane, report.Passes, strings.Join(report.Findings, "\n"))
				}
			}
		}
	}
}
