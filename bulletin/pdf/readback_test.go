package pdf

import (
	"bytes"
	"errors"
	"math/rand"
	"os"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/page"
	"jianbao/bulletin/pdf/object"
)

// read reads a file that must be readable.
func read(t testing.TB, data []byte) *Readout {
	t.Helper()
	r, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRead reads back a document of every kind of item.
func TestRead(t *testing.T) {
	d := picturedIssue(t)
	r := read(t, write(t, d))
	if r.Pages != len(d.Pages) || r.Title != d.Meta.Title || r.Author != d.Meta.Author || r.Level != "A" || len(r.Unlike) > 0 || len(r.Foreign) > 0 || len(r.Stray) > 0 {
		t.Errorf("%d pages, title %q, author %q, level %q, unlike %q, foreign %v, stray %v", r.Pages, r.Title, r.Author, r.Level, r.Unlike, r.Foreign, r.Stray)
	}
	want, got := map[string]int{}, map[string]int{}
	for n, p := range d.Pages {
		for _, item := range p.Items {
			switch item := item.(type) {
			case *page.Text:
				for _, c := range strings.ReplaceAll(item.String, " ", "") {
					want[string(c)+string(rune('0'+n))]++
				}
			case *page.Image:
				want["\uFFFC"+string(rune('0'+n))]++
			}
		}
	}
	for _, p := range append(r.Pieces, r.Artifacts...) {
		for _, c := range strings.ReplaceAll(p.Text, " ", "") {
			got[string(c)+string(rune('0'+p.Page-1))]++
		}
	}
	for c, n := range want {
		if got[c] != n {
			t.Errorf("%s drawn %d times, read %d times", c, n, got[c])
		}
	}
	if len(got) != len(want) || len(want) < 50 {
		t.Errorf("%d characters read, %d drawn", len(got), len(want))
	}
}

// unfolded returns a file with its streams as they are, so that what changes a
// byte changes what they say.
func unfolded(t testing.TB, data []byte) []byte {
	t.Helper()
	f, err := object.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range f.Objects {
		if s, ok := o.(*object.Stream); ok && s.Dict["Subtype"] != object.Name("Image") && s.Dict["Length1"] == nil {
			if s.Data, err = s.Decode(); err != nil {
				t.Fatal(err)
			}
			delete(s.Dict, "Filter")
		}
	}
	return written(t, f)
}

func written(t testing.TB, f *object.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := object.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// smallFile is a file of all that is read, without the weight of fonts.
func smallFile(t testing.TB) []byte {
	t.Helper()
	f, err := object.Parse(write(t, realIssue(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range f.Objects {
		if s, ok := o.(*object.Stream); ok && s.Dict["Length1"] != nil {
			s.Data = nil
		}
	}
	return unfolded(t, written(t, f))
}

// TestReadDamaged reads a file with bytes lost, changed and doubled at random: it
// is read or refused, never more.
func TestReadDamaged(t *testing.T) {
	t.Parallel()
	small := smallFile(t)
	times := 400
	if os.Getenv("LONG") != "" {
		times = 20_000
	}
	rnd := rand.New(rand.NewSource(1))
	refused := 0
	for range times {
		data := bytes.Clone(small)
		for range 1 + rnd.Intn(4) {
			at := rnd.Intn(len(data))
			switch rnd.Intn(4) {
			case 0:
				data[at] = byte(rnd.Intn(256))
			case 1:
				data[at] = "0123456789<>[]()/ R"[rnd.Intn(19)]
			case 2:
				data = data[:at]
			case 3:
				n := min(rnd.Intn(100), len(data)-at)
				copy(data[rnd.Intn(len(data)-n+1):], data[at:at+n])
			}
			if len(data) == 0 {
				break
			}
		}
		if _, err := Read(data); err != nil {
			refused++
		}
	}
	if refused == 0 || refused == times {
		t.Errorf("%d of %d refused", refused, times)
	}
}

// FuzzReadBack must neither panic nor hang.
func FuzzReadBack(f *testing.F) {
	f.Add(smallFile(f))
	f.Add(written(f, hostile(func(h *hostileFile) {})))
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		r, err := Read(data)
		if (r == nil) == (err == nil) {
			t.Fatal("neither read nor refused")
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("%v for %d bytes", took, len(data))
		}
	})
}

// TestReadHostile reads files made to take time or room without end.
func TestReadHostile(t *testing.T) {
	t.Parallel()
	for name, c := range hostileFiles {
		t.Run(name, func(t *testing.T) {
			data := written(t, hostile(c.make))
			start := time.Now()
			_, err := Read(data)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v for %d bytes", took, len(data))
			}
			if c.want == nil && err != nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
}
