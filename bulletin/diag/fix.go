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

// Fixed returns the bytes a source was read from with the edits of findings made,
// and how many were. Of edits that touch each other only the first is made: those
// left over are found again. A byte order mark and every line end stay as they
// are.
func Fixed(src *Source, raw []byte, found List) (fixed []byte, made int) {
	var edits []Edit
	for _, d := range found {
		if d.Fix != nil && d.Pos.Source == src {
			edits = append(edits, *d.Fix)
		}
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	at := rawOffsets(src, raw)
	if at == nil {
		return raw, 0
	}
	end := -1 // of the edit before
	var out bytes.Buffer
	from := 0
	for _, e := range edits {
		if e.From <= end {
			continue
		}
		out.Write(raw[from:at[e.From]])
		out.WriteString(e.Text)
		from, end = at[e.To], e.To
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
