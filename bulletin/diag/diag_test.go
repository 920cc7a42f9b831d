package diag

import (
	"strings"
	"testing"
)

func TestRender(t *testing.T) {
	src := NewSource("issues/2020/004.md", []byte("---\ndate: 2020-09-22\n期号: 七\n---\n"))
	d := Diagnostic{Pos: src.At(src.Offset(3, 5)), Code: "期号", Message: "期号应为正整数，现为“七”", Hint: "写作 期号: 7"}
	want := `issues/2020/004.md:3:5: 错误: 期号应为正整数，现为“七” [期号]
    期号: 七
          ^
    提示：写作 期号: 7`
	if got := d.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPlaces(t *testing.T) {
	src := NewSource("x", []byte("\uFEFF一二\r\n三四\r五𬱖六"))
	if string(src.Text) != "一二\n三四\n五𬱖六" || src.Lines() != 3 {
		t.Fatalf("%q, %d lines", src.Text, src.Lines())
	}
	for _, c := range []struct{ line, column, wantLine, wantColumn int }{
		{1, 1, 1, 1}, {1, 2, 1, 2}, {1, 9, 1, 3}, {2, 2, 2, 2}, {3, 3, 3, 3}, {3, 99, 3, 4}, {9, 1, 3, 4}, {0, 1, 1, 1},
	} {
		p := src.At(src.Offset(c.line, c.column))
		if p.Line() != c.wantLine || p.Column() != c.wantColumn {
			t.Errorf("line %d column %d lies at %d:%d, want %d:%d", c.line, c.column, p.Line(), p.Column(), c.wantLine, c.wantColumn)
		}
	}
	if p := src.At(1000); p.Line() != 3 || p.Column() != 4 {
		t.Errorf("beyond the text: %d:%d", p.Line(), p.Column())
	}
	if (Pos{}).Line() != 0 || (Pos{}).File() != "" || (Pos{}).Plus(3) != (Pos{}) {
		t.Error("the zero place is a place")
	}
	if src.Line(2) != "三四" || src.Line(0) != "" || src.Line(4) != "" {
		t.Error("wrong lines")
	}
}

// TestExcerpt says that the caret stands under its character in a terminal,
// long lines cut around it.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("督察", 200)
	for _, c := range []struct {
		line        string
		column      int
		text, caret string
	}{
		{"a督b", 3, "a督b", "   ^"},
		{"\t督", 2, " 督", " ^"},
		{"", 1, "", "^"},
		{"ab", 9, "ab", "  ^"},
	} {
		text, caret := excerpt(c.line, c.column)
		if text != c.text || caret != c.caret {
			t.Errorf("%q:%d: %q %q", c.line, c.column, text, caret)
		}
	}
	text, caret := excerpt(long, 200)
	if n := len([]rune(text)); n > 50 || !strings.HasPrefix(text, "…") || !strings.HasSuffix(text, "…") || len(caret) != 38 {
		t.Errorf("%d characters, caret at %d: %s", n, len(caret), text)
	}
}

func TestSorted(t *testing.T) {
	a, b := NewSource("a", []byte("xyz")), NewSource("b", []byte("xyz"))
	var l List
	l.Add(b.At(1), Warning, "c", "", "m")
	l.Add(a.At(2), Error, "c", "", "m%d", 1)
	l.Add(a.At(0), Info, "c", "", "m")
	l.Add(a.At(2), Error, "c", "", "m1")
	s := l.Sorted()
	if len(s) != 3 || s[0].Pos != a.At(0) || s[1].Pos != a.At(2) || s[2].Pos != b.At(1) {
		t.Errorf("%v", s)
	}
	if l.Errors() != 2 || l.Warnings() != 1 {
		t.Error("wrong counts")
	}
}
