package pdf

import "jianbao/bulletin/pdf/object"

// pressToScreen turns cyan, magenta, yellow and black into red, green and blue:
// each ink takes away its share of what the black has left (7.10.5).
const pressToScreen = "{1 exch sub 4 1 roll " +
	"1 exch sub 3 index mul 3 1 roll 1 exch sub 3 index mul 3 1 roll 1 exch sub 3 index mul 3 1 roll " +
	"4 3 roll pop}"

// pressColours tells of pictures in the colours of printing presses what they
// are on a screen, since archives want one space of colours in a file
// (ISO 19005-1, 6.2.3): they become inks with a rule to red, green and blue
// (8.6.6.5).
func (f *finisher) pressColours(pictures object.Dict) {
	var inks object.Object
	for _, ref := range pictures {
		s := f.file.Stream(ref)
		if s == nil || s.Dict["ColorSpace"] != object.Name("DeviceCMYK") {
			continue
		}
		if inks == nil {
			inks = f.file.Add(f.inks())
		}
		s.Dict["ColorSpace"] = inks
		delete(s.Dict, "Decode")
		if isAdobe(s.Data) {
			s.Dict["Decode"] = interval(1, 0, 4)
		}
	}
}

func (f *finisher) inks() object.Array {
	rule := &object.Stream{Data: []byte(pressToScreen), Dict: object.Dict{
		"FunctionType": object.Integer(4), "Domain": interval(0, 1, 4), "Range": interval(0, 1, 3),
	}}
	names := object.Array{object.Name("Cyan"), object.Name("Magenta"), object.Name("Yellow"), object.Name("Black")}
	return object.Array{object.Name("DeviceN"), names, object.Name("DeviceRGB"), f.file.Add(rule)}
}

// interval is n times the same two bounds.
func interval(from, to, n int) object.Array {
	var a object.Array
	for range n {
		a = append(a, object.Integer(from), object.Integer(to))
	}
	return a
}
