package site

import (
	"cmp"
	"slices"
)

// textEnd stands for the end of a paragraph; no text that is found holds it.
const textEnd = '/'

// A list is the issues, by their numbers, in which two characters stand side by
// side.
type list struct {
	first, second rune
	docs          []uint32
}

// pairs gathers every two characters that stand side by side, numbered as they
// come, and the issues they stand in. It has a hash table of its own, as every
// character of a series is looked up: three times as fast as a map.
type pairs struct {
	slots []pairSlot // a power of two, at most half full
	keys  []uint64   // of the pairs, by their numbers
	count []uint32   // issues each stands in
	seen  []uint32   // the pairs of each issue in turn
	ends  []int      // where those of an issue end
}

type pairSlot struct {
	key    uint64 // the characters
	number uint32 // of the pair, plus one; 0 for a free slot
	last   uint32 // issue it stood in last, plus one
}

func pairsOf(docs []Document) *pairs {
	size := 0
	for i := range docs {
		for _, part := range docs[i].Text.Parts {
			for _, s := range part.Text {
				size += len(s)
			}
		}
	}
	p := &pairs{slots: make([]pairSlot, 1<<12), seen: make([]uint32, 0, size/4)}
	var room []rune
	for i := range docs {
		for _, part := range docs[i].Text.Parts {
			for _, s := range part.Text {
				room = appendFolded(room[:0], s)
				p.paragraph(uint32(i), room)
			}
		}
		p.ends = append(p.ends, len(p.seen))
	}
	return p
}

func (p *pairs) paragraph(doc uint32, text []rune) {
	for i, a := range text {
		b := rune(textEnd)
		if i+1 < len(text) {
			b = text[i+1]
		}
		p.add(doc, uint64(a)<<32|uint64(b))
	}
}

func (p *pairs) add(doc uint32, key uint64) {
	s := p.slot(key)
	if s.number == 0 {
		if 2*len(p.keys) >= len(p.slots) {
			p.grow()
			s = p.slot(key)
		}
		p.keys = append(p.keys, key)
		p.count = append(p.count, 0)
		*s = pairSlot{key: key, number: uint32(len(p.keys))}
	}
	if s.last == doc+1 {
		return
	}
	s.last = doc + 1
	p.count[s.number-1]++
	p.seen = append(p.seen, s.number-1)
}

func (p *pairs) slot(key uint64) *pairSlot {
	mask := uint64(len(p.slots) - 1)
	for i := key * 0x9E3779B97F4A7C15 >> 24 & mask; ; i = (i + 1) & mask {
		if s := &p.slots[i]; s.number == 0 || s.key == key {
			return s
		}
	}
}

func (p *pairs) grow() {
	old := p.slots
	p.slots = make([]pairSlot, 4*len(old))
	for _, s := range old {
		if s.number > 0 {
			*p.slot(s.key) = s
		}
	}
}

// lists returns the issues of every pair, in the order of its characters.
func (p *pairs) lists() []list {
	docs := make([]uint32, len(p.seen))
	next := make([]int, len(p.keys)) // where the next issue of a pair goes
	at := 0
	for n, count := range p.count {
		next[n] = at
		at += int(count)
	}
	from := 0
	for doc, end := range p.ends {
		for _, n := range p.seen[from:end] {
			docs[next[n]] = uint32(doc)
			next[n]++
		}
		from = end
	}
	out := make([]list, len(p.keys))
	for n, key := range p.keys {
		out[n] = list{rune(key >> 32), rune(uint32(key)), docs[next[n]-int(p.count[n]) : next[n]]}
	}
	slices.SortFunc(out, func(a, b list) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Compare(a.second, b.second)
	})
	return out
}
