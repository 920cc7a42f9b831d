// Package typeset turns characters into lines: it classes them after clreq and
// GB/T 15834, makes boxes, glue and penalties of them, finds the breaks with
// the least demerits and places every character. It knows no bulletin, no PDF
// and no font file. All arithmetic is in integers.
package typeset

// Class says how a character behaves in a line (clreq, appendix of characters;
// GB/T 15834 5.1).
type Class uint8

// The classes. Widths are in cells; "free" half cells are blank and may be
// squeezed.
const (
	Han       Class = iota // one cell: Han, kana, full-width letters, symbols
	Stop                   // 。！？ right half free
	Pause                  // ，、；： right half free
	Open                   // “（《 left half free
	Close                  // ”）》 right half free
	Dash                   // — of a pair, ⸺
	Ellipsis               // … and ⋯
	Connector              // ～ and the single —, one cell
	Half                   // · ／ and - / – beside Han: half a cell, fixed (GB/T 15834 5.1.7)
	Western                // Latin letters, digits and their marks: the width of the face
	Raised                 // the mark of a note: as wide as it is, close to what stands before it
	Object                 // a picture in a line: as wide as it is
	Space                  // a blank where a line may end; it vanishes there
	Blank                  // a blank where no line may end: U+3000 in a name, U+00A0
	LineEnd                // an editor's hard break
	ZeroWidth              // U+200B: a line may end here
	Joiner                 // U+2060: no line may end here
)

// marks gives the class of every mark that has one wherever it stands.
var marks = map[rune]Class{
	'。': Stop, '！': Stop, '？': Stop, '．': Stop,
	'‼': Stop, '⁇': Stop, '⁈': Stop, '⁉': Stop,
	'，': Pause, '、': Pause, '；': Pause, '：': Pause,
	'（': Open, '《': Open, '〈': Open, '【': Open, '〖': Open, '〔': Open, '［': Open, '｛': Open, '「': Open, '『': Open,
	'）': Close, '》': Close, '〉': Close, '】': Close, '〗': Close, '〕': Close, '］': Close, '｝': Close, '」': Close, '』': Close,
	'⸺': Dash, '⋯': Ellipsis, '～': Connector, '〜': Connector,
	'‧': Half, '・': Half, '／': Half,
	' ': Space, '\t': Space, '\u3000': Blank, '\u00A0': Blank, '\u202F': Blank,
	'\n': LineEnd, '\u200B': ZeroWidth, '\u2060': Joiner, '\uFEFF': Joiner,
}

// Classify returns the class of each character of a paragraph. Characters that
// Chinese and Latin share (quotes, ·, —, …, - and /) are classed by their
// neighbours (clreq §1): Latin only inside a Latin run.
func Classify(text []rune) []Class {
	classes := make([]Class, len(text))
	for i, r := range text {
		if c, ok := marks[r]; ok {
			classes[i] = c
		} else if isWestern(r) {
			classes[i] = Western
		}
	}
	quotes(text, classes)
	for i, r := range text {
		switch r {
		case '—':
			classes[i] = dash(text, classes, i)
		case '…':
			if !western(text, classes, i) {
				classes[i] = Ellipsis
			}
		case '·', '–', '-', '/':
			if besideHan(text, classes, i) {
				classes[i] = Half
			}
		}
	}
	return classes
}

// quotes classes “ ” ‘ ’: a pair is Latin when nothing between is Han and Latin
// stands on both outer sides; an apostrophe is Latin between two letters.
func quotes(text []rune, classes []Class) {
	var open []int
	for i, r := range text {
		switch r {
		case '“', '‘':
			classes[i] = Open
			open = append(open, i)
		case '”', '’':
			classes[i] = Close
			if r == '’' && western(text, classes, i) {
				classes[i] = Western
				continue
			}
			if len(open) > 0 {
				j := open[len(open)-1]
				open = open[:len(open)-1]
				if latinBetween(classes[j+1:i]) && westernAt(text, classes, j-1, -1) && westernAt(text, classes, i+1, 1) {
					classes[j], classes[i] = Western, Western
				}
			}
		}
	}
}

func latinBetween(classes []Class) bool {
	for _, c := range classes {
		if c != Western && c != Space {
			return false
		}
	}
	return len(classes) > 0
}

func dash(text []rune, classes []Class, i int) Class {
	switch {
	case i > 0 && text[i-1] == '—', i+1 < len(text) && text[i+1] == '—':
		return Dash
	case western(text, classes, i):
		return Western
	}
	return Connector
}

// western reports whether Latin stands on both sides of a character, blanks
// not counted.
func western(text []rune, classes []Class, i int) bool {
	return westernAt(text, classes, i-1, -1) && westernAt(text, classes, i+1, 1)
}

func westernAt(text []rune, classes []Class, i, step int) bool {
	for i >= 0 && i < len(text) && classes[i] == Space {
		i += step
	}
	return i >= 0 && i < len(text) && isWestern(text[i]) && text[i] != '—'
}

// besideHan reports whether a character touches Han or a Chinese mark.
func besideHan(text []rune, classes []Class, i int) bool {
	return i > 0 && isCell(classes[i-1]) || i+1 < len(text) && isCell(classes[i+1])
}

func isCell(c Class) bool { return c <= Connector }

// isMark reports whether a class is punctuation of Chinese text.
func isMark(c Class) bool { return c >= Stop && c <= Half }

// isWestern reports whether a character is set from the Latin face: Latin,
// Greek and Cyrillic letters, ASCII, and the small signs that belong to
// numbers.
func isWestern(r rune) bool {
	switch r {
	case '×', '÷', '±', '§', '·', '“', '”', '‘', '’', '…', '—', '¤', '¨':
		return false
	case '–', '€', '£', '™', '‰', '′', '″', '‐', '‑', '\u00AD':
		return true
	}
	return r > ' ' && r < 0x2000 && !(r >= 0x1100 && r <= 0x11FF)
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return isWestern(r) && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xC0) }
