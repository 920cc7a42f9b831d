package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// mostStart is how long the tool may work before it does what it is asked.
const mostStart = 20 * time.Millisecond

// TestStartUp measures the time of the processor that help and version take, which
// does not depend on what else the machine does: of several runs the median. A
// run that touched the fonts, 38 MB, would take longer.
func TestStartUp(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: measures time")
	}
	for _, word := range []string{"help", "version"} {
		var times []time.Duration
		for range 15 {
			cmd := process(t, word)
			if err := cmd.Run(); err != nil {
				t.Fatal(err)
			}
			times = append(times, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		}
		slices.Sort(times)
		if times[len(times)/2] > mostStart {
			t.Errorf("%s takes %v", word, times)
		}
	}
}

// TestNamesWithBlanks says that folders and files with Chinese names, blanks and
// signs of the shell do.
func TestNamesWithBlanks(t *testing.T) {
	folder(t, nil)
	dir := "办公室 文件/简报（内部） & 50% #1"
	if code, errs := callOn(append([]string{"init", dir}, initFlags...)...); code != exitDone {
		t.Fatal(errs)
	}
	put(t, dir+"/2020/第 2 期.md", strings.Replace(issue("2"), "09-22", "10-08", 1))
	for _, args := range [][]string{{"new", dir, "--date", "2020-10-09"}, {"check", dir}, {"build", dir, "-o", "输 出"}, {"build", "--draft", dir + "/2020/第 2 期.md"}, {"verify", "输 出"}} {
		if code, errs := callOn(args...); code != exitDone {
			t.Errorf("%v: exit %d, %s", args, code, errs)
		}
	}
	if got := names(tree(t, "输 出")); !strings.Contains(got, "2020/第 2 期.pdf") || !strings.Contains(got, "2020/第 3 期.pdf") {
		t.Error(got)
	}
	if got := names(tree(t, "proof")); got != "2020/_第 2 期.draft.md 2020/第 2 期-送审稿.pdf" {
		t.Error(got)
	}
}
