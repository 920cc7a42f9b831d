package bulletin

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"jianbao/bulletin/diag"
)

// lineEnd reads the end of a source line within a paragraph. Whether a blank
// stands there shows when the next character comes.
func (r *run) lineEnd(offset int) {
	if n := bytes.IndexByte(r.bodyReader.text[offset:], '\n'); n > 0 {
		offset += n
	}
	if r.sentenceEnds() {
		next, start := r.line(offset + 1)
		at := start + len(next) - len(strings.TrimLeft(next, " \t>"))
		r.add(at, diag.Info, "分段", "另起一段的，在两行之间空一行，或在行首加两个全角空格", "上一行以句号结束，这一行并入了同一段")
	}
	if r.prev[0] != 0 && r.soft == nil {
		r.soft = &Text{r.place(offset), ""}
		r.push(r.soft)
	}
}

// sentenceEnds tells whether the characters so far end a sentence.
func (r *run) sentenceEnds() bool {
	if r.heading || r.prev[0] == 0 {
		return false
	}
	const ends = "。！？"
	return strings.ContainsRune(ends, r.prev[0]) ||
		strings.ContainsRune("”’」』）】", r.prev[0]) && r.prev[1] != 0 && strings.ContainsRune(ends, r.prev[1])
}

// settle decides on the line end before a text, and remembers how it ends.
func (r *run) settle(s string) {
	first, size := utf8.DecodeRuneInString(s)
	if r.soft != nil && size > 0 {
		if western(r.prev[0]) && western(first) {
			r.soft.String = " "
		}
		r.soft = nil
	}
	last, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return
	}
	before := r.prev[0]
	if n < len(s) {
		before, _ = utf8.DecodeLastRuneInString(s[:len(s)-n])
	}
	r.prev = [2]rune{last, before}
}

// trimmed returns a text without empty pieces and without blanks, U+3000
// included, at its ends.
func trimmed(text []Inline) []Inline {
	const blanks = " \t　"
	text = pruned(text)
	for len(text) > 0 {
		t, ok := text[0].(*Text)
		if !ok {
			break
		}
		if rest := strings.TrimLeft(t.String, blanks); rest != "" {
			text[0] = &Text{place{t.At.Plus(len(t.String) - len(rest))}, rest}
			break
		}
		text = text[1:]
	}
	for len(text) > 0 {
		t, ok := text[len(text)-1].(*Text)
		if !ok {
			break
		}
		if rest := strings.TrimRight(t.String, blanks); rest != "" {
			text[len(text)-1] = &Text{t.place, rest}
			break
		}
		text = text[:len(text)-1]
	}
	return text
}

// pruned returns a text without empty pieces.
func pruned(text []Inline) []Inline {
	var out []Inline
	for _, in := range text {
		switch in := in.(type) {
		case *Text:
			if in.String == "" {
				continue
			}
		case *Strong:
			if in.Text = pruned(in.Text); len(in.Text) == 0 {
				continue
			}
		case *Emphasis:
			if in.Text = pruned(in.Text); len(in.Text) == 0 {
				continue
			}
		case *Link:
			if in.Text = pruned(in.Text); len(in.Text) == 0 {
				continue
			}
		}
		out = append(out, in)
	}
	return out
}
