// Package dispatch makes what the distribution of an issue needs, all from its
// own lists and the register: the table of who gets which copy, the sheets that
// are signed, labels, envelopes, and the 发文登记簿.
package dispatch

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/layout"
	"jianbao/bulletin/page"
	"jianbao/bulletin/sheet"
)

// Options are what a clerk chooses beyond the sources.
type Options struct {
	ByRoute bool        // sorted by route, not by the list
	Reprint int         // which 加印 the sheets are for; 0: the first printing
	Cover   int         // 封号 of the first envelope; less than 1 is 1
	Urgent  bool        // 急件
	Start   int         // the first free label of the first sheet, from 1; less is 1
	DX, DY  page.Length // by how much a printer draws labels and envelopes too far left and too high
}

// A Job is the distribution of one printing of one issue.
type Job struct {
	Issue    *bulletin.Issue
	Printing bulletin.Printing
	Options
	rows []Row
}

// A Row is one recipient: a line of the sheets, and an envelope of its own, with
// a 封号, when it gets any copies.
type Row struct {
	bulletin.Share
	No int // 序号, in the order of the list
}

// NewJob returns the distribution of a printing of an issue, which Distribute
// has counted. There is none when the issue has not so many reprints.
func NewJob(issue *bulletin.Issue, o Options) (*Job, bool) {
	if issue.Distribution == nil || o.Reprint < 0 || o.Reprint >= len(issue.Distribution.Printings) {
		return nil, false
	}
	j := &Job{Issue: issue, Printing: issue.Distribution.Printings[o.Reprint], Options: o}
	cover := o.Cover
	if cover == 0 {
		cover = 1
		for _, p := range issue.Distribution.Printings[:o.Reprint] {
			cover = afterwards(p, cover)
		}
	}
	j.rows = numbered(j.Printing.Recipients(), cover)
	if o.ByRoute {
		byRoute(j.rows)
	}
	return j, true
}

// afterwards returns the 封号 after the envelopes of a printing whose first one
// is cover; recorded ones keep theirs.
func afterwards(p bulletin.Printing, cover int) int {
	for _, r := range numbered(p.Recipients(), cover) {
		if r.Copies > 0 {
			cover = r.Cover + 1
		}
	}
	return cover
}

// Jobs returns the distribution of all printings of an issue.
func Jobs(issue *bulletin.Issue, o Options) []*Job {
	var out []*Job
	for i := 0; issue.Distribution != nil && i < len(issue.Distribution.Printings); i++ {
		o.Reprint = i
		j, _ := NewJob(issue, o)
		out = append(out, j)
		o.Cover = j.NextCover()
	}
	return out
}

// NextCover returns the Cover with which what follows a job goes on: 0 where
// each issue has 封号 of its own, and the same where those of the job are
// recorded.
func (j *Job) NextCover() int {
	if j.Cover == 0 || j.Recorded() {
		return j.Cover
	}
	return afterwards(j.Printing, j.Cover)
}

// Recorded reports whether the printing is as the record of the issue has it.
func (j *Job) Recorded() bool { return j.Reprint < j.Issue.Distribution.Recorded }

// Record returns the printings of an issue with the 封号 of every envelope, to
// be kept as its record.
func Record(issue *bulletin.Issue, o Options) []bulletin.Printing {
	var out []bulletin.Printing
	o.ByRoute = false
	for _, j := range Jobs(issue, o) {
		p := j.Printing
		p.Shares = slices.Clone(p.Shares)
		for i, r := range j.rows {
			p.Shares[i].Cover = r.Cover
		}
		out = append(out, p)
	}
	return out
}

// numbered gives each share its number in the list and, in the same order
// whatever the sheets are sorted by, the 封号 of its envelope: as recorded, else
// the next.
func numbered(shares []bulletin.Share, cover int) []Row {
	rows := make([]Row, len(shares))
	for i, s := range shares {
		if s.Copies > 0 {
			if s.Cover == 0 {
				s.Cover = cover
			}
			cover = s.Cover + 1
		}
		rows[i] = Row{Share: s, No: i + 1}
	}
	return rows
}

// byRoute sorts rows by route: kinds of routes as they first come in the list,
// within a kind in the order in which a person counts, box 3 before box 10.
// Those without a route come last; within a route the order is that of the list.
func byRoute(rows []Row) {
	first := map[string]int{}
	for i, r := range rows {
		kind := routeKind(r)
		if _, ok := first[kind]; !ok {
			first[kind] = i
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		x, y := a.Unit.Route.Text, b.Unit.Route.Text
		switch {
		case x == "" && y == "":
			return 0
		case x == "":
			return 1
		case y == "":
			return -1
		}
		return cmp.Or(cmp.Compare(first[routeKind(a)], first[routeKind(b)]), natural(x, y))
	})
}

// routeKind is what stands before the number of a route: 机要交换3号箱.
func routeKind(r Row) string {
	text := r.Unit.Route.Text
	if i := strings.IndexAny(text, "0123456789"); i >= 0 {
		return text[:i]
	}
	return text
}

// natural compares texts with the numbers in them as numbers.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, y := digits(a), digits(b)
		if x == "" || y == "" {
			if a[0] != b[0] {
				return cmp.Compare(a[0], b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		m, n := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		if c := cmp.Or(cmp.Compare(len(m), len(n)), cmp.Compare(m, n)); c != 0 {
			return c
		}
		a, b = a[len(x):], b[len(y):]
	}
	return cmp.Compare(len(a), len(b))
}

// digits returns the digits a text begins with.
func digits(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}

// served returns the rows that get copies.
func (j *Job) served() []Row {
	return slices.DeleteFunc(slices.Clone(j.rows), func(r Row) bool { return r.Copies == 0 })
}

// Serves reports whether anyone gets copies.
func (j *Job) Serves() bool { return len(j.served()) > 0 }

// Numbers returns the 份号 of a share as it is written: 000001—000012, or
// 000007 for one copy; "" when copies carry none.
func Numbers(first, last int) string {
	switch {
	case first == 0 || last < first:
		return ""
	case first == last:
		return fmt.Sprintf("%06d", first)
	}
	return fmt.Sprintf("%06d—%06d", first, last)
}

// unbroken is a range of numbers that no line parts.
func unbroken(first, last int) string {
	return strings.Replace(Numbers(first, last), "—", "\u2060—\u2060", 1)
}

// title is the name of the bulletin with its 期号, and for a reprint that it is
// one.
func (j *Job) title() string {
	text := ""
	for _, p := range j.titleWords() {
		text += p.Text
	}
	return text
}

func (j *Job) titleWords() sheet.Words {
	var w sheet.Words
	w = append(append(w, j.Issue.Above...), j.Issue.Name...)
	w = append(w, bulletin.Phrase{Text: j.Issue.NumberLine(), At: j.Issue.NumberForm.At})
	return append(w, sheet.Plain(reprint(j.Printing))...)
}

// reprint says of a printing that it is a reprint, and which.
func reprint(p bulletin.Printing) string {
	switch p.Reprint {
	case 0:
		return ""
	case 1:
		return "（加印）"
	}
	return fmt.Sprintf("（第%d次加印）", p.Reprint)
}

// classification is the 密级 on one line.
func classification(issue *bulletin.Issue) string { return joined(issue.Classification, " ") }

// joined returns phrases on one line.
func joined(list []bulletin.Phrase, between string) string {
	var out []string
	for _, p := range list {
		out = append(out, p.Text)
	}
	return strings.Join(out, between)
}

// sender is the office that sends the copies, the first of those that sign.
func sender(issue *bulletin.Issue) bulletin.Phrase {
	if offices := issue.Signing(); len(offices) > 0 {
		return offices[0]
	}
	return bulletin.Phrase{}
}

// composer begins a document about the job.
func (j *Job) composer(a *layout.Assets, what string) *layout.Composer {
	return layout.NewComposer(j.Issue, a, page.Meta{
		Title: j.title() + " " + what, Author: sender(j.Issue).Text, Subject: what, Date: j.Issue.Date.ISO(),
	})
}
