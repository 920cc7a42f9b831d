package bulletin

import (
	"slices"

	"jianbao/bulletin/diag"
)

// Read reads an issue. path runs from the series root, without .md. settings
// is nil for an issue outside any series. Whatever is wrong is in Findings; an
// issue is always returned, with what could be read.
func Read(src *diag.Source, path string, settings *Settings) *Issue {
	issue := &Issue{Source: src, Path: path, Front: newFront()}
	if !readable(src, &issue.Findings) {
		return issue
	}
	text, skip, body := matter(src, &issue.Findings)
	if text != nil && bounded(src, skip, len(text), &issue.Findings) {
		if own := readYAML(src, text, skip, matterSample, &issue.Findings); own != nil {
			issue.readFront(own, settings)
		}
	}
	issue.Body = readBody(src, body, &issue.Findings)
	if text != nil && len(issue.Body) == 0 && issue.Findings.Errors() == 0 {
		issue.Findings.Add(src.At(body), diag.Warning, "正文", "在文头的 --- 之后写正文", "正文是空的")
	}
	if _, given := issue.Keys["导读"]; !given {
		makeContents(&issue.Contents, issue.Body)
	}
	issue.Findings = issue.Findings.Sorted()
	return issue
}

func (issue *Issue) readFront(own *value, settings *Settings) {
	own = admitted(own, SettingsOnly, &issue.Findings)
	var defaults *value
	var known diag.List
	if settings != nil {
		defaults, known = settings.root, settings.Findings
	}
	var found diag.List
	all := merged(defaults, own)
	r := readFront(&issue.Front, all, issue.Source, &found)
	if settings == nil || settings.Findings.Errors() == 0 || settings.root != nil {
		r.required(own)
	}
	for _, d := range found { // what bulletin.yaml is told of once need not be said for every issue
		if !slices.Contains(known, d) {
			issue.Findings = append(issue.Findings, d)
		}
	}
}

// largestMatter is the size in bytes beyond which front matter, or settings, are
// none: the lists of 2,000 recipients have a quarter of it.
const largestMatter = 256 << 10

// bounded tells whether YAML text that begins behind so many lines of a source
// is not too large to be front matter or settings; else a finding says so.
func bounded(src *diag.Source, skip, size int, findings *diag.List) bool {
	if size > largestMatter {
		findings.Add(src.At(src.Offset(skip+1, 1)), diag.Error, "过大", "检查这里是否误贴了别的内容，例如正文之前漏了 ---", "文头或设置超过%d KB", largestMatter>>10)
	}
	return size <= largestMatter
}

// largestSource is the size in bytes beyond which a file is no bulletin.
const largestSource = 4 << 20

// readable tells whether a source can be read at all, and reports its
// characters that cannot be printed.
func readable(src *diag.Source, findings *diag.List) bool {
	if len(src.Text) > largestSource {
		findings.Add(src.At(0), diag.Error, "过大", "检查是否误放了别的文件", "文件超过%d MB", largestSource>>20)
		return false
	}
	checkCharacters(src, findings)
	for _, d := range *findings {
		if d.Code == "编码" {
			return false
		}
	}
	return true
}
