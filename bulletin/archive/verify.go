package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"jianbao/bulletin"
)

// A Fault is one thing in which an archive is not as it should be.
type Fault struct {
	File string   // in the output folder, or where Source says so
	Code string   // stable, for example 改动
	Text string   // what is wrong
	More []string // the same one by one; may be empty
	Hint string   // what to do; may be empty

	Source bool // File is a source, as findings name it
}

// A Verification is what was looked at and what was found.
type Verification struct {
	Issues, Files int
	Rebuilt       int // files made afresh and compared
	Read          int // issues whose text was compared with the source
	Faults        []Fault
	Notes         []string // what is no fault, but should be known
}

func (v *Verification) add(file, code, hint, format string, args ...any) {
	v.Faults = append(v.Faults, Fault{File: file, Code: code, Text: fmt.Sprintf(format, args...), Hint: hint})
}

// addSource adds a fault of a source.
func (v *Verification) addSource(file, code, hint, format string, args ...any) {
	v.add(file, code, hint, format, args...)
	v.Faults[len(v.Faults)-1].Source = true
}

const buildHint = "再执行 bulletin build；内容不该变的，从备份恢复"

// Verify compares an output folder with its manifest: every file with its hash,
// and the issues with each other. An error means that the folder could not be
// looked through.
func Verify(out fs.FS, jobs int) (*Verification, error) {
	v := &Verification{}
	m, err := ReadManifest(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.add(ManifestName, "清单", "用 bulletin build 生成整个刊物，或核对文件夹写得对不对", "没有清单 %s，无从核对", ManifestName)
		return v, nil
	case errors.Is(err, errLarge):
		v.add(ManifestName, "清单", buildHint, "清单超过 %d MB，不是本工具写的", largestManifest>>20)
		return v, nil
	case errors.Is(err, bulletin.ErrNotFile):
		v.add(ManifestName, "清单", "把它移走，"+buildHint, "清单不是普通的文件")
		return v, nil
	case errors.Is(err, errNewer):
		v.add(ManifestName, "清单", "用那个版本的 bulletin 核对", "清单是更新的版本写的，本版读不了")
		return v, nil
	case errors.Is(err, errNoManifest):
		v.add(ManifestName, "清单", buildHint, "清单读不了：不是本工具写的，或已损坏")
		return v, nil
	case errors.Is(err, errChanged):
		v.add(ManifestName, "清单", buildHint, "清单本身在生成以后被改动过（校验值不符）")
	case err != nil:
		return nil, err
	}
	if err == nil && !m.canonical(out) {
		v.add(ManifestName, "清单", buildHint, "清单不是本工具写出来的样子：被改动过，连校验值一起")
	}
	if len(m.Unfinished) > 0 {
		v.add(ManifestName, "未完", "再执行 bulletin build", "上一次生成没有做完，%d 个文件不一定对，如 %s", len(m.Unfinished), m.Unfinished[0])
	}
	v.Issues = len(m.Issues)
	v.files(out, m, jobs)
	v.papers(out, m, jobs)
	if err := v.strays(out, m); err != nil {
		return nil, err
	}
	v.seals(m)
	v.numbers(m.numbers())
	return v, nil
}

// canonical reports whether the manifest of a folder is, byte for byte, as this tool
// writes it.
func (m *Manifest) canonical(out fs.FS) bool {
	data, err := fs.ReadFile(out, ManifestName)
	if err != nil {
		return false
	}
	again, err := m.Encode()
	return err == nil && bytes.Equal(again, data)
}

// files compares every file with its hash.
func (v *Verification) files(out fs.FS, m *Manifest, jobs int) {
	want := m.sums()
	names := m.names()
	v.Files = len(names)
	sums := sumAll(out, names, jobs)
	for _, name := range names {
		switch got := sums[name]; {
		case want[name] == "" || got == want[name]:
		case got == "":
			v.add(name, "缺文件", buildHint, "文件不见了，或读不了")
		default:
			v.add(name, "改动", buildHint, "内容与清单不符：%s在生成以后被改动过", kindOf(m, name))
		}
	}
}

// kindOf names a kind of file.
func kindOf(m *Manifest, name string) string {
	for _, p := range m.Issues {
		switch name {
		case p.Path + ".pdf":
			return p.Entry.Heading + "的 PDF "
		case p.Path + ".html":
			return p.Entry.Heading + "的网页"
		}
		if p.Pictures[name] != "" {
			return p.Entry.Heading + "的图片"
		}
	}
	switch {
	case strings.HasPrefix(name, "_search/"):
		return "全文检索的数据"
	case strings.HasSuffix(name, ".xml"):
		return "订阅或网站地图"
	}
	return "目录页"
}

// strays finds files that belong to no issue.
func (v *Verification) strays(out fs.FS, m *Manifest) error {
	known := m.sums()
	known[ManifestName] = " "
	return fs.WalkDir(out, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if _, ok := known[name]; ok || name == LockName {
			return nil
		}
		if bulletin.SystemFile(d.Name()) {
			v.Notes = append(v.Notes, name+" 是操作系统放的，不属于档案，可以删去")
			return nil
		}
		if Leftover(name) {
			v.add(name, "残留", "再执行 bulletin build，会清掉它", "生成时中断留下的临时文件")
			return nil
		}
		v.add(name, "多文件", "不是档案里的，移走；是的，说明它的稿件已不在刊物里", "不属于任何一期")
		return nil
	})
}

// seals compares the PDFs of sealed issues with what they were sealed with.
func (v *Verification) seals(m *Manifest) {
	for _, p := range m.Issues {
		if p.Sealed != nil && (p.PDF == nil || p.PDF.SHA256 != p.Sealed.PDF) {
			v.add(p.Path+".pdf", "封存", "从备份恢复封存时的 PDF", "%s已于%s封存，清单里的 PDF 不是封存的那一个", p.Entry.Heading, p.Sealed.Date)
		}
	}
}
