package main

import (
	"testing"
	"time"

	"jianbao/bulletin/archive"
	"jianbao/bulletin/site"
	"jianbao/templates"
)

// BenchmarkIssue builds the real 第4期, PDF and web page, from its source to
// the bytes of the files.
func BenchmarkIssue(b *testing.B) {
	pages, err := site.Parse(templates.Files)
	if err != nil {
		b.Fatal(err)
	}
	shelf, err := newShelf("")
	if err != nil {
		b.Fatal(err)
	}
	out := archive.Output{
		Write:  func(string, []byte) error { return nil },
		Exists: func(string) bool { return false },
	}
	b.ReportAllocs()
	for b.Loop() {
		t, err := locate([]string{"../../issues/2020/004.md"})
		if err != nil {
			b.Fatal(err)
		}
		task := archive.Task{
			Folder: t.folder, Series: t.series, Issues: t.issues, Index: true, HTML: true, PDF: true, Jobs: 1,
			Site: pages, Assets: shelf.assets, Out: out, Clock: time.Now, Producer: producer,
		}
		if err := archive.Build(task, func(archive.Result) {}); err != nil {
			b.Fatal(err)
		}
	}
}
