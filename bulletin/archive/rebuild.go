package archive

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// Rebuild builds a whole series afresh, beside an output folder, and compares
// every byte. What differs is told with its likely cause. Task.Out.FS is the
// folder; nothing is written. report is told of every issue as Update does.
func (v *Verification) Rebuild(t Task, report func(Result)) error {
	old, _ := ReadManifest(t.Out.FS)
	if old == nil {
		old = &Manifest{} // said by Verify
	}
	r := &rebuild{Verification: v, old: old, there: t.Out.FS, made: map[string]string{}}
	r.sources(append(t.Series.Findings(), t.TemplateFindings...))
	r.seals(t.Series)
	fresh := t
	fresh.Whole, fresh.HTML, fresh.PDF, fresh.Force = true, true, true, false
	fresh.shelved = old
	fresh.Out = Output{FS: sealedOnly{t.Out.FS, t.Series.Seals}, Write: r.write, Remove: func(string) error { return nil }}
	failed := map[string]bool{}
	summary, err := Update(fresh, &Standing{}, func(o Result) {
		if o.Findings.Errors() > 0 || t.blocked(o.Issue) {
			failed[o.Issue.Path] = true
			v.addSource(o.Name, "稿件有错", "改正后再核对", "稿件有错误，重做不了：%s", firstError(o))
		}
		report(o)
	})
	if err != nil {
		return err
	}
	r.sources(summary.Findings)
	r.compare(failed)
	v.texts(t, failed)
	if len(v.Faults) == 0 {
		r.manifest()
	}
	return nil
}

func firstError(o Result) string {
	for _, d := range o.Findings {
		if d.Severity == diag.Error {
			if d.Pos.File() != o.Name {
				return fmt.Sprintf("%s 第%d行：%s", d.Pos.File(), d.Pos.Line(), d.Message)
			}
			return fmt.Sprintf("第%d行：%s", d.Pos.Line(), d.Message)
		}
	}
	return "各期共用的文件有错误"
}

// A rebuild compares what is made afresh with what stands there.
type rebuild struct {
	*Verification
	old   *Manifest
	there fs.FS

	mu    sync.Mutex
	made  map[string]string // hashes of what was made, by name
	fresh *Manifest         // as it was made
}

// write takes a file that was made.
func (r *rebuild) write(name string, data []byte) error {
	sum := sumOf(data)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.made[name] = sum
	if name == ManifestName {
		m, err := decode(data)
		if err != nil {
			return err
		}
		r.fresh = m
	}
	return nil
}

// sources reports what is wrong with the files all issues share.
func (r *rebuild) sources(shared diag.List) {
	for _, d := range shared {
		if d.Severity == diag.Error {
			r.addSource(fmt.Sprintf("%s:%d", d.Pos.File(), d.Pos.Line()), d.Code, d.Hint, "%s", d.Message)
		}
	}
}

// seals reports what is wrong with sealed.yaml, and notes what was changed of
// issues after they were sealed.
func (r *rebuild) seals(s *bulletin.Series) {
	if was := r.old.Sources[bulletin.SealsName]; was != "" && !s.Seals.Continues(was) {
		r.addSource(bulletin.SealsName, "封存", "从备份恢复；只能在末尾添加", "封存记录在生成以后被改动过，或少了后来的几条")
	}
	for _, issue := range s.Issues {
		if issue.Seal != nil && issue.IssuedSum() != issue.Seal.Source {
			r.Notes = append(r.Notes, fmt.Sprintf("%s：封存（%s）以后稿件改过", issue.Source.Name, issue.Seal.Date))
		}
	}
}

// compare compares all that was made with what stands there.
func (r *rebuild) compare(failed map[string]bool) {
	owners := map[string]string{}
	for _, m := range []*Manifest{r.old, r.fresh} {
		for _, p := range m.Issues {
			for name := range p.outputs() {
				owners[name] = p.Path
			}
		}
	}
	s := newSummer()
	known := r.old.sums()
	for _, name := range slices.Sorted(maps.Keys(r.made)) {
		if name == ManifestName {
			continue
		}
		r.Rebuilt++
		got, _ := s.sum(r.there, name)
		switch {
		case got == r.made[name]:
		case got == "" && known[name] == "":
			r.add(name, "没有生成", "执行 bulletin build", "稿件有这一期，输出里没有这个文件")
		case got == "": // said by Verify
		default:
			r.add(name, "重做不同", buildHint, "重做的与档案里的不同，%s", r.cause(name, owners[name], got != known[name]))
		}
	}
	for _, p := range r.old.Issues {
		if r.fresh.find(p.Path) == nil && !failed[p.Path] {
			r.add(p.Path+".html", "没有稿件", "找回稿件；确已撤下的，执行 bulletin build", "稿件不在刊物里了")
		}
	}
}

// cause says why a file is made otherwise now than it was.
func (r *rebuild) cause(name, path string, touched bool) string {
	if touched {
		return "多半是文件在生成以后被改动"
	}
	var causes []string
	was, now := r.old.find(path), r.fresh.find(path)
	if was != nil && now != nil {
		causes = was.changes(now)
	}
	if len(causes) == 0 {
		causes = r.old.changes(r.fresh, path)
	}
	if len(causes) == 0 {
		return "稿件、字体、设置、工具都没有变，不知道原因"
	}
	return "多半因为" + strings.Join(causes, "、")
}

// changes says what an issue was made of that is another now.
func (p *Published) changes(now *Published) []string {
	var out []string
	say := func(was, is, what string) {
		if was != is {
			out = append(out, what)
		}
	}
	say(p.Tool, now.Tool, fmt.Sprintf("工具换了版本（%s → %s）", p.Tool, now.Tool))
	say(p.Source, now.Source, "稿件改了")
	say(p.Record, now.Record, "分发记录改了")
	say(p.Settings, now.Settings, "设置改了（"+bulletin.SettingsName+"）")
	say(p.Register, now.Register, "名册改了（"+bulletin.RegisterName+"）")
	for _, name := range differing(p.Pictures, now.Pictures) {
		out = append(out, "图片改了（"+name+"）")
	}
	for _, name := range differing(p.FontFiles, now.FontFiles) {
		out = append(out, "字体改了（"+name+"）")
	}
	if !slices.Equal(p.Faces, now.Faces) && p.Tool == now.Tool && p.Source == now.Source {
		out = append(out, "字体改了")
	}
	return out
}

// changes says what else a file of the series is made of that is another now:
// templates, and the list of issues.
func (m *Manifest) changes(now *Manifest, path string) []string {
	var out []string
	if m.Tool != now.Tool {
		out = append(out, fmt.Sprintf("工具换了版本（%s → %s）", m.Tool, now.Tool))
	}
	for _, name := range differing(m.Sources, now.Sources) {
		switch {
		case strings.HasPrefix(name, "templates/"):
			out = append(out, "模板改了（"+name+"）")
		case name != bulletin.SealsName:
			out = append(out, "设置改了（"+name+"）")
		}
	}
	var others []string
	for _, p := range now.Issues {
		if was := m.find(p.Path); p.Path != path && (was == nil || was.Source != p.Source) {
			others = append(others, p.Path)
		}
	}
	for _, p := range m.Issues {
		if now.find(p.Path) == nil {
			others = append(others, p.Path)
		}
	}
	switch {
	case len(others) == 1:
		out = append(out, "另一期的稿件变了（"+others[0]+"）")
	case len(others) > 1:
		out = append(out, fmt.Sprintf("另外 %d 期的稿件变了（%s 等）", len(others), others[0]))
	}
	return out
}

// manifest compares what the manifest says of issues with what one says that is made
// afresh: of an archive whose files are all right, to the byte.
func (r *rebuild) manifest() {
	was, now := r.old.comparable(), r.fresh.comparable()
	if hashOf(was) == hashOf(now) {
		return
	}
	for _, p := range now.Issues {
		if q := was.find(p.Path); q == nil || hashOf(p) != hashOf(q) {
			r.add(ManifestName, "清单", buildHint, "清单里%s（%s）的记载与重做的不同：清单被改动过", p.Entry.Heading, p.Path)
			return
		}
	}
	r.add(ManifestName, "清单", buildHint, "清单里各期共用的记载与重做的不同：清单被改动过")
}

// comparable returns a manifest without what depends on how often and by which tool
// the PDFs of sealed issues were made.
func (m *Manifest) comparable() *Manifest {
	c := *m
	c.Digest, c.Issues = "", nil
	for _, p := range m.Issues {
		q := *p
		if q.Sealed != nil {
			q.Producer, q.Faces, q.Findings, c.Fonts = "", nil, nil, nil
		}
		c.Issues = append(c.Issues, &q)
	}
	return &c
}

// sealedOnly is an output folder of which only the PDFs of sealed issues are seen,
// for what an earlier tool made of them cannot be made afresh; and the texts for the
// search of issues, for those that cannot be made.
type sealedOnly struct {
	fs.FS
	seals *bulletin.Seals
}

// Open opens the PDF of a sealed issue, or the text of an issue.
func (o sealedOnly) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "_search/") && !strings.HasPrefix(name, "_search/_") && name != "_search/search.js" {
		return o.FS.Open(name)
	}
	if path, ok := strings.CutSuffix(name, ".pdf"); !ok || o.seals.Find(path) == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return o.FS.Open(name)
}
