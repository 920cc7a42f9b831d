package archive

import (
	"errors"
	"fmt"
	"io/fs"

	"jianbao/bulletin/pdf"
)

// largestPDF is how many bytes of a file are taken for a PDF of ours: far beyond
// any, so that no file eats all memory.
const largestPDF = 512 << 20

var errNoPDF = errors.New("no file, or too large for a PDF of this tool")

// readPDF returns the bytes of a PDF of an output folder.
func readPDF(out fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(out, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > largestPDF { // a pipe would wait for ever
		return nil, fmt.Errorf("%s: %w", name, errNoPDF)
	}
	return fs.ReadFile(out, name)
}

// papers reads every PDF, several at a time, and compares what it says of itself
// with the manifest. That a file is missing is said by files.
func (v *Verification) papers(out fs.FS, m *Manifest, jobs int) {
	found := make([]Verification, len(m.Issues))
	inParallel(len(found), jobs, func() func(int) {
		return func(i int) {
			if m.Issues[i].PDF != nil {
				found[i].paper(out, m.Issues[i])
			}
		}
	})
	for _, f := range found {
		v.Faults = append(v.Faults, f.Faults...)
	}
}

// paper reads the PDF of one issue.
func (v *Verification) paper(out fs.FS, p *Published) {
	name := p.Path + ".pdf"
	data, err := readPDF(out, name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return
	}
	var r *pdf.Readout
	if err == nil {
		r, err = pdf.Read(data)
	}
	if err != nil {
		v.add(name, "PDF损坏", buildHint, "不是完整的 PDF，或不是本工具写的，读不出来")
		return
	}
	v.itself(name, p, r)
}

// itself compares what a PDF says of itself with what the manifest does.
func (v *Verification) itself(name string, p *Published, r *pdf.Readout) {
	for _, c := range []struct{ what, want, got string }{
		{"题名", titleOf(p), r.Title}, {"日期", p.Entry.Date.ISO(), r.Date}, {"生成工具", p.Producer, r.Producer},
	} {
		if c.want != "" && seenOf(c.want) != seenOf(c.got) {
			v.add(name, "PDF属性", buildHint, "PDF 属性里的%s是%s，清单里是%s", c.what, quoted(c.got), quoted(c.want))
		}
	}
	for _, key := range r.Unlike {
		v.add(name, "PDF属性", buildHint, "PDF 属性 %s 在文件里的两处（Info 与 XMP）写得不一样", key)
	}
	if r.Pages != p.Pages {
		v.add(name, "PDF页数", buildHint, "PDF 有 %d 页，清单里是 %d 页", r.Pages, p.Pages)
	}
	if len(r.Foreign) > 0 {
		f := r.Foreign[0]
		where := "文件"
		if f.Page > 0 {
			where = fmt.Sprintf("第%d页", f.Page)
		}
		v.add(name, "PDF外来内容", buildHint, "%s里有本软件不会写的内容（%s），是别的软件加进去的", where, f.What)
	}
}

// titleOf is the title of the PDF of an issue (bulletin.Front.Title).
func titleOf(p *Published) string {
	if p.Entry.Heading == p.Entry.Date.String() { // it has no number
		return p.Entry.FullName()
	}
	return p.Entry.FullName() + p.Entry.Heading
}
