package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// A mixer makes issues as long as the real 第4期 out of its clauses, each in
// another order. Seeded by the number of the issue: the same on every machine.
type mixer struct {
	lists   string   // 报 and 送, as they stand in the source
	blocks  []string // of the body
	clauses []string // of its paragraphs, each with the mark after it
	phrases []string // of its titles
}

var (
	clausePattern = regexp.MustCompile(`[^，。；：]+[，。；：]`)
	runInPattern  = regexp.MustCompile(`^▲ \*\*(.+)\*\* `)
)

func newMixer(t testing.TB) *mixer {
	t.Helper()
	text, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	front, body, ok := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "---\n")
	at := strings.Index(front, "报:\n")
	if !ok || at < 0 {
		t.Fatal("第4期 has no front matter with lists")
	}
	m := &mixer{lists: front[at:]}
	for _, b := range strings.Split(strings.TrimSpace(body), "\n\n") {
		m.blocks = append(m.blocks, b)
		if title, ok := strings.CutPrefix(b, "# "); ok {
			if !strings.Contains(b, "【") {
				m.phrases = append(m.phrases, strings.Fields(title)...)
			}
			continue
		}
		for _, c := range clausePattern.FindAllString(runInPattern.ReplaceAllString(b, ""), -1) {
			if balanced(c) {
				m.clauses = append(m.clauses, c)
			}
		}
	}
	return m
}

// balanced tells whether a clause can stand alone.
func balanced(s string) bool {
	for _, pair := range []string{"“”", "（）", "《》"} {
		open, n := utf8.DecodeRuneInString(pair)
		if strings.Count(s, string(open)) != strings.Count(s, pair[n:]) {
			return false
		}
	}
	return true
}

// issue returns the text of issue n of a series, counted from 0.
func (m *mixer) issue(n int, number int, date time.Time) string {
	r := rand.New(rand.NewPCG(4, uint64(n)))
	clauses, phrases := shuffled(r, m.clauses), shuffled(r, m.phrases)
	take := func(from *[]string, again []string) string {
		if len(*from) == 0 {
			*from = shuffled(r, again)
		}
		first := (*from)[0]
		*from = (*from)[1:]
		return first
	}
	var items, body []string
	for _, b := range m.blocks {
		title, isTitle := strings.CutPrefix(b, "# ")
		lead := runInPattern.FindStringSubmatch(b)
		switch {
		case isTitle && strings.Contains(title, "【"):
			items = append(items, strings.Trim(title, "【】"))
		case isTitle:
			var words []string
			for range strings.Fields(title) {
				words = append(words, take(&phrases, m.phrases))
			}
			items = append(items, strings.Join(words, " "))
			b = "# " + items[len(items)-1]
		default:
			start := ""
			if lead != nil {
				start = "▲ **" + take(&phrases, m.phrases) + "，" + take(&phrases, m.phrases) + "** "
			}
			var p strings.Builder
			for want := utf8.RuneCountInString(b) - utf8.RuneCountInString(start); want > 5; {
				c := take(&clauses, m.clauses)
				p.WriteString(c)
				want -= utf8.RuneCountInString(c)
			}
			_, last := utf8.DecodeLastRuneInString(p.String())
			b = start + p.String()[:p.Len()-last] + "。"
		}
		body = append(body, b)
	}
	return fmt.Sprintf("---\n期号: %d\ndate: %s\n导读:\n  - %s\n%s---\n\n%s\n", number, date.Format(time.DateOnly),
		strings.Join(items, "\n  - "), m.lists, strings.Join(body, "\n\n"))
}

func shuffled(r *rand.Rand, from []string) []string {
	to := make([]string, len(from))
	for i, k := range r.Perm(len(from)) {
		to[i] = from[k]
	}
	return to
}

// writeSeries makes a series folder of so many issues, 250 a year, with the
// settings and the register of the real one.
func writeSeries(t testing.TB, dir string, issues int) {
	t.Helper()
	m := newMixer(t)
	write := func(name string, data []byte) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"bulletin.yaml", "recipients.yaml"} {
		data, err := os.ReadFile("../../issues/" + name)
		if err != nil {
			t.Fatal(err)
		}
		write(name, data)
	}
	const perYear = 250
	for n := range issues {
		date := time.Date(2001+n/perYear, 1, 1+n%perYear, 0, 0, 0, 0, time.UTC)
		text := m.issue(n, n%perYear+1, date)
		write(fmt.Sprintf("%d/%03d.md", date.Year(), n%perYear+1), []byte(text))
	}
}

// TestWriteSeries makes a large series to measure with: SERIES names its
// folder, SERIES_ISSUES says how many issues.
func TestWriteSeries(t *testing.T) {
	dir := os.Getenv("SERIES")
	if dir == "" {
		t.Skip("SERIES names no folder")
	}
	n, err := strconv.Atoi(os.Getenv("SERIES_ISSUES"))
	if err != nil {
		t.Fatal("SERIES_ISSUES: ", err)
	}
	writeSeries(t, dir, n)
}

// TestMixer says that issues out of the mixer are like the real one: they
// differ, build without errors and have its length.
func TestMixer(t *testing.T) {
	dir := t.TempDir()
	writeSeries(t, dir, 8)
	target, err := locate([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range target.issues {
		text := string(issue.Source.Text)
		if issue.Findings.Errors() > 0 || seen[text[100:]] {
			t.Errorf("%s: %v", issue.Path, issue.Findings)
		}
		seen[text[100:]] = true
		if n := len(text); n < 6000 || n > 8000 {
			t.Errorf("%s: %d bytes", issue.Path, n)
		}
	}
}
