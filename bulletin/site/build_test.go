package site_test

import (
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/site"
	"jianbao/templates"
)

func parse(t testing.TB) *site.Site {
	t.Helper()
	s, err := site.Parse(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func pageOf(t testing.TB, issue *bulletin.Issue, info site.PageInfo) string {
	t.Helper()
	var b strings.Builder
	if err := parse(t).Page(&b, issue, info); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// text is running text without any marks.
func text(s string) []bulletin.Inline { return []bulletin.Inline{&bulletin.Text{String: s}} }

func strong(s string) bulletin.Inline { return &bulletin.Strong{Text: text(s)} }

func para(s string) *bulletin.Paragraph { return &bulletin.Paragraph{Text: text(s)} }

func heading(level int, s string) *bulletin.Heading {
	return &bulletin.Heading{Level: level, Text: text(s)}
}

func banner(s string) *bulletin.Banner { return &bulletin.Banner{Level: 1, Text: text(s)} }

func phrase(s string) bulletin.Phrase { return bulletin.Phrase{Text: s} }

func phrases(list ...string) []bulletin.Phrase {
	var out []bulletin.Phrase
	for _, s := range list {
		out = append(out, phrase(s))
	}
	return out
}

func group(title string, items ...string) bulletin.ContentsGroup {
	return bulletin.ContentsGroup{Title: phrase(title), Items: phrases(items...)}
}

func list(label string, names ...string) bulletin.Recipients {
	return bulletin.Recipients{Key: label, Label: phrase(label), Kinds: [][]bulletin.Phrase{phrases(names...)}}
}

// plain is an issue with the least it needs.
func plain(body ...bulletin.Block) *bulletin.Issue {
	return &bulletin.Issue{
		Path: "2020/004",
		Front: bulletin.Front{
			Name:            phrases("工作简报"),
			Number:          4,
			NumberForm:      phrase("第{期号}期"),
			Date:            bulletin.Date{Year: 2020, Month: 9, Day: 22},
			Issuer:          phrases("市环境保护督察工作领导小组办公室"),
			Public:          true,
			EditorNoteLabel: phrase("编者按"),
			Contents:        bulletin.Contents{Title: phrase("【导读】"), Mark: phrase("★")},
			Style:           bulletin.DefaultStyle(),
		},
		Body: body,
	}
}
