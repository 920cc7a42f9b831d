package lint

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
)

// example reads the series an example of a rule stands for.
func example(t *testing.T, text string) *bulletin.Series {
	t.Helper()
	files := fstest.MapFS{"bulletin.yaml": {Data: []byte("刊名: 工作简报\n编发单位: 某办公室\n")}}
	switch {
	case strings.HasPrefix(text, "-- "):
		for _, part := range strings.Split(strings.TrimPrefix(text, "-- "), "\n-- ") {
			name, content, ok := strings.Cut(part, " --\n")
			if !ok {
				t.Fatalf("no files in %q", text)
			}
			files[name] = &fstest.MapFile{Data: []byte(content)}
		}
	case strings.HasPrefix(text, "---\n"):
		files["1.md"] = &fstest.MapFile{Data: []byte(text)}
	default:
		files["1.md"] = &fstest.MapFile{Data: []byte("---\n期号: 1\ndate: 2020-09-22\n---\n\n" + text + "\n")}
	}
	s, err := bulletin.ReadSeries(files, func(p string) string { return p })
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// findings are all there are of a series, but for those of layout.
func findings(s *bulletin.Series) diag.List {
	found := s.Findings()
	for _, issue := range s.Issues {
		found = append(append(found, issue.Findings...), CheckIssue(s, issue)...)
	}
	return Check(s, s.Issues, true, found)
}

func coded(l diag.List, code string) (out diag.List) {
	for _, d := range l {
		if d.Code == code {
			out = append(out, d)
		}
	}
	return out
}

// TestExamples says of every rule that it finds each of its wrong examples, and
// none of its right ones.
func TestExamples(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Code] || r.Code == "" || r.Group == "" || r.Source == "" || r.Title == "" || r.Reason == "" {
			t.Errorf("%q comes twice, or lacks something", r.Code)
		}
		seen[r.Code] = true
		if r.Severity == diag.Error && r.Strength != Prescribed && r.Strength != Readable {
			t.Errorf("%s: an error though it is only %s", r.Code, r.Strength)
		}
		if len(r.Wrong) == 0 || len(r.Right) == 0 {
			t.Errorf("%s has no examples", r.Code)
		}
		if r.elsewhere {
			continue // of layout and the archive: their tests have them
		}
		for _, text := range r.Wrong {
			found := coded(findings(example(t, text)), r.Code)
			if len(found) == 0 {
				t.Errorf("%s: nothing found in %q", r.Code, text)
			}
			for _, d := range found {
				if d.Hint == "" || d.Pos.Source == nil {
					t.Errorf("%s: no advice or no place: %v", r.Code, d)
				}
			}
		}
		for _, text := range r.Right {
			if found := coded(findings(example(t, text)), r.Code); len(found) > 0 {
				t.Errorf("%s: found in %q: %v", r.Code, text, found)
			}
		}
	}
}

// words are the characters of a text that no fix may touch: letters, digits and
// symbols, without punctuation, blanks, and the form of full and half width.
func words(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			continue
		case r >= 0xFF01 && r <= 0xFF5E:
			r -= 0xFEE0
		}
		if unicode.IsPunct(r) || strings.ContainsRune("~|^`$+<=>─━∼˜∙⋅−⋯", r) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// fixed mends a source until nothing more can be, and returns it.
func fixed(t *testing.T, text string) string {
	t.Helper()
	for range 20 {
		s := example(t, text)
		if len(s.Issues) != 1 || s.Issues[0].Findings.Errors() > 0 {
			return text
		}
		src := s.Issues[0].Source
		now, n := diag.Fixed(src, []byte(src.Text), findings(s))
		if n == 0 {
			return text
		}
		if words(string(now)) != words(src.Text) {
			t.Fatalf("a fix changed what is said:\n%s\n%s", src.Text, now)
		}
		text = string(now)
	}
	t.Errorf("does not come to rest: %q", text)
	return text
}

// TestFixed mends the wrong examples: what is mended is not found again.
func TestFixed(t *testing.T) {
	for _, r := range Rules() {
		for _, text := range r.Wrong {
			if strings.HasPrefix(text, "-- ") {
				continue
			}
			for _, d := range findings(example(t, fixed(t, text))) {
				if d.Fix != nil {
					t.Errorf("%s: still to mend: %v", r.Code, d)
				}
			}
		}
	}
}

// TestSilence silences a rule in each of the ways there are.
func TestSilence(t *testing.T) {
	const head, slip = "期号: 1\ndate: 2020-09-22\n", "会议强调,要抓好。"
	for _, c := range []struct {
		name, text string
		slips      int
		silences   int // found about silences
	}{
		{"none", "---\n" + head + "---\n\n" + slip, 1, 0},
		{"on its line", "---\n" + head + "---\n\n" + slip + "<!-- 不查 半角标点：引文如此 -->", 0, 0},
		{"on the line before", "---\n" + head + "---\n\n<!-- 不查 半角标点 -->\n\n" + slip, 0, 0},
		{"on another line", "---\n" + head + "---\n\n甲。<!-- 不查 半角标点 -->\n\n" + slip, 1, 1},
		{"two rules", "---\n" + head + "---\n\n" + slip + "<!-- 不查 半角标点、标点重复 -->", 0, 1},
		{"in the issue", "---\n" + head + "不查: [半角标点]\n---\n\n" + slip, 0, 0},
		{"in the issue, for nothing", "---\n" + head + "不查: [标点重复]\n---\n\n" + slip, 1, 1},
		{"in the series", "-- bulletin.yaml --\n刊名: 简报\n不查: [半角标点]\n-- 1.md --\n---\n" + head + "---\n\n" + slip, 0, 0},
		{"on a line of bulletin.yaml", "-- bulletin.yaml --\n刊名: 简报\n报: [市委办公室]\n版式: {分隔: {末尾: \"\"}} # 不查 报尾句号\n-- 1.md --\n---\n" + head + "---\n\n" + slip, 1, 0},
		{"on a line of bulletin.yaml, for nothing", "-- bulletin.yaml --\n刊名: 简报 # 不查 报尾句号\n-- 1.md --\n---\n" + head + "---\n\n" + slip, 1, 1},
		{"no such rule", "---\n" + head + "---\n\n" + slip + "<!-- 不查 半角标点符号 -->", 1, 1},
		{"a title", "---\n" + head + "---\n\n# 不查 半角标点\n\n" + slip, 1, 0},
		{"in the front matter", "---\n" + head + "导读: # 不查 半角标点\n  - 甲,乙\n---\n\n正文。", 1, 1},
		{"in the front matter, on its line", "---\n" + head + "导读:\n  - 甲,乙 # 不查 半角标点\n---\n\n正文。", 0, 0},
	} {
		l := findings(example(t, c.text))
		if got := len(coded(l, "半角标点")); got != c.slips {
			t.Errorf("%s: %d findings, want %d", c.name, got, c.slips)
		}
		if got := len(coded(l, SilenceCode)); got != c.silences {
			t.Errorf("%s: %d findings about silences, want %d: %v", c.name, got, c.silences, l)
		}
	}
}

// TestHundredth says what follows the ninety-ninth heading.
func TestHundredth(t *testing.T) {
	found := coded(findings(example(t, "## 九十九、甲\n\n正文。\n\n## 三、乙\n\n正文。")), "序号重复")
	if len(found) != 1 || !strings.Contains(found[0].Hint, "写作 一百、") {
		t.Errorf("found %v", found)
	}
}
