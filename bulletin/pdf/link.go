package pdf

import (
	"fmt"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// links makes the link annotations of a page (12.5.6.5): printed (flag 3, which
// archives require), without a frame, with words for those who cannot see where
// they lead (ISO 14289-1, 7.18.5), each part of the element of its node.
func (f *finisher) links(t *tagger, i int) object.Array {
	var links object.Array
	p := f.doc.Pages[i]
	for _, it := range p.Items {
		l, ok := it.(*page.Link)
		if !ok {
			continue
		}
		d := object.Dict{
			"Type": object.Name("Annot"), "Subtype": object.Name("Link"), "F": object.Integer(4),
			"Border": object.Array{object.Integer(0), object.Integer(0), object.Integer(0)},
			"Rect":   rectangle(p.Height, l.X, l.Y, l.Width, l.Height),
		}
		if l.URL == "" {
			b := f.doc.Outline[l.Bookmark]
			d["Dest"] = destination(f.sheets[b.Page].ref, f.doc.Pages[b.Page], b.Y)
			d["Contents"] = object.TextString("转到：" + shortened(b.Title))
		} else {
			d["A"] = object.Dict{"S": object.Name("URI"), "URI": object.String(asciiURL(l.URL))}
			d["Contents"] = object.TextString(l.URL)
		}
		ref := f.file.Add(d)
		links = append(links, ref)
		if l.Node >= 0 {
			t.add(l.Node, tagPart{page: f.sheets[i].ref, link: ref})
			f.linked = append(f.linked, linked{d, l.Node})
		}
	}
	return links
}

// longestTarget is how many characters of a title say where a link leads.
const longestTarget = 100

// shortened is the beginning of a title that is no title: each line of a link
// says it again.
func shortened(title string) string {
	if r := []rune(title); len(r) > longestTarget {
		return string(r[:longestTarget]) + "…"
	}
	return title
}

// A linked annotation waits for the element of its node.
type linked struct {
	annotation object.Dict
	node       int
}

// asciiURL escapes what must not stand in an address as it is: the value of
// URI is ASCII (12.6.4.7).
func asciiURL(url string) string {
	var b []byte
	for i := range len(url) {
		if c := url[i]; c > ' ' && c < 0x7F {
			b = append(b, c)
		} else {
			b = fmt.Appendf(b, "%%%02X", c)
		}
	}
	return string(b)
}
