// Package typeset turns characters into lines: it classes them after clreq and
// GB/T 15834, makes boxes, glue and penalties of them, finds the breaks with
// the least demerits and places every character. It knows no bulletin, no PDF
// and no font file. All arithmetic is in integers.
package typeset

import "unicode"

// Class says how a character behaves in a line (clreq, appendix of characters;
// GB/T 15834 5.1).
type Class uint8

// The classes. Widths are in cells; "free" half cells are blank and may be
// squeezed.
const (
	Han        Class = iota // one cell: Han, kana, full-width letters, symbols
	Stop                    // 。！？ right half free
	Pause                   // ，、；： right half free
	Open                    // “（《 left half free
	Close                   // ”）》 right half free
	Double                  // ‼ ⁇ ⁈ ⁉ two marks in one cell, nothing free (GB/T 15834 5.1.3)
	Dash                    // — of a pair, ⸺ of two cells
	Ellipsis                // … and ⋯
	Connector               // ～ and the single —, one cell
	Half                    // · ／ and - / – beside Han: half a cell, fixed (GB/T 15834 5.1.7)
	Western                 // Latin letters, digits and their marks: the width of the face
	Raised                  // the mark of a note: as wide as it is, close to what stands before it
	Object                  // a picture in a line: as wide as it is
	Space                   // a blank where a line may end; it vanishes there
	Blank                   // a blank where no line may end: U+3000 in a name, U+00A0
	LineEnd                 // an editor's hard break
	ZeroWidth               // U+200B: a line may end here
	Joiner                  // U+2060: no line may end here
	SoftHyphen              // U+00AD: within Latin a line may end here, and then shows a hyphen
)

// marks gives the class of every mark that has one wherever it stands.
var marks = map[rune]Class{
	'。': Stop, '！': Stop, '？': Stop, '．': Stop,
	'‼': Double, '⁇': Double, '⁈': Double, '⁉': Double,
	'，': Pause, '、': Pause, '；': Pause, '：': Pause,
	'（': Open, '《': Open, '〈': Open, '【': Open, '〖': Open, '〔': Open, '［': Open, '｛': Open, '「': Open, '『': Open,
	'）': Close, '》': Close, '〉': Close, '】': Close, '〗': Close, '〕': Close, '］': Close, '｝': Close, '」': Close, '』': Close,
	'⸺': Dash, '⋯': Ellipsis, '～': Connector, '〜': Connector,
	'‧': Half, '・': Half, '／': Half,
	' ': Space, '\t': Space, '\u2002': Space, '\u2003': Space, '\u2009': Space,
	'\u00A0': Blank, '\u202F': Blank, '\u2007': Blank,
	'\n': LineEnd, '\u200B': ZeroWidth, '\u2060': Joiner, '\uFEFF': Joiner, '\u00AD': SoftHyphen,
}

func isCell(c Class) bool { return c <= Connector }

// isMark reports whether a class is punctuation of Chinese text.
func isMark(c Class) bool { return c >= Stop && c <= Half }

// isUnseen reports whether a class only steers where lines end and takes no
// room.
func isUnseen(c Class) bool { return c >= ZeroWidth && c <= SoftHyphen }

// isWestern reports whether a character is set from the Latin face: Latin,
// Greek and Cyrillic letters, ASCII, and the small signs that belong to
// numbers.
func isWestern(r rune) bool {
	switch r {
	case '×', '÷', '±', '§', '·', '“', '”', '‘', '’', '…', '—', '¤', '¨':
		return false
	case '–', '™', '‰', '′', '″', '‐', '‑', '−':
		return true
	}
	switch {
	case r >= 0x2070 && r < 0x20A0, r >= 0x20A0 && r < 0x20D0: // raised and lowered digits, currencies
		return true
	}
	return r > ' ' && r < 0x2000 && !(r >= 0x1100 && r <= 0x11FF)
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return isWestern(r) && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xC0) }

// isNumeral reports whether a character is a digit of either width.
func isNumeral(r rune) bool { return isDigit(r) || r >= '０' && r <= '９' }

// isIdeograph reports whether a character is Han or kana, and no symbol that
// only is as wide.
func isIdeograph(r rune) bool {
	return r >= 0x4E00 && r < 0xA000 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
