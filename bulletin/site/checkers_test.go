package site_test

import (
	"encoding/json"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jianbao/bulletin/browser"
	"jianbao/bulletin/site"
)

// brokenPage has a fault for each checker, so that a checker that finds nothing
// anywhere is found out.
const brokenPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>
<h1>题</h1><h3>跳级</h3><p style="color:#ccc;background:#fff">淡</p><img src="a.png"><table><tr><p></table></body></html>`

// checked are the pages the checkers read: all of the tests and the real issue.
func checked(t *testing.T) map[string]string {
	all := pages(t)
	all["004"] = pageOf(t, realIssue(t), site.PageInfo{PDF: "004.pdf", Index: "../index.html"})
	for name, page := range readTestSeries(t, 0).files {
		if strings.HasSuffix(name, ".html") {
			all["series-"+strings.ReplaceAll(strings.TrimSuffix(name, ".html"), "/", "-")] = page
		}
	}
	all["broken"] = brokenPage
	return all
}

// written writes the pages into a folder, with the picture one of them shows.
func written(t *testing.T, all map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	write := func(name string, text []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, page := range all {
		write(name+".html", []byte(page))
	}
	var picture strings.Builder
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 900, 600))); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "img"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("img/督察 现场#1.png", []byte(picture.String()))
	write("img/清障 1.png", []byte(picture.String()))
	return folder
}

// tool returns the path an environment variable gives.
func tool(t *testing.T, variable, what string) string {
	path := os.Getenv(variable)
	if path == "" {
		t.Skipf("SKIPPED: %s does not name %s, so it did not read the pages; .ci/run fetches it", variable, what)
	}
	return path
}

// TestValid has the Nu validator read every page: no error, no warning and no
// remark.
func TestValid(t *testing.T) {
	jar := tool(t, "VNU_JAR", "the Nu HTML validator")
	all := checked(t)
	cmd := exec.Command("java", "-jar", jar, "--format", "json", "--exit-zero-always", "--skip-non-html", written(t, all))
	var report strings.Builder
	cmd.Stderr = &report
	if err := cmd.Run(); err != nil {
		t.Fatalf("the validator failed: %v\n%s", err, report.String())
	}
	var got struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine                             int
		}
	}
	if err := json.Unmarshal([]byte(report.String()), &got); err != nil {
		t.Fatalf("%v: %s", err, report.String())
	}
	broken := 0
	for _, m := range got.Messages {
		name := strings.TrimSuffix(filepath.Base(m.URL), ".html")
		if name == "broken" {
			broken++
			continue
		}
		if strings.HasPrefix(m.Message, "Resource violates Content Security Policy") {
			continue // it takes no relative address for one that is allowed, not even by *; the tests with a browser see the picture
		}
		t.Errorf("%s:%d: %s %s: %s\n%s", name, m.LastLine, m.Type, m.SubType, m.Message, m.Extract)
	}
	if broken < 3 {
		t.Errorf("the validator finds %d faults of the broken page, want at least 3", broken)
	}
}

// audit runs all rules of axe-core for WCAG 2.2 A and AA and those of good
// practice; what is off unless asked for too: the size of targets, and the
// contrast of characters that are no letters (★ ▲ ①; the other options are the
// defaults, which axe would forget). What axe cannot tell is a finding, but for
// two things: that a link shown as ① is named 注1, as ① is read aloud by few; and
// the contrast of cells scrolled out of a narrow screen, which the wide one shows.
const audit = `axe.configure({checks: [{id: "color-contrast", options: {
	ignoreUnicode: false, ignoreLength: false, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
	contrastRatio: {normal: {expected: 4.5}, large: {expected: 3}}, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03}}]});
const scrolled = n => {
	const cell = document.querySelector(n.target[0]), box = cell.closest(".table");
	return box && cell.getBoundingClientRect().right > box.getBoundingClientRect().right;
};
axe.run(document, {rules: {"target-size": {enabled: true}}}).then(r => JSON.stringify({
	Passes: r.passes.length,
	Findings: [["violation", r.violations], ["cannot tell", r.incomplete.filter(i => i.id != "label-content-name-mismatch")]].flatMap(([kind, rules]) => rules.flatMap(rule =>
		rule.nodes.filter(n => kind == "violation" || !scrolled(n)).map(n => kind + ": " + rule.id + ": " + n.target + ": " + [...n.any, ...n.all, ...n.none].map(c => c.message).join("; "))))}))`

// TestAccessible has axe-core look at every page in a browser, on a wide and on
// a narrow screen, light and dark.
func TestAccessible(t *testing.T) {
	script, err := os.ReadFile(tool(t, "AXE_JS", "axe-core"))
	if err != nil {
		t.Fatal(err)
	}
	all := checked(t)
	for name := range all {
		if strings.HasPrefix(name, "series-") {
			delete(all, name) // see TestAccessibleSeries
		}
	}
	folder := written(t, all)
	d := browser.New(t, browser.Find(t))
	for name := range all {
		for _, width := range []int{1280, 360} {
			for _, scheme := range []string{"light", "dark"} {
				d.Open("file://"+filepath.Join(folder, name+".html"), width, scheme)
				var report struct {
					Passes   int
					Findings []string
				}
				d.Run(string(script)+";\n"+audit, &report)
				accessible(t, name+" "+strconv.Itoa(width)+" "+scheme, name == "broken", report.Passes, report.Findings)
			}
		}
	}
}

func accessible(t *testing.T, page string, broken bool, passes int, findings []string) {
	t.Helper()
	switch {
	case broken && len(findings) < 5:
		t.Errorf("%s: axe-core finds only %q", page, findings)
	case !broken && len(findings) > 0:
		t.Errorf("%s:\n%s", page, strings.Join(findings, "\n"))
	case !broken && passes < 15:
		t.Errorf("%s: only %d rules were found kept", page, passes)
	}
}
