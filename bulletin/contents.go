package bulletin

import (
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// contents reads the 导读 an editor gave; true leaves it to be made.
func (r *keyReader) contents(v *value) {
	c := &r.front.Contents
	const hint = "写作列表，每行 - 文字；不要导读写 导读: false"
	switch {
	case v.kind == textKind && strings.EqualFold(v.text, "false"):
		c.Off = true
	case v.kind == textKind && strings.EqualFold(v.text, "true"):
		delete(r.front.Keys, "导读")
	case v.kind == listKind:
		if items := r.list("导读", v); len(items) > 0 {
			c.Groups = []ContentsGroup{{Items: items}}
		}
	case v.kind == mapKind:
		for _, e := range v.entries {
			r.contentsGroup(e)
		}
	default:
		r.add(v.at, "导读", hint, "导读应为列表，现为%s", shown(v))
	}
}

func (r *keyReader) contentsGroup(e entry) {
	group := ContentsGroup{Title: Phrase{e.key, e.at}}
	switch {
	case e.value.kind == listKind:
		group.Items = r.list("导读", e.value)
	case e.value.kind == textKind && e.value.text != "":
		group.Items = []Phrase{r.phrase("导读", e.value)}
	case e.value.kind != nullKind:
		r.add(e.value.at, "导读", "写作 "+e.key+": [第一条, 第二条]", "导读的“%s”应为列表，现为%s", e.key, shown(e.value))
	}
	r.front.Contents.Groups = append(r.front.Contents.Groups, group)
}

// makeContents fills a 导读 the editor left to us, from the titles of articles
// and the banners that open a part of their own; one title needs none.
func makeContents(c *Contents, body []Block) {
	if items := bodyTitles(body); len(items) >= 2 {
		c.Groups = []ContentsGroup{{Items: items}}
	}
}

// Titles returns the main titles of an issue: the items of its 导读 or, where it
// has none, the titles of its articles and banners.
func (issue *Issue) Titles() []Phrase {
	var items []Phrase
	for _, g := range issue.Contents.Groups {
		items = append(items, g.Items...)
	}
	if len(items) == 0 {
		return bodyTitles(issue.Body)
	}
	return items
}

// bodyTitles returns the titles of articles and of the banners that open a part
// of their own.
func bodyTitles(body []Block) []Phrase {
	var items []Phrase
	for _, b := range body {
		switch b := b.(type) {
		case *Heading:
			if b.Level == 1 {
				items = append(items, title(b.Text))
			}
		case *Banner:
			items = append(items, bannerTitle(b.Text))
		}
	}
	return slices.DeleteFunc(items, func(p Phrase) bool { return p.Text == "" })
}

// title returns the characters of a heading with their place.
func title(text []Inline) Phrase { return Phrase{Plain(text), firstPos(text)} }

// bannerTitle returns a 栏目 without its 【】.
func bannerTitle(text []Inline) Phrase {
	p := title(text)
	inner := strings.TrimSuffix(strings.TrimPrefix(p.Text, "【"), "】")
	if len(inner) < len(p.Text) && strings.HasPrefix(p.Text, "【") {
		p.At = p.At.Plus(len("【"))
	}
	p.Text = strings.TrimSpace(inner)
	return p
}

// firstPos returns where the first character of a text stands.
func firstPos(text []Inline) diag.Pos {
	for _, in := range text {
		switch in := in.(type) {
		case *Strong:
			return firstPos(in.Text)
		case *Emphasis:
			return firstPos(in.Text)
		case *Link:
			return firstPos(in.Text)
		default:
			return in.Pos()
		}
	}
	return diag.Pos{}
}
