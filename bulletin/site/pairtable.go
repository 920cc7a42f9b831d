package site

// A pairTable numbers keys as they come, from 0. It is a table of its own since
// an index looks up every character of a series: half the time of a map.
type pairTable struct {
	slots []pairSlot // a power of two, at most half full
	list  []uint64   // the keys by their numbers
}

type pairSlot struct {
	key    uint64
	number uint32 // plus one; 0 for a free slot
}

// number returns the number of a key, the next one if it has none yet.
func (t *pairTable) number(key uint64) uint32 {
	if 2*len(t.list) >= len(t.slots) {
		t.grow()
	}
	s := t.slot(key)
	if s.number == 0 {
		t.list = append(t.list, key)
		*s = pairSlot{key, uint32(len(t.list))}
	}
	return s.number - 1
}

// keys returns the keys by their numbers.
func (t *pairTable) keys() []uint64 { return t.list }

func (t *pairTable) slot(key uint64) *pairSlot {
	mask := uint64(len(t.slots) - 1)
	for i := key * 0x9E3779B97F4A7C15 >> 20 & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.number == 0 || s.key == key {
			return s
		}
	}
}

func (t *pairTable) grow() {
	t.slots = make([]pairSlot, max(2*len(t.slots), 1<<12))
	for n, key := range t.list {
		*t.slot(key) = pairSlot{key, uint32(n + 1)}
	}
}
