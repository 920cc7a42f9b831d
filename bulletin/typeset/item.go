package typeset

import "jianbao/bulletin/page"

// Kind is what an item is.
type Kind uint8

// The kinds of Knuth and Plass, "Breaking paragraphs into lines" (1981).
const (
	Box     Kind = iota // takes its width
	Glue                // takes its width, more or less; vanishes after a break
	Penalty             // a place where a line may end; it takes its width, that of a hyphen, only there
)

// Rank is the step of justification in which a glue gives way (clreq §6):
// lower ranks first, within a rank all places evenly. The third step of clreq,
// both sides of ·, has no rank: · is half a cell and fixed (GB/T 15834 5.1.7).
type Rank uint8

// The ranks of shrinking, then those of stretching.
const (
	AtEnd       Rank = iota // the blank half of a mark, only where it ends a line (GB/T 15834 5.1.10)
	WordShrink              // between Latin words
	Bracket                 // before an opening, after a closing mark
	PauseBlank              // after ，、；：
	LatinShrink             // between Han and Latin
	StopBlank               // after 。！？
	shrinkRanks
)
const (
	WordSpace  Rank = iota // between Latin words, up to half a cell
	LatinSpace             // between Han and Latin, up to half a cell
	Letter                 // between any two characters
	LastResort             // where a line has nothing else: blanks beyond half a cell, around connectors
	Within                 // within a Latin word, where a line has not even that
	stretchRanks
)

// Fault is what is wrong with a line end in the eyes of clreq, where it is
// allowed at all.
type Fault uint8

// The faults, the lesser first. Any number of lesser ones is better than one
// of the greater.
const (
	None    Fault = iota
	Cut           // within a Latin word, without a hyphen: gaps rather grow to about ¼ em
	Lone          // leaves a single character on the last line (clreq §7)
	Parted        // within a pair (clreq §3), where a line has no other place to end
	Against       // before or after a mark that may not stand there, where not even that helps (clreq §2, fallback)
)

// Forced is the cost of a penalty where the line must end.
const Forced = -1

// An Item is a box, a glue or a penalty. Lengths are in EMU and never
// negative. All glues of a rank shrink, or stretch, by the same amount.
type Item struct {
	Kind      Kind
	ShrinkAt  Rank
	StretchAt Rank
	Fault     Fault // of a penalty

	Width   page.Length
	Shrink  page.Length // how much a glue may lose, in the step ShrinkAt
	Stretch page.Length // how much a glue may gain, in the step StretchAt; from rank Letter on without limit
	Cost    int64       // of a penalty, in squared EMU; Forced ends the line
}
