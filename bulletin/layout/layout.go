// Package layout turns an issue into pages: the masthead, the 导读, the
// articles on the grid of GB/T 9704, the 报尾 at the foot of the last page. It
// opens nothing; faces come in as values.
package layout

import (
	"sync"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
	"jianbao/bulletin/typeset"
)

// layouter carries what one issue needs on its way to pages.
type layouter struct {
	issue    *bulletin.Issue
	assets   *Assets
	geo      geometry
	doc      *page.Document
	faces    map[*Face]int
	images   map[*Picture]int
	findings diag.List
	lacks    map[lackPlace]lack // characters that cannot be set
	setter   typeset.Setter

	order     bulletin.NoteOrder
	notes     map[*bulletin.Note]*note // set so far
	marks     map[int]*note            // by the node of the mark
	loose     []*note                  // notes without a mark, for the row before
	addresses int                      // of links, so far
	inNote    bool
	last      map[int]*page.Text // of each node, so far
	lead      []row              // a heading right above the table that is being set
	bare      int                // pages from here on carry no number; 0 for none

	jumps   []jump                            // links of the 导读
	marksOf map[bulletin.Block]*page.Bookmark // of titles, and of what the 导读 leads to
	landed  map[*page.Bookmark]int            // their places in the outline

	footLines func() int // colophonLines, measured once
	headLines int        // grid lines of the masthead

	numbered []CopyMark   // copies with numbers of their own; none: the issue's own number, if it has one
	numbers  []copyNumber // theirs
	widest   copyNumber   // stands for all of them until pages are made
}

// Pages sets an issue. The findings name what cannot be set, at its place in
// the source; when one of them is an error the document is not to be used.
func Pages(issue *bulletin.Issue, assets *Assets) (*page.Document, diag.List) {
	l := newLayouter(issue, assets)
	l.pages()
	return l.doc, l.findings.Sorted()
}

func newLayouter(issue *bulletin.Issue, assets *Assets) *layouter {
	l := &layouter{issue: issue, assets: assets, geo: newGeometry(issue.Style), faces: map[*Face]int{}, images: map[*Picture]int{},
		order: bulletin.Notes(issue), notes: map[*bulletin.Note]*note{}, marks: map[int]*note{}, last: map[int]*page.Text{}, lacks: map[lackPlace]lack{},
		marksOf: map[bulletin.Block]*page.Bookmark{}, landed: map[*page.Bookmark]int{}}
	l.doc = &page.Document{
		Meta: page.Meta{
			Title:   issue.Title(),
			Author:  join(issue.Issuer),
			Subject: issue.NumberLine(),
			Date:    issue.Date.ISO(),
		},
		Tree: []page.Node{{Role: page.RoleDocument, Parent: -1}},
	}
	l.footLines = sync.OnceValue(l.colophonLines)
	return l
}

// pages makes the pages of the document.
func (l *layouter) pages() {
	head := l.masthead()
	l.headLines = head.lines
	rows := l.contents()
	rows = append(rows, l.editorNote()...)
	rows = append(rows, l.body()...)
	rows = l.closing(rows)
	foot := l.colophon()
	l.paginate(head, rows, foot)
	l.land()
	l.reportLacks()
}

func join(lines []bulletin.Phrase) string {
	s := ""
	for i, p := range lines {
		if i > 0 {
			s += " "
		}
		s += p.Text
	}
	return s
}

// node adds an element to the structure tree and returns its index.
func (l *layouter) node(role page.Role, level, parent int) int {
	l.doc.Tree = append(l.doc.Tree, page.Node{Role: role, Level: level, Parent: parent})
	return len(l.doc.Tree) - 1
}

// face returns the index of a face in the document.
func (l *layouter) face(f *Face) int {
	i, ok := l.faces[f]
	if !ok {
		i = len(l.doc.Faces)
		l.faces[f] = i
		l.doc.Faces = append(l.doc.Faces, f.Face)
	}
	return i
}

// faceAt returns the face of an index in the document, the inverse of face.
func (l *layouter) faceAt(index int) *Face {
	for f, i := range l.faces {
		if i == index {
			return f
		}
	}
	return nil
}

// cells returns n cells of the grid, exact to the rounding of the whole.
func (l *layouter) cells(n int) page.Length { return l.geo.width.Times(int64(n), int64(l.geo.cells)) }

// frame is the room of a paragraph with its first line and its other lines
// indented, right being the white at its right.
func (l *layouter) frame(indent, hang, right page.Length) typeset.Setting {
	return typeset.Setting{
		Frame:    typeset.Frame{First: l.geo.width - indent - right, Rest: l.geo.width - hang - right, Cell: l.geo.cell()},
		Indent:   indent,
		Hang:     hang,
		Level:    l.level(),
		LatinGap: l.geo.cell().Times(int64(l.issue.Style.LatinGap), 1000),
	}
}

func (l *layouter) level() typeset.Level {
	if l.issue.Style.Strict {
		return typeset.Strict
	}
	return typeset.GB
}

// natural is a setting without end, for single lines.
func natural(cell page.Length) typeset.Setting {
	const endless = 100 * paperHeight
	return typeset.Setting{Frame: typeset.Frame{First: endless, Rest: endless, Cell: cell}}
}

// single sets a text in one line of natural width.
func (l *layouter) single(r run, cell page.Length) (*shaped, typeset.Line) {
	s := l.shape(r, cell)
	lines := l.setter.Set(s.chars, natural(cell))
	if len(lines) == 0 {
		return s, typeset.Line{}
	}
	return s, lines[0]
}
