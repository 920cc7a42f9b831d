package pdf

import "jianbao/bulletin/page"

// appendText writes a run as a text object: font and size, origin, and an
// array of codes with the numbers that move each character to its place
// (9.4.3). y is the baseline from the bottom of the page.
func (f *face) appendText(b []byte, t *page.Text, y page.Length) []byte {
	size := milli(t.Size)
	b = append(b, "BT /"...)
	b = append(b, f.key...)
	b = append(b, ' ')
	b = appendMilli(b, size)
	b = append(b, " Tf "...)
	if t.Turn == 0 {
		b = append(appendLengths(b, t.X, y), "Td ["...)
	} else {
		b = append(appendTurn(b, t.Turn, t.X, y), "Tm ["...)
	}
	b = f.appendShow(b, t, size)
	return append(b, "]TJ ET"...)
}

// appendShow writes the elements of the array. What a reader has moved by
// after n characters is the sum of the widths in W less the numbers between
// them; each number is chosen so that this sum, and not only its last part, is
// right to a millionth of the em.
func (f *face) appendShow(b []byte, t *page.Text, size int64) []byte {
	var place page.Length // origin of the next character, from the first
	var shown int64       // where a reader stands, in millionths of the em
	advances := f.rooms(t)
	for i, r := range []rune(t.String) {
		want := divRound(int64(place)*1e7, size*127) // size/1000 pt are size·12.7 EMU
		back := shown - want
		switch {
		case i == 0:
			b = append(b, '<')
		case back != 0:
			b = append(b, '>')
			b = appendMilli(b, back)
			b = append(b, '<')
		}
		code := f.codes[f.letter(t, i, r, advances)]
		b = appendHex(b, code)
		shown = want + f.advance[code]
		place += advances[i]
	}
	return append(b, '>')
}

// appendHex writes a code as four hexadecimal digits.
func appendHex(b []byte, code uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}
