package pdf

import (
	"maps"
	"strconv"
	"testing"

	"jianbao/bulletin/pdf/object"
)

// A shown is a run of text as a reader finds it on a page.
type shown struct {
	font  object.Name
	size  float64 // pt
	x, y  float64 // pt from the lower left corner
	turn  [4]float64
	at    []float64 // of each character from the first, pt
	codes []int
	text  string
	color string // operands of rg
}

// A readFont is a font as a reader finds it.
type readFont struct {
	widths  map[int]float64 // by code, thousandths of the em
	common  float64
	unicode map[int]string
	dict    object.Dict // of the descendant
}

func (f *readFont) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.common
}

// value returns a number.
func value(t testing.TB, o object.Object) float64 {
	t.Helper()
	switch o := o.(type) {
	case object.Integer:
		return float64(o)
	case object.Real:
		v, err := strconv.ParseFloat(string(o), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	t.Fatalf("%v is no number", o)
	return 0
}

// decode returns the unpacked data of a stream.
func decode(t testing.TB, s *object.Stream) []byte {
	t.Helper()
	data, err := s.Decode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// operations reads a packed content stream.
func operations(t testing.TB, s *object.Stream) []object.Operation {
	t.Helper()
	ops, err := object.Content(decode(t, s))
	if err != nil {
		t.Fatal(err)
	}
	return ops
}

// pagesOf returns the page dictionaries, with what they inherit.
func pagesOf(f *object.File) []object.Dict {
	return pagesBelow(f, f.Dict(f.Catalog()["Pages"]), nil)
}

// pagesBelow appends the pages of a node of the page tree (7.7.3.4).
func pagesBelow(f *object.File, node object.Dict, pages []object.Dict) []object.Dict {
	for _, kid := range f.Array(node["Kids"]) {
		d := maps.Clone(f.Dict(kid))
		for _, key := range []object.Name{"Resources", "MediaBox"} {
			if d[key] == nil && node[key] != nil {
				d[key] = node[key]
			}
		}
		if d["Type"] == object.Name("Pages") {
			pages = pagesBelow(f, d, pages)
		} else {
			pages = append(pages, d)
		}
	}
	return pages
}

// content returns the operations of a page, whose parts are one stream to a
// reader.
func content(t testing.TB, f *object.File, p object.Dict) []object.Operation {
	t.Helper()
	parts := f.Array(p["Contents"])
	if parts == nil && p["Contents"] != nil {
		parts = object.Array{p["Contents"]}
	}
	var ops []object.Operation
	for _, part := range parts {
		ops = append(ops, operations(t, f.Stream(part))...)
	}
	return ops
}

// fontsOf reads the fonts of a page.
func fontsOf(t testing.TB, f *object.File, p object.Dict) map[object.Name]*readFont {
	t.Helper()
	fonts := map[object.Name]*readFont{}
	for key, ref := range f.Dict(f.Dict(p["Resources"])["Font"]) {
		font := f.Dict(ref)
		d := f.Dict(f.Array(font["DescendantFonts"])[0])
		r := &readFont{widths: map[int]float64{}, common: value(t, d["DW"]), unicode: map[int]string{}, dict: d}
		if _, ok := d["DW"].(object.Integer); !ok {
			t.Errorf("DW is %v, no integer", d["DW"])
		}
		w := f.Array(d["W"])
		for i := 0; i < len(w); i += 2 {
			for k, v := range w[i+1].(object.Array) {
				r.widths[int(w[i].(object.Integer))+k] = value(t, v)
			}
		}
		readUnicode(t, f.Stream(font["ToUnicode"]), r)
		fonts[key] = r
	}
	return fonts
}

// readUnicode reads the blocks of a ToUnicode CMap.
func readUnicode(t testing.TB, s *object.Stream, r *readFont) {
	t.Helper()
	announced := 0
	for _, op := range operations(t, s) {
		switch op.Operator {
		case "beginbfchar":
			announced = int(op.Operands[0].(object.Integer))
		case "endbfchar":
			if announced > 100 || len(op.Operands) != 2*announced {
				t.Errorf("block of %d pairs, announced %d", len(op.Operands)/2, announced)
			}
			for i := 0; i < len(op.Operands); i += 2 {
				code := op.Operands[i].(object.String)
				r.unicode[int(code[0])<<8|int(code[1])] = op.Operands[i+1].(object.String).FromUTF16()
			}
		case "beginbfrange":
			t.Error("ranges")
		}
	}
}

// readText walks a page as a reader does.
func readText(t testing.TB, f *object.File, p object.Dict) []shown {
	t.Helper()
	fonts := fontsOf(t, f, p)
	var all []shown
	var now shown
	for _, op := range content(t, f, p) {
		switch op.Operator {
		case "rg":
			now.color = ""
			for _, o := range op.Operands {
				now.color += strconv.FormatFloat(value(t, o), 'f', 3, 64) + " "
			}
		case "Tf":
			now.font, now.size = op.Operands[0].(object.Name), value(t, op.Operands[1])
		case "Td":
			now.x, now.y, now.turn = value(t, op.Operands[0]), value(t, op.Operands[1]), [4]float64{1, 0, 0, 1}
		case "Tm":
			for i := range now.turn {
				now.turn[i] = value(t, op.Operands[i])
			}
			now.x, now.y = value(t, op.Operands[4]), value(t, op.Operands[5])
		case "TJ":
			run := now
			run.show(t, fonts[now.font], op.Operands[0].(object.Array))
			all = append(all, run)
		}
	}
	return all
}

// show follows the elements of TJ (9.4.3 and 9.4.4).
func (s *shown) show(t testing.TB, f *readFont, elements object.Array) {
	t.Helper()
	at := 0.0
	for _, e := range elements {
		codes, ok := e.(object.String)
		if !ok {
			at -= value(t, e) / 1000 * s.size
			continue
		}
		for i := 0; i < len(codes); i += 2 {
			code := int(codes[i])<<8 | int(codes[i+1])
			s.codes = append(s.codes, code)
			s.text += f.unicode[code]
			s.at = append(s.at, at)
			at += f.width(code) / 1000 * s.size
		}
	}
}
