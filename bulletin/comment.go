package bulletin

import (
	"bytes"
	"regexp"

	"jianbao/bulletin/diag"
)

// filler stands in for the bytes of a comment within a line of text, so that
// offsets stay. It is a letter to the Markdown parser, can be in no text that
// is printed, and is taken out when texts are made.
const filler = 0x01

var fenceLine = regexp.MustCompile("^[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$")

// A commenter takes the editor's own notes, <!-- … -->, out of Markdown. Those
// in code are code.
type commenter struct {
	text []byte
	at   func(int) diag.Pos
	none map[int]int // length of a run of backticks → offset before which no other run ends it
}

// uncomment blanks the comments of a text from a place on.
func uncomment(text []byte, from int, at func(int) diag.Pos, findings *diag.List) {
	c := &commenter{text: text, at: at, none: map[int]int{}}
	for i := from; i < len(text); {
		if i == from || text[i-1] == '\n' {
			if next := c.fence(i); next > i {
				i = next
				continue
			}
		}
		switch {
		case text[i] == '\\':
			i += 2
		case text[i] == '`':
			i = c.code(i)
		case bytes.HasPrefix(text[i:], []byte("<!--")):
			n := bytes.Index(text[i+2:], []byte("-->"))
			if n < 0 {
				findings.Add(at(i), diag.Error, "注释", "在注释之后写 -->", "注释没有结束")
				return
			}
			c.blank(i, i+2+n+3)
			i += 2 + n + 3
		default:
			i++
		}
	}
}

// blank takes out the comment between two offsets. On lines of its own it
// leaves empty lines; within a line it leaves nothing.
func (c *commenter) blank(from, to int) {
	before := bytes.LastIndexByte(c.text[:from], '\n') + 1
	after := len(c.text)
	if n := bytes.IndexByte(c.text[to:], '\n'); n >= 0 {
		after = to + n
	}
	alone := len(bytes.TrimSpace(c.text[before:from])) == 0 && len(bytes.TrimSpace(c.text[to:after])) == 0
	for i := from; i < to; i++ {
		switch {
		case !alone:
			c.text[i] = filler
		case c.text[i] != '\n':
			c.text[i] = ' '
		}
	}
}

// fence returns the end of the fenced code that the line at i opens, or i.
func (c *commenter) fence(i int) int {
	open := fenceLine.FindSubmatch(c.line(i))
	if open == nil || open[1][0] == '`' && bytes.IndexByte(open[2], '`') >= 0 {
		return i
	}
	for i = c.next(i); i < len(c.text); i = c.next(i) {
		m := fenceLine.FindSubmatch(c.line(i))
		if m != nil && m[1][0] == open[1][0] && len(m[1]) >= len(open[1]) && len(bytes.TrimSpace(m[2])) == 0 {
			return c.next(i)
		}
	}
	return i
}

func (c *commenter) line(i int) []byte {
	if n := bytes.IndexByte(c.text[i:], '\n'); n >= 0 {
		return c.text[i : i+n]
	}
	return c.text[i:]
}

func (c *commenter) next(i int) int { return min(i+len(c.line(i))+1, len(c.text)) }

// code returns the end of the code span that begins at i, or of its backticks
// where none does. A span ends with its paragraph.
func (c *commenter) code(i int) int {
	n := ticks(c.text[i:])
	if i < c.none[n] {
		return i + n
	}
	j := i + n
	for j < len(c.text) && !bytes.HasPrefix(c.text[j:], []byte("\n\n")) {
		if c.text[j] != '`' {
			j++
			continue
		}
		m := ticks(c.text[j:])
		j += m
		if m == n {
			return j
		}
	}
	c.none[n] = j
	return i + n
}

func ticks(text []byte) int { return len(text) - len(bytes.TrimLeft(text, "`")) }

// uncommented returns a text without what stands for comments.
func uncommented(s []byte) []byte { return bytes.ReplaceAll(s, []byte{filler}, nil) }
