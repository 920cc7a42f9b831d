package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"jianbao/bulletin/diag"
)

// Inline marks within the text of a line: noncharacters, which no text may hold
// and cleaned takes out.
const (
	boldOn  = '\uFDD0'
	boldOff = '\uFDD1'
	noteOn  = '\uFDD2' // before the label of a footnote
	noteOff = '\uFDD3'
)

// missingGlyph stands where a character was lost: 〓, as in the galleys of
// printers.
const missingGlyph = '〓'

// cleaned returns a text without what can never be printed, with the characters
// of private use as the standard has them, and lines ended by "\n". What is
// taken out is counted.
func (p *paper) cleaned(text string) string {
	text = lineEnds.Replace(text)
	return strings.Map(func(r rune) rune {
		switch r = standard(r); {
		case r == '\uFFFD':
			return missingGlyph
		case r == '\n', r == '\t', r == '\f':
			return r
		case useless(r):
			if p.useless == nil {
				p.useless = map[rune]int{}
			}
			p.useless[r]++
			return -1
		}
		return r
	}, text)
}

// lineEnds makes all ends of lines one.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\v", "\n")

// tellUseless reports the characters that were taken out.
func (p *paper) tellUseless() {
	if len(p.useless) == 0 {
		return
	}
	var list []string
	for _, r := range slices.Sorted(maps.Keys(p.useless)) {
		if len(list) == 20 {
			list = append(list, "等")
			break
		}
		list = append(list, fmt.Sprintf("U+%04X %d个", r, p.useless[r]))
	}
	p.findings.Add(p.source.At(0), diag.Info, "字符", "", "删去了不能印出的字符：%s", strings.Join(list, "、"))
}

// useless tells whether no text may hold a character: controls, marks of
// direction, noncharacters.
func useless(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r <= 0x9F, r == 0xFEFF, r == 0x180E, r == 0x061C, r == 0x200E, r == 0x200F,
		r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return true
	}
	return unicode.Is(unicode.Cs, r)
}

// plain returns a text without inline marks, labels of footnotes included.
func plain(s string) string {
	if !strings.ContainsFunc(s, isInlineMark) {
		return s
	}
	var b strings.Builder
	label := false
	for _, r := range s {
		switch r {
		case noteOn:
			label = true
		case noteOff:
			label = false
		case boldOn, boldOff:
		default:
			if !label {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

func isInlineMark(r rune) bool { return r >= boldOn && r <= noteOff }

// cut parts a marked text where n bytes of its plain text end; bold goes on in
// the second part.
func cut(s string, n int) (before, after string) {
	bold, label := false, false
	for i, r := range s {
		switch {
		case r == boldOn:
			bold = true
		case r == boldOff:
			bold = false
		case r == noteOn:
			label = true
		case r == noteOff:
			label = false
		case label:
		case n <= 0:
			if bold {
				return s[:i] + string(boldOff), string(boldOn) + s[i:]
			}
			return s[:i], s[i:]
		default:
			n -= len(string(r))
		}
	}
	return s, ""
}

// squash returns a plain text without blanks.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || isInlineMark(r) {
			return -1
		}
		return r
	}, plain(s))
}

// trim takes blanks, U+3000 included, off both ends of a marked text, those
// within marks of bold too.
func trim(s string) string {
	for {
		t := strings.TrimSpace(s)
		t = strings.TrimSuffix(strings.TrimPrefix(t, string(boldOn)+string(boldOff)), string(boldOn)+string(boldOff))
		switch {
		case strings.HasPrefix(t, string(boldOn)) && t != string(boldOn) && startsBlank(t[3:]):
			t = string(boldOn) + strings.TrimSpace(t[3:])
		case strings.HasSuffix(t, string(boldOff)) && endsBlank(t[:len(t)-3]):
			t = strings.TrimSpace(t[:len(t)-3]) + string(boldOff)
		}
		if t == s {
			return t
		}
		s = t
	}
}

func startsBlank(s string) bool { return s != strings.TrimLeftFunc(s, unicode.IsSpace) }

func endsBlank(s string) bool { return s != strings.TrimRightFunc(s, unicode.IsSpace) }
