package layout

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/bulletin"
	"jianbao/bulletin/diag"
	"jianbao/bulletin/page"
)

// TestCopiesLookAsSingleBuilds says that a copy is what Pages makes of an issue
// with its number, item by item, whatever stands beside the number.
func TestCopiesLookAsSingleBuilds(t *testing.T) {
	a := testAssets(t)
	issues := []*bulletin.Issue{fourth(t)}
	for _, name := range []string{"masthead-stamp", "masthead-preprinted", "masthead-many", "notes", "setting-simplex", "setting-each", "table-toowide"} {
		issues = append(issues, readIssue(t, "testdata/"+name+".md", nil))
	}
	for seed := range uint64(150) {
		source := randomFront(rand.New(rand.NewPCG(seed, 5)))
		issues = append(issues, bulletin.Read(diag.NewSource(fmt.Sprint("seed ", seed), []byte(source)), "x", nil))
	}
	set := 0
	for _, issue := range issues {
		marks := []CopyMark{{1, "000001 市委办公室"}, {17, "000017"}, {999_999, "999999"}}
		d, findings := NumberedPages(issue, a, marks)
		if findings.Errors() > 0 {
			continue
		}
		set++
		if len(d.Copies) != len(marks) || d.NewSheet != issue.Style.Duplex {
			t.Fatalf("%s: %d copies, on new sheets: %v", issue.Source.Name, len(d.Copies), d.NewSheet)
		}
		for i, c := range d.Copies {
			if c.Title != marks[i].Title {
				t.Errorf("title %q", c.Title)
			}
			if got, want := dump(t, single(d, i), nil), dump(t, alone(t, issue, a, marks[i].Number), nil); got != want {
				t.Errorf("%s, copy %d:\n%s", issue.Source.Name, i, firstDifference(got, want))
			}
		}
	}
	if set < len(issues)*9/10 {
		t.Errorf("only %d of %d issues could be set", set, len(issues))
	}
}

// single returns copy i as a document of its own: its number comes before all
// else, where a single build has it.
func single(d *page.Document, i int) *page.Document {
	one, first := *d, *d.Pages[0]
	first.Items = append(append([]page.Item{}, d.Copies[i].Items...), first.Items...)
	one.Pages = append([]*page.Page{&first}, d.Pages[1:]...)
	one.Copies = nil
	return &one
}

// alone sets an issue with a 份号 of its own.
func alone(t *testing.T, issue *bulletin.Issue, a *Assets, number int) *page.Document {
	t.Helper()
	own := *issue
	own.CopyNumber = number
	d, findings := Pages(&own, a)
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	return d
}

// TestCopiesHaveNoNumberInCommon says that the issue's own 份号 is on no page.
func TestCopiesHaveNoNumberInCommon(t *testing.T) {
	a := testAssets(t)
	issue := readIssue(t, "testdata/masthead-stamp.md", nil)
	d, findings := NumberedPages(issue, a, []CopyMark{{Number: 5}})
	if findings.Errors() > 0 {
		t.Fatal(findings)
	}
	var b bytes.Buffer
	if err := page.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "000031") || strings.Count(b.String(), "000005") != 1 {
		t.Error(b.String())
	}
	if issue.CopyNumber != 31 {
		t.Error("the issue is changed")
	}
}

// TestCopiesShareTheRoomOfTheWidest says that a face whose figures differ in
// width moves nothing that copies share.
func TestCopiesShareTheRoomOfTheWidest(t *testing.T) {
	a := *testAssets(t)
	a.Latin[FangSong] = a.Han[BiaoSong] // whose 1 is narrower than other figures
	issue := readIssue(t, "testdata/masthead-stamp.md", nil)
	d, _ := NumberedPages(issue, &a, []CopyMark{{Number: 111_111}, {Number: 444_444}, {Number: 111_117}})
	var starts, ends []page.Length
	for _, c := range d.Copies {
		x := c.Items[0].(*page.Text)
		end := x.X
		for _, advance := range x.Advances {
			end += advance
		}
		starts, ends = append(starts, x.X), append(ends, end)
	}
	if ends[0] != ends[1] || ends[1] != ends[2] || starts[1] >= starts[2] || starts[2] >= starts[0] {
		t.Errorf("numbers from %v to %v", starts, ends)
	}
	secret := d.Pages[0].Items[0].(*page.Text) // 密级 with a blank that reaches to the widest number
	end := secret.X
	for _, advance := range secret.Advances {
		end += advance
	}
	if !strings.HasPrefix(secret.String, "内部参阅") || end > starts[1] || end < starts[1]-page.Mm {
		t.Errorf("%q ends at %s, the widest number begins at %s", secret.String, end.Millimetres(), starts[1].Millimetres())
	}
}

func TestRefusedCopies(t *testing.T) {
	a := testAssets(t)
	issue := readIssue(t, "testdata/masthead-stamp.md", nil)
	for _, c := range []struct {
		marks []CopyMark
		want  string
	}{
		{nil, "没有一份要编份号"},
		{[]CopyMark{{Number: 999_999}, {Number: 1_000_000}}, "编不到1000000"},
		{[]CopyMark{{Number: 0}}, "编不到0"},
	} {
		_, findings := NumberedPages(issue, a, c.marks)
		if findings.Errors() != 1 || !strings.Contains(findings[0].String(), c.want) || findings[0].Pos.Line() != 6 {
			t.Errorf("%v", findings)
		}
	}
}
