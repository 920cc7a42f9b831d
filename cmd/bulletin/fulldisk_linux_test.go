package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk mounts a disk of so many KiB on a folder of the working folder; it
// skips where that is not allowed.
func smallDisk(t *testing.T, dir string) {
	t.Helper()
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k")
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("SKIPPED: no right to mount a small disk; .ci/run has it where it is root")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

// resize gives the disk of smallDisk another size.
func resize(t *testing.T, dir string, kib int) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%dk", kib)); err != nil {
		t.Fatal(err)
	}
}

// TestFullDisk builds onto a disk that is full at one file or another: what stands
// there is whole, what failed is said, and when there is room again the next build
// ends as if nothing had been.
func TestFullDisk(t *testing.T) {
	d := newDesk(t, 3, 10)
	folderSize := 0
	for _, text := range tree(t, "out") {
		folderSize += len(text)/1024 + 8 // pages of memory, and the name
	}
	if err := os.RemoveAll("out"); err != nil {
		t.Fatal(err)
	}
	smallDisk(t, "out")
	rounds := longer(40, 6)
	full := 0
	for i := range rounds {
		for range 1 + i%3 {
			d.step()
		}
		d.add()
		d.mend()
		sources, before := tree(t, "s"), tree(t, "out")
		if err := os.RemoveAll("fresh"); err != nil {
			t.Fatal(err)
		}
		call("build", "s", "-o", "fresh")
		resize(t, "out", used(t, "out")+4+folderSize*(i+1)/rounds/4)
		var errs bytes.Buffer
		cmd := process(t, "build", "s", "-o", "out", "--force")
		cmd.Stderr = &errs
		_ = cmd.Run()
		switch code := cmd.ProcessState.ExitCode(); code {
		case exitDone:
		case exitMachine:
			full++
			if !strings.Contains(errs.String(), "没有做成：磁盘满了") {
				t.Errorf("the full disk is not named: %s", &errs)
			}
		default:
			t.Fatalf("exit code %d: %s", code, &errs)
		}
		if !maps.Equal(tree(t, "s"), sources) {
			t.Fatal("sources changed")
		}
		ended(t, before, tree(t, "fresh"))
		resize(t, "out", 1<<16)
		call("build", "s", "-o", "out")
		compareFresh(t, []string{"full disk"})
		if t.Failed() {
			t.FailNow()
		}
	}
	t.Logf("%d of %d builds found the disk full", full, rounds)
	if full == 0 {
		t.Error("the disk was never full")
	}
}

// ends is how files end, by the end of their names.
var ends = map[string]string{".html": "</html>\n", ".pdf": "%%EOF\n", ".xml": ">\n", ".js": ");\n", ".json": "\"\n}\n"}

// ended holds that every file of out is whole: one that stood there before or one
// of a fresh build; or one that tells of what there was room for, which has the
// name of a file that a build makes, its beginning and its end.
func ended(t *testing.T, before, fresh map[string]string) {
	t.Helper()
	for name, text := range tree(t, "out") {
		want, ok := fresh[name]
		if text == want && ok || text == before[name] {
			continue
		}
		end := ends[filepath.Ext(name)]
		if !ok || end == "" || !strings.HasPrefix(text, want[:5]) || !strings.HasSuffix(text, end) {
			t.Errorf("%s is not whole (%d bytes)", name, len(text))
		}
	}
}

// used returns how many KiB of a disk are used.
func used(t *testing.T, dir string) int {
	t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		t.Fatal(err)
	}
	return int(uint64(s.Bsize) * (s.Blocks - s.Bfree) / 1024)
}

// TestSealFullDisk seals a series on a full disk: nobody reads that it was sealed.
func TestSealFullDisk(t *testing.T) {
	folder(t, nil)
	smallDisk(t, "s")
	put(t, "s/bulletin.yaml", settings)
	put(t, "s/001.md", sound(1, ""))
	resize(t, "s", used(t, "s")) // for the lock, which is empty, and no more
	code, _, errs := call("seal", "s/001.md")
	if code != exitMachine || !strings.Contains(errs, "没有做成：磁盘满了") || strings.Contains(errs, "封存，") {
		t.Error(code, errs)
	}
	resize(t, "s", 1024)
	if code, _, errs = call("seal", "s/001.md"); code != exitDone || !strings.Contains(errs, "s/001.md：封存，1 页") {
		t.Error(code, errs)
	}
}
