package site

import (
	"bytes"
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"strings"

	"jianbao/bulletin"
)

// mostInFeed is how many of the newest issues a feed holds.
const mostInFeed = 40

// feed returns the newest issues as an Atom feed (RFC 4287). Without 网址 its
// links are relative to where it lies.
func feed(info IndexInfo, entries []Entry) []byte {
	entries = entries[:min(len(entries), mostInFeed)]
	changed := bulletin.Date{Year: 1970, Month: 1, Day: 1} // of a feed without entries, which must have one
	for _, e := range entries {
		if e.Changed().ISO() > changed.ISO() {
			changed = e.Changed()
		}
	}
	x := newXML("feed", ` xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"`)
	x.text("title", info.fullName())
	x.text("id", urn(info.fullName(), ""))
	x.text("updated", timestamp(changed))
	x.empty("link", "rel", "self", "type", "application/atom+xml", "href", info.Address+feedName)
	x.empty("link", "rel", "alternate", "type", "text/html", "href", info.Address+IndexName)
	for _, e := range entries {
		x.entry(info, e)
	}
	return x.end()
}

func (x *xmlWriter) entry(info IndexInfo, e Entry) {
	x.open("entry")
	title := e.Heading
	if title != e.Date.String() { // numbers mostly begin again with the year
		title += "（" + e.Date.String() + "）"
	}
	if own := e.FullName(); own != info.fullName() {
		title = own + title
	}
	x.text("title", title)
	x.text("id", urn(e.FullName(), e.Path))
	x.text("published", timestamp(e.Date))
	x.text("updated", timestamp(e.Changed()))
	x.open("author")
	x.text("name", author(e))
	x.close("author")
	if e.HTML != "" {
		x.empty("link", "rel", "alternate", "type", "text/html", "href", info.Address+fileAddress(e.HTML))
	}
	switch {
	case e.PDF == "":
	case e.HTML == "": // an entry has an alternate
		x.empty("link", "rel", "alternate", "type", "application/pdf", "href", info.Address+fileAddress(e.PDF))
	default:
		link := []string{"rel", "enclosure", "type", "application/pdf", "href", info.Address + fileAddress(e.PDF)}
		if e.PDFSize > 0 {
			link = append(link, "length", fmt.Sprint(e.PDFSize))
		}
		x.empty("link", link...)
	}
	x.text("summary", strings.Join(e.Summary, "；"))
	x.close("entry")
}

// author returns who sends an issue; a feed must name someone.
func author(e Entry) string {
	if len(e.Issuer) > 0 {
		return strings.Join(e.Issuer, "、")
	}
	return e.FullName()
}

// urn returns an id that stays the same wherever the folder is put: a UUID of
// version 5 (RFC 9562, 5.5) made of the name of the bulletin and the path of the
// issue, "" for the feed itself.
func urn(name, path string) string {
	sum := sha1.Sum([]byte("jianbao bulletin\n" + name + "\n" + path))
	id := sum[:16]
	id[6] = id[6]&0x0F | 0x50
	id[8] = id[8]&0x3F | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// timestamp returns the first moment of a day in China.
func timestamp(d bulletin.Date) string { return d.ISO() + "T00:00:00+08:00" }

// sitemap returns the addresses of all public pages (sitemaps.org). Without 网址
// they are relative, which engines do not follow.
func sitemap(info IndexInfo, entries []Entry) []byte {
	x := newXML("urlset", ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`)
	add := func(name string, changed string) {
		x.open("url")
		x.text("loc", info.Address+fileAddress(name))
		if changed != "" {
			x.text("lastmod", changed)
		}
		x.close("url")
	}
	newest := func(entries []Entry) string {
		var day bulletin.Date
		for _, e := range entries {
			if e.Changed().ISO() > day.ISO() {
				day = e.Changed()
			}
		}
		if day == (bulletin.Date{}) {
			return ""
		}
		return timestamp(day)
	}
	add(IndexName, newest(entries))
	for _, y := range byYear(entries) {
		add(yearName(y.Year), newest(y.Entries))
	}
	for _, e := range entries {
		for _, name := range []string{e.HTML, e.PDF} {
			if name != "" {
				add(name, timestamp(e.Changed()))
			}
		}
	}
	return x.end()
}

// An xmlWriter writes an XML file, one element a line.
type xmlWriter struct {
	b    bytes.Buffer
	root string
}

func newXML(root, attributes string) *xmlWriter {
	x := &xmlWriter{root: root}
	x.b.WriteString(xml.Header + "<" + root + attributes + ">\n")
	return x
}

func (x *xmlWriter) end() []byte {
	x.close(x.root)
	return x.b.Bytes()
}

func (x *xmlWriter) open(name string)  { x.b.WriteString("<" + name + ">\n") }
func (x *xmlWriter) close(name string) { x.b.WriteString("</" + name + ">\n") }

func (x *xmlWriter) text(name, text string) {
	x.b.WriteString("<" + name + ">")
	_ = xml.EscapeText(&x.b, []byte(text)) // a buffer takes all
	x.b.WriteString("</" + name + ">\n")
}

// empty writes an element with attributes, given as names and values.
func (x *xmlWriter) empty(name string, attributes ...string) {
	x.b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.b.WriteString(" " + attributes[i] + `="`)
		_ = xml.EscapeText(&x.b, []byte(attributes[i+1]))
		x.b.WriteString(`"`)
	}
	x.b.WriteString("/>\n")
}
