package typeset

import "jianbao/bulletin/page"

// Widest returns the width in EMU of the widest piece of a text that stays in
// one line, however narrow its frame: of whole words and numbers, or, when
// broken, with words parted wherever a line may end at all. Marks count
// without their blank half at the end of a line. What stands in the frame of s
// does not matter.
func Widest(chars []Char, s Setting, broken bool) page.Length {
	if len(chars) == 0 {
		return 0
	}
	s.First, s.Rest = endless, endless
	dearest := int64(costWord) * int64(s.Cell) / 100 * int64(s.Cell)
	if broken {
		s.First, s.Rest = 0, 0 // every word is wider than this and may be parted
	}
	var widest, width, tail page.Length // tail: the white since the last box of the piece
	inside := false
	text := newSeen(chars)
	p := itemise(text, s)
	for k, it := range p.items {
		switch {
		case it.Kind == Box:
			width, tail, inside = width+it.Width, 0, true
		case it.Kind == Glue && inside:
			width, tail = width+it.Width, tail+it.Width
		case it.Kind != Penalty, it.Fault >= Parted && !withinWord(text.chars, int(p.char[k])):
		case broken || it.Cost < dearest:
			widest = max(widest, width-tail)
			width, tail, inside = 0, 0, false
		}
	}
	return widest
}

// endless is wider than any line.
const endless = 1000 * 1000 * page.Mm

// withinWord reports whether a place lies within a word or number.
func withinWord(chars []Char, i int) bool {
	if i <= 0 || i >= len(chars) || chars[i-1].Class != Western || chars[i].Class != Western {
		return false
	}
	letter := func(r rune) bool { return isDigit(r) || isLetter(r) }
	return letter(chars[i-1].Rune) && letter(chars[i].Rune)
}
