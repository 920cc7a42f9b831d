package archive

import (
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/lint"
	"jianbao/bulletin/site"
)

// build makes what changed of every issue asked for, and reports in order.
func (u *update) build(report func(Result)) error {
	type done struct {
		outcome
		stands *Published
	}
	results := make([]chan done, len(u.plans))
	for i := range results {
		results[i] = make(chan done, 1)
	}
	go inParallel(len(u.plans), u.Jobs, func() func(int) {
		m := &maker{worker: worker{Task: u.Task}, update: u}
		return func(i int) {
			o, p := m.issue(u.plans[i])
			results[i] <- done{o, p}
		}
	})
	var failed error
	for i, p := range u.plans {
		d := <-results[i]
		if d.err != nil {
			u.doubtful = append(u.doubtful, p.names()...)
			if failed == nil {
				failed = d.err
			}
			continue
		}
		u.count(d.Result)
		report(d.Result)
		if d.stands != nil {
			u.present[p.path] = d.stands
		} else if there := u.shelved.find(p.path); there != nil {
			u.present[p.path] = there
		}
	}
	return failed
}

func (u *update) count(r Result) {
	switch {
	case r.Same:
		u.summary.Same++
	case r.Findings.Errors() > 0 || len(r.Files) == 0:
		u.summary.Failed++
	default:
		u.summary.Built++
	}
}

// names returns the files an issue may have.
func (p *plan) names() []string {
	names := []string{p.path + ".pdf", p.path + ".html", site.TextName(p.path)}
	for name := range p.in.Pictures {
		names = append(names, name)
	}
	return names
}

// A maker makes one issue after another.
type maker struct {
	worker
	update *update
}

// issue makes what changed of an issue. What stands of it then is nil when that
// is what stood before, or nothing.
func (m *maker) issue(p *plan) (outcome, *Published) {
	start := m.Clock()
	o := outcome{Result: newResult(p.issue)}
	if !m.blocked(p.issue) && m.update.same(p) {
		o.Same = true
		o.Pages = p.old.Pages
		o.Findings = m.said(p.issue, p.old.Findings)
		return o, m.again(p)
	}
	stands, files, err := m.make(p, &o.Result)
	o.Findings = m.quiet(p.issue, o.Findings)
	if o.err = err; err == nil && stands != nil {
		o.err = m.store(files, &o.Result)
	}
	if err == nil && stands == nil {
		o.Kept = m.keptOf(p.issue)
	}
	o.Time = m.Clock().Sub(start)
	return o, stands
}

// again is what stands of an issue of which nothing was made: the same, but for
// what its other form is made of.
func (m *maker) again(p *plan) *Published {
	now := m.describe(p)
	now.keep(p.old)
	return now
}

// store writes files in their order, pictures and texts only where others stand.
func (m *maker) store(files []file, r *Result) error {
	for _, f := range files {
		beside := f.name != r.Issue.Path+".html" && f.name != r.Issue.Path+".pdf"
		if there := m.update.disk[f.name]; beside && !m.Force && there != "" && there == sumOf(f.data) {
			continue
		}
		if err := m.Out.Write(f.name, f.data); err != nil {
			return err
		}
		if !strings.HasPrefix(f.name, "_") {
			r.Files = append(r.Files, f.name)
		}
	}
	slices.Sort(r.Files)
	return nil
}

// describe says of an issue what does not depend on its outputs.
func (m *maker) describe(p *plan) *Published {
	now := &Published{
		Path: p.path, Entry: p.entry, Tool: p.in.Tool, Source: p.in.Source, Record: p.in.Record,
		Settings: p.in.Settings, Register: p.in.Register, Pictures: p.in.Pictures, FontFiles: p.in.FontFiles,
		Silent: lint.SilentNumbers(m.Series, p.issue), Characters: bulletin.Characters(p.issue), Total: p.issue.Total, Supplement: p.issue.Supplement,
	}
	if s := p.issue.Seal; s != nil {
		now.Sealed = &Sealed{Date: s.Date.ISO(), PDF: s.PDF}
	}
	return now
}

// keep takes over the outputs that stand of an issue.
func (p *Published) keep(old *Published) {
	if old == nil {
		return
	}
	p.keepPDF(old)
	p.HTML, p.Text = old.HTML, old.Text
	p.Findings, p.Bare = old.Findings, old.Bare
	p.name()
}

func (p *Published) keepPDF(old *Published) {
	p.PDF, p.Pages, p.Producer, p.Faces = old.PDF, old.Pages, old.Producer, old.Faces
}

// name gives the entry the files that stand.
func (p *Published) name() {
	if p.Entry.HTML = ""; p.HTML != nil {
		p.Entry.HTML = p.Path + ".html"
	}
	if p.Entry.PDF = ""; p.PDF != nil {
		p.Entry.PDF = p.Path + ".pdf"
	}
	p.Entry.PDFSize = p.pdfSize()
}

// make makes the files of an issue that are not as they would be made now. Without
// an error it returns nil when the issue has findings that are errors.
func (m *maker) make(p *plan, r *Result) (*Published, []file, error) {
	pictures, looked := m.open(p.issue, r)
	if m.blocked(p.issue) {
		return nil, nil, nil
	}
	for _, f := range pictures { // what was read now, whatever stood there before
		p.in.Pictures[f.name] = sumOf(f.data)
	}
	now := m.describe(p)
	now.keep(p.old)
	now.Bare = false
	var files []file
	var err error
	if m.PDF {
		files, err = m.print(p, looked, now, r)
	} else {
		err = m.withoutPDF(p, looked, now, r)
	}
	if err != nil || r.Findings.Errors() > 0 {
		return nil, nil, err
	}
	now.Findings = kept(m.quiet(p.issue, r.Findings), func(src *diag.Source) string { return m.file(p.issue, src) })
	if m.HTML {
		more, err := m.screen(p, pictures, now)
		if d, ok := site.Fault(err); ok {
			r.add(diag.List{d})
			return nil, nil, nil
		}
		if err != nil {
			return nil, nil, err
		}
		files = append(files, more...)
	}
	now.name()
	return now, files, nil
}

// withoutPDF is for an issue of which only the page is made: that of a sealed issue
// may not say what its PDF does not, and what layout would find is known only from
// a PDF that stands.
func (m *maker) withoutPDF(p *plan, pictures map[string]*layout.Picture, now *Published, r *Result) error {
	found, err := m.holdSeal(p.issue, pictures, p.in)
	r.add(found)
	if p.old != nil && !p.old.Bare && m.update.stands(p.path+".pdf", p.old.PDF, p.in.from()) {
		r.add(m.said(p.issue, p.old.Findings))
	} else {
		now.Bare = true
	}
	return err
}

// print makes the PDF of an issue, unless it stands there.
func (m *maker) print(p *plan, pictures map[string]*layout.Picture, now *Published, r *Result) ([]file, error) {
	name := p.path + ".pdf"
	from := p.in.from()
	if !m.Force && p.old != nil && !p.old.Bare && m.update.stands(name, p.old.PDF, from) {
		r.Pages = p.old.Pages
		r.add(m.said(p.issue, p.old.Findings))
		return nil, nil
	}
	if m.update.sealedStands(p) {
		now.PDF, now.Pages = &Made{Size: m.update.size(name), SHA256: p.issue.Seal.PDF, From: from}, p.issue.Seal.Pages
		r.Pages, now.Producer = now.Pages, "" // its bytes are known; who made them, only to themselves
		return nil, nil
	}
	doc, err := m.typeset(p.issue, pictures, r)
	if err != nil || r.Findings.Errors() > 0 {
		return nil, err
	}
	now.PDF = &Made{Size: int64(m.pdf.Len()), SHA256: sumOf(m.pdf.Bytes()), From: from}
	now.Pages, now.Producer, now.Faces = len(doc.Pages), m.producer(p.issue), m.update.faces.keys(doc.Faces)
	if r.add(m.sealFault(p.issue, p.in, now.PDF.SHA256)); r.Findings.Errors() > 0 {
		return nil, nil
	}
	return []file{{name, m.pdf.Bytes()}}, nil
}

// screen makes the page of an issue, with its pictures and its text for the
// search.
func (m *maker) screen(p *plan, pictures []file, now *Published) ([]file, error) {
	files := pictures
	now.HTML = &Made{}
	now.name()
	now.Text = nil
	if text, ok := site.TextFile(now.Entry, site.SearchText(p.issue)); ok {
		now.Text = &Made{Size: int64(len(text.Data)), SHA256: sumOf(text.Data), From: p.in.textFrom()}
		files = append(files, file{text.Name, text.Data})
	}
	info := m.update.links.page(now.Entry)
	html, err := m.page(p.issue, info)
	now.HTML = &Made{Size: int64(len(html)), SHA256: sumOf(html), From: p.in.pageFrom(m.Templates, info)}
	return append(files, file{p.path + ".html", html}), err
}
