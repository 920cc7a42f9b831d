// Package start begins a series folder and the next issue of a series: its
// number, its file and its text, with what is carried on from the issue before.
package start

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianbao/bulletin"
)

// A member is an issue that counts for the number of the next: all 增刊, or all
// others.
type member struct {
	*bulletin.Issue
	year    int
	number  int  // 0 for none
	guessed bool // from the name of its file, for its front matter does not say it
}

// members returns the issues of one kind from the oldest to the newest. One
// without a day is the newest of its year if its number says so, else the oldest.
func members(issues []*bulletin.Issue, supplement bool) []member {
	var out []member
	largest := map[int]int{} // by year, of those that have a day
	for _, issue := range issues {
		if issue.Supplement != supplement {
			continue
		}
		m := memberOf(issue)
		if m.Date != (bulletin.Date{}) {
			largest[m.year] = max(largest[m.year], m.number)
		}
		out = append(out, m)
	}
	day := func(m member) string {
		switch {
		case m.Date != (bulletin.Date{}):
			return m.Date.ISO()
		case m.number > largest[m.year]:
			return strconv.Itoa(m.year) + "-99"
		}
		return strconv.Itoa(m.year)
	}
	slices.SortStableFunc(out, func(a, b member) int {
		return cmp.Or(cmp.Compare(a.year, b.year), strings.Compare(day(a), day(b)), cmp.Compare(a.number, b.number), strings.Compare(a.Path, b.Path))
	})
	return out
}

// upTo returns the newest of members that is not younger than a day; the newest of
// all where all are.
func upTo(all []member, date bulletin.Date) []member {
	for n := len(all); n > 0; n-- {
		if all[n-1].Date.ISO() <= date.ISO() && all[n-1].year <= date.Year {
			return all[:n]
		}
	}
	return all
}

var (
	yearFolder = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`)
	fileNumber = regexp.MustCompile(`[0-9]+`)
)

func memberOf(issue *bulletin.Issue) member {
	m := member{Issue: issue, year: issue.Date.Year, number: issue.Number}
	if issue.Supplement {
		m.number = issue.SupplementNumber
	}
	if m.year == 0 {
		if y := yearFolder.FindStringSubmatch(issue.Path); y != nil {
			m.year, _ = strconv.Atoi(y[1])
		}
	}
	_, typed := issue.Keys["期号"]
	unread := slices.ContainsFunc(issue.Findings, func(d finding) bool { return d.Code == "期号" })
	if m.number == 0 && !issue.Supplement && (unread || !typed) {
		for _, run := range fileNumber.FindAllString(path.Base(issue.Path), -1) {
			if n, _ := strconv.Atoi(run); n > 0 && len(run) < 4 {
				m.number, m.guessed = n, true
			}
		}
	}
	return m
}

// next returns the number that follows in a year, and whether numbers run on over
// the years.
func next(all []member, year int) (number int, runs bool) {
	years := map[int]bulletin.Span{}
	for _, m := range all {
		if m.number > 0 && m.year > 0 {
			years[m.year] = years[m.year].With(m.number)
		}
	}
	runs = bulletin.RunsOn(years)
	for _, m := range all {
		if runs || m.year == year {
			number = max(number, m.number)
		}
	}
	return number + 1, runs
}

// nextTotal returns the 总期号 that follows when the last issue has one; else 0.
func nextTotal(last *member, issues []*bulletin.Issue) int {
	if last == nil || last.Total == 0 {
		return 0
	}
	total := 0
	for _, issue := range issues {
		total = max(total, issue.Total)
	}
	return total + 1
}
