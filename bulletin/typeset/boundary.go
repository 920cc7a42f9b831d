package typeset

import (
	"strings"

	"jianbao/bulletin/page"
)

// A breakpoint is what a line end at a place would be.
type breakpoint struct {
	ok    bool
	cost  int64 // in hundredths of a cell squared
	fault Fault
}

// at returns whether a line may end before character i and what that costs.
func (b *builder) at(i int) breakpoint {
	a, c := b.chars[i-1], b.chars[i]
	k := b.controls[i]
	switch {
	case a.Class == LineEnd:
		return breakpoint{ok: true, cost: Forced}
	case c.Class == LineEnd, a.Class == Space:
		return breakpoint{}
	case k.forbid, b.tied[i], a.Class == Blank, c.Class == Blank:
		return breakpoint{}
	case c.Class == Space:
		return b.beforeSpace(i)
	case !b.mayPart(a, c):
		return breakpoint{}
	case k.allow:
		return breakpoint{ok: true}
	case a.Class == Western && c.Class == Western:
		return b.within(i, k.hyphen)
	}
	return breakpoint{ok: true, cost: b.pairCost(i, i)}
}

// mayPart reports whether the one may end and the other start a line. Within
// Latin a line may end with / or -, which are signs of the word there.
func (b *builder) mayPart(a, c Char) bool {
	if a.Class == Western && c.Class == Western {
		return !strings.ContainsRune("([{$¥£€@#", a.Rune) && !strings.ContainsRune(")]}!?,.:;%‰°′″-‐–~/", c.Rune)
	}
	return MayStart(c.Rune, c.Class, b.set.Level) && MayEnd(a.Rune, a.Class)
}

// beforeSpace returns the cost of a break at a blank, which then vanishes.
func (b *builder) beforeSpace(i int) breakpoint {
	next := b.afterSpace(i)
	if next == len(b.chars) || b.chars[next].Class == LineEnd || b.chars[next].Class == Blank {
		return breakpoint{}
	}
	p := breakpoint{ok: b.mayPart(b.chars[i-1], b.chars[next]), cost: b.pairCost(i, next)}
	if b.chars[i].Rune == '\u3000' && next == i+1 && isIdeograph(b.chars[i-1].Rune) {
		p.cost = costNumber // it may be a name after all
	}
	return p
}

// within returns the cost of a break inside a Latin word or number. Numbers
// stay whole; long words and addresses may break without loss, and without a
// hyphen nobody typed.
func (b *builder) within(i int, hyphen bool) breakpoint {
	a, c := b.chars[i-1].Rune, b.chars[i].Rune
	start, end := int(b.start[i]), int(b.end[i])
	inner := i-start > 2 && end-i > 2
	long := inner && end-start >= longToken
	const stops = "/?&=_.:#"
	switch {
	case hyphen:
		return breakpoint{ok: true, cost: costHyphen}
	case b.wide(b.room[end] - b.room[start]):
		return breakpoint{ok: true, cost: b.wideCost(i, long)}
	case (a == '-' || a == '‐') && isLetter(c) && i-start > 2:
		return breakpoint{ok: true, cost: costHyphen}
	case a == '–' && isDigit(c):
		return breakpoint{ok: true, cost: costRange}
	case long && strings.ContainsRune(stops, a) && !strings.ContainsRune(stops, c) && !isDigit(c):
		return breakpoint{ok: true, cost: costAddress}
	case long && b.amidLetters(i) && !b.steered[b.start[i]]:
		return breakpoint{ok: true, cost: costWord, fault: Cut}
	}
	return breakpoint{}
}

// amidLetters reports whether three letters stand before i and three after.
func (b *builder) amidLetters(i int) bool {
	for k := i - 3; k < i+3; k++ {
		if k < int(b.start[i]) || k >= int(b.end[i]) || !isLetter(b.chars[k].Rune) {
			return false
		}
	}
	return true
}

// wide reports whether Latin of this width must be broken where it stands:
// wider than a line, or than half of one that is no narrow column.
func (b *builder) wide(width page.Length) bool {
	return width > b.set.Rest || width > max(b.set.Rest/2, 10*b.set.Cell)
}

// wideCost is what a break costs within such Latin, which may break anywhere:
// after a sign rather than within a word, and within a number last of all.
func (b *builder) wideCost(i int, long bool) int64 {
	a, c := b.chars[i-1].Rune, b.chars[i].Rune
	switch {
	case long && strings.ContainsRune("/?&=_.:#-", a) && !strings.ContainsRune("/?&=_.:#-", c) && !isDigit(c):
		return costAddress
	case long && b.amidLetters(i):
		return costWord
	}
	return costAnywhere
}

// breakpoints finds where lines may end. Where the text between two such
// places is wider than a line, every rule within gives way (clreq §2: local
// fallback), for text beyond the margin is lost.
func (b *builder) breakpoints() {
	n := len(b.chars)
	b.points = cleared(b.points, n+1)
	from := 0
	for i := 1; i <= n; i++ {
		if i < n {
			b.points[i] = b.at(i)
		}
		if i < n && !b.points[i].ok {
			continue
		}
		if b.room[i]-b.room[from] > min(b.set.First, b.set.Rest) {
			b.remedy(from, i)
		}
		from = i
	}
}

// remedy lets lines end anywhere between two places; within a pair of dashes
// or dots last of all.
func (b *builder) remedy(from, to int) {
	for i := from + 1; i < to; i++ {
		a, c := b.chars[i-1].Class, b.chars[i].Class
		if a == Space || c == LineEnd || c == Blank || c == Space && b.blankEnd(i) {
			continue
		}
		b.points[i] = breakpoint{ok: true, cost: costRemedy, fault: Parted}
		if !b.mayPart(b.chars[i-1], b.chars[b.afterSpace(i)]) {
			b.points[i].fault = Against
		}
		if a == c && (a == Dash || a == Ellipsis) && (i-int(b.start[i]))%2 == 1 {
			b.points[i].cost = 10 * costRemedy
		}
	}
}

// afterSpace returns the next character from i on that is no Space.
func (b *builder) afterSpace(i int) int {
	for i < len(b.chars) && b.chars[i].Class == Space {
		i++
	}
	return i
}

// blankEnd reports whether only blanks stand between i and the end of the
// text or the editor's line.
func (b *builder) blankEnd(i int) bool {
	i = b.afterSpace(i)
	return i == len(b.chars) || b.chars[i].Class == LineEnd
}

// orphans marks the breaks that would leave a single character, with its
// marks, on the last line of the text or of an editor's line (clreq, orphans).
func (b *builder) orphans() {
	end := len(b.chars)
	for end > 0 {
		start := end
		for start > 0 && b.chars[start-1].Class != LineEnd {
			start--
		}
		first := b.single(start, end)
		for first > start && isSilent(b.chars[first-1]) {
			first-- // “好”。 is one character, too
		}
		for k := first; k < end && first > start; k++ {
			if b.points[k].fault == None {
				b.points[k].fault = Lone
			}
		}
		end = start - 1
	}
}

// single returns the place of the last character of a stretch that is no mark
// when no other of its word stands before it.
func (b *builder) single(start, end int) int {
	for i := end - 1; i >= start; i-- {
		switch c := b.chars[i]; {
		case isSilent(c):
			continue
		case c.Class == Western:
			if int(b.start[i]) < i && int(b.start[i]) >= start && (isLetter(b.chars[i-1].Rune) || isDigit(b.chars[i-1].Rune)) {
				return 0
			}
			return i
		case c.Class == Han:
			return i
		}
		return 0
	}
	return 0
}

// isSilent reports whether a character is a mark or a blank, nothing a reader
// would read out.
func isSilent(c Char) bool {
	switch c.Class {
	case Western:
		return !isLetter(c.Rune) && !isDigit(c.Rune)
	case Raised, Space:
		return true
	}
	return isMark(c.Class)
}
