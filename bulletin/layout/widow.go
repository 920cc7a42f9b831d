package layout

import (
	"slices"

	"jianbao/bulletin/typeset"
)

// A par is a paragraph on the grid, kept in case it must be set again.
type par struct {
	text  *shaped
	set   typeset.Setting
	tried bool // to set it with a line fewer
}

// mostTightened is how many paragraphs of an issue are set tighter; with more
// the text has other faults.
const mostTightened = 200

// withoutWidows returns the pages of text with as few widows as can be, the
// last line of a paragraph alone at the head of a page (clreq §7): the
// paragraph is set with one line fewer, where squeezing its marks does that.
// Where it does not, a second line goes over and leaves the page before one
// line short.
func (p *paginator) withoutWidows() []sheet {
	sheets := p.sheets()
	for range mostTightened {
		at := p.widowed(sheets)
		if at < 0 {
			break
		}
		if p.tighten(at) {
			sheets = p.sheets()
		}
	}
	return sheets
}

// widowed returns the first row of a page that begins with a widow, or with
// the two lines one was made of; -1 when there is none whose paragraph is
// still to be tried.
func (p *paginator) widowed(sheets []sheet) int {
	for n := 1; n < len(sheets); n++ {
		i := sheets[n].start
		if i == 0 || i >= len(p.rows) || p.rows[i].par == nil || p.rows[i].par.tried || p.rows[i-1].par != p.rows[i].par {
			continue
		}
		if p.rows[i].widow || sheets[n-1].free > 0 && i+1 < len(p.rows) && p.rows[i+1].widow {
			return i
		}
	}
	return -1
}

// tighten sets the paragraph of a row with one line fewer, if it can be.
func (p *paginator) tighten(at int) bool {
	par := p.rows[at].par
	par.tried = true
	start, end := at, at
	for start > 0 && p.rows[start-1].par == par {
		start--
	}
	for end < len(p.rows) && p.rows[end].par == par {
		end++
	}
	set := par.set
	set.Fewest = true
	lines := p.setter.Set(par.text.chars, set)
	if len(lines) != end-start-1 {
		return false
	}
	rows := make([]row, len(lines))
	for i, line := range lines {
		rows[i] = p.rows[start+i]
		rows[i].items, rows[i].widow, rows[i].notes = p.emit(par.text, line, 0, baseline(par.text.size)), i > 0 && i+1 == len(lines), nil
	}
	last := &rows[len(rows)-1]
	for _, r := range p.rows[start:end] { // notes without a mark stay with the last line
		last.notes = append(last.notes, r.notes...)
	}
	last.tied = last.tied || p.rows[end-1].tied
	for left := range p.best {
		if left > len(p.rows)-end {
			delete(p.best, left)
		}
	}
	p.take(slices.Concat(p.rows[:start], rows, p.rows[end:]))
	return true
}
