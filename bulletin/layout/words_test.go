package layout

import (
	"bytes"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/pdf"
)

// TestLongPlaces makes sure that items and headings of any length can be what the
// 导读 leads to: links say only the beginning of them.
func TestLongPlaces(t *testing.T) {
	long := strings.Repeat("很长的标题", 8000)
	for _, block := range []string{"## " + long, "▲ **" + long + "** 正文。"} {
		text := "---\n刊名: 简报\n期号: 1\ndate: 2020-01-02\n导读: [甲乙丙丁, " + long + "]\n---\n\n# 甲乙丙丁\n\n正文。\n\n" + block + "\n\n正文。\n"
		issue := bulletin.Read(diag.NewSource("x.md", []byte(text)), "x", nil)
		d, findings := Pages(issue, testAssets(t))
		if findings.Errors() > 0 || len(d.Outline) != 2 || !d.Outline[1].Hidden {
			t.Fatalf("%v, %d places", findings, len(d.Outline))
		}
		if err := pdf.Write(&bytes.Buffer{}, d, pdf.Options{Producer: "x"}); err != nil {
			t.Error(err)
		}
	}
}

// TestLongCopies makes sure that a copy for a name that is none is refused.
func TestLongCopies(t *testing.T) {
	issue := readIssue(t, "testdata/masthead-stamp.md", nil)
	_, findings := NumberedPages(issue, testAssets(t), []CopyMark{{1, "000001"}, {2, strings.Repeat("甲", longestWords+1)}, {3, strings.Repeat("乙", longestWords+1)}})
	if len(findings) != 1 || !strings.Contains(findings[0].Message, "有8001字，最多8000字") {
		t.Error(findings)
	}
}
