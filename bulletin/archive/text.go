package archive

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/pdf"
)

// A Difference is one place at which a PDF does not say what its source says.
type Difference struct {
	Page    int      // of the PDF, from 1; 0 when it is on none
	At      diag.Pos // in the source, or in bulletin.yaml; no place when that cannot be told
	Article string   // the title of the article At lies in; "" for none
	What    string   // which part of the file: 脚注①, 页码, 文件属性的标题; "" for the running text
	Want    string   // about 20 characters of the source around the place
	Got     string   // and of the PDF
	Note    string   // said in place of Want and Got where they do not tell what is wrong
}

// String says so in words for the archivist: 第3页“督办情况”一文
// （2020/004.md:12）：稿件是“…督办19日…”，PDF 是“…督办18日…”.
func (d Difference) String() string {
	where := ""
	if d.Page > 0 {
		where = fmt.Sprintf("第%d页", d.Page)
	}
	if d.Article != "" {
		where += quoted(excerpt([]rune(d.Article), 0)) + "一文"
	}
	if d.Article != "" && d.What != "" {
		where += "的"
	}
	if where += d.What; where == "" {
		where = "正文"
	}
	if d.At.Source != nil {
		where += fmt.Sprintf("（%s:%d）", d.At.File(), d.At.Line())
	}
	if d.Note != "" {
		return where + "：" + d.Note
	}
	return fmt.Sprintf("%s：稿件是%s，PDF 是%s", where, quoted(d.Want), quoted(d.Got))
}

// bookmarkName is what differences call a bookmark.
const bookmarkName = "书签"

func quoted(s string) string {
	if s == "" {
		return "空的"
	}
	return "“" + strings.ReplaceAll(s, picture, "〔图〕") + "”"
}

// picture stands for a picture among characters, as in a pdf.Readout.
const picture = "\uFFFC"

// mostDifferences is how many differences of a kind are told: more do not help.
const mostDifferences = 200

// Compare returns where a PDF does not say what its source says, in order; none
// when it does, and at most some hundreds. It takes the issue's own words and blocks for what
// should be said, and knows nothing of how they are laid out but what is printed
// at all: no name on preprinted paper (套打), the date in the masthead or at the
// end (日期位置), heads of tables again on further pages, the 报尾 on every page
// when it repeats, no 更正. White space and characters nobody sees are set
// aside, nothing else.
//
// Running text and each footnote are compared in their order, footnotes by
// their numbers, wherever on its pages the PDF has them. What stands outside the
// text is compared page by page: that a page number stands where one must, and
// that nothing but the head of some table and the 报尾 is said again; that a
// head is said again on every page it should be is not looked into, for only
// layout knows. Titles of bookmarks, the texts that stand for pictures and the
// properties of the file are compared too; what pictures show is not.
//
// The issue must be without errors, with its 份数 counted (see Distribute), and
// the PDF one of it alone, not of numbered copies.
func Compare(issue *bulletin.Issue, r *pdf.Readout) []Difference {
	s, p := tell(issue), readPaper(r)
	found := compareScripts("", s.main, p.main)
	found = append(found, compareNotes(s.notes, p.notes)...)
	for _, stray := range r.Stray[:min(len(r.Stray), mostDifferences)] {
		found = append(found, Difference{Page: stray.Page, Note: "PDF 多出" + quoted(excerpt([]rune(seenOf(stray.Text)), 0)) + "，不属于任何段落"})
	}
	found = append(found, compareMargins(issue, s, r)...)
	found = append(found, compareLists(bookmarkName, s.outline, r.Outline)...)
	found = append(found, compareLists("图片的替代文字", s.alts, p.alts)...)
	found = append(found, compareProperties(issue, r)...)
	for _, f := range r.Foreign {
		found = append(found, Difference{Page: f.Page, Note: "PDF 里有本软件不会写的内容（" + f.What + "），文件被别的软件改过"})
	}
	for i := range found {
		d := &found[i]
		if !strings.HasPrefix(d.What, "脚注") && d.What != bookmarkName { // notes stand anywhere in a source, bookmarks say the title
			d.Article = articleAt(issue, d.At)
		}
	}
	return found
}

// articleAt returns the title of the article a place of the source lies in.
func articleAt(issue *bulletin.Issue, at diag.Pos) string {
	title := ""
	for _, b := range issue.Body {
		if at.Source != issue.Source || b.Pos().Offset > at.Offset {
			break
		}
		switch b := b.(type) {
		case *bulletin.ArticleBreak:
			title = ""
		case *bulletin.Heading:
			if b.Level == 1 {
				title = seenOf(bulletin.Plain(b.Text))
			}
		}
	}
	return title
}

// compareProperties compares what the file tells of itself.
func compareProperties(issue *bulletin.Issue, r *pdf.Readout) []Difference {
	var found []Difference
	title, author, subject, date := &script{}, &script{}, &script{}, &script{}
	for _, p := range slices.Concat(issue.Above, issue.Name) {
		title.phrase(p)
	}
	title.made(issue.NumberLine(), issue.NumberAt)
	for _, p := range issue.Issuer {
		author.phrase(p)
	}
	subject.made(issue.NumberLine(), issue.NumberAt)
	date.made(issue.Date.ISO(), issue.Keys["date"])
	for _, c := range []struct {
		what string
		want *script
		got  string
	}{{"标题", title, r.Title}, {"作者", author, r.Author}, {"主题", subject, r.Subject}, {"日期", date, r.Date}} {
		if want, got := c.want.runes, []rune(seenOf(c.got)); !slices.Equal(want, got) {
			i := common(want, got)
			at := c.want.place(min(i, max(len(want)-1, 0)))
			found = append(found, Difference{At: at, What: "文件属性的" + c.what, Want: excerpt(want, i), Got: excerpt(got, i)})
		}
	}
	for _, key := range r.Unlike {
		found = append(found, Difference{Note: "文件属性 " + key + " 在 PDF 的两处（Info 与 XMP）写得不一样"})
	}
	return found
}

// compareLists compares texts one by one; of lists of different length, the
// first that differs.
func compareLists(what string, want []placed, got []string) []Difference {
	var found []Difference
	for i := range max(len(want), len(got)) {
		d := Difference{What: what}
		if i < len(want) {
			d.At, d.Want = want[i].at, seenOf(want[i].text)
		}
		if i < len(got) {
			d.Got = seenOf(got[i])
		}
		if i < len(want) && i < len(got) && d.Want == d.Got {
			continue
		}
		w, g := []rune(d.Want), []rune(d.Got)
		d.Want, d.Got = around(w, g), around(g, w)
		if found = append(found, d); len(want) != len(got) || len(found) == mostDifferences {
			break
		}
	}
	return found
}

// compareNotes compares footnotes by their numbers, and those whose number the
// other side has not in their order.
func compareNotes(want []*script, got []*printed) []Difference {
	var found []Difference
	var lost []*script
	for _, w := range want {
		i := slices.IndexFunc(got, func(g *printed) bool { return g.label == w.label })
		if i < 0 {
			lost = append(lost, w)
			continue
		}
		found = append(found, compareScripts("脚注"+w.label, w, got[i])...)
		got = slices.Delete(slices.Clone(got), i, i+1)
	}
	for i := range min(max(len(lost), len(got)), mostDifferences) {
		w, g := &script{}, &printed{}
		if i < len(lost) {
			w = lost[i]
		}
		if i < len(got) {
			g = got[i]
		}
		found = append(found, compareScripts("脚注"+w.label, w, g)...)
	}
	return found
}
