package site_test

import (
	"io"
	"os"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/browser"
	"jianbao/bulletin/site"
)

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// TestWellFormed reads every golden page as XML: each element is closed where
// it should be, and no id is given twice.
func TestWellFormed(t *testing.T) {
	for name, page := range pages(t) {
		t.Run(name, func(t *testing.T) {
			browser.Text(t, page, false)
			seen := map[string]bool{}
			for _, part := range strings.Split(page, ` id="`)[1:] {
				id, _, _ := strings.Cut(part, `"`)
				if seen[id] {
					t.Errorf("id %s is given twice", id)
				}
				seen[id] = true
			}
			for _, part := range strings.Split(page, ` href="#`)[1:] {
				if id, _, _ := strings.Cut(part, `"`); !seen[id] {
					t.Errorf("link to #%s leads nowhere", id)
				}
			}
		})
	}
}

// TestText checks that every character of the source stands in the page in its
// order: the front matter above the red rule, the body, the 报尾.
func TestText(t *testing.T) {
	all := issues(t)
	all["004"] = realIssue(t)
	for name, issue := range all {
		got := squeezed(browser.Text(t, pageOf(t, issue, site.PageInfo{}), false))
		at := 0
		for _, line := range lines(issue) {
			want := squeezed(line)
			i := strings.Index(got[at:], want)
			if i < 0 {
				t.Fatalf("%s: %q is missing or out of order", name, want)
			}
			at += i + len(want)
		}
		for _, note := range bulletin.Notes(issue).Notes {
			for _, want := range source(note.Blocks) {
				if !strings.Contains(got, squeezed(want)) {
					t.Errorf("%s: note %s: %q is missing", name, note.Label, want)
				}
			}
		}
	}
}

// realIssue is the one the repository holds.
func realIssue(t testing.TB) *bulletin.Issue {
	t.Helper()
	series, err := bulletin.ReadSeries(os.DirFS("../../issues"), func(path string) string { return path })
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range series.Issues {
		if issue.Path == "2020/004" {
			return issue
		}
	}
	t.Fatal("第4期 is missing")
	return nil
}

// lines returns the texts of an issue in the order of reading.
func lines(issue *bulletin.Issue) []string {
	var out []string
	add := func(list ...bulletin.Phrase) {
		for _, p := range list {
			out = append(out, p.Text)
		}
	}
	add(issue.Classification...)
	add(issue.Above...)
	add(issue.Name...)
	out = append(out, issue.NumberLine(), issue.TotalLine())
	add(issue.Issuer...)
	add(issue.Signer)
	for _, c := range issue.Corrections {
		add(c.Text)
	}
	for _, g := range issue.Contents.Groups {
		add(g.Title)
		add(g.Items...)
	}
	out = append(out, source(issue.EditorNote)...)
	out = append(out, source(issue.Body)...)
	for _, r := range issue.Lists {
		add(r.Label)
		add(r.Names(issue.Style.Separators)...)
	}
	for _, p := range issue.Staff {
		add(p.Role, p.Name)
	}
	return out
}

// source returns the texts of blocks in the order of reading, without those of
// their notes.
func source(blocks []bulletin.Block) []string {
	var out []string
	add := func(text ...bulletin.Inline) { out = append(out, pieces(text)...) }
	for _, b := range blocks {
		switch b := b.(type) {
		case *bulletin.Heading:
			add(b.Text...)
		case *bulletin.Banner:
			add(b.Text...)
		case *bulletin.Paragraph:
			add(b.Text...)
		case *bulletin.RunIn:
			out = append(out, b.Mark+bulletin.Plain(b.Head)+bulletin.Plain(b.Text))
		case *bulletin.List:
			for _, item := range b.Items {
				if b.Ordered {
					out = append(out, item.Marker)
				}
				out = append(out, source(item.Blocks)...)
			}
		case *bulletin.Table:
			for _, row := range append([][]bulletin.Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					add(cell...)
				}
			}
		case *bulletin.Figure:
			out = append(out, b.Caption)
		case *bulletin.Quote:
			out = append(out, source(b.Blocks)...)
		case *bulletin.Code:
			for _, line := range b.Lines {
				out = append(out, line.String)
			}
		}
	}
	return out
}

// pieces splits a text at the marks of its notes, which are labels.
func pieces(text []bulletin.Inline) []string {
	out := []string{""}
	for i := range text {
		inner := []string{bulletin.Plain(text[i : i+1])}
		switch in := text[i].(type) {
		case *bulletin.NoteMark:
			inner = []string{"", ""}
		case *bulletin.Link:
			inner = pieces(in.Text)
		}
		out[len(out)-1] += inner[0]
		out = append(out, inner[1:]...)
	}
	return out
}

// TestNoBlankInHan checks that no white space stands within Han but what the
// source has, and that nothing else is lost or added within a line.
func TestNoBlankInHan(t *testing.T) {
	for name, issue := range issues(t) {
		typed := strings.Join(lines(issue), "\n")
		for _, line := range strings.Split(browser.Text(t, pageOf(t, issue, infos[name]), false), "\n") {
			runes := []rune(line)
			for i := 1; i+1 < len(runes); i++ {
				if !unicode.IsSpace(runes[i]) || !unicode.Is(unicode.Han, runes[i-1]) || !unicode.Is(unicode.Han, runes[i+1]) {
					continue
				}
				if around := string(runes[i-1 : i+2]); !strings.Contains(typed, around) {
					t.Errorf("%s: blank in %q", name, around)
				}
			}
		}
	}
}

func BenchmarkPage(b *testing.B) {
	s, issue := parse(b), realIssue(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Page(io.Discard, issue, site.PageInfo{}); err != nil {
			b.Fatal(err)
		}
	}
}
