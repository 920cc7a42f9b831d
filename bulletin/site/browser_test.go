package site_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/browser"
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
	browser := browser.Find(t)
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

// overlaps counts the quotation marks of a name and those of them that stand on
// a neighbour. A mark wider than its box may hang over it with its empty half.
const overlaps = `(() => {
  const box = .64, chars = [];
  const texts = document.createTreeWalker(document.querySelector("h1"), NodeFilter.SHOW_TEXT);
  for (let node; node = texts.nextNode();) for (let i = 0; i < node.length; i++) {
    const range = document.createRange();
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const r = range.getBoundingClientRect(), em = parseFloat(getComputedStyle(node.parentElement).fontSize);
    chars.push({c: node.data[i], left: r.left, right: r.right, top: r.top, spare: Math.max(r.width - box * em, 0), em});
  }
  let marks = 0;
  const out = [];
  for (let i = 0; i < chars.length; i++) {
    if (!"“‘’”".includes(chars[i].c)) continue;
    marks++;
    for (const [a, b] of [[chars[i-1], chars[i]], [chars[i], chars[i+1]]])
      if (a && b && Math.abs(a.top - b.top) < a.em / 2 && a.right - b.left > chars[i].spare + 1) out.push(a.c + b.c);
  }
  return JSON.stringify({Marks: marks, Out: out});
})()`

// TestMarksOfName says that the quotation marks of a name stand on nothing,
// whether the font sets them as wide as a Latin or as a Chinese mark.
func TestMarksOfName(t *testing.T) {
	all := pages(t)
	folder := t.TempDir()
	d := browser.New(t, browser.Find(t))
	for _, name := range []string{"everything", "long-name"} {
		for _, font := range []string{"inherit", "serif", "sans-serif", "monospace"} {
			page := strings.Replace(all[name], "</head>", "<style>.masthead h1 { font-family: "+font+" }</style></head>", 1)
			file := filepath.Join(folder, name+".html")
			if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, width := range []int{1200, 360} {
				d.Open("file://"+file, width, "light")
				var report struct {
					Marks int
					Out   []string
				}
				d.Run(overlaps, &report)
				if report.Marks != 2 || len(report.Out) > 0 {
					t.Errorf("%s in %s at %d: %d marks, on their neighbours: %q", name, font, width, report.Marks, report.Out)
				}
			}
		}
	}
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
