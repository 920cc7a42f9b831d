package bulletin

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// start returns where the characters of a scalar may begin: after its quote,
// or on the line after the | or > of a block.
func start(src string, at int, style yaml.Style) int {
	switch {
	case style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return min(at+1, len(src))
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		if n := strings.IndexByte(src[at:], '\n'); n >= 0 {
			return at + n + 1
		}
		return len(src)
	}
	return at
}

// align finds each byte of a scalar's value in the source from at on. YAML
// folds lines, drops indents and decodes escapes, so both are walked side by
// side. The result has one more element, the place after the last byte.
func align(src string, at int, value string, style yaml.Style) []int {
	m := make([]int, 0, len(value)+1)
	for i := 0; i < len(value); {
		c := value[i]
		switch {
		case at >= len(src):
			m, i = append(m, at), i+1
		case style&yaml.DoubleQuotedStyle != 0 && src[at] == '\\':
			n, size := escaped(src[at:]), 0
			if n > 0 {
				_, size = utf8.DecodeRuneInString(value[i:])
			}
			for range size {
				m = append(m, at)
			}
			i, at = i+size, min(at+max(n, 1), len(src))
		case style&yaml.SingleQuotedStyle != 0 && c == '\'' && strings.HasPrefix(src[at:], "''"):
			m, i, at = append(m, at), i+1, at+2
		case src[at] == c, blank(src[at]) && blank(c):
			m, i, at = append(m, at), i+1, at+1
		case blank(src[at]):
			at++
		default:
			m, i = append(m, at), i+1
		}
	}
	return append(m, min(at, len(src)))
}

// escaped returns the length of the escape of a double-quoted scalar that src
// begins with; 0 for the backslash that joins two lines.
func escaped(src string) int {
	if len(src) < 2 {
		return 1
	}
	switch src[1] {
	case '\n':
		return 0
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	return 2
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
