package pdf

import (
	"crypto/sha256"
	"strings"

	"jianbao/bulletin/pdf/object"
)

// fontObject adds the objects of a face to the file and returns its font: a
// Type 0 font of two-byte codes, whose one descendant is the embedded TrueType
// program with codes for glyph numbers (9.7.6).
func (f *face) fontObject(file *object.File) object.Ref {
	name := object.Name(subsetTag(f.program) + "+" + plainName(f.font.PostScriptName()))
	font := object.Dict{
		"Type":     object.Name("Font"),
		"Subtype":  object.Name("CIDFontType2"),
		"BaseFont": name,
		"CIDSystemInfo": object.Dict{
			"Registry":   object.String("Adobe"),
			"Ordering":   object.String("Identity"),
			"Supplement": object.Integer(0),
		},
		"FontDescriptor": file.Add(f.descriptor(file, name)),
		"DW":             number(f.commonAdvance()),
		"CIDToGIDMap":    object.Name("Identity"),
	}
	if w := f.widths(); len(w) > 0 {
		font["W"] = w
	}
	return file.Add(object.Dict{
		"Type":            object.Name("Font"),
		"Subtype":         object.Name("Type0"),
		"BaseFont":        name,
		"Encoding":        object.Name("Identity-H"),
		"DescendantFonts": object.Array{file.Add(font)},
		"ToUnicode":       file.Add(&object.Stream{Data: f.toUnicode()}),
	})
}

// Flags of a font descriptor (9.8.2, table 123).
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	flagSymbolic   = 1 << 2 // has characters beyond the Latin standard set
	flagItalic     = 1 << 6
)

// descriptor describes the font and embeds its program (9.8). There is no
// CIDSet: the program holds parts of composite glyphs beside the codes, and
// later standards have given the entry up.
func (f *face) descriptor(file *object.File, name object.Name) object.Dict {
	d := f.font.Describe()
	flags := flagSymbolic
	for _, set := range []struct {
		on   bool
		flag int
	}{{d.FixedPitch, flagFixedPitch}, {d.Serif, flagSerif}, {d.ItalicAngle != 0, flagItalic}} {
		if set.on {
			flags |= set.flag
		}
	}
	program := &object.Stream{Dict: object.Dict{"Length1": object.Integer(len(f.program)), "Filter": object.Name("FlateDecode")}, Data: f.packed}
	return object.Dict{
		"Type":        object.Name("FontDescriptor"),
		"FontName":    name,
		"Flags":       object.Integer(flags),
		"FontBBox":    object.Array{f.scaled(d.XMin), f.scaled(d.YMin), f.scaled(d.XMax), f.scaled(d.YMax)},
		"Ascent":      f.scaled(d.Ascent),
		"Descent":     f.scaled(d.Descent),
		"CapHeight":   f.scaled(d.CapHeight),
		"ItalicAngle": number(divRound(int64(d.ItalicAngle)*1000, 1<<16)),
		"StemV":       stemV(d.Weight),
		"FontFile2":   file.Add(program),
	}
}

// scaled turns font units into whole thousandths of the em.
func (f *face) scaled(units int) object.Integer {
	return object.Integer(divRound(int64(units)*1000, int64(f.font.UnitsPerEm())))
}

// stemV guesses the width of upright strokes from the weight, as TrueType does
// not tell it: about 50 thousandths of the em for the lightest and 250 for the
// heaviest. Readers use it only to replace a font that is not embedded.
func stemV(weight int) object.Integer {
	return object.Integer(50 + divRound(int64(weight)*200, 1000))
}

// commonAdvance returns the advance most codes have, in thousandths of a
// thousandth of the em; the smallest of those equally common. DW is an integer
// (9.7.4.3, table 117), and some readers ignore another number, so that only
// whole thousandths count.
func (f *face) commonAdvance() int64 {
	count := map[int64]int{}
	for _, a := range f.advance {
		if a%1000 == 0 {
			count[a]++
		}
	}
	best := int64(1_000_000)
	for a, n := range count {
		if n > count[best] || n == count[best] && a < best {
			best = a
		}
	}
	return best
}

// widths lists the advances that differ from the common one: runs of codes as
// first code and a list (9.7.4.3).
func (f *face) widths() object.Array {
	w, common := object.Array{}, f.commonAdvance()
	for code := 0; code < len(f.advance); code++ {
		if f.advance[code] == common {
			continue
		}
		first, run := code, object.Array{}
		for ; code < len(f.advance) && f.advance[code] != common; code++ {
			run = append(run, number(f.advance[code]))
		}
		w = append(w, object.Integer(first), run)
	}
	return w
}

// subsetTag returns six letters that differ for different subsets (9.6.4).
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}

// longestName is how long the name of a PostScript font may be (name:
// identifier 6). Archives take no name beyond 127 bytes, with the tag of the
// subset (ISO 19005-2, 6.1.13).
const longestName = 63

// plainName keeps the characters of a PostScript name that need no escape, and
// no more than it may have.
func plainName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return -1
	}, name)
	if name == "" {
		return "Font"
	}
	return name[:min(len(name), longestName)]
}
