package desk_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin/browser"
)

// facsimile is an issue with all that may stand on a page: faces and colours, marks
// squeezed and hung, rare characters, a picture, notes, emphasis, a table that is
// turned.
func facsimile(t *testing.T) map[string]string {
	text, err := os.ReadFile("../../issues/2020/004.md")
	if err != nil {
		t.Fatal(err)
	}
	wide := "| 序号 | " + strings.Repeat("整改任务的名称和内容 | ", 12) + "\n|" + strings.Repeat("---|", 13) + "\n" + strings.Repeat("| 1 | "+strings.Repeat("按时完成任务 | ", 12)+"\n", 6)
	body := "\n# 附图和附表\n\n*着重*的字，**粗体**，English words, 100%，——破折号……“引号”。[^1]“（《》）”，。；：\n\n![图](p.png \"图说\")\n\n" + wide + "\n[^1]: 注释。\n"
	settings, err := os.ReadFile("../../issues/bulletin.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"bulletin.yaml": string(settings), "2020/004.md": string(text) + body, "2020/p.png": string(picture(t, 600, 400))}
}

// TestFaithful holds each page against what poppler draws of the PDF: no spot is dark
// in one and light in the other. And what is marked on a page is the text of the PDF.
func TestFaithful(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("SKIPPED: pdftoppm is not installed, so nobody held the pages against the PDF")
	}
	s := serve(t, facsimile(t))
	w := s.window(t, "2020/004", 1440, "light")
	_, pdf := s.get("/pdf/2020/004.pdf")
	file := filepath.Join(t.TempDir(), "004.pdf")
	if err := os.WriteFile(file, []byte(pdf), 0o644); err != nil {
		t.Fatal(err)
	}
	pages := s.state("2020/004").Paper
	turned := 0
	for n, p := range pages {
		w.do(fmt.Sprintf(`document.querySelectorAll(".page")[%d].scrollIntoView()`, n))
		w.wait("the page is drawn", fmt.Sprintf(`document.querySelectorAll(".page")[%d].shown === %q`, n, p.Sum))
		var width, height float64
		fmt.Sscan(p.Width, &width)
		fmt.Sscan(p.Height, &height)
		if width > height {
			turned++
		}
		const scale = 40.0 / 72
		w.do(fmt.Sprintf(`let f = document.getElementById("facsimile"); if (f) f.remove(); f = document.querySelectorAll(".page")[%d].cloneNode(true); f.id = "facsimile";
			Object.assign(f.style, {position: "fixed", left: 0, top: 0, margin: 0, zIndex: 9, maxWidth: "none", boxShadow: "none", width: "%fpx"}); document.body.append(f)`, n, math.Ceil(width*scale)))
		w.is("document.fonts.ready.then(() => 1)")
		var got struct{ Data string }
		w.Call("Page.captureScreenshot", map[string]any{"format": "png", "clip": map[string]any{"x": 0, "y": 0, "width": math.Ceil(width * scale), "height": math.Ceil(height * scale), "scale": 1}}, &got)
		mine, err := base64.StdEncoding.DecodeString(got.Data)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := exec.Command("pdftoppm", "-r", "40", "-gray", "-png", "-f", fmt.Sprint(n+1), "-l", fmt.Sprint(n+1), file).Output()
		if err != nil {
			t.Fatal(err)
		}
		if worst := farthest(t, mine, theirs); worst > 72 {
			t.Errorf("page %d: spots differ by %d of 255", n+1, worst)
		}
		w.do(`document.getElementById("facsimile").remove()`)
	}
	if turned == 0 || len(pages) < 6 {
		t.Errorf("%d pages, %d turned", len(pages), turned)
	}
	w.do(`getSelection().selectAllChildren(document.querySelectorAll(".page")[0])`)
	marked := strings.Join(strings.Fields(w.text("getSelection()")), "")
	text, err := exec.Command("pdftotext", "-raw", "-l", "1", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(strings.Fields(string(text)), ""); marked != want {
		t.Errorf("the text of page 1 is\n%s\nand in the PDF\n%s", marked, want)
	}
	w.quiet()
}

// farthest is by how much spots of 8 by 8 dots of two pictures differ at most.
func farthest(t *testing.T, files ...[]byte) int {
	t.Helper()
	var pictures [2]image.Image
	for i, data := range files {
		im, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		pictures[i] = im
	}
	size := pictures[0].Bounds().Intersect(pictures[1].Bounds())
	if size.Dx() < 300 || pictures[0].Bounds().Dx()-pictures[1].Bounds().Dx() > 1 {
		t.Errorf("pictures of %v and %v", pictures[0].Bounds(), pictures[1].Bounds())
	}
	return browser.Farthest(pictures[0], pictures[1])
}
