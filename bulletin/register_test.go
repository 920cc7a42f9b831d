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

// groups is a register of n collective names, each a member of the others as far
// as a test wants it.
func groups(n int, member func(of, other int) bool) string {
	var b strings.Builder
	b.WriteString("单位:\n")
	for i := range n {
		var members []string
		for k := range n {
			if member(i, k) {
				members = append(members, fmt.Sprintf("组%d", k))
			}
		}
		fmt.Fprintf(&b, "  - {名称: 组%d, 成员: [%s]}\n", i, strings.Join(members, ", "))
	}
	return b.String()
}

// TestCircles says that collective names that all contain one another are walked
// once each, and each circle is told once; with more than a person reads, how many
// more there are.
func TestCircles(t *testing.T) {
	for _, c := range []struct{ groups, circles, told int }{{2, 1, 1}, {4, 6, 6}, {40, 780, mostFindings + 1}} {
		reg := ReadRegister(diag.NewSource(RegisterName, []byte(groups(c.groups, func(of, other int) bool { return of != other }))))
		if n := len(reg.Findings); n != c.told || reg.Findings.Errors() != n {
			t.Errorf("%d groups: %d findings, want %d: %v", c.groups, n, c.told, reg.Findings)
		}
		if more := fmt.Sprintf("还有%d处", c.circles-mostFindings); c.told > mostFindings && !strings.Contains(reg.Findings[0].Message, more) {
			t.Errorf("%d groups: %v, want %s", c.groups, reg.Findings[0], more)
		}
	}
}

// TestManyMembers says that a collective name with the same members over and over
// is refused, and not gone through to the end.
func TestManyMembers(t *testing.T) {
	var members []string
	for i := range 1000 {
		members = append(members, fmt.Sprintf("乡%d", i))
	}
	text := "单位:\n  - 名称: 各乡\n    成员: [" + strings.Join(members, ", ") + "]\n  - 名称: 各县\n    成员: [" + strings.Repeat("各乡, ", 300) + "某县]\n"
	reg := ReadRegister(diag.NewSource(RegisterName, []byte(text)))
	if reg.Findings.Errors() != 1 || !strings.Contains(fmt.Sprint(reg.Findings), "统称的成员太多") {
		t.Errorf("%d errors of %d findings", reg.Findings.Errors(), len(reg.Findings))
	}
}
