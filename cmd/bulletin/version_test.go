package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestVersion holds that two builds that say they are of one version give the same
// bytes: archives are compared by that. testdata/outputs.want has the version and
// the hashes of what it makes of the real 第4期. Whoever changes an output of a
// version that was given away raises version, and then runs UPDATE=1.
func TestVersion(t *testing.T) {
	const golden = "testdata/outputs.want"
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	file, err := filepath.Abs(golden)
	if err != nil {
		t.Fatal(err)
	}
	issues, err := filepath.Abs("../../issues")
	if err != nil {
		t.Fatal(err)
	}
	folder(t, nil)
	must(t, exitDone, "build", issues, "-o", "out")
	var b strings.Builder
	fmt.Fprintln(&b, version)
	files := tree(t, "out")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%s  %s\n", sumOf(files[name]), name)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != string(want) {
		t.Errorf("outputs are others than those %s names: raise version in version.go, unless it was given to nobody yet, and run UPDATE=1 go test -run TestVersion\n%s", golden, &b)
	}
}
