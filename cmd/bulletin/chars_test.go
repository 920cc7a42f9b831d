package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// standardCharacters reads the 8105 characters of 通用规范汉字表 in its order,
// and those of them beyond the basic plane.
func standardCharacters(t testing.TB) (all, beyond []rune) {
	t.Helper()
	data, err := os.ReadFile("../../bulletin/layout/testdata/tongyong.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range string(data) {
		if r > 0xFFFF {
			beyond = append(beyond, r)
		}
		if r != '\n' {
			all = append(all, r)
		}
	}
	if len(all) != 8105 || len(beyond) != 196 {
		t.Fatalf("%d characters, %d beyond the basic plane", len(all), len(beyond))
	}
	return all, beyond
}

// pieces cuts characters into texts of n.
func pieces(list []rune, n int) []string {
	var out []string
	for part := range slices.Chunk(list, n) {
		out = append(out, string(part))
	}
	return out
}

// everyCharacter is an issue that holds all standard characters in its text,
// and those beyond the basic plane everywhere an editor can write. It returns
// what must be found on paper, in the order of reading, and the titles.
func everyCharacter(t testing.TB) (source string, want, titles []string) {
	all, beyond := standardCharacters(t)
	rare := string(beyond)
	var b strings.Builder
	item := func(key string, list []string) {
		fmt.Fprintf(&b, "%s:\n", key)
		for _, s := range list {
			fmt.Fprintf(&b, "  - %s\n", s)
			want = append(want, s)
		}
	}
	fmt.Fprintf(&b, "---\n刊名: %s\n期号: 1\ndate: 2020-09-22\n编发单位: %s\n", string(beyond[:4]), string(beyond[4:12]))
	want = append(want, string(beyond[:4]), string(beyond[4:12]))
	item("导读", pieces(beyond, 20))
	fmt.Fprintf(&b, "编者按: %s\n", rare)
	want = append(want, rare)
	var foot []string
	foot, want = want, nil
	item("报", pieces(beyond, 9))
	fmt.Fprintf(&b, "责任编辑: %s\n---\n", string(beyond[190:]))
	last := append(want, string(beyond[190:]))
	want = foot
	for _, s := range pieces(beyond, 14) {
		titles = append(titles, s)
		fmt.Fprintf(&b, "# %s\n\n", s)
		want = append(want, s)
	}
	for _, mark := range []string{"## 一、", "### （一）", "#### 1.", "> ", "▲ **黑体** "} {
		fmt.Fprintf(&b, "%s%s\n\n", mark, rare)
		want = append(want, rare)
	}
	for _, s := range pieces(all, 700) {
		fmt.Fprintf(&b, "%s\n\n", s)
		want = append(want, s)
	}
	return b.String(), append(want, last...), titles
}

// number is the page number as it reads without its blanks.
var number = regexp.MustCompile(`—\d+—`)

// TestEveryCharacter builds an issue with every character of 通用规范汉字表 and
// reads it back.
func TestEveryCharacter(t *testing.T) {
	source, want, titles := everyCharacter(t)
	folder(t, map[string]string{"字.md": source})
	if code, _, errs := call("build", "字.md"); code != exitDone {
		t.Fatal(errs)
	}
	r := readBack(t, "public/字.pdf")
	text := number.ReplaceAllString(r.text(), "")
	for _, w := range want {
		i := strings.Index(text, w)
		if i < 0 {
			t.Errorf("the PDF lacks %.90s…", w)
			continue
		}
		text = text[i+len(w):]
	}
	for _, title := range titles {
		if !slices.Contains(r.outline, title) {
			t.Errorf("no bookmark %s in %v", title, r.outline)
		}
	}
	if !strings.HasPrefix(r.title, want[0]) {
		t.Errorf("title of the file is %s", r.title)
	}
	html := tree(t, "public")["字.html"]
	for _, w := range want {
		if !strings.Contains(html, w) {
			t.Errorf("the page lacks %.90s…", w)
		}
	}
}

// TestEveryCharacterInTables says that the web page has every character of a
// table.
func TestEveryCharacterInTables(t *testing.T) {
	_, beyond := standardCharacters(t)
	var b strings.Builder
	b.WriteString("---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n---\n\n| 甲 | 乙 |\n|---|---|\n")
	for _, s := range pieces(beyond, 14) {
		fmt.Fprintf(&b, "| %s | %s |\n", s[:len(s)/2/4*4], s[len(s)/2/4*4:])
	}
	folder(t, map[string]string{"表.md": b.String()})
	if code, _, errs := call("build", "--only", "html", "表.md"); code != exitDone {
		t.Fatal(errs)
	}
	html := tree(t, "public")["表.html"]
	for _, r := range beyond {
		if !strings.ContainsRune(html, r) {
			t.Errorf("the page lacks %c", r)
		}
	}
}
