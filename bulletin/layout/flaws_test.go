package layout

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// TestFlaws says what a printer would point at, and that nothing is said of pages
// as they should be.
func TestFlaws(t *testing.T) {
	a := testAssets(t)
	text := strings.Repeat("督察组到现场查看问题整改的情况，", 5) // three lines
	paragraphs := func(n int) string { return strings.Repeat(text+"\n\n", n) }
	lines := func(n int) string { return strings.Repeat("督察组到现场查看整改。\n\n", n) }
	flaws := map[string]bool{"词中断开": true, "行过疏": true, "标题断行": true, "末页太空": true, "报尾独页": true, "标题在页末": true}
	for _, c := range []struct{ name, front, body, want string }{
		{"good pages", "", "# 督察组下沉一线\n\n" + paragraphs(5), ""},
		{"two good pages", "", "# 督察组下沉一线\n\n" + paragraphs(10), ""},
		{"a long word", "", "网址是`" + strings.Repeat("abcdefghij", 10) + "`。", "词中断开"},
		{"words that may end", "", "名称是" + strings.Repeat("Bulletin of the office ", 4) + "。", ""},
		{"an address", "", "网址是<https://www.example.gov.cn/zwgk/" + strings.Repeat("abcdefghij", 6) + "/>。", ""},
		{"a torn line", "", strings.Repeat("督察组", 5) + "督察" + strings.Repeat("1234567890", 4) + "督察组。", "行过疏"},
		{"a title with a remnant", "", "# 关于印发《某某市2021年政务公开工作要点》的情况\n\n" + text, "标题断行"},
		{"a title the editor broke", "", "# 关于印发《某某市2021年政务公开工作要点》 的情况\n\n" + text, ""},
		{"a last page of one line", "", lines(16), "末页太空"},
		{"a last page of four lines", "", lines(19), ""},
		{"a last page the editor began", "", lines(3) + "\\newpage\n\n" + lines(1), ""},
		{"a 报尾 alone", "报: [" + strings.Repeat("某某市生态环境保护督察工作领导小组办公室, ", 22) + "市委办公室]\n", "# 督察\n\n正文。", "报尾独页"},
		{"a title alone above it", "报: [" + strings.Repeat("某某市生态环境保护督察工作领导小组办公室, ", 18) + "市委办公室]\n", "# 督察\n\n正文。", "标题在页末末页太空"},
		{"a 报尾 below", "报: [市委办公室]\n", "# 督察\n\n正文。", ""},
		{"a title at the foot", "", lines(13) + "# 督察组下沉一线\n\n\\newpage\n\n" + lines(4), ""},
	} {
		source := "---\n刊名: 工作简报\n期号: 1\ndate: 2020-09-22\n" + c.front + "---\n\n" + c.body
		d, findings := Pages(bulletin.Read(diag.NewSource("x.md", []byte(source)), "x", nil), a)
		got := ""
		for _, f := range findings {
			if flaws[f.Code] {
				got += f.Code
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q, on %d pages: %v", c.name, got, c.want, len(d.Pages), findings)
		}
	}
}
