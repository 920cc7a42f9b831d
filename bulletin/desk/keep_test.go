package desk_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
)

const one = "# 督察动态\n\n第一段。\n\n第二段。"

// TestKeeps says that broken input shows its findings and leaves what was made
// before, marked as old, until it can be made again.
func TestKeeps(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "2020/004.md": issue("4", one)})
	good := s.state("2020/004")
	if len(good.Paper) != 1 || good.HTML == "" || good.PaperOld || good.HTMLOld || len(good.Findings) != 0 {
		t.Fatalf("%+v", good)
	}
	_, page := s.get("/preview/2020/004.html")
	broken := func(name, text, file string) {
		t.Helper()
		s.put(name, text)
		var st *seen
		s.until("the fault is shown", func() bool { st = s.state("2020/004"); return st.PaperOld && st.HTMLOld })
		all := append(st.Findings, st.Shared...)
		if len(all) == 0 || all[0].Severity != "error" || all[0].File != file || all[0].Line == 0 {
			t.Errorf("%s: %+v", name, all)
		}
		if st.Paper[0] != good.Paper[0] || st.HTML != good.HTML {
			t.Errorf("%s: what was good is gone", name)
		}
		if code, now := s.get("/preview/2020/004.html"); code != 200 || now != page {
			t.Errorf("%s: the page is %d", name, code)
		}
		if code, pdf := s.get("/pdf/2020/004.pdf"); code != 200 || !strings.HasPrefix(pdf, "%PDF-1.7") {
			t.Errorf("%s: the PDF is %d", name, code)
		}
		if code, svg := s.get("/page?issue=2020/004&n=0&sum=" + good.Paper[0].Sum); code != 200 || !strings.Contains(svg, "督察动态") {
			t.Errorf("%s: the page of paper is %d", name, code)
		}
	}
	mended := func() {
		t.Helper()
		s.put("bulletin.yaml", settings)
		s.put("2020/004.md", issue("4", one))
		s.until("it is mended", func() bool { st := s.state("2020/004"); return !st.PaperOld && !st.HTMLOld && len(st.Findings) == 0 })
	}
	broken("2020/004.md", issue("七", one), "2020/004.md")
	mended()
	broken("bulletin.yaml", "刊名：工作简报\n", "bulletin.yaml")
	mended()
	broken("2020/004.md", issue("4", one+"\n\n![图](没有.png)"), "2020/004.md")
	mended()
	broken("2020/004.md", "\xff\xfe期", "2020/004.md")
	mended()
	broken("2020/004.md", "没有文头", "2020/004.md")
	mended()
}

// TestComesAndGoes says that files may come, go, come back and change their names.
func TestComesAndGoes(t *testing.T) {
	s := serve(t, nil)
	if _, list := s.get("/list"); !strings.Contains(list, `"years":[]`) || !strings.Contains(list, `"series":false`) {
		t.Errorf("an empty folder: %s", list)
	}
	if s.state("2020/004") != nil {
		t.Error("an issue that is not there has a state")
	}
	s.put("2020/004.md", "---\n刊名: 快报\n编发单位: 办公室\n期号: 4\ndate: 2020-09-22\n---\n\n"+one)
	s.until("an issue outside any series is shown", func() bool { st := s.state("2020/004"); return st != nil && len(st.Paper) == 1 })
	s.put("bulletin.yaml", settings)
	s.until("the folder becomes a series", func() bool { _, l := s.get("/list"); return strings.Contains(l, `"series":true`) })
	good := s.state("2020/004")
	s.remove("2020/004.md")
	s.until("it is gone", func() bool { st := s.state("2020/004"); return st.Gone && st.PaperOld && st.Moved == "" })
	if _, list := s.get("/list"); strings.Contains(list, "2020/004") {
		t.Errorf("the list still has it: %s", list)
	}
	s.put("2020/004.md", "---\n刊名: 快报\n编发单位: 办公室\n期号: 4\ndate: 2020-09-22\n---\n\n"+one)
	s.until("it is back", func() bool { st := s.state("2020/004"); return !st.Gone && !st.PaperOld && st.HTML == good.HTML })
	if err := os.Rename(filepath.Join(s.folder, "2020/004.md"), filepath.Join(s.folder, "2020/第四期.md")); err != nil {
		t.Fatal(err)
	}
	s.until("it has another name", func() bool { st := s.state("2020/004"); return st.Gone && st.Moved == "2020/第四期" })
	s.remove("2020")
	s.until("its folder is gone", func() bool { st := s.state("2020/004"); return st.Gone && st.Moved == "" })
	s.remove("bulletin.yaml")
	s.until("all is gone", func() bool { _, l := s.get("/list"); return strings.Contains(l, `"years":[]`) })
}

// TestNames says that any name a file may have is served: those of people, and
// those that mean something else in an address.
func TestNames(t *testing.T) {
	names := []string{"2020/第 4 期", "问题？#1/100%/a+b&c=d", "a?b#c%20d", "%2e%2e/x", "引“号”", "空 格/ 前后 ", "semi;colon,comma", "a'b", "emoji😀𬱖"}
	files := map[string]string{"bulletin.yaml": settings}
	for i, name := range names {
		files[name+".md"] = strings.ReplaceAll(issue(string(rune('1'+i)), one+"\n\n![图](<图 片#1?.png>)"), "\n", "\r\n")
		files[filepath.ToSlash(filepath.Join(filepath.Dir(name), "图 片#1?.png"))] = string(picture(t, 60, 40))
	}
	s := serve(t, files)
	for _, name := range names {
		st := s.state(name)
		if st == nil || len(st.Paper) == 0 || st.File != name+".md" || st.PaperOld {
			t.Errorf("%s: %+v", name, st)
			continue
		}
		if code, body := s.get("/preview/" + escape(name) + ".html"); code != 200 || !strings.Contains(body, `data-line="10"`) {
			t.Errorf("%s: page %d", name, code)
		}
		if code, _ := s.get("/pdf/" + escape(name) + ".pdf"); code != 200 {
			t.Errorf("%s: PDF %d", name, code)
		}
		for path := range st.Pictures {
			if code, body := s.get("/preview/" + escape(path)); code != 200 || body != string(picture(t, 60, 40)) {
				t.Errorf("%s: picture %s is %d", name, path, code)
			}
		}
		if len(st.Pictures) != 1 {
			t.Errorf("%s: pictures %v", name, st.Pictures)
		}
	}
}

// TestLinesOnlyHere says that the preview is the page that is published but for
// data-line, and that the PDF is that of a build.
func TestLinesOnlyHere(t *testing.T) {
	body := "# 题\n\n文。[^1]\n\n> 引\n\n- 甲\n- 乙\n\n1. 一\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n▲ **头** 文\n\n```\n码\n```\n\n## 一、二级\n\n# 【栏】\n\n[^1]: 注"
	s := serve(t, map[string]string{"bulletin.yaml": settings, "004.md": issue("4", body)})
	series, err := bulletin.ReadSeries(os.DirFS(s.folder), func(n string) string { return n })
	if err != nil {
		t.Fatal(err)
	}
	task, _ := testTask(t)()
	out := map[string]string{}
	task.Folder, task.Series, task.Issues, task.HTML, task.PDF, task.Clock = os.DirFS(s.folder), series, series.Issues, true, true, time.Now
	task.Out = archive.Output{FS: os.DirFS(t.TempDir()), Write: func(name string, data []byte) error { out[name] = string(data); return nil }}
	if err := archive.Build(task, func(archive.Result) {}); err != nil {
		t.Fatal(err)
	}
	_, preview := s.get("/preview/004.html")
	lines := 0
	var plain strings.Builder
	for i, part := range strings.Split(preview, ` data-line="`) {
		if i > 0 {
			lines++
			_, part, _ = strings.Cut(part, `"`)
		}
		plain.WriteString(part)
	}
	built := out["004.html"]
	if strings.Contains(built, "data-line") || lines < 14 {
		t.Errorf("%d lines in the preview", lines)
	}
	if from := strings.Index(built, "<nav class=\"controls\""); from >= 0 { // the way to the PDF
		to := from + strings.Index(built[from:], "</nav>\n") + len("</nav>\n")
		built = built[:from] + built[to:]
	}
	if plain.String() != built {
		t.Errorf("the preview differs:\n%s\n---\n%s", plain.String(), built)
	}
	if _, pdf := s.get("/pdf/004.pdf"); pdf != out["004.pdf"] || pdf == "" {
		t.Errorf("the PDF differs: %d and %d bytes", len(pdf), len(out["004.pdf"]))
	}
}

// TestPaper says that a page has the characters of the PDF, with their fonts, and
// tells where each line was typed.
func TestPaper(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "004.md": issue("4", "# 督察动态\n\n第一段<。&\n接着。")})
	s.put("004.md", issue("4", "# 督察动态\n\n第一段&amp;。\n接着。"))
	st := s.state("004")
	_, svg := s.get("/page?issue=004&n=0&sum=" + st.Paper[0].Sum)
	for _, want := range []string{">督察动态<", ">第一段<", ">&amp;<", ">。接着。<", ` data-line="6" data-column="3">`, `data-file="bulletin.yaml"`, ` fill="#E60012"`, `viewBox="0 0 595.276 841.89"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("the page lacks %s:\n%s", want, svg)
		}
	}
	if len(st.Fonts) < 3 {
		t.Errorf("%d fonts", len(st.Fonts))
	}
	for _, f := range st.Fonts {
		if code, font := s.get("/font?sum=" + f.Sum); code != 200 || !strings.HasPrefix(font, "\x00\x01\x00\x00") || len(font) > 200_000 {
			t.Errorf("font %d: %d, %d bytes", f.Face, code, len(font))
		}
	}
	for _, address := range []string{"/page?issue=004&n=1&sum=" + st.Paper[0].Sum, "/page?issue=004&n=-1", "/page?issue=004&n=0&sum=", "/page?issue=x&n=0", "/font?sum=", "/image?sum=", "/nothing"} {
		if code, body := s.get(address); code != 404 && code != 204 || code == 204 && body != "" {
			t.Errorf("%s is %d", address, code)
		}
	}
}

// TestEvents says that every browser is told of a change, soon, and that what ends
// in the same is not told.
func TestEvents(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings, "004.md": issue("4", one), "005.md": issue("5", one)})
	first, second, other := s.listen("004"), s.listen("004"), s.listen("005")
	was := []string{first.next().Issue, second.next().Issue, other.next().Issue}
	if was[0] == "" || was[0] != was[1] || was[0] == was[2] {
		t.Fatalf("%q", was)
	}
	s.put("004.md", issue("4", one+"\n\n第三段。"))
	for i, l := range []*listener{first, second} {
		if now := l.until(func(n event) bool { return n.Issue != was[i] }); now.Issue != s.stateSum("004") {
			t.Errorf("browser %d is told of %s", i, now.Issue)
		}
	}
	if n := other.until(func(n event) bool { return n.List > 1 }); n.Issue != was[2] {
		t.Error("a change of another issue is told as one of this")
	}
	text := issue("4", one)
	for i := range 200 { // quick saves, some of them cut short
		s.put("004.md", text[:len(text)-i%7*3])
	}
	s.put("004.md", text)
	first.until(func(n event) bool { return n.Issue == was[0] })
	s.until("the last save is shown", func() bool { return s.stateSum("004") == was[0] })
}

func (s *served) stateSum(issue string) string {
	_, body := s.get("/state?issue=" + issue)
	return sum(body)
}

type event struct {
	List  int
	Issue string
}

// A listener is a browser that listens to events.
type listener struct {
	t   testing.TB
	got chan event
}

func (s *served) listen(issue string) *listener {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.address+"/events?issue="+escape(issue), nil)
	if err != nil {
		s.t.Fatal(err)
	}
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	if kind := a.Header.Get("Content-Type"); kind != "text/event-stream" {
		s.t.Errorf("events are %s", kind)
	}
	l := &listener{s.t, make(chan event, 10_000)}
	go func() {
		defer a.Body.Close()
		for lines := bufio.NewScanner(a.Body); lines.Scan(); {
			if data, ok := bytes.CutPrefix(lines.Bytes(), []byte("data: ")); ok {
				var e event
				if json.Unmarshal(data, &e) == nil {
					l.got <- e
				}
			}
		}
	}()
	return l
}

func (l *listener) next() event {
	l.t.Helper()
	return l.until(func(event) bool { return true })
}

// until returns the first event that is as asked for, within ten seconds.
func (l *listener) until(ok func(event) bool) event {
	l.t.Helper()
	end := time.After(10 * time.Second)
	for {
		select {
		case e := <-l.got:
			if ok(e) {
				return e
			}
		case <-end:
			l.t.Fatal("no such event")
		}
	}
}

// TestOnlyWhatChanged says that an edit reads its issue again and no other.
func TestOnlyWhatChanged(t *testing.T) {
	s := serve(t, map[string]string{"bulletin.yaml": settings + "报: [市委办公室, 市委办公室]\n", "004.md": issue("4", one), "005.md": issue("5", one)})
	dir := os.DirFS(s.folder)
	name := func(n string) string { return n }
	before, err := bulletin.ReadSeries(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	s.put("004.md", issue("七", one))
	after, err := before.Reread(dir, "004.md", name)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := bulletin.ReadSeries(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	if after.Issues[1] != before.Issues[1] || after.Issues[0] == before.Issues[0] || before.Issues[0].Findings.Errors() > 0 {
		t.Error("another issue was read again, or the series before is not as it was")
	}
	if !slices.Equal(texts(after), texts(whole)) {
		t.Errorf("%q, want %q", texts(after), texts(whole))
	}
	if same, err := after.Reread(dir, "nothing.md", name); err != nil || same != after {
		t.Errorf("an issue that is not there: %v", err)
	}
}

// texts are all findings of a series.
func texts(s *bulletin.Series) []string {
	var out []string
	for _, d := range s.Findings().Sorted() {
		out = append(out, d.String())
	}
	for _, issue := range s.Issues {
		for _, d := range issue.Findings {
			out = append(out, d.String())
		}
	}
	return out
}
