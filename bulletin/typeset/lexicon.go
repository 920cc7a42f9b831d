package typeset

import (
	"cmp"
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// wordText is the list of words: a line `= k …` opens the words of kind k, all
// other lines are words.
//
//go:embed words.txt
var wordText string

// A kind is what a word does in a sentence. The kinds of the word list are
// named there by these letters; the rest are found by rule.
type kind byte

const (
	kindVerb      kind = 'v' // a predicate begins with it
	kindPhrase    kind = 'i' // four characters or a predicate complete in itself
	kindVerbNoun  kind = 'w' // both an action and its name: 督察, 检查
	kindHeadNoun  kind = 'h' // mostly the last word of a name: 工作, 问题, 通知
	kindNoun      kind = 'n'
	kindAdjective kind = 'j' // belongs to what follows
	kindAdverb    kind = 'a' // belongs to what follows; a predicate begins with it
	kindPrep      kind = 'p' // belongs to what follows
	kindConj      kind = 'c' // belongs to what follows
	kindParticle  kind = 'u' // belongs to what precedes
	kindOffice    kind = 'o' // 市长, 书记
	kindBody      kind = 'f' // 市委: an organisation by itself
	kindBodyTail  kind = 's' // 委员会, 局: the last word of an organisation
	kindTimeWord  kind = 't'
	kindMeasure   kind = 'q' // 个, 期: only after a number
	kindSuffix    kind = 'x' // one character that belongs to what precedes
	kindPlace     kind = 'g'
	kindCount     kind = 'm' // a number with its measure word, a date
	kindPerson    kind = 'N'
	kindLevel     kind = 'L' // 省, 市 … before the name of an organisation
	kindUnknown   kind = '?' // one character that is no word
	kindGuess     kind = '~' // two characters that are taken for a word
	kindLatin     kind = 'l'
	kindOpening   kind = '(' // “ 《 （
	kindClosing   kind = ')'
	kindMark      kind = ',' // any other mark, and the blank
)

// A lexicon is a list of words, sorted; of a word of two kinds the one that
// comes first in the text stands first.
type lexicon struct {
	text    string
	entries []entry
}

// An entry is a word by its place in the text.
type entry struct {
	at   uint32
	size uint8
	kind kind
}

func (l *lexicon) word(e entry) string { return l.text[e.at : e.at+uint32(e.size)] }

// words returns the word list. It is read when the first title needs it: some
// 12,000 entries of 8 bytes.
var words = sync.OnceValue(func() *lexicon { return readWords(wordText) })

// readWords returns the words of a list.
func readWords(text string) *lexicon {
	l := &lexicon{text, make([]entry, 0, strings.Count(text, " ")+strings.Count(text, "\n"))}
	var k kind
	at := 0
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			k = kind(line[2])
		default:
			l.add(at, line, k)
		}
		at += len(line)
	}
	l.sort()
	return l
}

// sort sorts the words and drops what is there twice. Nearly all comparisons
// are of the first eight bytes, as one number.
func (l *lexicon) sort() {
	type keyed struct {
		key uint64
		entry
	}
	list := make([]keyed, len(l.entries))
	for i, e := range l.entries {
		var head [8]byte
		copy(head[:], l.word(e))
		list[i] = keyed{binary.BigEndian.Uint64(head[:]), e}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		if c := strings.Compare(l.word(a.entry), l.word(b.entry)); c != 0 {
			return c
		}
		return int(a.at) - int(b.at)
	})
	for i, e := range list {
		l.entries[i] = e.entry
	}
	l.entries = slices.CompactFunc(l.entries, func(a, b entry) bool { return a.kind == b.kind && l.word(a) == l.word(b) })
}

// add takes the words of a line that begins at a place of the text.
func (l *lexicon) add(at int, line string, k kind) {
	start := 0
	for i := range len(line) {
		if line[i] == ' ' || line[i] == '\n' {
			if i > start {
				l.entries = append(l.entries, entry{uint32(at + start), uint8(i - start), k})
			}
			start = i + 1
		}
	}
}

// longestWord is how many characters a word of the list has at most.
const longestWord = 16

// find returns the place of a word in the list, or where it would stand.
func (l *lexicon) find(word string) (int, bool) {
	return slices.BinarySearchFunc(l.entries, word, func(e entry, w string) int { return strings.Compare(l.word(e), w) })
}

// lookup returns the first kind of a word of the list.
func (l *lexicon) lookup(word string) (kind, bool) {
	i, ok := l.find(word)
	if !ok {
		return 0, false
	}
	return l.entries[i].kind, true
}

// mayBe reports whether a word of the list is of a kind, be it its second.
func (l *lexicon) mayBe(word string, k kind) bool {
	i, _ := l.find(word)
	for ; i < len(l.entries) && l.word(l.entries[i]) == word; i++ {
		if l.entries[i].kind == k {
			return true
		}
	}
	return false
}
