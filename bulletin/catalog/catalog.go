// Package catalog makes what an archive asks of the issues of a bulletin: the
// 归档文件目录 of a year (DA/T 22-2015) as a workbook and as pages, and the metadata
// of each issue (DA/T 46-2009). Its input is plain data; it builds nothing.
package catalog

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/bulletin"
)

// An Item is an issue that is filed, as one 件, with its files as they are built.
type Item struct {
	Issue   *bulletin.Issue
	Pages   int // of its PDF that carry text or pictures
	Files   []File
	Drifted bool // sealed, and its source gives another PDF now; Files has the sealed one
}

// An Entry is one row of a catalogue.
type Entry struct {
	Item
	No    int    // 序号, from 1
	Piece int    // 件号
	Code  string // 档号; "" while the office has not said how it files
}

// A Year is the 归档文件目录 of the issues dated in one year.
type Year struct {
	Year    int
	Filing  bulletin.Filing
	Entries []Entry
}

// Years returns the catalogues of items, by year. 件号 run through all issues of
// a series that are dated in the year, in order of date and number, whether they
// are items or not. Every item must be in series and have a date.
func Years(filing bulletin.Filing, series []*bulletin.Issue, items []Item) []Year {
	pieces := map[*bulletin.Issue]int{}
	next := map[int]int{}
	for _, issue := range ordered(series) {
		year := issue.Date.Year
		if next[year] == 0 {
			next[year] = filing.FirstPiece(year)
		}
		pieces[issue] = next[year]
		next[year]++
	}
	of := map[*bulletin.Issue]Item{}
	var issues []*bulletin.Issue
	for _, it := range items {
		of[it.Issue] = it
		issues = append(issues, it.Issue)
	}
	var out []Year
	for _, issue := range ordered(issues) {
		year, piece := issue.Date.Year, pieces[issue]
		if n := len(out); n == 0 || out[n-1].Year != year {
			out = append(out, Year{Year: year, Filing: filing})
		}
		y := &out[len(out)-1]
		y.Entries = append(y.Entries, Entry{Item: of[issue], No: len(y.Entries) + 1, Piece: piece, Code: filing.Code(year, piece)})
	}
	return out
}

// ordered returns issues by date, of one day by number, supplements behind.
func ordered(issues []*bulletin.Issue) []*bulletin.Issue {
	out := slices.Clone(issues)
	slices.SortStableFunc(out, func(a, b *bulletin.Issue) int {
		return cmp.Or(
			strings.Compare(a.Date.ISO(), b.Date.ISO()),
			cmp.Compare(supplement(a), supplement(b)),
			cmp.Compare(a.Number, b.Number),
			cmp.Compare(a.SupplementNumber, b.SupplementNumber),
			strings.Compare(a.Path, b.Path),
		)
	})
	return out
}

func supplement(issue *bulletin.Issue) int {
	if issue.Supplement {
		return 1
	}
	return 0
}
