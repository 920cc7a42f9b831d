package page

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Dump writes the document as text, one item a line, for people and goldens.
// Lengths are in mm with three decimals. Advances are written as runs: a×n.
func Dump(w io.Writer, d *Document) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "title %s\nauthor %s\nsubject %s\ndate %s\n", d.Meta.Title, d.Meta.Author, d.Meta.Subject, d.Meta.Date)
	if d.Exact {
		fmt.Fprintln(b, "printed in its own size")
	}
	for _, m := range d.Outline {
		if m.Hidden {
			fmt.Fprintf(b, "place p%d %s %s\n", m.Page+1, m.Y.Millimetres(), m.Title)
			continue
		}
		fmt.Fprintf(b, "outline %d p%d %s %s\n", m.Level, m.Page+1, m.Y.Millimetres(), m.Title)
	}
	for i, p := range d.Pages {
		turned := ""
		if p.Turned {
			turned = " turned"
		}
		fmt.Fprintf(b, "page %d number %d %s×%s%s\n", i+1, p.Number, p.Width.Millimetres(), p.Height.Millimetres(), turned)
		for _, it := range p.Items {
			dumpItem(b, d, it)
		}
	}
	dumpCopies(b, d)
	return b.Flush()
}

func dumpCopies(b *bufio.Writer, d *Document) {
	sheet := ""
	if d.NewSheet {
		sheet = " on a new sheet"
	}
	for _, c := range d.Copies {
		fmt.Fprintf(b, "copy%s %s\n", sheet, c.Title)
		for _, it := range c.Items {
			dumpItem(b, d, it)
		}
	}
}

func dumpItem(b *bufio.Writer, d *Document, it Item) {
	switch it := it.(type) {
	case *Text:
		fmt.Fprintf(b, "  %s %s %s %spt%s%s %s |%s| %s\n", it.X.Millimetres(), it.Y.Millimetres(), d.Faces[it.Face].Name,
			it.Size.Points(), colorName(it.Color), turnName(it.Turn), nodeName(d, it.Node), it.String, advances(it.Advances))
	case *Rule:
		fmt.Fprintf(b, "  %s %s rule %s×%s%s %s\n", it.X.Millimetres(), it.Y.Millimetres(), it.Width.Millimetres(), it.Height.Millimetres(), colorName(it.Color), nodeName(d, it.Node))
	case *Dot:
		fmt.Fprintf(b, "  %s %s dot %s%s %s\n", it.X.Millimetres(), it.Y.Millimetres(), it.Diameter.Millimetres(), colorName(it.Color), nodeName(d, it.Node))
	case *Image:
		fmt.Fprintf(b, "  %s %s image %s×%s%s %s %s\n", it.X.Millimetres(), it.Y.Millimetres(), it.Width.Millimetres(), it.Height.Millimetres(), turnName(it.Turn), d.Images[it.Picture].Name, nodeName(d, it.Node))
	case *Link:
		to := it.URL
		if to == "" {
			to = fmt.Sprintf("bookmark %d", it.Bookmark+1)
		}
		fmt.Fprintf(b, "  %s %s link %s×%s %s %s\n", it.X.Millimetres(), it.Y.Millimetres(), it.Width.Millimetres(), it.Height.Millimetres(), to, nodeName(d, it.Node))
	}
}

func colorName(c Color) string {
	if c == Black {
		return ""
	}
	return fmt.Sprintf(" #%02X%02X%02X", c.R, c.G, c.B)
}

func turnName(t Turn) string {
	if t == 0 {
		return ""
	}
	return fmt.Sprintf(" turned %d°", 90*int(t))
}

func nodeName(d *Document, n int) string {
	if n == Artifact {
		return "artifact"
	}
	node := d.Tree[n]
	if node.Level > 0 {
		return fmt.Sprintf("%s%d#%d", node.Role, node.Level, n)
	}
	return fmt.Sprintf("%s#%d", node.Role, n)
}

func advances(a []Length) string {
	var parts []string
	for i := 0; i < len(a); {
		s, n := a[i].Millimetres(), 0
		for ; i < len(a) && a[i].Millimetres() == s; i++ {
			n++
		}
		if n > 1 {
			s = fmt.Sprintf("%s×%d", s, n)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}
