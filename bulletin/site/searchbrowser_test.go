package site_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/browser"
	"jianbao/bulletin/site"
)

// A reader is someone at a browser who opens the pages of a series.
type reader struct {
	*browser.Page
	t    *testing.T
	base string // address of the folder, ended by /
}

func newReader(t *testing.T, base string) *reader {
	t.Helper()
	d := browser.New(t, browser.Find(t))
	for _, domain := range []string{"Runtime", "Log", "Network"} {
		d.Call(domain+".enable", nil, nil)
	}
	return &reader{d, t, base}
}

// fromDisk writes a series into a folder whose name is as awkward as those of
// USB sticks, and opens a browser for it.
func fromDisk(t *testing.T, s *testSeries) *reader {
	folder := filepath.Join(t.TempDir(), "简报 100%#备份")
	s.write(t, folder)
	return newReader(t, "file://"+(&url.URL{Path: filepath.ToSlash(folder)}).EscapedPath()+"/")
}

// sound reports what the browser had to complain about and requests that left the
// folder, and forgets them.
func (r *reader) sound() {
	r.T.Helper()
	r.Run(`"0"`, new(int)) // what was under way has arrived
	for _, e := range r.Events {
		switch e.Method {
		case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Network.loadingFailed":
			r.T.Errorf("%s: %s", e.Method, e.Params)
		case "Network.requestWillBeSent":
			var p struct{ Request struct{ URL string } }
			if err := json.Unmarshal(e.Params, &p); err != nil {
				r.T.Fatal(err)
			}
			if u := p.Request.URL; !strings.HasPrefix(u, r.base) && u != "data:," {
				r.T.Errorf("a request leaves the folder: %s", u)
			}
		}
	}
	r.Events = nil
}

func (r *reader) visit(page string, width int) {
	r.T.Helper()
	r.Open(r.base+page, width, "light")
}

// until waits for an expression to come true. The browser may be between two
// pages, and then answers nothing, or that an object of the page is not there.
func (r *reader) until(expression string) {
	r.T.Helper()
	for range 200 {
		var got struct{ Result struct{ Value any } }
		fault := r.Ask("Runtime.evaluate", map[string]any{"expression": "!!(" + expression + ")", "returnByValue": true}, &got)
		if fault == "" && got.Result.Value == true {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	var at struct{ URL, Text string }
	r.Run(`JSON.stringify({URL: location.href, Text: document.body.innerText.slice(0, 600)})`, &at)
	r.T.Fatalf("%s does not come true at %s:\n%s", expression, at.URL, at.Text)
}

func (r *reader) text(expression string) string {
	r.T.Helper()
	var s string
	r.Run("JSON.stringify(String("+expression+"))", &s)
	return s
}

// press presses keys by their names.
func (r *reader) press(keys ...string) {
	r.T.Helper()
	codes := map[string]int{"Tab": 9, "Enter": 13}
	for _, key := range keys {
		p := map[string]any{"type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
		if key == "Enter" {
			p["text"] = "\r"
		}
		r.Call("Input.dispatchKeyEvent", p, nil)
		r.Call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": codes[key]}, nil)
	}
}

// tabTo presses Tab until what has the focus matches a selector.
func (r *reader) tabTo(selector string) {
	r.T.Helper()
	for range 100 {
		r.press("Tab")
		if r.text(fmt.Sprintf("document.activeElement.matches(%q)", selector)) == "true" {
			return
		}
	}
	r.T.Fatalf("no Tab leads to %s", selector)
}

// found is what a search shows.
type found struct {
	Status string
	Hits   []hit
	More   bool
}

type hit struct {
	Heading, Link, Title string
	Contexts, Marked     []string
}

const shown = `JSON.stringify({
  Status: document.getElementById("found").textContent,
  More: !document.getElementById("more").hidden,
  Hits: [...document.querySelectorAll("#hits > li")].map(li => ({
    Heading: li.querySelector("h2").textContent,
    Link: decodeURIComponent(li.querySelector("h2 a").getAttribute("href")),
    Title: (li.querySelector(".where") || {textContent: ""}).textContent,
    Contexts: [...li.querySelectorAll(".context")].map(p => p.textContent),
    Marked: [...li.querySelectorAll("mark")].map(m => m.textContent)}))})`

const settled = `document.getElementById("found") && !/^(正在|$)/.test(document.getElementById("found").textContent)`

// search opens the page that searches with a query in its address.
func (r *reader) search(query string) found {
	r.T.Helper()
	r.visit("search.html?q="+url.QueryEscape(query), 1000)
	r.until(settled)
	var f found
	r.Run(shown, &f)
	return f
}

// queries are searches of the tests' series with the links of what is found and
// the words marked in the first hit.
var queries = []struct {
	query, links, marked string
}{
	{"𬱖志强", "2020/001.html#part-1", "𬱖志强"},
	{"𬱖", "2020/002.html#part-3 2020/001.html#part-1", "𬱖"},
	{"𬴊文远", "2020/001.html", "𬴊文远"},                               // of the 报尾
	{"全线巡查", "2021/001.html#part-1 2020/001.html#part-1", "全线巡查"}, // across lines of the source
	{"全线 巡查", "2021/001.html#part-1 2020/001.html#part-1", "全线|巡查"},
	{"清障百日攻坚收官", "2020/002.html#part-1", "清障“百日攻坚”收官|清障“百日攻坚”收官"},
	{"report", "2020/001.html#part-2", "Report"},
	{"ｐｍ2.5", "2020/001.html#part-2", "PM２.5"},
	{"98.5", "2020/001.html#part-2", "98.5"},
	{"985", "2020/002.html#part-2", "985"},
	{"巡河人", "2020/002.html#note-1", "巡河人"},
	{"赵家湾", "2020/002.html#corrections", "赵家湾"},
	{"2020年9月22日", "2020/002.html", "2020年9月22日"},
	{"护河行动 河长", "2020/001.html#part-1", "河长|护河行动"},
	{"“护河 行动”", "2020/001.html#part-1", "护河行动"},
	{"护河行动 清障", "", ""},     // not in one issue
	{"河清", "", ""},          // both characters, not side by side
	{"内部传阅", "", ""},        // of an issue that is not public
	{"龘", "", ""},           // no such character
	{"constructor", "", ""}, // a name every object of JavaScript knows
}

func (r *reader) checkQueries() {
	r.T.Helper()
	for _, q := range queries {
		f := r.search(q.query)
		var links []string
		for _, h := range f.Hits {
			links = append(links, h.Link)
		}
		marked := ""
		if len(f.Hits) > 0 {
			marked = strings.Join(f.Hits[0].Marked, "|")
		}
		if got := strings.Join(links, " "); got != q.links || !strings.HasPrefix(marked+"|", q.marked+"|") && q.query != "护河行动 河长" {
			r.T.Errorf("%s finds %s, marks %s", q.query, got, marked)
		}
		want := fmt.Sprintf("找到%d期", len(links))
		if len(links) == 0 {
			want = "没有找到。"
		}
		if !strings.HasPrefix(f.Status, want) || f.More {
			r.T.Errorf("%s: says %s, more: %v", q.query, f.Status, f.More)
		}
		r.sound()
	}
}

// TestSearchFromDisk searches pages opened from a disk.
func TestSearchFromDisk(t *testing.T) {
	s := readTestSeries(t, 0)
	fromDisk(t, s).checkQueries()
}

// TestSearchFromServer searches the same pages on a server, with nothing that
// leaves the folder.
func TestSearchFromServer(t *testing.T) {
	browser.Find(t)
	s := readTestSeries(t, 0)
	folder := t.TempDir()
	s.write(t, folder)
	server := httptest.NewServer(http.StripPrefix("/jianbao", http.FileServer(http.Dir(folder))))
	defer server.Close()
	newReader(t, server.URL+"/jianbao/").checkQueries()
}

// TestKeyboard searches with the keyboard alone: from the index to a hit and on
// to the place it names, then to the issue before and after.
func TestKeyboard(t *testing.T) {
	r := fromDisk(t, readTestSeries(t, 0))
	r.visit("index.html", 1000)
	r.tabTo("#q")
	r.Call("Input.insertText", map[string]any{"text": "𬱖小梅"}, nil)
	r.press("Enter")
	r.until(`location.pathname.endsWith("search.html") && ` + settled)
	if got := r.text(`document.getElementById("q").value + " " + document.title`); got != "𬱖小梅 𬱖小梅 - 青石市河湖长制工作简报 全文查找" {
		t.Errorf("the page shows %s", got)
	}
	if got := r.text(`document.getElementById("found").getAttribute("role")`); got != "status" {
		t.Errorf("role %s", got)
	}
	r.tabTo("#hits a")
	r.press("Enter")
	r.until(`location.hash === "#part-3" && document.readyState === "complete"`)
	if got := r.text(`document.querySelector(":target").textContent.slice(0, 8)`); got != "▲ 志愿者𬱖小" {
		t.Errorf("at %s", got)
	}
	for _, step := range []struct{ link, page string }{
		{"a[rel=prev]", "2020/001.html"}, {"a[rel=next]", "2020/002.html"}, {"a[rel=next]", "2021/001.html"}, {"a[rel=search]", "search.html"},
	} {
		r.tabTo(step.link)
		r.press("Enter")
		r.until(fmt.Sprintf(`location.pathname.endsWith(%q) && document.readyState === "complete"`, "/"+step.page))
	}
	if got := r.text("document.activeElement.id"); got != "q" {
		t.Errorf("without a query %q has the focus", got)
	}
	r.press("Tab", "Enter")
	r.until(`document.getElementById("found") && location.search === "?q="`)
	r.sound()
}

// TestMore shows many hits in steps.
func TestMore(t *testing.T) {
	r := fromDisk(t, readTestSeries(t, 72))
	f := r.search("例会")
	if len(f.Hits) != 20 || !f.More || f.Status != "找到72期，列出最近的20期" || f.Hits[0].Heading != "第72期2019年12月19日" {
		t.Fatalf("%d hits, %v, %s, %+v", len(f.Hits), f.More, f.Status, f.Hits[0])
	}
	for n := 40; n <= 80; n += 20 {
		r.tabTo("#more")
		r.press("Enter")
		r.until(fmt.Sprintf(`document.querySelectorAll("#hits > li").length === %d`, min(n, 72)))
		if got := r.text("[...document.querySelectorAll('#hits h2 a')].indexOf(document.activeElement)"); got != fmt.Sprint(n-20) {
			t.Errorf("the focus is at %s", got)
		}
	}
	r.Run(shown, &f)
	if f.More || f.Status != "找到72期" || f.Hits[71].Heading != "第1期2018年1月1日" {
		t.Errorf("in the end: %v %s %+v", f.More, f.Status, f.Hits[71])
	}
	if f = r.search("会议研究河湖长制工作"); f.Status != "找到约72期，列出最近的20期" {
		t.Error(f.Status)
	}
	if f = r.search("编号7"); len(f.Hits) != 4 { // 7, 70, 71, 72
		t.Errorf("%d hits: %s", len(f.Hits), f.Status)
	}
	r.sound()
}

// TestWidthsOfSeries says that no page of a series scrolls sideways on a
// telephone, nor has anything to complain about.
func TestWidthsOfSeries(t *testing.T) {
	r := fromDisk(t, readTestSeries(t, 72))
	for _, page := range []string{"index.html", "index-2019.html", foundPage, "2020/002.html", "2021/001.html"} {
		for _, width := range []int{320, 360, 1280} {
			r.visit(page, width)
			r.until(`document.readyState === "complete" && (!/q=/.test(location.search) || ` + settled + `)`)
			if got := r.text("[...document.images].every(i => i.naturalWidth > 0)"); got != "true" {
				t.Errorf("%s: a picture is not shown", page)
			}
			if got := r.text("document.documentElement.scrollWidth - document.documentElement.clientWidth"); got != "0" {
				t.Errorf("%s at %d is %s too wide", page, width, got)
			}
			r.sound()
		}
	}
}

// TestAccessibleSeries has axe-core look at the pages of a series.
func TestAccessibleSeries(t *testing.T) {
	script, err := os.ReadFile(tool(t, "AXE_JS", "axe-core"))
	if err != nil {
		t.Fatal(err)
	}
	r := fromDisk(t, readTestSeries(t, 72))
	for _, page := range []string{"index.html", "index-2019.html", "search.html", foundPage, "search.html?q=%E9%BE%98", "2020/002.html"} {
		for _, width := range []int{1280, 360} {
			for _, scheme := range []string{"light", "dark"} {
				r.Open(r.base+page, width, scheme)
				r.until(`document.readyState === "complete" && (!/q=/.test(location.search) || ` + settled + `)`)
				if got := r.text("document.querySelectorAll('mark').length > 1"); got != strconv.FormatBool(page == foundPage) {
					t.Errorf("%s has words marked: %s", page, got)
				}
				var report struct {
					Passes   int
					Findings []string
				}
				r.Run(string(script)+";\n"+audit, &report)
				accessible(t, page+" "+strconv.Itoa(width)+" "+scheme, false, report.Passes, report.Findings)
			}
		}
	}
}

// foundPage is a search for 河长 and 巡, which finds something.
const foundPage = "search.html?q=%E6%B2%B3%E9%95%BF%20%E5%B7%A1"

// TestMissingFiles says what a reader is told when files were not copied.
func TestMissingFiles(t *testing.T) {
	for file, want := range map[string]string{
		"_search/_series.js":     "查找用的文件读不到",
		"_search/2020/001.js":    "找到1期。另有1期的文字读不到",
		"_search/_issues/000.js": "没有找到。",
		"_search/_shard/000.js":  "没有找到。",
	} {
		s := readTestSeries(t, 0)
		delete(s.files, file)
		r := fromDisk(t, s)
		if f := r.search("全线巡查"); !strings.Contains(f.Status, want) {
			t.Errorf("without %s: %s", file, f.Status)
		}
	}
}

// TestFoldsAlike says that the script folds every character as the index does.
func TestFoldsAlike(t *testing.T) {
	r := fromDisk(t, readTestSeries(t, 0))
	r.visit("search.html", 1000)
	var folded []string // of a block of 4096 characters
	r.Run(`JSON.stringify([...Array(0x30).keys()].map(block => {
		let s = "";
		for (let c = block * 0x1000; c < (block + 1) * 0x1000; c++) if (c < 0xd800 || c > 0xdfff) s += String.fromCodePoint(c) + " ";
		return bulletinSearch.fold(s);
	}))`, &folded)
	for block, got := range folded {
		var in strings.Builder
		for c := block * 0x1000; c < (block+1)*0x1000; c++ {
			if c < 0xd800 || c > 0xdfff {
				in.WriteString(string(rune(c)) + " ")
			}
		}
		want := site.Folded(in.String())
		if got == want {
			continue
		}
		g, w := []rune(got), []rune(want)
		i := 0
		for i < min(len(g), len(w)) && g[i] == w[i] {
			i++
		}
		t.Errorf("block %X: %U, want %U", block, g[i:min(i+3, len(g))], w[i:min(i+3, len(w))])
	}
	for _, s := range []string{"98.5%", "3。.5", "A.B.1.2.", "１．５", "1. 5", ".5", "葛\U000E0100洪", "1,268.50", "1..5", "a.1"} {
		if got := r.text(fmt.Sprintf("bulletinSearch.fold(%q)", s)); got != site.Folded(s) {
			t.Errorf("%q is %q in the script, %q in the index", s, got, site.Folded(s))
		}
	}
}
