package archive

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/browser"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
	"jianbao/bulletin/site"
)

const (
	mostFuzzed  = 20 << 10         // bytes of a source: more finds no more, only more slowly
	longestFuzz = 30 * time.Second // one source; all but hangs need thousandths of it
)

// FuzzIssue holds that whatever an issue and its bulletin.yaml are, checking them
// ends; and that of an issue without errors no character is lost, neither on
// paper nor on the page.
func FuzzIssue(f *testing.F) {
	for _, pattern := range []string{"../testdata/*.md", "../testdata/registers/*.md", "../layout/testdata/*.md", "../layout/testdata/tables/*.md", "../lint/testdata/*.md", "../lint/testdata/prose/*", "../site/testdata/*.md"} {
		names, _ := filepath.Glob(pattern)
		if len(names) == 0 {
			f.Fatal("no seeds in ", pattern)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			settings, err := os.ReadFile(strings.TrimSuffix(name, ".md") + ".yaml")
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				f.Fatal(err)
			}
			f.Add(settings, text)
		}
	}
	f.Add([]byte("刊名: 简报\n"), []byte(realText(f)))
	office := newOffice(f)
	pages, err := site.Parse(os.DirFS("../../templates"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, settings, text []byte) {
		if len(settings) > mostFuzzed || len(text) > mostFuzzed {
			t.Skip("too large")
		}
		start := time.Now()
		office.trial(t, pages, settings, text)
		if took := time.Since(start); took > longestFuzz {
			t.Errorf("took %v", took)
		}
	})
}

// trial checks an issue as the command does, and if nothing is wrong makes and
// reads both of its outputs.
func (o *office) trial(t *testing.T, pages *site.Site, settings, text []byte) {
	t.Helper()
	fsys := fstest.MapFS{bulletin.SettingsName: {Data: settings}, "x.md": {Data: text}}
	for name := range o.assets.Pictures {
		data, err := os.ReadFile("../layout/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	series, err := bulletin.ReadSeries(fsys, func(p string) string { return p })
	if err != nil {
		t.Fatal(err)
	}
	var doc *page.Document
	Check(Task{
		Folder: fsys, Series: series, Issues: series.Issues, Whole: true, HTML: true, PDF: true, Site: pages,
		Assets:   func(*bulletin.Issue) (*layout.Assets, diag.List) { return o.assets, nil },
		FontFile: func(string) string { return "" },
		laid:     func(d *page.Document) { doc = d },
	})
	if doc == nil {
		return
	}
	var paper, html bytes.Buffer
	if err := o.writer.Write(&paper, doc, pdf.Options{Producer: "bulletin"}); err != nil {
		t.Fatal(err)
	}
	issue := series.Issues[0]
	same(t, "x.md", issue, paper.Bytes())
	if err := pages.Page(&html, issue, site.PageInfo{}); err != nil {
		t.Fatal(err)
	}
	checkPage(t, issue, html.String())
}

// checkPage holds that the Han of an issue stand in its page in their order, and
// those of each note after another.
func checkPage(t *testing.T, issue *bulletin.Issue, html string) {
	t.Helper()
	got := hanOf(browser.Text(t, html, true)) // paper prints addresses
	s := tell(issue)
	for _, script := range append(s.notes, s.main) {
		at := 0
		for i, r := range script.runes {
			if !unicode.Is(unicode.Han, r) {
				continue
			}
			n := strings.IndexRune(got[at:], r)
			if n < 0 {
				t.Errorf("line %d: the page has no %s", script.place(i).Line(), excerpt(script.runes, i))
				break
			}
			at += n + len(string(r))
		}
	}
}

func hanOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, text)
}
