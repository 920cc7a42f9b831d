package site_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/bulletin/browser"
)

// An era is a kind of browser that offices still have: what it does not know of
// our styles, which it drops.
type era struct {
	name    string
	unknown *regexp.Regexp // declarations
	atRules []string       // blocks
}

var eras = []era{
	// Chrome 57 to 78, the core of many a domestic browser.
	{"variables, no clamp", regexp.MustCompile(`(?:^|[;{}]\s*)(?:(?:gap|[a-z-]+-(?:inline|block)(?:-[a-z]+)*|text-wrap|text-spacing-trim|text-autospace|text-decoration-thickness|text-underline-offset)|[a-z-]+:[^;{}]*\b(?:min|max|clamp|color-mix)\():?[^;{}]*`), []string{"@supports"}},
	// Internet Explorer 11.
	{"no variables", regexp.MustCompile(`(?:^|[;{}]\s*)(?:(?:--[a-z-]+|gap|grid-[a-z-]+|[a-z-]+-(?:inline|block)(?:-[a-z]+)*|text-(?:wrap|spacing-trim|autospace|emphasis|emphasis-position|decoration-thickness|underline-offset))|[a-z-]+:[^;{}]*(?:\bvar\(|\b(?:min|max|clamp|color-mix)\(|: ?grid|: ?table;|start|end\b)):?[^;{}]*`), []string{"@supports"}},
}

var comments = regexp.MustCompile(`(?s)/\*.*?\*/`)

// of returns a page as a browser of the era reads it.
func (e era) of(page string) string {
	from, to := strings.Index(page, "<style>"), strings.Index(page, "</style>")
	css := comments.ReplaceAllString(page[from:to], "")
	for _, rule := range e.atRules {
		for i := strings.Index(css, rule); i >= 0; i = strings.Index(css, rule) {
			css = css[:i] + css[endOfBlock(css, i):]
		}
	}
	css = e.unknown.ReplaceAllStringFunc(css, func(d string) string {
		return d[:strings.IndexFunc(d, func(r rune) bool { return r == '-' || r >= 'a' && r <= 'z' })]
	})
	if e.name == "no variables" {
		page = inlineVariables.ReplaceAllString(page, "")
		from, to = strings.Index(page, "<style>"), strings.Index(page, "</style>")
	}
	return page[:from] + css + page[to:]
}

var inlineVariables = regexp.MustCompile(` style="--[^"]*"`)

// endOfBlock returns where a block of rules ends that begins behind i.
func endOfBlock(css string, i int) int {
	depth := 0
	for ; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(css)
}

// legible reports what a page lacks of being legible.
const legible = `(() => {
  const out = [], style = e => getComputedStyle(e), root = document.documentElement;
  const h1 = document.querySelector("h1"), name = document.querySelector(".name"), sheet = document.querySelector(".sheet");
  if (root.scrollWidth > root.clientWidth) out.push("too wide by " + (root.scrollWidth - root.clientWidth));
  if (style(h1).color !== "rgb(230, 0, 18)") out.push("the name is " + style(h1).color);
  if (parseFloat(style(name).fontSize) < 1.2 * parseFloat(style(document.body).fontSize)) out.push("the name is as small as " + style(name).fontSize);
  if (root.clientWidth > 800 && sheet.getBoundingClientRect().width > 800) out.push("lines as wide as the window");
  if (style(document.body).backgroundColor === style(document.body).color) out.push("no contrast");
  if (style(document.querySelector("main")).display === "inline") out.push("main is inline");
  for (const e of document.querySelectorAll(".controls a + a, .years li + li, .forms a + a, .staff > div + div")) {
    const a = e.previousElementSibling.getBoundingClientRect(), b = e.getBoundingClientRect();
    if (Math.abs(a.top - b.top) < 4 && b.left - a.right < 8) out.push("no room before " + e.textContent);
  }
  for (const e of document.querySelectorAll(".years li, .issues > li, .summary li, .contents li"))
    if (style(e).listStyleType !== "none" && style(e).listStyleType !== '""') out.push("a dot before " + e.textContent.slice(0, 9));
  return JSON.stringify(out);
})()`

// TestOldBrowsers says that pages stay legible in browsers that drop what they do
// not know of our styles.
func TestOldBrowsers(t *testing.T) {
	d := browser.New(t, browser.Find(t))
	files := readTestSeries(t, 72).files
	files["everything.html"] = pages(t)["everything"]
	for _, e := range eras {
		for _, name := range []string{"index.html", "index-2019.html", "search.html", "2020/002.html", "everything.html"} {
			page := e.of(files[name])
			if strings.Contains(page, "clamp(") || e.name == "no variables" && strings.Contains(page, "var(--") {
				t.Fatalf("%s knows %s", e.name, page)
			}
			file := filepath.Join(t.TempDir(), "page.html")
			if keep := os.Getenv("KEEP"); keep != "" {
				file = filepath.Join(keep, strings.ReplaceAll(e.name+"-"+strings.ReplaceAll(name, "/", "-"), " ", "_"))
			}
			if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, width := range []int{1024, 360} {
				d.Open("file://"+file, width, "light")
				var faults []string
				d.Run(legible, &faults)
				if len(faults) > 0 {
					t.Errorf("%s, %s, %d: %s", e.name, name, width, strings.Join(faults, "; "))
				}
			}
		}
	}
}

// laterScript is what ECMAScript 5 does not have.
var laterScript = regexp.MustCompile("=>|`|\\b(?:let|const|class|async|await|of)\\s|\\.\\.\\.[a-z\\[]|\\?\\.|\\?\\?|\\.(?:includes|startsWith|endsWith|padStart|flat|flatMap|replaceAll|append|remove|closest)\\(")

// TestScriptOfOldBrowsers says that the script that searches is written in
// ECMAScript 5.
func TestScriptOfOldBrowsers(t *testing.T) {
	script := comments.ReplaceAllString(readTestSeries(t, 0).files["_search/search.js"], "")
	if len(script) < 1000 {
		t.Fatal("no script")
	}
	for n, line := range strings.Split(script, "\n") {
		if code, _, _ := strings.Cut(strings.Split(line, "//")[0], `"`); laterScript.MatchString(code) {
			t.Errorf("line %d: %s", n+1, line)
		}
	}
}
