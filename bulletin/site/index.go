package site

import (
	"html/template"
)

// An index is what index.html shows, and what the page of a year does.
type index struct {
	series
	Year   int        // of the page of a year; else 0
	All    []yearLink // every year, newest first
	Years  []year     // in full
	Older  []yearLink // on pages of their own only
	Newer  *yearLink  // of the page of a year: the year after it
	Before *yearLink  // and the one before it
}

// A series is what the head of every page of a series shows.
type series struct {
	Styles     template.CSS
	Name       string // in one line
	AboveLines name
	NameLines  name
	IndexLink  template.URL
	SearchLink template.URL
	FeedLink   template.URL
}

func newSeries(info IndexInfo, css string) series {
	return series{
		Styles: template.CSS(css + settings(info.Style)), Name: info.fullName(),
		AboveLines: newAbove(info.Above), NameLines: newName(info.Name),
		IndexLink: IndexName, SearchLink: searchName, FeedLink: feedName,
	}
}

// A year is the issues of one year.
type year struct {
	Year   int
	Issues []listing
}

// A yearLink leads to the issues of a year.
type yearLink struct {
	Year    int
	Count   int // of issues
	Link    template.URL
	Current bool // the page it stands on
}

// A listing is one issue in an index.
type listing struct {
	Entry
	OldName  string // of the bulletin when it went by another one
	Lines    []template.HTML
	HTMLLink template.URL
	PDFLink  template.URL
	Size     string // of the PDF
}

// Link returns where the heading leads: to the page, or else to the PDF.
func (l listing) Link() template.URL {
	if l.HTMLLink != "" {
		return l.HTMLLink
	}
	return l.PDFLink
}

// yearEntries is the entries of one year, newest first.
type yearEntries struct {
	Year    int
	Entries []Entry
}

// byYear parts entries, newest first, by their years.
func byYear(entries []Entry) []yearEntries {
	var out []yearEntries
	for _, e := range entries {
		if n := len(out); n == 0 || out[n-1].Year != e.Date.Year {
			out = append(out, yearEntries{Year: e.Date.Year})
		}
		y := &out[len(out)-1]
		y.Entries = append(y.Entries, e)
	}
	return out
}

// An index shows so many issues in full, and in any case the newest year; when
// that has few, as in January, the one before it too.
const (
	mostInFull = 60
	fewInFull  = 12
)

// inFull returns how many of the newest years an index shows in full.
func inFull(years []yearEntries) int {
	shown, n := 0, 0
	for n < len(years) && (shown < fewInFull || shown+len(years[n].Entries) <= mostInFull) {
		shown += len(years[n].Entries)
		n++
	}
	return n
}

func newIndex(info IndexInfo, years []yearEntries, css string) *index {
	full := inFull(years)
	x := &index{series: newSeries(info, css), Years: newYears(years[:full], info)}
	for i, y := range years {
		link := newYearLink(y)
		if i < full {
			link.Link = template.URL("#y" + number(y.Year))
		} else {
			x.Older = append(x.Older, link)
		}
		x.All = append(x.All, link)
	}
	return x
}

// newYearIndex returns what the page of years[at] shows.
func newYearIndex(info IndexInfo, years []yearEntries, at int, css string) *index {
	x := &index{series: newSeries(info, css), Year: years[at].Year, Years: newYears(years[at:at+1], info)}
	for i, y := range years {
		link := newYearLink(y)
		link.Current = i == at
		x.All = append(x.All, link)
	}
	if at > 0 {
		x.Newer = &x.All[at-1]
	}
	if at+1 < len(years) {
		x.Before = &x.All[at+1]
	}
	return x
}

func newYearLink(y yearEntries) yearLink {
	return yearLink{Year: y.Year, Count: len(y.Entries), Link: template.URL(yearName(y.Year))}
}

func newYears(years []yearEntries, info IndexInfo) []year {
	var out []year
	for _, y := range years {
		shown := year{Year: y.Year}
		for _, e := range y.Entries {
			shown.Issues = append(shown.Issues, newListing(e, info.fullName()))
		}
		out = append(out, shown)
	}
	return out
}

func newListing(e Entry, series string) listing {
	l := listing{
		Entry:    e,
		HTMLLink: template.URL(fileAddress(e.HTML)),
		PDFLink:  template.URL(fileAddress(e.PDF)),
		Size:     fileSize(e.PDFSize),
	}
	if own := e.FullName(); own != series {
		l.OldName = own
	}
	for _, line := range e.Summary {
		l.Lines = append(l.Lines, template.HTML(inPhrases(line)))
	}
	return l
}

// fileSize returns a number of bytes as readers know it: 245 KB, 1.3 MB; "" for
// none. Like the file managers of most offices it counts 1024 to the kilobyte.
func fileSize(bytes int64) string {
	const kilo = 1 << 10
	switch {
	case bytes <= 0:
		return ""
	case bytes < 1000*kilo:
		return number(int((bytes+kilo-1)/kilo)) + " KB"
	}
	tenths := int((bytes*10 + kilo*kilo/2) / (kilo * kilo))
	return number(tenths/10) + "." + number(tenths%10) + " MB"
}
