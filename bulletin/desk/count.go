package desk

import (
	"strings"
	"time"

	"jianbao/bulletin"
	"jianbao/bulletin/archive"
	"jianbao/bulletin/diag"
)

// A count is how many findings an issue has.
type count struct {
	issue                  *bulletin.Issue // that was counted
	epoch                  int
	errors, warnings, rest int
	checked                bool // as check does; else those of reading only
	due                    bool // to be checked again
}

func (c *count) take(l diag.List) {
	c.errors, c.warnings = l.Errors(), l.Warnings()
	c.rest = len(l) - c.errors - c.warnings
}

// recount counts what reading has found in the issues that are new or changed.
func (d *Desk) recount() {
	counts := make(map[string]*count, len(d.series.Issues))
	for _, issue := range d.series.Issues {
		c := d.counts[issue.Path]
		if c == nil || c.issue != issue || c.epoch != d.epoch {
			c = &count{issue: issue, epoch: d.epoch}
			c.take(issue.Findings)
		}
		counts[issue.Path] = c
	}
	d.counts = counts
}

// doubt has all issues checked again when the front matter of one has changed since
// before: rules hold numbers and dates of issues against each other.
func (d *Desk) doubt(before *bulletin.Series) {
	for i, issue := range d.series.Issues {
		if old := before.Issues[i]; old != issue && front(old) != front(issue) {
			for _, c := range d.counts {
				c.due = true
			}
			return
		}
	}
}

// front is the text of an issue before its body.
func front(issue *bulletin.Issue) string {
	text, _, _ := strings.Cut(strings.TrimPrefix(issue.Source.Text, "---"), "\n---")
	return text
}

// take takes the count of an issue from its draft.
func (d *Desk) take(path string, made *draft) {
	c := d.counts[path]
	if c == nil {
		return
	}
	before := *c
	c.checked, c.due = true, false
	if c.take(made.findings); *c != before {
		d.list++
	}
}

// patience is how long the desk checks issues nobody looks at before it looks at
// files again.
const patience = 10 * time.Millisecond

// quiet is how long after a save the desk checks nothing else: an editor who saves
// is waiting.
const quiet = 2 * time.Second

// count checks issues that are still to be checked, newest first, for a short
// while.
func (d *Desk) count() {
	start := d.config.Clock()
	if start.Sub(d.saved) < quiet {
		return
	}
	for i := len(d.series.Issues) - 1; i >= 0; i-- {
		issue := d.series.Issues[i]
		if c := d.counts[issue.Path]; !c.checked || c.due {
			task := d.task
			task.Folder, task.Series, task.Site = d.folder, d.series, nil
			if made, err := archive.Preview(task, issue); err == nil {
				c.take(made.Findings)
			}
			c.checked, c.due = true, false
			d.list++
			if d.config.Clock().Sub(start) > patience {
				return
			}
		}
	}
}
