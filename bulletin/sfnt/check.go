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
// composite ones, which Parse leaves to their use. It returns the glyphs that
// readers cannot make out, in ascending order: they leave them off without a word,
// and a character is white paper. A subset of the others, with a sound glyph 0, can
// always be made.
func (f *Font) Check() (broken []uint16) {
	c := checker{font: f, levels: make([]uint8, f.glyphs), budget: len(f.tables.glyf)}
	for gid := range f.glyphs {
		if c.level(uint16(gid)) >= mostLevels {
			broken = append(broken, uint16(gid))
		}
	}
	return broken
}

// A checker looks at each glyph once.
type checker struct {
	font   *Font
	levels []uint8 // of each glyph: 0 before it is looked at, 1 for one without parts, mostLevels or more for one that is broken
	budget int     // bytes of outlines that may still come; in a sound font none overlap
}

// open is the level of a glyph whose parts are being looked at.
const open = 0xFF

// level returns the level of a glyph: one more than that of its parts, mostLevels
// for one that is broken, has a broken part or is a part of itself.
func (c *checker) level(gid uint16) uint8 {
	if c.levels[gid] != 0 {
		return c.levels[gid]
	}
	outline, err := c.font.outline(gid)
	c.budget -= len(outline)
	switch {
	case err != nil || c.budget < 0:
		c.levels[gid] = mostLevels
	case isComposite(outline):
		c.levels[gid] = open
		c.levels[gid] = c.above(outline)
	case soundOutline(outline):
		c.levels[gid] = 1
	default:
		c.levels[gid] = mostLevels
	}
	return c.levels[gid]
}

// above returns the level of a composite glyph.
func (c *checker) above(outline []byte) uint8 {
	places, err := components(outline)
	if err != nil {
		return mostLevels
	}
	level := uint8(1)
	for _, at := range places {
		part := u16(outline, at)
		if int(part) >= c.font.glyphs {
			return mostLevels
		}
		below := c.level(part)
		if below >= mostLevels { // open, too
			return mostLevels
		}
		level = max(level, below+1)
	}
	return level
}

// soundOutline reports whether the points of a glyph's contours are all there.
func soundOutline(outline []byte) bool {
	if len(outline) == 0 {
		return true
	}
	contours, at := i16(outline, 0), 10
	switch {
	case contours == 0: // but not zeros in place of a glyph
		return len(outline) <= at+2 || at+2+int(u16(outline, at))+3 >= len(outline)
	case at+2*contours+2 > len(outline):
		return false
	}
	points := 0
	for range contours {
		last := int(u16(outline, at)) + 1
		if last <= points {
			return false
		}
		points, at = last, at+2
	}
	end := pointsEnd(outline, at+2+int(u16(outline, at)), points)
	return end <= len(outline) && end >= len(outline)/2 // and not zeros in place of most of them
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
