package layout

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// TestWidows sets paragraphs so that their last lines come everywhere on the
// page: none stands alone at the head of one, and pages are left a line short
// only where the paragraph cannot lose its last line.
func TestWidows(t *testing.T) {
	a := testAssets(t)
	long := "会议指出，要高度重视安全生产，坚持人民至上、生命至上，统筹发展和安全，切实把工作抓实、抓细、抓到位，遏制事故。"
	full := "会议指出要高度重视安全生产工作坚持人民至上生命至上统筹发展和安全切实把各项工作抓实抓细抓到位坚决防范遏制重特大事故发生确保全市安全生产形势持续稳定向好发展。"
	for _, text := range []string{long, full} {
		shortened := 0
		for before := range 22 {
			body := strings.Repeat("一行。\n\n", before) + strings.Repeat(text+"\n\n", 20)
			head := "---\n刊名: 简报\n期号: 1\ndate: 2020-01-02\n---\n\n"
			d, findings := Pages(bulletin.Read(diag.NewSource("x.md", []byte(head+body)), "x", nil), a)
			if findings.Errors() > 0 {
				t.Fatal(findings)
			}
			for n, p := range d.Pages {
				lines := baselines(p)
				if first := lines[0]; n > 0 && strings.HasSuffix(first.text, "。") && first.text != "一行。" {
					t.Errorf("%d lines before: page %d begins with %q", before, n+1, first.text)
				}
				if n > 0 && n+1 < len(d.Pages) && len(lines) < 22 {
					shortened++
				}
			}
		}
		if text == long && shortened > 0 {
			t.Errorf("%d pages are short, though the paragraph has blank halves to lose", shortened)
		}
	}
}

// A textLine is what stands on one baseline of a page, page numbers left out.
type textLine struct {
	y    page.Length
	text string
}

func baselines(p *page.Page) []textLine {
	var lines []textLine
	for _, it := range p.Items {
		t, ok := it.(*page.Text)
		if !ok || t.Node == page.Artifact {
			continue
		}
		if n := len(lines); n > 0 && lines[n-1].y == t.Y {
			lines[n-1].text += t.String
		} else {
			lines = append(lines, textLine{t.Y, t.String})
		}
	}
	if len(lines) == 0 {
		lines = []textLine{{text: "nothing"}}
	}
	return lines
}
