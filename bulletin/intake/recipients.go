package intake

import (
	"slices"
	"strings"
	"unicode"
)

// separators may part the names of a list.
const separators = "，、,；;。"

// splitNames parts the names of a list at its separators, but within brackets and
// quotation marks.
func splitNames(text string) recipientList {
	var list recipientList
	text = strings.TrimSpace(text)
	if body := strings.TrimRight(text, "。．；;， 　"); body != text {
		text, list.end = body, strings.TrimSpace(text[len(body):])
	}
	depth, from := 0, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("（(“《【[", r):
			depth++
		case strings.ContainsRune("）)”》】]", r):
			depth = max(depth-1, 0)
		case strings.ContainsRune(separators, r) && depth == 0:
			list.add(text[from:i], string(r))
			from = i + len(string(r))
		}
	}
	list.add(text[from:], "")
	if len(list.marks) >= len(list.names) && len(list.names) > 0 {
		list.marks = list.marks[:len(list.names)-1]
	}
	if len(list.names) == 1 {
		list.splitBlanks()
	}
	return list
}

// add appends a name and the mark behind it; an empty name is none.
func (l *recipientList) add(name, mark string) {
	if name = strings.TrimSpace(name); name != "" {
		l.names = append(l.names, name)
		l.marks = append(l.marks, mark)
	} else if len(l.marks) > 0 {
		l.marks[len(l.marks)-1] += mark
	}
}

// splitBlanks parts names that only blanks part.
func (l *recipientList) splitBlanks() {
	words := strings.FieldsFunc(l.names[0], unicode.IsSpace)
	if len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return len([]rune(w)) < 2 }) {
		return
	}
	l.names, l.marks = words, nil
	for range len(words) - 1 {
		l.marks = append(l.marks, blankMark)
	}
}

// blankMark parts names by a blank.
const blankMark = "　"

// String returns a list as it stood.
func (l recipientList) String() string {
	var b strings.Builder
	for i, name := range l.names {
		b.WriteString(name)
		if i < len(l.marks) {
			b.WriteString(l.marks[i])
		}
	}
	return b.String() + l.end
}

// A punctuation is the marks of lists: between names of a kind, between kinds,
// and at the end.
type punctuation struct{ within, between, end string }

// punctuation returns the marks of the lists of an issue: those of the series
// where they print the lists as they stood.
func (g *guess) punctuation() punctuation {
	s := g.standard.Style.Separators
	p := punctuation{s.Within.Text, s.Between.Text, s.End.Text}
	var marks []string
	mixed := false
	ends := map[string]int{}
	for _, l := range g.tail.lists {
		for _, m := range l.marks {
			if !slices.Contains(marks, m) {
				marks = append(marks, m)
			}
			mixed = mixed || m != l.marks[0]
		}
		if len(l.names) > 0 {
			ends[l.end]++
		}
	}
	switch {
	case len(marks) == 1 && marks[0] != p.within:
		p.within = marks[0]
	case len(marks) > 1 && !(slices.Contains(marks, p.within) && slices.Contains(marks, p.between)):
		p.within, p.between = marks[0], marks[1]
		if slices.Contains(marks, "、") && p.within != "、" {
			p.within, p.between = "、", p.within
		}
	}
	if len(ends) > 0 && ends[p.end] == 0 {
		for _, end := range []string{"。", "", "；"} {
			if ends[end] > 0 {
				p.end = end
				break
			}
		}
	}
	return p
}

// kinds parts the names of a list into kinds, so that the marks print it as it
// stood; what they cannot print is a doubt.
func (g *guess) kinds(l recipientList, p punctuation) [][]string {
	out := [][]string{nil}
	wrong := ""
	for i, name := range l.names {
		last := len(out) - 1
		out[last] = append(out[last], name)
		if i >= len(l.marks) {
			continue
		}
		switch l.marks[i] {
		case p.within:
		case p.between:
			out = append(out, nil)
		default:
			out = append(out, nil)
			wrong = l.marks[i]
		}
	}
	switch {
	case wrong != "":
		g.doubt(l.key, "", "名单原来还用“%s”分隔，现在印作“%s”", wrong, p.between)
	case l.end != p.end && l.end != "":
		g.doubt(l.key, "", "名单末尾原来是“%s”", l.end)
	}
	return out
}
