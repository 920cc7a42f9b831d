package bulletin

import (
	"strings"

	"jianbao/bulletin/diag"
)

// An Inline is a piece of running text.
//
// Inline is implemented by: *Text, *Strong, *Emphasis, *Link, *HardBreak,
// *Picture, *NoteMark, *CodeSpan.
type Inline interface {
	inline()
	// Pos returns where the inline begins in its source.
	Pos() diag.Pos
}

// Text is characters that stand one after another in the source from At on: a
// byte of String is a byte of the source, but for an escape or an entity,
// which is a Text of its own. Soft line breaks are settled: none between Han,
// a blank between Latin words.
type Text struct {
	place
	String string
}

// Strong is **bold** text.
type Strong struct {
	place
	Text []Inline
}

// Emphasis is *emphasised* text.
type Emphasis struct {
	place
	Text []Inline
}

// Link is text that leads to an address.
type Link struct {
	place
	URL  string
	Text []Inline
}

// HardBreak ends a line where the editor wants it.
type HardBreak struct{ place }

// Picture is a picture within a line.
type Picture struct {
	place
	Path string
	Alt  string
}

// NoteMark is the mark of a footnote in the text.
type NoteMark struct {
	place
	Label string
	Note  *Note // nil when no such note was written
}

// CodeSpan is `text` set as typed.
type CodeSpan struct {
	place
	String string
}

func (*Text) inline()      {}
func (*Strong) inline()    {}
func (*Emphasis) inline()  {}
func (*Link) inline()      {}
func (*HardBreak) inline() {}
func (*Picture) inline()   {}
func (*NoteMark) inline()  {}
func (*CodeSpan) inline()  {}

// Plain returns the characters of a text without its marks; a hard break
// gives nothing.
func Plain(text []Inline) string {
	var b strings.Builder
	plain(&b, text)
	return b.String()
}

func plain(b *strings.Builder, text []Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.String)
		case *CodeSpan:
			b.WriteString(in.String)
		case *Strong:
			plain(b, in.Text)
		case *Emphasis:
			plain(b, in.Text)
		case *Link:
			plain(b, in.Text)
		}
	}
}
