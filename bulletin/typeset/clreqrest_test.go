package typeset

import (
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// TestClreq7Orphan: no single character, with or without marks, on the last
// line of a paragraph or before an editor's line end: it is squeezed back, or
// another comes down.
func TestClreq7Orphan(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells page.Length
		want  string
	}{
		{"督察组环境保护益", 7, "督察组环境保|护益"},
		{"督察组环境保护。", 7, "督察组环境|保护。"},
		{"督察组，环境保护。", 8, "督察组，环境保护。"},
		{"督察，组环，境保护。", 9, "督察，组环，境保护。"},
		{"督察组环境保“护”。", 7, "督察组环境|保“护”。"},
		{"督察组环境保（护）……", 7, "督察组环境|保（护）……"},
		{"督察组环境保护5。", 7, "督察组环境保|护5。"},
		{"督察组环境保护55。", 7, "督察组环境保护|55。"},
		{"督察组环境保护益\n阳市", 7, "督察组环境保|护益|阳市"},
		{"督", 7, "督"},
		{"督察组\n督", 7, "督察组|督"},
		{"督察组环境保护益阳", 7, "督察组环境保护|益阳"},
		{"abcdef督察组\u2060环境保护", 6, "abcdef督察|组\u2060环境保护"},
	} {
		if got := broken(c.text, column(c.cells)); got != c.want {
			t.Errorf("in %d cells %s, want %s", c.cells, got, c.want)
		}
	}
}

// TestClreq9Tailoring: each row of the table, where UAX #14 by itself would do
// otherwise. Every place a line may end is shown by |.
func TestClreq9Tailoring(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"quotes beside Han", "甲“乙丙”丁", "甲|“乙|丙”|丁"},
		{"quotes amid Latin", "a “b c” d", "a| “b| c”| d"},
		{"·", "甲·乙", "甲·|乙"},
		{"circled, ×, ★, Roman", "甲①乙×丙★Ⅰ丁", "甲|①|乙|×|丙|★|Ⅰ|丁"},
		{"№ and ℃", "甲№5乙℃丙", "甲|№5|乙℃|丙"},
		{"single —", "甲—乙", "甲—|乙"},
		{"pair of —", "甲——乙", "甲|——|乙"},
		{"……", "甲……乙", "甲|……|乙"},
		{"～", "甲～乙", "甲～|乙"},
		{"／", "甲／乙", "甲／乙"},
		{"/", "甲/乙", "甲/乙"},
		{"full-width blank in a name", "叶　飞", "叶　飞"},
		{"full-width blank between names", "张三　李四", "张|三|　李|四"},
		{"number and measure word", "9月17日", "9|月|17|日"},
		{"enumerator", "一、甲", "一、甲"},
		{"Han beyond the BMP", "𬱖㛃𠀀𰀀", "𬱖|㛃|𠀀|𰀀"},
		{"々 and kana", "人々カー", "人|々|カ|ー"},
		{"no-break blank", "甲\u00A0乙", "甲\u00A0乙"},
		{"word joiner", "甲\u2060乙丙", "甲\u2060乙|丙"},
		{"zero-width blank in a word", "ab\u200Bcd", "ab\u200B|cd"},
		{"zero-width blank before a mark", "甲\u200B，乙", "甲\u200B，|乙"},
		{"soft hyphen", "co\u00ADop", "co\u00AD|op"},
		{"soft hyphen beside Han", "甲\u00AD乙", "甲\u00AD|乙"},
		{"editor's line end", "甲乙\n丙", "甲|乙\n|丙"},
		{"brackets of ASCII", "甲(b)丙", "甲|(b)|丙"},
	} {
		cs := exact(c.text)
		p := newProperties(t, cs, column(40))
		at := map[int]bool{}
		for _, i := range p.char {
			at[i] = true
		}
		var b strings.Builder
		for i, k := range cs {
			if at[i] && i > 0 {
				b.WriteByte('|')
			}
			b.WriteRune(k.Rune)
		}
		if b.String() != c.want {
			t.Errorf("%s: a line may end at %q, want %q", c.what, b.String(), c.want)
		}
	}
	strict := column(40)
	strict.Level = Strict
	for _, mark := range []string{"——", "……", "⋯⋯", "⸺"} {
		if points("甲"+mark+"乙", strict).points[1].ok {
			t.Errorf("%s may start a line at the strict level", mark)
		}
	}
}

// TestLatin: words are broken only where a line has nothing else, addresses
// after their signs, nothing added and nothing lost; a soft hyphen shows.
func TestLatin(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells page.Length
		want  string
	}{
		{"督察组环境Standardization保护", 10, "督察组环境Standardiz|ation保护"},
		{"督察组环Standard保护益阳市督察组", 8, "督察组环Standard|保护益阳市督察组"},
		{"督察组环境保Standard益阳市", 8, "督察组环境保|Standard益阳市"},
		{"督察组环co\u00ADoperative组环境", 7, "督察组环co\u00AD-|operative|组环境"},
		{"督察组co\u00ADop环境保护", 8, "督察组co\u00ADop环境|保护"},
		{"督察组环境co\u00AD", 8, "督察组环境co\u00AD"},
		{"督察states-of-art督察组", 7, "督察states-of-|art督察组"},
		{"督察 of the city", 5, "督察 of the| city"},
	} {
		if got := broken(c.text, column(c.cells)); got != c.want {
			t.Errorf("in %d cells %q, want %q", c.cells, got, c.want)
		}
	}
}

// TestAddresses: in a column that is not justified an address breaks after its
// signs, and none is added.
func TestAddresses(t *testing.T) {
	s := column(9)
	s.Ragged = true
	const want = "见http://www.|example.gov.cn/|zwgk/2020?a=1&|bcd=2。"
	if got := broken(strings.ReplaceAll(want, "|", ""), s); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestSoftHyphenAtEnd: the hyphen stands inside the measure and ends at it.
func TestSoftHyphenAtEnd(t *testing.T) {
	lines := Set(exact("督察组环co\u00ADoperation组环境"), column(6))
	l := lines[0]
	if !l.Hyphen || l.Width != 6*unit || l.Ink != 6*unit || l.X[len(l.X)-1] != 6*unit-unit/4 {
		t.Errorf("the hyphen stands at %d of %d; line %+v", l.X[len(l.X)-1], 6*unit, l)
	}
}

// raised makes the characters of a text that follow a ^ marks of notes, half a
// cell wide.
func raised(text string) []Char {
	cs := exact(text)
	out := cs[:0]
	for i := 0; i < len(cs); i++ {
		if cs[i].Rune == '^' && i+1 < len(cs) {
			i++
			cs[i].Class, cs[i].Width = Raised, unit/2
		}
		out = append(out, cs[i])
	}
	return out
}

// TestRaised: the mark of a note never begins a line, stands in the blank half
// of a mark before it, and no gap opens before it.
func TestRaised(t *testing.T) {
	for _, c := range []struct {
		text string
		want page.Length // natural width in halves
	}{
		{"督。^①", 4}, {"督。^①察", 6}, {"督，^①察", 6}, {"督”^①察", 6}, {"督^①。", 5}, {"督^①（察）", 9}, {"GDP^①", 4}, {"督。^①”察", 8},
	} {
		if l := Set(raised(c.text), column(40))[0]; l.Width*2 != c.want*unit {
			t.Errorf("%s is %d/24 cells wide, want %d halves", c.text, l.Width*24/unit, c.want)
		}
	}
	for cells := page.Length(3); cells < 9; cells++ {
		for before := range 9 {
			for _, mark := range []string{"察^①", "。^①", "）^①", "GDP^①", "\u200B^①", " ^①", "^①^②"} {
				cs := raised(strings.Repeat("督", before+1) + mark + "组环境保护益")
				for n, l := range Set(cs, column(cells)) {
					for i := l.Start; i < l.End; i++ {
						if cs[i].Class != Raised {
							continue
						}
						if i == l.Start && n > 0 {
							t.Errorf("in %d cells a mark begins line %d", cells, n+1)
						}
						if a := cs[max(i-1, 0)]; i > l.Start && a.Class == Han && l.X[i-l.Start]-l.X[i-l.Start-1] != unit {
							t.Errorf("in %d cells a gap of %d before a mark", cells, l.X[i-l.Start]-l.X[i-l.Start-1]-unit)
						}
					}
				}
			}
		}
	}
}

// TestObject: a picture in a line takes its width, may begin and end a line
// and never stands beyond the margin while another break exists.
func TestObject(t *testing.T) {
	cs := exact("督察组口环境保护口")
	for i := range cs {
		if cs[i].Rune == '口' {
			cs[i].Class, cs[i].Width = Object, 3*unit
		}
	}
	lines := Set(cs, column(5))
	var got []int
	for _, l := range lines {
		got = append(got, l.End)
		if l.Width > 5*unit {
			t.Errorf("a line is %d/24 cells wide", l.Width*24/unit)
		}
	}
	if len(got) != 3 || got[0] != 3 || got[1] != 6 {
		t.Errorf("lines end at %v", got)
	}
	if Set(cs[3:4], column(2))[0].Width != 3*unit {
		t.Error("a picture wider than the measure does not keep its width")
	}
}
