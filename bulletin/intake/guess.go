package intake

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// A guess is what an old paper seems to be, part by part.
type guess struct {
	paper    *paper
	standard bulletin.Front // what an issue of the series that sets nothing has
	head     head
	contents contents
	note     editorNote
	tail     tail
	body     []block
	told     []remark           // about the draft as a whole
	doubts   map[string][]doubt // by key of the front matter
	changes  map[string][]doubt // by key, what is certain but reads otherwise in print
	errors   map[string]bool    // keys without which the draft is no issue
	noted    map[string]bool    // footnotes whose marks stood in the lines
	dropped  map[string][]string
	omitted  []string // the kinds of what was dropped, in order
}

// guess reads the lines of one issue from the outside in: the 报尾, the 报头,
// and what stands between.
func (p *paper) guess(lines []line, standard bulletin.Front) *guess {
	g := &guess{paper: p, standard: standard, doubts: map[string][]doubt{}, changes: map[string][]doubt{}, errors: map[string]bool{}, dropped: map[string][]string{}, noted: map[string]bool{}}
	g.noteLabels(lines)
	lines = g.unpaged(lines)
	lines = g.readTail(lines)
	lines = g.readHead(lines)
	if !p.word {
		lines = unwrap(lines)
	}
	lines = compact(lines)
	lines = g.readContents(lines)
	lines = g.readNote(lines)
	lines = g.readContents(lines)
	lines = g.readClosing(lines)
	g.readBody(lines)
	g.check()
	for _, kind := range g.omitted {
		g.tell("略去", "", "%s不写入稿件：%s", kind, strings.Join(g.dropped[kind], " "))
	}
	return g
}

// noteLabels finds the footnotes whose marks stand in lines.
func (g *guess) noteLabels(lines []line) {
	for _, l := range lines {
		texts := []string{l.text}
		if l.grid != nil {
			texts = slices.Concat(l.grid.rows...)
		}
		for _, s := range texts {
			for _, seg := range segments(s) {
				if seg.note {
					g.noted[seg.text] = true
				}
			}
		}
	}
}

// tell adds a finding about the draft as a whole.
func (g *guess) tell(code, hint, format string, args ...any) {
	g.told = append(g.told, remark{severity: diag.Info, code: code, doubt: doubt{fmt.Sprintf(format, args...), hint}})
}

// doubt marks the guess of a key.
func (g *guess) doubt(key, hint, format string, args ...any) {
	g.doubts[key] = append(g.doubts[key], doubt{fmt.Sprintf(format, args...), hint})
}

// changed tells that a key prints otherwise than the paper did; the draft has no
// mark of it.
func (g *guess) changed(key, hint, format string, args ...any) {
	g.changes[key] = append(g.changes[key], doubt{fmt.Sprintf(format, args...), hint})
}

// drop notes what of the paper has no place in a draft.
func (g *guess) drop(kind, text string) {
	if _, ok := g.dropped[kind]; !ok {
		g.omitted = append(g.omitted, kind)
	}
	g.dropped[kind] = append(g.dropped[kind], strings.TrimSpace(text))
}

// compact takes out what of blank lines says nothing more than one, and those at
// the ends.
func compact(lines []line) []line {
	var out []line
	for _, l := range lines {
		if l.blank() && (len(out) == 0 || out[len(out)-1].blank()) {
			continue
		}
		out = append(out, l)
	}
	for len(out) > 0 && out[len(out)-1].blank() {
		out = out[:len(out)-1]
	}
	return out
}

// nextText returns the index of the first line from i on that is not blank;
// len(lines) for none.
func nextText(lines []line, i int) int {
	for i < len(lines) && lines[i].blank() {
		i++
	}
	return i
}

// length counts the characters of a text without blanks.
func length(s string) int { return len([]rune(squash(s))) }

// defaults returns the front matter of an issue that has nothing of its own: the
// contract's, or that of a bulletin.yaml.
func defaults(settings *bulletin.Settings) bulletin.Front {
	const bare = "---\n期号: 1\ndate: 2000-01-01\n---\n"
	return bulletin.Read(diag.NewSource("", []byte(bare)), "", settings).Front
}

// label returns what a list of a key is called in the series.
func label(settings *bulletin.Settings, key string) string {
	bare := "---\n期号: 1\ndate: 2000-01-01\n" + key + ": [甲]\n---\n"
	for _, list := range bulletin.Read(diag.NewSource("", []byte(bare)), "", settings).Lists {
		if list.Key == key {
			return list.Label.Text
		}
	}
	return key
}
