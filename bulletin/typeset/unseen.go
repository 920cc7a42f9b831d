package typeset

import "jianbao/bulletin/page"

// A control is what unseen characters between two others ask for.
type control struct {
	allow, forbid bool        // U+200B; U+2060, which wins
	hyphen        bool        // U+00AD
	width         page.Length // of the hyphen
}

// seen is a text without the characters that take no room, so that no rule
// need look past them: squeezing, pairs and words are what the reader sees.
type seen struct {
	chars    []Char
	index    []int           // of each: its place among all characters; nil when all are seen
	all      int             // how many characters there are
	controls map[int]control // by the seen character after them
}

func newSeen(chars []Char) seen {
	n := 0
	for _, c := range chars {
		if isUnseen(c.Class) {
			n++
		}
	}
	s := seen{chars: chars, all: len(chars)}
	if n == 0 {
		return s
	}
	s.chars, s.index, s.controls = make([]Char, 0, len(chars)-n), make([]int, 0, len(chars)-n), map[int]control{}
	for i, c := range chars {
		if !isUnseen(c.Class) {
			s.chars, s.index = append(s.chars, c), append(s.index, i)
			continue
		}
		k := s.controls[len(s.chars)]
		switch c.Class {
		case ZeroWidth:
			k.allow = true
		case Joiner:
			k.forbid = true
		case SoftHyphen:
			k.hyphen, k.width = true, c.Width
		}
		s.controls[len(s.chars)] = k
	}
	return s
}

// place returns where among all characters the line begins that begins with a
// seen one: unseen ones before it end the line before, but behind an editor's
// line end.
func (s *seen) place(i int) int {
	switch {
	case s.index == nil, i == 0:
		return i
	case s.chars[i-1].Class == LineEnd:
		return s.index[i-1] + 1
	case i == len(s.index):
		return s.all
	}
	return s.index[i]
}

// restore gives the lines of the seen characters their unseen ones back: they
// stand where the next one does, and at the end of a line at its edge.
func (s *seen) restore(lines []Line) []Line {
	if s.index == nil {
		return lines
	}
	for n := range lines {
		l := &lines[n]
		start, end := s.place(l.Start), s.place(l.End)
		x := make([]page.Length, end-start)
		next, k := l.right, len(l.X)-1
		for i := len(x) - 1; i >= 0; i-- {
			if k >= 0 && s.index[l.Start+k] == start+i {
				next = l.X[k]
				k--
			}
			x[i] = next
		}
		l.Start, l.End, l.X = start, end, x
	}
	return lines
}
