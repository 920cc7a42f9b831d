package sfnt

import (
	"slices"
	"testing"
)

// FuzzParse asks everything of whatever parses: nothing may panic, hang or
// grow beyond what the input and the question account for.
func FuzzParse(f *testing.F) {
	seeds := []map[string][]byte{
		nil,
		{"cmap": tinyCmap(u(0, 3), format0())},
		{"cmap": tinyCmap(u(0, 3), format6())},
		{"cmap": tinyCmap(u(3, 1), format4(), u(3, 10), format12())},
		{"OS/2": nil, "post": nil, "name": nil, "cvt ": nil},
	}
	for _, changes := range seeds {
		f.Add(tinyFont(changes))
	}
	f.Add(append(be("ttcf", u(1, 0), []uint32{1, 16}), tinyFont(nil)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Parse(data, 0)
		if err != nil {
			return
		}
		font.Describe()
		font.PostScriptName()
		for _, r := range []rune{-1, 0, 'A', 'Ä', 'H', 0x4E2D, 0xFFFF, 0x2CC56, 0x10FFFF} {
			if gid, ok := font.Glyph(r); ok && int(gid) >= font.NumGlyphs() {
				t.Fatalf("Glyph(%U) = %d of %d", r, gid, font.NumGlyphs())
			}
		}
		broken := font.Check()
		all, sound := []uint16{0}, []uint16{0}
		for gid := range min(font.NumGlyphs(), 40) {
			font.Advance(uint16(gid))
			font.Bounds(uint16(gid))
			if all = append(all, uint16(gid)); !slices.Contains(broken, uint16(gid)) {
				sound = append(sound, uint16(gid))
			}
		}
		if program, err := font.Subset(all, nil); err == nil && checksum(program) != checksumWhole {
			t.Fatal("checksum is wrong")
		}
		if _, err := font.Subset(sound, nil); err != nil && !slices.Contains(broken, 0) {
			t.Fatalf("passes the check and cannot be subset: %v", err)
		}
	})
}
