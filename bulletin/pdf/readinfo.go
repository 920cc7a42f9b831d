package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"

	"jianbao/bulletin/pdf/object"
)

// An Info is what a file tells of itself.
type Info struct {
	// Title, Subject, Author and Producer are those of the information
	// dictionary, and Date the day of CreationDate as 2020-09-22; "" where the
	// file has none.
	Title, Subject, Author, Producer, Date string
	// Level is how far the file says it follows PDF/A: A, or U; "" where it says
	// nothing.
	Level string
	// Unlike are the keys of the information dictionary of which the metadata in
	// XMP says something else: Title, Author ….
	Unlike []string
}

// ReadInfo reads what a file tells of itself, and compares both places where it
// does. An error says that its metadata cannot be unfolded.
func ReadInfo(file *object.File) (Info, error) {
	d := file.Dict(file.Trailer["Info"])
	text := func(key object.Name) string {
		s, _ := file.Resolve(d[key]).(object.String)
		return s.Text()
	}
	o := Info{Title: text("Title"), Subject: text("Subject"), Author: text("Author"), Producer: text("Producer"), Date: dayOf(text("CreationDate"))}
	told := map[xml.Name]string{}
	if s := file.Stream(file.Catalog()["Metadata"]); s != nil {
		data, err := s.DecodeUpTo(mostMetadata)
		if err != nil {
			return o, err
		}
		told = properties(data)
	}
	o.Level = told[xml.Name{Space: pdfaID, Local: "conformance"}]
	for _, p := range xmpProperties {
		mine, other := text(p.key), told[p.name]
		if strings.HasSuffix(string(p.key), "Date") {
			mine, other = digits(mine), digits(other)
		}
		if mine != other {
			o.Unlike = append(o.Unlike, string(p.key))
		}
	}
	return o, nil
}

// xmpProperties are where XMP says what the information dictionary says
// (ISO 19005-2, 6.6.3, table 1).
var xmpProperties = []struct {
	key  object.Name
	name xml.Name
}{
	{"Title", xml.Name{Space: dublinCore, Local: "title"}},
	{"Author", xml.Name{Space: dublinCore, Local: "creator"}},
	{"Subject", xml.Name{Space: dublinCore, Local: "description"}},
	{"CreationDate", xml.Name{Space: xmpBasic, Local: "CreateDate"}},
	{"ModDate", xml.Name{Space: xmpBasic, Local: "ModifyDate"}},
	{"Creator", xml.Name{Space: xmpBasic, Local: "CreatorTool"}},
	{"Producer", xml.Name{Space: xmpPDF, Local: "Producer"}},
}

// Bounds of metadata in bytes, far beyond ours: of all, and of a property, about.
const (
	mostMetadata    = 1 << 20
	longestProperty = 64 << 10
)

// Namespaces of XMP.
const (
	dublinCore = "http://purl.org/dc/elements/1.1/"
	xmpBasic   = "http://ns.adobe.com/xap/1.0/"
	xmpPDF     = "http://ns.adobe.com/pdf/1.3/"
	pdfaID     = "http://www.aiim.org/pdfa/ns/id/"
)

// properties returns the texts of the properties of an XMP packet, as far as it
// can be read.
func properties(packet []byte) map[xml.Name]string {
	out := map[xml.Name]string{}
	in := xml.NewDecoder(bytes.NewReader(packet))
	var property xml.Name
	for {
		token, err := in.Token()
		if err != nil {
			return out
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Space {
			case dublinCore, xmpBasic, xmpPDF, pdfaID:
				property = t.Name
			}
		case xml.EndElement:
			if t.Name == property {
				property = xml.Name{}
			}
		case xml.CharData:
			if property.Local != "" && len(out[property]) < longestProperty {
				out[property] += string(t)
			}
		}
	}
}

// dayOf returns the day of a date as PDF writes it (7.9.4): 2020-09-22; another
// form as it stands.
func dayOf(date string) string {
	d := strings.TrimPrefix(date, "D:")
	if len(d) < 8 || strings.Trim(d[:8], "0123456789") != "" {
		return date
	}
	return d[:4] + "-" + d[4:6] + "-" + d[6:8]
}

// digits are those of a date, in which both ways to write it agree.
func digits(date string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, date)
}

// outline reads the titles of bookmarks from one on, each with those below it.
func (r *reader) outline(next object.Object, depth int) error {
	for next != nil {
		if err := r.step(depth); err != nil {
			return err
		}
		item := r.file.Dict(next)
		title, _ := r.file.Resolve(item["Title"]).(object.String)
		if len(r.out.Outline) > len(r.file.Objects) {
			return ErrTree
		}
		r.out.Outline = append(r.out.Outline, title.Text())
		if err := r.outline(item["First"], depth+1); err != nil {
			return err
		}
		next = item["Next"]
	}
	return nil
}
