package sfnt

// Flags of a point of a simple glyph (glyf: "Simple Glyph Description").
const (
	shortX  = 0x02
	shortY  = 0x04
	repeats = 0x08
	sameX   = 0x10
	sameY   = 0x20
)

// mostLevels is how deep parts of composite glyphs may lie within one another.
// Fonts have one or two levels, and some readers stop at a few.
const mostLevels = 16

// Check looks at the place and the outline of every glyph and at the parts of
// composite ones, which Parse leaves to their use. A font that passes can be
// subset, and readers draw all of its glyphs: one they cannot make out they
// leave off without a word, and a character is white paper.
func (f *Font) Check() error {
	c := checker{font: f, levels: make([]uint8, f.glyphs)}
	for gid := range f.glyphs {
		if err := c.glyph(uint16(gid)); err != nil {
			return err
		}
	}
	return nil
}

// A checker looks at each glyph once.
type checker struct {
	font   *Font
	levels []uint8 // of each glyph: 0 before it is looked at, 1 for one without parts
}

// open is the level of a glyph whose parts are being looked at.
const open = 0xFF

// glyph checks a glyph with its parts.
func (c *checker) glyph(gid uint16) error {
	if c.levels[gid] != 0 {
		return nil
	}
	outline, err := c.font.outline(gid)
	if err != nil {
		return err
	}
	if c.levels[gid] = 1; !isComposite(outline) {
		return checkSimple(outline, gid)
	}
	places, err := components(outline)
	if err != nil {
		return err
	}
	level := uint8(1)
	c.levels[gid] = open
	for _, at := range places {
		part := u16(outline, at)
		if int(part) >= c.font.glyphs {
			return broken("glyf: glyph %d has part %d of %d", gid, part, c.font.glyphs)
		}
		if err := c.glyph(part); err != nil {
			return err
		}
		if level = max(level, c.levels[part]); level >= mostLevels { // open, too
			return broken("glyf: glyph %d is a part of its parts, or they lie too deep", gid)
		}
	}
	c.levels[gid] = level + 1
	return nil
}

// checkSimple makes sure that the points of a glyph's contours are all there.
func checkSimple(outline []byte, gid uint16) error {
	if len(outline) == 0 {
		return nil
	}
	contours, at := i16(outline, 0), 10
	switch {
	case contours == 0 && len(outline) > at+2 && at+2+int(u16(outline, at))+3 < len(outline): // zeros in place of a glyph
		return broken("glyf: glyph %d has no contours in %d bytes", gid, len(outline))
	case contours == 0:
		return nil
	case at+2*contours+2 > len(outline):
		return broken("glyf: glyph %d has %d contours in %d bytes", gid, contours, len(outline))
	}
	points := 0
	for range contours {
		last := int(u16(outline, at)) + 1
		if last <= points {
			return broken("glyf: contours of glyph %d are out of order", gid)
		}
		points, at = last, at+2
	}
	switch end := pointsEnd(outline, at+2+int(u16(outline, at)), points); {
	case end > len(outline):
		return broken("glyf: points of glyph %d are cut off", gid)
	case end < len(outline)/2: // zeros in place of most of them
		return broken("glyf: glyph %d has %d points in %d bytes", gid, points, len(outline))
	}
	return nil
}

// pointsEnd returns where the coordinates of so many points end whose flags
// begin at a place: beyond the end of the outline if they are cut off.
func pointsEnd(outline []byte, at, points int) int {
	size := 0
	for points > 0 {
		if at >= len(outline) {
			return len(outline) + 1
		}
		flag := outline[at]
		at++
		if flag&repeats == 0 || at >= len(outline) {
			size += int(coordinates[flag&0x3F])
			points--
			continue
		}
		n := 1 + int(outline[at])
		size += n * int(coordinates[flag&0x3F])
		points -= n
		at++
	}
	if points < 0 { // more flags than points, at which readers give up
		return len(outline) + 1
	}
	return at + size
}

// coordinates is how many bytes the place of a point takes, by its flag: each
// coordinate two, or one if it is short, or none if it is the same as before.
var coordinates = func() (table [0x40]uint8) {
	for flag := range table {
		for _, bits := range [][2]int{{shortX, sameX}, {shortY, sameY}} {
			switch {
			case flag&bits[0] != 0:
				table[flag]++
			case flag&bits[1] == 0:
				table[flag] += 2
			}
		}
	}
	return table
}()
