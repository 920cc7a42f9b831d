package site

import (
	"html"
	"strings"

	"jianbao/bulletin/diag"
)

// A typed blank between Han in a title or in the 导读 is a pause of one cell,
// and the preferred place to break. It goes out as a blank in a span that the
// styles make a cell wide, so that copied text has the blank as it was typed.
const gap = `<span class="gap"> </span>`

// What stands between two pauses is kept on one line when it can be.
const openPhrase, shutPhrase = `<span class="phrase">`, `</span>`

// phrases splits a title at its pauses.
func phrases(s string) []string {
	runes := []rune(s)
	var out []string
	start := 0
	for i := 0; i < len(runes); {
		if !blank(runes[i]) {
			i++
			continue
		}
		end := i
		for end < len(runes) && blank(runes[end]) {
			end++
		}
		if pause(runes, i, end) {
			out = append(out, string(runes[start:i]))
			start = end
		}
		i = end
	}
	return append(out, string(runes[start:]))
}

func blank(r rune) bool { return r == ' ' || r == '\t' || r == '\u00A0' || r == '\u3000' }

// pause tells whether the blanks runes[from:to] part Han from Han: those of
// Latin text and those beside a number are mere blanks.
func pause(runes []rune, from, to int) bool {
	if from == 0 || to == len(runes) {
		return false
	}
	return wide(runes[from-1]) && wide(runes[to])
}

// wide tells whether a character takes a cell of its own in Chinese text; the
// curly quotes, the dash and the ellipsis share their codes with Latin ones.
func wide(r rune) bool {
	return diag.Width(r) == 2 || strings.ContainsRune("“”‘’—…", r)
}

// withGaps escapes a text and sets its pauses.
func withGaps(s string) string {
	parts := phrases(s)
	for i, part := range parts {
		parts[i] = html.EscapeString(part)
	}
	return strings.Join(parts, gap)
}

// inPhrases escapes a text that stands alone and sets its phrases and pauses.
func inPhrases(s string) string {
	out := withGaps(s)
	if !strings.Contains(out, gap) {
		return out
	}
	return openPhrase + strings.ReplaceAll(out, gap, shutPhrase+gap+openPhrase) + shutPhrase
}

// hangs tells whether a line begins with a bracket whose empty half should
// stand outside the text.
func hangs(s string) bool { return strings.HasPrefix(s, "【") || strings.HasPrefix(s, "〖") }

// cells returns the width of a line in hundredths of a cell.
func cells(s string) int {
	n := 0
	for _, r := range s {
		if wide(r) {
			n += 100
		} else {
			n += 55
		}
	}
	return n
}
