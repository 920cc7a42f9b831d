package bulletin

import (
	"regexp"
	"strings"
	"unicode"
)

// Leads returns what each line of the 导读 leads to: for every group its title,
// then its items. A line of which that cannot be told has nil. The blocks are
// those of the body that have words of their own: titles, headings, columns, and
// items of columns.
func Leads(c Contents, body []Block) []Block {
	var lines []leadLine
	for _, g := range c.Groups {
		lines = append(lines, leadLine{g.Title.Text, true})
		for _, item := range g.Items {
			lines = append(lines, leadLine{item.Text, false})
		}
	}
	var targets []leadTarget
	for _, b := range body {
		if text, ok := Words(b); ok {
			_, banner := b.(*Banner)
			targets = append(targets, leadTarget{b, plainWords(Plain(text)), IsTitle(b), banner})
		}
	}
	return matchLeads(lines, targets)
}

// Words returns the words of a block that has its own: of a heading, a column or
// an item of one.
func Words(b Block) ([]Inline, bool) {
	switch b := b.(type) {
	case *Heading:
		return b.Text, true
	case *Banner:
		return b.Text, true
	case *RunIn:
		return b.Head, true
	}
	return nil, false
}

// IsTitle reports whether a block is the title of an article or a column.
func IsTitle(b Block) bool {
	switch b := b.(type) {
	case *Heading:
		return b.Level == 1
	case *Banner:
		return true
	}
	return false
}

// leadNumber is a number before an item or a title.
var leadNumber = regexp.MustCompile(`^([0-9]{1,3}[.．、] ?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[①-⑳])`)

// LeadNumber returns the number an item of the 导读, or a title, begins with: 一、 （一）
// 1. 1、 （1） ①; "" for none.
func LeadNumber(text string) string { return leadNumber.FindString(text) }

// A leadLine of the 导读 is an item or the 栏目 above items.
type leadLine struct {
	text  string
	group bool
}

// A leadTarget is something of the body the 导读 may lead to.
type leadTarget struct {
	block Block
	text  string // without white space
	title bool   // an article or a column, not something within one
	group bool   // a column
}

// plainWords returns a text without white space and 【】.
func plainWords(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '【' || r == '】' {
			return -1
		}
		return r
	}, s)
}

// matchLeads returns the block each line leads to. A line leads to what has the
// same characters; the words of a 导读 are the editor's own, so items left over
// lead to the titles left over, in order, if there are as many of them; 栏目 are
// counted too if only then the numbers agree and each leads to a column.
func matchLeads(lines []leadLine, ts []leadTarget) []Block {
	out := make([]Block, len(lines))
	taken := map[Block]bool{}
	for i, l := range lines {
		words := plainWords(l.text)
		for _, t := range ts {
			if l.text != "" && t.text == words && !taken[t.block] {
				out[i], taken[t.block] = t.block, true
				break
			}
		}
	}
	var left []leadTarget
	for _, t := range ts {
		if t.title && !taken[t.block] {
			left = append(left, t)
		}
	}
	for _, groups := range []bool{false, true} {
		if open := openLines(lines, out, groups); agree(lines, open, left) {
			for k, i := range open {
				out[i] = left[k].block
			}
			break
		}
	}
	return out
}

// openLines returns the places of the lines without a block, with or without
// those of 栏目.
func openLines(lines []leadLine, blocks []Block, groups bool) []int {
	var out []int
	for i, l := range lines {
		if l.text != "" && blocks[i] == nil && (groups || !l.group) {
			out = append(out, i)
		}
	}
	return out
}

func agree(lines []leadLine, open []int, left []leadTarget) bool {
	if len(open) != len(left) {
		return false
	}
	for k, i := range open {
		if lines[i].group && !left[k].group {
			return false
		}
	}
	return true
}
