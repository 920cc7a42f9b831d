package bulletin

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/bulletin/diag"
)

// anIssue stands for the issue of a register in testdata that has none.
const anIssue = "---\n刊名: 简报\n期号: 1\ndate: 2020-09-22\n报: [市委办公室]\n---\n\n正文。\n"

// TestRegisters reads every testdata/registers/x.yaml as a register, counts
// the copies of the issue x.md by it, and compares with x.want.
func TestRegisters(t *testing.T) {
	bases := map[string]bool{}
	for _, pattern := range []string{"*.yaml", "*.md"} {
		files, _ := filepath.Glob("testdata/registers/" + pattern)
		for _, f := range files {
			bases[strings.TrimSuffix(f, filepath.Ext(f))] = true
		}
	}
	wants, _ := filepath.Glob("testdata/registers/*.want")
	for _, f := range wants {
		if !bases[strings.TrimSuffix(f, ".want")] {
			t.Errorf("%s has no input", f)
		}
	}
	if len(bases) == 0 {
		t.Error("no inputs")
	}
	for base := range bases {
		t.Run(filepath.Base(base), func(t *testing.T) {
			text, err := os.ReadFile(base + ".md")
			if err != nil {
				text = []byte(anIssue)
			}
			issue := Read(diag.NewSource("issue.md", text), "issue", nil)
			var reg *Register
			var findings dumper
			if text, err := os.ReadFile(base + ".yaml"); err == nil {
				reg = ReadRegister(diag.NewSource(RegisterName, text))
				findings.findings(reg.Findings)
			}
			issue.Distribute(reg, nil)
			findings.findings(issue.Findings)
			compare(t, base+".want", dumpDistribution(issue)+findings.String())
		})
	}
}

// compare holds a text against a golden, which UPDATE=1 rewrites.
func compare(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(got)) {
		t.Errorf("not as %s (UPDATE=1 rewrites it):\n%s", name, got)
	}
}

func dumpDistribution(issue *Issue) string {
	var b strings.Builder
	if issue.Distribution == nil {
		return "not counted\n"
	}
	fmt.Fprintf(&b, "prints %d\n", issue.Copies)
	for _, p := range issue.Distribution.Printings {
		fmt.Fprintf(&b, "printing %d %v %q: %d copies, %06d–%06d\n", p.Reprint, p.Date, p.Remarks.Text, p.Total, p.First, p.Last())
		for _, s := range p.Shares {
			u := s.Unit
			fmt.Fprintf(&b, "  %s %s %d %06d–%06d", s.List, u.Name.Text, s.Copies, s.First, s.Last())
			for _, text := range []string{s.Collective, u.Kind.Text, u.Route.Text, u.Address.Text, u.Contact.Text, u.Phone.Text, u.Remarks.Text} {
				if text != "" {
					fmt.Fprintf(&b, " %q", text)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
