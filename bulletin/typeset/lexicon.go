package typeset

import (
	_ "embed"
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

type entry struct {
	word  string
	kind  kind
	order uint16 // its place in the list
}

// words returns the word list. It is read when the first title needs it: some
// 6,000 entries of 24 bytes.
var words = sync.OnceValue(func() []entry { return readWords(wordText) })

// readWords returns the words of a list, sorted; of a word of two kinds the
// first stands first.
func readWords(text string) []entry {
	list := make([]entry, 0, strings.Count(text, " ")+strings.Count(text, "\n"))
	var k kind
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "= "):
			k = kind(line[2])
			continue
		}
		for w := range strings.FieldsSeq(line) {
			list = append(list, entry{w, k, uint16(len(list))})
		}
	}
	slices.SortFunc(list, func(a, b entry) int {
		if c := strings.Compare(a.word, b.word); c != 0 {
			return c
		}
		return int(a.order) - int(b.order)
	})
	return slices.CompactFunc(list, func(a, b entry) bool { return a.word == b.word && a.kind == b.kind })
}

// longestWord is how many characters a word of the list has at most.
const longestWord = 16

// lookup finds a word of the list.
func lookup(list []entry, word string) (kind, bool) {
	i, ok := slices.BinarySearchFunc(list, word, func(e entry, w string) int { return strings.Compare(e.word, w) })
	if !ok {
		return 0, false
	}
	return list[i].kind, true
}

// mayBe reports whether a word of the list is of a kind, be it its second.
func mayBe(list []entry, word string, k kind) bool {
	i, _ := slices.BinarySearchFunc(list, word, func(e entry, w string) int { return strings.Compare(e.word, w) })
	for ; i < len(list) && list[i].word == word; i++ {
		if list[i].kind == k {
			return true
		}
	}
	return false
}
