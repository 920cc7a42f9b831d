package typeset

import "strings"

// measureWords follow a number and should stay with it.
const measureWords = "年月日时分秒起期号个条名人次件家项户万亿余元米吨公处点第岁届多章节页种类批组"

// cost returns what a break before character i costs, in hundredths of a cell
// squared, and whether a line may end there at all.
func (b *builder) cost(i int) (int64, bool) {
	a, c := b.chars[i-1], b.chars[i]
	switch {
	case a.Class == LineEnd:
		return Forced, true
	case c.Class == LineEnd, c.Class == ZeroWidth, a.Class == Joiner, c.Class == Joiner, a.Class == Space:
		return 0, false
	case a.Class == Blank || c.Class == Blank, c.Class == Raised:
		return 0, false
	case a.Class == ZeroWidth:
		return 0, true
	case c.Class == Space:
		return b.beforeSpace(i)
	case a.Class == Western && c.Class == Western:
		return b.within(i)
	case a.Class == Dash && c.Class == Dash, a.Class == Ellipsis && c.Class == Ellipsis:
		return b.remedy(i)
	case !MayStart(c.Rune, c.Class, b.set.Level), !MayEnd(a.Rune, a.Class):
		return b.remedy(i)
	}
	return b.soft(i)
}

// beforeSpace returns the cost of a break at a blank, which then vanishes.
func (b *builder) beforeSpace(i int) (int64, bool) {
	next := i
	for next < len(b.chars) && b.chars[next].Class == Space {
		next++
	}
	if next == len(b.chars) {
		return 0, false
	}
	a, c := b.chars[i-1], b.chars[next]
	return 0, c.Class != LineEnd && MayStart(c.Rune, c.Class, b.set.Level) && MayEnd(a.Rune, a.Class)
}

// soft returns the cost of a break that is allowed, dear where a number parts
// from its measure word, and forbidden within a 文号.
func (b *builder) soft(i int) (int64, bool) {
	a, c := b.chars[i-1], b.chars[i]
	switch {
	case isDigit(c.Rune) && a.Rune == '〕', isDigit(a.Rune) && c.Rune == '号' && b.afterYear(i-1):
		return 0, false
	case isDigit(c.Rune) && a.Rune == '第', isDigit(a.Rune) && strings.ContainsRune(measureWords, c.Rune):
		return costNumber, true
	case i == 1 && strings.ContainsRune(bullets, a.Rune):
		return 0, false
	}
	return 0, true
}

// afterYear reports whether the digits that end at i follow a year in 〔〕.
func (b *builder) afterYear(i int) bool {
	for i >= 0 && isDigit(b.chars[i].Rune) {
		i--
	}
	return i >= 0 && b.chars[i].Rune == '〕'
}

// within returns the cost of a break inside a Latin word or number. Numbers
// stay whole; long words and addresses may break without loss.
func (b *builder) within(i int) (int64, bool) {
	a, c := b.chars[i-1].Rune, b.chars[i].Rune
	start, end := b.start[i], b.end[i]
	long := end-start >= longToken
	switch {
	case b.wide(start, end):
		return costEmergency, true
	case a == '\u00AD' || a == '-' && isLetter(c) && i-start > 2:
		return costHyphen, true
	case long && strings.ContainsRune("/?&=_.:#", a) && !strings.ContainsRune("/?&=_.:#", c) && !isDigit(c) && i-start > 2 && end-i > 2:
		return costAddress, true
	case long && isLetter(a) && isLetter(c) && i-start > 2 && end-i > 2:
		return costWord, true
	}
	return 0, false
}

// wide reports whether a Latin run is wider than half a line and so must be
// broken where it stands.
func (b *builder) wide(start, end int) bool {
	return b.before[end]-b.before[start] > b.set.Rest/2
}

// remedy allows a break within a run of four or more marks, at the cost of an
// emergency: clreq lets the rules go where they cannot be kept.
func (b *builder) remedy(i int) (int64, bool) {
	if !isMark(b.chars[i-1].Class) || !isMark(b.chars[i].Class) || b.end[i]-b.start[i] < 4 {
		return 0, false
	}
	return costEmergency, true
}
