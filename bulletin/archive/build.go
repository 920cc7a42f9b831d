// Package archive builds the issues of a series: pages and web pages from each
// source, and the index, every file whole or not at all.
package archive

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/lint"
	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf"
	"jianbao/bulletin/site"
)

// A Task is what to build, from what, and where to.
type Task struct {
	Folder   fs.FS             // the series folder, for pictures
	Series   *bulletin.Series  // all issues, for the index
	Issues   []*bulletin.Issue // those to build
	Whole    bool              // Issues are all of the series
	HTML     bool
	PDF      bool
	Grid     bool       // draw the grid under the text, for a proof
	Draft    *Draft     // the marks of a draft, for a proof; nil for none
	Numbered bool       // every copy of a printing in one PDF, each with its 份号
	Reprint  int        // of numbered copies: which 加印; 0: the first printing
	Jobs     int        // issues built at a time; at least 1
	Site     *site.Site // nil when the office's own templates have errors; then no page is made
	Assets   func(*bulletin.Issue) (*layout.Assets, diag.List)
	FontFile func(name string) string // SHA-256 of a font file as the office named it; "" when it cannot be read
	Out      Output
	Clock    func() time.Time
	Producer string // name and version of the tool
	Faces    string // hash of all faces that come with the tool
	Force    bool   // build what has not changed, too

	Templates string    // hash of all templates and styles
	shelved   *Manifest // of what stands where this is compared with, and stays of issues that cannot be made

	OwnTemplates map[string]string // hashes of those the office has of its own, by path from the series root

	TemplateFindings diag.List // about those

	laid func(*page.Document) // is shown the pages of an issue in which Check finds no error but that of a seal; may be nil
}

// A Result is what became of one issue.
type Result struct {
	Issue      *bulletin.Issue // nil when it was not even read, since nothing changed
	Name       string          // of its source, as findings print it
	Characters int
	Findings   diag.List // of reading and of layout, sorted
	Pages      int       // 0 when no PDF was made
	Filled     int       // those of Pages that carry text or pictures
	Copies     int       // numbered, in its PDF; 0 for none
	Files      []string  // written
	Kept       []string  // outputs of an earlier build, left because the issue has errors
	Changes    *Changes  // since the draft before
	Same       bool      // nothing it depends on has changed, so nothing was written
	Time       time.Duration
}

// Build builds the issues of a task, whatever stands there, reporting each in
// order as soon as it and those before it are done. An error is one of the
// machine; the issues it struck are not reported.
func Build(t Task, report func(Result)) error {
	results := make([]chan outcome, len(t.Issues))
	for i := range results {
		results[i] = make(chan outcome, 1)
	}
	next := make(chan int)
	var workers sync.WaitGroup
	for range max(t.Jobs, 1) {
		workers.Go(func() {
			w := worker{Task: &t}
			for i := range next {
				results[i] <- w.issue(t.Issues[i])
			}
		})
	}
	go func() {
		for i := range t.Issues {
			next <- i
		}
		close(next)
	}()
	var failed error
	for i := range results {
		o := <-results[i]
		if o.err == nil {
			report(o.Result)
		} else if failed == nil {
			failed = o.err
		}
	}
	workers.Wait()
	return failed
}

func newResult(issue *bulletin.Issue) Result {
	return Result{Issue: issue, Name: issue.Source.Name, Characters: bulletin.Characters(issue)}
}

type outcome struct {
	Result
	err error
}

// A worker builds one issue after another in the same room.
type worker struct {
	*Task
	writer    pdf.Writer
	pdf, html bytes.Buffer // of the issue at hand
	beside    []file       // sources of its drafts
}

// file is an output before it is written.
type file struct {
	name string
	data []byte
}

// issue builds one issue. All its files are made before the first is written.
func (t *worker) issue(issue *bulletin.Issue) outcome {
	start := t.Clock()
	o := outcome{Result: newResult(issue)}
	files, err := t.files(issue, &o.Result)
	o.err, o.Findings = err, t.quiet(issue, o.Findings)
	if err == nil && o.Findings.Errors() == 0 {
		for _, f := range files {
			if o.err = t.Out.Write(f.name, f.data); o.err != nil {
				break
			}
			if !strings.HasPrefix(path.Base(f.name), "_") { // what is kept for the next draft
				o.Files = append(o.Files, f.name)
			}
		}
		slices.Sort(o.Files)
	}
	if t.blocked(issue) || o.Findings.Errors() > 0 {
		o.Kept = t.keptOf(issue)
	}
	o.Time = t.Clock().Sub(start)
	return o
}

// keptOf returns the outputs of an earlier build, of an issue that has errors now.
func (t *Task) keptOf(issue *bulletin.Issue) []string {
	var out []string
	for _, name := range []string{issue.Path + ".html", t.pdfName(issue)} {
		if t.Out.has(name) {
			out = append(out, name)
		}
	}
	return out
}

// files makes the outputs of an issue; none when it has errors. They stand in
// the room of the worker until the next issue.
func (t *worker) files(issue *bulletin.Issue, r *Result) ([]file, error) {
	pictures, looked := t.open(issue, r)
	if t.blocked(issue) {
		return nil, nil
	}
	var files []file
	if t.PDF {
		if _, err := t.typeset(issue, looked, r); err != nil || r.Findings.Errors() > 0 {
			return nil, err
		}
		if t.Numbered { // copies are given away
			found, err := t.holdSeal(issue, looked, t.inputs(issue, newSummer()))
			if r.add(found); err != nil || r.Findings.Errors() > 0 {
				return nil, err
			}
		}
		files = append(t.beside, file{t.pdfName(issue), t.pdf.Bytes()})
	}
	if !t.HTML || t.Site == nil || r.Findings.Errors() > 0 {
		return files, nil
	}
	html, err := t.page(issue, t.lonePage(issue))
	if d, ok := site.Fault(err); ok {
		r.add(diag.List{d})
		return nil, nil
	}
	// The page comes last: what it shows and links to is there before it.
	return append(append(pictures, files...), file{issue.Path + ".html", html}), err
}

// filled returns how many pages are not blank.
func filled(doc *page.Document) int {
	n := 0
	for _, p := range doc.Pages {
		if !p.Blank() {
			n++
		}
	}
	return n
}

// open reads the pictures of an issue: as outputs, and for paper. A result begins
// with what is found then and what was found in reading.
func (t *worker) open(issue *bulletin.Issue, r *Result) ([]file, map[string]*layout.Picture) {
	r.Findings = issue.Findings
	pictures, findings := t.pictures(issue)
	looked, more := t.readPictures(issue, pictures)
	r.add(append(findings, more...))
	return pictures, looked
}

// typeset sets an issue and makes its PDF in the room of the worker, unless it
// has errors.
func (t *worker) typeset(issue *bulletin.Issue, pictures map[string]*layout.Picture, r *Result) (*page.Document, error) {
	doc, findings, err := t.set(issue, pictures, r)
	if r.add(findings); err != nil || r.Findings.Errors() > 0 {
		return nil, err
	}
	r.Filled = filled(doc)
	if r.Pages, r.Copies = len(doc.Pages), len(doc.Copies); t.Grid {
		layout.DrawGrid(doc, issue)
	}
	t.pdf.Reset()
	if err := t.writer.Write(&t.pdf, doc, pdf.Options{Producer: t.producer(issue)}); err != nil {
		return nil, fmt.Errorf("%s: %w", issue.Source.Name, err)
	}
	return doc, nil
}

// producer is what the PDF of an issue names as its maker: of a sealed one the
// tool it was sealed with, so that it has the same bytes if no more has changed.
func (t *Task) producer(issue *bulletin.Issue) string {
	if issue.Seal != nil {
		return issue.Seal.Tool
	}
	return t.Producer
}

// add adds findings to those of reading, which are not changed.
func (r *Result) add(findings diag.List) {
	r.Findings = append(r.Findings[:len(r.Findings):len(r.Findings)], findings...).Sorted()
}

// quiet returns findings about an issue without those its editor silenced.
func (t *Task) quiet(issue *bulletin.Issue, l diag.List) diag.List {
	return lint.Quiet(t.Series, []*bulletin.Issue{issue}, l)
}

// SharedFindings returns what is wrong with the files all issues of a series share,
// without what is silenced.
func SharedFindings(s *bulletin.Series) diag.List { return lint.Quiet(s, nil, s.Findings()) }

// blocked reports whether an issue, or what all issues share, has errors of
// reading.
func (t *Task) blocked(issue *bulletin.Issue) bool {
	s := t.Series
	return issue.Findings.Errors() > 0 || s.Settings != nil && s.Settings.Findings.Errors() > 0 || s.Seals != nil && !s.Seals.Readable
}

// set sets an issue with its pictures, with the marks of a draft if it is to be
// one.
func (t *worker) set(issue *bulletin.Issue, pictures map[string]*layout.Picture, r *Result) (*page.Document, diag.List, error) {
	t.beside = nil
	if t.Draft == nil {
		doc, findings := t.pages(issue, pictures)
		return doc, findings, nil
	}
	shared, findings := t.Assets(issue)
	if findings.Errors() > 0 {
		return nil, findings, nil
	}
	assets := *shared
	assets.Pictures = pictures
	doc, more, err := t.draft(issue, &assets, r)
	return doc, append(findings, more...), err
}

// pages sets an issue with its pictures.
func (t *Task) pages(issue *bulletin.Issue, pictures map[string]*layout.Picture) (*page.Document, diag.List) {
	shared, findings := t.Assets(issue)
	if findings.Errors() > 0 {
		return nil, findings
	}
	assets := *shared
	assets.Pictures = pictures
	set := layout.Pages
	if t.Numbered {
		set = t.numbered
	}
	doc, more := set(issue, &assets)
	return doc, append(findings, more...)
}

// Check returns the findings of every issue of a task, of all stages and of the
// rules, without building it.
func Check(t Task) diag.List {
	found := make([]diag.List, len(t.Issues))
	inParallel(len(t.Issues), t.Jobs, func() func(int) {
		w, s := worker{Task: &t}, newSummer()
		return func(i int) { found[i] = w.check(t.Issues[i], s) }
	})
	all := slices.Concat(append(found, t.Series.Findings(), t.checkPages())...)
	return lint.Check(t.Series, t.Issues, t.Whole, all)
}

// check returns the findings of one issue.
func (t *worker) check(issue *bulletin.Issue, s *summer) diag.List {
	var r Result
	_, looked := t.open(issue, &r)
	if !t.blocked(issue) {
		t.checkPaper(issue, looked, s, &r)
	}
	return append(r.Findings, lint.CheckIssue(t.Series, issue)...)
}

// checkPaper adds what is found when an issue that can be set is set, and held
// against what it was sealed with.
func (t *worker) checkPaper(issue *bulletin.Issue, looked map[string]*layout.Picture, s *summer, r *Result) {
	doc, findings := t.pages(issue, looked)
	if r.add(findings); t.laid != nil && r.Findings.Errors() == 0 {
		t.laid(doc)
	}
	if issue.Seal == nil || findings.Errors() > 0 {
		return
	}
	held, err := t.holdSeal(issue, looked, t.inputs(issue, s))
	if r.add(held); err != nil {
		message, hint := bulletin.FileFault(err)
		r.Findings.Add(issue.Source.At(0), diag.Error, "封存", hint, "封存的这一期无法与现在的比较：%s", message)
	}
}
