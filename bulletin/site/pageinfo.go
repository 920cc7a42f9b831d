package site

import (
	"strings"

	"jianbao/bulletin"
)

// IndexName is the name of the page with the newest issues of a series, in its
// folder.
const IndexName = "index.html"

// The other files of a series.
const (
	searchName  = "search.html"
	feedName    = "feed.xml"
	sitemapName = "sitemap.xml"
)

// yearName returns the name of the page of a year.
func yearName(year int) string { return "index-" + number(year) + ".html" }

// PageInfo is what the page of an issue says beyond the issue itself. The paths
// are relative to the page and not escaped. Two that are equal make the same page
// of the same issue.
type PageInfo struct {
	PDF     string // the issue as PDF; "" when there is none
	PDFSize int64  // bytes; 0 when not known
	Index   string // the index of the series; "" outside a series, and so on
	Year    string // the page of its year; "" when that does not list it
	Search  string
	Feed    string
	Prev    Link   // the public issue before it; of one that is not public the zero Link
	Next    Link   // the one after it
	Address string // of this page on the web; "" when not known
}

// A Link leads to the page of another issue.
type Link struct {
	Path    string // relative to the page, not escaped; "" for no link
	Heading string // 第4期; of another year 2021年第4期
}

// Neighbours is the public issues before and after one; nil where there is none.
type Neighbours struct{ Prev, Next *Entry }

// AllNeighbours returns the neighbours of every listed issue by its path, in the
// order of date and number.
func AllNeighbours(entries []Entry) map[string]Neighbours {
	list := listed(entries)
	out := make(map[string]Neighbours, len(list))
	for i, e := range list {
		var n Neighbours
		if i > 0 {
			n.Next = &list[i-1]
		}
		if i+1 < len(list) {
			n.Prev = &list[i+1]
		}
		out[e.Path] = n
	}
	return out
}

// NewPageInfo returns what the page of an issue of a series says beyond it.
func NewPageInfo(e Entry, n Neighbours, info IndexInfo) PageInfo {
	page := PageInfo{
		Index: relative(e.Path, IndexName), Search: relative(e.Path, searchName), Feed: relative(e.Path, feedName),
		PDFSize: e.PDFSize, Prev: linkTo(e, n.Prev), Next: linkTo(e, n.Next),
	}
	if e.PDF != "" {
		page.PDF = relative(e.Path, e.PDF)
	}
	if e.Listed() {
		page.Year = relative(e.Path, yearName(e.Date.Year))
	}
	if info.Address != "" && e.HTML != "" {
		page.Address = info.Address + fileAddress(e.HTML)
	}
	return page
}

// linkTo returns a link to another issue, which names its year if it is another
// one: numbers mostly begin again with the year.
func linkTo(from Entry, to *Entry) Link {
	if to == nil {
		return Link{}
	}
	heading, year := to.Heading, number(to.Date.Year)
	if to.Date.Year != from.Date.Year && !strings.Contains(heading, year) {
		heading = year + "年" + heading
	}
	return Link{relative(from.Path, to.File()), heading}
}

// relative returns the path of a file as seen from the folder of another.
func relative(from, to string) string {
	for {
		folder, rest, ok := strings.Cut(from, "/")
		if !ok || !strings.HasPrefix(to, folder+"/") {
			return strings.Repeat("../", strings.Count(from, "/")) + to
		}
		from, to = rest, to[len(folder)+1:]
	}
}

// IndexInfo is what the pages of a series say beyond its issues.
type IndexInfo struct {
	Above   []string       // 刊名上行
	Name    []string       // 刊名, one a line; when empty, as the newest issue has it
	Address string         // 网址, ended by /; "" when not known
	Style   bulletin.Style // 版式; the zero Style stands for the default
}

// NewIndexInfo takes what the pages of a series say from its bulletin.yaml, which
// may be nil.
func NewIndexInfo(s *bulletin.Settings) IndexInfo {
	if s == nil {
		return IndexInfo{}
	}
	return IndexInfo{Above: texts(s.Front.Above), Name: texts(s.Front.Name), Address: s.Front.SiteAddress, Style: s.Front.Style}
}

// completed returns the info with what it leaves open, newest issue first.
func (info IndexInfo) completed(newest []Entry) IndexInfo {
	if len(info.Name) == 0 && len(newest) > 0 {
		info.Above, info.Name = newest[0].Above, newest[0].Name
	}
	if len(info.Name) == 0 {
		info.Name = []string{"简报"}
	}
	if info.Style.Cells == 0 {
		info.Style = bulletin.DefaultStyle()
	}
	return info
}

func (info IndexInfo) fullName() string {
	return strings.Join(info.Above, "") + strings.Join(info.Name, "")
}
