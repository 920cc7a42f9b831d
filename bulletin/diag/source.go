package diag

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"unicode/utf8"
)

// A Source is one text an editor wrote, with the name the working folder
// gives it. It answers where a byte offset lies. It is immutable and may be
// shared.
type Source struct {
	Name  string // path as findings print it, with forward slashes
	Text  string // UTF-8, lines ended by "\n"
	Sum   string // SHA-256 of the text as it was read, in hexadecimal digits
	lines []int  // offset of the first byte of each line
}

// NewSource returns the source of the given name. A byte order mark and the
// carriage returns of CRLF are taken off first, so offsets are those of Text.
func NewSource(name string, text []byte) *Source {
	sum := sha256.Sum256(text)
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	s := &Source{Name: name, Text: string(text), Sum: hex.EncodeToString(sum[:]), lines: append(make([]int, 0, bytes.Count(text, []byte("\n"))+1), 0)}
	for i, b := range text {
		if b == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// Lines returns the number of lines; an empty text has one.
func (s *Source) Lines() int { return len(s.lines) }

// Line returns line n, counted from 1, without its end; "" beyond the text.
func (s *Source) Line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	end := len(s.Text)
	if n < len(s.lines) {
		end = s.lines[n] - 1
	}
	return s.Text[s.lines[n-1]:end]
}

// At returns the place of a byte offset; an offset outside the text is moved
// to its nearest end.
func (s *Source) At(offset int) Pos {
	return Pos{s, min(max(offset, 0), len(s.Text))}
}

// Offset returns the byte offset of a line and a column, both counted from 1,
// the column in characters. Columns beyond the line give its end.
func (s *Source) Offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(s.lines) {
		return len(s.Text)
	}
	o := s.lines[line-1]
	for ; column > 1 && o < len(s.Text) && s.Text[o] != '\n'; column-- {
		_, n := utf8.DecodeRuneInString(s.Text[o:])
		o += n
	}
	return o
}

// A Pos is a place in a source. The zero Pos is no place.
type Pos struct {
	Source *Source
	Offset int // in bytes
}

// Line returns the line, counted from 1; 0 for no place.
func (p Pos) Line() int {
	if p.Source == nil {
		return 0
	}
	return sort.SearchInts(p.Source.lines, p.Offset+1)
}

// Column returns the column in characters, counted from 1; 0 for no place.
func (p Pos) Column() int {
	if p.Source == nil {
		return 0
	}
	start := p.Source.lines[p.Line()-1]
	return utf8.RuneCountInString(p.Source.Text[start:p.Offset]) + 1
}

// File returns the name of the source; "" for no place.
func (p Pos) File() string {
	if p.Source == nil {
		return ""
	}
	return p.Source.Name
}

// Plus returns the place n bytes further on.
func (p Pos) Plus(n int) Pos {
	if p.Source == nil {
		return p
	}
	return p.Source.At(p.Offset + n)
}
