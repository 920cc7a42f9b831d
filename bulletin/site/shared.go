package site

import (
	"bytes"
	"slices"
	"strings"
)

// A File is an output by its name in the folder of a series.
type File struct {
	Name string
	Data []byte
}

// Shared makes the pages of a series from what is said of its issues: the index,
// a page for each year, the page that searches with its script, feed and sitemap.
// Issues that are not public are in none of them. An error is one of the
// templates; see Fault.
func (s *Site) Shared(info IndexInfo, entries []Entry) ([]File, error) {
	entries = listed(entries)
	info = info.completed(entries)
	years := byYear(entries)
	var files []File
	var b bytes.Buffer
	add := func(name, template string, data any) error {
		b.Reset()
		err := s.execute(&b, template, data)
		files = append(files, File{name, slices.Clone(b.Bytes())})
		return err
	}
	if err := add(IndexName, "index.html", newIndex(info, years, s.index)); err != nil {
		return nil, err
	}
	for i := range years {
		if err := add(yearName(years[i].Year), "index.html", newYearIndex(info, years, i, s.index)); err != nil {
			return nil, err
		}
	}
	if err := add(searchName, "search.html", newSearchPage(info, s.search)); err != nil {
		return nil, err
	}
	files = append(files,
		File{scriptName, []byte(s.script)},
		File{feedName, feed(info, entries)},
		File{sitemapName, sitemap(info, entries)})
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, nil
}
