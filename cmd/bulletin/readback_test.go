package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"
	"testing"

	"jianbao/bulletin/pdf/object"
)

// A readFile is a PDF file read back by our own parser.
type readFile struct {
	runs    []readRun
	outline []string // titles of bookmarks in order
	title   string   // of /Info
}

// A readRun is one run of text on a page.
type readRun struct {
	page int // from 0
	font string
	text string
}

// readBack reads what a PDF file shows, by ToUnicode, and makes sure on the way
// that every code that is shown draws something that is not the box of glyph 0.
func readBack(t testing.TB, name string) readFile {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	var r readFile
	r.title = f.Dict(f.Trailer["Info"])["Title"].(object.String).Text()
	r.bookmarks(f, f.Dict(f.Catalog()["Outlines"])["First"])
	fonts := map[object.Name]*embedded{}
	for i, kid := range f.Array(f.Dict(f.Catalog()["Pages"])["Kids"]) {
		p := f.Dict(kid)
		for key, ref := range f.Dict(f.Dict(p["Resources"])["Font"]) {
			if fonts[key] == nil {
				fonts[key] = readFont(t, f, f.Dict(ref))
			}
		}
		var font *embedded
		for _, op := range contentOf(t, f.Stream(p["Contents"])) {
			switch op.Operator {
			case "Tf":
				font = fonts[op.Operands[0].(object.Name)]
			case "TJ":
				r.runs = append(r.runs, readRun{i, font.name, font.show(t, op.Operands[0].(object.Array))})
			}
		}
	}
	return r
}

// text is the text of all runs, one after another.
func (r *readFile) text() string {
	var b strings.Builder
	for _, run := range r.runs {
		b.WriteString(run.text)
	}
	return b.String()
}

// fontOf returns the name of the font that shows a text.
func (r *readFile) fontOf(text string) string {
	for _, run := range r.runs {
		if strings.Contains(run.text, text) {
			return run.font
		}
	}
	return "nothing"
}

func (r *readFile) bookmarks(f *object.File, next object.Object) {
	for next != nil {
		item := f.Dict(next)
		r.outline = append(r.outline, item["Title"].(object.String).Text())
		r.bookmarks(f, item["First"])
		next = item["Next"]
	}
}

func contentOf(t testing.TB, s *object.Stream) []object.Operation {
	t.Helper()
	data, err := s.Decode()
	if err != nil {
		t.Fatal(err)
	}
	ops, err := object.Content(data)
	if err != nil {
		t.Fatal(err)
	}
	return ops
}

// embedded is a font of a file: its name without the tag of the subset, the
// characters of its codes, and its outlines, whose numbers are the codes.
type embedded struct {
	name    string
	unicode map[uint16]string
	glyf    []byte
	loca    []byte
}

func readFont(t testing.TB, f *object.File, font object.Dict) *embedded {
	t.Helper()
	_, name, _ := strings.Cut(string(font["BaseFont"].(object.Name)), "+")
	e := &embedded{name: name, unicode: map[uint16]string{}}
	for _, op := range contentOf(t, f.Stream(font["ToUnicode"])) {
		if op.Operator != "endbfchar" {
			continue
		}
		for i := 0; i < len(op.Operands); i += 2 {
			code := binary.BigEndian.Uint16([]byte(op.Operands[i].(object.String)))
			e.unicode[code] = op.Operands[i+1].(object.String).FromUTF16()
		}
	}
	descriptor := f.Dict(f.Dict(f.Array(font["DescendantFonts"])[0])["FontDescriptor"])
	program, err := f.Stream(descriptor["FontFile2"]).Decode()
	if err != nil {
		t.Fatal(err)
	}
	for at := 12; at < 12+16*int(binary.BigEndian.Uint16(program[4:])); at += 16 {
		from, n := binary.BigEndian.Uint32(program[at+8:]), binary.BigEndian.Uint32(program[at+12:])
		switch string(program[at : at+4]) {
		case "glyf":
			e.glyf = program[from : from+n]
		case "loca":
			e.loca = program[from : from+n]
		}
	}
	return e
}

// outline returns the bytes of a glyph; subsets have a long loca.
func (e *embedded) outline(code uint16) []byte {
	at := e.loca[4*int(code):]
	return e.glyf[binary.BigEndian.Uint32(at):binary.BigEndian.Uint32(at[4:])]
}

// show returns the text of an array of codes.
func (e *embedded) show(t testing.TB, array object.Array) string {
	t.Helper()
	var text strings.Builder
	for _, o := range array {
		codes, _ := o.(object.String)
		for i := 0; i+1 < len(codes); i += 2 {
			code := uint16(codes[i])<<8 | uint16(codes[i+1])
			char, ok := e.unicode[code]
			if !ok {
				t.Errorf("%s: code %d is no character", e.name, code)
			}
			if o := e.outline(code); code == 0 || strings.TrimSpace(char) != "" && (len(o) == 0 || bytes.Equal(o, e.outline(0))) {
				t.Errorf("%s: %s (%U) is blank or a box", e.name, char, []rune(char))
			}
			text.WriteString(char)
		}
	}
	return text.String()
}
