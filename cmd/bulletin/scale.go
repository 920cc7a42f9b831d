package main

import (
	"embed"
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"sync"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/catalog"
	"jianbao/bulletin/diag"
)

// A scale takes outputs for their name, size, sum and what they show, and keeps
// none.
type scale struct {
	mu    sync.Mutex
	files map[string]catalog.File
}

// output is the scale as a folder.
func (s *scale) output() archive.Output {
	return archive.Output{
		FS: embed.FS{}, // nothing
		Write: func(name string, data []byte) error {
			f := catalog.NewFile(name, data)
			s.mu.Lock()
			defer s.mu.Unlock()
			s.files[name] = f
			return nil
		},
		Remove: func(string) error { return nil },
	}
}

// of returns what was taken down of files.
func (s *scale) of(names []string) []catalog.File {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []catalog.File
	for _, name := range names {
		out = append(out, s.files[name])
	}
	return out
}

// measure builds the PDF files of the issues that are asked for in memory, and
// takes down pages and files of each. The year of one with errors is blocked.
func (c *cataloguer) measure() (err error) {
	if c.task, err = c.newTask(c.root, &edition{pdf: true, jobs: runtime.NumCPU()}); err != nil {
		return err
	}
	var asked []*bulletin.Issue
	for _, issue := range c.issues {
		if c.year == 0 || issue.Date.Year == c.year || issue.Date == (bulletin.Date{}) {
			asked = append(asked, issue)
		}
	}
	c.issues = asked
	scale := &scale{files: map[string]catalog.File{}}
	c.task.Series, c.task.Issues, c.task.Out = c.series, asked, scale.output()
	if c.folder != nil {
		c.task.Folder = c.folder
	}
	var failed error
	err = archive.Build(*c.task, func(r archive.Result) {
		c.report(r.Findings)
		if r.Findings.Errors() > 0 || len(r.Files) == 0 {
			c.bad++
			c.blocked[r.Issue.Date.Year] = true
			return
		}
		it, err := c.sealed(catalog.Item{Issue: r.Issue, Pages: r.Filled, Files: scale.of(r.Files)}, r.Pages)
		if failed = errors.Join(failed, err); err == nil {
			c.items = append(c.items, it)
		}
	})
	return errors.Join(err, failed)
}

// sealed puts the PDF that was sealed in the place of the one that was made now
// with so many pages, if they differ: that one is filed.
func (c *cataloguer) sealed(it catalog.Item, pages int) (catalog.Item, error) {
	seal := it.Issue.Seal
	if seal == nil || it.Files[0].Sum == seal.PDF {
		return it, nil
	}
	name := it.Files[0].Name
	it.Drifted = true
	if pages != seal.Pages {
		it.Pages = seal.Pages
	}
	it.Files = []catalog.File{{Name: name, Sum: seal.PDF, Format: catalog.FormatOf(name)}}
	data, err := readRegular(filepath.Join(c.public, filepath.FromSlash(name)))
	if err == nil {
		if f := catalog.NewFile(name, data); f.Sum == seal.PDF {
			if it.Files[0] = f; seal.Tool != producer { // which may set it otherwise
				return it, nil
			}
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return it, err
	}
	var l diag.List
	if at := it.Issue.Source.At(0); it.Files[0].Size > 0 {
		l.Add(at, diag.Warning, "封存", "bulletin build 会说出变了什么；目录和元数据照封存的 PDF 编", "这一期已于%s封存，由现在的稿件生成的 PDF 与封存的不同", seal.Date)
	} else {
		l.Add(at, diag.Warning, "封存", "从备份恢复封存的 PDF，或用 --public 写明它在哪个文件夹", "这一期已于%s封存，现在生成的 PDF 与封存的不同，%s 里也没有封存的那个；元数据里没有文件大小", seal.Date, c.public)
	}
	c.report(l)
	return it, nil
}
