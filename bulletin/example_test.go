package bulletin

import (
	"strings"
	"testing"

	"jianbao/bulletin/diag"
)

// TestExamples says that every key has an example, that it is about that key, and
// reads without a finding wherever the key may stand.
func TestExamples(t *testing.T) {
	known := map[string]bool{}
	for _, k := range Keys() {
		known[k.Name] = true
		text := k.Example() + "\n"
		var inner string
		for _, name := range strings.Split(k.Name, ".") {
			inner = name
			if !strings.Contains(text, name+": ") && !strings.Contains(text, name+":\n") {
				t.Errorf("%s: the example has no key %s: %s", k.Name, inner, text)
			}
		}
		if k.Where == RegisterOnly {
			if reg := ReadRegister(diag.NewSource("r.yaml", []byte(text))); len(reg.Findings) > 0 || len(reg.Units) == 0 {
				t.Errorf("%s: %v", k.Name, reg.Findings)
			}
			continue
		}
		if k.Where != IssueOnly {
			s := ReadSettings(diag.NewSource("b.yaml", []byte(text)))
			if len(s.Findings) > 0 {
				t.Errorf("%s in bulletin.yaml: %v", k.Name, s.Findings)
			}
		}
		if k.Where == SettingsOnly {
			continue
		}
		for _, line := range []string{"刊名: 简报", "期号: 1", "date: 2020-09-22"} {
			key, _, _ := strings.Cut(line, ":")
			if !strings.Contains("\n"+text, "\n"+key+":") && (key != "期号" || !strings.HasPrefix(k.Example(), "增刊:")) {
				text = line + "\n" + text
			}
		}
		issue := Read(diag.NewSource("i.md", []byte("---\n"+text+"---\n\n正文。\n")), "i", nil)
		outer, _, _ := strings.Cut(k.Name, ".")
		if _, there := issue.Keys[outer]; len(issue.Findings) > 0 || !there {
			t.Errorf("%s: %v\n%s", k.Name, issue.Findings, text)
		}
	}
	for name := range examples {
		if !known[name] {
			t.Errorf("an example of %s, which is no key", name)
		}
	}
}

// TestGroups says that every key of the outermost level is in a group.
func TestGroups(t *testing.T) {
	listed := 0
	for _, g := range Groups() {
		if g.Title == "" || len(g.Keys) == 0 {
			t.Errorf("group %+v", g)
		}
		listed += len(g.Keys)
	}
	if want := len(fields) + len(registerFields); listed != want {
		t.Errorf("%d keys in groups, want %d", listed, want)
	}
}
