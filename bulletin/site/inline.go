package site

import (
	"html"
	"strconv"
	"strings"
	"unicode"

	"jianbao/bulletin"
)

// inlines writes running text. No white space is added between elements: it
// would show as a blank between Han.
func (w *writer) inlines(text []bulletin.Inline) {
	for _, in := range text {
		w.inline(in)
	}
}

func (w *writer) inline(in bulletin.Inline) {
	switch in := in.(type) {
	case *bulletin.Text:
		w.text(in.String)
	case *bulletin.Strong:
		w.element("strong", "", in.Text)
	case *bulletin.Emphasis:
		w.element("em", emphasisClass(in), in.Text)
	case *bulletin.Link:
		w.link(in)
	case *bulletin.HardBreak:
		w.put("<br>")
	case *bulletin.Picture:
		w.picture(in.Path, in.Alt)
	case *bulletin.NoteMark:
		w.noteMark(in)
	case *bulletin.CodeSpan:
		w.put("<code>", html.EscapeString(in.String), "</code>")
	}
}

func (w *writer) text(s string) {
	if w.inTitle {
		w.put(withGaps(s))
		return
	}
	w.put(html.EscapeString(s))
}

func (w *writer) element(name, class string, text []bulletin.Inline) {
	w.put("<", name, attribute("class", class), ">")
	w.inlines(text)
	w.put("</", name, ">")
}

// emphasisClass parts Latin emphasis, set in italics, from that of Han, which
// is a dot under each character.
func emphasisClass(e *bulletin.Emphasis) string {
	if strings.ContainsFunc(bulletin.Plain(e.Text), func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return ""
	}
	return "latin"
}

// link writes a link; one that must not be live keeps its text only.
func (w *writer) link(l *bulletin.Link) {
	if w.inLink || !safe(l.URL) {
		w.inlines(l.Text)
		return
	}
	class := "" // of an address that is its own text: paper need not add it
	if bulletin.Plain(l.Text) == l.URL {
		class = "bare"
	}
	w.inLink = true
	w.put("<a", attribute("class", class), attribute("href", linkAddress(l.URL)), ` rel="noreferrer">`)
	w.inlines(l.Text)
	w.put("</a>")
	w.inLink = false
}

// picture writes a picture, or the words for it when it lies elsewhere.
func (w *writer) picture(path, alt string) {
	src, ok := pictureAddress(path)
	if !ok {
		w.text(alt)
		return
	}
	w.put("<img", attribute("src", src), ` alt="`, html.EscapeString(alt), `">`)
}

// title writes the text of a title as phrases, each of which stays on one line
// when it can.
func (w *writer) title(text []bulletin.Inline) {
	w.inTitle = true
	defer func() { w.inTitle = false }()
	if !broken(text) {
		w.inlines(text)
		return
	}
	w.put(openPhrase)
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.Text:
			w.put(strings.ReplaceAll(withGaps(in.String), gap, shutPhrase+gap+openPhrase))
		case *bulletin.HardBreak:
			w.put(shutPhrase, "<br>", openPhrase)
		default:
			w.inline(in)
		}
	}
	w.put(shutPhrase)
}

// broken tells whether a title holds a pause or a hard break.
func broken(text []bulletin.Inline) bool {
	for _, in := range text {
		switch in := in.(type) {
		case *bulletin.HardBreak:
			return true
		case *bulletin.Text:
			if len(phrases(in.String)) > 1 {
				return true
			}
		}
	}
	return false
}

func (w *writer) put(parts ...string) {
	for _, part := range parts {
		w.out.WriteString(part)
	}
}

// attribute returns an attribute with its leading blank, or "" without a value.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + html.EscapeString(value) + `"`
}

func number(n int) string { return strconv.Itoa(n) }
