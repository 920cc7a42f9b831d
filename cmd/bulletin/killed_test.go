package main

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"jianbao/bulletin/archive"
)

// newDesk is a series of n issues under s, built into out.
func newDesk(t *testing.T, seed uint64, n int) *desk {
	t.Helper()
	folder(t, map[string]string{"s/bulletin.yaml": "刊名: 简报\n"})
	d := &desk{t: t, r: rand.New(rand.NewPCG(6, seed)), dates: map[string]int{}, wrong: map[string]bool{}}
	for range n {
		d.add()
	}
	call("build", "s", "-o", "out")
	return d
}

// whole holds that every file of out is one that stood there before or one of a
// fresh build, and returns how many there are of those that are only there since.
// The manifest may be one of a build that has not ended; it must be one.
func whole(t *testing.T, before, fresh map[string]string) (since int) {
	t.Helper()
	for name, text := range tree(t, "out") {
		switch {
		case name == archive.ManifestName:
			if _, err := archive.ReadManifest(os.DirFS("out")); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case archive.Leftover(name), name == archive.LockName: // the next build takes them away
		case text == fresh[name] && text != before[name]:
			since++
		case text != before[name]:
			t.Errorf("%s is neither what it was nor what it will be (%d bytes)", name, len(text))
		}
	}
	return since
}

// TestKilled kills builds at random moments: no file is in part, no source is
// touched, and the next build ends as if nothing had been.
func TestKilled(t *testing.T) {
	d := newDesk(t, 1, 12)
	all := timed(t, "build", "s", "-o", "fresh", "--force")
	midst := 0
	for range longer(50, 3) {
		for range 1 + d.r.IntN(4) {
			d.step()
		}
		added := strings.TrimPrefix(d.add(), "new ")
		d.mend()
		sources, before := tree(t, "s"), tree(t, "out")
		if err := os.RemoveAll("fresh"); err != nil {
			t.Fatal(err)
		}
		call("build", "s", "-o", "fresh")
		cmd := process(t, "build", "s", "-o", "out", "--force")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(d.r.Int64N(int64(all))))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			midst++
		}
		if !maps.Equal(tree(t, "s"), sources) {
			t.Fatal("sources changed")
		}
		since := whole(t, before, tree(t, "fresh"))
		if d.r.IntN(2) == 0 { // what was perhaps written has no source any more
			d.remove(added)
		}
		call("build", "s", "-o", "out")
		compareFresh(t, []string{"killed"})
		if t.Failed() {
			t.Fatalf("after %d files were written", since)
		}
	}
	t.Logf("%d builds killed at work", midst)
	if midst == 0 {
		t.Error("no build was killed while it was at work")
	}
}

// timed runs the tool as a process and returns how long that took.
func timed(t *testing.T, args ...string) time.Duration {
	t.Helper()
	start := time.Now()
	if out, err := process(t, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return time.Since(start)
}

// TestTwoBuilds runs several builds into one folder at once, as two people at two
// desks would: each waits for those before, and what stands there in the end is
// what one alone would have made.
func TestTwoBuilds(t *testing.T) {
	d := newDesk(t, 2, 8)
	for range longer(10, 2) {
		for range 4 {
			d.step()
		}
		d.mend()
		var builds []*exec.Cmd
		var errs [3]bytes.Buffer
		for i := range errs {
			cmd := process(t, "build", "s", "-o", "out", "--force")
			cmd.Stderr = &errs[i]
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			builds = append(builds, cmd)
		}
		for i, cmd := range builds {
			if err := cmd.Wait(); err != nil {
				t.Errorf("%v: %s", err, errs[i].String())
			}
		}
		compareFresh(t, []string{"three builds at once"})
	}
}
