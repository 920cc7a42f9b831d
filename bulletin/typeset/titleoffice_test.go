package typeset

import (
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
)

// An officeTitle is a title with the ways to break it that an editor accepts.
type officeTitle struct{ ways []string }

func (o officeTitle) title() string { return strings.ReplaceAll(o.ways[0], "/", "") }

// officeTitles reads testdata/titles/offices.txt, in two parts: 100 drawn at
// random, by which words and costs were found, and 50 held out.
func officeTitles(t *testing.T) (development, heldOut []officeTitle) {
	t.Helper()
	text, err := os.ReadFile("testdata/titles/offices.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []officeTitle
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimRight(line, "\n"); !strings.HasPrefix(line, "#") {
			all = append(all, officeTitle{strings.Split(line, "|")})
		}
	}
	for n, i := range rand.New(rand.NewSource(150)).Perm(len(all)) {
		if n < 100 {
			development = append(development, all[i])
		} else {
			heldOut = append(heldOut, all[i])
		}
	}
	return development, heldOut
}

// right counts the titles that are broken in one of the ways wanted, and
// shows the others when asked to.
func right(t *testing.T, titles []officeTitle, strict, show bool) int {
	n := 0
	for _, o := range titles {
		got := brokenTitle(o.title())
		if slices.Contains(o.ways, got) || !strict && slices.Contains(o.ways, "+"+got) {
			n++
		} else if show {
			t.Logf("got  %s\n\twant %s\n\t%s", got, strings.Join(o.ways, "\n\t  or "), wordsOf(o.title()))
		}
	}
	return n
}

// TestOfficeTitles counts.
func TestOfficeTitles(t *testing.T) {
	development, heldOut := officeTitles(t)
	t.Logf("%d (at first sight %d) of %d, held out %d (%d) of %d", right(t, development, false, true), right(t, development, true, false), len(development), right(t, heldOut, false, true), right(t, heldOut, true, false), len(heldOut))
}

// TestOfficeWays checks the wanted ways themselves: the same title each, too
// long for a line, in lines that the measure holds.
func TestOfficeWays(t *testing.T) {
	development, heldOut := officeTitles(t)
	for _, o := range slices.Concat(development, heldOut) {
		for _, way := range o.ways {
			way = strings.TrimPrefix(way, "+")
			if title := strings.ReplaceAll(way, "/", ""); title != o.title() || len(TitleBreaks(titleChars(title), testMeasure, titleEm, GB)) == 0 {
				t.Errorf("%s: another title than the first, or one that fits a line", way)
			}
			for line := range strings.SplitSeq(way, "/") {
				cs := titleChars(strings.Trim(line, " "))
				if newTitleText(cs, titleEm, GB).width(0, len(cs)) > testMeasure {
					t.Errorf("%s is wider than the measure", line)
				}
			}
		}
	}
}
