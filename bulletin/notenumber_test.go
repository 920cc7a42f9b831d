package bulletin

import (
	"strings"
	"testing"

	"jianbao/bulletin/diag"
)

// TestNoteOrder numbers footnotes by their first marks, those in notes where
// the note is read, those without a mark last; the labels of 编者按 and body
// are their own.
func TestNoteOrder(t *testing.T) {
	text := "---\n刊名: 简报\n期号: 1\ndate: 2020-01-02\n编者按: |\n  按语[^1]。\n\n  [^1]: 按语的注\n---\n\n" +
		"正文[^1]，再来[^2]，又一次[^1]。\n\n[^2]: 乙\n[^3]: 丙\n[^4]: 没有引用\n[^1]: 甲，见[^3]\n"
	issue := Read(diag.NewSource("x.md", []byte(text)), "x", nil)
	if issue.Findings.Errors() > 0 {
		t.Fatal(issue.Findings)
	}
	o := Notes(issue)
	var got []string
	for i, n := range o.Notes {
		p := n.Blocks[0].(*Paragraph)
		got = append(got, Circled(o.Number(n))+Plain(p.Text))
		if o.Number(n) != i+1 || (o.Marks(n) > 0) != (Plain(p.Text) != "没有引用") {
			t.Errorf("note %d: number %d, %d marks", i+1, o.Number(n), o.Marks(n))
		}
	}
	if want := "①按语的注 ②甲，见 ③丙 ④乙 ⑤没有引用"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
	if Circled(20) != "⑳" || Circled(21) != "〔21〕" {
		t.Error(Circled(20), Circled(21))
	}
}
