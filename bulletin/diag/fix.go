package diag

import (
	"bytes"
	"cmp"
	"slices"
)

// An Edit is what may stand in the place of some bytes of a source without
// changing what it says.
type Edit struct {
	From, To int // byte offsets in Source.Text, From at most To
	Text     string
}

// Fixes returns the findings whose edits of a source can be made at once, in the
// order of the source. Of edits that touch each other it has only the first: the
// others are found again once that is made.
func Fixes(src *Source, found List) List {
	var all, out List
	for _, d := range found {
		if d.Fix != nil && d.Pos.Source == src {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Fix.From, b.Fix.From), cmp.Compare(a.Fix.To, b.Fix.To))
	})
	end := -1 // of the edit before
	for _, d := range all {
		if d.Fix.From > end {
			out, end = append(out, d), d.Fix.To
		}
	}
	return out
}

// Fixed returns the bytes a source was read from with the edits of findings made,
// and how many were. A byte order mark and every line end stay as they are.
func Fixed(src *Source, raw []byte, found List) (fixed []byte, made int) {
	at := rawOffsets(src, raw)
	if at == nil {
		return raw, 0
	}
	var out bytes.Buffer
	from := 0
	for _, d := range Fixes(src, found) {
		out.Write(raw[from:at[d.Fix.From]])
		out.WriteString(d.Fix.Text)
		from = at[d.Fix.To]
		made++
	}
	out.Write(raw[from:])
	return out.Bytes(), made
}

// rawOffsets returns for every byte of a source where it stands in the bytes it was
// read from; nil when they are not those.
func rawOffsets(src *Source, raw []byte) []int {
	at := make([]int, 0, len(src.Text)+1)
	i := len(raw) - len(bytes.TrimPrefix(raw, []byte("\uFEFF")))
	for i < len(raw) {
		if len(at) == len(src.Text) {
			return nil
		}
		c, n := raw[i], 1
		if c == '\r' {
			c = '\n'
			if i+1 < len(raw) && raw[i+1] == '\n' {
				n = 2
			}
		}
		if src.Text[len(at)] != c {
			return nil
		}
		at = append(at, i)
		i += n
	}
	if len(at) != len(src.Text) {
		return nil
	}
	return append(at, len(raw))
}
