package typeset

import "jianbao/bulletin/page"

// Kind is what an item is.
type Kind uint8

// The kinds of Knuth and Plass, "Breaking paragraphs into lines" (1981).
const (
	Box     Kind = iota // takes its width
	Glue                // takes its width, more or less; vanishes after a break
	Penalty             // a place where a line may end
)

// Rank is the step of justification in which a glue gives way (clreq §6):
// lower ranks first, within a rank all places evenly.
type Rank uint8

// The ranks of shrinking, then those of stretching.
const (
	AtEnd       Rank = iota // the blank half of a mark, only where it ends a line (GB/T 15834 5.1.10)
	Bracket                 // before an opening, after a closing mark
	PauseBlank              // after ，、；：
	LatinShrink             // between Han and Latin
	StopBlank               // after 。！？
	shrinkRanks
)
const (
	WordSpace  Rank = iota // between Latin words
	LatinSpace             // between Han and Latin
	Letter                 // between any two characters
	LastResort             // within a Latin word and around connectors, where a line has nothing else
	stretchRanks
)

// Forced is the cost of a penalty where the line must end.
const Forced = -1

// An Item is a box, a glue or a penalty. Lengths are in EMU and never
// negative. All glues of a rank shrink, or stretch, by the same amount.
type Item struct {
	Kind    Kind
	Width   page.Length
	Shrink  page.Length // how much a glue may lose, in the step ShrinkAt
	Stretch page.Length // how much a glue may gain, in the step StretchAt; from rank Letter on without limit

	ShrinkAt  Rank
	StretchAt Rank
	Cost      int64 // of a penalty, in squared EMU; Forced ends the line
}
