package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A wordStyle is what matters of a style of paragraphs.
type wordStyle struct {
	heading       int // 1 for titles; 0 for none
	bold, centred bool
	number        string
	level         int
	base          string
	set           bool // bold is said here
}

// A styleReader reads the styles of a document.
type styleReader struct {
	styles map[string]wordStyle
	id     string
	cur    wordStyle
}

var headingName = pattern(`^(?i:heading|标题)\s*([1-9])$`)

// readStyles reads the part of styles, if there is one that can be read.
func (w *word) readStyles(name string) {
	r := &styleReader{styles: map[string]wordStyle{}}
	w.optional(name, "样式", r)
	w.styles = map[string]wordStyle{}
	for id := range r.styles {
		w.styles[id] = r.resolved(id)
	}
}

// resolved returns a style with what it has from those it is based on.
func (r *styleReader) resolved(id string) wordStyle {
	s := r.styles[id]
	base := s.base
	for range 10 {
		b, ok := r.styles[base]
		if !ok {
			break
		}
		if !s.set {
			s.bold, s.set = b.bold, b.set
		}
		if s.number == "" {
			s.number, s.level = b.number, b.level
		}
		s.centred = s.centred || b.centred
		if s.heading == 0 {
			s.heading = b.heading
		}
		base = b.base
	}
	return s
}

func (r *styleReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		r.id, r.cur = attr(e, "styleId"), wordStyle{}
	case "name":
		name := strings.TrimSpace(attr(e, "val"))
		if m := headingName().FindStringSubmatch(name); m != nil {
			r.cur.heading, _ = strconv.Atoi(m[1])
		} else if strings.EqualFold(name, "Title") {
			r.cur.heading = 1
		}
	case "basedOn":
		r.cur.base = attr(e, "val")
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 {
			r.cur.heading = n + 1
		}
	case "b":
		r.cur.bold, r.cur.set = isOn(e), true
	case "jc":
		r.cur.centred = attr(e, "val") == "center"
	case "numId":
		r.cur.number = attr(e, "val")
	case "ilvl":
		r.cur.level, _ = strconv.Atoi(attr(e, "val"))
	}
}

func (r *styleReader) end(name string) {
	if name == "style" && r.id != "" && len(r.styles) < mostStyles {
		r.styles[r.id] = r.cur
		r.id = ""
	}
}

func (r *styleReader) text(string) {}
