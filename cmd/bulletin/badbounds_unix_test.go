//go:build unix

package main

import (
	"bytes"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// Within these bounds a bad source is checked, and all of a good one built.
const (
	mostTime   = 2 * time.Second
	mostMemory = 500 << 20 // bytes
)

// TestBadSourcesBounds checks and builds each bad source in a process of its own
// and measures it. Of the time that passes and that of the processors the lesser
// counts: the one grows on a busy machine, the other with the number of workers.
func TestBadSourcesBounds(t *testing.T) {
	if os.Getenv("LONG") == "" {
		t.Skip("for LONG=1")
	}
	if _, memory := measured(t, "version"); memory > mostMemory {
		t.Fatal("the tests before have taken so much memory that a process begins with ", memory>>20, " MB")
	}
	for _, b := range badSources() {
		t.Run(b.name, func(t *testing.T) {
			b.fill(t)
			for _, args := range [][]string{{"check", "s"}, {"build", "s", "-o", "out"}} {
				took, memory := measured(t, args...)
				t.Logf("%s: %.2f s, %d MB", args[0], took.Seconds(), memory>>20)
				if took > mostTime || memory > mostMemory {
					t.Errorf("%s: %.2f s, %d MB", args[0], took.Seconds(), memory>>20)
				}
			}
		})
	}
}

// measured runs the tool and returns its time and the most memory it had.
func measured(t *testing.T, args ...string) (took time.Duration, memory int64) {
	t.Helper()
	var errs bytes.Buffer
	cmd := process(t, args...)
	cmd.Stderr = &errs
	start := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stop := time.AfterFunc(hang, func() { _ = cmd.Process.Kill() })
	_ = cmd.Wait()
	stop.Stop()
	if code := cmd.ProcessState.ExitCode(); code < exitDone || code > exitUsage {
		t.Errorf("%s: exit %d: %s", args[0], code, short(errs.String()))
	}
	use := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	memory = int64(use.Maxrss)
	if runtime.GOOS != "darwin" { // which counts bytes
		memory <<= 10
	}
	return min(time.Since(start), cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()), memory
}
