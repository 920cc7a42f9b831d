package start

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

type finding = diag.Diagnostic

// A Request says which issue is to be begun.
type Request struct {
	Date       bulletin.Date
	Number     int // 0 for the next
	Supplement bool
}

// An Issue is the beginning of an issue.
type Issue struct {
	Path    string   // from the series root, without .md, with forward slashes
	Text    string   // of its file
	Heading string   // what it is: 第5期，2020年9月29日
	Carried []string // the keys that were carried on
	From    string   // the source they come from; "" for none
	Notes   []string // what the secretary should look at
}

// Next begins an issue of a series. refused says why it cannot be begun, and what
// to type instead.
func Next(s *bulletin.Series, r Request) (issue *Issue, refused string) {
	all := members(s.Issues, r.Supplement)
	before := upTo(all, r.Date)
	var last *member
	if len(before) > 0 {
		last = &before[len(before)-1]
	}
	number, runs := next(all, r.Date.Year)
	if last != nil && last.number == 0 && !last.guessed { // 无, or 增刊 without a number
		if !slices.ContainsFunc(all, func(m member) bool { return m.number > 0 }) {
			number = 0
		}
	}
	if r.Number > 0 {
		number = r.Number
		for _, m := range all {
			if m.number == number && (runs || m.year == r.Date.Year) {
				return nil, fmt.Sprintf("已有%s：%s；换一个期号，或不写 --number", heading(number, r.Supplement), m.Source.Name)
			}
		}
	}
	v := values{r.Date, number, nextTotal(last, s.Issues)}
	b := &beginning{Request: r, series: s, values: v, from: last}
	if b.from == nil {
		if others := upTo(members(s.Issues, !r.Supplement), r.Date); len(others) > 0 {
			b.from = &others[len(others)-1]
		}
	}
	out := &Issue{Path: nameFor(before, v, seriesName(s, b.from)), Heading: b.heading(), Notes: notes(all, r, number, runs)}
	if out.Path == "" {
		out.Path = usualName(v, r.Supplement)
	}
	b.write(out)
	return out, ""
}

func seriesName(s *bulletin.Series, from *member) string {
	switch {
	case s.Settings != nil && len(s.Settings.Front.Name) > 0:
		return s.Settings.Front.FullName()
	case from != nil:
		return from.FullName()
	}
	return ""
}

func heading(number int, supplement bool) string {
	switch {
	case supplement && number > 0:
		return fmt.Sprintf("增刊第%d期", number)
	case supplement:
		return "增刊"
	case number > 0:
		return fmt.Sprintf("第%d期", number)
	}
	return "（没有期号）"
}

// notes says what is odd about the issues before.
func notes(all []member, r Request, number int, runs bool) []string {
	var out []string
	if len(all) == 0 {
		return nil
	}
	last := all[len(all)-1]
	for _, m := range all {
		if m.guessed && (runs || m.year == r.Date.Year || m.year == 0) {
			out = append(out, fmt.Sprintf("%s 的期号读不出，照文件名当作第%d期", m.Source.Name, m.number))
		}
	}
	if last.Findings.Errors() > 0 {
		out = append(out, fmt.Sprintf("最新一期 %s 有错误，能读的才抄过来；bulletin check 列出错误", last.Source.Name))
	}
	if last.Date != (bulletin.Date{}) && r.Date.ISO() < last.Date.ISO() {
		out = append(out, fmt.Sprintf("日期早于最新一期（%s，%s），核对 date", last.Date, last.Source.Name))
	}
	if !runs && number == 1 && r.Number == 0 && last.number > 0 {
		out = append(out, fmt.Sprintf("这是%d年的第一期，期号从1起；期号连着上年编的，加 --number %d", r.Date.Year, last.number+1))
	}
	return out
}

// usualDraft is the body of an issue that is begun.
const usualDraft = `
<!-- 正文从这里写起，写完可把这段说明删去；说明不会印出。
# 文章标题（长标题用 \ 换行，或在可以断开的地方空一格）

正文，段与段之间空一行，段首不用空格。

## 一、一级标题

### （一）二级标题

几篇文章写几个 # 标题；栏目写作 # 【栏目】，栏目里的一条写作 ▲ **小标题** 正文。
图片写作 ![说明](img/图1.png "图题")。导读由各篇的标题自动生成。
-->
`

// A beginning is an issue on its way to a text.
type beginning struct {
	Request
	values
	series *bulletin.Series
	from   *member // whose keys are carried on; nil for none
}

// heading is what the new issue is, for people.
func (b *beginning) heading() string {
	h := heading(b.number, b.Supplement)
	if b.total > 0 {
		h += fmt.Sprintf("（总第%d期）", b.total)
	}
	return h + "，" + b.date.String()
}

// write writes the text of the issue.
func (b *beginning) write(out *Issue) {
	var w strings.Builder
	w.WriteString("---\n")
	switch {
	case b.Supplement && b.number > 0:
		fmt.Fprintf(&w, "增刊: %d\n", b.number)
	case b.Supplement:
		w.WriteString("增刊: true\n")
	case b.number > 0:
		fmt.Fprintf(&w, "期号: %d\n", b.number)
	default:
		w.WriteString("期号: 无\n")
	}
	if b.total > 0 {
		fmt.Fprintf(&w, "总期号: %d\n", b.total)
	}
	fmt.Fprintf(&w, "date: %s\n", b.date.ISO())
	carried := b.carry(&w, out)
	if b.series.Settings == nil && b.from == nil {
		w.WriteString("刊名: 工作简报  # 换成本刊的名称\n")
	}
	if !carried {
		w.WriteString("# 各期相同的（刊名、编发单位、报、送、责任编辑等）写在 bulletin.yaml；这一期不同的写在这里\n")
	}
	w.WriteString("# 导读由各篇标题生成，要自己写的：\n# 导读: [第一条, 第二条]\n---\n")
	w.WriteString(usualDraft)
	out.Text = w.String()
}

// carry writes the keys that are carried on, and reports whether there are any.
func (b *beginning) carry(w *strings.Builder, out *Issue) bool {
	if b.from == nil {
		return false
	}
	keys, unread := b.from.Typed(b.series.Settings)
	for _, k := range keys {
		if !b.carries(k) {
			continue
		}
		if len(out.Carried) == 0 {
			fmt.Fprintf(w, "# 以下照 %s 抄来，有变动的请改\n", b.from.Path+".md")
		}
		out.Carried = append(out.Carried, k.Name)
		w.WriteString(k.Lines)
	}
	if len(out.Carried) > 0 {
		out.From = b.from.Source.Name
	}
	unread = slices.DeleteFunc(unread, func(name string) bool { return !b.carries(bulletin.TypedKey{Key: keyNamed(name)}) })
	if len(unread) > 0 {
		out.Notes = append(out.Notes, fmt.Sprintf("上一期的 %s 写法有错，没有抄过来", strings.Join(unread, "、")))
	}
	return len(out.Carried) > 0
}

// carries reports whether a key of the last issue stands in the next, too: what
// may stand in bulletin.yaml, and of what each issue has for itself that which is
// a way of doing things.
func (b *beginning) carries(k bulletin.TypedKey) bool {
	switch k.Name {
	case "导读":
		return b.from.Contents.Off && k.Lines != ""
	case "份数":
		return b.from.CopiesAuto && k.Lines != ""
	case "份号":
		return b.from.CopyNumber == 1 && k.Lines != ""
	}
	return k.Where == bulletin.Both
}

func keyNamed(name string) bulletin.Key {
	for _, k := range bulletin.Keys() {
		if k.Name == name {
			return k
		}
	}
	return bulletin.Key{Where: bulletin.IssueOnly}
}
