package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"jianbao/bulletin/browser"
)

// hardSeries makes a series in the working folder whose issues have what once
// came out in random order: pictures of equal width, rare characters, links and
// footnotes; and the real 第4期 beside them.
func hardSeries(t *testing.T) {
	t.Helper()
	settings, err := os.ReadFile("../../issues/bulletin.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fourth, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"issues/bulletin.yaml": string(settings), "issues/2020/004.md": string(fourth)}
	var body strings.Builder
	for n := range 6 {
		var b bytes.Buffer
		im := image.NewGray(image.Rect(0, 0, 64, 40+n))
		for i := range im.Pix {
			im.Pix[i] = uint8(i * (n + 3))
		}
		im.SetGray(n, n, color.Gray{Y: 255})
		if err := png.Encode(&b, im); err != nil {
			t.Fatal(err)
		}
		files[fmt.Sprintf("issues/2020/img/%d.png", n)] = b.String()
		fmt.Fprintf(&body, "\n# 第%d篇 𬱖𫖯𬣙𬍛𬘓㛃䶮\n\n生僻字𬱖与[网站%d](https://example.gov.cn/%d)[^%d]，English words。\n\n[^%d]: 脚注𫖯%d。\n\n![图%d](img/%d.png)\n", n, n, n, n, n, n, n, n)
	}
	for n := range 3 {
		files[fmt.Sprintf("issues/2020/%03d.md", 5+n)] = fmt.Sprintf("---\n期号: %d\ndate: 2020-10-0%d\n---\n", 5+n, n+1) + body.String()
	}
	folder(t, files)
}

// hashOf is one hash of all files below a folder.
func hashOf(t *testing.T, dir string) string {
	t.Helper()
	files := tree(t, dir)
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(files[name]), files[name])
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// TestOneHash builds the same sources 40 times, with different numbers of
// workers and processors and in different time zones, and, where OTHER_BUILDS
// names them, by programs built by another release of Go and for another
// processor: one command a line.
func TestOneHash(t *testing.T) {
	others := strings.FieldsFunc(os.Getenv("OTHER_BUILDS"), func(r rune) bool { return r == '\n' })
	hardSeries(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	want := ""
	zones := []string{"UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"}
	for i := range 40 {
		runtime.GOMAXPROCS(1 + i%4)
		t.Setenv("TZ", zones[i%len(zones)])
		if err := os.RemoveAll("out"); err != nil {
			t.Fatal(err)
		}
		if code, _, errs := call("build", "-o", "out", "-j", fmt.Sprint(1+i%5)); code != exitDone {
			t.Fatal(errs)
		}
		got := hashOf(t, "out")
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("build %d differs", i)
		}
	}
	t.Logf("40 builds: %s", want)
	if len(others) == 0 {
		t.Log("SKIPPED: OTHER_BUILDS names no programs of another release of Go or for another processor; .ci/run builds some")
	}
	for i, command := range others {
		dir := fmt.Sprintf("other%d", i)
		args := append(strings.Fields(command), "build", "-o", dir, "-j", "2")
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
		if got := hashOf(t, dir); got != want {
			t.Errorf("%s: %s", command, got)
		}
	}
}

// TestEnginesAgree draws pages by poppler and by mupdf, which share no code, and
// holds the pictures against each other: no spot is dark in one and light in the
// other.
func TestEnginesAgree(t *testing.T) {
	for _, s := range samples(t) {
		name := s.name
		if !slices.Contains([]string{"issue", "pictures", "figures", "emphasis", "tables-wide", "notes", "masthead-stamp", "sheet-labels-3x8"}, name) {
			continue
		}
		file := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(file, s.data, 0o644); err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(file, ".pdf")
		foreign(t, "pdftoppm", "-r", "40", "-gray", "-png", file, base+"-a")
		foreign(t, "mutool", "draw", "-q", "-r", "40", "-c", "gray", "-o", base+"-b%03d.png", file)
		as, _ := filepath.Glob(base + "-a*.png")
		bs, _ := filepath.Glob(base + "-b*.png")
		if len(as) == 0 || len(as) != len(bs) {
			t.Errorf("%s: %d and %d pages", name, len(as), len(bs))
			continue
		}
		for k := range as {
			if worst := farthest(t, as[k], bs[k]); worst > 72 {
				t.Errorf("%s, page %d: spots differ by %d of 255", name, k+1, worst)
			}
		}
	}
}

// farthest is by how much spots of 8 by 8 dots of two pictures differ at most.
func farthest(t *testing.T, a, b string) int {
	t.Helper()
	var pictures [2]image.Image
	for i, name := range []string{a, b} {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if pictures[i], err = png.Decode(file); err != nil {
			t.Fatal(err)
		}
	}
	return browser.Farthest(pictures[0], pictures[1])
}
