package layout

import (
	"fmt"
	"strings"
	"unicode"

	"jianbao/bulletin/page"
)

// A piece is a paragraph, a title, an entry, a cell or a picture: what is marked
// as a whole when a word of it changes.
type piece struct {
	node int
	text string // what it is and what it says
}

// ownersOf returns for each node of a tree that of the piece it belongs to:
// marks, labels and links belong to the paragraph around them.
func ownersOf(d *page.Document) []int {
	owners := make([]int, len(d.Tree))
	for i, n := range d.Tree {
		owners[i] = i
		switch n.Role {
		case page.RoleLabel, page.RoleReference, page.RoleLink:
			if n.Parent >= 0 { // parents stand before children
				owners[i] = owners[n.Parent]
			}
		}
	}
	return owners
}

// piecesOf returns the pieces of a document in the order of its tree. White
// space and hyphens depend on where lines end and do not count.
func piecesOf(d *page.Document) []piece {
	owners := ownersOf(d)
	texts := make([]*strings.Builder, len(d.Tree))
	add := func(node int, s string) {
		if node == page.Artifact {
			return
		}
		o := owners[node]
		if texts[o] == nil {
			texts[o] = &strings.Builder{}
		}
		texts[o].WriteString(s)
	}
	for _, p := range d.Pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case *page.Text:
				add(it.Node, strings.Map(seen, it.String))
			case *page.Image:
				add(it.Node, "\x00"+d.Images[it.Picture].Name)
			}
		}
	}
	var out []piece
	for i, b := range texts {
		if n := d.Tree[i]; b != nil {
			out = append(out, piece{i, fmt.Sprintf("%s%d %s", n.Role, n.Level, b.String())})
		}
	}
	return out
}

func seen(r rune) rune {
	if unicode.IsSpace(r) || r == '\u00AD' {
		return -1
	}
	return r
}
