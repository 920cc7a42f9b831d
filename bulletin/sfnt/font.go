// Package sfnt reads TrueType fonts: which characters they cover, how far each
// glyph advances, what a document that embeds them must say of them, and how
// to cut a font down to the glyphs a document uses.
//
// Only fonts with TrueType outlines (a glyf table) are read, alone or as a
// member of a collection. Clauses are those of the OpenType specification 1.9,
// named by table.
package sfnt

import (
	"errors"
	"fmt"
)

// Reasons why a font is refused; every error of this package wraps one of them.
var (
	// ErrNotFont says that the data is no TrueType font or collection at all.
	ErrNotFont = errors.New("not a TrueType font")
	// ErrCFF says that the font has PostScript outlines, which we cannot subset.
	ErrCFF = errors.New("font has PostScript (CFF) outlines")
	// ErrIndex says that the file has no face of the number asked for.
	ErrIndex = errors.New("no such face in the font file")
	// ErrRestricted says that the font's licence bits forbid to embed a subset.
	ErrRestricted = errors.New("font may not be embedded")
	// ErrWholeOnly is the kind of ErrRestricted that forbids only subsets.
	ErrWholeOnly = fmt.Errorf("%w but as a whole", ErrRestricted)
	// ErrBitmapsOnly is the kind of ErrRestricted that forbids only outlines.
	ErrBitmapsOnly = fmt.Errorf("%w but its bitmaps", ErrRestricted)
	// ErrNoUnicode says that the font has no cmap from Unicode to glyphs.
	ErrNoUnicode = errors.New("font has no Unicode cmap")
	// ErrBroken says that a table is missing, too short or contradicts another.
	ErrBroken = errors.New("font is broken")
	// ErrGlyph says that a glyph was asked for which the font has not got, or
	// more of them than one font can hold.
	ErrGlyph = errors.New("no such glyph")
)

// A Font is one face, ready to be asked. It keeps a view of the bytes it was
// parsed from, which must not change afterwards. It is immutable itself, so
// any number of goroutines may share it.
type Font struct {
	tables     tables
	cmap       cmap
	unitsPerEm int
	longLoca   bool
	glyphs     int // number of glyphs
	metrics    int // number of full entries in hmtx
}

// Parse reads the directory and the few fixed tables of the face with the given
// index; index is 0 for a file with a single face. It looks at some dozens of
// numbers whatever the size of the font; glyphs are checked when used.
//
// The error wraps one of the reasons above.
func Parse(data []byte, index int) (*Font, error) {
	t, err := readDirectory(data, index)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: t}
	for _, step := range []func() error{f.readHead, f.readMaxp, f.readHhea, f.checkLoca, f.checkLicence} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if f.cmap, err = chooseCmap(t.cmap); err != nil {
		return nil, err
	}
	return f, nil
}

// UnitsPerEm returns how many font units make one em, 16–16384.
func (f *Font) UnitsPerEm() int { return f.unitsPerEm }

// NumGlyphs returns how many glyphs the font has, at least 1.
func (f *Font) NumGlyphs() int { return f.glyphs }

// Glyph returns the glyph the font shows for r, and whether it has one.
// Glyph 0, the box for missing characters, counts as none.
func (f *Font) Glyph(r rune) (gid uint16, ok bool) {
	if r < 0 {
		return 0, false
	}
	g := f.cmap.lookup(uint32(r))
	if g == 0 || g >= uint32(f.glyphs) {
		return 0, false
	}
	return uint16(g), true
}

// Advance returns the horizontal advance of a glyph in font units, 0 for a
// glyph the font has not got. Glyphs beyond the last full entry of hmtx share
// its advance (hmtx: "hMetrics").
func (f *Font) Advance(gid uint16) int {
	if int(gid) >= f.glyphs {
		return 0
	}
	at := min(int(gid), f.metrics-1)
	return int(u16(f.tables.hmtx, 4*at))
}

// bearing returns the left side bearing of a glyph in font units. A font may
// leave off bearings at the end of the table; they are taken as 0.
func (f *Font) bearing(gid uint16) uint16 {
	if int(gid) < f.metrics {
		return u16(f.tables.hmtx, 4*int(gid)+2)
	}
	at := 4*f.metrics + 2*(int(gid)-f.metrics)
	if at+2 > len(f.tables.hmtx) {
		return 0
	}
	return u16(f.tables.hmtx, at)
}

// readHead takes the size of the em and the kind of loca (head: unitsPerEm,
// indexToLocFormat).
func (f *Font) readHead() error {
	if len(f.tables.head) < headLength {
		return broken("head is %d bytes long", len(f.tables.head))
	}
	f.unitsPerEm = int(u16(f.tables.head, 18))
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return broken("head: %d units per em", f.unitsPerEm)
	}
	switch format := u16(f.tables.head, 50); format {
	case 0, 1:
		f.longLoca = format == 1
	default:
		return broken("head: loca of kind %d", format)
	}
	return nil
}

// readMaxp takes the number of glyphs. Fonts with a glyf table need version 1.0
// of the table.
func (f *Font) readMaxp() error {
	if len(f.tables.maxp) < maxpLength {
		return broken("maxp is %d bytes long", len(f.tables.maxp))
	}
	f.glyphs = int(u16(f.tables.maxp, 4))
	if f.glyphs == 0 {
		return broken("maxp: no glyphs")
	}
	return nil
}

// readHhea takes the number of full entries in hmtx and checks that they are
// there.
func (f *Font) readHhea() error {
	if len(f.tables.hhea) < hheaLength {
		return broken("hhea is %d bytes long", len(f.tables.hhea))
	}
	f.metrics = int(u16(f.tables.hhea, 34))
	if f.metrics == 0 || f.metrics > f.glyphs {
		return broken("hhea: %d metrics for %d glyphs", f.metrics, f.glyphs)
	}
	if len(f.tables.hmtx) < 4*f.metrics {
		return broken("hmtx is %d bytes long for %d metrics", len(f.tables.hmtx), f.metrics)
	}
	return nil
}

// checkLoca makes sure that every glyph and the end of the last have a place.
func (f *Font) checkLoca() error {
	size := 2
	if f.longLoca {
		size = 4
	}
	if len(f.tables.loca) < size*(f.glyphs+1) {
		return broken("loca is %d bytes long for %d glyphs", len(f.tables.loca), f.glyphs)
	}
	return nil
}

func broken(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrBroken, fmt.Sprintf(format, args...))
}
