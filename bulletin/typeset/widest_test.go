package typeset

import (
	"testing"

	"jianbao/bulletin/page"
)

// TestWidest checks the pieces of texts in half cells: marks stay with what
// they close and lose their blank, words stay whole unless they must not.
func TestWidest(t *testing.T) {
	const cell = 100 * page.Pt
	for _, c := range []struct {
		text          string
		whole, broken page.Length
	}{
		{"", 0, 0},
		{"督察组", 2, 2},
		{"督察，", 3, 3},
		{"督察（整改）。", 4, 4},
		{"共1234567人", 7, 2},
		{"a\u00A0b", 3, 3},
		{"12号 3456789号", 7, 2},
	} {
		runes := []rune(c.text)
		classes := Classify(runes)
		chars := make([]Char, len(runes))
		for i, r := range runes {
			chars[i] = Char{Rune: r, Class: classes[i], Width: cell / 2}
		}
		set := Setting{Frame: Frame{Cell: cell}}
		if whole, broken := Widest(chars, set, false), Widest(chars, set, true); whole != c.whole*cell/2 || broken != c.broken*cell/2 {
			t.Errorf("%q: %d and %d half cells, want %d and %d", c.text, whole*2/cell, broken*2/cell, c.whole, c.broken)
		}
	}
}
