package bulletin

import (
	"slices"
	"strings"
	"testing"
)

// TestLeads checks what the lines of a 导读 lead to; # marks a 栏目.
func TestLeads(t *testing.T) {
	blocks := []Block{&Heading{}, &Heading{}, &RunIn{}, &Banner{}}
	ts := []leadTarget{
		{blocks[0], "下沉督察真督实查", true, false}, {blocks[1], "约谈责任人", true, false}, {blocks[2], "高新区", false, false}, {blocks[3], "区县市工作动态", true, true},
	}
	for _, c := range []struct{ lines, want string }{
		{"下沉督察 真督实查|约谈责任人|【区县市工作动态】", "a|b|d"},
		{"约谈责任人|下沉督察真督实查", "b|a"},
		{"改了字|约谈责任人|也改了字", "a|b|d"},
		{"改了字|约谈责任人", "|b"},
		{"高新区", "c"},
		{"#|下沉督察真督实查|#|约谈责任人", "|a||b"},
		{"约谈责任人|约谈责任人|丙", "b|a|d"},
		{"#要情|甲|乙|#动态|丙", "|a|b||d"},
		{"甲|乙|#各地动态|高新区", "a|b|d|c"},
		{"#要情|下沉督察真督实查|#区县市工作动态|高新区", "|a|d|c"},
	} {
		var lines []leadLine
		for _, text := range strings.Split(c.lines, "|") {
			bare, group := strings.CutPrefix(text, "#")
			lines = append(lines, leadLine{bare, group})
		}
		var names []string
		for _, b := range matchLeads(lines, ts) {
			name := ""
			if i := slices.Index(blocks, b); i >= 0 {
				name = "abcd"[i : i+1]
			}
			names = append(names, name)
		}
		if got := strings.Join(names, "|"); got != c.want {
			t.Errorf("%s leads to %s, want %s", c.lines, got, c.want)
		}
	}
}
