package bulletin

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/bulletin/diag"
)

// stands is where a dumper says a thing stands.
var stands = regexp.MustCompile(`(?m)^(\d+:\d+\*?)? *`)

// saidOf is what a reading came to, without where it stands.
func saidOf(issue *Issue) string { return stands.ReplaceAllString(dump(issue), "") }

// FuzzSeal holds that an issue is read with what sealed.yaml keeps of its settings
// as it was read with the settings themselves, and that any sealed.yaml is read.
func FuzzSeal(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.yaml")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("刊名: \"工作\\\\n简报\"\n编发单位: '甲: 乙 # 丙'\n人员: {主编: \"a\\\"b\"}\n报: [\"甲\\n乙\", 'null', \"2020\", '~']\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		ReadSeals(diag.NewSource(SealsName, text))
		s := ReadSettings(diag.NewSource(SettingsName, text))
		if s.Findings.Errors() > 0 {
			return
		}
		src := diag.NewSource("2020/001.md", []byte("---\n期号: 1\ndate: 2020-01-01\n---\n\n正文。\n"))
		want := Read(src, "2020/001", s)
		var none *Seals
		sealed := none.Append(&Seal{
			Path: "2020/001", Title: want.Title(), Date: Date{2020, 1, 1}, Tool: "x 1", Source: want.IssuedSum(), PDF: "0", Pages: 1,
			Pictures: map[string]string{"图/一 \"二\".png": "0"},
		}, s)
		seals := ReadSeals(diag.NewSource(SealsName, []byte(sealed)))
		if !seals.Readable || len(seals.Findings) > 0 || seals.Find("2020/001") == nil {
			t.Fatalf("not read back: %v\n%s", seals.Findings, sealed)
		}
		got := seals.read(src, "2020/001", nil)
		if saidOf(got) != saidOf(want) {
			t.Errorf("read as\n%swant\n%sfrom\n%s", saidOf(got), saidOf(want), sealed)
		}
		if seals.Find("2020/001").Pictures["图/一 \"二\".png"] != "0" {
			t.Error("a picture is lost")
		}
	})
}

// TestSealChain says that no entry but the last can be changed, and nothing be
// added or taken away before it, without being noticed.
func TestSealChain(t *testing.T) {
	var s *Seals
	for _, path := range []string{"a", "b", "a"} {
		text := s.Append(&Seal{Path: path, Title: "简报", Date: Date{2020, 1, 1}, Tool: "x 1", Source: "0", PDF: path, Pages: 1}, nil)
		s = ReadSeals(diag.NewSource(SealsName, []byte(text)))
	}
	text := s.Source.Text
	if len(s.Entries) != 3 || len(s.Findings) > 0 || s.Find("a") != s.Entries[2] || s.Find("c") != nil {
		t.Fatalf("read %d entries: %v", len(s.Entries), s.Findings)
	}
	sums := SealSums([]byte(text))
	if sums["a"] != s.Entries[2].Sum || sums["b"] != s.Entries[1].Sum || len(sums) != 2 {
		t.Error("the hashes of entries told without reading them are others")
	}
	last := strings.LastIndex(text, "  - 稿件")
	for i, r := range text[:last] {
		changed := text[:i] + text[i+len(string(r)):]
		if now := ReadSeals(diag.NewSource(SealsName, []byte(changed))); now.Findings.Errors() == 0 {
			t.Errorf("%q may be taken away at %d", r, i)
		}
	}
	if now := ReadSeals(diag.NewSource(SealsName, []byte(strings.ReplaceAll(text, "\n", "\r\n")))); len(now.Findings) > 0 {
		t.Error("with the line ends of Windows:", now.Findings)
	}
}

// TestIssued takes 更正 out of sources.
func TestIssued(t *testing.T) {
	const head, tail = "---\n期号: 1\n", "date: 2020-01-01\n---\n\n正文。\n"
	for _, c := range []struct{ added, left string }{
		{"更正: 无\n", ""},
		{"更正:\n  - 甲\n  - 乙\n", ""},
		{"更正:\n- 甲\n- 乙\n", ""},
		{"更正: |\n  甲\n\n  乙\n", ""},
		{"更正: # 见下\n  # 注\n  - 甲\n", ""},
		{"编者: 甲\n更正: [乙]\n单位: 丙\n", "编者: 甲\n单位: 丙\n"},
		{"", ""},
	} {
		issue := Read(diag.NewSource("a.md", []byte(head+c.added+tail)), "a", nil)
		if got, want := issue.Issued(), head+c.left+tail; got != want {
			t.Errorf("%q leaves %q, want %q", c.added, got, want)
		}
	}
	last := Read(diag.NewSource("a.md", []byte("---\n期号: 1\n更正: [甲]\n---\n\n正文。\n")), "a", nil)
	if got := last.Issued(); got != "---\n期号: 1\n---\n\n正文。\n" {
		t.Errorf("as the last key it leaves %q", got)
	}
}
