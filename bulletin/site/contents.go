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

// anchors returns the id of each block that something may lead to.
func anchors(body []bulletin.Block) map[bulletin.Block]string {
	ids := map[bulletin.Block]string{}
	for _, b := range body {
		if _, ok := bulletin.Words(b); ok {
			ids[b] = "part-" + number(len(ids)+1)
		}
	}
	return ids
}

// newContents sets the 导读 with its links.
func newContents(issue *bulletin.Issue, ids map[bulletin.Block]string) []contentsGroup {
	c := issue.Contents
	if c.Off {
		return nil
	}
	leads := bulletin.Leads(c, issue.Body)
	take := func(text string) contentsItem {
		item := contentsItem{text, template.HTML(inPhrases(text)), ids[leads[0]]}
		leads = leads[1:]
		return item
	}
	var out []contentsGroup
	for _, g := range c.Groups {
		group := contentsGroup{Title: take(g.Title.Text)}
		for _, item := range g.Items {
			group.Items = append(group.Items, take(item.Text))
		}
		out = append(out, group)
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
		if text, ok := bulletin.Words(b); ok && bulletin.IsTitle(b) {
			out = append(out, bulletin.Plain(text))
		}
	}
	return out
}
