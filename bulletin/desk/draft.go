package desk

import (
	"net/http"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

// A draft is an issue as the desk shows it: as it is now, or, of what cannot be
// made now, as it was when it last could.
type draft struct {
	issue  *bulletin.Issue  // of which it was made
	series *bulletin.Series // likewise: rules look at the other issues too
	epoch  int              // of the series, likewise
	used   int              // when it was last asked for
	stamp  string           // of its pictures, as they were

	findings diag.List
	shared   diag.List // about what all issues share
	places   *places
	fault    string            // what the machine refused
	gone     bool              // its source is not there any more
	moved    string            // the path of the issue that has its text now; "" for none
	state    []byte            // as JSON, for browsers
	sum      string            // of state
	pictures map[string]string // sums of those the web page shows, by path from the series root

	paper paper
	html  web
}

// version names what a draft shows; "" for no draft.
func (now *draft) version() string {
	if now == nil {
		return ""
	}
	return now.sum
}

// A paper is the pages of the PDF.
type paper struct {
	made   archive.Sight
	task   archive.Task
	issue  *bulletin.Issue
	sheets []sheet
	fonts  []webFont
	images map[string]image // by sum
	old    bool             // made of an earlier text
}

// An image is a picture as the PDF has it.
type image struct {
	kind string
	data []byte
}

// A web is the web page.
type web struct {
	data  []byte
	sum   string
	parts []part
	old   bool
}

// make makes a draft; what cannot be made is taken from the one before, which may
// be nil.
func (d *Desk) make(issue *bulletin.Issue, before *draft) *draft {
	now := &draft{issue: issue, series: d.series, epoch: d.epoch}
	if before != nil {
		now.paper, now.html, now.pictures = before.paper, before.html, before.pictures
	}
	now.paper.old, now.html.old = len(now.paper.sheets) > 0, now.html.data != nil
	task := d.task
	task.Folder, task.Series = d.folder, d.series
	made, err := archive.Preview(task, issue)
	now.findings = made.Findings
	now.shared = append(made.Shared, d.folder.findings(d.config.Name)...)
	now.places = newPlaces(issue, d.series, now.findings, now.shared)
	if err == nil && made.Document != nil {
		err = now.print(made, task)
	}
	if made.HTML != nil {
		now.html = web{data: made.HTML, sum: shortSum(made.HTML), parts: parts(issue)}
	}
	now.pictures = d.pictureSums(issue)
	if err != nil {
		now.fault = d.config.Explain(err)
	}
	return now
}

// print draws the pages of a draft.
func (now *draft) print(made archive.Sight, task archive.Task) error {
	doc := made.Document
	fonts, err := webFonts(doc)
	if err != nil {
		return err
	}
	p := &painter{doc: doc, places: now.places}
	images := map[string]image{}
	for _, pic := range doc.Images {
		sum := shortSum(pic.Data)
		p.images = append(p.images, sum)
		images[sum] = image{pictureKind(pic.Data), pic.Data}
	}
	sheets := make([]sheet, len(doc.Pages))
	for i, pg := range doc.Pages {
		sheets[i] = p.sheet(pg)
	}
	made.HTML = nil
	now.paper = paper{made: made, task: task, issue: now.issue, sheets: sheets, fonts: fonts, images: images}
	return nil
}

// pictureKind returns the kind of a picture as browsers name it; what is none is
// bytes to them.
func pictureKind(data []byte) string {
	if kind := http.DetectContentType(data); strings.HasPrefix(kind, "image/") {
		return kind
	}
	return "application/octet-stream"
}
