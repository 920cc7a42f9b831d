package typeset

import (
	"math/rand"
	"os"
	"strings"
	"testing"

	"jianbao/bulletin/page"
)

// alphabet is what random paragraphs are made of: Han first, then every kind
// of mark, Latin, digits, units, blanks and rare characters.
var alphabet = []string{
	"督", "察", "组", "环", "境", "保", "护", "益", "阳", "市", "𬱖", "㛃", "年", "日", "第", "号",
	"，", "。", "、", "；", "：", "！", "？", "“", "”", "‘", "’", "（", "）", "《", "》", "【", "】", "〔", "〕",
	"——", "……", "—", "～", "·", "-", "/", "／", "‼", "？！",
	"17", "2020", "1", "12345", "3.5%", "10", "GDP", "PM2.5", "km", "http://a.example/b", "International", "it’s", " ", "\u3000", "℃", "①", "▲", "一", "三",
	"〔2020〕12号", "－5", "\u00A0", "\u2060", "\u200B", "co\u00ADop", "\n",
}

const hanPieces = 16 // how many of the alphabet are Han

func randomText(r *rand.Rand, pieces int) string {
	s := ""
	for range pieces {
		if n := r.Intn(len(alphabet)); r.Intn(2) == 0 {
			s += alphabet[n%hanPieces]
		} else {
			s += alphabet[n]
		}
	}
	return s
}

// count is n under LONG=1 and a fiftieth of it otherwise.
func count(n int) int {
	if os.Getenv("LONG") != "" {
		return n
	}
	return n / 50
}

// randomSetting is one of many frames: narrow ones, indents both ways, both
// levels, with and without a gap between Han and Latin.
func randomSetting(r *rand.Rand) Setting {
	cells := page.Length(3 + r.Intn(7))
	s := Setting{Frame: Frame{First: cells * testCell, Rest: cells * testCell, Cell: testCell}}
	switch r.Intn(4) {
	case 0:
		s.First -= testCell * page.Length(1+r.Intn(2))
	case 1:
		s.First += testCell
	case 2:
		s.Rest -= testCell / 3
	}
	s.Level = Level(r.Intn(2))
	if r.Intn(3) == 0 {
		s.LatinGap = testCell / 4
	}
	s.Ragged = r.Intn(6) == 0
	return s
}

// TestBreakAgainstBruteForce compares the breaker with every possible set of
// breaks on short paragraphs in narrow columns.
func TestBreakAgainstBruteForce(t *testing.T) {
	done := 0
	for seed := int64(0); done < count(100_000); seed++ {
		r := rand.New(rand.NewSource(seed))
		text := randomText(r, 4+r.Intn(14))
		s := randomSetting(r)
		p := itemise(newSeen(chars(text)), s)
		ref := newReference(p.items, s.Frame, s.Ragged)
		if len(ref.at) > 17 {
			continue
		}
		done++
		b := newBreaker(p.items, s.Frame, s.Ragged)
		var breaks []int
		for _, j := range b.breaks() {
			breaks = append(breaks, int(b.at[j]))
		}
		if got, want := ref.total(breaks), ref.best(0); got != want {
			t.Fatalf("seed %d, %+v: breaks cost %v, best is %v: %q", seed, s, got, want, text)
		}
	}
}

// TestForcedBreaks says that an editor's line end always ends a line.
func TestForcedBreaks(t *testing.T) {
	cs := chars("督察组\n环境保护\n益阳市")
	lines := Set(cs, body())
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	if lines[0].Width != 3*testCell || lines[1].Width != 4*testCell {
		t.Errorf("lines before a forced end are %d and %d wide, not natural", lines[0].Width, lines[1].Width)
	}
}

func BenchmarkSet(b *testing.B) {
	text, err := os.ReadFile("testdata/004.txt")
	if err != nil {
		b.Fatal(err)
	}
	cs := chars(string(text))
	b.ReportAllocs()
	for b.Loop() {
		Set(cs, body())
	}
}

// BenchmarkLong sets one paragraph of 100,000 characters.
func BenchmarkLong(b *testing.B) {
	text, err := os.ReadFile("testdata/004.txt")
	if err != nil {
		b.Fatal(err)
	}
	one := strings.ReplaceAll(string(text), "\n", "")
	cs := chars(strings.Repeat(one, 100_000/len([]rune(one))+1))[:100_000]
	b.ReportAllocs()
	for b.Loop() {
		Set(cs, body())
	}
}

// TestFewest says that a paragraph asked for as few lines as can be has no
// more than one that may be set at its tightest, and loses nothing.
func TestFewest(t *testing.T) {
	fewer := 0
	for seed := range count(5000) {
		r := rand.New(rand.NewSource(int64(seed)))
		cs := chars(randomText(r, 30+r.Intn(60)))
		s := body()
		usual := Set(cs, s)
		s.Fewest = true
		tight := Set(cs, s)
		at := 0
		for _, l := range tight {
			if l.Start != at || len(l.X) != l.End-l.Start {
				t.Fatalf("seed %d: a line has characters %d to %d after %d", seed, l.Start, l.End, at)
			}
			at = l.End
		}
		if at != len(cs) {
			t.Fatalf("seed %d: %d of %d characters set", seed, at, len(cs))
		}
		if len(tight) > len(usual) {
			t.Fatalf("seed %d: %d lines instead of %d", seed, len(tight), len(usual))
		}
		if len(tight) < len(usual) {
			fewer++
		}
		for n, l := range tight {
			if d := l.Width - s.Frame.width(n == 0); d > 2 {
				t.Fatalf("seed %d: line %d stands %d EMU beyond the margin", seed, n, d)
			}
		}
	}
	if fewer == 0 {
		t.Error("no paragraph lost a line")
	}
}
