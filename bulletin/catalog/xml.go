package catalog

import (
	"bytes"
	"strings"
)

// An element is one of an XML document: text, or elements below it.
type element struct {
	name       string
	number     string // of the standard: M22; "" for none
	attributes [][2]string
	text       string
	below      []element
}

// text is an element with a text; without one it is nothing.
func text(name, number, value string) element {
	return element{name: name, number: number, text: value}
}

// container is an element with elements below it; without any it is nothing.
func container(name, number string, below ...element) element {
	return element{name: name, number: number, below: below}
}

// empty reports whether an element says nothing, and so is left out.
func (e element) empty() bool {
	for _, b := range e.below {
		if !b.empty() {
			return false
		}
	}
	return e.text == ""
}

// Texts and attributes as XML has them; line ends and tabs of an attribute would
// be read as blanks.
var (
	escapedText      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")
	escapedAttribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#xD;", "\n", "&#xA;", "\t", "&#x9;")
)

// write writes an element and what is below it, each on lines of its own.
func (e element) write(b *bytes.Buffer, indent string) {
	if e.empty() {
		return
	}
	b.WriteString(indent + "<" + e.name)
	if e.number != "" {
		b.WriteString(` 编号="` + e.number + `"`)
	}
	for _, a := range e.attributes {
		b.WriteString(" " + a[0] + `="` + escapedAttribute.Replace(a[1]) + `"`)
	}
	b.WriteString(">")
	if e.text != "" {
		b.WriteString(escapedText.Replace(e.text))
	} else {
		b.WriteString("\n")
		for _, below := range e.below {
			below.write(b, indent+"  ")
		}
		b.WriteString(indent)
	}
	b.WriteString("</" + e.name + ">\n")
}

// document returns an element as a whole file in UTF-8.
func (e element) document() []byte {
	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	e.write(&b, "")
	return b.Bytes()
}
