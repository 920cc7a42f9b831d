package lint

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A Mended is the source of an issue with what can be mended by machine.
type Mended struct {
	Text []byte    // as the file should be; a byte order mark and line ends stay
	Made diag.List // what was mended, at the place it then had
}

// mostRounds is how often a source is looked at again: what touches another slip
// is mended in the next round.
const mostRounds = 200

// Mend mends the source of an issue of a series, raw being the bytes of its file.
// What is silenced stays, and so do an issue that could not be read and a sealed
// one. A mended source is one that has nothing more to mend.
func Mend(s *bulletin.Series, issue *bulletin.Issue, raw []byte) Mended {
	m := Mended{Text: raw}
	for range mostRounds {
		if !readWell(s, issue) {
			return m
		}
		found := silence(s, []*bulletin.Issue{issue}, false, CheckIssue(s, issue).Sorted())
		text, made := diag.Fixed(issue.Source, m.Text, found)
		if made == 0 {
			return m
		}
		next := bulletin.Read(diag.NewSource(issue.Source.Name, text), issue.Path, s.Settings)
		if next.Findings.Errors() > 0 { // rather leave it as it was
			return m
		}
		m.Text, m.Made = text, append(m.Made, diag.Fixes(issue.Source, found)...)
		issue = next
	}
	return m
}
