package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"regexp"
	"strings"
	"testing"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
	"jianbao/bulletin/sfnt"
)

// micron is a thousandth of a millimetre in points; places may be off by what
// numbers with three decimals leave over.
const micron = 72 / 25.4 / 1000

func TestTextReadsBack(t *testing.T) {
	d := realIssue(t)
	f := parse(t, write(t, d))
	for i, p := range pagesOf(f) {
		runs := readText(t, f, p)
		for _, it := range d.Pages[i].Items {
			want, ok := it.(*page.Text)
			if !ok {
				continue
			}
			compare(t, runs[0], want, d.Pages[i].Height)
			runs = runs[1:]
		}
		if len(runs) != 0 {
			t.Errorf("page %d has %d runs too many", i+1, len(runs))
		}
	}
}

// compare compares a run with what was to be written.
func compare(t *testing.T, got shown, want *page.Text, height page.Length) {
	t.Helper()
	if got.text != want.String {
		t.Errorf("text %q, want %q", got.text, want.String)
		return
	}
	if !near(got.x, want.X) || !near(got.y, height-want.Y) || !near(got.size, want.Size) {
		t.Errorf("%q of %g pt at %g, %g", got.text, got.size, got.x, got.y)
	}
	place := page.Length(0)
	runes := []rune(want.String)
	for i, a := range want.Advances {
		if runes[i] != ' ' && !near(got.at[i], place) { // a blank draws nothing and may stand anywhere in its room
			t.Errorf("%q: character %d at %g pt, want %s", got.text, i, got.at[i], place.Points())
		}
		place += a
	}
}

func near(got float64, want page.Length) bool {
	return math.Abs(got-float64(want)/float64(page.Pt)) <= micron
}

// The last character of a line must be right although every advance is
// rounded, also where the em is 2048 units, the size is odd and the advances
// differ.
func TestLastCharacterOfLine(t *testing.T) {
	run := text(latin, 28, 50, "abcdefghijklmnopqrstuvwxyz01")
	run.Size = 15*page.Pt + 3333
	for i := range run.Advances {
		run.Advances[i] += page.Length(i * 7919 % 1000)
	}
	d := &page.Document{Pages: []*page.Page{a4(1, run)}, Faces: testFaces(t)}
	f := parse(t, write(t, d))
	got := readText(t, f, pagesOf(f)[0])[0]
	want := page.Length(0)
	for _, a := range run.Advances[:27] {
		want += a
	}
	if !near(got.at[27], want) {
		t.Errorf("last character at %g pt, want %s", got.at[27], want.Points())
	}
}

func TestRareCharacters(t *testing.T) {
	const names = "镕𬱖𫖯喆𬣙"
	d := &page.Document{Pages: []*page.Page{a4(1, text(rare, 28, 50, names), text(fang, 28, 60, "工作简报"))}, Faces: testFaces(t)}
	f := parse(t, write(t, d))
	if got := readText(t, f, pagesOf(f)[0])[0].text; got != names {
		t.Errorf("text %q, want %q", got, names)
	}
}

// Two characters that share a glyph are still two characters.
func TestSharedGlyph(t *testing.T) {
	const dots = "\u00B7\u2022"
	faces := testFaces(t)
	font, err := sfnt.Parse(faces[hei].Data, 0)
	if err != nil {
		t.Fatal(err)
	}
	middle, _ := font.Glyph('\u00B7')
	bullet, _ := font.Glyph('\u2022')
	if middle == 0 || middle != bullet {
		t.Fatal("the font draws them with two glyphs")
	}
	d := &page.Document{Pages: []*page.Page{a4(1, text(hei, 28, 50, dots))}, Faces: faces}
	f := parse(t, write(t, d))
	if got := readText(t, f, pagesOf(f)[0])[0]; got.text != dots || got.codes[0] == got.codes[1] {
		t.Errorf("text %q, codes %v", got.text, got.codes)
	}
}

// The widths in W are those of hmtx in the embedded program, in which every
// code is its own glyph.
func TestWidthsAreThoseOfTheProgram(t *testing.T) {
	f := parse(t, write(t, realIssue(t)))
	for key, font := range fontsOf(t, f, pagesOf(f)[0]) {
		descriptor := f.Dict(font.dict["FontDescriptor"])
		program := decode(t, f.Stream(descriptor["FontFile2"]))
		if n := f.Dict(descriptor["FontFile2"])["Length1"]; n != object.Integer(len(program)) {
			t.Errorf("%s: Length1 is %v of %d", key, n, len(program))
		}
		units := float64(binary.BigEndian.Uint16(tableOf(program, "head")[18:]))
		hmtx := tableOf(program, "hmtx")
		for code := range len(font.unicode) + 1 {
			want := float64(binary.BigEndian.Uint16(hmtx[4*code:])) * 1000 / units
			if got := font.width(code); math.Abs(got-want) > 0.0005 {
				t.Errorf("%s: code %d is %g wide, want %g", key, code, got, want)
			}
		}
	}
}

// tableOf returns a table of a font program.
func tableOf(program []byte, tag string) []byte {
	for record := program[12:]; ; record = record[16:] {
		if string(record[:4]) == tag {
			return program[binary.BigEndian.Uint32(record[8:]):][:binary.BigEndian.Uint32(record[12:])]
		}
	}
}

func TestColors(t *testing.T) {
	red := text(fang, 28, 60, "红")
	red.Color = page.Color{R: 255}
	grey := text(fang, 28, 70, "灰")
	grey.Color = page.Color{R: 128, G: 128, B: 128}
	d := &page.Document{Pages: []*page.Page{a4(1, text(fang, 28, 50, "黑"), red, grey), a4(2, text(fang, 28, 50, "黑"))}, Faces: testFaces(t)}
	f := parse(t, write(t, d))
	var got []string
	for _, p := range pagesOf(f) {
		for _, run := range readText(t, f, p) {
			got = append(got, run.color)
		}
	}
	for i, want := range []string{"0.000 0.000 0.000 ", "1.000 0.000 0.000 ", "0.502 0.502 0.502 ", "0.000 0.000 0.000 "} {
		if got[i] != want {
			t.Errorf("run %d is %q, want %q", i, got[i], want)
		}
	}
}

func TestFontDictionaries(t *testing.T) {
	data := write(t, realIssue(t))
	f := parse(t, data)
	fonts := fontsOf(t, f, pagesOf(f)[0])
	d := f.Dict(fonts["F0"].dict["FontDescriptor"])
	want := object.Dict{"Type": object.Name("FontDescriptor"), "Flags": object.Integer(flagSymbolic),
		"ItalicAngle": object.Integer(0), "StemV": object.Integer(130)}
	for key, v := range want {
		if d[key] != v {
			t.Errorf("%s is %v, want %v", key, d[key], v)
		}
	}
	name := d["FontName"].(object.Name)
	if name != fonts["F0"].dict["BaseFont"] || len(name) != len("ABCDEF+FandolFangTT-Regular") || name[6:] != "+FandolFangTT-Regular" {
		t.Errorf("FontName is %s", name)
	}
	for _, absent := range []string{"CIDSet", "ProcSet", "EmbeddedFiles", "<<>>"} {
		if bytes.Contains(data, []byte(absent)) {
			t.Errorf("file has %s", absent)
		}
	}
}

// TestPlainName says what is left of the names of fonts, which may be long and
// of any characters.
func TestPlainName(t *testing.T) {
	for name, want := range map[string]string{
		"FandolFang-Regular": "FandolFang-Regular", "A B/(C)#é": "ABC", "方正仿宋": "Font", "": "Font", strings.Repeat("A", 600): strings.Repeat("A", longestName),
	} {
		if got := plainName(name); got != want {
			t.Errorf("%q becomes %q", name, got)
		}
	}
}

// TestSubsetTags says that the six letters before the name of a font are those
// of its subset: readers take two of one name for the same.
func TestSubsetTags(t *testing.T) {
	tagOf := func(s string) string {
		f := parse(t, write(t, &page.Document{Pages: []*page.Page{a4(1, text(fang, 28, 50, s))}, Faces: testFaces(t)}))
		for _, o := range f.Objects {
			if d, ok := o.(object.Dict); ok && d["FontName"] != nil {
				return string(d["FontName"].(object.Name)[:7])
			}
		}
		return ""
	}
	one, same, other := tagOf("正文"), tagOf("文正"), tagOf("正题")
	if !regexp.MustCompile(`^[A-Z]{6}\+$`).MatchString(one) || one != same || one == other {
		t.Errorf("tags %s %s %s", one, same, other)
	}
}
