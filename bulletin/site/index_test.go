package site_test

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

func indexOf(t *testing.T, info site.IndexInfo, entries []site.Entry) string {
	t.Helper()
	var b strings.Builder
	if err := parse(t).Index(&b, info, entries); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func issueOn(number int, d bulletin.Date) *bulletin.Issue {
	issue := plain(heading(1, "下沉督察 真督实查"), para("正文。"))
	issue.Number, issue.Date = number, d
	return issue
}

func entries() []site.Entry {
	secret := issueOn(6, bulletin.Date{Year: 2021, Month: 3, Day: 1})
	secret.Public = false
	renamed := issueOn(1, bulletin.Date{Year: 2019, Month: 12, Day: 1})
	renamed.Name = phrases("督察快报")
	supplement := issueOn(0, bulletin.Date{Year: 2020, Month: 9, Day: 22})
	supplement.Supplement, supplement.SupplementNumber = true, 1
	unnumbered := issueOn(0, bulletin.Date{Year: 2021, Month: 1, Day: 4})
	unnumbered.Total = 12
	return []site.Entry{
		{Issue: issueOn(4, bulletin.Date{Year: 2020, Month: 9, Day: 22}), HTML: "2020/004.html", PDF: "2020/004.pdf"},
		{Issue: supplement, HTML: "2020/增刊 1#.html"},
		{Issue: issueOn(10, bulletin.Date{Year: 2020, Month: 10, Day: 9}), PDF: "2020/010.pdf"},
		{Issue: renamed, HTML: "2019/001.html", PDF: "2019/001.pdf"},
		{Issue: secret, HTML: "2021/006.html", PDF: "2021/006.pdf"},
		{Issue: unnumbered, HTML: "2021/x.html"},
		{Issue: issueOn(7, bulletin.Date{Year: 2021, Month: 4, Day: 1})},
	}
}

// TestIndexOrder checks that the newest issue comes first, and that those kept
// from the public and those without files stay out.
func TestIndexOrder(t *testing.T) {
	got := indexOf(t, site.IndexInfo{}, entries())
	at := 0
	for _, want := range []string{"2021年", "1月4日", "2020年", "第10期", "第4期", "增刊第1期", "2019年", "第1期", "督察快报"} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("%s is missing or out of order", want)
		}
		at += i
	}
	for _, not := range []string{"006", "第6期", "第7期"} {
		if strings.Contains(got, not) {
			t.Errorf("%s is in the index", not)
		}
	}
}
