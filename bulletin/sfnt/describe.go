package sfnt

import "fmt"

// A Description is what a document says of a font it embeds. Lengths are in
// font units, y upwards from the baseline.
type Description struct {
	XMin, YMin, XMax, YMax int    // box around all glyphs
	Ascent, Descent        int    // Descent is negative below the baseline
	CapHeight              int    // of flat capitals
	ItalicAngle            int32  // degrees anticlockwise, times 65536
	Weight                 int    // 400 regular, 700 bold
	FixedPitch             bool   // all glyphs advance alike
	Serif                  bool   // strokes end in serifs
	FSType                 uint16 // licence bits of OS/2
	Variable               bool   // glyphs are those of one of several designs, often the lightest
}

// Describe gathers the description from head, hhea, OS/2 and post. A font
// without the latter two is described by what can be reckoned from the rest.
func (f *Font) Describe() Description {
	head, hhea := f.tables.head, f.tables.hhea
	d := Description{
		XMin: i16(head, 36), YMin: i16(head, 38), XMax: i16(head, 40), YMax: i16(head, 42),
		Ascent: i16(hhea, 4), Descent: i16(hhea, 6),
		Weight:   400,
		Variable: f.tables.fvar != nil,
	}
	if u16(head, 44)&1 != 0 { // macStyle: bold
		d.Weight = 700
	}
	d.addOS2(f.tables.os2)
	if post := f.tables.post; len(post) >= 16 {
		d.ItalicAngle = int32(u32(post, 4))
		d.FixedPitch = u32(post, 12) != 0
	}
	if d.CapHeight <= 0 {
		d.CapHeight = f.capHeight(d.Ascent)
	}
	return d
}

// addOS2 takes weight, licence and style, and from version 2 on the height of
// capitals.
func (d *Description) addOS2(os2 []byte) {
	if len(os2) < 68 {
		return
	}
	if w := int(u16(os2, 4)); w > 0 && w <= 1000 {
		d.Weight = w
	}
	d.FSType = u16(os2, 8)
	d.Serif = hasSerifs(os2[30], os2[32], os2[33])
	if u16(os2, 0) >= 2 && len(os2) >= 90 {
		d.CapHeight = i16(os2, 88)
	}
}

// hasSerifs looks at the class of sFamilyClass, of which 1–5 and 7 have serifs,
// and at PANOSE: family 2 is Latin text, whose styles 2–10 have serifs.
func hasSerifs(class, family, style byte) bool {
	switch class {
	case 1, 2, 3, 4, 5, 7:
		return true
	}
	return family == 2 && style >= 2 && style <= 10
}

// capHeight measures the letter H where the font does not tell.
func (f *Font) capHeight(ascent int) int {
	if gid, ok := f.Glyph('H'); ok {
		if _, _, _, top, ok := f.Bounds(gid); ok {
			return top
		}
	}
	return ascent
}

// Licence bits of OS/2, fsType.
const (
	usageMask      = 0x000F
	usageForbidden = 0x0002 // restricted licence, unless a milder bit stands beside it
	noSubsetting   = 0x0100
	bitmapsOnly    = 0x0200
)

// checkLicence refuses a font that must not be embedded, or not as a subset,
// which is the only way we embed. Preview and print (0x0004) and editable
// (0x0008) fonts may stand in a document that is read and printed, which a PDF
// file is.
func (f *Font) checkLicence() error {
	if len(f.tables.os2) < 10 {
		return nil
	}
	t := u16(f.tables.os2, 8)
	reason := error(nil)
	switch {
	case t&usageMask == usageForbidden:
		reason = ErrRestricted
	case t&bitmapsOnly != 0:
		reason = ErrBitmapsOnly
	case t&noSubsetting != 0:
		reason = ErrWholeOnly
	default:
		return nil
	}
	return fmt.Errorf("%w: fsType is 0x%04X", reason, t)
}
