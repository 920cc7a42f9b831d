package archive

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/pdf"
)

// said everything: what a PDF says in all of its places.
func everything(r *pdf.Readout) string {
	var b strings.Builder
	for _, list := range [][]pdf.Piece{r.Pieces, r.Artifacts, r.Stray} {
		for _, p := range list {
			b.WriteString(seenOf(p.Text))
		}
		b.WriteByte('\n')
	}
	for _, e := range r.Elements {
		b.WriteString(e.Alt)
	}
	fmt.Fprint(&b, r.Outline, r.Title, r.Author, r.Subject, r.Date)
	return b.String()
}

// A forger changes sources of which a PDF was made.
type forger struct {
	*testing.T
	*office
	settings *bulletin.Settings
	text     string
	was      *pdf.Readout
	tried    int
}

func newForger(t *testing.T, o *office, text string, settings *bulletin.Settings) *forger {
	t.Helper()
	issue := o.issue(text, settings)
	if issue == nil {
		t.Fatal("the source has errors")
	}
	data := o.pdf(t, issue)
	if data == nil {
		return nil
	}
	return &forger{T: t, office: o, settings: settings, text: text, was: readout(t, data)}
}

// forged compares the PDF of before with a source changed since, and holds that
// there is a difference exactly if a PDF of the new source would say another
// thing.
func (f *forger) forged(text string) (*bulletin.Issue, []Difference) {
	f.Helper()
	issue := f.issue(text, f.settings)
	if issue == nil {
		return nil, nil
	}
	data := f.pdf(f, issue)
	if data == nil {
		return nil, nil
	}
	f.tried++
	found := Compare(issue, f.was)
	if other := everything(readout(f, data)) != everything(f.was); other != (len(found) > 0) {
		f.Errorf("says another thing: %v; found: %v", other, found)
	}
	return issue, found
}

// changed changes the character at an offset and holds that the difference is
// found on the line where it was made.
func (f *forger) changed(at int) {
	f.Helper()
	old := []rune(f.text[at:])[0]
	issue, found := f.forged(f.text[:at] + "变" + f.text[at+len(string(old)):])
	if issue == nil || len(found) == 0 {
		return
	}
	line := issue.Source.At(at).Line()
	right := slices.ContainsFunc(found, func(d Difference) bool { return d.At.Source == issue.Source && d.At.Line() == line })
	before := f.text[strings.LastIndexByte(f.text[:at], '\n')+1 : at]
	if strings.Contains(before, "[^") || strings.HasPrefix(before, "期号写法: ") { // a note's label; the number is told at 期号
		right = true
	}
	if !right {
		f.Errorf("%q on line %d was changed; found %v at %d", old, line, found[0], found[0].At.Line())
	}
}

// changeable are the offsets of characters that may be changed: Han and digits.
func changeable(text string) []int {
	var out []int
	for i, r := range text {
		if unicode.Is(unicode.Han, r) || r >= '0' && r <= '9' {
			out = append(out, i)
		}
	}
	return out
}

// TestChangedCharacters changes a character of the real issue, and of random
// ones, at many places.
func TestChangedCharacters(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	each, issues := 20, 8
	if os.Getenv("LONG") != "" {
		each, issues = 800, 250
	}
	rnd := rand.New(rand.NewSource(1))
	f := newForger(t, o, realText(t), realSettings(t))
	places := changeable(f.text)
	for range each {
		f.changed(places[rnd.Intn(len(places))])
	}
	tried := f.tried
	for seed := range issues {
		text := (&scribe{Rand: rand.New(rand.NewSource(int64(seed)))}).issue()
		if f = newForger(t, o, text, nil); f == nil {
			continue
		}
		places := changeable(text)
		for range 5 {
			f.changed(places[rnd.Intn(len(places))])
		}
		if tried += f.tried; t.Failed() {
			t.Fatal(text)
		}
	}
	if tried < each+issues*2 {
		t.Errorf("%d changes tried", tried)
	}
}

// TestPlaces changes words that stand in an issue once, and holds that the place
// of each is told to the character, and the page it stands on.
func TestPlaces(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	told := 0
	for seed := range 7 {
		s := &scribe{Rand: rand.New(rand.NewSource(int64(seed)))}
		text := s.issue()
		f := newForger(t, o, text, nil)
		if f == nil {
			continue
		}
		for n := range s.words {
			word := fmt.Sprintf("第%d号词", n+1001)
			at := strings.Index(text, word)
			i := slices.IndexFunc(f.was.Pieces, func(p pdf.Piece) bool { return strings.Contains(p.Text, word) })
			if at < 0 || i < 0 || strings.Contains(text[strings.LastIndexByte(text[:at], '\n')+1:at], "![") || strings.Contains(f.was.Pieces[i].Role, "TH") {
				continue
			}
			at += len("第1001")
			issue := o.issue(text[:at]+"变"+text[at+len("号"):], nil)
			found := Compare(issue, f.was)
			right := func(d Difference) bool {
				return d.At.Offset == at && d.Page == f.was.Pieces[i].Page && strings.Contains(d.Want, "变") && strings.Contains(d.Got, "号")
			}
			if told++; !slices.ContainsFunc(found, right) {
				t.Fatalf("%s at %d, page %d; found %v\n%s", word, at, f.was.Pieces[i].Page, found, text)
			}
		}
	}
	if told < 300 {
		t.Errorf("%d words", told)
	}
}

// TestParagraphs swaps, drops and adds paragraphs of the real issue.
func TestParagraphs(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	f := newForger(t, o, realText(t), realSettings(t))
	parts := strings.Split(strings.TrimRight(f.text, "\n"), "\n\n")
	first := slices.IndexFunc(parts, func(p string) bool { return strings.HasPrefix(p, "# ") })
	try := func(what string, i int, parts []string, note string) {
		t.Helper()
		text := strings.Join(parts, "\n\n") + "\n"
		issue, found := f.forged(text)
		if issue == nil {
			return
		}
		line := 1 + strings.Count(strings.Join(parts[:i], "\n\n")+"\n\n", "\n")
		right := slices.ContainsFunc(found, func(d Difference) bool {
			return d.At.Line() >= line-2 && d.At.Line() <= line+4 && strings.Contains(d.String(), note)
		})
		if !right {
			t.Errorf("%s part %d, line %d; found %v at %d", what, i, line, found, found[0].At.Line())
		}
	}
	for i := first; i < len(parts); i++ {
		if i > first && i+1 < len(parts) { // else its place is told by what stands in the front matter
			try("dropped", i, slices.Delete(slices.Clone(parts), i, i+1), "稿件是")
		}
		added := "新加的一段，共十多个字，别处没有。"
		try("added", i, slices.Insert(slices.Clone(parts), i, added), "新加的一段")
		if i > first {
			swapped := slices.Clone(parts)
			swapped[i], swapped[i-1] = parts[i-1], parts[i]
			try("swapped", i, swapped, "次序不同")
		}
	}
	if f.tried < 3*(len(parts)-first)-3 {
		t.Errorf("%d of %d parts tried", f.tried, len(parts)-first)
	}
}
