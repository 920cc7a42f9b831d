package archive

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/site"
)

// store is an output folder in memory.
type store struct {
	mu    sync.Mutex
	files map[string]string
	fail  error
}

func (s *store) output() Output {
	return Output{
		Write: func(name string, data []byte) error {
			s.mu.Lock()
			defer s.mu.Unlock()
			if s.fail == nil {
				s.files[name] = string(data)
			}
			return s.fail
		},
		FS: s,
		Remove: func(name string) error {
			s.mu.Lock()
			defer s.mu.Unlock()
			delete(s.files, name)
			return nil
		},
	}
}

// Open makes a store a file system.
func (s *store) Open(name string) (fs.File, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, ok := s.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return fstest.MapFS{name: {Data: []byte(text)}}.Open(name)
}

const front = "---\n期号: 1\ndate: 2020-09-22\n---\n\n"

// task reads a series and prepares to build its web pages.
func task(t *testing.T, files map[string]string) (Task, *store) {
	t.Helper()
	fsys := fstest.MapFS{"bulletin.yaml": {Data: []byte("刊名: 简报\n")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	series, err := bulletin.ReadSeries(fsys, func(p string) string { return p })
	if err != nil {
		t.Fatal(err)
	}
	pages, err := site.Parse(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	s := &store{files: map[string]string{}}
	return Task{
		Folder: fsys, Series: series, Issues: series.Issues, Whole: true, HTML: true, Jobs: 2, Site: pages,
		Assets: func(*bulletin.Issue) (*layout.Assets, diag.List) { return &layout.Assets{}, nil },
		Out:    s.output(), Clock: func() time.Time { return time.Time{} },
	}, s
}

// smallPNG returns a picture of so many pixels in a row.
func smallPNG(t *testing.T, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 1))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPictures(t *testing.T) {
	build, s := task(t, map[string]string{
		"2020/1.md":      front + "![图](img/a.png)\n\n![图](../共用.png)\n\n再看![图](img/a.png)。\n",
		"2020/2.md":      front + "![没有](img/b.png)\n\n![外面](../../c.png)\n",
		"2020/3.md":      front + "![坏的](坏.png)\n\n![文件夹](img)\n",
		"2020/img/a.png": smallPNG(t, 1), "共用.png": smallPNG(t, 2), "2020/坏.png": "\x89PNG\r\n\x1a\n坏",
	})
	var results []Result
	if _, err := Update(build, standing(t, build), func(r Result) { results = append(results, r) }); err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range s.files {
		names = append(names, name)
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "2020/1.html 2020/img/a.png _search/2020/1.js _search/_issues/000.js _search/_series.js "+
		"_search/_shard/000.js _search/search.js archive.json feed.xml index-2020.html index.html search.html sitemap.xml 共用.png" {
		t.Errorf("outputs %s", got)
	}
	for _, r := range results[1:] {
		var lines []int
		for _, d := range r.Findings {
			if d.Code == "图片" {
				lines = append(lines, d.Pos.Line())
			}
		}
		if !slices.Equal(lines, []int{6, 8}) {
			t.Errorf("findings at lines %v: %v", lines, r.Findings)
		}
	}
}

// TestOrder says that issues are reported in the order of the task, whatever
// the number of workers.
func TestOrder(t *testing.T) {
	build, _ := task(t, map[string]string{"1.md": front, "2.md": front, "3.md": front, "4.md": front, "5.md": front})
	build.Jobs = 4
	var paths []string
	if _, err := Update(build, standing(t, build), func(r Result) { paths = append(paths, r.Issue.Path) }); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(paths) || len(paths) != 5 {
		t.Errorf("reported %v", paths)
	}
}

func TestMachineFailure(t *testing.T) {
	build, s := task(t, map[string]string{"1.md": front + "正文。\n", "2.md": front + "正文。\n"})
	s.fail = errors.New("disk full")
	if _, err := Update(build, standing(t, build), func(Result) {}); !errors.Is(err, s.fail) {
		t.Errorf("error %v", err)
	}
}

// TestBadSettings says that errors in bulletin.yaml leave every issue without
// output.
func TestBadSettings(t *testing.T) {
	build, s := task(t, map[string]string{"1.md": front + "正文。\n"})
	build.Series.Settings.Findings.Add(build.Series.Settings.Source.At(0), diag.Error, "x", "", "x")
	build.PDF = true
	s.files["1.html"] = "old"
	var kept []string
	if _, err := Update(build, standing(t, build), func(r Result) { kept = append(kept, r.Kept...) }); err != nil {
		t.Fatal(err)
	}
	if s.files["1.html"] != "old" {
		t.Error("an issue was built in spite of bad settings")
	}
	if !slices.Equal(kept, []string{"1.html"}) {
		t.Errorf("kept %v", kept)
	}
}

// standing reads what stands in the output of a task.
func standing(t *testing.T, build Task) *Standing {
	t.Helper()
	there, err := ReadStanding(build.Out.FS)
	if err != nil {
		t.Fatal(err)
	}
	return there
}
