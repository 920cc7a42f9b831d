package desk

import (
	"fmt"
	"html"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// places knows the sources an issue is made of, and where in them its parts were
// typed. Only what it knows is ever shown as a source.
type places struct {
	issue   string // name of the source of the issue
	sources map[string]*diag.Source
	last    diag.Pos // the last place asked for, and its column
	column  int
}

func newPlaces(issue *bulletin.Issue, series *bulletin.Series, findings ...diag.List) *places {
	p := &places{issue: issue.Source.Name, sources: map[string]*diag.Source{}}
	p.sources[issue.Source.Name] = issue.Source
	p.add(issue.Record)
	if series.Settings != nil {
		p.add(series.Settings.Source)
	}
	if series.Register != nil {
		p.add(series.Register.Source)
	}
	if series.Seals != nil {
		p.add(series.Seals.Source)
	}
	for _, list := range findings {
		for _, d := range list {
			p.add(d.Pos.Source)
		}
	}
	return p
}

// add adds a source; of one without a text there is nothing to show.
func (p *places) add(src *diag.Source) {
	if src != nil && src.Text != "" {
		p.sources[src.Name] = src
	}
}

// of returns where a run of a page was typed; no place when nobody typed it.
func (p *places) of(t *page.Text) diag.Pos {
	if src := p.sources[t.File]; src != nil {
		return src.At(t.Offset)
	}
	return diag.Pos{}
}

// attributes says where a run of a page was typed.
func (p *places) attributes(at diag.Pos) string {
	if at.Source == nil {
		return ""
	}
	out := fmt.Sprintf(` data-line="%d" data-column="%d"`, at.Line(), p.columnOf(at))
	if at.File() != p.issue {
		out += ` data-file="` + html.EscapeString(at.File()) + `"`
	}
	return out
}

// columnOf returns the column of a place. Runs come mostly in their order, so it is
// counted on from the last: a paragraph is one line, however long.
func (p *places) columnOf(at diag.Pos) int {
	last := p.last
	p.last = at
	if last.Source == at.Source && last.Offset <= at.Offset && last.Line() == at.Line() {
		p.column += len([]rune(at.Source.Text[last.Offset:at.Offset]))
	} else {
		p.column = at.Column()
	}
	return p.column
}

// A part is a part of the web page that is no block of the body, by a selector of
// its element, and where it was typed.
type part struct {
	Select string `json:"select"`
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// parts returns the parts of the page of an issue that stand before and after its
// text.
func parts(issue *bulletin.Issue) []part {
	var out []part
	add := func(at diag.Pos, format string, args ...any) {
		if at.Source != nil {
			out = append(out, part{fmt.Sprintf(format, args...), at.File(), at.Line(), at.Column()})
		}
	}
	for _, k := range [...]struct{ key, selector string }{
		{"刊名", ".masthead .name"}, {"刊名上行", ".masthead .above"}, {"总期号", ".masthead .total"}, {"date", ".masthead time, .closing time"},
		{"编发单位", ".masthead .issuer"}, {"签发人", ".masthead .signer"}, {"密级", ".masthead .classification"}, {"份号", ".masthead .copy"},
		{"份数", ".colophon .copies"}, {"编者按", ".editor-note"}, {"导读", ".contents"}, {"更正", ".corrections"},
	} {
		add(issue.Keys[k.key], "%s", k.selector)
	}
	add(issue.NumberAt, ".masthead .number")
	if len(issue.Contents.Groups) == 1 {
		for i, item := range issue.Contents.Groups[0].Items {
			add(item.At, ".contents li:nth-of-type(%d)", i+1)
		}
	}
	for i, l := range issue.Lists {
		add(issue.Keys[l.Key], ".colophon .lists > div:nth-of-type(%d)", i+1)
	}
	for i, p := range issue.Staff {
		add(p.Name.At, ".colophon .staff > div:nth-of-type(%d)", i+1)
	}
	return out
}
