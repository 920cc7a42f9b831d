package sfnt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"jianbao/fonts"
)

// TestWeb says that a font for browsers has the glyphs asked for under their
// characters, and the tables a browser refuses to go without.
func TestWeb(t *testing.T) {
	f, err := Parse(fonts.NotoSerif, 0)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[rune]rune{'督': '督', '察': '察', 'A': 'A', 'B': 'B', 'C': 'C', '\u2010': '-', '𠮷': '𠮷', '一': '一', '丁': '丁'}
	if _, ok := f.Glyph('𠮷'); !ok {
		delete(shown, '𠮷')
	}
	data, err := f.Web(shown)
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.Web(shown)
	if err != nil || !bytes.Equal(data, again) {
		t.Error("equal characters give other bytes")
	}
	w, err := Parse(data, 0)
	if err != nil {
		t.Fatal(err)
	}
	for r, as := range shown {
		gid, ok := w.Glyph(r)
		own, _ := f.Glyph(as)
		if !ok || w.Advance(gid) != f.Advance(own) {
			t.Errorf("%q: glyph %d, advance %d, want %d", r, gid, w.Advance(gid), f.Advance(own))
		}
		a, _ := w.outline(gid)
		b, _ := f.outline(own)
		if !isComposite(b) && !bytes.Equal(bytes.TrimRight(a, "\x00"), bytes.TrimRight(b, "\x00")) {
			t.Errorf("%q is drawn otherwise", r)
		}
	}
	for _, r := range "D简 -" {
		if _, ok := w.Glyph(r); ok {
			t.Errorf("it has %q, which nobody asked for", r)
		}
	}
	last := ""
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		tag := string(data[12+16*i : 16+16*i])
		if tag <= last {
			t.Errorf("%q stands after %q", tag, last)
		}
		last = tag
	}
	for _, tag := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"} {
		if !bytes.Contains(data[:12+16*16], []byte(tag)) {
			t.Errorf("no table %s", tag)
		}
	}
	if checksum(data) != checksumWhole {
		t.Error("wrong checksum")
	}
	if _, err := f.Web(map[rune]rune{'x': '\U000F0000'}); !errors.Is(err, ErrGlyph) {
		t.Errorf("a character it has not: %v", err)
	}
}
