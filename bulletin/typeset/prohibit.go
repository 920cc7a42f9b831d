package typeset

import "strings"

// Level is how much may not stand at the ends of a line (clreq, levels of
// prohibition rules).
type Level int

// The levels that 禁则 names.
const (
	GB     Level = iota // 国标: what GB/T 15834 asks
	Strict              // 严格: neither —— nor …… at the start of a line either
)

// Characters beside the classes that may not start or end a line: units after
// a number, currency before one, ASCII marks after Han (clreq §2, practice).
const (
	noStart = ")]}!?,.:;%％‰℃℉°′″-/–～·‧・／"
	noEnd   = "([{￥¥$＄№#＃@＠€£/／"
)

// MayStart reports whether a line may start with the character.
func MayStart(r rune, c Class, level Level) bool {
	switch c {
	case Stop, Pause, Close, Double, Connector, Half, Raised:
		return false
	case Dash, Ellipsis:
		return level < Strict
	}
	return !strings.ContainsRune(noStart, r)
}

// MayEnd reports whether a line may end with the character.
func MayEnd(r rune, c Class) bool {
	return c != Open && !strings.ContainsRune(noEnd, r)
}
