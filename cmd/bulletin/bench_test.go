package main

import (
	"io"
	"runtime"
	"testing"
	"testing/fstest"
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
		Write: func(string, []byte) error { return nil },
		FS:    fstest.MapFS{},
	}
	b.ReportAllocs()
	for b.Loop() {
		t, err := locate([]string{"../../issues/2020/004.md"})
		if err != nil {
			b.Fatal(err)
		}
		task := archive.Task{
			Folder: t.folder, Series: t.series, Issues: t.issues, HTML: true, PDF: true, Jobs: 1,
			Site: pages, Assets: shelf.assets, Out: out, Clock: time.Now, Producer: producer,
		}
		if err := archive.Build(task, func(archive.Result) {}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSeries builds 1000 issues of the length of 第4期, PDF and web page,
// as the command does, into a folder.
func BenchmarkSeries(b *testing.B) {
	const issues = 1000
	in, out := b.TempDir(), b.TempDir()
	writeSeries(b, in, issues)
	b.ReportAllocs()
	for b.Loop() {
		if code := run([]string{"build", in, "-o", out, "--force"}, world{out: io.Discard, err: io.Discard, now: time.Now}); code != exitDone {
			b.Fatal("exit code ", code)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*issues), "ms/issue")
	b.ReportMetric(float64(m.Sys)/(1<<20), "MB-of-memory")
}

// BenchmarkNoChange builds the same issues when nothing has changed since they were
// built.
func BenchmarkNoChange(b *testing.B) {
	const issues = 1000
	in, out := b.TempDir(), b.TempDir()
	writeSeries(b, in, issues)
	w := world{out: io.Discard, err: io.Discard, now: time.Now}
	build := func() {
		if code := run([]string{"build", in, "-o", out}, w); code != exitDone {
			b.Fatal("exit code ", code)
		}
	}
	build()
	b.ReportAllocs()
	for b.Loop() {
		build()
	}
}

// BenchmarkReadSeries reads the same issues and sets none.
func BenchmarkReadSeries(b *testing.B) {
	const issues = 1000
	in := b.TempDir()
	writeSeries(b, in, issues)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := locate([]string{in}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*issues)/1000, "ms/issue")
}
