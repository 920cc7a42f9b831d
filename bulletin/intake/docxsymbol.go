package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// symbols are characters of the font Wingdings that offices use, by the lower
// byte of their codes, as fonts of Chinese have them.
var symbols = map[int64]string{
	0xFC: "√", 0xFE: "√", 0xA8: "□", 0x6F: "□", 0x6E: "■", 0x75: "◆", 0xAB: "★", 0xB6: "☆", 0x6C: "●", 0xD8: "▶", 0xE0: "→", 0x70: "□", 0x71: "□",
}

// symbol reads an element that is a character of a font of symbols.
func (b *wordReader) symbol(e xml.StartElement) {
	n, err := strconv.ParseInt(attr(e, "char"), 16, 32)
	if err != nil || !strings.HasPrefix(attr(e, "font"), "Wingdings") {
		n = 0
	}
	b.add(b.symbolOf(n))
}

// symbolOf returns a symbol, or a mark that one is missing, which is told.
func (b *wordReader) symbolOf(n int64) string {
	if s, ok := symbols[n&0xFF]; ok {
		return s
	}
	b.lost["符号字体里的符号，稿件里写作“〓”"]++
	return string(missingGlyph)
}

// unsymboled returns a text with characters for the codes of fonts of symbols
// among it, U+F020–U+F0FF.
func (b *wordReader) unsymboled(s string) string {
	isSymbol := func(r rune) bool { return r >= 0xF020 && r <= 0xF0FF }
	if !strings.ContainsFunc(s, isSymbol) {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		if isSymbol(r) {
			out.WriteString(b.symbolOf(int64(r)))
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}
