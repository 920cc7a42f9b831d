package typeset

import "jianbao/bulletin/page"

// Costs of the shape of a title, in squared ems as those of Sense.
const (
	costFull      = 30  // a line of more than 19 em of 20 (practice)
	costStub      = 400 // a line of one or two characters
	costHourglass = 300 // a line shorter than those above and below it
	costMore      = 120 // a line more than the fewest
	costPassed    = 80  // a typed blank where the line goes on
	costSpurned   = 150 // that, when the line then ends at no blank
	costUneven    = 10  // each em beyond unevenStep by which neighbouring lines differ
	unevenStep    = 8   // ems
	widestStep    = 10  // ems by which lines broken at typed blanks may differ
	longestTitle  = 200 // what is longer is no title and breaks like text
)

// TitleBreaks returns the characters before which a title of one measure is
// broken: into as few lines as will do, at the editor's blanks where these
// suffice, else by sense, the lines growing, shrinking or longest in the
// middle (GB/T 9704-2012, 7.3.1: 梯形 or 菱形). A break at a blank is before
// it. Without breaks that the measure allows it returns none.
func TitleBreaks(chars []Char, measure, em page.Length, level Level) []int {
	n := len(chars)
	if n == 0 || n > longestTitle {
		return nil
	}
	t := newTitleText(chars, em, level)
	t.measure = measure
	if t.width(0, n) <= measure {
		return nil
	}
	least := int((t.width(0, n) + measure - 1) / measure)
	if b, ok := t.atBlanks().fit(least); ok && t.even(b.breaks) {
		return b.breaks
	}
	var best titleLines
	for more, found := 0, false; more <= n; more++ {
		b, ok := t.fit(least + more)
		if !ok && more > 3 {
			break
		}
		b.cost += int64(more) * costMore
		if ok && (!found || b.cost < best.cost) {
			best, found = b, true
		}
		if found && more > 1 {
			break
		}
	}
	return best.breaks
}

// Halves returns the character before which a name is broken into two lines of
// about one length, by sense; 0 when it has one character.
func Halves(chars []Char, em page.Length, level Level) int {
	if len(chars) > longestTitle {
		return len(chars) / 2
	}
	t := newTitleText(chars, em, level)
	t.measure = t.width(0, len(chars))
	if b, ok := t.atBlanks().fit(2); ok && t.even(b.breaks) {
		return b.breaks[0]
	}
	if b, ok := t.fit(2); ok {
		return b.breaks[0]
	}
	return len(chars) / 2
}

// titleLines is a way to break a title.
type titleLines struct {
	breaks []int
	cost   int64
}

// titleText is a title with the cost of a break before each character.
type titleText struct {
	chars   []Char
	em      page.Length
	measure page.Length
	sum     []page.Length // widths of the characters before
	cost    []int64
}

func newTitleText(chars []Char, em page.Length, level Level) *titleText {
	text := make([]rune, len(chars))
	sum := make([]page.Length, len(chars)+1)
	for i, c := range chars {
		text[i] = c.Rune
		sum[i+1] = sum[i] + titleWidth(c, em)
	}
	t := &titleText{chars: chars, em: em, sum: sum, cost: Sense(text)}
	for i, c := range chars {
		if c.Class == Raised || c.Class != Space && !MayStart(c.Rune, c.Class, level) {
			t.cost[i] = Never
		}
	}
	return t
}

// atBlanks is the same title with no breaks but at typed blanks.
func (t *titleText) atBlanks() *titleText {
	blanks := *t
	blanks.cost = make([]int64, len(t.cost))
	for i, c := range t.cost {
		blanks.cost[i] = Never
		if t.chars[i].Class == Space && c >= 0 && c < hardBreak {
			blanks.cost[i] = c
		}
	}
	return &blanks
}

// even reports whether no line is a stub or much longer than its neighbour.
func (t *titleText) even(breaks []int) bool {
	start, last := 0, page.Length(-1)
	for n := 0; n <= len(breaks); n++ {
		end := len(t.chars)
		if n < len(breaks) {
			end = breaks[n]
		}
		w := t.width(start, end)
		if w < 3*t.em || last >= 0 && (w-last > widestStep*t.em || last-w > widestStep*t.em) {
			return false
		}
		start, last = end, w
	}
	return true
}

func titleWidth(c Char, em page.Length) page.Length {
	switch c.Class {
	case Western, Space, Blank, Raised, Object:
		return c.Width
	case LineEnd, ZeroWidth, Joiner, SoftHyphen:
		return 0
	case Half:
		return em / 2
	case Dash:
		if c.Rune == '⸺' {
			return 2 * em
		}
	}
	return em
}

// width is the room of the characters i to j-1 on a line: without blanks at
// its start, without the blank half of a mark at its end.
func (t *titleText) width(i, j int) page.Length {
	for i < j && t.chars[i].Class == Space {
		i++
	}
	w := t.sum[j] - t.sum[i]
	if j > i {
		switch t.chars[j-1].Class {
		case Pause, Stop, Close:
			w -= t.em / 2
		}
	}
	return w
}

// fit finds the cheapest way to break into a number of lines, or says that the
// measure cannot hold them.
func (t *titleText) fit(lines int) (titleLines, bool) {
	f := &titleFit{titleText: t, ideal: t.width(0, len(t.chars)) / page.Length(lines)}
	f.places = []int{0}
	for i := 1; i < len(t.chars); i++ {
		if t.cost[i] >= 0 {
			f.places = append(f.places, i)
		}
	}
	f.places = append(f.places, len(t.chars))
	return f.search(lines)
}
