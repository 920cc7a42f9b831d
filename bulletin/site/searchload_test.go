package site_test

import (
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/site"
)

// TestSearchLoad says that a search of a long series reads little of it: the
// bytes of all files a browser asks for, and how long a reader waits.
func TestSearchLoad(t *testing.T) {
	const most = 450_000
	issues := 500
	if os.Getenv("LONG") != "" {
		issues = 5000
	}
	docs := manyDocuments(issues, 2000)
	s := &testSeries{files: map[string]string{}}
	for _, f := range site.SearchFiles(docs) {
		s.files[f.Name] = string(f.Data)
	}
	var entries []site.Entry
	for _, d := range docs {
		entries = append(entries, d.Entry)
		if f, ok := site.TextFile(d.Entry, d.Text); ok {
			s.files[f.Name] = string(f.Data)
		}
	}
	for name, text := range sharedOf(t, site.IndexInfo{Name: []string{"简报"}}, entries) {
		s.files[name] = text
	}
	r := fromDisk(t, s)
	text := []rune(docs[issues/2].Text.Parts[0].Text[3])
	for what, query := range map[string]string{
		"a word":          string(text[10:12]),
		"a phrase":        string(text[10:18]),
		"two phrases":     string(text[10:14]) + " " + string(text[30:34]),
		"a character":     string(text[0]),
		"no such words":   "龘龘",
		"a long sentence": string(text[:60]),
	} {
		r.Events = nil
		start := time.Now()
		f := r.search(query)
		took := time.Since(start)
		if len(f.Hits) == 0 && what != "no such words" {
			t.Errorf("%s, %s: %s", what, query, f.Status)
		}
		bytes, files := r.loaded(s)
		t.Logf("%d issues, %s: %s; %d files, %d KB, %d ms", issues, what, f.Status, files, bytes/1024, took.Milliseconds())
		if bytes > most {
			t.Errorf("%s: %d bytes loaded", what, bytes)
		}
		r.sound()
	}
}

// loaded returns how many bytes the files have that were asked for.
func (r *reader) loaded(s *testSeries) (bytes, files int) {
	r.T.Helper()
	for _, e := range r.Events {
		if e.Method != "Network.requestWillBeSent" {
			continue
		}
		var p struct{ Request struct{ URL string } }
		if err := json.Unmarshal(e.Params, &p); err != nil {
			r.T.Fatal(err)
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(p.Request.URL, r.base), "?")
		if name, err := url.PathUnescape(name); err == nil && s.files[name] != "" {
			bytes += len(s.files[name])
			files++
		}
	}
	return bytes, files
}
