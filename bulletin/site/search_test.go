package site_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// manyDocuments makes issues of so many characters each, of words that occur as
// unevenly as those of a language.
func manyDocuments(issues, characters int) []site.Document {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 8, 6000)
	var words [6001]string
	for i := range words {
		for range 1 + r.IntN(3) {
			words[i] += string(rune(0x4E00 + int(zipf.Uint64())*3%0x5000))
		}
	}
	var out []site.Document
	for n := range issues {
		var text []string
		for left := characters; left > 0; {
			var b strings.Builder
			for b.Len() < 450 {
				b.WriteString(words[zipf.Uint64()])
				if r.IntN(6) == 0 {
					b.WriteString("，")
				}
			}
			text = append(text, b.String())
			left -= b.Len() / 3
		}
		day := bulletin.Date{Year: 2000 + n/250, Month: n%250/21 + 1, Day: n%21 + 1}
		path := fmt.Sprintf("%d/%03d", day.Year, n%250+1)
		out = append(out, site.Document{
			Entry: site.Entry{Path: path, HTML: path + ".html", Name: []string{"简报"}, Heading: fmt.Sprintf("第%d期", n%250+1), Date: day, Public: true},
			Text:  site.Text{Parts: []site.TextPart{{ID: "part-1", Text: text}}},
		})
	}
	return out
}

func BenchmarkSearchFiles(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			docs := manyDocuments(n, 2000)
			b.ReportAllocs()
			for b.Loop() {
				site.SearchFiles(docs)
			}
			total, largest := 0, 0
			files := site.SearchFiles(docs)
			for _, f := range files {
				total += len(f.Data)
				largest = max(largest, len(f.Data))
			}
			b.ReportMetric(float64(len(files)), "files")
			b.ReportMetric(float64(total)/1024, "KB")
			b.ReportMetric(float64(largest)/1024, "KB-largest")
		})
	}
}

func BenchmarkTextFiles(b *testing.B) {
	docs := manyDocuments(1000, 2000)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			site.TextFile(d.Entry, d.Text)
		}
	}
}

func BenchmarkShared(b *testing.B) {
	for _, n := range []int{1, 1000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var entries []site.Entry
			for _, d := range manyDocuments(n, 1) {
				d.Entry.Summary = []string{"副市长就督办问题约谈相关责任人", "立行立改 整改到位", "高新区较真碰硬，坚决推进问题整改"}
				entries = append(entries, d.Entry)
			}
			s := parse(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Shared(site.IndexInfo{}, entries); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestTextFile says that a text comes back out of its file.
func TestTextFile(t *testing.T) {
	all := issues(t)
	all["004"] = realIssue(t)
	for name, issue := range all {
		text := site.SearchText(issue)
		e := entryOf(issue, "x.html", "")
		e.Public = true
		f, ok := site.TextFile(e, text)
		if !ok {
			t.Fatalf("%s has no text", name)
		}
		back, err := site.ReadTextFile(f.Data)
		if err != nil || !reflect.DeepEqual(back, text) {
			t.Errorf("%s: %v: read back %+v", name, err, back)
		}
		for _, bad := range [][]byte{nil, f.Data[:len(f.Data)/2], bytes.ReplaceAll(f.Data, []byte("{"), []byte("[")), []byte("bulletinSearch.text();\n")} {
			if _, err := site.ReadTextFile(bad); err == nil {
				t.Errorf("%s: no error for %.40q", name, bad)
			}
		}
	}
	secret := plain(para("正文。"))
	secret.Public = false
	if _, ok := site.TextFile(entryOf(secret, "x.html", ""), site.SearchText(secret)); ok {
		t.Error("an issue that is not public has a text file")
	}
}

// TestFewFilesChange says that an issue edited changes its shards only.
func TestFewFilesChange(t *testing.T) {
	docs := manyDocuments(500, 2000)
	before := site.SearchFiles(docs)
	docs[200].Text.Parts = append(slices.Clone(docs[200].Text.Parts), site.TextPart{Text: []string{"𬱖文远"}})
	after := site.SearchFiles(docs)
	if len(before) != len(after) || len(before) < 16 {
		t.Fatalf("%d files, then %d", len(before), len(after))
	}
	var changed []string
	for i := range before {
		if before[i].Name != after[i].Name || !bytes.Equal(before[i].Data, after[i].Data) {
			changed = append(changed, before[i].Name)
		}
	}
	if len(changed) < 2 || len(changed) > 4 {
		t.Errorf("changed %v", changed)
	}
}
