package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"unicode"

	"jianbao/bulletin/pdf/object"
)

// metadata says in XMP (14.3.2; ISO 19005-2, 6.6) what the information
// dictionary says, and which standards the file follows: PDF/A-2 (ISO 19005-2)
// and PDF/UA-1 (ISO 14289-1). It is not packed, so that programs that know no PDF
// find it.
func (f *finisher) metadata(o Options) *object.Stream {
	m := f.doc.Meta
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n" +
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>" + f.level() + "</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n" +
		"<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n")
	for _, e := range []struct{ text, form string }{
		{m.Title, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"},
		{m.Author, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"},
		{m.Subject, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n"},
		{day(m.Date), "<xmp:CreateDate>%[1]s</xmp:CreateDate><xmp:ModifyDate>%[1]s</xmp:ModifyDate>\n"},
		{o.Producer, "<xmp:CreatorTool>%[1]s</xmp:CreatorTool><pdf:Producer>%[1]s</pdf:Producer>\n"},
	} {
		if e.text != "" {
			fmt.Fprintf(&b, e.form, escaped(e.text))
		}
	}
	b.WriteString("</rdf:Description>\n" + extensionSchema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return &object.Stream{
		Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")},
		Data: b.Bytes(),
	}
}

// level is how far the file follows PDF/A-2. One with characters of the private
// area has tags as any other, but nothing in it can say what such a character
// means, as level A asks (ISO 19005-2, 6.2.11.7.3); it is of level U.
func (f *finisher) level() string {
	for _, face := range f.faces {
		if face != nil && slices.ContainsFunc(face.letters, func(l letter) bool { return unicode.Is(unicode.Co, l.char) }) {
			return "U"
		}
	}
	return "A"
}

// extensionSchema describes the one property that archives do not know of (ISO
// 19005-2, 6.6.2.3).
const extensionSchema = "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" +
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n" +
	"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>" +
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n" +
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>" +
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>" +
	"<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>\n" +
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n"

// day is a date as XMP has it: midnight in China, as in the information
// dictionary.
func day(iso string) string {
	if iso == "" {
		return ""
	}
	return iso + "T00:00:00+08:00"
}

func escaped(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
