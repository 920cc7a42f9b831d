package lint

import (
	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// An entry is something in an article that may be numbered: a heading, a bold lead
// of a paragraph, the begin of a paragraph, an item of a list.
type entry struct {
	at     diag.Pos
	level  int // of a heading or a lead, 2–5; 0 of others
	text   string
	form   form // noForm without an enumerator
	number int
}

// strong reports whether an entry is a heading or lead: what is numbered there is
// certainly meant as a level.
func (e entry) strong() bool { return e.level > 0 }

// An article is a piece of the body: from a title, a column, an item of a column or
// a break to the next.
type article struct {
	title   bulletin.Block // *Heading, *Banner or *RunIn; nil where there is none
	entries []entry
	blocks  int // other than notes and page breaks
	at      diag.Pos
}

// articles returns the pieces of the body of an issue.
func articles(issue *bulletin.Issue) []*article {
	a := &article{}
	out := []*article{a}
	begin := func(title bulletin.Block, at diag.Pos) {
		a = &article{title: title, at: at}
		out = append(out, a)
	}
	for _, b := range issue.Body {
		switch b := b.(type) {
		case *bulletin.Heading:
			if b.Level == 1 {
				begin(b, b.At)
				continue
			}
			a.add(b.At, b.Level, bulletin.Plain(b.Text))
		case *bulletin.Banner:
			begin(b, b.At)
			continue
		case *bulletin.ArticleBreak:
			begin(nil, diag.Pos{})
			continue
		case *bulletin.RunIn:
			begin(b, b.At)
		case *bulletin.Paragraph:
			a.add(b.At, b.Lead, bulletin.Plain(b.Text))
		case *bulletin.List:
			for _, item := range b.Items {
				a.addItem(b, item)
			}
		case *bulletin.Note, *bulletin.PageBreak:
			continue
		}
		if a.blocks++; a.at.Source == nil {
			a.at = b.Pos()
		}
	}
	return out
}

func (a *article) add(at diag.Pos, level int, text string) {
	f, n := enumerator(text)
	a.entries = append(a.entries, entry{at, level, text, f, n})
}

func (a *article) addItem(list *bulletin.List, item *bulletin.ListItem) {
	if list.Ordered {
		a.add(item.At, 0, item.Marker)
	} else if len(item.Blocks) > 0 {
		if p, ok := item.Blocks[0].(*bulletin.Paragraph); ok {
			a.add(item.At, 0, bulletin.Plain(p.Text))
		}
	}
}

// A sibling is an entry among those of its level below the same heading.
type sibling struct {
	entry
	previous entry // the one before it; zero for the first
	first    bool
	ended    int // of the first: the number with which its form last ended, 0 for none
}

// siblings returns the numbered entries of an article, each with the one before it
// in its form; a number of a higher form begins those below afresh.
func (a *article) siblings() []sibling {
	var out []sibling
	var last, ended [lastForm + 1]entry
	for _, e := range a.entries {
		if e.form == noForm {
			continue
		}
		before := last[e.form]
		s := sibling{entry: e, previous: before, first: before.form == noForm, ended: ended[e.form].number}
		out = append(out, s)
		last[e.form] = e
		for f := e.form + 1; f <= lastForm; f++ {
			if last[f].form != noForm {
				ended[f], last[f] = last[f], entry{}
			}
		}
	}
	return out
}
