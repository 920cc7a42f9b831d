package intake

import (
	"strings"
	"unicode"
)

var (
	entity    = pattern(`^&[#0-9A-Za-z]+;`)
	listStart = pattern(`^(\d{1,9})([.)])([ \t　]|$)`)
	bulletRun = pattern(`^[-+](?:[ \t]|$)`)
)

// escaped returns the Markdown of a piece of plain text within a line. bracket
// tells that a [ of the line may begin a link or a note.
func escaped(s string, before, after rune, bracket bool) string {
	var b strings.Builder
	r := []rune(s)
	at := func(i int) rune {
		switch {
		case i < 0:
			return before
		case i >= len(r):
			return after
		}
		return r[i]
	}
	for i, c := range r {
		if c == '&' && entity().MatchString(string(r[i:min(len(r), i+40)])) || needsEscape(c, at(i-1), at(i+1), bracket) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// needsEscape tells whether a character would be read as a mark of Markdown.
func needsEscape(c, before, after rune, bracket bool) bool {
	switch c {
	case '\\', '`':
		return true
	case '*':
		return !isDigit(before) || !isDigit(after)
	case '_':
		return !isWordRune(before) || !isWordRune(after)
	case '[':
		return bracket
	case '<':
		return after < 0x80 && (unicode.IsLetter(after) || strings.ContainsRune("/!?", after))
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// opener escapes what at the start of a line would open another block than a
// paragraph.
func opener(s string) string {
	if s == "" {
		return s
	}
	switch {
	case s[0] == '#', s[0] == '>', s[0] == '=', strings.HasPrefix(s, "~~~"), bulletRun().MatchString(s), strings.HasPrefix(s, "--"):
		return `\` + s
	}
	if m := listStart().FindStringSubmatch(s); m != nil {
		return m[1] + `\` + s[len(m[1]):]
	}
	return s
}

// closer escapes a # at the end of a heading, which would close it.
func closer(s string) string {
	if strings.HasSuffix(s, "#") && !strings.HasSuffix(s, `\#`) {
		return s[:len(s)-1] + `\#`
	}
	return s
}

// markdown returns the Markdown of marked text: bold, marks of notes, and the
// rest escaped. A line break is a hard one.
func markdown(s string) string {
	lines := strings.Split(s, "\n")
	var out []string
	bold := false
	for _, l := range lines {
		if bold {
			l = string(boldOn) + l
		}
		on, off := strings.LastIndex(l, string(boldOn)), strings.LastIndex(l, string(boldOff))
		if bold = on > off; bold {
			l += string(boldOff)
		}
		if l = trim(l); length(l) > 0 || strings.ContainsRune(l, noteOn) {
			out = append(out, opener(inlineMarkdown(l)))
		}
	}
	if len(out) > 1 { // two lines could be the head of a table
		for i := range out {
			out[i] = strings.ReplaceAll(out[i], "|", `\|`)
		}
	}
	return strings.Join(out, "\\\n")
}

// inlineMarkdown returns the Markdown of one line.
func inlineMarkdown(s string) string {
	p := plain(s)
	bracket := strings.Contains(p, "](") || strings.Contains(p, "[^") || strings.Contains(p, "][") || strings.Contains(p, "]:") || strings.HasPrefix(p, "[")
	var b strings.Builder
	for _, seg := range segments(s) {
		switch {
		case seg.note:
			b.WriteString("[^" + seg.text + "]")
		case seg.bold:
			body := strings.TrimFunc(seg.text, unicode.IsSpace)
			lead := seg.text[:strings.Index(seg.text, body)]
			if body == "" {
				b.WriteString(seg.text)
				continue
			}
			b.WriteString(lead + "**" + escaped(body, '*', '*', bracket) + "**" + seg.text[len(lead)+len(body):])
		default:
			b.WriteString(escaped(seg.text, seg.before, seg.after, bracket))
		}
	}
	return b.String()
}

// A segment is text of one kind within a line.
type segment struct {
	text          string
	bold, note    bool
	before, after rune // the characters beside it; blanks at the ends
}

// segments parts a marked text; neighbours of one kind are one.
func segments(s string) []segment {
	var out []segment
	var cur segment
	from := 0
	flush := func(to int) {
		if cur.text = s[from:to]; cur.text == "" {
			return
		}
		if n := len(out) - 1; n >= 0 && out[n].bold == cur.bold && !cur.note && !out[n].note {
			out[n].text += cur.text
		} else {
			out = append(out, cur)
		}
	}
	for i, r := range s {
		if !isInlineMark(r) {
			continue
		}
		flush(i)
		from = i + len(string(r))
		switch r {
		case boldOn, boldOff:
			cur.bold = r == boldOn
		case noteOn, noteOff:
			cur.note = r == noteOn
		}
	}
	flush(len(s))
	for i := range out {
		out[i].before, out[i].after = ' ', ' '
		if i > 0 {
			out[i].before = '*'
		}
		if i+1 < len(out) {
			out[i].after = '*'
		}
	}
	return out
}
