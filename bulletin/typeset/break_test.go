package typeset

import (
	"math"
	"math/rand"
	"os"
	"testing"

	"jianbao/bulletin/page"
)

// alphabet is what random paragraphs are made of: Han, every kind of mark,
// Latin, digits, units, blanks and rare characters.
var alphabet = []string{
	"督", "察", "组", "环", "境", "保", "护", "益", "阳", "市", "𬱖", "㛃", "年", "日", "第", "号",
	"，", "。", "、", "；", "：", "！", "？", "“", "”", "‘", "’", "（", "）", "《", "》", "【", "】", "〔", "〕",
	"——", "……", "—", "～", "·", "-", "/", "／",
	"17", "2020", "1", "12345", "3.5%", "10", "GDP", "PM2.5", "km", "http://a.example/b", " ", "\u3000", "℃", "①", "▲",
}

func randomText(r *rand.Rand, pieces int) string {
	s := ""
	for range pieces {
		if n := r.Intn(len(alphabet)); r.Intn(2) == 0 {
			s += alphabet[n%16]
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

// bruteForce returns the least demerits over every set of breaks.
func bruteForce(b *breaker, i int) int64 {
	last := len(b.at) - 1
	if i == last {
		return 0
	}
	best := int64(math.MaxInt64)
	for j := i + 1; j <= last; j++ {
		d, fits := b.demerits(i, j)
		if fits || j == i+1 {
			if rest := bruteForce(b, j); rest < math.MaxInt64 && d+rest < best {
				best = d + rest
			}
		}
		if b.items[b.at[j]].Cost == Forced {
			break
		}
	}
	return best
}

// total returns the demerits of chosen breaks.
func total(b *breaker, breaks []int) int64 {
	index := map[int]int{}
	for k, at := range b.at {
		index[at] = k
	}
	sum, prev := int64(0), 0
	for _, at := range breaks {
		d, _ := b.demerits(prev, index[at])
		sum += d
		prev = index[at]
	}
	return sum
}

// TestBreakAgainstBruteForce compares the breaker with every possible set of
// breaks on short paragraphs in narrow columns.
func TestBreakAgainstBruteForce(t *testing.T) {
	for seed := range count(100_000) {
		r := rand.New(rand.NewSource(int64(seed)))
		text := randomText(r, 4+r.Intn(12))
		cells := page.Length(4 + r.Intn(5))
		s := Setting{Frame: Frame{First: cells * testCell, Rest: cells * testCell, Cell: testCell}}
		if r.Intn(2) == 0 {
			s.First -= page.Length(r.Intn(3)-1) * testCell
		}
		p := itemise(chars(text), s)
		b := newBreaker(p.items, s.Frame)
		if len(b.at) > 18 {
			continue
		}
		if got, want := total(b, Break(p.items, s.Frame)), bruteForce(b, 0); got != want {
			t.Fatalf("seed %d, %d cells: breaks cost %d, best is %d: %q", seed, cells, got, want, text)
		}
	}
}

// TestLongParagraphs checks what must hold of every paragraph.
func TestLongParagraphs(t *testing.T) {
	for seed := range count(10_000) {
		r := rand.New(rand.NewSource(int64(seed)))
		text := randomText(r, 100+r.Intn(200))
		cs := chars(text)
		lines := Set(cs, body())
		checkNothingLost(t, cs, lines)
		for n, l := range lines {
			checkLine(t, text, cs, l, body(), n == 0, n == len(lines)-1)
		}
		if t.Failed() {
			t.Fatalf("seed %d: %q", seed, text)
		}
	}
}

func checkNothingLost(t *testing.T, cs []Char, lines []Line) {
	t.Helper()
	at := 0
	for _, l := range lines {
		if l.Start != at || l.End < l.Start || len(l.X) != l.End-l.Start {
			t.Errorf("line has characters %d to %d after %d", l.Start, l.End, at)
		}
		at = l.End
	}
	if at != len(cs) {
		t.Errorf("%d of %d characters set", at, len(cs))
	}
}

// visible returns the first and last character of a line that is no blank.
func visible(cs []Char, l Line) (first, last int) {
	first, last = l.Start, l.End-1
	for first < last && cs[first].Class == Space {
		first++
	}
	for last > first && cs[last].Class == Space {
		last--
	}
	return first, last
}

func checkLine(t *testing.T, text string, cs []Char, l Line, s Setting, first, last bool) {
	t.Helper()
	a, z := visible(cs, l)
	if c := cs[a]; !first && !MayStart(c.Rune, c.Class, s.Level) && !isMark(cs[a-1].Class) && cs[a-1].Class != Western {
		t.Errorf("%q starts a line", c.Rune)
	}
	if c := cs[z]; !last && !MayEnd(c.Rune, c.Class) && !isMark(cs[z+1].Class) && cs[z+1].Class != Western {
		t.Errorf("%q ends a line", c.Rune)
	}
	width := s.Frame.width(first)
	if d := l.Width - width; !last && (d < -2 || d > 2) || d > 2 {
		t.Errorf("a line is %d EMU wide in a frame of %d: %q", l.Width, width, text)
	}
	for i := 1; i < len(l.X); i++ {
		if l.X[i] < l.X[i-1]-s.Cell/2 && cs[l.Start+i-1].Class != Space {
			t.Errorf("character %d, %q, stands %d EMU before its neighbour", l.Start+i, cs[l.Start+i].Rune, l.X[i-1]-l.X[i])
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
