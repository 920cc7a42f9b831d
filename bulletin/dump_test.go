package bulletin

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"jianbao/bulletin/diag"
)

// A dumper writes what was read in lines a person can check, each with the
// line and column it came from.
type dumper struct {
	strings.Builder
	indent int
}

func (d *dumper) line(at diag.Pos, format string, args ...any) {
	where := ""
	if at.Source != nil {
		where = fmt.Sprintf("%d:%d", at.Line(), at.Column())
		if strings.HasSuffix(at.File(), SettingsName) {
			where += "*"
		}
	}
	fmt.Fprintf(d, "%-7s %s%s\n", where, strings.Repeat("  ", d.indent), fmt.Sprintf(format, args...))
}

// dump returns the front matter that differs from the defaults, the blocks,
// and the findings of an issue.
func dump(issue *Issue) string {
	var d dumper
	d.front(&issue.Front)
	d.WriteString("\n")
	d.blocks(issue.Body)
	d.findings(issue.Findings)
	return d.String()
}

func (d *dumper) findings(list diag.List) {
	for _, f := range list {
		fmt.Fprintf(d, "\n%v\n", f)
	}
}

func (d *dumper) front(f *Front) {
	plain := newFront()
	v, w := reflect.ValueOf(*f), reflect.ValueOf(plain)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if name == "Keys" || reflect.DeepEqual(v.Field(i).Interface(), w.Field(i).Interface()) {
			continue
		}
		d.field(name, v.Field(i).Interface(), w.Field(i).Interface())
	}
}

func (d *dumper) field(name string, v, standard any) {
	switch v := v.(type) {
	case Phrase:
		d.line(v.At, "%s %q", name, v.Text)
	case []Phrase:
		for _, p := range v {
			d.line(p.At, "%s %q", name, p.Text)
		}
	case diag.Pos:
		d.line(v, "%s", name)
	case []Block:
		d.line(diag.Pos{}, "%s", name)
		d.indent++
		d.blocks(v)
		d.indent--
	case Filing:
		d.line(v.At, "%s %s %s，%d、%v", name, v.Retention, v.Code(2020, v.FirstPiece(2020)), v.First, v.Firsts)
		d.indent++
		for _, p := range []Phrase{v.FondsName, v.Creator, v.ClassName, v.Archives, v.ArchivesCode} {
			d.line(p.At, "%q", p.Text)
		}
		d.indent--
	case Contents:
		d.contents(v)
	case []Recipients:
		for _, r := range v {
			d.line(r.Label.At, "%s %s %q", name, r.Key, r.Label.Text)
			for _, kind := range r.Kinds {
				d.field("- ", kind, nil)
			}
		}
	case []Person:
		for _, p := range v {
			d.line(p.Name.At, "%s %q %q", name, p.Role.Text, p.Name.Text)
		}
	case []Correction:
		for _, c := range v {
			d.line(c.Text.At, "%s %v %q", name, c.Date, c.Text.Text)
		}
	case map[string]Phrase:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			d.field(name+" "+k, v[k], nil)
		}
	case Style, PageNumber, Separators:
		a, b := reflect.ValueOf(v), reflect.ValueOf(standard)
		for i := range a.NumField() {
			if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
				d.field(name+"."+a.Type().Field(i).Name, a.Field(i).Interface(), b.Field(i).Interface())
			}
		}
	default:
		d.line(diag.Pos{}, "%s %v", name, v)
	}
}

func (d *dumper) contents(c Contents) {
	d.line(diag.Pos{}, "Contents off=%v title=%q mark=%q", c.Off, c.Title.Text, c.Mark.Text)
	d.indent++
	defer func() { d.indent-- }()
	for _, g := range c.Groups {
		if g.Title.Text != "" {
			d.line(g.Title.At, "group %q", g.Title.Text)
		}
		d.field("item", g.Items, nil)
	}
}

func (d *dumper) blocks(blocks []Block) {
	for _, b := range blocks {
		d.block(b)
	}
}

func (d *dumper) block(b Block) {
	name := strings.TrimPrefix(fmt.Sprintf("%T", b), "*bulletin.")
	switch b := b.(type) {
	case *Heading:
		d.with(b.At, b.Text, "%s %d", name, b.Level)
	case *Banner:
		d.with(b.At, b.Text, "%s %d", name, b.Level)
	case *Paragraph:
		if b.Lead > 0 {
			name += fmt.Sprintf(" lead=%d", b.Lead)
		}
		if b.Credit {
			name += " credit"
		}
		d.with(b.At, b.Text, "%s", name)
	case *RunIn:
		d.with(b.At, b.Head, "%s %s", name, b.Mark)
		d.with(b.At, b.Text, "  text")
	case *List:
		d.line(b.At, "%s ordered=%v tight=%v", name, b.Ordered, b.Tight)
		for _, item := range b.Items {
			d.below(item.At, "Item "+item.Marker, item.Blocks)
		}
	case *Table:
		d.line(b.At, "%s %v", name, b.Columns)
		for i, row := range append([][]Cell{b.Head}, b.Rows...) {
			for j, cell := range row {
				d.with(diag.Pos{}, cell, "  cell %d,%d", i, j)
			}
		}
	case *Figure:
		d.line(b.At, "%s %q alt=%q caption=%q", name, b.Path, b.Alt, b.Caption)
	case *Quote:
		d.below(b.At, name, b.Blocks)
	case *Code:
		d.line(b.At, "%s", name)
		for _, l := range b.Lines {
			d.line(l.At, "  %q", l.String)
		}
	case *Note:
		d.below(b.At, name+" "+b.Label, b.Blocks)
	default:
		d.line(b.Pos(), "%s", name)
	}
}

func (d *dumper) below(at diag.Pos, name string, blocks []Block) {
	d.line(at, "%s", name)
	d.indent++
	d.blocks(blocks)
	d.indent--
}

func (d *dumper) with(at diag.Pos, text []Inline, format string, args ...any) {
	d.line(at, format, args...)
	d.indent += 2
	d.inlines(text)
	d.indent -= 2
}

func (d *dumper) inlines(text []Inline) {
	for _, in := range text {
		name := strings.TrimPrefix(fmt.Sprintf("%T", in), "*bulletin.")
		switch in := in.(type) {
		case *Text:
			d.line(in.At, "%q", in.String)
		case *Strong:
			d.with(in.At, in.Text, "%s", name)
		case *Emphasis:
			d.with(in.At, in.Text, "%s", name)
		case *Link:
			d.with(in.At, in.Text, "%s %s", name, in.URL)
		case *Picture:
			d.line(in.At, "%s %q alt=%q", name, in.Path, in.Alt)
		case *NoteMark:
			d.line(in.At, "%s %s", name, in.Label)
		case *CodeSpan:
			d.line(in.At, "%s %q", name, in.String)
		default:
			d.line(in.Pos(), "%s", name)
		}
	}
}
