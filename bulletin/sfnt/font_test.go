package sfnt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"slices"
	"testing"
)

func mustParse(t testing.TB, data []byte) *Font {
	t.Helper()
	f, err := Parse(data, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// projectFont reads a font of the project.
func projectFont(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../fonts/" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTinyFont(t *testing.T) {
	f := mustParse(t, tinyFont(nil))
	if f.UnitsPerEm() != 1000 || f.NumGlyphs() != 5 || f.PostScriptName() != "Tiny" {
		t.Errorf("%d units, %d glyphs, %q", f.UnitsPerEm(), f.NumGlyphs(), f.PostScriptName())
	}
	for gid, want := range []int{500, 720, 250, 250, 250, 0} {
		if got := f.Advance(uint16(gid)); got != want {
			t.Errorf("Advance(%d) = %d, want %d", gid, got, want)
		}
	}
	if _, _, x, y, ok := f.Bounds(tinyComposite); !ok || x != 700 || y != 900 {
		t.Errorf("Bounds = %d, %d, %t", x, y, ok)
	}
	if _, _, _, _, ok := f.Bounds(tinyBlank); ok {
		t.Error("a blank has bounds")
	}
	want := Description{XMin: -5, YMin: -120, XMax: 1000, YMax: 880, Ascent: 880, Descent: -120, CapHeight: 650,
		ItalicAngle: -12 << 16, Weight: 700, FixedPitch: true, Serif: true, FSType: 8}
	if got := f.Describe(); got != want {
		t.Errorf("Describe = %+v, want %+v", got, want)
	}
}

func TestDescribeWithoutOptionalTables(t *testing.T) {
	f := mustParse(t, tinyFont(map[string][]byte{"OS/2": nil, "post": nil, "name": nil}))
	d := f.Describe()
	if d.CapHeight != 880 || d.Weight != 400 || f.PostScriptName() != "" { // no H: the ascent must do
		t.Errorf("%+v, name %q", d, f.PostScriptName())
	}
}

func TestCmapFormats(t *testing.T) {
	tests := []struct {
		name string
		cmap []byte
		want map[rune]uint16
	}{
		{"0", tinyCmap(u(0, 3), format0()), map[rune]uint16{'A': tinyA, 'B': 0, 0x141: 0}},
		{"4", tinyCmap(u(3, 1), format4()), map[rune]uint16{'A': tinyA, 'B': tinyBlank, 'C': 0, 'Ä': tinyComposite, '中': 0, 0x2CC56: 0, -1: 0}},
		{"6", tinyCmap(u(0, 3), format6()), map[rune]uint16{'@': 0, 'A': tinyA, 'B': tinyBlank, 'C': 0}},
		{"12", tinyCmap(u(3, 10), format12()), map[rune]uint16{'A': tinyA, 0x2CC56: tinyComposite, 0x2CC57: tinyPart, 0x2CC58: 0, 0x10FFFF: 0}},
		{"12 before 4", tinyCmap(u(3, 1), format4(), u(3, 10), format12()), map[rune]uint16{0x2CC56: tinyComposite}},
		{"cut off 12, then 4", tinyCmap(u(3, 1), format4(), u(3, 10), format12()[:30]), map[rune]uint16{'A': tinyA}},
	}
	for _, test := range tests {
		f, err := Parse(tinyFont(map[string][]byte{"cmap": test.cmap}), 0)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		for r, want := range test.want {
			if got, ok := f.Glyph(r); got != want || ok != (want != 0) {
				t.Errorf("%s: Glyph(%U) = %d, %t, want %d", test.name, r, got, ok, want)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	restricted := func(bits uint16) map[string][]byte {
		os2 := tinyTables()["OS/2"]
		binary.BigEndian.PutUint16(os2[8:], bits)
		return map[string][]byte{"OS/2": os2}
	}
	tests := []struct {
		name  string
		data  []byte
		index int
		want  error
	}{
		{"empty", nil, 0, ErrNotFont},
		{"text", []byte("# 工作简报，不是字体"), 0, ErrNotFont},
		{"woff", append([]byte("wOFF"), make([]byte, 40)...), 0, ErrNotFont},
		{"OpenType with CFF", append([]byte("OTTO"), make([]byte, 40)...), 0, ErrCFF},
		{"CFF under a TrueType signature", tinyFont(map[string][]byte{"glyf": nil, "CFF ": {1}}), 0, ErrCFF},
		{"second face of one", tinyFont(nil), 1, ErrIndex},
		{"negative face", tinyFont(nil), -1, ErrIndex},
		{"restricted licence", tinyFont(restricted(2)), 0, ErrRestricted},
		{"no subsetting", tinyFont(restricted(0x108)), 0, ErrRestricted},
		{"no subsetting, the kind", tinyFont(restricted(0x108)), 0, ErrWholeOnly},
		{"bitmaps only", tinyFont(restricted(0x200)), 0, ErrRestricted},
		{"bitmaps only, the kind", tinyFont(restricted(0x200)), 0, ErrBitmapsOnly},
		{"preview and print", tinyFont(restricted(4)), 0, nil},
		{"editable", tinyFont(restricted(8)), 0, nil},
		{"restricted, but editable too", tinyFont(restricted(10)), 0, nil},
		{"Macintosh cmap only", tinyFont(map[string][]byte{"cmap": tinyCmap(u(1, 0), format6())}), 0, ErrNoUnicode},
		{"no head", tinyFont(map[string][]byte{"head": nil}), 0, ErrBroken},
		{"short maxp", tinyFont(map[string][]byte{"maxp": make([]byte, 6)}), 0, ErrBroken},
		{"short hmtx", tinyFont(map[string][]byte{"hmtx": make([]byte, 8)}), 0, ErrBroken},
		{"short loca", tinyFont(map[string][]byte{"loca": make([]byte, 10)}), 0, ErrBroken},
		{"cut off", tinyFont(nil)[:300], 0, ErrBroken},
	}
	for _, test := range tests {
		if _, err := Parse(test.data, test.index); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

func TestCollection(t *testing.T) {
	font := tinyFont(nil)
	const start = 20
	for at := 12; at < 12+16*int(u16(font, 4)); at += 16 { // offsets count from the start of the file
		binary.BigEndian.PutUint32(font[at+8:], u32(font, at+8)+start)
	}
	file := append(be("ttcf", u(1, 0), []uint32{2, 0xFFFFFF, start}), font...)
	f, err := Parse(file, 1)
	if err != nil {
		t.Fatal(err)
	}
	if gid, _ := f.Glyph('A'); gid != tinyA {
		t.Errorf("Glyph = %d", gid)
	}
	if Count(file) != 2 || Count(font) != 1 || Count(nil) != 1 {
		t.Errorf("%d faces in the collection, %d in the font", Count(file), Count(font))
	}
	if _, err := Parse(file, 0); !errors.Is(err, ErrBroken) {
		t.Errorf("face beyond the end: %v", err)
	}
	if _, err := Parse(file, 2); !errors.Is(err, ErrIndex) {
		t.Errorf("third of two: %v", err)
	}
}

func TestProjectFonts(t *testing.T) {
	tests := []struct {
		file, name string
		has, lacks string
		units      int
	}{
		{"FandolFang-Regular", "FandolFangTT-Regular", "工作简报—·", "镕", 1000},
		{"JianbaoFallbackKai-Light", "JianbaoFallbackKai-Light", "镕𬱖𫖯", "工", 1000},
		{"LiberationSerif-Regular", "LiberationSerif", "0123Añ", "工", 2048},
		{"NotoSerifSC-Regular", "NotoSerifSC-Regular", "镕喆", "", 1000},
	}
	for _, test := range tests {
		f := mustParse(t, projectFont(t, test.file))
		if f.UnitsPerEm() != test.units || f.PostScriptName() != test.name {
			t.Errorf("%s: %d units, name %q", test.file, f.UnitsPerEm(), f.PostScriptName())
		}
		for _, r := range test.has {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%s lacks %c", test.file, r)
			}
		}
		for _, r := range test.lacks {
			if _, ok := f.Glyph(r); ok {
				t.Errorf("%s has %c", test.file, r)
			}
		}
		if d := f.Describe(); d.Ascent <= 0 || d.Descent >= 0 || d.CapHeight <= 0 || d.XMax <= d.XMin {
			t.Errorf("%s: %+v", test.file, d)
		}
	}
}

// Half an em is what the grid reckons a digit to take.
func TestDigitsAreHalfAnEm(t *testing.T) {
	f := mustParse(t, projectFont(t, "LiberationSerif-Regular"))
	for r := '0'; r <= '9'; r++ {
		gid, _ := f.Glyph(r)
		if f.Advance(gid) != 1024 {
			t.Errorf("%c advances %d", r, f.Advance(gid))
		}
	}
}

// TestCheck says that a font with a glyph out of place, or with parts it has
// not got, is found before it is used.
func TestCheck(t *testing.T) {
	if broken := mustParse(t, tinyFont(nil)).Check(); broken != nil {
		t.Error(broken)
	}
	loca := tinyTables()["loca"]
	binary.BigEndian.PutUint16(loca[2*tinyBlank:], 0xFFFF)
	glyf := tinyTables()["glyf"]
	at := 2 * int(u16(tinyTables()["loca"], 2*tinyComposite))
	binary.BigEndian.PutUint16(glyf[at+12:], 5)
	for name, changes := range map[string]map[string][]byte{"place": {"loca": loca}, "part": {"glyf": glyf}} {
		if mustParse(t, tinyFont(changes)).Check() == nil {
			t.Errorf("%s: nothing is broken", name)
		}
	}
	for _, name := range []string{"FandolFang-Regular", "NotoSerifSC-Regular", "LiberationSerif-Regular"} {
		if broken := mustParse(t, projectFont(t, name)).Check(); broken != nil {
			t.Errorf("%s: glyphs %d", name, broken)
		}
	}
}

// TestCheckOutlines says that outlines are found broken that readers of
// documents leave off without a word.
func TestCheckOutlines(t *testing.T) {
	loca := tinyTables()["loca"]
	a, composite := 2*int(u16(loca, 2*tinyA)), 2*int(u16(loca, 2*tinyComposite))
	part := composite + 20 // of the composite, behind one with a scale
	for name, change := range map[string]func(glyf []byte){
		"contours":      func(glyf []byte) { copy(glyf[a:], be(u(0x7FFF))) },
		"zeros":         func(glyf []byte) { clear(glyf[a : a+30]) },
		"two contours":  func(glyf []byte) { copy(glyf[a:], be(i(2))) }, // the second ends at point 0
		"points":        func(glyf []byte) { copy(glyf[a+10:], be(u(9))) },
		"instructions":  func(glyf []byte) { copy(glyf[a+12:], be(u(90))) },
		"flags":         func(glyf []byte) { copy(glyf[a+10:], be(u(0x7000))) },
		"more flags":    func(glyf []byte) { copy(glyf[a+14:], []byte{9, 9}) },
		"last part":     func(glyf []byte) { copy(glyf[part:], be(u(haveMatrix))) },
		"itself":        func(glyf []byte) { copy(glyf[part+2:], be(u(tinyComposite))) },
		"part of parts": func(glyf []byte) { copy(glyf[a:], be(i(-1, 0, 0, 9, 9), u(0, tinyComposite, 0))) },
	} {
		glyf := tinyTables()["glyf"]
		change(glyf)
		if mustParse(t, tinyFont(map[string][]byte{"glyf": glyf})).Check() == nil {
			t.Errorf("%s: nothing is broken", name)
		}
	}
	whole := mustParse(t, bytes.Clone(projectFont(t, "LiberationSerif-Regular")))
	w, _ := whole.Glyph('W')
	outline, _ := whole.outline(w)
	if clear(outline[10:]); !slices.Contains(whole.Check(), w) { // one point where there were many
		t.Error("zeros are taken for points")
	}
	glyf := tinyTables()["glyf"]
	copy(glyf[a:], be(i(0, 0, 0, 9, 9, 22))) // no contours, all instructions
	f := mustParse(t, tinyFont(map[string][]byte{"glyf": glyf}))
	if _, _, _, _, ok := f.Bounds(tinyA); ok || f.Check() != nil {
		t.Error("a glyph of no contours has ink, or is broken")
	}
}

func TestVariable(t *testing.T) {
	if mustParse(t, tinyFont(nil)).Describe().Variable || !mustParse(t, tinyFont(map[string][]byte{"fvar": {0, 1}})).Describe().Variable {
		t.Error("fixed and variable fonts are not told apart")
	}
}
