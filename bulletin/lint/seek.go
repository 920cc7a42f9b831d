package lint

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// hanClass are the ranges of Han, 〇 among them, for the class of an expression.
const hanClass = `〇㐀-鿿𠀀-𲎯`

// digits are the characters one of which every number written in figures has.
const digits = "0123456789"

// seek returns how a rule looks for an expression in prose. needs are characters
// one of which is in all that the expression matches, so that most expressions
// need not be tried; "" tries it always. \H within a class stands for all Han. The
// expression is compiled when it is first needed.
func seek(needs, expr string, found func(*hit)) func(*finder, *prose) {
	compiled := sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(strings.ReplaceAll(expr, `\H`, hanClass))
	})
	return func(f *finder, p *prose) {
		if needs != "" && !p.hasAny(needs) {
			return
		}
		for _, m := range compiled().FindAllStringSubmatchIndex(p.text, mostInPiece) {
			if !p.cited(m[0]) {
				found(&hit{f, p, m})
			}
		}
	}
}

// Beyond these a text is no prose, or the first are enough to see what is wrong.
const (
	mostInPiece = 1000 // matches of an expression
	mostOfRule  = 300  // findings in an issue
	window      = 600  // bytes that are looked at around a match
)

// inProse looks for what a rule is about in the prose of an issue.
func (r *Rule) inProse(f *finder, pieces []*prose) {
	before := len(*f.found)
	for _, p := range pieces {
		r.prose(f, p)
		if l := *f.found; len(l) > before+mostOfRule {
			l = l[:before+mostOfRule]
			l[len(l)-1].Message += "；这样的太多，后面的不再列出"
			*f.found = l
			return
		}
	}
}

// all returns one search of several.
func all(searches ...func(*finder, *prose)) func(*finder, *prose) {
	return func(f *finder, p *prose) {
		for _, search := range searches {
			search(f, p)
		}
	}
}

// A hit is what an expression matched: group 0 is all of it.
type hit struct {
	f *finder
	p *prose
	m []int
}

// text returns what a group matched.
func (h *hit) text(n int) string {
	if h.m[2*n] < 0 {
		return ""
	}
	return h.p.text[h.m[2*n]:h.m[2*n+1]]
}

// prev and next return the characters before and after the match; 0 at the ends.
func (h *hit) prev() rune { return h.p.before(h.m[0]) }
func (h *hit) next() rune { return h.p.after(h.m[1]) }

// follows tells whether the match stands right after one of the words.
func (h *hit) follows(words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(h.p.text[:h.m[0]], w) {
			return true
		}
	}
	return false
}

// precedes tells whether the match stands right before one of the words.
func (h *hit) precedes(words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(h.p.text[h.m[1]:], w) {
			return true
		}
	}
	return false
}

// opens tells whether a sentence or a part of one begins with the match.
func (h *hit) opens() bool {
	r := h.prev()
	return r == 0 || strings.ContainsRune("。！？；：\n", r)
}

// mend adds a finding at a group, with what may stand in its place.
func (h *hit) mend(n int, text, format string, args ...any) {
	h.f.mend(h.p, h.m[2*n], h.m[2*n+1], text, format, args...)
}

// add adds a finding at a group.
func (h *hit) add(n int, hint, format string, args ...any) {
	h.f.add(h.p.pos(h.m[2*n]), hint, format, args...)
}

// cited tells whether a byte stands in quotation marks in a correction: what is
// cited there is the mistake.
func (p *prose) cited(i int) bool { return p.key == "更正" && p.depthAt(i) > 0 }

// before returns the character that ends at a byte of the text; 0 at its start.
func (p *prose) before(i int) rune {
	r, n := utf8.DecodeLastRuneInString(p.text[:i])
	if n == 0 {
		return 0
	}
	return r
}

// after returns the character at a byte of the text; 0 at its end.
func (p *prose) after(i int) rune {
	r, n := utf8.DecodeRuneInString(p.text[i:])
	if n == 0 {
		return 0
	}
	return r
}

// hasAny tells whether the text may have one of some characters. It may say so
// wrongly, but never no wrongly.
func (p *prose) hasAny(chars string) bool {
	for _, r := range chars {
		if p.seen[r>>6&15]&(1<<(r&63)) != 0 {
			return true
		}
	}
	return false
}

// hasAll tells whether the text may have all of some characters, like hasAny.
func (p *prose) hasAll(chars string) bool {
	for _, r := range chars {
		if p.seen[r>>6&15]&(1<<(r&63)) == 0 {
			return false
		}
	}
	return true
}

// see notes which characters the text has: ten bits of each.
func (p *prose) see() {
	for _, r := range p.text {
		p.seen[r>>6&15] |= 1 << (r & 63)
	}
}

func isHan(r rune) bool   { return r >= 0x2E80 && unicode.Is(unicode.Han, r) }
func isDigit(r rune) bool { return r >= '0' && r <= '9' }
func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func hasHan(s string) bool { return strings.ContainsFunc(s, isHan) }

const (
	openers = "“‘（《〈【〔「『［"
	closers = "”’）》〉】〕」』］"
	pauses  = "，。、；：？！"
)
