package site

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// Sizes of the files of the index, in bytes.
const (
	shardSize = 24 << 10 // of a shard on average, at most
	pieceSize = 8 << 10  // of the lists of one character in one shard, about
)

// apart is how far the shards lie apart that share a character: an odd number, so
// that they are different ones.
const apart = 37

// A shelf is the lists of all pairs with one first character, as they are
// written: for each a blank, the second character and the postings.
type shelf struct {
	first   rune
	seconds []rune
	data    []byte
	ends    []int // of each list
}

func shelvesOf(lists []list) []shelf {
	var out []shelf
	var b []byte
	for i := 0; i < len(lists); {
		s := shelf{first: lists[i].first}
		b = b[:0]
		for ; i < len(lists) && lists[i].first == s.first; i++ {
			b = utf8.AppendRune(append(b, ' '), lists[i].second)
			b = appendPostings(b, lists[i].docs)
			s.seconds = append(s.seconds, lists[i].second)
			s.ends = append(s.ends, len(b))
		}
		s.data = bytes.Clone(b)
		out = append(out, s)
	}
	return out
}

// A shardPlan says in which shard a list is: that of its first character, by its
// code modulo their number; the lists of a character that has too many are dealt
// out to several shards by their second one. Both numbers are powers of two, and
// change seldom when issues are added.
type shardPlan struct {
	shards int
	parts  map[rune]int // characters whose lists lie in several shards, and in how many
}

func planOf(shelves []shelf) shardPlan {
	p := shardPlan{1, map[rune]int{}}
	total := 0
	for _, s := range shelves {
		total += len(s.data)
	}
	for total > p.shards*shardSize {
		p.shards *= 2
	}
	for _, s := range shelves {
		n := 1
		for n < p.shards && len(s.data) > n*pieceSize {
			n *= 2
		}
		if n > 1 {
			p.parts[s.first] = n
		}
	}
	return p
}

// shard returns where the lists of a first character lie whose second one has a
// remainder by the number of its parts.
func (p shardPlan) shard(first rune, remainder int) int {
	return (int(first) + apart*remainder) % p.shards
}

// files writes the shards.
func (p shardPlan) files(shelves []shelf) []File {
	out := make([]bytes.Buffer, p.shards)
	for _, s := range shelves {
		n := max(p.parts[s.first], 1)
		for r := range n {
			to := &out[p.shard(s.first, r)]
			open := false
			from := 0
			for i, end := range s.ends {
				if int(s.seconds[i])%n == r {
					if !open {
						fmt.Fprintf(to, ",\n\"%c\":\"", s.first)
						open = true
					}
					to.Write(s.data[from:end])
				}
				from = end
			}
			if open {
				to.WriteByte('"')
			}
		}
	}
	files := make([]File, p.shards)
	for i := range out {
		data := fmt.Appendf(nil, "bulletinSearch.shard(%d,{", i)
		data = append(append(data, bytes.TrimPrefix(out[i].Bytes(), []byte(","))...), "\n});\n"...)
		files[i] = File{fmt.Sprintf("%s_shard/%03d.js", searchFolder, i), data}
	}
	return files
}
