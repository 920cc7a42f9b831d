package lint

import (
	"regexp"
	"strings"
	"sync"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// stuffing stands in prose for what is no text: code, pictures, addresses.
const stuffing = "\uFFFC"

// A kind says what a piece of prose is.
type kind int

const (
	paragraph kind = iota
	heading        // a title, with its level
	banner         // a 栏目
	runIn          // the bold head of a run-in item
	item           // of a list
	cell           // of a table
	note           // a footnote
	caption        // of a picture
	front          // a value of the front matter
)

// A prose is a piece of running text as it is read: a paragraph, a title, a cell.
type prose struct {
	kind  kind
	level int    // of a heading: 1–5
	key   string // of a value of the front matter
	block bulletin.Block
	text  string
	at    []int // for every byte of text its offset in the source; -1 where it does not stand there
	home  diag.Pos

	locked map[int]bool // bytes that may not be mended

	seen  [16]uint64              // which characters the text has, see hasAny
	next  *prose                  // the piece after it; nil for the last
	quote struct{ at, depth int } // how many double quotation marks are open at a byte, see depthAt
}

// pos returns where a byte of the text stands, or the nearest before it that does.
func (p *prose) pos(i int) diag.Pos {
	for i = min(i, len(p.at)-1); i >= 0; i-- {
		if p.at[i] >= 0 {
			return p.home.Source.At(p.at[i])
		}
	}
	return p.home
}

// span returns where the bytes [i, j) stand in the source; ok is false when they
// do not stand there one after another. An empty span stands before the byte i.
func (p *prose) span(i, j int) (from, to int, ok bool) {
	if i == j {
		if i >= len(p.at) || p.at[i] < 0 {
			return 0, 0, false
		}
		return p.at[i], p.at[i], true
	}
	for k := i; k < j; k++ {
		if p.locked[k] {
			return 0, 0, false
		}
		if p.at[k] < 0 || p.at[k] != p.at[i]+k-i {
			return 0, 0, false
		}
	}
	from = p.at[i]
	return from, from + j - i, p.home.Source.Text[from:from+j-i] == p.text[i:j]
}

// write adds text that stands at a place, or that stands nowhere if the place has
// other bytes.
func (p *prose) write(b *strings.Builder, s string, at diag.Pos) {
	there := at.Source != nil && at.Source == p.home.Source && strings.HasPrefix(at.Source.Text[at.Offset:], s)
	for i := range len(s) {
		if there {
			p.at = append(p.at, at.Offset+i)
		} else {
			p.at = append(p.at, -1)
		}
	}
	b.WriteString(s)
}

func (p *prose) inlines(b *strings.Builder, text []bulletin.Inline) {
	nowhere := diag.Pos{}
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.Text:
			p.write(b, in.String, in.At)
		case *bulletin.Strong:
			p.inlines(b, in.Text)
		case *bulletin.Emphasis:
			p.inlines(b, in.Text)
		case *bulletin.Link:
			if words := bulletin.Plain(in.Text); strings.Contains(in.URL, words) || strings.Contains(words, "://") {
				p.write(b, stuffing, nowhere)
				continue
			}
			from := len(p.at)
			p.inlines(b, in.Text)
			p.lockLabel(from)
		case *bulletin.HardBreak:
			p.write(b, "\n", nowhere)
		case *bulletin.CodeSpan, *bulletin.Picture:
			p.write(b, stuffing, nowhere)
		}
	}
}

// lockLabel keeps the text of a link, which is that from a byte on, from being mended
// where it names the link too, as in [text] and [text][]: what it leads to stands
// elsewhere, under the same words.
func (p *prose) lockLabel(from int) {
	end := -1
	for _, at := range p.at[from:] {
		end = max(end, at)
	}
	if end < 0 {
		return
	}
	rest := p.home.Source.Text[end+1:]
	if i := strings.IndexByte(rest, ']'); i >= 0 && strings.HasPrefix(rest[i:], "](") {
		return
	}
	if p.locked == nil {
		p.locked = map[int]bool{}
	}
	for i := from; i < len(p.at); i++ {
		p.locked[i] = true
	}
}

// webAddress is an address of the web or of mail that was typed into the text.
var webAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:https?://|www\.)(?:[!-~]|\p{Han})*(?:[0-9a-z/=&#_-]|\p{Han})|[0-9a-z_.+-]+@[0-9a-z-]+(?:\.[0-9a-z-]+)+`)
})

// withoutAddresses returns a text with a Latin word of the same length in the
// place of each address: what is in them follows other rules.
func withoutAddresses(text string) string {
	if !strings.Contains(text, "://") && !strings.Contains(text, "@") && !strings.Contains(text, "www.") {
		return text
	}
	return webAddress().ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("w", len(s)) })
}

// newProse returns the prose of a run of inlines.
func newProse(k kind, block bulletin.Block, text []bulletin.Inline) *prose {
	p := &prose{kind: k, block: block, home: block.Pos()}
	var b strings.Builder
	p.inlines(&b, text)
	p.text = withoutAddresses(b.String())
	p.see()
	return p
}

// phrase returns the prose of a value of the front matter.
func phrase(key string, v bulletin.Phrase) *prose {
	p := &prose{kind: front, key: key, home: v.At}
	var b strings.Builder
	p.write(&b, v.Text, v.At)
	p.text = withoutAddresses(b.String())
	p.see()
	return p
}

// proseOf returns all prose of an issue in the order of reading. Values that
// stand in bulletin.yaml are left out: they are no part of the issue.
func proseOf(issue *bulletin.Issue) []*prose {
	var out []*prose
	add := func(key string, v bulletin.Phrase) {
		if v.Text != "" && v.At.Source == issue.Source {
			out = append(out, phrase(key, v))
		}
	}
	if _, typed := issue.Keys["导读"]; typed { // one that was made has the titles again
		for _, g := range issue.Contents.Groups {
			add("导读", g.Title)
			for _, v := range g.Items {
				add("导读", v)
			}
		}
	}
	out = blocks(out, issue.EditorNote, paragraph)
	out = blocks(out, issue.Body, paragraph)
	for _, list := range issue.Lists {
		for _, k := range list.Kinds {
			for _, v := range k {
				add(list.Key, v)
			}
		}
	}
	for _, c := range issue.Corrections {
		add("更正", c.Text)
	}
	for i := 1; i < len(out); i++ {
		out[i-1].next = out[i]
	}
	return out
}

// blocks adds the prose of blocks; plain says what a paragraph among them is.
func blocks(out []*prose, list []bulletin.Block, plain kind) []*prose {
	for _, b := range list {
		switch b := b.(type) {
		case *bulletin.Heading:
			p := newProse(heading, b, b.Text)
			p.level = b.Level
			out = append(out, p)
		case *bulletin.Banner:
			out = append(out, newProse(banner, b, b.Text))
		case *bulletin.Paragraph:
			out = append(out, newProse(plain, b, b.Text))
		case *bulletin.RunIn:
			out = append(out, newProse(runIn, b, b.Head))
			if len(b.Text) > 0 {
				out = append(out, newProse(plain, b, b.Text))
			}
		case *bulletin.List:
			for _, i := range b.Items {
				out = blocks(out, i.Blocks, item)
			}
		case *bulletin.Quote:
			out = blocks(out, b.Blocks, plain)
		case *bulletin.Note:
			out = blocks(out, b.Blocks, note)
		case *bulletin.Figure:
			p := phrase("", bulletin.Phrase{Text: b.Caption, At: b.At})
			p.kind, p.block = caption, b
			out = append(out, p)
		case *bulletin.Table:
			out = cells(out, b)
		}
	}
	return out
}

func cells(out []*prose, t *bulletin.Table) []*prose {
	for _, row := range append([][]bulletin.Cell{t.Head}, t.Rows...) {
		for _, c := range row {
			if len(c) > 0 {
				out = append(out, newProse(cell, t, c))
			}
		}
	}
	return out
}
