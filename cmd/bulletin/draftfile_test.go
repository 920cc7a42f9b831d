package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/archive"
)

// TestImportKilled kills imports at random moments: each draft is whole, or not
// there, and the next import takes away what the killed one was writing.
func TestImportKilled(t *testing.T) {
	var papers strings.Builder
	for n := 1; n <= 200; n++ {
		papers.WriteString(strings.Replace(oldPaper, "第7期", "第"+strconv.Itoa(n)+"期", 1))
	}
	folder(t, map[string]string{"旧.txt": papers.String()})
	all := timed(t, "import", "旧.txt", "-o", "whole")
	want := tree(t, "whole")
	if len(want) != 200 {
		t.Fatal(len(want))
	}
	midst := 0
	for i := range longer(30, 8) {
		if err := os.RemoveAll("新稿"); err != nil {
			t.Fatal(err)
		}
		put(t, "新稿/2020/"+strings.Replace(draftPattern, "*", "1", 1), "残")
		put(t, "新稿/2020/.bulletin-2.tmp", "别人的")
		cmd := process(t, "import", "旧.txt", "-o", "新稿")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(all * time.Duration(i+1) / time.Duration(longer(30, 8)+1))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			midst++
		}
		for name, text := range tree(t, "新稿") {
			if text != want[name] && !archive.Leftover(name) && name != archive.LockName {
				t.Errorf("%s is not whole (%d bytes)", name, len(text))
			}
		}
		if code, _, errs := call("import", "旧.txt", "-o", "新稿"); code != exitDone {
			t.Fatal(errs)
		}
		for name := range tree(t, "新稿") {
			if archive.Leftover(name) && name != "2020/.bulletin-2.tmp" || name == archive.LockName {
				t.Errorf("%s is left", name)
			}
		}
	}
	t.Logf("%d imports killed at work", midst)
	if midst == 0 {
		t.Error("no import was killed while it was at work")
	}
}

// TestClaim puts a draft in place as on a disk without links: what stands there
// is not overwritten, and what cannot be put there leaves nothing.
func TestClaim(t *testing.T) {
	folder(t, map[string]string{"a.tmp": "新", "b.md": "旧"})
	if err := claim("a.tmp", "b.md"); !os.IsExist(err) || tree(t, ".")["./b.md"]+tree(t, ".")["b.md"] != "旧" {
		t.Error(err, tree(t, "."))
	}
	if err := claim("a.tmp", "c.md"); err != nil {
		t.Error(err)
	}
	if text, err := os.ReadFile("c.md"); err != nil || string(text) != "新" {
		t.Error(string(text), err)
	}
	if err := claim("a.tmp", "d.md"); err == nil {
		t.Error("what is not there was put in place")
	}
	if _, err := os.Lstat("d.md"); !os.IsNotExist(err) {
		t.Error("an empty draft is left")
	}
}

// TestSealThroughLink seals a series whose sealed.yaml is a link: the file it leads
// to is written, and one that leads to nothing is refused.
func TestSealThroughLink(t *testing.T) {
	folder(t, map[string]string{"s/bulletin.yaml": settings, "s/001.md": sound(1, ""), "s/002.md": sound(2, ""), "safe/_": ""})
	if code, _, errs := call("seal", "s/001.md"); code != exitDone {
		t.Fatal(errs)
	}
	if err := os.Rename("s/sealed.yaml", "safe/seals.yaml"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("..", "safe", "seals.yaml"), "s/sealed.yaml"); err != nil {
		t.Skip("SKIPPED: no links here")
	}
	code, _, errs := call("seal", "s/002.md")
	info, err := os.Lstat("s/sealed.yaml")
	if code != exitDone || err != nil || info.Mode()&os.ModeSymlink == 0 || strings.Count(tree(t, "safe")["seals.yaml"], "稿件: ") != 2 {
		t.Error(code, errs, err, tree(t, "safe"))
	}
	if err := os.Remove("safe/seals.yaml"); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call("seal", "s/002.md"); code != exitMachine || strings.Contains(errs, "封存，") {
		t.Error(code, errs)
	}
}
