package layout

import (
	"slices"
	"strings"
)

// longestNumber is how many characters a number with its unit may have: an
// identity number, an amount to the cent.
const longestNumber = 24

// longestUnit is how many characters behind a number are its unit.
const longestUnit = 4

// Signs of numbers in tables.
const (
	signs     = "+-−－±▲△▼↑↓<>≤≥≈约￥¥$"
	noUnit    = " .,，。；：、！？（）()《》〔〕[]“”‘’—–-－~～…+*\n\t\u3000\u00A0"
	noFigure  = "—–-－…/／"
	thousands = ",\u202F"
)

// integerPart returns how many glyphs of a cell stand before the place at
// which the numbers of a column are aligned, the decimal point or where it
// would be, and whether the cell is a number at all: a sign, digits with
// thousands parted or not, decimals, a unit.
func integerPart(glyphs []glyph) (int, bool) {
	n := len(glyphs)
	if n == 0 || n > longestNumber || slices.ContainsFunc(glyphs, func(g glyph) bool { return g.r == 0 }) {
		return 0, false
	}
	i := 0
	for i < n && i < 2 && strings.ContainsRune(signs, glyphs[i].r) {
		i++
	}
	start := i
	for i < n && (digit(glyphs[i].r) || i > start && i+1 < n && strings.ContainsRune(thousands, glyphs[i].r) && digit(glyphs[i+1].r)) {
		i++
	}
	integer := i
	if i == start {
		return 0, false
	}
	if i+1 < n && glyphs[i].r == '.' && digit(glyphs[i+1].r) {
		for i++; i < n && digit(glyphs[i].r); i++ {
		}
	}
	return integer, unit(glyphs[i:])
}

// unit reports whether what stands behind a number can be its unit: none, %,
// 个, 万元, km².
func unit(glyphs []glyph) bool {
	return len(glyphs) <= longestUnit && !slices.ContainsFunc(glyphs, func(g glyph) bool {
		return digit(g.r) || strings.ContainsRune(noUnit, g.r)
	})
}

// noNumber reports whether a cell of a column of numbers says that there is
// none: it is empty or a dash.
func noNumber(glyphs []glyph) bool {
	return !slices.ContainsFunc(glyphs, func(g glyph) bool { return !strings.ContainsRune(noFigure, g.r) })
}
