package main

import (
	"os"
	"os/exec"
	"testing"
)

// asTool makes the test binary the tool itself, so that tests can run it as a
// process of its own, and kill it.
const asTool = "BULLETIN_TEST_AS_TOOL"

func TestMain(m *testing.M) {
	if os.Getenv(asTool) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// process is the tool with a command line, in the working folder, not started
// yet.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asTool+"=1")
	return cmd
}
