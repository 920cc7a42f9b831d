package sfnt

import "testing"

func BenchmarkParse(b *testing.B) {
	data := projectFont(b, "NotoSerifSC-Regular")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(data, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGlyph(b *testing.B) {
	for _, name := range []string{"FandolFang-Regular", "NotoSerifSC-Regular"} { // formats 4 and 12
		f := mustParse(b, projectFont(b, name))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				gid, _ := f.Glyph('简')
				f.Advance(gid)
			}
		})
	}
}

// BenchmarkSubset cuts 800 characters out of the largest font, as an issue
// with a long text does.
func BenchmarkSubset(b *testing.B) {
	f := mustParse(b, projectFont(b, "NotoSerifSC-Regular"))
	glyphs := []uint16{0}
	for r := rune(0x4E00); len(glyphs) <= 800; r += 7 {
		if gid, ok := f.Glyph(r); ok {
			glyphs = append(glyphs, gid)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Subset(glyphs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
