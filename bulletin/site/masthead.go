package site

import (
	"html"
	"html/template"
	"regexp"
	"strings"
	"unicode"

	"jianbao/bulletin"
)

// Sizes of the name in cells of the 28-cell column; as on paper, see the
// measures of the masthead in layout.
const (
	nameRoom   = 2600 // hundredths of a cell the name may fill
	smallest   = 188  // 30 pt: below it the name takes two lines
	copyDigits = 6    // of a 份号 (GB/T 9704 7.2.1)
)

// A name is the lines of a 刊名 or of the line above it, and how wide they run.
type name struct {
	Lines []template.HTML
	Style template.CSS // --cells: hundredths of a cell with the letter spacing; --gap: that spacing
}

// newName sets the name of a bulletin: a line each, as typed, or one long line
// in two balanced ones.
func newName(lines []string) name {
	if len(lines) == 1 && nameRoom*100/max(cells(lines[0]), 1) < smallest {
		lines = balance(lines[0])
	}
	return spaced(lines, nameGap)
}

// newAbove sets the 刊名上行, without letter spacing.
func newAbove(lines []string) name {
	return spaced(lines, func(int) int { return 0 })
}

func spaced(lines []string, space func(characters int) int) name {
	var n name
	widest, gap := 0, 0
	for _, line := range lines {
		n.Lines = append(n.Lines, masthead(line))
		if c := cells(line); c > widest {
			widest, gap = c, space(len([]rune(line)))
		}
	}
	widest += gap * (max(widest, 100)/100 - 1)
	n.Style = template.CSS("--cells:" + number(max(widest, 100)) + ";--gap:" + number(gap))
	return n
}

// nameGap is the letter spacing of a name, in hundredths of a cell: a short
// name is spread so that it fills the masthead, a long one is not.
func nameGap(characters int) int {
	spaces := [...]int{0, 0, 100, 60, 39, 25, 16, 8}
	if characters < len(spaces) {
		return spaces[characters]
	}
	return 0
}

// marked is quotation marks with the character they must not part from.
var marked = regexp.MustCompile(`[“‘]+[^<>&;“”‘’]?[”’]*|[^<>&;“”‘’]?[”’]+`)

// masthead escapes a line of the name. Its quotation marks are put in elements
// of their own: at this size their empty half is a hole.
func masthead(line string) template.HTML {
	marks := strings.NewReplacer(
		"“", `<span class="opens">“</span>`, "‘", `<span class="opens">‘</span>`,
		"”", `<span class="shuts">”</span>`, "’", `<span class="shuts">’</span>`)
	return template.HTML(marked.ReplaceAllStringFunc(withGaps(line), func(s string) string {
		return `<span class="joined">` + marks.Replace(s) + `</span>`
	}))
}

func texts(phrases []bulletin.Phrase) []string {
	var out []string
	for _, p := range phrases {
		if p.Text != "" {
			out = append(out, p.Text)
		}
	}
	return out
}

// kinds are the words names of bulletins end with; a line may begin with one.
var kinds = []string{
	"工作简报", "情况简报", "简报", "专报", "快报", "日报", "周报", "月报", "通报", "内参", "动态", "信息", "要情", "摘报",
}

// mostBalanced is how many characters a name may have to be balanced: no paper
// holds more, and the search takes the square of them.
const mostBalanced = 200

// balance breaks a long name into two lines of about the same length, rather
// before a quotation mark, behind one or before the word for its kind.
func balance(s string) []string {
	runes := []rune(s)
	best, cost := 0, 1<<30
	if len(runes) > mostBalanced {
		return []string{s}
	}
	for i := 1; i < len(runes); i++ {
		before, after := string(runes[:i]), string(runes[i:])
		if c := breakCost(before, after); c < cost {
			best, cost = i, c
		}
	}
	if best == 0 {
		return []string{s}
	}
	return []string{strings.TrimSpace(string(runes[:best])), strings.TrimSpace(string(runes[best:]))}
}

func breakCost(before, after string) int {
	c := cells(before) - cells(after)
	if c < 0 {
		c = -c
	}
	switch {
	case within(before):
		c += 1 << 20
	case strings.HasPrefix(after, "“"), strings.HasPrefix(after, "《"), strings.HasPrefix(after, " "), strings.HasPrefix(after, "\u3000"):
	case strings.HasSuffix(before, "”"), strings.HasSuffix(before, "》"), kind(after):
		c += 100
	default:
		c += 400
	}
	return c
}

// within tells whether a quotation, a title or a bracket is open at the end
// of s.
func within(s string) bool {
	return strings.Count(s, "“") > strings.Count(s, "”") ||
		strings.Count(s, "《") > strings.Count(s, "》") ||
		strings.Count(s, "（") > strings.Count(s, "）")
}

func kind(s string) bool {
	for _, k := range kinds {
		if s == k {
			return true
		}
	}
	return false
}

// numberLine sets the 期号 with a little room between its digits and the Han
// beside them, as printed ones have.
func numberLine(s string) template.HTML {
	var b strings.Builder
	rest := []rune(s)
	for before := ' '; len(rest) > 0; {
		n := 0
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		switch {
		case n == 0:
			n = 1
			b.WriteString(html.EscapeString(string(rest[:1])))
		case n < len(rest) && unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, rest[n]):
			b.WriteString(`<span class="digits">` + string(rest[:n]) + `</span>`)
		default:
			b.WriteString(string(rest[:n]))
		}
		before, rest = rest[n-1], rest[n:]
	}
	return template.HTML(b.String())
}

func copyNumber(n int) string {
	if n == 0 {
		return ""
	}
	s := number(n)
	return strings.Repeat("0", max(copyDigits-len(s), 0)) + s
}
