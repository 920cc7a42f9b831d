package typeset

import (
	"strings"
	"testing"
)

// TestHostileParagraphs sets what no editor means: all of it ends in order,
// nothing is lost, and nothing stands beyond the margin that could stand
// within. (Quadratic work would take minutes here.)
func TestHostileParagraphs(t *testing.T) {
	const n = 10_000
	for _, piece := range []string{
		"督", "a", "5", "５", "（", "）", "。", "！", "—", "…", "·", "～", "/", "(", ".", "℃", "①", "⸺", "‼",
		" ", "\t", "\u3000", "\u00A0", "\u200B", "\u2060", "\u00AD", "\n", "“", "’", "“”", "‘a’",
		"督\u00A0", "督\u2060", "a\u200B", "a\u00AD", "督\n", "a ", "督 ", "王　", "一、", "〔2020〕1号", "督，", "“a ‘b”", "−5℃", "2020", "a/",
	} {
		cs := chars(strings.Repeat(piece, n/len([]rune(piece))))
		for _, s := range []Setting{body(), column(2), {Frame: Frame{First: 30 * unit, Rest: 7 * unit, Cell: unit}}} {
			lines := Set(cs, s)
			at := 0
			for k, l := range lines {
				if l.Start != at || len(l.X) != l.End-l.Start {
					t.Fatalf("%q: line %d begins at %d after %d", piece, k+1, l.Start, at)
				}
				at = l.End
				if over := l.Width - s.Frame.width(k == 0); over > 2 && l.Width > 2*s.Cell+2 {
					t.Fatalf("%q: line %d stands %d EMU beyond the margin of %d", piece, k+1, over, s.Frame.width(k == 0))
				}
			}
			if at != len(cs) {
				t.Fatalf("%q: %d of %d characters set", piece, at, len(cs))
			}
		}
	}
}

// TestLongWord sets one word of 3,000 letters, and a text around it.
func TestLongWord(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 3000), "督察组" + strings.Repeat("word", 750) + "环境", strings.Repeat("0123456789", 300)} {
		for k, l := range Set(chars(text), body()) {
			if room := body().Frame.width(k == 0); l.Width > room+2 {
				t.Errorf("line %d of %.12s… is %d EMU too wide", k+1, text, l.Width-room)
			}
		}
	}
}
