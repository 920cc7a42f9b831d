package bulletin

import (
	"regexp"
	"strings"

	"jianbao/bulletin/diag"
)

// reservedPaths are those of issues at the root of a series whose web page would
// take the place of one of the series itself: index.html, search.html and the
// pages of the years. Disks of offices do not tell capitals from small letters.
var reservedPaths = regexp.MustCompile(`^(?i:index|search|index-[0-9]+)$`)

// Reserved tells whether the web page of an issue, by its path from the series
// root, would take the place of a page of the series.
func Reserved(path string) bool { return reservedPaths.MatchString(path) }

// checkReserved reports the issues whose names are those of pages of the series.
func (s *Series) checkReserved() {
	for _, issue := range s.Issues {
		if Reserved(issue.Path) {
			issue.Findings.Add(issue.Source.At(0), diag.Error, "文件名",
				"换一个文件名，或放进以年份为名的文件夹，如 2020/"+strings.ToLower(issue.Path)+".md；留给本刊网页的名字：index.md、search.md、index-年份.md",
				"最外一层的 %s.md 会顶掉本刊自己的网页 %s.html", issue.Path, strings.ToLower(issue.Path))
			issue.Findings = issue.Findings.Sorted()
		}
	}
}
