package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A breach is what a validator finds wrong with a file by one rule.
type breach struct {
	file, rule  string // rule: clause-test of the standard, as 6.2.4.3-2
	description string
	context     string // the first place, and what is wrong there
	times       int
}

// TestVeraPDF has veraPDF read a PDF file of every kind the tool writes, by each
// flavour of PDF/A and PDF/UA that is demanded. VERAPDF_CP is its class path.
// VERAPDF_OUT, the whole path of a folder, keeps the files and the report of
// each flavour, of which the test prints the beginning.
func TestVeraPDF(t *testing.T) {
	if os.Getenv("VERAPDF_CP") == "" {
		t.Skip("SKIPPED: VERAPDF_CP does not name veraPDF, so it did not read the PDF files; .ci/run fetches it")
	}
	folder := os.Getenv("VERAPDF_OUT")
	if folder == "" {
		folder = t.TempDir()
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var files []string
	sound := map[string]bool{}
	save := func(name string, data []byte) {
		file := filepath.Join(folder, name+".pdf")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	all := samples(t)
	for _, s := range all {
		save(s.name, s.data)
		sound[s.name] = true
	}
	save("private", private(t))
	save("broken-fonts", fontless(t, all[0].data))
	save("broken-half", all[0].data[:len(all[0].data)/2])
	if len(sound) != len(all) {
		t.Errorf("%d names of %d files", len(sound), len(all))
	}
	for _, f := range flavours {
		t.Run(f.name, func(t *testing.T) {
			found, unread := veraPDF(t, f.name, files)
			broken(t, f, found, unread)
			sound["private"] = f.name != "2a" // which it does not claim
			if meant := slices.ContainsFunc(found, func(b breach) bool { return b.file == "private" && b.rule == "6.2.11.7.3-1" }); meant == sound["private"] {
				t.Error("veraPDF misses what characters of the private area mean by 2a only: ", !meant)
			}
			for name, why := range unread {
				if sound[name] {
					t.Errorf("%s.pdf could not be read: %s", name, why)
				}
			}
			judge(t, f, len(sound), slices.DeleteFunc(found, func(b breach) bool { return !sound[b.file] }))
		})
	}
}

// A flavour is a standard our PDF files are held to.
type flavour struct {
	name     string // as veraPDF has it
	embedded string // its rule that fonts are embedded, by which a broken file is found out
}

// flavours are the standards that are demanded: PDF/A-2 with text that can be
// read back (ISO 19005-2, level U), the same with tags (level A), and PDF/UA
// (ISO 14289-1).
var flavours = []flavour{
	{"2u", "6.2.11.4.1-1"},
	{"2a", "6.2.11.4.1-1"},
	{"ua1", "7.21.4.1-1"},
}

// veraPDF reads files by one flavour. unread are those it could make nothing of,
// and why.
func veraPDF(t *testing.T, flavour string, files []string) (found []breach, unread map[string]string) {
	t.Helper()
	arguments := []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", os.Getenv("VERAPDF_CP"),
		"org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour, "--format", "json", "--maxfailuresdisplayed", "1"}
	cmd := exec.Command("java", append(arguments, files...)...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run() // fails with any of the files
	var got struct {
		Report struct {
			Jobs []struct {
				ItemDetails      struct{ Name string }
				TaskException    *struct{ ExceptionMessage string }
				ValidationResult []struct {
					JobEndStatus string
					Compliant    bool
					Details      struct{ RuleSummaries []ruleSummary }
				}
			}
		}
	}
	if fault := json.Unmarshal(out.Bytes(), &got); fault != nil {
		t.Fatalf("veraPDF: %v: %v\n%s%s", err, fault, out.Bytes(), errs.Bytes())
	}
	if n := len(got.Report.Jobs); n != len(files) {
		t.Errorf("veraPDF read %d files of %d\n%s", n, len(files), errs.Bytes())
	}
	unread = map[string]string{}
	for _, job := range got.Report.Jobs {
		name := strings.TrimSuffix(filepath.Base(job.ItemDetails.Name), ".pdf")
		if job.TaskException != nil || len(job.ValidationResult) != 1 || job.ValidationResult[0].JobEndStatus != "normal" {
			unread[name] = fmt.Sprintf("%+v", job)
			if job.TaskException != nil {
				unread[name] = job.TaskException.ExceptionMessage
			}
			continue
		}
		result := job.ValidationResult[0]
		if result.Compliant != (len(result.Details.RuleSummaries) == 0) {
			t.Errorf("%s.pdf is compliant: %v, with %d rules broken", name, result.Compliant, len(result.Details.RuleSummaries))
		}
		for _, r := range result.Details.RuleSummaries {
			found = append(found, r.breach(name))
		}
	}
	return found, unread
}

// ruleSummary is what the report says of one rule that a file breaks.
type ruleSummary struct {
	Clause       string
	TestNumber   int
	FailedChecks int
	Description  string
	Checks       []struct{ Context, ErrorMessage string }
}

func (r ruleSummary) breach(file string) breach {
	b := breach{file: file, rule: fmt.Sprintf("%s-%d", r.Clause, r.TestNumber), description: strings.Join(strings.Fields(r.Description), " "), times: r.FailedChecks}
	if len(r.Checks) > 0 {
		b.context = r.Checks[0].Context + ": " + r.Checks[0].ErrorMessage
	}
	return b
}

// broken holds that the validator finds the faults of two files that were broken
// on purpose.
func broken(t *testing.T, f flavour, found []breach, unread map[string]string) {
	t.Helper()
	if !slices.ContainsFunc(found, func(b breach) bool { return b.file == "broken-fonts" && b.rule == f.embedded }) {
		t.Errorf("veraPDF does not miss the fonts that were taken out, by %s", f.embedded)
	}
	if unread["broken-half"] == "" {
		t.Error("veraPDF reads half a file")
	}
}

// judge reports the rules that are broken, the one most files break first.
func judge(t *testing.T, f flavour, files int, found []breach) {
	t.Helper()
	by := map[string][]breach{}
	for _, b := range found {
		by[b.rule] = append(by[b.rule], b)
	}
	rules := slices.SortedFunc(maps.Keys(by), func(a, b string) int {
		return cmp.Or(len(by[b])-len(by[a]), cmp.Compare(a, b))
	})
	var whole strings.Builder
	for _, rule := range rules {
		head := fmt.Sprintf("%s %s: %d of %d files break it: %s", f.name, rule, len(by[rule]), files, by[rule][0].description)
		lines := places(by[rule])
		fmt.Fprintf(&whole, "%s\n%s\n", head, strings.Join(lines, "\n"))
		const most = 8
		if more := len(lines) - most; more > 0 {
			lines = append(lines[:most], fmt.Sprintf("\tand %d more; VERAPDF_OUT=/folder keeps all", more))
		}
		t.Errorf("%s\n%s", head, strings.Join(lines, "\n"))
	}
	if folder := os.Getenv("VERAPDF_OUT"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, f.name+".txt"), []byte(whole.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// places are the lines about the files that break a rule.
func places(list []breach) []string {
	slices.SortFunc(list, func(a, b breach) int { return cmp.Compare(a.file, b.file) })
	var lines []string
	for _, b := range list {
		lines = append(lines, fmt.Sprintf("\t%s.pdf: %d times, first at %s", b.file, b.times, b.context))
	}
	return lines
}
