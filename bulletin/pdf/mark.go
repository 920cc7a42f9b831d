package pdf

import (
	"strings"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// A tagged page knows what its content is: the node of the tree that each
// stretch of marked content belongs to, by its number on the page (14.7.4.2).
// Whatever is no part of the text is marked as an artifact (14.8.2.2.2).
type tagged struct {
	nodes []int // by MCID
}

// A marker marks the content of a page while it is written.
type marker struct {
	doc  *page.Document
	page *tagged
	open int // node of the stretch that is open, page.Artifact, or one of those below
}

// What may be open beside the nodes of the tree and artifacts of layout, as are
// rules. Text that is an artifact stands on page after page: page numbers, a 报尾 or the head of a table
// said again (14.8.2.2.2, Pagination; ISO 14289-1, 7.8).
const (
	noStretch = -2
	header    = -3
	footer    = -4
)

func newMarker(d *page.Document, p *tagged) *marker { return &marker{d, p, noStretch} }

// appendBegin goes over to content of a node: it closes what is open, if that is
// of another, and opens a stretch of it.
func (m *marker) appendBegin(b []byte, node int) []byte {
	if m.open == node {
		return b
	}
	b = m.appendEnd(b)
	m.open = node
	switch node {
	case page.Artifact:
		return append(b, "/Artifact <</Type/Layout>>BDC\n"...)
	case header:
		return append(b, "/Artifact <</Type/Pagination/Subtype/Header>>BDC\n"...)
	case footer:
		return append(b, "/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n"...)
	}
	b = append(append(b, '/'), structureType(m.doc.Tree[node].Role)...)
	b = append(b, " <</MCID "...)
	b = appendMilli(b, int64(len(m.page.nodes))*1000)
	m.page.nodes = append(m.page.nodes, node)
	return append(b, ">>BDC\n"...)
}

// appendEnd closes what is open.
func (m *marker) appendEnd(b []byte) []byte {
	if m.open == noStretch {
		return b
	}
	m.open = noStretch
	return append(b, "EMC\n"...)
}

// nodeOf returns the node of an item that draws something, and whether it does.
// height is that of the page.
func nodeOf(it page.Item, height page.Length) (node int, draws bool) {
	switch it := it.(type) {
	case *page.Text:
		switch {
		case it.Node != page.Artifact, strings.TrimSpace(it.String) == "":
		case it.Y > height/2:
			return footer, it.String != ""
		default:
			return header, it.String != ""
		}
		return it.Node, it.String != ""
	case *page.Rule:
		return it.Node, true
	case *page.Dot:
		return it.Node, true
	case *page.Image:
		return it.Node, true
	}
	return page.Artifact, false
}

// structureType is the standard type of a role (14.8.4). The name of the
// bulletin is a heading; those of headings stand in their elements, where their
// level is known.
func structureType(r page.Role) object.Name {
	switch r {
	case page.RoleTitle, page.RoleHeading:
		return "H"
	}
	return object.Name(r)
}
