package desk

import (
	"encoding/json"
	"slices"
	"strconv"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// state is a draft as browsers read it.
type state struct {
	Path     string            `json:"path"`
	Heading  string            `json:"heading"`
	File     string            `json:"file"`
	Fault    string            `json:"fault,omitempty"`
	Gone     bool              `json:"gone,omitempty"`
	Moved    string            `json:"moved,omitempty"`
	Findings []finding         `json:"findings"`
	Shared   []finding         `json:"shared"` // about what all issues share
	Sources  map[string]string `json:"sources"`
	HTML     string            `json:"html"` // sum of the web page; "" when there never was one
	HTMLOld  bool              `json:"htmlOld,omitempty"`
	Parts    []part            `json:"parts"`
	Pictures map[string]string `json:"pictures"`
	Paper    []paperSheet      `json:"paper"`
	PaperOld bool              `json:"paperOld,omitempty"`
	Fonts    []paperFont       `json:"fonts"`
}

type finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Word     string `json:"word"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Mends    bool   `json:"mends,omitempty"` // check --fix mends it
}

// A paperSheet is a page; its sides are in points.
type paperSheet struct {
	Sum    string `json:"sum"`
	Width  string `json:"width"`
	Height string `json:"height"`
	First  int    `json:"first"` // line of the source
	Last   int    `json:"last"`
}

type paperFont struct {
	Face int    `json:"face"`
	Sum  string `json:"sum"`
}

// describe makes the state of a draft and its sum.
func (now *draft) describe() {
	s := state{
		Path: now.issue.Path, Heading: heading(now.issue), File: now.issue.Source.Name, Fault: now.fault, Gone: now.gone, Moved: now.moved,
		Findings: newFindings(now.findings), Shared: newFindings(now.shared), Sources: map[string]string{},
		HTML: now.html.sum, HTMLOld: now.html.old, Parts: append([]part{}, now.html.parts...), Pictures: now.pictures,
		Paper: []paperSheet{}, PaperOld: now.paper.old, Fonts: []paperFont{},
	}
	for name, src := range now.places.sources {
		s.Sources[name] = src.Sum
	}
	for _, sh := range now.paper.sheets {
		s.Paper = append(s.Paper, paperSheet{sh.sum, sh.width.Points(), sh.height.Points(), sh.first, sh.last})
	}
	for _, f := range now.paper.fonts {
		s.Fonts = append(s.Fonts, paperFont{f.face, f.sum})
	}
	now.state = encode(s)
	now.sum = shortSum(now.state)
}

func newFindings(l diag.List) []finding {
	out := []finding{}
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		for _, d := range l {
			if d.Severity == severity {
				out = append(out, finding{d.Pos.File(), d.Pos.Line(), d.Pos.Column(), severity.Name(), severity.String(), d.Code, d.Message, d.Hint, d.Fix != nil})
			}
		}
	}
	return out
}

// heading is what the list calls an issue: 第4期, or the name of its file while it
// has no number.
func heading(issue *bulletin.Issue) string {
	if h := issue.NumberLine(); h != "" && issue.NumberAt.Source != nil {
		return h
	}
	return issue.Path
}

// list is the issues as browsers read them, newest first.
type list struct {
	Name   string    `json:"name"`
	Series bool      `json:"series"` // there is a bulletin.yaml
	Fault  string    `json:"fault,omitempty"`
	Shared []finding `json:"shared"`
	Years  []year    `json:"years"`
}

type year struct {
	Year   string  `json:"year"`
	Issues []entry `json:"issues"`
}

type entry struct {
	Path     string `json:"path"`
	Heading  string `json:"heading"`
	Date     string `json:"date"`
	About    string `json:"about"` // its first title
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	Rest     int    `json:"rest"`
	Checked  bool   `json:"checked"`
}

// newList lists all issues by year.
func (d *Desk) newList() list {
	out := list{Shared: newFindings(d.shared()), Series: d.series.Settings != nil, Fault: d.fault, Years: []year{}, Name: d.name()}
	issues := slices.Clone(d.series.Issues)
	slices.SortStableFunc(issues, newer)
	for _, issue := range issues {
		y, date := "日期待填", ""
		if issue.Date != (bulletin.Date{}) {
			y, date = strconv.Itoa(issue.Date.Year)+"年", strconv.Itoa(issue.Date.Month)+"月"+strconv.Itoa(issue.Date.Day)+"日"
		}
		if len(out.Years) == 0 || out.Years[len(out.Years)-1].Year != y {
			out.Years = append(out.Years, year{Year: y})
		}
		c := d.counts[issue.Path]
		at := &out.Years[len(out.Years)-1]
		at.Issues = append(at.Issues, entry{issue.Path, heading(issue), date, about(issue), c.errors, c.warnings, c.rest, c.checked})
	}
	return out
}

// newer orders issues: those without a date first, for they are being written; then
// the newest.
func newer(a, b *bulletin.Issue) int {
	order := func(i *bulletin.Issue) int {
		if i.Date == (bulletin.Date{}) {
			return 1 << 30
		}
		return i.Date.Year*10000 + i.Date.Month*100 + i.Date.Day
	}
	if n := order(b) - order(a); n != 0 {
		return n
	}
	return b.Number - a.Number
}

// about is the first item of the 导读 of an issue, or its first title.
func about(issue *bulletin.Issue) string {
	for _, g := range issue.Contents.Groups {
		for _, item := range g.Items {
			return item.Text
		}
	}
	for _, b := range issue.Body {
		if text, ok := bulletin.Words(b); ok && bulletin.IsTitle(b) {
			return bulletin.Plain(text)
		}
	}
	return ""
}

// name is the name of the bulletin: as bulletin.yaml has it, or the newest issue.
func (d *Desk) name() string {
	var lines []bulletin.Phrase
	if s := d.series.Settings; s != nil {
		lines = append(s.Front.Above, s.Front.Name...)
	}
	for i := len(d.series.Issues) - 1; i >= 0 && len(lines) == 0; i-- {
		lines = append(d.series.Issues[i].Above, d.series.Issues[i].Name...)
	}
	name := ""
	for _, l := range lines {
		name += l.Text
	}
	return name
}

func encode(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // of strings, numbers and maps of them only
	}
	return text
}
