package desk

import (
	"fmt"

	"jianbao/bulletin/page"
	"jianbao/bulletin/sfnt"
)

// A webFont is what a document uses of one of its faces, as a font of browsers.
type webFont struct {
	face int // index into Document.Faces; pages call it f0, f1 …
	sum  string
	data []byte
}

// drawn returns the character that stands in a page for one that browsers never
// draw: the soft hyphen at the end of a line, which is there to be seen.
func drawn(r rune) rune {
	if r == '\u00AD' {
		return '\u2010'
	}
	return r
}

// webFonts cuts the fonts of a document. An error means that a face is broken.
func webFonts(doc *page.Document) ([]webFont, error) {
	shown := make([]map[rune]rune, len(doc.Faces))
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			if shown[t.Face] == nil {
				shown[t.Face] = map[rune]rune{}
			}
			for _, r := range t.String {
				shown[t.Face][drawn(r)] = r
			}
		}
	}
	var out []webFont
	for i, chars := range shown {
		if chars == nil {
			continue
		}
		face := doc.Faces[i]
		font, err := sfnt.Parse(face.Data, face.Index)
		if err != nil {
			return nil, fmt.Errorf("face %s: %w", face.Name, err)
		}
		data, err := font.Web(chars)
		if err != nil {
			return nil, fmt.Errorf("face %s: %w", face.Name, err)
		}
		out = append(out, webFont{face: i, sum: shortSum(data), data: data})
	}
	return out, nil
}
