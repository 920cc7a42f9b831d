package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// longer is n under LONG=1, else few.
func longer(n, few int) int {
	if os.Getenv("LONG") != "" {
		return n
	}
	return few
}

// A desk is a series under the hands of an editor who does everything that may
// happen to it, drawn at random.
type desk struct {
	t     *testing.T
	r     *rand.Rand
	next  int             // number of the next new file
	dates map[string]int  // day of the issues there are, by the path of the file
	wrong map[string]bool // issues with errors now
}

func (d *desk) some() string {
	names := slices.Sorted(maps.Keys(d.dates))
	return names[d.r.IntN(len(names))]
}

func (d *desk) text(name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(data)
}

var deskWords = []string{"督察组", "副市长𬱖先生", "立行立改", "会议要求", "PM2.5", "12345热线", "“六个百分百”", "扬尘污染", "䶮"}

// issue writes an issue of a day.
func (d *desk) issue(name string, day int, extra string) {
	title := deskWords[d.r.IntN(len(deskWords))]
	put(d.t, name, fmt.Sprintf("---\n期号: %d\ndate: 2020-%02d-%02d\n%s---\n\n# %s与%d\n\n正文%s，\n换行%s。\n",
		day, 1+day/28, 1+day%28, extra, title, day, deskWords[d.r.IntN(len(deskWords))], deskWords[d.r.IntN(len(deskWords))]))
	d.dates[name] = day
	delete(d.wrong, name)
}

func (d *desk) add() string {
	d.next++
	name := fmt.Sprintf("s/20%02d/%03d.md", 20+d.next%3, d.next)
	d.issue(name, 1+d.r.IntN(300), "")
	return "new " + name
}

// step changes something and says what.
func (d *desk) step() string {
	name := d.some()
	switch d.r.IntN(19) {
	case 0, 1:
		return d.add()
	case 2:
		d.issue(name, d.dates[name], "")
		return "edit " + name
	case 3:
		d.issue(name, 1+d.r.IntN(300), "")
		return "another date for " + name
	case 4:
		d.issue(name, d.dates[name], "公开: false\n")
		return "hide " + name
	case 5:
		if len(d.dates) > 2 {
			d.remove(name)
		}
		return "delete " + name
	case 6:
		d.next++
		to := fmt.Sprintf("s/别处/%03d 改名.md", d.next)
		put(d.t, to, d.text(name))
		d.dates[to], d.wrong[to] = d.dates[name], d.wrong[name]
		d.remove(name)
		return "rename " + name
	case 7:
		put(d.t, name, "---\n期号: 七\n---\n\n坏。\n")
		d.wrong[name] = true
		return "break " + name
	case 8:
		put(d.t, name, strings.Replace(d.text(name), "正文", "正文\U000F0000", 1))
		d.wrong[name] = true
		return "break the glyphs of " + name
	case 9:
		put(d.t, "s/图/甲.png", smallPicture(d.t, 20+d.r.IntN(3)))
		picture := "../图/甲.png"
		put(d.t, name, d.text(name)+"\n![图]("+picture+")\n")
		d.wrong[name] = true // where there is no such folder
		d.mend()
		return "picture in " + name
	case 10:
		put(d.t, "s/图/甲.png", smallPicture(d.t, 30+d.r.IntN(3)))
		return "another picture"
	case 11:
		put(d.t, "s/bulletin.yaml", fmt.Sprintf("刊名: 简报%d\n编发单位: 办公室\n", d.r.IntN(3)))
		return "settings"
	case 12:
		put(d.t, "s/recipients.yaml", fmt.Sprintf("单位:\n  - {名称: 甲, 份数: %d}\n", 1+d.r.IntN(3)))
		d.issue(name, d.dates[name], "报: [甲]\n份数: 自动\n")
		return "register, and " + name
	case 13:
		return d.spoil()
	case 14:
		call("build", name, "-o", "out")
		return "build only " + name
	case 15:
		call("build", "s", "-o", "out", "--only", []string{"html", "pdf"}[d.r.IntN(2)])
		return "build one form"
	case 16:
		put(d.t, "s/templates/"+[]string{"find.html", "colophon.html"}[d.r.IntN(2)], fmt.Sprintf("<p>本单位%d</p>\n", d.r.IntN(3)))
		return "own template"
	case 17:
		put(d.t, "s/templates/find.html", "<p>{{.Nothing}}</p>\n")
		d.wrong["s/templates/find.html"] = true
		return "wrong template"
	}
	put(d.t, strings.TrimSuffix(name, ".md")+".recipients.yaml", fmt.Sprintf("首印: {日期: 2020-01-01, 分发: [{单位: 甲, 份数: %d}]}\n", 1+d.r.IntN(3)))
	return "record of " + name
}

func (d *desk) remove(name string) {
	_ = os.Remove(strings.TrimSuffix(name, ".md") + ".recipients.yaml")
	if err := os.Remove(name); err != nil {
		d.t.Fatal(err)
	}
	delete(d.dates, name)
	delete(d.wrong, name)
}

// spoil does to an output what it should not.
func (d *desk) spoil() string {
	outputs := slices.Sorted(maps.Keys(tree(d.t, "out")))
	if len(outputs) == 0 {
		return "nothing to spoil"
	}
	name := filepath.Join("out", outputs[d.r.IntN(len(outputs))])
	switch d.r.IntN(3) {
	case 0:
		_ = os.Remove(name)
		return "lose " + name
	case 1:
		put(d.t, name, d.text(name)+"x")
		return "lengthen " + name
	}
	text := []byte(d.text(name))
	text[d.r.IntN(len(text))] ^= 1
	put(d.t, name, string(text))
	return "change " + name
}

// mend sets right what has errors.
func (d *desk) mend() {
	for name := range d.wrong {
		if strings.HasSuffix(name, ".html") {
			_ = os.Remove(name)
			delete(d.wrong, name)
			continue
		}
		d.issue(name, d.dates[name], "")
	}
}

// TestUpdate says that what is built bit by bit is, byte for byte, what is built
// afresh, whatever an editor does between.
func TestUpdate(t *testing.T) {
	for seed := range longer(20, 2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n"})
			d := &desk{t: t, r: rand.New(rand.NewPCG(6, uint64(seed))), dates: map[string]int{}, wrong: map[string]bool{}}
			for range 4 {
				d.add()
			}
			call("build", "s", "-o", "out")
			var did []string
			for range 40 {
				did = append(did, d.step())
				if d.r.IntN(3) == 0 {
					continue // several changes at a time
				}
				call("build", "s", "-o", "out")
				if d.mend(); d.r.IntN(2) == 0 {
					continue
				}
				code, _, errs := call("build", "s", "-o", "out")
				if code != exitDone {
					t.Fatalf("after %q: exit code %d: %s", did, code, errs)
				}
				compareFresh(t, did)
				did = nil
			}
		})
	}
}

// compareFresh compares out with what a build makes afresh, and holds that there
// is nothing to do.
func compareFresh(t *testing.T, did []string) {
	t.Helper()
	if err := os.RemoveAll("fresh"); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call("build", "s", "-o", "fresh"); code != exitDone {
		t.Fatal(errs)
	}
	got, want := tree(t, "out"), tree(t, "fresh")
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Fatalf("after %q: %s is not as it is built afresh (%d bytes, want %d)", did, name, len(got[name]), len(want[name]))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Fatalf("after %q: %s is left over", did, name)
		}
	}
	if _, _, errs := call("build", "s", "-o", "out"); strings.Contains(errs, "→") {
		t.Fatalf("after %q: built again: %s", did, errs)
	}
}

// smallPicture returns a picture of so many pixels in a row.
func smallPicture(t *testing.T, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 4))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
