package intake

import "strings"

// How far around the line of a 期号 its 报头 reaches, in lines of text.
const (
	linesAbove = 6
	linesBelow = 6
)

// issues parts the lines of a paper into issues, where another 报头 begins below
// the first.
func (p *paper) issues() [][]line {
	var out [][]line
	from, first := 0, true
	for i, l := range p.lines {
		if l.blank() || l.grid != nil || !isNumberLine(l) || !datedBelow(p.lines, i) {
			continue
		}
		if first {
			first = false
			continue
		}
		if start := headStart(p.lines, i, from); start > from {
			out = append(out, p.lines[from:start])
			from = start
		}
	}
	return append(out, p.lines[from:])
}

func isNumberLine(l line) bool {
	if length(l.text) > longestName {
		return false
	}
	_, ok := readNumber(plain(l.text))
	return ok
}

// datedBelow tells whether a date or an office with one stands below a line.
func datedBelow(lines []line, i int) bool {
	n := 0
	for i++; i < len(lines) && n < linesBelow; i++ {
		if lines[i].blank() {
			continue
		}
		n++
		if lines[i].grid != nil || length(lines[i].text) > 2*longestName {
			return false
		}
		for _, part := range parts(lines[i]) {
			if _, _, ok := day(squash(part)); ok || dateBehind().MatchString(part) {
				return true
			}
		}
	}
	return false
}

// headStart returns where the 报头 around the line of a 期号 begins: above it,
// but below the end of the issue before.
func headStart(lines []line, i, from int) int {
	start, n := i, 0
	for j := i - 1; j > from && n < linesAbove; j-- {
		l := lines[j]
		if l.blank() {
			continue
		}
		text := squash(l.text)
		if l.grid != nil || length(l.text) > longestName || kindOfTail(l) != noTail && kindOfTail(l) != ruleTail || strings.ContainsAny(text, "。；，") {
			break
		}
		if n++; nameEnd().MatchString(text) || classified().MatchString(text) || start < i && start-j < 3 && kindOfTail(l) == noTail {
			start = j
		}
	}
	return start
}
