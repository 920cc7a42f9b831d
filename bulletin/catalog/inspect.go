package catalog

import (
	"slices"

	"jianbao/bulletin/pdf"
	"jianbao/bulletin/pdf/object"
)

// An Inspection is what a PDF file shows of itself when it is read again.
type Inspection struct {
	pdf.Info
	Pages  int      // as it counts them
	Fonts  int      // used for text
	Loose  []string // fonts whose program is not in the file
	Mute   []string // fonts whose text cannot be read back
	Active []string // what acts when it is opened, or brings other files along
}

// Inspect reads a PDF file that this tool has written. An error says that it
// cannot be read, or not without a password.
func Inspect(data []byte) (*Inspection, error) {
	f, err := object.Parse(data)
	if err != nil {
		return nil, err
	}
	info, err := pdf.ReadInfo(f)
	if err != nil {
		return nil, err
	}
	count, _ := f.Resolve(f.Dict(f.Catalog()["Pages"])["Count"]).(object.Integer)
	x := &Inspection{Info: info, Pages: int(count)}
	for _, o := range f.Objects {
		x.object(f, o)
	}
	for _, list := range []*[]string{&x.Loose, &x.Mute, &x.Active} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return x, nil
}

// acting are the keys and kinds of actions that a file for the archive has not
// (ISO 19005-2, 6.5 and 6.8).
var acting = []object.Name{"JavaScript", "JS", "AA", "Launch", "ImportData", "ResetForm", "SubmitForm", "Sound", "Movie", "Rendition", "EmbeddedFiles", "EF", "RichMedia"}

// object takes note of an object and of those that stand within it.
func (x *Inspection) object(f *object.File, o object.Object) {
	switch o := o.(type) {
	case object.Array:
		for _, below := range o {
			x.object(f, below)
		}
	case *object.Stream:
		x.object(f, o.Dict)
	case object.Dict:
		x.dict(f, o)
		for _, below := range o {
			x.object(f, below)
		}
	}
}

// dict takes note of one dictionary.
func (x *Inspection) dict(f *object.File, d object.Dict) {
	kind, _ := f.Resolve(d["S"]).(object.Name)
	for _, name := range acting {
		if d[name] != nil || kind == name {
			x.Active = append(x.Active, string(name))
		}
	}
	if f.Resolve(d["Type"]) == object.Name("Font") && d["DescendantFonts"] == nil && d["CIDSystemInfo"] == nil {
		x.font(f, d, d) // of one byte a character
	}
	for _, below := range f.Array(d["DescendantFonts"]) {
		x.font(f, d, f.Dict(below))
	}
}

// font takes note of a font and of the one that has its program.
func (x *Inspection) font(f *object.File, font, program object.Dict) {
	x.Fonts++
	name, _ := f.Resolve(font["BaseFont"]).(object.Name)
	descriptor := f.Dict(program["FontDescriptor"])
	if descriptor["FontFile2"] == nil && descriptor["FontFile"] == nil && descriptor["FontFile3"] == nil {
		x.Loose = append(x.Loose, string(name))
	}
	if f.Stream(font["ToUnicode"]) == nil {
		x.Mute = append(x.Mute, string(name))
	}
}
