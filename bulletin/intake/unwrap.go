package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// Measures of printouts whose lines end where the paper did, in columns of a
// terminal: a Han takes two.
const (
	narrowest = 36  // shortest full line
	widest    = 120 // longer ones are whole paragraphs
	ragged    = 5   // how much shorter than the longest a full line may be
	leastFull = 3   // full lines that show a printout
)

// unwrap joins the lines of paragraphs that a printout broke.
func unwrap(lines []line) []line {
	width := measure(lines)
	if width == 0 {
		return lines
	}
	indents := 0
	for i, l := range lines {
		if l.indent && i+1 < len(lines) && full(l, width) && !lines[i+1].indent {
			indents++
		}
	}
	var out []line
	var parts []string // of the paragraph that is being joined
	flush := func() {
		if n := len(out); n > 0 && len(parts) > 1 {
			out[n-1].text = joinAll(parts)
		}
	}
	last := line{} // as it was printed
	for _, l := range lines {
		if n := len(out); n > 0 && joins(last, l, width, indents > 0) {
			parts = append(parts, l.text)
			out[n-1].joined = out[n-1].joined || indents == 0 && endsSentence(last.text)
		} else {
			flush()
			out, parts = append(out, l), []string{l.text}
		}
		last = l
	}
	flush()
	return out
}

// measure returns the width of the full lines of a printout, 0 for a text whose
// lines are paragraphs.
func measure(lines []line) int {
	count := make([]int, widest+1) // lines of a width
	longer := 0
	for _, l := range lines {
		if n := columns(l); n > widest {
			longer++
		} else if l.grid == nil {
			count[n]++
		}
	}
	all := longer
	for _, n := range count[narrowest:] {
		all += n
	}
	for width := widest; width >= narrowest && longer*3 <= all; width-- {
		if count[width] > 0 && printout(lines, width) {
			return width
		}
		longer += count[width]
	}
	return 0
}

// printout tells whether lines end at a width: enough do, most in the middle of
// a sentence, with the next line right below.
func printout(lines []line, width int) bool {
	fullLines, runOn := 0, 0
	for i, l := range lines {
		if n := columns(l); n <= width && full(l, width) {
			fullLines++
			if i+1 < len(lines) && !lines[i+1].blank() && !endsSentence(l.text) {
				runOn++
			}
		}
	}
	return fullLines >= leastFull && runOn*2 >= fullLines
}

// columns returns the width of a line with its indent of two Han.
func columns(l line) int {
	n := diag.Columns(plain(l.text))
	if l.indent {
		n += 4
	}
	return n
}

func full(l line, width int) bool {
	return l.grid == nil && columns(l) >= width-ragged && !inColumns().MatchString(l.text)
}

// inColumns finds what stands apart within a line, as in a table.
var inColumns = pattern(`\S(?: {2,}|[　]{2,})\S`)

// joins tells whether a line goes on in the next one.
func joins(l, next line, width int, indents bool) bool {
	switch {
	case l.blank() || next.blank() || next.indent || l.grid != nil || next.grid != nil || opens(next.text) || inColumns().MatchString(next.text):
		return false
	case full(l, width):
		return true
	}
	return indents && columns(l) >= width*7/10 && !endsSentence(l.text)
}

// opening begins something new.
var opening = pattern(`^(?:[▲◆★■●※▶►◇☆□○△【≡]|[-*•] |[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.．、] ?\p{Han})`)

func opens(s string) bool { return opening().MatchString(plain(s)) }

// joinAll joins the parts of a paragraph; between Latin words with a blank.
func joinAll(parts []string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			x, _ := utf8.DecodeLastRuneInString(plain(parts[i-1]))
			y, _ := utf8.DecodeRuneInString(plain(part))
			if isLatin(x) && isLatin(y) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

func isLatin(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || r == ',' || r == '.' || r == ')')
}
