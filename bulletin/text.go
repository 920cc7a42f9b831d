package bulletin

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// text reads a piece of text and the line end after it.
func (r *run) text(n *ast.Text) {
	seg := n.Segment
	if n.IsRaw() {
		r.raw(seg.Start, seg.Stop)
	} else {
		r.cooked(seg.Start, seg.Stop)
	}
	switch {
	case n.HardLineBreak():
		r.push(&HardBreak{r.place(seg.Stop)})
		r.prev, r.soft = [2]rune{}, nil
	case n.SoftLineBreak():
		r.lineEnd(seg.Stop)
	}
}

// raw adds the bytes between two offsets as they are, in texts each of which
// stands in the source as it is.
func (r *run) raw(from, to int) {
	s := r.bodyReader.text
	for i := from; i < to; {
		j := i + 1
		switch c := s[i]; {
		case c == filler:
			i++
			continue
		case c == '\t' || c == '\n' || c == ' ' && !r.follows(i, i):
			r.put(i, " ", true)
			i++
			continue
		}
		for j < to && s[j] != filler && s[j] != '\t' && s[j] != '\n' && (r.follows(i, j) || !utf8.RuneStart(s[j])) {
			j++
		}
		r.put(i, string(s[i:j]), false)
		i = j
	}
}

// follows tells whether the byte at j stands in the source, as far after that
// at i as here. In a value of YAML it may not: lines are folded, and escapes
// decoded.
func (r *run) follows(i, j int) bool {
	a, b := r.at(i), r.at(j)
	text := b.Source.Text
	return b.Offset-a.Offset == j-i && b.Offset < len(text) && text[b.Offset] == r.bodyReader.text[j]
}

// cooked adds the bytes between two offsets with escapes and entities decoded.
func (r *run) cooked(from, to int) {
	s := r.bodyReader.text
	for i := from; i < to; {
		switch {
		case s[i] == '\\' && i+1 < to && util.IsPunct(s[i+1]):
			r.put(i, string(s[i+1:i+2]), true)
			i += 2
		case s[i] == '\\' && r.heading:
			r.push(&HardBreak{r.place(i)})
			r.prev, r.soft = [2]rune{}, nil
			i++
		case s[i] == '\\' && i+1 == to:
			r.add(i, diag.Info, "换行", "不要印出的，删去它", "行末有一个 \\，照样印出")
			r.raw(i, i+1)
			i++
		case s[i] == '&':
			i += r.entity(i, to)
		default:
			n := len(s[i:to])
			if j := bytes.IndexAny(s[i+1:to], "\\&"); j >= 0 {
				n = j + 1
			}
			r.unmatched(i, i+n)
			r.raw(i, i+n)
			i += n
		}
	}
}

// entity adds the character an entity stands for and returns the entity's
// length; a & of its own is itself.
func (r *run) entity(i, to int) int {
	s := r.bodyReader.text[i:min(to, i+40)]
	end := len(s) - len(bytes.TrimLeft(s[1:], "#ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"))
	if end > 1 && end < len(s) && s[end] == ';' {
		decoded := string(util.ResolveEntityNames(util.ResolveNumericReferences(s[:end+1])))
		if decoded != string(s[:end+1]) {
			for _, c := range decoded {
				checkCharacter(r.at(i), c, r.findings)
			}
			r.put(i, decoded, true)
			return end + 1
		}
	}
	r.raw(i, i+1)
	return 1
}

// unmatched reports marks that were typed to some end and now stand in print.
func (r *run) unmatched(from, to int) {
	s := string(r.bodyReader.text[from:to])
	if i := strings.Index(s, "**"); i >= 0 {
		r.add(from+i, diag.Info, "加粗", "加粗写作 **文字**，两头的 ** 与文字之间不空格；要印出 * 的写作 \\*", "“**”没有成对，照样印出")
	}
	if i := strings.Index(s, "]("); i >= 0 {
		r.add(from+i, diag.Warning, "链接", "链接写作 [文字](地址)，图片写作 ![说明](文件名)；地址里有空格的写作 <a b.jpg>", "链接或图片没有写完整，照样印出")
	}
}

// put adds characters that stand at an offset. apart keeps them from being
// one text with their neighbours: they are not the bytes of the source.
func (r *run) put(i int, s string, apart bool) {
	r.settle(s)
	if !apart && r.open != nil && r.end == i && r.follows(i-1, i) {
		r.buffer = append(r.buffer, s...)
		r.end = i + len(s)
		return
	}
	t := &Text{r.place(i), s}
	r.push(t)
	if !apart {
		r.open, r.buffer, r.end = t, append(r.buffer[:0], s...), i+len(s)
	}
}

// quoted returns bytes as a string, which is part of the source where they
// stand in it: the texts of a whole series stay in memory.
func (r *run) quoted(at diag.Pos, s []byte) string {
	if source := at.Source.Text[at.Offset:]; len(source) >= len(s) && source[:len(s)] == string(s) {
		return source[:len(s)]
	}
	return string(s)
}

// flush ends the text that bytes may join.
func (r *run) flush() {
	if r.open != nil {
		r.open.String = r.quoted(r.open.At, r.buffer)
		r.open = nil
	}
}
