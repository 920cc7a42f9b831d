package site_test

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
)

// sharedOf makes the pages of a series, by their names.
func sharedOf(t testing.TB, info site.IndexInfo, entries []site.Entry) map[string]string {
	t.Helper()
	files, err := parse(t).Shared(info, entries)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		out[f.Name] = string(f.Data)
	}
	return out
}

func indexOf(t *testing.T, info site.IndexInfo, entries []site.Entry) string {
	t.Helper()
	return sharedOf(t, info, entries)["index.html"]
}

// entryOf is the entry of an issue with its files.
func entryOf(issue *bulletin.Issue, html, pdf string) site.Entry {
	e := site.NewEntry(issue)
	e.HTML, e.PDF = html, pdf
	return e
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
		entryOf(issueOn(4, bulletin.Date{Year: 2020, Month: 9, Day: 22}), "2020/004.html", "2020/004.pdf"),
		entryOf(supplement, "2020/增刊 1#.html", ""),
		entryOf(issueOn(10, bulletin.Date{Year: 2020, Month: 10, Day: 9}), "", "2020/010.pdf"),
		entryOf(renamed, "2019/001.html", "2019/001.pdf"),
		entryOf(secret, "2021/006.html", "2021/006.pdf"),
		entryOf(unnumbered, "2021/x.html", ""),
		entryOf(issueOn(7, bulletin.Date{Year: 2021, Month: 4, Day: 1}), "", ""),
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
