package site

import "jianbao/bulletin/diag"

// line returns the attribute that says in which line of the source a block begins;
// nothing in the page that is published.
func (w *writer) line(at diag.Pos) string {
	if !w.lines || at.Source == nil {
		return ""
	}
	return attribute("data-line", number(at.Line()))
}
