package sfnt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"sync"
	"testing"
)

// tableOf returns a table of an assembled program.
func tableOf(t testing.TB, font []byte, tag string) []byte {
	t.Helper()
	for at := 12; at < 12+16*int(u16(font, 4)); at += 16 {
		if string(font[at:at+4]) == tag {
			from, n := int(u32(font, at+8)), int(u32(font, at+12))
			return font[from : from+n]
		}
	}
	return nil
}

// program makes a font of a subset by giving it a cmap, so that it can be read
// back like any other.
func program(t testing.TB, subset []byte) *Font {
	t.Helper()
	var list []table
	for _, tag := range []string{"cmap", "cvt ", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		data := tableOf(t, subset, tag)
		if tag == "cmap" {
			data = tinyCmap(u(0, 3), format6())
		}
		if data != nil {
			list = append(list, table{tag, data})
		}
	}
	return mustParse(t, assemble(list))
}

func TestSubset(t *testing.T) {
	f := mustParse(t, tinyFont(nil))
	asked := []uint16{tinyBox, tinyComposite, tinyA, tinyComposite, tinyBlank}
	data, err := f.Subset(asked, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := program(t, data)
	if s.NumGlyphs() != len(asked)+1 { // the part of the composite is added
		t.Fatalf("%d glyphs", s.NumGlyphs())
	}
	for i, old := range append(asked, tinyPart) {
		gid := uint16(i)
		if s.Advance(gid) != f.Advance(old) || s.bearing(gid) != f.bearing(old) {
			t.Errorf("glyph %d advances %d, bears %d", gid, s.Advance(gid), s.bearing(gid))
		}
		if old == tinyComposite {
			continue
		}
		got, _ := s.outline(gid)
		want, _ := f.outline(old)
		if !bytes.Equal(got, want) {
			t.Errorf("glyph %d: % x, want % x", gid, got, want)
		}
	}
	for _, gid := range []uint16{1, 3} {
		outline, _ := s.outline(gid)
		places, err := components(outline)
		if err != nil || len(places) != 2 || u16(outline, places[0]) != 2 || u16(outline, places[1]) != 5 {
			t.Errorf("composite %d has parts at %v, %v: % x", gid, places, err, outline)
		}
	}
	if got := tableOf(t, data, "cvt "); !bytes.Equal(got, []byte{1, 2, 3}) {
		t.Errorf("cvt is % x", got)
	}
}

func TestSubsetChecksums(t *testing.T) {
	f := mustParse(t, tinyFont(nil))
	data, err := f.Subset([]uint16{0, tinyA}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if sum := checksum(data); sum != checksumWhole {
		t.Errorf("the whole sums up to %08X", sum)
	}
	for at := 12; at < 12+16*int(u16(data, 4)); at += 16 {
		tag := string(data[at : at+4])
		table := slices.Clone(tableOf(t, data, tag))
		if tag == "head" {
			clear(table[8:12])
		}
		if got, want := u32(data, at+4), checksum(table); got != want {
			t.Errorf("checksum of %s is %08X, want %08X", tag, got, want)
		}
		if u32(data, at+8)%4 != 0 {
			t.Errorf("%s begins at an odd place", tag)
		}
	}
}

func TestSubsetRefuses(t *testing.T) {
	f := mustParse(t, tinyFont(nil))
	tests := []struct {
		glyphs []uint16
		want   error
	}{{nil, ErrGlyph}, {[]uint16{1}, ErrGlyph}, {[]uint16{0, 5}, ErrGlyph}, {make([]uint16, 1<<16), ErrGlyph}}
	for _, test := range tests {
		if _, err := f.Subset(test.glyphs, nil); !errors.Is(err, test.want) {
			t.Errorf("%d glyphs: %v", len(test.glyphs), err)
		}
	}
}

// A glyph that is a part of itself, or whose list of parts never ends, must
// not hang.
func TestSubsetOfBrokenComposites(t *testing.T) {
	itself := tinyTables()
	at := 2 * int(u16(itself["loca"], 2*tinyComposite))
	binary.BigEndian.PutUint16(itself["glyf"][at+12:], tinyComposite)
	f := mustParse(t, tinyFont(itself))
	if _, err := f.Subset([]uint16{0, tinyComposite}, nil); err != nil {
		t.Error(err)
	}
	endless := tinyTables()
	endless["glyf"][at+20+1] = moreComponents
	f = mustParse(t, tinyFont(endless))
	if _, err := f.Subset([]uint16{0, tinyComposite}, nil); !errors.Is(err, ErrBroken) {
		t.Errorf("endless list of parts: %v", err)
	}
	overlap := tinyTables()
	end := uint16(len(overlap["glyf"]) / 2)
	overlap["loca"] = be(u(0, end, 0, end, 0, end))
	f = mustParse(t, tinyFont(overlap))
	if _, err := f.Subset([]uint16{0, 2}, nil); !errors.Is(err, ErrBroken) {
		t.Errorf("overlapping outlines: %v", err)
	}
}

// Fonts are shared by all workers, and equal calls give equal bytes.
func TestSubsetIsDeterministicAndShared(t *testing.T) {
	f := mustParse(t, projectFont(t, "LiberationSerif-Regular"))
	glyphs := glyphsOf(t, f, "Åéñ0123456789ABC")
	want, err := f.Subset(glyphs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			got, err := f.Subset(glyphs, nil)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("differs: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestSubsetKeepsHinting(t *testing.T) {
	f := mustParse(t, projectFont(t, "LiberationSerif-Regular"))
	data, err := f.Subset(glyphsOf(t, f, "0123456789"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if !bytes.Equal(tableOf(t, data, tag), *f.tables.slot(tag)) {
			t.Errorf("%s is changed", tag)
		}
	}
}

// glyphsOf returns glyph 0 and the glyphs of a text.
func glyphsOf(t testing.TB, f *Font, text string) []uint16 {
	t.Helper()
	glyphs := []uint16{0}
	for _, r := range text {
		gid, ok := f.Glyph(r)
		if !ok {
			t.Fatalf("no glyph for %c", r)
		}
		glyphs = append(glyphs, gid)
	}
	return glyphs
}
