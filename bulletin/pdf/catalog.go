package pdf

import (
	"strings"

	"jianbao/bulletin/pdf/object"
)

// catalog returns the root of the document (7.7.2).
func (f *finisher) catalog(outline object.Object) object.Dict {
	show := object.Dict{"DisplayDocTitle": object.Bool(true)}
	if f.doc.Exact {
		show["PrintScaling"] = object.Name("None") // else some readers fit pages to what a printer reaches (12.2)
	}
	c := object.Dict{
		"Type":              object.Name("Catalog"),
		"Pages":             f.tree,
		"Lang":              object.String("zh-CN"),
		"ViewerPreferences": show,
	}
	if outline != nil {
		c["Outlines"] = outline
		c["PageMode"] = object.Name("UseOutlines")
	}
	if labels := pageLabels(f.numbers()); labels != nil {
		c["PageLabels"] = labels
	}
	return c
}

// pageLabels returns the number tree by which readers show the page numbers
// that are printed (12.4.2), nil if none is. A range begins where numbers do
// not go on by one; a range with an empty prefix and no style is of pages
// without a number.
func pageLabels(numbers []int) object.Object {
	var ranges object.Array
	numbered := false
	for i, n := range numbers {
		numbered = numbered || n > 0
		if i > 0 && goesOn(numbers[i-1], n) {
			continue
		}
		label := object.Dict{"P": object.String("")}
		if n > 0 {
			label = object.Dict{"S": object.Name("D"), "St": object.Integer(n)}
		}
		ranges = append(ranges, object.Integer(i), label)
	}
	if !numbered {
		return nil
	}
	return object.Dict{"Nums": ranges}
}

// goesOn reports whether a page number needs no range of its own after the one
// before.
func goesOn(before, number int) bool {
	if number == 0 {
		return before == 0
	}
	return before > 0 && number == before+1
}

// info returns the information dictionary (14.3.3). A bulletin has a day and no
// hour: midnight in China stands for it.
func (f *finisher) info(o Options) object.Dict {
	m, d := f.doc.Meta, object.Dict{}
	for key, text := range map[object.Name]string{
		"Title": m.Title, "Author": m.Author, "Subject": m.Subject, "Creator": o.Producer, "Producer": o.Producer,
	} {
		if text != "" {
			d[key] = object.TextString(text)
		}
	}
	if m.Date != "" {
		date := object.String("D:" + strings.ReplaceAll(m.Date, "-", "") + "000000+08'00'")
		d["CreationDate"], d["ModDate"] = date, date
	}
	return d
}
