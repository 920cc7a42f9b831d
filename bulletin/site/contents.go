package site

import (
	"html/template"

	"jianbao/bulletin"
)

// A contentsGroup is the items of the 导读 under one 栏目, as a page shows them.
type contentsGroup struct {
	Title contentsItem
	Items []contentsItem
}

// A contentsItem is one line of the 导读, with the id of what it leads to; ""
// when that cannot be told.
type contentsItem struct {
	Plain string
	Text  template.HTML
	ID    string
}

// A target is something of the body the 导读 may lead to.
type target struct {
	id    string
	text  string // without white space
	title bool   // an article or a column, not something within one
	group bool   // a column
}

// targets returns what the 导读 may lead to, and the id of each.
func targets(body []bulletin.Block) ([]target, map[bulletin.Block]string) {
	var out []target
	ids := map[bulletin.Block]string{}
	for _, b := range body {
		text, ok := targetText(b)
		if !ok {
			continue
		}
		id := "part-" + number(len(out)+1)
		ids[b] = id
		_, banner := b.(*bulletin.Banner)
		out = append(out, target{id, bare(bulletin.Plain(text)), isTitle(b), banner})
	}
	return out, ids
}

func targetText(b bulletin.Block) ([]bulletin.Inline, bool) {
	switch b := b.(type) {
	case *bulletin.Heading:
		return b.Text, true
	case *bulletin.Banner:
		return b.Text, true
	case *bulletin.RunIn:
		return b.Head, true
	}
	return nil, false
}

// newContents sets the 导读 with its links.
func newContents(c bulletin.Contents, ts []target) []contentsGroup {
	if c.Off {
		return nil
	}
	var lines []line
	for _, g := range c.Groups {
		lines = append(lines, line{g.Title.Text, true})
		for _, item := range g.Items {
			lines = append(lines, line{item.Text, false})
		}
	}
	ids := match(lines, ts)
	var out []contentsGroup
	take := func(text string) contentsItem {
		item := contentsItem{text, template.HTML(inPhrases(text)), ids[0]}
		ids = ids[1:]
		return item
	}
	for _, g := range c.Groups {
		group := contentsGroup{Title: take(g.Title.Text)}
		for _, item := range g.Items {
			group.Items = append(group.Items, take(item.Text))
		}
		out = append(out, group)
	}
	return out
}

// A line of the 导读 is an item or the 栏目 above items.
type line struct {
	text  string
	group bool
}

// match returns the id each line leads to. A line leads to what has the same
// characters; the words of a 导读 are the editor's own, so items left over
// lead to the titles left over, in order, if there are as many of them; 栏目
// are counted too if only then the numbers agree and each leads to a column.
func match(lines []line, ts []target) []string {
	ids := make([]string, len(lines))
	taken := map[string]bool{}
	for i, l := range lines {
		for _, t := range ts {
			if l.text != "" && !taken[t.id] && t.text == bare(l.text) {
				ids[i], taken[t.id] = t.id, true
				break
			}
		}
	}
	left := untaken(ts, taken)
	for _, groups := range []bool{false, true} {
		if open := unmatched(lines, ids, groups); agree(lines, open, left) {
			for k, i := range open {
				ids[i] = left[k].id
			}
			break
		}
	}
	return ids
}

// unmatched returns the places of the lines without an id, with or without
// those of 栏目.
func unmatched(lines []line, ids []string, groups bool) []int {
	var out []int
	for i, l := range lines {
		if l.text != "" && ids[i] == "" && (groups || !l.group) {
			out = append(out, i)
		}
	}
	return out
}

func agree(lines []line, open []int, left []target) bool {
	if len(open) != len(left) {
		return false
	}
	for k, i := range open {
		if lines[i].group && !left[k].group {
			return false
		}
	}
	return true
}

func untaken(ts []target, taken map[string]bool) []target {
	var out []target
	for _, t := range ts {
		if t.title && !taken[t.id] {
			out = append(out, t)
		}
	}
	return out
}

// summary returns what an issue is about: the lines of its 导读, or its titles.
func summary(issue *bulletin.Issue) []string {
	var out []string
	for _, g := range issue.Contents.Groups {
		for _, item := range g.Items {
			out = append(out, item.Text)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, b := range issue.Body {
		if text, ok := targetText(b); ok && isTitle(b) {
			out = append(out, bulletin.Plain(text))
		}
	}
	return out
}
