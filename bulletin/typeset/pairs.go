package typeset

import "strings"

const (
	// measureWords follow a number and should stay with it.
	measureWords = "年月日时分秒起期号个条名人次件家项户万亿余多元米吨公处点第岁届章节页种类批组份"
	hanNumerals  = "〇零一二三四五六七八九十百千两"
	// bullets stand at the head of an item.
	bullets = "▲★◆●■▶※◇○□△☆"
	// units stand behind a number like a part of it.
	units = "℃℉％‰"
	signs = "－＋±+-−"
	// relations stand before a number like a part of it; ∶ between two.
	relations = "≥≤＜＞≈≠"
)

// latinUnits are the symbols an editor may part from their number by a blank.
var latinUnits = map[string]bool{
	"m": true, "km": true, "cm": true, "mm": true, "kg": true, "g": true, "t": true, "mg": true, "L": true, "mL": true, "h": true, "min": true, "s": true,
	"kW": true, "MW": true, "kWh": true, "kV": true, "Pa": true, "kPa": true, "MPa": true, "dB": true, "Hz": true, "kHz": true, "MHz": true, "GB": true, "MB": true,
	"m²": true, "m³": true, "km²": true, "hm²": true, "m³/s": true, "m/s": true, "km/h": true, "mg/L": true, "%": true, "‰": true,
}

// tie marks the boundaries that are inside the pairs of clreq §3: no line ends
// there and no gap opens.
func (b *builder) tie() {
	b.tied = cleared(b.tied, len(b.chars)+1)
	for i := 1; i < len(b.chars); i++ {
		if b.isPair(i) {
			b.tied[i] = true
		}
	}
	for i, c := range b.chars {
		end := 0
		if b.opensClause(i) {
			end = min(b.enumerator(i), len(b.chars)-1)
		}
		if c.Rune == '〔' || c.Rune == '［' || c.Rune == '[' {
			end = max(end, b.documentNumber(i)-1)
		}
		for k := i + 1; k <= end; k++ {
			b.tied[k] = true
		}
	}
}

// isPair reports whether the characters before and at i are two that never
// part.
func (b *builder) isPair(i int) bool {
	a, c := b.chars[i-1], b.chars[i]
	switch {
	case a.Class == Dash && c.Class == Dash, a.Class == Ellipsis && c.Class == Ellipsis, a.Class == Stop && c.Class == Stop:
		return a.Class != Stop || isRepeated(a.Rune) && isRepeated(c.Rune)
	case isNumeral(a.Rune):
		return isUnit(c.Rune) || isNumeral(c.Rune) || c.Rune == '－' || c.Rune == '∶' || c.Class == Space && b.unitAfter(i)
	case isNumeral(c.Rune):
		if strings.ContainsRune("￥＄№∶"+relations, a.Rune) {
			return true
		}
		return strings.ContainsRune(signs, a.Rune) && (i == 1 || !isNumeral(b.chars[i-2].Rune) && b.chars[i-2].Class != Western)
	}
	return false
}

// isRepeated reports whether a mark shares a cell with another (GB/T 15834
// 5.1.3).
func isRepeated(r rune) bool { return r == '？' || r == '！' }

// isUnit reports whether a character is a unit of one cell or less.
func isUnit(r rune) bool { return strings.ContainsRune(units, r) || r >= 0x3380 && r < 0x33E0 }

// unitAfter reports whether the Latin behind the blank at i is a unit.
func (b *builder) unitAfter(i int) bool {
	word := ""
	for i++; i < len(b.chars) && b.chars[i].Class == Western && len(word) < 8; i++ {
		word += string(b.chars[i].Rune)
	}
	return latinUnits[word]
}

// opensClause reports whether a clause begins at i: where enumerators stand.
func (b *builder) opensClause(i int) bool {
	if b.chars[i].Class == Space {
		return false
	}
	for i > 0 && b.chars[i-1].Class == Space && b.chars[i-1].Rune != '\u3000' {
		i--
	}
	if i == 0 {
		return true
	}
	switch a := b.chars[i-1]; a.Class {
	case Pause:
		return a.Rune != '、'
	case Stop, Double, LineEnd, Open, Space:
		return true
	}
	return false
}

// enumerator returns the end of the enumerator at i (▲ ① 一、 （一） 1. 1、 （1）
// 1）), or 0.
func (b *builder) enumerator(i int) int {
	r := b.chars[i].Rune
	if strings.ContainsRune(bullets, r) || isCircled(r) {
		return i + 1
	}
	bracket := r == '（' || r == '('
	if bracket {
		i++
	}
	end := b.number(i)
	if end == i || end-i > 4 || end >= len(b.chars) {
		return 0
	}
	switch mark := b.chars[end].Rune; {
	case mark == '）' || mark == ')':
		if !bracket && i > 0 && strings.ContainsRune("（(", b.chars[i-1].Rune) {
			return 0 // the inside of another one
		}
		return end + 1
	case bracket:
	case mark == '、', mark == '．':
		return end + 1
	case mark == '.' && (end+1 == len(b.chars) || !isDigit(b.chars[end+1].Rune)):
		return end + 1
	}
	return 0
}

// isCircled reports whether a character is a number in one cell: ① ⑴ ⒈ ㈠ ㊀ ❶.
func isCircled(r rune) bool {
	return r >= 0x2460 && r < 0x249C || r >= 0x3220 && r < 0x322A || r >= 0x3280 && r < 0x328A || r >= 0x2776 && r < 0x2794
}

// number returns the end of the Han or Arabic number that begins at i.
func (b *builder) number(i int) int {
	is := isNumeral
	if i < len(b.chars) && isHanNumeral(b.chars[i].Rune) {
		is = isHanNumeral
	}
	for i < len(b.chars) && is(b.chars[i].Rune) {
		i++
	}
	return i
}

func isHanNumeral(r rune) bool { return strings.ContainsRune(hanNumerals, r) }

// documentNumber returns the end of 〔2020〕12号 or 〔2020〕第12号 when one
// begins at i, or 0.
func (b *builder) documentNumber(i int) int {
	year := i + 1
	end := b.number(year)
	if end-year != 4 || end >= len(b.chars) || !strings.ContainsRune("〕］]", b.chars[end].Rune) {
		return 0
	}
	end++
	if end < len(b.chars) && b.chars[end].Rune == '第' {
		end++
	}
	number := end
	if end = b.number(number); end == number || end >= len(b.chars) || b.chars[end].Rune != '号' {
		return 0
	}
	return end + 1
}

// pairCost returns what a break between i-1 and next (i itself, or what stands
// behind the blanks at i) costs where the pair may part but should not: a
// number and its measure word, 第 and its number, both ends of a range, an
// office and the number of its paper. Han numbers count in dates (三月) only:
// 一个 and 三次 are words like others, which Chinese breaks anywhere.
func (b *builder) pairCost(i, next int) int64 {
	a, c := b.chars[i-1].Rune, b.chars[next].Rune
	isNumber := func(r rune) bool { return isNumeral(r) || isHanNumeral(r) }
	switch {
	case a == '第' && isNumber(c):
		return costOrdinal
	case isNumeral(a) && strings.ContainsRune(measureWords, c), isHanNumeral(a) && strings.ContainsRune("年月日期", c), isHanNumeral(a) && isHanNumeral(c):
		return costNumber
	case strings.ContainsRune("余多万亿", a) && strings.ContainsRune(measureWords, c) && i > 1 && isNumeral(b.chars[i-2].Rune):
		return costNumber
	case strings.ContainsRune("～—－–×÷∶=＝", a) && isNumber(c):
		return costRange
	case strings.ContainsRune("×÷∶=＝", c) && isNumber(a):
		return costRange
	case c == '〔' && isIdeograph(a) && b.documentNumber(next) > 0:
		return costDocument
	}
	return 0
}
