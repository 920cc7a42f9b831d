package typeset

import "strings"

// Least characters of a title before, and of a subtitle after, its dash.
const (
	leastTitle    = 4
	leastSubtitle = 3
)

// Subtitle returns where the subtitle of a title begins: at the first ——
// (or ⸺) with a title before it, or -1. A dash within quotation marks or
// brackets, or between two places (推动长沙——益阳一体化), begins none; nor does
// one with too little on either side (益阳——马迹塘高速公路).
func Subtitle(text []rune) int {
	classes := Classify(text)
	depth := 0
	for i, c := range classes {
		switch c {
		case Open:
			depth++
		case Close:
			depth = max(depth-1, 0)
		case Dash:
			after := i + 1
			for after < len(text) && classes[after] == Dash {
				after++
			}
			dashes := after - i
			switch {
			case i > 0 && classes[i-1] == Dash, depth > 0, dashes < 2 && text[i] == '—':
			case i > 0 && after < len(text) && isDigit(text[i-1]) && isDigit(text[after]): // 2025——2026年
			case inked(classes[:i]) < leastTitle && (inked(classes[:i]) < 2 || !isBlank(classes[i-1]) && classes[i-1] != LineEnd), inked(classes[after:]) < leastSubtitle:
			case !isBlank(classes[i-1]) && classes[i-1] != LineEnd && isRange(text, classes, i, after):
			default:
				return i
			}
		}
	}
	return -1
}

// inked counts the characters that are no blanks.
func inked(classes []Class) int {
	n := 0
	for _, c := range classes {
		if c < Space {
			n++
		}
	}
	return n
}

// isRange reports whether a dash stands between two places: a way, not a
// subtitle. A place named again after the dash, 走进桃江——桃江县…, begins one.
func isRange(text []rune, classes []Class, dash, after int) bool {
	before, rest := segment(text[:dash], classes[:dash]), segment(text[after:], classes[after:])
	a, b := before[len(before)-1], rest[0]
	from, to := string(text[a.start:a.end]), string(text[after:after+b.end])
	return a.kind == kindPlace && b.kind == kindPlace && !strings.HasPrefix(to, strings.TrimRight(from, "省市县区镇乡"))
}
