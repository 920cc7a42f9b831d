package site_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

// harness shows pages in frames of several widths and reports what is wider
// than its frame, boxes that scroll by themselves apart.
const harness = `<!DOCTYPE html><meta charset="utf-8"/><body><script>
const pages = %s, widths = [320, 360, 768, 1200];
for (const name in pages) for (const width of widths) {
  const frame = document.createElement("iframe");
  frame.style.width = width + "px";
  frame.style.border = "0";
  frame.onload = () => {
    const root = frame.contentDocument.documentElement, edge = root.clientWidth;
    const out = [...root.querySelectorAll("body *")].filter(e => !e.closest(".table, h1") && e.getBoundingClientRect().right > edge + 1);
    const report = document.createElement("p");
    report.textContent = "page " + name + " width " + width + " over " + (root.scrollWidth - edge) + " out " + out.map(e => e.className || e.tagName);
    document.body.append(report);
  };
  frame.srcdoc = pages[name];
  document.body.append(frame);
}
</script>`

// TestWidths lays the pages out in a browser: at no width may a reader have to
// scroll sideways.
func TestWidths(t *testing.T) {
	browser := findBrowser(t)
	all := pages(t)
	list, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "harness.html")
	if err := os.WriteFile(file, fmt.Appendf(nil, harness, list), 0o644); err != nil {
		t.Fatal(err)
	}
	report := regexp.MustCompile(`<p>page (\S+) width (\d+) over (\d+) out ([^<]*)`)
	found := report.FindAllStringSubmatch(dump(t, browser, file), -1)
	if want := 4 * len(all); len(found) != want {
		t.Fatalf("the browser reports %d widths, want %d", len(found), want)
	}
	for _, f := range found {
		if f[3] != "0" || f[4] != "" {
			t.Errorf("%s at %s: %s too wide, beyond the edge: %s", f[1], f[2], f[3], f[4])
		}
	}
}

func findBrowser(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("SKIPPED: no Chromium on this machine, so nobody looked at the pages")
	return ""
}

// dump returns the document a browser makes of a file.
func dump(t *testing.T, browser, file string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--virtual-time-budget=5000", "--dump-dom", "file://"+file).Output()
	if err != nil {
		t.Fatalf("the browser failed: %v", err)
	}
	return string(out)
}
