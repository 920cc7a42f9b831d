package lint

import (
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// proseFile reads an issue that stands in a file, with the settings beside it.
func proseFile(t testing.TB, name string, text []byte) *bulletin.Issue {
	t.Helper()
	settings := bulletin.ReadSettings(diag.NewSource(bulletin.SettingsName, []byte("刊名: 工作简报\n编发单位: 某办公室\n")))
	dir := filepath.Dir(name)
	for range 3 {
		if raw, err := os.ReadFile(filepath.Join(dir, bulletin.SettingsName)); err == nil {
			settings = bulletin.ReadSettings(diag.NewSource(bulletin.SettingsName, raw))
			break
		}
		dir = filepath.Dir(dir)
	}
	return bulletin.Read(diag.NewSource(name, text), strings.TrimSuffix(filepath.Base(name), ".md"), settings)
}

// ofProse returns what the rules about prose find in an issue.
func ofProse(issue *bulletin.Issue) diag.List {
	var found diag.List
	pieces := proseOf(issue)
	for _, r := range Rules() {
		if r.prose == nil {
			continue
		}
		r.inProse(&finder{rule: r, issue: issue, found: &found}, pieces)
	}
	return found.Sorted()
}

// TestProse lists what is found in official prose as careful editors wrote it;
// each line of prose.want was judged, and none but those marked there is false.
// UPDATE=1 rewrites the list.
func TestProse(t *testing.T) {
	files, _ := filepath.Glob("testdata/prose/*.md")
	if len(files) == 0 {
		t.Fatal("no prose")
	}
	var b strings.Builder
	characters := 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		issue := proseFile(t, name, raw)
		if issue.Findings.Errors() > 0 {
			t.Errorf("%s: %v", name, issue.Findings)
		}
		for _, p := range proseOf(issue) {
			characters += utf8.RuneCountInString(p.text)
		}
		for _, d := range ofProse(issue) {
			fmt.Fprintf(&b, "%s:%d:%d %v %s %s %s\n", filepath.Base(name), d.Pos.Line(), d.Pos.Column(), d.Severity, d.Code, d.Message, d.Hint)
		}
	}
	if characters < 15000 {
		t.Errorf("only %d characters", characters)
	}
	const want = "testdata/prose.want"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(want, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	known, err := os.ReadFile(want)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(known) {
		t.Errorf("differs from %s (UPDATE=1 rewrites it):\n%s", want, b.String())
	}
}

// TestRealIssue says what is found in the prose of the real 第4期: its two true
// oddities and nothing else.
func TestRealIssue(t *testing.T) {
	const name = "../../issues/2020/004.md"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range ofProse(proseFile(t, name, raw)) {
		got = append(got, fmt.Sprintf("%d %s", d.Pos.Line(), d.Code))
	}
	if s := strings.Join(got, ", "); s != "48 冒号误用, 54 时刻写法" {
		t.Errorf("found %s", s)
	}
}

// sources returns every issue that stands in the repository, and its text.
func sources(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, root := range []string{"..", "../../issues"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
				return err
			}
			raw, err := os.ReadFile(name)
			if err == nil && utf8.Valid(raw) {
				out[name] = raw
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(out) < 50 {
		t.Fatalf("only %d sources", len(out))
	}
	return out
}

// rest mends the prose of an issue until nothing more can be, and fails when a
// word changes, an error comes, or it does not come to rest.
func rest(t *testing.T, name string, raw []byte) []byte {
	t.Helper()
	issue := proseFile(t, name, raw)
	if issue.Findings.Errors() > 0 {
		return raw
	}
	said := words(issue.Source.Text)
	for range 30 {
		now, n := diag.Fixed(issue.Source, raw, ofProse(issue))
		if n == 0 {
			return raw
		}
		before := raw
		raw, issue = now, proseFile(t, name, now)
		if words(issue.Source.Text) != said {
			t.Fatalf("%s: a fix changed what is said:\n%s", name, differing(string(before), string(now)))
		}
		if issue.Findings.Errors() > 0 {
			t.Fatalf("%s: a fix broke the issue: %v\n%s", name, issue.Findings, differing(string(before), string(now)))
		}
	}
	t.Errorf("%s does not come to rest", name)
	return nil
}

// differing returns the first lines in which two texts differ.
func differing(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return ""
}

// TestHarmless mends every issue of the repository.
func TestHarmless(t *testing.T) {
	sound, mended := 0, 0
	for name, raw := range sources(t) {
		if proseFile(t, name, raw).Findings.Errors() == 0 {
			sound++
		}
		if string(rest(t, name, raw)) != string(raw) {
			mended++
		}
	}
	if sound < 90 || mended < 5 {
		t.Errorf("only %d issues without errors, %d of them with something to mend", sound, mended)
	}
}

// TestHarmlessMutations mends issues in which punctuation and blanks were put in,
// taken out and replaced at random. LONG=1 tries more.
func TestHarmlessMutations(t *testing.T) {
	rounds := 8
	if os.Getenv("LONG") != "" {
		rounds = 250
	}
	random := rand.New(rand.NewSource(1))
	marks := []rune("，。、；：？！“”‘’（）《》〈〉【】〔〕…—～·,.;:?!\"'()[]<>-~ 　 \u00A0\u200B0123456789一二三九十年月日时分点%％＋．１９Ａx×*_`|#\n\\")
	files, _ := filepath.Glob("testdata/prose/*.md")
	mended := 0
	for range rounds {
		for _, name := range files {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			worse := mutated(random, marks, raw)
			if string(rest(t, name, worse)) != string(worse) {
				mended++
			}
		}
	}
	if mended < rounds*len(files)/3 {
		t.Errorf("only %d of %d issues had no errors and something to mend", mended, rounds*len(files))
	}
}

// mutated changes a character in sixty of the body, most of them marks.
func mutated(random *rand.Rand, marks []rune, raw []byte) []byte {
	head, body, _ := strings.Cut(strings.TrimPrefix(string(raw), "---\n"), "\n---\n")
	text := []rune(body)
	for range len(text) / 60 {
		i, m := random.Intn(len(text)), marks[random.Intn(len(marks))]
		switch random.Intn(4) {
		case 0:
			text = append(text[:i], text[i+1:]...)
		case 1:
			text[i] = m
		default:
			text = append(text[:i], append([]rune{m}, text[i:]...)...)
		}
	}
	return []byte("---\n" + head + "\n---\n" + string(text))
}

func BenchmarkCheck(b *testing.B) {
	const name = "../../issues/2020/004.md"
	raw, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	issue := proseFile(b, name, raw)
	for b.Loop() {
		ofProse(issue)
	}
}

// TestClean finds nothing in lines that are right though they look like slips,
// each a paragraph.
func TestClean(t *testing.T) {
	raw, err := os.ReadFile("testdata/clean.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		text := "---\n期号: 1\ndate: 2020-09-22\n---\n\n" + line + "\n"
		for _, d := range ofProse(proseFile(t, "clean.md", []byte(text))) {
			t.Errorf("%d:%d %s: %s: %s", i+1, d.Pos.Column(), d.Code, d.Message, line)
		}
	}
}

// TestHostile looks at long texts that are no prose: none takes long, nor gives
// more findings than anybody reads.
func TestHostile(t *testing.T) {
	for _, part := range []string{"“", "”“", "（", "）", "《》、", "甲,", "甲 ", "1 甲", "甲\"", "‘’", "的的", "國", "1-", "甲乙丙丁", "×××", "13812345678 ", "（a", "2020.9.22 ", "、", "号〔2020〕", "部份", "甲：乙：", "一是甲。乙；"} {
		text := strings.Repeat(part, 200_000/len(part))
		issue := &bulletin.Issue{Source: diag.NewSource("x.md", []byte(text)), Front: bulletin.Front{Public: true}}
		p := phrase("", bulletin.Phrase{Text: text, At: issue.Source.At(0)})
		p.kind, p.block = paragraph, &bulletin.Paragraph{}
		start := time.Now()
		for _, r := range Rules() {
			if r.prose == nil {
				continue
			}
			var found diag.List
			r.inProse(&finder{rule: r, issue: issue, found: &found}, []*prose{p})
			if len(found) > mostOfRule {
				t.Errorf("%q: %d findings of %s", part, len(found), r.Code)
			}
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q takes %v", part, took)
		} else if testing.Verbose() {
			t.Logf("%q %v", part, took)
		}
	}
}

// TestSlips lists what is found in text as it comes from the offices, and what is
// left after what can be mended was. UPDATE=1 rewrites the list.
func TestSlips(t *testing.T) {
	raw, err := os.ReadFile("testdata/slips.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range ofProse(proseFile(t, "slips.md", raw)) {
		fmt.Fprintf(&b, "%s\n", d)
	}
	fmt.Fprintf(&b, "\n%s", rest(t, "slips.md", raw))
	const want = "testdata/slips.want"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(want, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if known, err := os.ReadFile(want); err != nil || string(known) != b.String() {
		t.Errorf("differs from %s (UPDATE=1 rewrites it):\n%s", want, b.String())
	}
}
