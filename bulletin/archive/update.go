package archive

import (
	"errors"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/site"
)

// A Summary says what became of an output folder.
type Summary struct {
	Built    int      // issues that were made, whole or in part
	Same     int      // issues of which nothing changed
	Failed   int      // issues with errors
	Removed  []string // files whose sources are gone
	Left     []string // files whose sources are gone, which are not as they were made
	Damaged  bool     // the manifest could not be used, so all was made afresh
	Replaced int      // files that stood there and of which no manifest told
	Strays   []string // files that stay there and of which no manifest told, the first of them
	Written  int      // files that belong to no single issue and were written

	Withheld bool      // pages, since the office's own templates have errors
	Findings diag.List // about templates, found only in the pages all issues share
}

// An update brings an output folder up to date with its series.
type update struct {
	*Task
	old       *Manifest         // nil when there is none that can be used
	disk      map[string]string // hash of every file the old manifest knows; "" for one that is gone
	plans     []*plan           // of the issues asked for
	links     links
	announced []string              // files that may be written
	present   map[string]*Published // what stands of each issue in the end
	doubtful  []string              // files of which the machine refused some
	wrote     bool                  // the manifest
	faces     faceBook
	summary   Summary
}

// A plan is one issue with what it depends on now and what stands of it.
type plan struct {
	path  string
	entry site.Entry      // without files
	issue *bulletin.Issue // nil when it was not read, since nothing may have changed
	in    inputs
	old   *Published // nil for none
}

// Update builds those issues of a series that changed since the folder was last
// written, and what the series has beside them, and takes away what no source has
// any more; Task.Issues are all issues, or those to look at; there is what the folder
// holds now. It reports on each as Build does. What changed is told by hashes of contents, never by times. Killed
// at any moment, it leaves whole files and a manifest by which the next update
// finds out which of them are right. Two must not run at a time in one folder.
func Update(t Task, there *Standing, report func(Result)) (Summary, error) {
	if t.Site == nil {
		t.HTML = false
	}
	u := &update{Task: &t, old: there.manifest, present: map[string]*Published{}}
	u.summary.Damaged = there.damaged
	u.look()
	if err := u.announce(); err != nil {
		return u.summary, err
	}
	failed := errors.Join(u.build(report), u.relink())
	files, err := u.share()
	if failed = errors.Join(failed, err); failed == nil && !u.summary.Withheld {
		failed = u.sweep(files)
	}
	failed = errors.Join(failed, u.write(files, u.doubtful))
	if u.old == nil && u.Whole {
		u.strays(files)
	}
	return u.summary, failed
}

// look finds out what stands there and what each issue depends on.
func (u *update) look() {
	u.disk = sumAll(u.Out.FS, u.old.names(), u.Jobs)
	u.plans = make([]*plan, len(u.Issues))
	inParallel(len(u.Issues), u.Jobs, func() func(int) {
		s := newSummer()
		return func(i int) {
			issue := u.Issues[i]
			u.plans[i] = &plan{path: issue.Path, entry: newEntry(issue), issue: issue, in: u.inputs(issue, s), old: u.old.find(issue.Path)}
		}
	})
	u.stay()
	u.links = u.newLinks(u.hoped())
	if u.old == nil && !u.summary.Damaged {
		u.replaced()
	}
}

// stay takes over what stands of issues and is left there as long as nothing else
// is made of them: their sources are there, or they were sealed, or nobody asked
// for the whole series.
func (u *update) stay() {
	there := map[string]bool{}
	for _, issue := range u.Series.Issues {
		there[issue.Path] = true
	}
	if u.shelved != nil { // of issues whose sources are there they stand only if those have errors
		for _, p := range u.shelved.Issues {
			if !there[p.Path] && u.Series.Seals.Find(p.Path) != nil {
				u.present[p.Path] = p
			}
		}
	}
	if u.old == nil {
		return
	}
	for _, p := range u.old.Issues {
		if there[p.Path] || !u.Whole || u.Series.Seals.Find(p.Path) != nil {
			u.present[p.Path] = p
		}
	}
}

// hoped returns the entries of all issues as they will be if nothing fails.
func (u *update) hoped() []site.Entry {
	entries := map[string]site.Entry{}
	for path, p := range u.present {
		entries[path] = p.Entry
	}
	for _, p := range u.plans {
		if p.issue == nil || !u.blocked(p.issue) {
			entries[p.path] = u.entry(p, u.present[p.path])
		} else if there := u.shelved.find(p.path); there != nil {
			entries[p.path] = there.Entry
		}
	}
	return sorted(entries)
}

// entry returns the entry of an issue with the files it will have, some of which
// may stand there already.
func (u *update) entry(p *plan, there *Published) site.Entry {
	e := p.entry
	if u.HTML || there != nil && there.HTML != nil {
		e.HTML = e.Path + ".html"
	}
	if u.PDF || there != nil && there.PDF != nil {
		e.PDF = e.Path + ".pdf"
	}
	return e
}

// newEntry returns the entry of an issue as the manifest keeps it, which lies in
// the public folder: what is not public is told to nobody.
func newEntry(issue *bulletin.Issue) site.Entry {
	e := site.NewEntry(issue)
	if !e.Public {
		e.Summary = nil
	}
	return e
}

func sorted(entries map[string]site.Entry) []site.Entry {
	out := make([]site.Entry, 0, len(entries))
	for _, e := range entries {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b site.Entry) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// links is what the page of an issue leads to.
type links struct {
	info       site.IndexInfo
	neighbours map[string]site.Neighbours
}

func (u *update) newLinks(entries []site.Entry) links {
	return links{site.NewIndexInfo(u.Series.Settings), site.AllNeighbours(entries)}
}

func (l links) page(e site.Entry) site.PageInfo {
	return site.NewPageInfo(e, l.neighbours[e.Path], l.info)
}

// stands reports whether an output is there as it was made, and from what it
// would be made of now.
func (u *update) stands(name string, made *Made, from string) bool {
	return made != nil && made.From == from && u.disk[name] == made.SHA256 && made.SHA256 != ""
}

// announce writes the manifest with the names of all files that may be written,
// before any is.
func (u *update) announce() error {
	var names []string
	for _, p := range u.plans {
		if !u.blocked(p.issue) && !u.same(p) {
			names = append(names, p.names()...)
		}
	}
	left := u.left()
	if len(names)+len(left) == 0 && u.old != nil {
		return nil
	}
	u.announced = append(names, left...)
	return u.write(u.oldFiles(), u.announced)
}

// left returns the files of the old manifest that belong to nothing any more.
func (u *update) left() []string {
	if u.old == nil {
		return nil
	}
	kept := map[string]bool{}
	for _, p := range u.present {
		for name := range p.outputs() {
			kept[name] = true
		}
	}
	for _, f := range u.old.Files {
		kept[f.Name] = true
	}
	return slices.DeleteFunc(u.old.names(), func(name string) bool { return kept[name] })
}

func (u *update) oldFiles() []File {
	if u.old == nil {
		return nil
	}
	return u.old.Files
}

// same reports whether nothing has to be made of an issue.
func (u *update) same(p *plan) bool {
	if u.Force || p.old == nil {
		return false
	}
	if u.PDF && (p.old.Bare || !u.stands(p.path+".pdf", p.old.PDF, p.in.from())) {
		return false
	}
	return !u.HTML || u.pageStands(p, p.old)
}

// pageStands reports whether the page of an issue is as it would be made now, with
// the pictures it shows and its text for the search.
func (u *update) pageStands(p *plan, there *Published) bool {
	e := u.entry(p, there)
	e.PDFSize = there.pdfSize()
	if !u.stands(p.path+".html", there.HTML, p.in.pageFrom(u.Templates, u.links.page(e))) {
		return false
	}
	for name, sum := range p.in.Pictures {
		if u.disk[name] != sum {
			return false
		}
	}
	return !p.entry.Public || u.stands(site.TextName(p.path), there.Text, p.in.textFrom())
}

func (p *Published) pdfSize() int64 {
	if p.PDF == nil {
		return 0
	}
	return p.PDF.Size
}

// write writes the manifest with what stands of each issue now.
func (u *update) write(files []File, unfinished []string) error {
	m := &Manifest{Tool: u.Producer, Name: u.seriesName(), Sources: u.sources(), Fonts: map[string]string{}, Files: files, Unfinished: unfinished}
	m.Findings = kept(SharedFindings(u.Series), func(src *diag.Source) string { return u.file(nil, src) })
	for _, p := range u.present {
		m.Issues = append(m.Issues, p)
	}
	u.addFonts(m)
	data, err := m.Encode()
	if err != nil {
		return err
	}
	if u.old != nil && u.old.Digest == m.Digest && !u.wrote {
		return nil // as it stands there
	}
	u.wrote = true
	return u.Out.Write(ManifestName, data)
}
