package archive

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/bulletin"
	"jianbao/bulletin/pdf"
)

// compareMargins compares what stands on each page beside the text: the head of
// a table said again, the 报尾 when it is on every page, the page number, in this
// order.
func compareMargins(issue *bulletin.Issue, s *teller, r *pdf.Readout) []Difference {
	beside := make([]strings.Builder, r.Pages)
	for _, p := range r.Artifacts {
		beside[p.Page-1].WriteString(seenOf(p.Text))
	}
	var found []Difference
	bare := bareFrom(issue, s, r)
	for n := range beside {
		if len(found) >= mostDifferences {
			break
		}
		got := beside[n].String()
		number := pageNumber(issue, n)
		rest, ok := strings.CutSuffix(got, number)
		if !ok && n < bare {
			found = append(found, Difference{Page: n + 1, At: issue.Style.PageNumber.Form.At, What: "页码",
				Want: number, Got: excerpt([]rune(got), max(len([]rune(got))-len([]rune(number)), 0))})
			continue
		}
		if issue.ColophonRepeats && n+1 < r.Pages {
			rest = strings.TrimSuffix(rest, s.tail)
		}
		if rest != "" && !slices.Contains(s.heads, rest) {
			want, at := nearest(rest, append(s.heads[:len(s.heads):len(s.heads)], s.tail))
			found = append(found, Difference{Page: n + 1, What: "重复的表头、报尾和页码", Want: excerpt(want, at), Got: excerpt([]rune(rest), at)})
		}
	}
	return found
}

// pageNumber returns the number of page n, from 0, as it is printed; "" for
// none.
func pageNumber(issue *bulletin.Issue, n int) string {
	style := issue.Style.PageNumber
	if n == 0 && !style.OnFirst {
		return ""
	}
	return seenOf(strings.ReplaceAll(style.Form.Text, "{n}", strconv.Itoa(style.First+n)))
}

// bareFrom returns the first page, from 0, that may stand without a number: when
// the 报尾 is on an even page behind an empty one, neither has any, nor has what
// follows.
func bareFrom(issue *bulletin.Issue, s *teller, r *pdf.Readout) int {
	if !issue.Style.EvenColophon {
		return r.Pages
	}
	text := make([]strings.Builder, r.Pages)
	for _, p := range r.Pieces {
		text[p.Page-1].WriteString(seenOf(p.Text))
	}
	from, rest := r.Pages, ""
	for from > 1 && len(rest)+text[from-1].Len() <= len(s.tail) {
		if rest = text[from-1].String() + rest; !strings.HasSuffix(s.tail, rest) {
			break
		}
		from--
	}
	return from
}

// nearest returns that of some texts that has most of its first characters in
// common with another, and how many.
func nearest(text string, list []string) ([]rune, int) {
	got := []rune(text)
	var best []rune
	most := 0
	for _, s := range list {
		want := []rune(s)
		if n := common(want, got); n > most {
			best, most = want, n
		}
	}
	return best, most
}
